use contract::jobs::*;
use contract::{ApiError, Done, ErrorCode, JobId, RecordingId, SessionId, TranscriptId};

use super::{Group, at, every, id, text, transcripts};

pub(super) fn running() -> JobView {
    JobView {
        id: JobId(id(81)),
        kind: JobKind::Transcription,
        session_id: Some(SessionId(id(20))),
        sequence: 17,
        stage: JobStage::Working,
        done: 120_000,
        total: Some(2_950_000),
        unit: JobUnit::AudioMs,
        left_ms: Some(400_000),
        state: JobState::Running,
        started_at: at(53),
    }
}

fn ended(state: JobState) -> JobView {
    JobView { state, left_ms: None, ..running() }
}

fn ends() -> Vec<JobView> {
    let results = [
        JobResult::Recording(RecordingId(id(40))),
        JobResult::Transcript(TranscriptId(id(50))),
        JobResult::Model(text("small.en")),
    ];
    let error =
        ApiError::new(ErrorCode::WorkerCrashed, "The speech program stopped. Nothing recorded was lost.");
    let mut ends: Vec<_> = results.map(|result| ended(JobState::Finished { result })).to_vec();
    ends.extend([ended(JobState::Failed { error }), ended(JobState::Cancelled)]);
    ends
}

pub(super) fn group() -> Group {
    let job_id = JobId(id(81));
    let install = JobView {
        id: JobId(id(82)),
        kind: JobKind::ModelInstall,
        session_id: None,
        total: None,
        unit: JobUnit::Bytes,
        ..running()
    };
    Group::default()
        .command(
            vec![ListJobs::default(), ListJobs { session_id: Some(SessionId(id(20))) }],
            vec![vec![running(), install]],
        )
        .streaming(
            vec![WatchJob { job_id }],
            ends(),
            vec![JobEvent::Progress(running()), JobEvent::Segments { segments: transcripts::segments() }],
        )
        .command(vec![CancelJob { job_id }], vec![Done {}])
        .values("JobKind", every!(JobKind: Import, Transcription, ModelInstall))
        .values("JobStage", every!(JobStage: Preparing, Working))
        .values("JobUnit", every!(JobUnit: AudioMs, Bytes))
}
