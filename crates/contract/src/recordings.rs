//! Recordings: import, playback by ranges, waveform, deletion.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::command::{CLINICIAN, command};
use crate::{Audit, Done, JobId, PickId, RecordingId, SessionId};

/// Where the bytes of a file come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileSource {
    /// A file a person picked in the front's own dialog.
    Picked(PickId),
    /// A path; only `attunectl` may say one.
    Path(String),
}

/// A file a person picked, as its front tells the page: enough to show it, nothing to open it with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PickedFile {
    /// To hand to the core.
    pub pick_id: PickId,
    /// Its name without folders.
    pub name: String,
    /// Its size.
    pub bytes: u64,
}

/// A recording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordingView {
    /// Id.
    pub id: RecordingId,
    /// Length of what is kept.
    pub duration_ms: u64,
    /// 1 or 2; with 2 the left is the therapist's microphone and the right the client's.
    pub channels: u8,
    /// Sound format it was imported from, such as "FLAC, 44,100 Hz, stereo".
    pub source: String,
    /// Stretches that could not be decoded and are silent.
    pub gaps: u32,
    /// Where a stored file was found shorter than recorded: what can still be read.
    pub readable_ms: u64,
    /// When it was imported.
    pub created_at: DateTime<Utc>,
}

/// Imports a sound file into a session. Needs recording consent. Answers with the job at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRecording {
    /// Which session.
    pub session_id: SessionId,
    /// The file.
    pub source: FileSource,
}
command!(ImportRecording, "recordings.import", CLINICIAN, Audit::Change, JobId);

/// Reads a stretch of sound for playback; at most 30 s a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadAudio {
    /// Which recording.
    pub recording_id: RecordingId,
    /// From here.
    pub start_ms: u64,
    /// To here, not included.
    pub end_ms: u64,
}
command!(ReadAudio, "recordings.read_audio", CLINICIAN, Audit::Read, AudioChunk);

/// A stretch of sound.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AudioChunk {
    /// Samples a second and channel.
    pub sample_rate: u32,
    /// 1 or 2, interleaved.
    pub channels: u8,
    /// Where it begins.
    pub start_ms: u64,
    /// Signed 16-bit little-endian samples, base64.
    pub pcm_base64: String,
}

/// Asks for the shape of the sound.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetWaveform {
    /// Which recording.
    pub recording_id: RecordingId,
    /// How many columns; at most 4,000.
    pub columns: u32,
}
command!(GetWaveform, "recordings.waveform", CLINICIAN, Audit::None, Waveform);

/// The shape of the sound: for each channel one loudness per column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waveform {
    /// Length of the recording.
    pub duration_ms: u64,
    /// For each channel, peaks from 0 to 255.
    pub channels: Vec<Vec<u8>>,
}

/// Deletes a recording: its key is destroyed, then the file. Transcript and note stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeleteRecording {
    /// Which.
    pub recording_id: RecordingId,
}
command!(DeleteRecording, "recordings.delete", CLINICIAN, Audit::Change, Done);
