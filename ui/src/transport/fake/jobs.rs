//! Jobs that take a few seconds.

use chrono::{DateTime, Utc};
use contract::jobs::*;
use contract::recordings::{ImportRecording, RecordingView};
use contract::transcripts::{SegmentView, StartTranscription, TranscriptStatus};
use contract::{ApiError, Done, JobId, RecordingId, SessionId, TranscriptId};

use super::world::{World, missing, now};
use super::{Answer, data};

/// How long an invented job takes, and gets ready before.
const LENGTH_MS: i64 = 9_000;
const PREPARING_MS: i64 = 2_000;

pub(super) struct FakeJob {
    pub view: JobView,
    began: DateTime<Utc>,
    outcome: JobResult,
}

impl World {
    fn start(
        &mut self,
        kind: JobKind,
        session_id: Option<SessionId>,
        unit: JobUnit,
        total: u64,
        outcome: JobResult,
    ) -> JobId {
        let id = JobId(self.id());
        let view = JobView {
            id,
            kind,
            session_id,
            sequence: 0,
            stage: JobStage::Preparing,
            done: 0,
            total: Some(total),
            unit,
            left_ms: None,
            state: JobState::Running,
            started_at: now(),
        };
        self.jobs.push(FakeJob { view, began: now(), outcome });
        id
    }

    pub fn start_model_install(&mut self, model: &str) -> JobId {
        self.start(
            JobKind::ModelInstall,
            None,
            JobUnit::Bytes,
            487_614_201,
            JobResult::Model(model.to_owned()),
        )
    }

    pub fn move_jobs_on(&mut self) {
        let mut ended = Vec::new();
        for job in self.jobs.iter_mut().filter(|job| job.view.state == JobState::Running) {
            let passed = (now() - job.began).num_milliseconds();
            job.view.sequence += 1;
            let worked = (passed - PREPARING_MS).clamp(0, LENGTH_MS);
            if worked > 0 {
                job.view.stage = JobStage::Working;
                job.view.left_ms = Some((LENGTH_MS - worked) as u64);
            }
            job.view.done = job.view.total.unwrap_or(0) * worked as u64 / LENGTH_MS as u64;
            if worked >= LENGTH_MS {
                job.view.state = JobState::Finished { result: job.outcome.clone() };
                ended.push((job.view.session_id, job.outcome.clone()));
            }
        }
        for (session_id, outcome) in ended {
            self.finish(session_id, outcome);
        }
    }

    fn finish(&mut self, session_id: Option<SessionId>, outcome: JobResult) {
        match outcome {
            JobResult::Model(id) => {
                for model in self.models.iter_mut().filter(|model| model.id == id) {
                    model.installed = true;
                }
            }
            JobResult::Recording(id) => {
                let recording = data::recording(id);
                if let Some(session) = session_id.and_then(|id| self.session_mut(id).ok()) {
                    session.recordings.insert(0, recording);
                }
            }
            JobResult::Transcript(id) => self.end_transcription(id, TranscriptStatus::Completed),
        }
    }

    fn end_transcription(&mut self, id: TranscriptId, status: TranscriptStatus) {
        let all = self.sessions.iter_mut().flat_map(|s| s.transcripts.iter_mut());
        let summaries = all.chain(self.transcripts.iter_mut().map(|t| &mut t.summary));
        for summary in summaries.filter(|summary| summary.id == id) {
            summary.status = status;
            summary.covered_ms = summary.duration_ms;
        }
    }

    /// How a job stands, and the segments found since it was last looked at.
    pub fn look_at_job(&mut self, id: JobId) -> Result<(JobView, Vec<SegmentView>), ApiError> {
        let job = self.jobs.iter().find(|job| job.view.id == id).ok_or_else(missing)?;
        let view = job.view.clone();
        let JobResult::Transcript(transcript) = &job.outcome else { return Ok((view, Vec::new())) };
        let Some(transcript) = self.transcripts.iter().find(|t| t.summary.id == *transcript) else {
            return Ok((view, Vec::new()));
        };
        let found = transcript.segments.iter().take_while(|segment| segment.end_ms <= view.done).count();
        let heard = self.heard.entry(id).or_default();
        let new = transcript.segments[(*heard).min(found)..found].to_vec();
        *heard = found;
        Ok((view, new))
    }
}

impl Answer<ListJobs> for World {
    fn answer(&mut self, command: ListJobs) -> Result<Vec<JobView>, ApiError> {
        let wanted =
            |job: &&FakeJob| command.session_id.is_none() || job.view.session_id == command.session_id;
        Ok(self.jobs.iter().rev().filter(wanted).map(|job| job.view.clone()).collect())
    }
}

impl Answer<WatchJob> for World {
    fn answer(&mut self, command: WatchJob) -> Result<JobView, ApiError> {
        self.look_at_job(command.job_id).map(|(view, _)| view)
    }
}

impl Answer<CancelJob> for World {
    fn answer(&mut self, command: CancelJob) -> Result<Done, ApiError> {
        let job = self.jobs.iter_mut().find(|job| job.view.id == command.job_id).ok_or_else(missing)?;
        if job.view.state == JobState::Running {
            job.view.sequence += 1;
            job.view.state = JobState::Cancelled;
            if let JobResult::Transcript(id) = job.outcome {
                self.end_transcription(id, TranscriptStatus::Failed);
            }
        }
        Ok(Done {})
    }
}

impl Answer<ImportRecording> for World {
    fn answer(&mut self, command: ImportRecording) -> Result<JobId, ApiError> {
        let recording = RecordingId(self.id());
        let total = data::SESSION_MS;
        Ok(self.start(
            JobKind::Import,
            Some(command.session_id),
            JobUnit::AudioMs,
            total,
            JobResult::Recording(recording),
        ))
    }
}

impl Answer<StartTranscription> for World {
    fn answer(&mut self, command: StartTranscription) -> Result<JobId, ApiError> {
        let id = TranscriptId(self.id());
        let mut transcript = data::transcript(self, id, command.recording_id);
        transcript.summary.status = TranscriptStatus::Processing;
        transcript.summary.model = command.model_id;
        let has = |recordings: &[RecordingView]| recordings.iter().any(|r| r.id == command.recording_id);
        let session = self.sessions.iter_mut().find(|s| has(&s.recordings)).ok_or_else(missing)?;
        session.transcripts.insert(0, transcript.summary.clone());
        let session_id = session.id;
        self.transcripts.push(transcript);
        let total = data::SESSION_MS;
        Ok(self.start(
            JobKind::Transcription,
            Some(session_id),
            JobUnit::AudioMs,
            total,
            JobResult::Transcript(id),
        ))
    }
}
