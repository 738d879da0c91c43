//! Waiting for a job of the core, with progress, until it ends or a person stops it.

use app::Front;
use contract::jobs::{CancelJob, JobEvent, JobResult, JobState, JobView, WatchJob};
use contract::{Command as _, ErrorCode, JobId};

use crate::context::{Core, interruption};
use crate::exit::{Exit, Failure};

/// Follows a job to its end. Ctrl-C asks the core to stop it and waits until it has; a second one leaves at once.
pub(crate) async fn follow(core: &Core, job_id: JobId, title: &str) -> Result<JobResult, Failure> {
    let mut progress = core.output.progress(title);
    let mut on_event = |event| {
        if let Ok(JobEvent::Progress(job)) = serde_json::from_value(event) {
            progress.job(&job);
        }
    };
    let command = serde_json::json!({ "job_id": job_id });
    let watch = core.app.call_streaming(Front::Cli, WatchJob::NAME, command, &mut on_event);
    tokio::pin!(watch);
    let mut stopping = false;
    let reply = loop {
        tokio::select! {
            reply = &mut watch => break reply?,
            () = interruption() => {
                if stopping {
                    std::process::exit(Exit::Interrupted as i32);
                }
                stopping = true;
                core.output.remark("\nStopping …");
                core.run(CancelJob { job_id }).await?;
            }
        }
    };
    let job: JobView =
        serde_json::from_value(reply).map_err(|_| Failure::internal("The job ended in an unknown way."))?;
    match job.state {
        JobState::Finished { result } => Ok(result),
        JobState::Failed { error } => Err(error.into()),
        JobState::Cancelled => {
            Err(Failure::new(ErrorCode::Cancelled, "Stopped. What was saved before is kept."))
        }
        JobState::Running => {
            Err(Failure::internal("The job is still running, and its end was not reported."))
        }
    }
}
