use std::path::Path;

use contract::jobs::JobResult;
use contract::recordings::{FileSource, ImportRecording, RecordingView};
use contract::sessions::{GetSession, SessionView};
use contract::transcripts::{GetTranscript, StartTranscription, TranscriptStatus, TranscriptView};
use contract::{ErrorCode, RecordingId, SessionId, TranscriptId};

use super::text;
use crate::context::{Core, path_text};
use crate::exit::{Exit, Failure};
use crate::job::follow;

pub(crate) async fn import(core: &Core, session: SessionId, audio: &Path) -> Result<Exit, Failure> {
    let recording = import_file(core, session, audio).await?;
    core.output.show(&recording, text::recording)
}

/// Imports a sound file and gives the recording.
pub(crate) async fn import_file(
    core: &Core,
    session_id: SessionId,
    audio: &Path,
) -> Result<RecordingView, Failure> {
    let source = FileSource::Path(path_text(audio)?);
    let job = core.run(ImportRecording { session_id, source }).await?;
    let JobResult::Recording(id) = follow(core, job, "Importing").await? else {
        return Err(Failure::internal("The import ended without a recording."));
    };
    let session = core.run(GetSession { session_id }).await?;
    let recording = session.recordings.into_iter().find(|recording| recording.id == id);
    recording.ok_or_else(|| Failure::internal("The recording was imported and is not listed."))
}

pub(crate) async fn transcribe(
    core: &Core,
    session_id: SessionId,
    model_id: String,
    recording: Option<RecordingId>,
    language: Option<String>,
) -> Result<Exit, Failure> {
    let recording_id = match recording {
        Some(id) => id,
        None => {
            let session = core.run(GetSession { session_id }).await?;
            let newest = session.recordings.first().map(|recording| recording.id);
            newest.ok_or_else(|| {
                Failure::new(
                    ErrorCode::NotFound,
                    "This session has no recording. Import one with `session import`.",
                )
            })?
        }
    };
    let transcript = transcribe_recording(core, recording_id, model_id, language).await?;
    core.output.show(&transcript.summary, text::transcript_summary)
}

/// Transcribes a recording and gives the transcript.
pub(crate) async fn transcribe_recording(
    core: &Core,
    recording_id: RecordingId,
    model_id: String,
    language: Option<String>,
) -> Result<TranscriptView, Failure> {
    let job = core.run(StartTranscription { recording_id, model_id, language }).await?;
    let JobResult::Transcript(transcript_id) = follow(core, job, "Transcribing").await? else {
        return Err(Failure::internal("The transcription ended without a transcript."));
    };
    core.run(GetTranscript { transcript_id }).await
}

pub(crate) async fn show_transcript(
    core: &Core,
    session_id: SessionId,
    transcript: Option<TranscriptId>,
) -> Result<Exit, Failure> {
    let transcript_id = match transcript {
        Some(id) => id,
        None => newest_complete(&core.run(GetSession { session_id }).await?)?,
    };
    let transcript = core.run(GetTranscript { transcript_id }).await?;
    core.output.show(&transcript, text::transcript)
}

/// The transcript that the program itself shows and drafts from.
pub(crate) fn newest_complete(session: &SessionView) -> Result<TranscriptId, Failure> {
    let complete =
        session.transcripts.iter().find(|transcript| transcript.status == TranscriptStatus::Completed);
    complete.map(|transcript| transcript.id).ok_or_else(|| {
        Failure::new(
            ErrorCode::NotFound,
            "This session has no complete transcript. Make one with `session transcribe`.",
        )
    })
}
