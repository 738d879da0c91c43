//! Transcripts: what was said, when, by whom.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::command::{CLINICIAN, command};
use crate::{Audit, Done, JobId, RecordingId, SegmentId, TranscriptId};

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// The therapist.
    Therapist,
    /// The client.
    Client,
    /// Not known.
    Unknown,
}

/// How a transcript stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TranscriptStatus {
    /// Waiting.
    Pending,
    /// Being made.
    Processing,
    /// Whole.
    Completed,
    /// Stopped before the end; what was found is kept.
    Failed,
}

/// A transcript without its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TranscriptSummary {
    /// Id.
    pub id: TranscriptId,
    /// Of which recording.
    pub recording_id: RecordingId,
    /// How it stands.
    pub status: TranscriptStatus,
    /// The model that made it, by name.
    pub model: String,
    /// Made with the demo model: its words are not to be relied on.
    pub demo_model: bool,
    /// Language as a BCP 47 tag.
    pub language: String,
    /// How much of the recording was worked through.
    pub covered_ms: u64,
    /// Length of the recording.
    pub duration_ms: u64,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
}

/// One stretch of speech.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SegmentView {
    /// Id.
    pub id: SegmentId,
    /// Who.
    pub speaker: Speaker,
    /// From.
    pub start_ms: u64,
    /// To.
    pub end_ms: u64,
    /// What: as corrected, if it was.
    pub text: String,
    /// What the model wrote, where a person corrected it.
    pub original_text: Option<String>,
    /// Mean probability of its words, 0 to 1.
    pub confidence: f32,
}

/// A transcript with its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TranscriptView {
    /// Without the words.
    pub summary: TranscriptSummary,
    /// The words, in order of time.
    pub segments: Vec<SegmentView>,
}

/// Turns a recording into a transcript. Needs analysis consent. Earlier transcripts stay. Answers with the job at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartTranscription {
    /// Which recording.
    pub recording_id: RecordingId,
    /// Which installed model; there is no default, so that the demo model is never used by accident.
    pub model_id: String,
    /// BCP 47 tag; none lets a multilingual model find out.
    #[serde(default)]
    pub language: Option<String>,
}
command!(StartTranscription, "transcripts.start", CLINICIAN, Audit::Change, JobId);

/// Opens a transcript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetTranscript {
    /// Which.
    pub transcript_id: TranscriptId,
}
command!(GetTranscript, "transcripts.get", CLINICIAN, Audit::Read, TranscriptView);

/// Says who spoke, for one segment or many.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelabelSegments {
    /// Which; all of one transcript.
    pub segment_ids: Vec<SegmentId>,
    /// Who.
    pub speaker: Speaker,
}
command!(RelabelSegments, "transcripts.relabel", CLINICIAN, Audit::Change, Done);

/// Corrects the words of a segment; the model's words are kept beside them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectSegment {
    /// Which.
    pub segment_id: SegmentId,
    /// The right words.
    pub text: String,
}
command!(CorrectSegment, "transcripts.correct", CLINICIAN, Audit::Change, SegmentView);
