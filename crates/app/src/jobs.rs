//! Long work that outlives the page that started it: progress, cancelling, and a snapshot for whoever looks.

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use contract::jobs::{JobEvent, JobKind, JobResult, JobStage, JobState, JobUnit, JobView};
use contract::transcripts::SegmentView;
use contract::{ApiError, ErrorCode, JobId, SessionId};
use tokio::sync::{broadcast, watch};

use crate::App;
use crate::vault::OpenVault;

/// All jobs of this run of the program.
#[derive(Default)]
pub(crate) struct Jobs {
    jobs: Mutex<HashMap<JobId, Arc<Job>>>,
}

/// How many ended jobs are remembered.
const REMEMBERED: usize = 200;
/// How often progress is reported at most: often enough to look alive, seldom enough to cost nothing.
const REPORT_EVERY: Duration = Duration::from_millis(50);
/// Segments a slow watcher may lag behind; it reads the transcript itself when it has missed some.
const SEGMENT_BACKLOG: usize = 256;

/// One job.
pub(crate) struct Job {
    view: watch::Sender<JobView>,
    segments: broadcast::Sender<SegmentView>,
    /// Tells the decoders and the speech worker to stop.
    pub(crate) audio_cancel: audio::CancelToken,
    pub(crate) speech_cancel: speech::CancelToken,
    began: Instant,
    reported: Mutex<Instant>,
}

impl Job {
    pub(crate) fn id(&self) -> JobId {
        self.view.borrow().id
    }

    /// Reports that everything is ready and the work begins.
    pub(crate) fn begin(&self, total: u64) {
        self.view.send_modify(|view| {
            view.stage = JobStage::Working;
            view.total = Some(total);
            view.sequence += 1;
        });
    }

    /// Reports how far the work has come.
    pub(crate) fn progress(&self, done: u64, total: Option<u64>) {
        let mut reported = self.reported.lock().unwrap_or_else(PoisonError::into_inner);
        if reported.elapsed() < REPORT_EVERY && total != Some(done) {
            return;
        }
        *reported = Instant::now();
        drop(reported);
        let spent = self.began.elapsed();
        self.view.send_modify(|view| {
            view.stage = JobStage::Working;
            view.done = done;
            view.total = total;
            view.left_ms = time_left(spent, done, total);
            view.sequence += 1;
        });
    }

    /// Hands on segments to whoever watches.
    pub(crate) fn segments(&self, segments: Vec<SegmentView>) {
        for segment in segments {
            // Nobody watching is no error.
            let _ = self.segments.send(segment);
        }
    }

    fn cancel(&self) {
        self.audio_cancel.cancel();
        self.speech_cancel.cancel();
    }

    fn is_running(&self) -> bool {
        self.view.borrow().state == JobState::Running
    }

    fn end(&self, result: Result<JobResult, ApiError>) {
        let state = match result {
            Ok(result) => JobState::Finished { result },
            Err(error) if error.code == ErrorCode::Cancelled => JobState::Cancelled,
            Err(error) => JobState::Failed { error },
        };
        self.view.send_modify(|view| {
            view.state = state;
            view.left_ms = None;
            view.sequence += 1;
        });
    }
}

/// An estimate from the pace so far, once there is a pace to speak of.
fn time_left(spent: Duration, done: u64, total: Option<u64>) -> Option<u64> {
    let total = total?;
    if done == 0 || spent < Duration::from_millis(500) || done > total {
        return None;
    }
    let left = spent.as_millis() * u128::from(total - done) / u128::from(done);
    u64::try_from(left).ok()
}

impl Jobs {
    fn all(&self) -> Vec<Arc<Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }

    pub(crate) fn find(&self, id: JobId) -> Option<Arc<Job>> {
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }

    /// Jobs as they stand, newest first.
    pub(crate) fn list(&self, session_id: Option<SessionId>) -> Vec<JobView> {
        let mut views: Vec<_> = self.all().iter().map(|job| job.view.borrow().clone()).collect();
        views.retain(|view| session_id.is_none() || view.session_id == session_id);
        views.sort_by_key(|view| std::cmp::Reverse(view.id));
        views
    }

    pub(crate) fn any_running(&self) -> bool {
        self.all().iter().any(|job| job.is_running())
    }

    /// Whether such a job runs for a session.
    pub(crate) fn is_busy(&self, session_id: SessionId, kind: JobKind) -> bool {
        self.list(Some(session_id)).iter().any(|view| view.kind == kind && view.state == JobState::Running)
    }

    /// Asks a job to stop.
    pub(crate) fn cancel(&self, id: JobId) -> Result<(), ApiError> {
        self.find(id).map(|job| job.cancel()).ok_or_else(|| crate::errors::not_found("job"))
    }

    /// Stops all jobs and waits until they have ended.
    pub(crate) async fn stop_all(&self) {
        for job in self.all() {
            job.cancel();
            let mut view = job.view.subscribe();
            // The sender lives in `job`, so waiting ends only with the job.
            let _ = view.wait_for(|view| view.state != JobState::Running).await;
        }
    }

    fn add(&self, job: Arc<Job>) {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.insert(job.id(), job);
        while jobs.len() > REMEMBERED {
            let oldest = jobs.iter().filter(|(_, job)| !job.is_running()).map(|(id, _)| *id).min();
            let Some(oldest) = oldest else { break };
            jobs.remove(&oldest);
        }
    }
}

impl App {
    /// Registers a job; its work begins with [`App::start_job`].
    pub(crate) fn register_job(
        &self,
        kind: JobKind,
        session_id: Option<SessionId>,
        unit: JobUnit,
    ) -> Arc<Job> {
        let view = JobView {
            id: JobId(self.clock().make_id()),
            kind,
            session_id,
            sequence: 0,
            stage: JobStage::Preparing,
            done: 0,
            total: None,
            unit,
            left_ms: None,
            state: JobState::Running,
            started_at: self.clock().now(),
        };
        let job = Arc::new(Job {
            view: watch::Sender::new(view),
            segments: broadcast::Sender::new(SEGMENT_BACKLOG),
            audio_cancel: audio::CancelToken::new(),
            speech_cancel: speech::CancelToken::new(),
            began: Instant::now(),
            reported: Mutex::new(Instant::now()),
        });
        self.jobs.add(job.clone());
        job
    }

    /// Runs a job's work beside everything else. `open` is held until the work has ended, so that it can finish while
    /// the vault is locked for want of activity.
    pub(crate) fn start_job<F>(self: Arc<Self>, job: Arc<Job>, open: Option<Arc<OpenVault>>, work: F)
    where
        F: Future<Output = Result<JobResult, ApiError>> + Send + 'static,
    {
        tokio::spawn(async move {
            // A panic inside the work must end the job, not leave it running for ever.
            let result = match tokio::spawn(work).await {
                Ok(result) => result,
                Err(error) => Err(crate::errors::internal(&error)),
            };
            job.end(result);
            if let Some(open) = open {
                self.close_if_unused(open).await;
            }
        });
    }

    /// Follows a job until it ends.
    pub(crate) async fn watch_job(
        &self,
        id: JobId,
        mut on_event: impl FnMut(JobEvent),
    ) -> Result<JobView, ApiError> {
        let job = self.jobs.find(id).ok_or_else(|| crate::errors::not_found("job"))?;
        let mut segments = job.segments.subscribe();
        let mut view = job.view.subscribe();
        loop {
            let now = view.borrow_and_update().clone();
            let found = drain(&mut segments);
            if !found.is_empty() {
                on_event(JobEvent::Segments { segments: found });
            }
            on_event(JobEvent::Progress(now.clone()));
            if now.state != JobState::Running {
                return Ok(now);
            }
            if view.changed().await.is_err() {
                return Ok(now);
            }
        }
    }
}

fn drain(segments: &mut broadcast::Receiver<SegmentView>) -> Vec<SegmentView> {
    let mut found = Vec::new();
    loop {
        match segments.try_recv() {
            Ok(segment) => found.push(segment),
            Err(broadcast::error::TryRecvError::Lagged(_)) => {}
            Err(_) => return found,
        }
    }
}
