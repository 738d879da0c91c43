use contract::jobs::{CancelJob, JobView, ListJobs, WatchJob};
use contract::{ApiError, Done};

use crate::{App, Cx, Handle};

impl Handle<ListJobs> for App {
    async fn handle(&self, _: &mut Cx<'_, ListJobs>, command: ListJobs) -> Result<Vec<JobView>, ApiError> {
        Ok(self.jobs.list(command.session_id))
    }
}

impl Handle<WatchJob> for App {
    async fn handle(&self, cx: &mut Cx<'_, WatchJob>, command: WatchJob) -> Result<JobView, ApiError> {
        // A watch lasts as long as the job: it must not hold the one transaction that the job writes with.
        cx.release().await?;
        self.watch_job(command.job_id, |event| cx.emit(event)).await
    }
}

impl Handle<CancelJob> for App {
    async fn handle(&self, cx: &mut Cx<'_, CancelJob>, command: CancelJob) -> Result<Done, ApiError> {
        cx.about(command.job_id.0);
        self.jobs.cancel(command.job_id)?;
        Ok(Done {})
    }
}
