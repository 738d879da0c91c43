//! Words of the session page, and the names of what a session can be.

use contract::sessions::{PaymentStatus, SessionKind, SessionStatus};
use contract::transcripts::Speaker;

/// Names the window of a session, which must not say whose or when.
pub const SESSION: &str = "Session";
pub const UNASSIGNED: &str = "No client yet";

/// What kind of session.
pub const fn kind(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Individual => "Individual",
        SessionKind::Group => "Group",
        SessionKind::Family => "Family",
        SessionKind::Couples => "Couples",
        SessionKind::Assessment => "Assessment",
        SessionKind::FollowUp => "Follow-up",
    }
}

/// Where a session stands.
pub const fn status(status: SessionStatus) -> &'static str {
    match status {
        SessionStatus::Requested => "requested",
        SessionStatus::Upcoming => "upcoming",
        SessionStatus::InProgress => "in progress",
        SessionStatus::Completed => "completed",
        SessionStatus::Cancelled => "cancelled",
        SessionStatus::Rescheduled => "rescheduled",
        SessionStatus::NoShow => "did not come",
    }
}

/// A session's place in a client's sequence.
pub fn number(number: u32) -> String {
    format!("Session {number}")
}

/// A move to another status, as something to do.
pub const fn move_to(status: SessionStatus) -> &'static str {
    match status {
        SessionStatus::Requested => "Ask for it again",
        SessionStatus::Upcoming => "Plan it",
        SessionStatus::InProgress => "Begin the session",
        SessionStatus::Completed => "End the session",
        SessionStatus::Cancelled => "Cancel the session",
        SessionStatus::Rescheduled => "Move to another time",
        SessionStatus::NoShow => "The client did not come",
    }
}

pub const STEPS: &str = "How far this session is";
pub const STEP_CONSENT: &str = "Consent";
pub const STEP_RECORDING: &str = "Recording";
pub const STEP_TRANSCRIPT: &str = "Transcript";
pub const STEP_NOTE: &str = "Note";
pub const STEP_SIGNED: &str = "Signed";
pub const STEP_DONE: &str = "done";
pub const STEP_PARTLY: &str = "partly done";
pub const STEP_NOW: &str = "next";

pub const COMPLETE: &str = "Mark as completed";
pub const COMPLETE_TITLE: &str = "When did the session take place?";
pub const COMPLETE_DETAIL: &str = "It is then on record as completed, and stays so. Set the times right where they differ \
    from what is shown.";
pub const BEGAN: &str = "Began";
pub const ENDED: &str = "Ended";
pub const NOT_NOW: &str = "Not now";
pub const MOMENT_MISSING: &str = "Fill in the day and the time.";
pub const END_BEFORE_START: &str = "The end lies before the beginning.";

/// Name of the button that shows the session's status and its moves.
pub fn status_menu(status: &str) -> String {
    format!("Status: {status}")
}

/// The consent a recording stands on.
pub fn consent_pill(version: u32) -> String {
    format!("Recording consent v{version}")
}

pub const CONSENT_MISSING: &str = "consent missing";
pub const ANALYSIS_MISSING: &str = "no analysis consent";

/// How much of a recording was worked through.
pub fn coverage(covered: &str, whole: &str, gaps: u32) -> String {
    match gaps {
        0 => format!("{covered} of {whole} transcribed"),
        1 => format!("{covered} of {whole} transcribed · 1 gap"),
        _ => format!("{covered} of {whole} transcribed · {gaps} gaps"),
    }
}

pub const DEMO_PILL: &str = "demo model: do not rely on its words";
pub const MORE: &str = "More";
pub const KEYBOARD: &str = "Keyboard";
pub const IMPORT_ANOTHER: &str = "Import another recording";
pub const TRANSCRIBE_AGAIN: &str = "Transcribe again";
pub const DELETE_RECORDING: &str = "Delete the recording";
pub const DELETE_RECORDING_DETAIL: &str = "Its key is destroyed and its file removed; nobody can hear it again. \
    The transcript and the note stay.";
pub const RECORDING_DELETED: &str = "The recording was deleted. Transcript and note stayed.";

pub const UNASSIGNED_HEADING: &str = "Not assigned to a client";
pub const UNASSIGNED_DETAIL: &str =
    "Consents, recording and note stay with this session and go with it to the client.";
pub const ASSIGN: &str = "Assign to a client";
pub const ASSIGN_TITLE: &str = "Whose session is this?";
pub const ASSIGN_SEARCH: &str = "Search clients";
pub const ASSIGN_NOBODY: &str = "Nobody matches.";
pub const ASSIGN_NEW: &str = "Or add a new client";
pub const ASSIGN_NEW_NAME: &str = "Given name";
pub const ASSIGN_NEW_FAMILY: &str = "Family name";
pub const ASSIGN_CREATE: &str = "Add and assign";
pub const ASSIGNED: &str = "The session was assigned.";

pub const ASK_CONSENT: &str = "Ask for consent first";
pub const ASK_CONSENT_DETAIL: &str = "Nothing is imported without consent to recording, and nothing is transcribed or \
    drafted without consent to analysis. A note can always be written by hand.";
pub const IMPORT_HEADING: &str = "Import the recording";
pub const IMPORT_DETAIL: &str = "WAV, FLAC, MP3, M4A, AAC, Ogg Vorbis, AIFF or CAF. It is encrypted on the way in; the \
    file you pick stays where it is. With two channels, the left is the therapist and the right the client.";
pub const IMPORT: &str = "Choose a file";
pub const IMPORTING: &str = "Importing the recording";
pub const IMPORTED: &str = "The recording is in the vault.";
pub const STOPPED_IMPORT: &str = "Stopped. Nothing of the file was kept in the vault.";

pub const TRANSCRIBE_HEADING: &str = "Turn it into text";
pub const TRANSCRIBE_DETAIL: &str =
    "On this computer; nothing is sent anywhere. You can go on working meanwhile.";
pub const TRANSCRIBE: &str = "Transcribe";
pub const TRANSCRIBING: &str = "Transcribing";
pub const TRANSCRIBED: &str = "The transcript is ready.";
pub const STOPPED_TRANSCRIPTION: &str = "Stopped. What was transcribed until then is kept.";
pub const NEEDS_ANALYSIS: &str = "Transcription needs consent to analysis";
pub const MODEL: &str = "Speech model";
pub const MODEL_MISSING: &str = "Choose a speech model.";
pub const DEMO_NAME: &str = "Demo model: 259 words, synthetic voices";
pub const DEMO_DETAIL: &str = "For trying Attune out with its sample recordings. On anything else it writes words that \
    were not said.";
pub const NO_MODEL: &str = "No speech model is installed";
pub const NO_MODEL_DETAIL: &str = "Get a model’s file on any computer, bring it here, and add it under Practice, \
    Speech models. It is checked against its published fingerprint.";
pub const OPEN_MODELS: &str = "Open speech models";
pub const LANGUAGE: &str = "Language";
pub const LANGUAGE_AUTO: &str = "Find out by itself";
pub const LANGUAGES: [(&str, &str); 18] = [
    ("en", "English"),
    ("ar", "Arabic"),
    ("zh", "Chinese"),
    ("cs", "Czech"),
    ("nl", "Dutch"),
    ("fr", "French"),
    ("de", "German"),
    ("hi", "Hindi"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ko", "Korean"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ru", "Russian"),
    ("es", "Spanish"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("vi", "Vietnamese"),
];
pub const LAST_FAILED_IMPORT: &str = "The last import did not succeed";
pub const LAST_FAILED_TRANSCRIPTION: &str = "The last transcription did not succeed";
pub const PARTIAL: &str = "Part of the recording was transcribed";

pub const NOTHING_YET: &str = "Nothing was transcribed";
pub const NOTHING_YET_DETAIL: &str =
    "It ended before the first words. The recording is untouched: try again.";

/// What a partial transcript holds.
pub fn partial_detail(covered: &str, whole: &str) -> String {
    format!(
        "{covered} of {whole} are kept below. Try again, with the same model or another one; this part stays."
    )
}

pub const TRANSCRIPT: &str = "Transcript";
pub const TRANSCRIPT_EMPTY: &str = "No speech yet";
pub const TRANSCRIPT_EMPTY_LIVE: &str = "The first words appear here in a moment.";
pub const TRANSCRIPT_NO_WORDS: &str = "No speech was found in this recording.";
pub const WHICH_TRANSCRIPT: &str = "Which transcript";
pub const FIND: &str = "Find in the transcript";
pub const FIND_NEXT: &str = "Next match";
pub const FIND_PREVIOUS: &str = "Previous match";
pub const NO_MATCH: &str = "none";

/// Which of how many matches.
pub fn match_of(now: usize, all: usize) -> String {
    format!("{now} of {all}")
}

/// A transcript in the list of transcripts.
pub fn transcript_name(model: &str, at: &str, whole: bool) -> String {
    if whole { format!("{model}, {at}") } else { format!("{model}, {at}, not whole") }
}

/// Who speaks.
pub const fn speaker(speaker: Speaker) -> &'static str {
    match speaker {
        Speaker::Therapist => "Therapist",
        Speaker::Client => "Client",
        Speaker::Unknown => "Unknown",
    }
}

/// Name of a segment's play button.
pub fn play_from(time: &str) -> String {
    format!("Play from {time}")
}

/// Name of the button that plays what a sentence stands on.
pub fn play_said(time: &str, speaker: &str) -> String {
    format!("Play {time} {speaker}")
}

/// Name of a segment's box.
pub fn select_segment(time: &str) -> String {
    format!("Select the segment at {time}")
}

/// Name of a segment's edit button.
pub fn correct_segment(time: &str) -> String {
    format!("Correct the words at {time}")
}

pub const UNSURE: &str = "unsure";
pub const UNSURE_SPOKEN: &str = "The model was not sure of these words.";
pub const CORRECTED: &str = "corrected";
pub const CORRECT_LABEL: &str = "The right words";

/// What the model wrote before a person corrected it.
pub fn heard_as(text: &str) -> String {
    format!("Heard as: {text}")
}

/// Sentences of the note that stand on a segment.
pub fn supports(numbers: &str) -> String {
    format!("Sentences {numbers} of the note stand on this")
}

pub const SAVE: &str = "Save";
pub const SELECTION: &str = "Selected segments";

/// How many segments are selected.
pub fn selected(count: usize) -> String {
    format!("{count} selected")
}

pub const SPOKEN_BY: &str = "Spoken by";
pub const USE_AS_EVIDENCE: &str = "Use as evidence";
pub const CLEAR: &str = "Clear";
pub const RELABEL: &str = "Relabel speakers";
pub const SELECT_ALL: &str = "Select all segments";
pub const SWAP: &str = "Swap therapist and client";
pub const SWAPPED: &str = "Therapist and client were swapped.";
pub const RELABELLED: &str = "The speaker was changed.";

pub const NOTE: &str = "Note";
pub const DETAILS: &str = "Session details";
pub const PANES: &str = "Note and details";
pub const SECTIONS: [&str; 4] = ["Subjective", "Objective", "Assessment", "Plan"];
pub const NOTE_MISSING: &str = "No note yet";
pub const NOTE_MISSING_DETAIL: &str = "A draft is made on this computer from the transcript; every sentence shows what \
    it stands on. Or write it yourself.";
pub const NOTE_MISSING_EARLY: &str = "Once there is a transcript, a draft can be made from it. You can also write the \
    note yourself at any time.";
pub const DRAFT: &str = "Draft note";
pub const WRITE: &str = "Write it yourself";
pub const REDRAFT: &str = "Draft anew";
pub const REDRAFT_TITLE: &str = "Draft the note anew?";
pub const REDRAFT_DETAIL: &str = "A new draft is made from the transcript shown. The note as it is now, with your \
    edits, stays as a version and can be looked at under Versions.";
pub const DRAFTED: &str = "A new draft was made. The earlier one is among the versions.";
pub const BY_SOFTWARE: &str = "drafted on this device";
pub const BY_BOTH: &str = "drafted on this device, edited by you";
pub const BY_PERSON: &str = "written by you";
pub const BY_MODEL: &str = "drafted by a language model";
pub const NO_SUPPORT: &str = "no support found";
pub const NO_EVIDENCE: &str = "nothing attached";
pub const SENTENCE_LABEL: &str = "Sentence";
pub const EMPTY_SECTION: &str = "Nothing here";
pub const EDITED: &str = "edited by you";

/// Name of the button that adds a sentence to a section.
pub fn add_to(section: &str) -> String {
    format!("Add a sentence to {section}")
}

/// Who wrote how much.
pub fn tally(version: u32, by_person: usize, by_software: usize) -> String {
    let sentences = |n: usize| if n == 1 { "1 sentence".to_owned() } else { format!("{n} sentences") };
    format!("Version {version} · {} by you, {by_software} by software", sentences(by_person))
}

pub const NOTE_MORE: &str = "More about this note";
pub const INSPECTOR: &str = "The selected sentence";
pub const STANDS_ON: &str = "Stands on";
pub const STANDS_ON_NOTHING: &str = "Select segments in the transcript, then use them as evidence.";
pub const EVIDENCE_ELSEWHERE: &str = "in another transcript";
pub const SCREENED: &str = "screening result";
pub const EDIT: &str = "Edit";
pub const MOVE_UP: &str = "Move up";
pub const MOVE_DOWN: &str = "Move down";
pub const DELETE: &str = "Delete";
pub const ADD_AFTER: &str = "Add a sentence after it";
pub const UNDO: &str = "Undo";
pub const SENTENCE_DELETED: &str = "The sentence was deleted.";

/// A screening that a sentence stands on: its set, and the day it was finished.
pub fn screening(set: &str, day: Option<&str>) -> String {
    match day {
        Some(day) => format!("Screening {set}, {day}"),
        None => format!("Screening {set}"),
    }
}

/// Name of the button that takes evidence away.
pub fn detach(time: &str) -> String {
    format!("Does not stand on {time}")
}

/// What the draft said before a person changed it.
pub fn drafted_as(text: &str) -> String {
    format!("Drafted as: {text}")
}

pub const DRAFT_PILL: &str = "draft";
pub const REVIEWED_PILL: &str = "reviewed";
pub const SIGNED_PILL: &str = "signed";
pub const ARCHIVED_PILL: &str = "archived";
pub const MARK_REVIEWED: &str = "Mark as reviewed";
pub const VERSIONS: &str = "Versions";
pub const NOTE_CONFLICT: &str = "This note was changed elsewhere";
pub const NOTE_CONFLICT_DETAIL: &str = "A newer version was saved, perhaps in another window. Nothing was overwritten, \
    and your last changes here are not saved. Copy them if you want to keep them, then load the newer version.";
pub const COPY_MINE: &str = "Copy my text";
pub const LOAD_NEWER: &str = "Load the newer version";

pub const SIGN: &str = "Sign note";
pub const SIGN_TITLE: &str = "Sign this note?";
pub const SIGN_MEANING: &str = "Your name and the time go under the note, and its words never change again. Anything \
    you want to say later is added as an addendum, below it.";
pub const SIGN_ALL_SUPPORTED: &str = "Every sentence stands on something said in the session or on a screening, or says \
    that it was not assessed.";
pub const SIGN_WITHOUT_TRANSCRIPT: &str =
    "This session has no transcript, so no sentence was compared with one.";
pub const SIGN_CONFIRM: &str = "Sign";
pub const SIGNED: &str = "The note is signed.";

/// Heading over the sentences without support.
pub fn unsupported(count: usize) -> String {
    if count == 1 {
        "1 sentence has no support. Read it once more:".to_owned()
    } else {
        format!("{count} sentences have no support. Read them once more:")
    }
}

/// The line under a signed note.
pub fn signature(by: &str, at: &str) -> String {
    format!("Signed by {by}, {at}")
}

/// The beginning of a fingerprint.
pub fn fingerprint(start: &str) -> String {
    format!("SHA-256 {start}…")
}

pub const COPY_FINGERPRINT: &str = "Copy the whole fingerprint";
pub const ADDENDA: &str = "Addenda";
pub const ADDENDUM: &str = "Addendum";
pub const ADDENDUM_HINT: &str =
    "Added below the signed note with your name and the time; it cannot be changed later.";
pub const ADD_ADDENDUM: &str = "Add addendum";
pub const ADDENDUM_ADDED: &str = "The addendum was added.";

/// Who added an addendum, and when.
pub fn addendum_by(author: &str, at: &str) -> String {
    format!("{author}, {at}")
}

pub const EXPORT: &str = "Export";
pub const EXPORT_PDF: &str = "PDF, for reading and printing";
pub const EXPORT_MARKDOWN: &str = "Markdown, text with headings";
pub const EXPORT_JSON: &str = "JSON, with evidence and times";
pub const EXPORTED: &str = "The note was saved outside the vault. It is no longer encrypted there.";

pub const VERSIONS_TITLE: &str = "Versions of this note";
pub const VERSIONS_LIST: &str = "Versions";
pub const EVERY_SAVE: &str = "Show every save";
pub const COMPARED: &str = "Compared with the note as it is now: struck out is gone, underlined is new.";
pub const SAME: &str = "These are the same words as now.";
pub const THIS_ONE: &str = "as it is now";

/// A version in the list.
pub fn version_name(version: u32) -> String {
    format!("Version {version}")
}

/// Saves that are shown as one.
pub fn and_saves(count: usize) -> String {
    if count == 1 { "and 1 save before it".to_owned() } else { format!("and {count} saves before it") }
}

pub const PLAYER: &str = "Player";
pub const PLAY: &str = "Play";
pub const PAUSE: &str = "Pause";
pub const BACK: &str = "Back 5 seconds";
pub const FORWARD: &str = "Forward 5 seconds";
pub const SPEED: &str = "Speed";
pub const PLACE: &str = "Place in the recording";
pub const SOUND_LOADING: &str = "Loading sound";
pub const NO_SOUND: &str = "This computer does not let Attune play sound. Look at its sound settings and whether an \
    output is connected, then press Play again.";
pub const WHICH_RECORDING: &str = "Which recording";

/// Where the player is.
pub fn place_of(now: &str, whole: &str) -> String {
    format!("{now} of {whole}")
}

/// A speed.
pub fn speed(times: &str) -> String {
    format!("{times}×")
}

/// What is damaged about a recording.
pub fn readable(readable: &str, whole: &str) -> String {
    format!("Only the first {readable} of {whole} can still be read.")
}

pub const WHEN: &str = "Planned start";
pub const UNTIL: &str = "Planned end";
pub const KIND: &str = "Kind";
pub const PLACE_FIELD: &str = "Place or link";
pub const GOALS: &str = "Goals for this session";
pub const HOMEWORK: &str = "Homework";
pub const NEXT_GOALS: &str = "Goals for next time";
pub const MOOD_BEFORE: &str = "Mood before";
pub const MOOD_AFTER: &str = "Mood after";
pub const EFFECTIVENESS: &str = "How useful it was";
pub const SCALE_HINT: &str = "Ratings, from 1 (lowest) to 10 (highest)";
pub const NOT_KNOWN: &str = "Not known";
pub const FEE: &str = "Fee";
pub const FEE_UNREADABLE: &str = "Write the fee as a number, such as 120 or 120.50.";
pub const PAYMENT: &str = "Payment";
pub const DETAILS_CONFLICT: &str = "These details were changed elsewhere";
pub const DETAILS_CONFLICT_DETAIL: &str = "A newer version was saved, perhaps in another window. Nothing was \
    overwritten, and what you typed here is not saved.";
pub const CONSENTS: &str = "Consents";
pub const CONSENTS_TITLE: &str = "Consents for this session";

/// How the fee stands.
pub const fn payment(status: PaymentStatus) -> &'static str {
    match status {
        PaymentStatus::Pending => "Not paid yet",
        PaymentStatus::Paid => "Paid",
        PaymentStatus::Partial => "Paid in part",
        PaymentStatus::Waived => "Waived",
        PaymentStatus::Cancelled => "Cancelled",
    }
}

pub const KEYS_TITLE: &str = "Keyboard";
pub const KEYS_SINGLE: &str = "Single-key shortcuts";
pub const KEYS_SINGLE_HINT: &str = "Turn them off if your keyboard or speech input sends keys by accident.";
pub const KEYS: [(&str, &str); 16] = [
    ("Space or P", "Play or pause"),
    ("← and →", "Back or forward 5 seconds"),
    ("J and K", "Next or previous sentence, or segment when you are in the transcript"),
    ("↓ and ↑", "Next or previous, where the keyboard is"),
    ("Enter", "On a sentence: show and play what it stands on. On a segment: play it"),
    ("E", "Edit the sentence, or correct the segment"),
    ("X", "Select or deselect a segment; Shift with ↑ and ↓ selects several"),
    ("T, C, U", "The selected segments were spoken by therapist, client, or unknown"),
    ("V", "Use the selected segments as evidence for the selected sentence"),
    ("A", "Add a sentence after the selected one"),
    ("Alt ↑ ↓", "Move the sentence"),
    ("Delete", "Delete the sentence"),
    ("Enter", "While editing: done"),
    ("Escape", "While editing: put back what was there"),
    ("/ or Ctrl F", "Find in the transcript"),
    ("?", "This list"),
];
