//! Notes: drafted by software or written by a person, grounded sentence by sentence, signed once.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::command::{CLINICIAN, command};
use crate::{AddendumId, Audit, NoteId, ScreeningId, SegmentId, SentenceId, SessionId, TranscriptId};

/// How a note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteStatus {
    /// Being written.
    Draft,
    /// Read through by a person.
    Reviewed,
    /// Signed; never changes again.
    Signed,
    /// Signed and put away.
    Archived,
}

/// The layout of a note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteFormat {
    /// Subjective, Objective, Assessment, Plan.
    #[default]
    Soap,
}

/// Who wrote a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Rules and statistics on this device.
    Rules,
    /// A language model.
    Model,
    /// A person.
    Person,
}

/// A sentence of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentenceView {
    /// Id; stays through edits.
    pub id: SentenceId,
    /// The words.
    pub text: String,
    /// The segments it stands on; empty means no support was found or none is needed.
    pub evidence: Vec<SegmentId>,
    /// The screenings it stands on.
    #[serde(default)]
    pub screenings: Vec<ScreeningId>,
    /// Who wrote the words as they stand.
    pub origin: Origin,
    /// What software wrote before a person changed it.
    pub drafted_text: Option<String>,
    /// Says only that something was not discussed: needs no support.
    pub not_assessed: bool,
}

/// A section of a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionView {
    /// Its heading.
    pub name: String,
    /// Its sentences.
    pub sentences: Vec<SentenceView>,
}

/// A remark added after signing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddendumView {
    /// Id.
    pub id: AddendumId,
    /// The words.
    pub text: String,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// A note as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteView {
    /// Id.
    pub id: NoteId,
    /// Of which session.
    pub session_id: SessionId,
    /// The transcript its evidence points into.
    pub transcript_id: Option<TranscriptId>,
    /// Layout.
    pub format: NoteFormat,
    /// How it stands.
    pub status: NoteStatus,
    /// The version these sections are, counted from 1.
    pub version: u32,
    /// The sections in order.
    pub sections: Vec<SectionView>,
    /// Remarks added after signing, oldest first.
    pub addenda: Vec<AddendumView>,
    /// Who signed it.
    pub signed_by: Option<String>,
    /// When it was signed.
    pub signed_at: Option<DateTime<Utc>>,
    /// SHA-256 over the version's content, hexadecimal.
    pub hash: String,
    /// When this version was saved.
    pub updated_at: DateTime<Utc>,
}

/// Drafts the session's note from its transcript. Needs analysis consent. An existing draft becomes an earlier version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftNote {
    /// Which session.
    pub session_id: SessionId,
    /// From which transcript.
    pub transcript_id: TranscriptId,
    /// Layout.
    #[serde(default)]
    pub format: NoteFormat,
}
command!(DraftNote, "notes.draft", CLINICIAN, Audit::Change, NoteView);

/// Opens a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetNote {
    /// Which.
    pub note_id: NoteId,
}
command!(GetNote, "notes.get", CLINICIAN, Audit::Read, NoteView);

/// A sentence as a person leaves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentenceEdit {
    /// The sentence's id, or none for a new one.
    pub id: Option<SentenceId>,
    /// The words.
    pub text: String,
    /// The segments it stands on.
    #[serde(default)]
    pub evidence: Vec<SegmentId>,
}

/// A section as a person leaves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionEdit {
    /// Its heading.
    pub name: String,
    /// Its sentences in order.
    pub sentences: Vec<SentenceEdit>,
}

/// Saves a note as edited; makes a new version. A note that does not exist yet is made with `session_id` alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveNote {
    /// Of which session.
    pub session_id: SessionId,
    /// The version the edit started from; 0 for a new note. A newer one on record is a conflict.
    pub version: u32,
    /// All sections.
    pub sections: Vec<SectionEdit>,
    /// Whether a person has read it through.
    #[serde(default)]
    pub reviewed: bool,
}
command!(SaveNote, "notes.save", CLINICIAN, Audit::Change, NoteView);

/// Signs a note: it never changes again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignNote {
    /// Which.
    pub note_id: NoteId,
    /// The version that was read and is meant.
    pub version: u32,
}
command!(SignNote, "notes.sign", CLINICIAN, Audit::Change, NoteView);

/// Adds a remark to a signed note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddAddendum {
    /// Which note.
    pub note_id: NoteId,
    /// The words.
    pub text: String,
}
command!(AddAddendum, "notes.add_addendum", CLINICIAN, Audit::Change, NoteView);

/// Lists a note's versions, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListNoteVersions {
    /// Which note.
    pub note_id: NoteId,
}
command!(ListNoteVersions, "notes.versions", CLINICIAN, Audit::Read, Vec<NoteVersionSummary>);

/// A version of a note without its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteVersionSummary {
    /// Counted from 1.
    pub version: u32,
    /// Who saved it.
    pub author: String,
    /// Software drafted it, or a person wrote it.
    pub origin: Origin,
    /// What changed, in a few words.
    pub summary: String,
    /// SHA-256 over its content.
    pub hash: String,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// Opens an earlier version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetNoteVersion {
    /// Which note.
    pub note_id: NoteId,
    /// Which version.
    pub version: u32,
}
command!(GetNoteVersion, "notes.get_version", CLINICIAN, Audit::Read, Vec<SectionView>);

/// The forms a note can leave the vault in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// For reading and printing.
    Pdf,
    /// Text with headings.
    Markdown,
    /// Everything, with evidence and times.
    Json,
}

/// Exports a note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportNote {
    /// Which.
    pub note_id: NoteId,
    /// As what.
    pub format: ExportFormat,
}
command!(ExportNote, "notes.export", CLINICIAN, Audit::Export, ExportedFile);

/// A file that leaves the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedFile {
    /// A name to suggest; holds no client name.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes, base64.
    pub data_base64: String,
}
