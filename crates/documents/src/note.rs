//! A note with everything that is printed around it.

use std::collections::BTreeSet;
use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How a note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Being written.
    Draft,
    /// Read through by a person, not signed.
    Reviewed,
    /// Signed; never changes again.
    Signed,
    /// Signed and put away.
    Archived,
}

/// Who wrote a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Rules and statistics on the device.
    Rules,
    /// A language model.
    Model,
    /// A person.
    Person,
}

/// The session a note is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLine {
    /// What kind of session, as shown: "Individual".
    pub kind: String,
    /// Its place in the client's sequence, counted from 1.
    pub number: Option<u32>,
    /// When it began.
    pub began_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Where it took place; may be empty.
    pub place: String,
}

/// Who signed, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// Name of the signer.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// A sentence of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The words.
    pub text: String,
    /// Indexes into [`NoteDocument::sources`]. One that points at no source supports nothing.
    pub evidence: Vec<usize>,
    /// Indexes into [`NoteDocument::screenings`]. One that points at no screening supports nothing.
    #[serde(default)]
    pub screenings: Vec<usize>,
    /// Who wrote it first.
    pub origin: Origin,
    /// A person has changed the words since.
    pub edited: bool,
    /// Says only that something was not discussed: needs no support.
    pub not_assessed: bool,
}

/// A section of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its heading.
    pub name: String,
    /// Its sentences in order.
    pub sentences: Vec<Sentence>,
}

/// Words of the session that a sentence stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Start, in milliseconds from the start of the recording.
    pub start_ms: u64,
    /// End, in milliseconds from the start of the recording.
    pub end_ms: u64,
    /// Who spoke, as shown: "Client".
    pub speaker: String,
    /// What was said.
    pub text: String,
}

/// A finished screening that a sentence stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screening {
    /// Its id.
    pub id: Uuid,
    /// Name of the set that was filled in, as shown: "Weekly".
    pub name: String,
    /// Titles of its questionnaires, in order.
    pub instruments: Vec<String>,
    /// When it was finished.
    pub completed_at: DateTime<Utc>,
}

/// A remark added after signing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addendum {
    /// The words; line ends part paragraphs.
    pub text: String,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The transcript the evidence comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TranscriptLine {
    /// Name of the speech model.
    pub model: String,
    /// The model is one for demonstrations, whose words are not to be relied on.
    pub demo_model: bool,
    /// Language, as shown: "en".
    pub language: String,
    /// How much of the recording was transcribed, in milliseconds.
    pub covered_ms: u64,
    /// Length of the recording, in milliseconds.
    pub duration_ms: u64,
}

/// A note with everything that is printed around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteDocument {
    /// Id of the note.
    pub note_id: Uuid,
    /// Id of the session.
    pub session_id: Uuid,
    /// The client's name; none for a session not yet assigned.
    pub client_name: Option<String>,
    /// The client's pronouns; may be empty.
    pub pronouns: String,
    /// The client's date of birth.
    pub birth_date: Option<NaiveDate>,
    /// The session.
    pub session: SessionLine,
    /// Name of the clinician.
    pub clinician: String,
    /// Name of the layout: "SOAP".
    pub format: String,
    /// How the note stands.
    pub status: Status,
    /// Version, counted from 1.
    pub version: u32,
    /// SHA-256 over the version's content, hexadecimal.
    pub hash: String,
    /// Who signed it, and when. A note counts as signed only with this.
    pub signed: Option<Signature>,
    /// The sections in order.
    pub sections: Vec<Section>,
    /// The words the sentences stand on, in time order; only those cited.
    pub sources: Vec<Source>,
    /// The screenings the sentences stand on, in time order; only those cited.
    #[serde(default)]
    pub screenings: Vec<Screening>,
    /// Remarks added after signing, oldest first.
    pub addenda: Vec<Addendum>,
    /// The transcript the sources come from; none for a note written without one.
    pub transcript: Option<TranscriptLine>,
    /// When the file is made.
    pub exported_at: DateTime<Utc>,
    /// Minutes that the shown times are ahead of UTC. One that no clock on earth could show counts as 0.
    pub offset_minutes: i32,
}

impl NoteDocument {
    /// Whether the note is signed: both its status and a signature say so.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.signed.is_some() && matches!(self.status, Status::Signed | Status::Archived)
    }

    /// The marks of what a sentence stands on: each once, words before screenings, each kind in time order.
    pub(crate) fn support(&self, sentence: &Sentence) -> Vec<Mark> {
        let said = numbers(&sentence.evidence, self.sources.len()).into_iter().map(Mark::Said);
        let screened = numbers(&sentence.screenings, self.screenings.len()).into_iter().map(Mark::Screening);
        said.chain(screened).collect()
    }
}

/// Indexes that point at one of `count` things, as numbers counted from 1.
fn numbers(indexes: &[usize], count: usize) -> BTreeSet<usize> {
    indexes.iter().filter(|&&index| index < count).map(|&index| index + 1).collect()
}

/// By what the printed forms cite evidence: `3` for words of the session, `S1` for a screening, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Mark {
    /// Words of the session.
    Said(usize),
    /// A screening.
    Screening(usize),
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Said(number) => write!(f, "{number}"),
            Self::Screening(number) => write!(f, "S{number}"),
        }
    }
}
