//! Words of today's page.

use contract::jobs::JobKind;

pub const TITLE: &str = "Today";
pub const START: &str = "Start a session";
pub const NEW_CLIENT: &str = "New client";
pub const SESSIONS: &str = "Sessions today";
pub const NO_SESSIONS: &str = "No session is planned for today.";
pub const NOW: &str = "Now:";
pub const TO_FINISH: &str = "To finish";
pub const NOTHING_TO_FINISH: &str = "No note waits for you.";
pub const NEXT_DAYS: &str = "Next seven days";
pub const NO_NEXT: &str = "Nothing is planned yet. Plan a session on a client’s page.";
pub const JOBS: &str = "At work";

pub const NOTE_SIGNED: &str = "note signed";
pub const NOTE_TO_SIGN: &str = "note to sign";
pub const NOTE_TO_REVIEW: &str = "draft to read";
pub const NOTE_TO_DRAFT: &str = "note to draft";
pub const TO_TRANSCRIBE: &str = "to transcribe";
pub const CONSENT_MISSING: &str = "consent missing";
pub const CLIENT_MISSING: &str = "client to assign";

/// Rows that do not fit.
pub fn more(count: &str) -> String {
    format!("and {count} more")
}

/// What a job does.
pub const fn job(kind: JobKind) -> &'static str {
    match kind {
        JobKind::Import => "Importing a recording",
        JobKind::Transcription => "Transcribing",
        JobKind::ModelInstall => "Adding a speech model",
    }
}

pub const OPEN_SESSION: &str = "Open session";

pub const WELCOME: &str = "From a session to a signed note";
pub const WELCOME_DETAIL: &str = "Nothing is here yet. This is how the first note comes about:";
pub const STEP_CLIENT: &str = "Add a client";
pub const STEP_CLIENT_DETAIL: &str = "A name is enough to begin.";
pub const STEP_CONSENT: &str = "Record consent";
pub const STEP_CONSENT_DETAIL: &str = "Nothing is imported or analysed before it is given.";
pub const STEP_IMPORT: &str = "Import the recording";
pub const STEP_IMPORT_DETAIL: &str = "It is encrypted on the way in and transcribed on this computer.";
pub const STEP_SIGN: &str = "Read, edit, sign";
pub const STEP_SIGN_DETAIL: &str = "Every sentence of the draft shows what it stands on.";
pub const SAMPLES: &str = "Look around with invented clients";
pub const SAMPLES_ADDED: &str = "Invented clients were added. They are marked as samples.";
