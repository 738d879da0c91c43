//! Sessions and what hangs on them, as text for a person.

use std::fmt::Write as _;

use contract::consents::{ConsentSubject, ConsentView};
use contract::notes::{NoteView, SentenceView};
use contract::recordings::RecordingView;
use contract::sessions::{SessionList, SessionView};
use contract::transcripts::{TranscriptSummary, TranscriptView};

use crate::output::{clock, word};

pub(crate) fn table(list: &SessionList) -> String {
    let mut text = String::new();
    for session in &list.sessions {
        let name = session.client.as_ref().map_or("no client yet", |(_, name)| name);
        let note =
            session.note_status.map_or("no note".to_owned(), |status| format!("note {}", word(&status)));
        let _ = writeln!(
            text,
            "{}  {}  {:<11}  {:<14}  {name}",
            session.id,
            session.at.format("%Y-%m-%d %H:%M"),
            word(&session.status),
            note
        );
    }
    let _ = write!(text, "{} of {} sessions", list.sessions.len(), list.total);
    text
}

pub(crate) fn describe(session: &SessionView) -> String {
    let name = session.client.as_ref().map_or("No client yet", |client| &client.display_name);
    let number = session.number.map(|number| format!(", session {number}")).unwrap_or_default();
    let moves: Vec<_> = session.moves.iter().map(word).collect();
    let mut text =
        format!("{name}{number}\n  Id          {}\n  Status      {}", session.id, word(&session.status));
    if !moves.is_empty() {
        let _ = write!(text, " (can move to {})", moves.join(", "));
    }
    let given = |allowed: bool| if allowed { "given" } else { "missing" };
    let _ = write!(
        text,
        "\n  Consent     recording {}, analysis {}",
        given(session.may_record),
        given(session.may_analyse)
    );
    for recording in &session.recordings {
        let _ = write!(text, "\n  Recording   {}", self::recording(recording));
    }
    for transcript in &session.transcripts {
        let _ = write!(text, "\n  Transcript  {}", transcript_summary(transcript));
    }
    if let Some((id, status)) = &session.note {
        let _ = write!(text, "\n  Note        {id}  {}", word(status));
    }
    text
}

pub(crate) fn consent(consent: &ConsentView) -> String {
    let subject = match consent.subject {
        ConsentSubject::Client(id) => format!("client {id}"),
        ConsentSubject::Session(id) => format!("session {id}"),
    };
    let state = if consent.in_force { "in force" } else { "not in force" };
    let mut text = format!(
        "{}  {} (version {}) for {subject}: given {} by {}, {}; {state}",
        consent.id,
        word(&consent.scope),
        consent.version,
        consent.given_at.format("%Y-%m-%d"),
        consent.given_by,
        word(&consent.method),
    );
    if let Some(at) = consent.withdrawn_at {
        let _ = write!(text, ", withdrawn {}", at.format("%Y-%m-%d"));
    }
    text
}

pub(crate) fn recording(recording: &RecordingView) -> String {
    let mut text = format!("{}  {}  {}", recording.id, clock(recording.duration_ms), recording.source);
    if recording.gaps > 0 {
        let _ = write!(text, ", {} gaps", recording.gaps);
    }
    if recording.readable_ms < recording.duration_ms {
        let _ = write!(text, ", readable up to {}", clock(recording.readable_ms));
    }
    text
}

pub(crate) fn transcript_summary(transcript: &TranscriptSummary) -> String {
    let demo = if transcript.demo_model { ", a demo model: its words are not to be relied on" } else { "" };
    format!(
        "{}  {}, {} of {} transcribed by {}{demo}",
        transcript.id,
        word(&transcript.status),
        clock(transcript.covered_ms),
        clock(transcript.duration_ms),
        transcript.model
    )
}

pub(crate) fn transcript(transcript: &TranscriptView) -> String {
    let mut text = transcript_summary(&transcript.summary);
    for segment in &transcript.segments {
        let _ =
            write!(text, "\n{:>7}  {:<9}  {}", clock(segment.start_ms), word(&segment.speaker), segment.text);
    }
    text
}

/// What a sentence stands on, by its kinds.
fn support(sentence: &SentenceView) -> String {
    let count = |things: usize, one: &str| match things {
        0 => None,
        1 => Some(format!("1 {one}")),
        many => Some(format!("{many} {one}s")),
    };
    let kinds = [count(sentence.evidence.len(), "passage"), count(sentence.screenings.len(), "screening")];
    let kinds: Vec<String> = kinds.into_iter().flatten().collect();
    match (kinds.is_empty(), sentence.not_assessed) {
        (true, true) => String::new(),
        (true, false) => " [no support]".to_owned(),
        (false, _) => format!(" [{}]", kinds.join(", ")),
    }
}

pub(crate) fn note(note: &NoteView) -> String {
    let mut text = format!("Note {}, version {}, {}", note.id, note.version, word(&note.status));
    if let (Some(by), Some(at)) = (&note.signed_by, note.signed_at) {
        let _ = write!(text, " by {by} on {}", at.format("%Y-%m-%d %H:%M UTC"));
    }
    for section in &note.sections {
        let _ = write!(text, "\n\n{}", section.name);
        for sentence in &section.sentences {
            let _ = write!(text, "\n  {}{}", sentence.text, support(sentence));
        }
    }
    for addendum in &note.addenda {
        let at = addendum.created_at.format("%Y-%m-%d %H:%M UTC");
        let _ = write!(text, "\n\nAddendum by {} on {at}\n  {}", addendum.author, addendum.text);
    }
    text
}
