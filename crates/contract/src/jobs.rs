//! Jobs: long work that outlives the page that started it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::command::command;
use crate::{Access, ApiError, Audit, Done, JobId, RecordingId, SessionId, TranscriptId};

/// What a job does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobKind {
    /// Brings a sound file into the vault.
    Import,
    /// Turns a recording into a transcript.
    Transcription,
    /// Copies and checks a speech model.
    ModelInstall,
}

/// How a job stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum JobState {
    /// At work.
    Running,
    /// Done.
    Finished {
        /// What came of it.
        result: JobResult,
    },
    /// Not done; the error says what was kept.
    Failed {
        /// Why.
        error: ApiError,
    },
    /// Stopped by a person.
    Cancelled,
}

/// What came of a job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobResult {
    /// An imported recording.
    Recording(RecordingId),
    /// A finished transcript.
    Transcript(TranscriptId),
    /// An installed model, by its id.
    Model(String),
}

/// A job as it stands: the snapshot every watcher gets first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JobView {
    /// Id.
    pub id: JobId,
    /// What it does.
    pub kind: JobKind,
    /// The session it works for.
    pub session_id: Option<SessionId>,
    /// Grows with every change; a watcher drops older ones.
    pub sequence: u64,
    /// Getting ready, or at the work that `done` counts.
    pub stage: JobStage,
    /// Work done so far, in `unit`.
    pub done: u64,
    /// Work in all, if known.
    pub total: Option<u64>,
    /// What `done` and `total` count.
    pub unit: JobUnit,
    /// Time left as far as it can be told.
    pub left_ms: Option<u64>,
    /// How it stands.
    #[serde(flatten)]
    pub state: JobState,
    /// When it began.
    pub started_at: DateTime<Utc>,
}

/// How far a running job is before its work can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobStage {
    /// Looking at the file or the recording, loading the model: nothing to count yet.
    Preparing,
    /// At the work itself.
    Working,
}

/// What a job's progress counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobUnit {
    /// Milliseconds of sound.
    AudioMs,
    /// Bytes.
    Bytes,
}

/// Lists jobs of this run of the program, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListJobs {
    /// Only this session's.
    pub session_id: Option<SessionId>,
}
command!(ListJobs, "jobs.list", Access::Owner, Audit::None, Vec<JobView>);

/// Follows a job: a snapshot first, then every change, until it ends; the reply is how it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchJob {
    /// Which.
    pub job_id: JobId,
}
// A watcher of a transcription sees the words as they come: that is looking at client data.
command!(WatchJob, "jobs.watch", Access::Owner, Audit::Read, JobView, JobEvent);

/// What a watcher of a job gets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum JobEvent {
    /// How the job stands now.
    Progress(JobView),
    /// Transcript segments found since the last event (transcription only).
    Segments {
        /// In order of time.
        segments: Vec<crate::transcripts::SegmentView>,
    },
}

/// Stops a job. What it has written so far is kept where it is of use, else removed; its end says which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancelJob {
    /// Which.
    pub job_id: JobId,
}
command!(CancelJob, "jobs.cancel", Access::Owner, Audit::Change, Done);
