use std::sync::Arc;

use contract::consents::ConsentScope;
use contract::jobs::{JobKind, JobResult, JobUnit};
use contract::transcripts::{
    CorrectSegment, GetTranscript, RelabelSegments, SegmentView, StartTranscription, TranscriptStatus,
    TranscriptSummary, TranscriptView,
};
use contract::{ApiError, Command, Done, ErrorCode, JobId, RecordingId, SessionId, TranscriptId};
use crypto::container::ContainerReader;
use speech::{Event, FailureCode, Request, SpeechError, Transcriber as _, WorkerTranscriber};
use store::recordings::RecordingStatus;
use store::transcripts::{Owner, SegmentRow, TranscriptRow};
use tokio::sync::mpsc;
use uuid::Uuid;

use super::{MAX_TEXT, check_length, consents, models::ReadyModel};
use crate::convert::{
    heard_to, instant, segment_view, span, span_to, speaker_to, transcript_status_from, transcript_status_to,
};
use crate::errors::{from_store, internal, not_found};
use crate::jobs::Job;
use crate::media::{ContainerPcm, from_container};
use crate::vault::OpenVault;
use crate::{App, Cx, Handle};

fn summary(row: TranscriptRow, duration_ms: u64) -> TranscriptSummary {
    TranscriptSummary {
        id: TranscriptId(row.id),
        recording_id: RecordingId(row.recording_id),
        status: transcript_status_from(row.status),
        model: row.model,
        demo_model: row.demo_model,
        language: row.language,
        covered_ms: span(row.covered_ms),
        duration_ms,
        created_at: instant(row.created_at),
    }
}

/// The transcripts of a session, newest first.
pub(super) async fn of_session<C: Command>(
    cx: &mut Cx<'_, C>,
    session_id: Uuid,
) -> Result<Vec<TranscriptSummary>, ApiError> {
    let tx = cx.tx()?;
    let mut found = Vec::new();
    for row in store::transcripts::list(tx, session_id).await.map_err(from_store)? {
        let recording = store::recordings::get(tx, row.recording_id).await.map_err(from_store)?;
        found.push(summary(row, span(recording.duration_ms)));
    }
    Ok(found)
}

/// One transcript without its words.
pub(crate) async fn read<C: Command>(
    cx: &mut Cx<'_, C>,
    id: TranscriptId,
) -> Result<TranscriptSummary, ApiError> {
    let tx = cx.tx()?;
    let row = store::transcripts::get(tx, id.0).await.map_err(from_store)?;
    let recording = store::recordings::get(tx, row.recording_id).await.map_err(from_store)?;
    Ok(summary(row, span(recording.duration_ms)))
}

impl Handle<GetTranscript> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, GetTranscript>,
        command: GetTranscript,
    ) -> Result<TranscriptView, ApiError> {
        cx.about(command.transcript_id.0);
        let summary = read(cx, command.transcript_id).await?;
        let rows =
            store::transcripts::list_segments(cx.tx()?, command.transcript_id.0).await.map_err(from_store)?;
        Ok(TranscriptView { summary, segments: rows.into_iter().map(segment_view).collect() })
    }
}

impl Handle<StartTranscription> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, StartTranscription>,
        command: StartTranscription,
    ) -> Result<JobId, ApiError> {
        let recording = store::recordings::get(cx.tx()?, command.recording_id.0).await.map_err(from_store)?;
        cx.about(recording.id);
        if recording.status != RecordingStatus::Ready {
            return Err(not_found("recording"));
        }
        consents::require(cx, recording.session_id, ConsentScope::Analysis).await?;
        let session_id = SessionId(recording.session_id);
        if self.jobs.is_busy(session_id, JobKind::Transcription) {
            return Err(ApiError::new(
                ErrorCode::Busy,
                "A recording of this session is being transcribed already. Wait for it, or stop it.",
            ));
        }
        let model = self.ready_model(&command.model_id)?;
        let language = language_for(&model, command.language)?;
        let row = TranscriptRow {
            id: cx.make_id(),
            recording_id: recording.id,
            status: transcript_status_to(TranscriptStatus::Processing),
            model: model.name.clone(),
            demo_model: model.demo,
            language: language.clone().unwrap_or_default(),
            covered_ms: 0,
            created_at: cx.now,
            updated_at: cx.now,
        };
        store::transcripts::insert(cx.tx()?, &row).await.map_err(from_store)?;
        let owner = store::transcripts::owner(cx.tx()?, row.id).await.map_err(from_store)?;
        let open = cx.open()?.clone();
        let duration_ms = span(recording.duration_ms);
        let request = Request {
            model: model.file,
            voice_activity: self.voice_activity_model()?,
            language,
            threads: None,
        };
        let job = self.register_job(JobKind::Transcription, Some(session_id), JobUnit::AudioMs);
        let id = job.id();
        cx.after_commit(move |app| {
            let run = Run {
                app: app.clone(),
                open: open.clone(),
                job: job.clone(),
                owner,
                transcript: row,
                duration_ms,
            };
            app.start_job(job, Some(open), run.transcribe(request));
        });
        Ok(id)
    }
}

/// The language to transcribe in: what was asked for, or English for a model that knows nothing else.
fn language_for(model: &ReadyModel, asked: Option<String>) -> Result<Option<String>, ApiError> {
    let asked = asked.map(|tag| tag.trim().to_lowercase()).filter(|tag| !tag.is_empty());
    // Models go by the primary language: "en" for "en-GB".
    let primary = asked.as_deref().and_then(|tag| tag.split('-').next()).map(str::to_owned);
    match (&primary, model.multilingual) {
        (Some(language), false) if language != "en" => Err(ApiError::invalid(
            "language",
            "This model understands English only. Choose a multilingual model.",
        )),
        (_, false) => Ok(Some("en".to_owned())),
        (_, true) => Ok(primary),
    }
}

/// One transcription under way.
struct Run {
    app: Arc<App>,
    open: Arc<OpenVault>,
    job: Arc<Job>,
    owner: Owner,
    transcript: TranscriptRow,
    /// Length of the recording.
    duration_ms: u64,
}

impl Run {
    /// Transcribes, keeping segments as they come; whatever happens, what was found stays.
    async fn transcribe(self, request: Request) -> Result<JobResult, ApiError> {
        let (sender, mut events) = mpsc::unbounded_channel();
        let reader = ContainerReader::open(
            &self.app.files.recording(self.transcript.recording_id),
            self.open.media_key(),
        );
        let reader = match reader {
            Ok(reader) => reader,
            Err(error) => {
                self.finish(TranscriptStatus::Failed, 0).await?;
                return Err(from_container(error));
            }
        };
        let worker = &self.app.config().worker;
        let transcriber =
            WorkerTranscriber { executable: worker.executable.clone(), args: worker.args.clone() };
        let cancel = self.job.speech_cancel.clone();
        let work = tokio::task::spawn_blocking(move || {
            let mut source = ContainerPcm::new(reader);
            // The receiver goes only when the job does; then nobody wants the rest.
            transcriber.transcribe(&request, &mut source, &mut |event| drop(sender.send(event)), &cancel)
        });
        let mut covered = 0;
        let mut found = Vec::new();
        // One write for all that has come in meanwhile: a slow disk must not hold up the worker.
        while events.recv_many(&mut found, 256).await > 0 {
            let stored = self.keep(std::mem::take(&mut found), &mut covered).await;
            if let Err(error) = stored {
                self.job.speech_cancel.cancel();
                let _ = work.await;
                return Err(error);
            }
        }
        let outcome = work.await.map_err(|error| internal(&error))?;
        match outcome {
            Ok(outcome) => {
                let mut tx = self.open.store().begin().await.map_err(from_store)?;
                let id = self.transcript.id;
                store::transcripts::set_language(&mut tx, id, &outcome.language).await.map_err(from_store)?;
                tx.commit().await.map_err(from_store)?;
                self.finish(TranscriptStatus::Completed, outcome.duration_ms).await?;
                Ok(JobResult::Transcript(TranscriptId(id)))
            }
            Err(error) => {
                self.finish(TranscriptStatus::Failed, covered).await?;
                Err(explain(error))
            }
        }
    }

    async fn keep(&self, events: Vec<Event>, covered: &mut u64) -> Result<(), ApiError> {
        let now = self.app.clock().now().timestamp_millis();
        let mut rows = Vec::new();
        for event in events {
            match event {
                Event::Ready { .. } => self.job.begin(self.duration_ms),
                Event::Progress { done_ms, total_ms } => {
                    *covered = done_ms;
                    self.job.progress(done_ms, total_ms);
                }
                Event::Segment(segment) => rows.push(SegmentRow {
                    id: self.app.clock().make_id(),
                    transcript_id: self.transcript.id,
                    speaker: heard_to(segment.speaker),
                    start_ms: span_to(segment.start_ms),
                    end_ms: span_to(segment.end_ms),
                    text: segment.text,
                    original_text: None,
                    confidence: segment.confidence,
                    created_at: now,
                    updated_at: now,
                }),
            }
        }
        if rows.is_empty() {
            return Ok(());
        }
        let mut tx = self.open.store().begin().await.map_err(from_store)?;
        store::transcripts::append_segments(&mut tx, self.owner, &rows).await.map_err(from_store)?;
        let (id, status) = (self.transcript.id, transcript_status_to(TranscriptStatus::Processing));
        store::transcripts::set_progress(&mut tx, id, status, span_to(*covered), now)
            .await
            .map_err(from_store)?;
        tx.commit().await.map_err(from_store)?;
        let views: Vec<SegmentView> = rows.into_iter().map(segment_view).collect();
        self.job.segments(views);
        Ok(())
    }

    async fn finish(&self, status: TranscriptStatus, covered: u64) -> Result<(), ApiError> {
        let now = self.app.clock().now().timestamp_millis();
        let mut tx = self.open.store().begin().await.map_err(from_store)?;
        let status = transcript_status_to(status);
        store::transcripts::set_progress(&mut tx, self.transcript.id, status, span_to(covered), now)
            .await
            .map_err(from_store)?;
        tx.commit().await.map_err(from_store)
    }
}

/// What happened, what was kept, what to do.
fn explain(error: SpeechError) -> ApiError {
    const KEPT: &str = "The recording is untouched, and what was transcribed so far is kept.";
    match error {
        SpeechError::Cancelled => {
            ApiError::new(ErrorCode::Cancelled, format!("Transcription was stopped. {KEPT}"))
        }
        SpeechError::WorkerCrashed { .. } | SpeechError::Protocol => ApiError::new(
            ErrorCode::WorkerCrashed,
            format!(
                "The speech program stopped unexpectedly. {KEPT} Try again; if it stops again, use a smaller model."
            ),
        ),
        SpeechError::Failed(
            code @ (FailureCode::LanguageUnsupported | FailureCode::ProcessorUnsupported),
        ) => ApiError::new(ErrorCode::ModelUnusable, format!("Transcription did not start: {code}. {KEPT}")),
        SpeechError::Failed(
            code @ (FailureCode::ModelUnreadable
            | FailureCode::ModelHashMismatch
            | FailureCode::ModelMalformed
            | FailureCode::ModelNotLoaded),
        ) => ApiError::new(
            ErrorCode::ModelUnusable,
            format!(
                "The speech model cannot be used: {code}. {KEPT} Add the model again under Practice › Speech models."
            ),
        ),
        SpeechError::Audio(_) => ApiError::new(
            ErrorCode::Damaged,
            "The recording cannot be read to its end: its file is damaged. What was transcribed so far is kept.",
        ),
        other => {
            let logged = internal(&other);
            ApiError { message: format!("Transcription failed. {KEPT} Try again."), ..logged }
        }
    }
}

/// Refuses a change to the words that a signed note stands on.
async fn require_unsigned<C: Command>(cx: &mut Cx<'_, C>, transcript_id: Uuid) -> Result<(), ApiError> {
    let tx = cx.tx()?;
    let owner = store::transcripts::owner(tx, transcript_id).await.map_err(from_store)?;
    let note = store::notes::find_by_session(tx, owner.session_id).await.map_err(from_store)?;
    match note {
        Some(note) if note.signed_at.is_some() && note.transcript_id == Some(transcript_id) => {
            Err(ApiError::new(
                ErrorCode::Signed,
                "The signed note stands on these words, so they stay as they are. Write an addendum instead.",
            ))
        }
        _ => Ok(()),
    }
}

impl Handle<RelabelSegments> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, RelabelSegments>,
        command: RelabelSegments,
    ) -> Result<Done, ApiError> {
        let Some(first) = command.segment_ids.first() else {
            return Err(ApiError::invalid("segment_ids", "Choose at least one segment."));
        };
        let now = cx.now;
        let tx = cx.tx()?;
        let transcript =
            store::transcripts::get_segment(tx, first.0).await.map_err(from_store)?.transcript_id;
        for id in &command.segment_ids {
            let segment = store::transcripts::get_segment(tx, id.0).await.map_err(from_store)?;
            if segment.transcript_id != transcript {
                return Err(ApiError::invalid("segment_ids", "These segments are of different transcripts."));
            }
            store::transcripts::set_speaker(tx, id.0, speaker_to(command.speaker), now)
                .await
                .map_err(from_store)?;
        }
        cx.about(transcript);
        Ok(Done {})
    }
}

impl Handle<CorrectSegment> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, CorrectSegment>,
        command: CorrectSegment,
    ) -> Result<SegmentView, ApiError> {
        cx.about(command.segment_id.0);
        let text = command.text.trim();
        check_length("text", text, MAX_TEXT)?;
        if text.is_empty() {
            return Err(ApiError::invalid("text", "A segment keeps at least one word. Nothing was changed."));
        }
        let segment =
            store::transcripts::get_segment(cx.tx()?, command.segment_id.0).await.map_err(from_store)?;
        require_unsigned(cx, segment.transcript_id).await?;
        let now = cx.now;
        let row = store::transcripts::correct(cx.tx()?, command.segment_id.0, text, now)
            .await
            .map_err(from_store)?;
        Ok(segment_view(row))
    }
}
