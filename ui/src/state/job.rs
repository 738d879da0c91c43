//! Following a job, from whichever page, however often the page is left and opened again.

use contract::jobs::{JobEvent, JobState, JobView, WatchJob};
use contract::transcripts::SegmentView;
use contract::{ApiError, JobId};
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::use_api;

/// A job being followed.
#[derive(Clone, Copy)]
pub struct Job {
    view: RwSignal<Option<JobView>>,
    segments: RwSignal<Vec<SegmentView>>,
    trouble: RwSignal<Option<ApiError>>,
}

impl Job {
    /// How it stands; `None` when no job is followed. Reactive.
    pub fn view(self) -> Option<JobView> {
        self.view.get()
    }

    /// The signal behind [`Self::view`].
    pub fn view_signal(self) -> ReadSignal<Option<JobView>> {
        self.view.read_only()
    }

    /// It is at work. Reactive.
    pub fn running(self) -> bool {
        self.view.with(|view| view.as_ref().is_some_and(|v| v.state == JobState::Running))
    }

    /// Transcript segments heard since the page began to follow. Reactive.
    pub fn segments(self) -> ReadSignal<Vec<SegmentView>> {
        self.segments.read_only()
    }

    /// Why it cannot be followed, if it cannot. The job itself may well go on. Reactive.
    pub fn trouble(self) -> Option<ApiError> {
        self.trouble.get()
    }
}

/// Follows the job that `which` names, and another one when that changes. `on_end` hears once how it ended; read the
/// whole afresh then, for events may be missed while a page is being left.
pub fn use_job(
    which: impl Fn() -> Option<JobId> + Send + Sync + 'static,
    on_end: impl Fn(JobView) + Clone + 'static,
) -> Job {
    let api = use_api();
    let job =
        Job { view: RwSignal::new(None), segments: RwSignal::new(Vec::new()), trouble: RwSignal::new(None) };
    // A memo, so that a page which reloads its record does not start listening anew to the same job.
    let which = Memo::new(move |_| which());
    Effect::new(move |_| {
        job.view.set(None);
        job.segments.set(Vec::new());
        job.trouble.set(None);
        let Some(job_id) = which.get() else { return };
        let on_end = on_end.clone();
        spawn_local_scoped_with_cancellation(async move {
            match api.stream(WatchJob { job_id }, move |event| hear(job, event)).await {
                Ok(end) => {
                    let _ = job.view.try_set(Some(end.clone()));
                    on_end(end);
                }
                Err(error) => {
                    let _ = job.trouble.try_set(Some(error));
                }
            }
        });
    });
    job
}

fn hear(job: Job, event: JobEvent) {
    match event {
        JobEvent::Progress(view) => {
            let newer = job
                .view
                .try_with_untracked(|old| old.as_ref().is_none_or(|old| old.sequence < view.sequence));
            if newer == Some(true) {
                let _ = job.view.try_set(Some(view));
            }
        }
        JobEvent::Segments { segments } => {
            let _ = job.segments.try_update(|all| all.extend(segments));
        }
    }
}
