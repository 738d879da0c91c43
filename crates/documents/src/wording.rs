//! The words, times and numbers that a printed note puts around the client's own.

use crate::note::{Mark, NoteDocument, Origin, Screening, Status};
use crate::text::line;
use crate::times::{date, instant, local, zone};

pub(crate) const NO_SUPPORT: &str = "no support found";
pub(crate) const WHAT_WAS_SAID: &str = "What was said";
pub(crate) const PARTICULARS: &str = "Particulars of the note";
pub(crate) const SIGNED: &str = "Signed";
pub(crate) const SAID_COLUMNS: [&str; 4] = ["No.", "Time", "Speaker", "Words"];
pub(crate) const SCREENINGS: &str = "Screenings";
pub(crate) const SCREENING_COLUMNS: [&str; 4] = ["No.", "Finished", "Set", "Questionnaires"];
pub(crate) const ADDENDA: &str = "Addenda";
pub(crate) const NOTHING_RECORDED: &str = "Nothing recorded.";
pub(crate) const DEMO_MODEL: &str =
    "Made with a demonstration speech model with a small vocabulary. Do not rely on its words.";

/// Title of the document.
pub(crate) fn title(note: &NoteDocument) -> String {
    match line(&note.format) {
        format if format.is_empty() => "Session note".to_owned(),
        format => format!("Session note ({format})"),
    }
}

/// Whether the note is signed, in a line that stands on every page.
pub(crate) fn banner(note: &NoteDocument) -> String {
    match (&note.signed, note.status) {
        (Some(signature), Status::Signed | Status::Archived) => format!(
            "Signed by {} on {} · SHA-256 {}",
            line(&signature.by),
            instant(note.offset_minutes, signature.at),
            line(&note.hash)
        ),
        (_, Status::Draft) => "Draft: not signed".to_owned(),
        (_, Status::Reviewed) => "Reviewed: not signed".to_owned(),
        (_, Status::Signed | Status::Archived) => "No signature on record: not signed".to_owned(),
    }
}

/// The heading of a section.
pub(crate) fn section_name(section: &crate::Section) -> String {
    match line(&section.name) {
        name if name.is_empty() => "Untitled section".to_owned(),
        name => name,
    }
}

/// Whose session this is about, in a line for every page after the first.
pub(crate) fn running_head(note: &NoteDocument) -> String {
    let name = note.client_name.as_deref().map(line).unwrap_or_default();
    let day =
        note.session.began_at.map(|at| date(local(note.offset_minutes, at).date_naive())).unwrap_or_default();
    join(&[name, title(note), day], " · ")
}

/// Position in the document.
pub(crate) fn page(number: usize, of: usize) -> String {
    format!("Page {number} of {of}")
}

/// A row of the header block: its name, then what is said first and louder, then the rest.
pub(crate) struct Particular {
    pub(crate) name: &'static str,
    pub(crate) lead: String,
    pub(crate) value: String,
}

/// The header block: those particulars that are known.
pub(crate) fn header(note: &NoteDocument) -> Vec<Particular> {
    let row = |name, value| Particular { name, lead: String::new(), value };
    let mut rows = vec![
        client(note),
        row("Session", session(note)),
        row("Clinician", line(&note.clinician)),
        row("Note", format!("Version {}, {}", note.version, status(note.status))),
    ];
    if let Some(transcript) = &note.transcript {
        let parts = [
            line(&transcript.model),
            line(&transcript.language),
            format!("{} of {} transcribed", clock(transcript.covered_ms), clock(transcript.duration_ms)),
        ];
        rows.push(row("Transcript", join(&parts, " · ")));
    }
    if !note.is_signed() {
        rows.push(row("SHA-256", line(&note.hash)));
    }
    rows.push(row("Exported", instant(note.offset_minutes, note.exported_at)));
    rows.retain(|r| !r.lead.is_empty() || !r.value.is_empty());
    rows
}

/// Name, pronouns, date of birth.
fn client(note: &NoteDocument) -> Particular {
    let name = note.client_name.as_deref().map(line).filter(|n| !n.is_empty());
    let born = note.birth_date.map(|d| format!("born {}", date(d))).unwrap_or_default();
    let details = join(&[line(&note.pronouns), born], " · ");
    let value = if details.is_empty() { details } else { format!(" · {details}") };
    Particular { name: "Client", lead: name.unwrap_or_else(|| "Not assigned".to_owned()), value }
}

/// Number, kind, when, where.
fn session(note: &NoteDocument) -> String {
    let session = &note.session;
    let parts = [
        session.number.map(|n| n.to_string()).unwrap_or_default(),
        line(&session.kind),
        span(note),
        line(&session.place),
    ];
    join(&parts, " · ")
}

/// From when to when the session lasted.
fn span(note: &NoteDocument) -> String {
    match (note.session.began_at, note.session.ended_at) {
        (Some(began), Some(ended)) => {
            let (from, to) = (local(note.offset_minutes, began), local(note.offset_minutes, ended));
            if from.date_naive() == to.date_naive() {
                format!(
                    "{}, {}–{} ({})",
                    date(from.date_naive()),
                    from.format("%H:%M"),
                    to.format("%H:%M"),
                    zone(note.offset_minutes)
                )
            } else {
                format!("{} – {}", instant(note.offset_minutes, began), instant(note.offset_minutes, ended))
            }
        }
        (Some(began), None) => instant(note.offset_minutes, began),
        (None, Some(ended)) => format!("ended {}", instant(note.offset_minutes, ended)),
        (None, None) => String::new(),
    }
}

/// How many sentences were written by whom.
pub(crate) fn authorship(note: &NoteDocument) -> String {
    let sentences = || note.sections.iter().flat_map(|s| &s.sentences).filter(|s| !line(&s.text).is_empty());
    let count = |origin, edited| sentences().filter(|s| s.origin == origin && s.edited == edited).count();
    let person = count(Origin::Person, false) + count(Origin::Person, true);
    let edited = count(Origin::Rules, true) + count(Origin::Model, true);
    let parts = [
        (count(Origin::Rules, false), "drafted by rules on this device"),
        (count(Origin::Model, false), "drafted by a language model"),
        (edited, "drafted by software and edited by a person"),
        (person, "written by a person"),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, by)| format!("{n} {by}")).collect();
    if parts.is_empty() { String::new() } else { format!("Sentences: {}.", parts.join(", ")) }
}

/// Where a link from a mark leads, in words.
pub(crate) fn target(mark: Mark) -> String {
    match mark {
        Mark::Said(_) => format!("{WHAT_WAS_SAID}, number {mark}"),
        Mark::Screening(_) => format!("{SCREENINGS}, number {mark}"),
    }
}

/// When a screening was finished, which set it was, and the questionnaires in it.
pub(crate) fn screening(note: &NoteDocument, screening: &Screening) -> [String; 3] {
    let titles: Vec<String> = screening.instruments.iter().map(|title| line(title)).collect();
    [instant(note.offset_minutes, screening.completed_at), line(&screening.name), join(&titles, "; ")]
}

/// Author and time of an addendum.
pub(crate) fn addendum_line(note: &NoteDocument, addendum: &crate::Addendum) -> String {
    join(&[line(&addendum.author), instant(note.offset_minutes, addendum.at)], " · ")
}

/// A position in a recording: `03:15`, or `1:03:15` from an hour on.
pub(crate) fn clock(ms: u64) -> String {
    let seconds = ms / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes:02}:{seconds:02}")
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Draft => "draft",
        Status::Reviewed => "reviewed",
        Status::Signed => "signed",
        Status::Archived => "archived",
    }
}

pub(crate) fn join(parts: &[String], between: &str) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    parts.join(between)
}
