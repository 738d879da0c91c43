//! Invented data in memory, behind the cargo feature `fake`: to look at pages without a core. Never part of a release.
//!
//! The address says what to begin with: `?fake=first-run`, `locked`, `empty`, `client`, `practice`, `many`; without it,
//! the vault is open and one session has been transcribed and drafted. Nothing survives a reload.

mod clinical;
mod data;
mod jobs;
mod notes;
mod vault;
mod world;

use std::cell::RefCell;

use contract::jobs::{JobEvent, JobState, WatchJob};
use contract::{ApiError, Command, ErrorCode};

use super::Purpose;
use world::World;

thread_local! {
    static WORLD: RefCell<World> = RefCell::new(World::begin(&scenario()));
}

fn scenario() -> String {
    let search = web_sys::window().and_then(|w| w.location().search().ok()).unwrap_or_default();
    let found = search.trim_start_matches('?').split('&').find_map(|part| part.strip_prefix("fake="));
    found.unwrap_or("open").to_owned()
}

/// How the invented core answers a command.
pub(super) trait Answer<C: Command> {
    fn answer(&mut self, command: C) -> Result<C::Reply, ApiError>;
}

macro_rules! dispatch {
    ($($command:ty),* $(,)?) => {
        fn dispatch(world: &mut World, name: &str, body: &str) -> Result<String, ApiError> {
            $(if name == <$command as Command>::NAME {
                world.check::<$command>()?;
                let command: $command = super::decode(body)?;
                return super::encode(&Answer::<$command>::answer(world, command)?);
            })*
            Err(ApiError::new(ErrorCode::BadCall, format!("The invented core does not know {name}.")))
        }
    };
}
// Screening is looked at with a real core: invented scores would be a second set of rules.
dispatch!(
    contract::vault::GetStatus,
    contract::vault::CheckPassphrase,
    contract::vault::CreateVault,
    contract::vault::ConfirmRecoveryKey,
    contract::vault::MakeRecoveryKey,
    contract::vault::UnlockVault,
    contract::vault::UnlockWithKeyStore,
    contract::vault::RecoverVault,
    contract::vault::LockVault,
    contract::vault::KeepAwake,
    contract::vault::ChangePassphrase,
    contract::vault::RekeyVault,
    contract::vault::SetKeyStore,
    contract::vault::SetAutoLock,
    contract::clients::ListClients,
    contract::clients::GetClient,
    contract::clients::CreateClient,
    contract::clients::UpdateClient,
    contract::consents::ListConsentTexts,
    contract::consents::ListConsents,
    contract::consents::GiveConsent,
    contract::consents::WithdrawConsent,
    contract::sessions::ListSessions,
    contract::sessions::GetSession,
    contract::sessions::CreateSession,
    contract::sessions::StartQuickSession,
    contract::sessions::AssignSession,
    contract::sessions::UpdateSession,
    contract::sessions::MoveSession,
    contract::recordings::ImportRecording,
    contract::recordings::ReadAudio,
    contract::recordings::GetWaveform,
    contract::recordings::DeleteRecording,
    contract::models::ListModels,
    contract::models::AddModel,
    contract::models::RemoveModel,
    contract::transcripts::StartTranscription,
    contract::transcripts::GetTranscript,
    contract::transcripts::RelabelSegments,
    contract::transcripts::CorrectSegment,
    contract::notes::DraftNote,
    contract::notes::GetNote,
    contract::notes::SaveNote,
    contract::notes::SignNote,
    contract::notes::AddAddendum,
    contract::notes::ListNoteVersions,
    contract::notes::GetNoteVersion,
    contract::notes::ExportNote,
    contract::jobs::ListJobs,
    contract::jobs::WatchJob,
    contract::jobs::CancelJob,
    contract::search::Search,
    contract::audit::ListAuditEntries,
    contract::audit::VerifyAudit,
    contract::audit::ExportAuditCheckpoint,
    contract::samples::AddSampleData,
);

pub async fn call(name: &str, body: &str) -> Result<String, ApiError> {
    // A real core takes a moment; a page must show what it does meanwhile.
    pause(25).await;
    WORLD.with_borrow_mut(|world| {
        world.tick();
        dispatch(world, name, body)
    })
}

pub async fn stream(name: &str, body: &str, hear: &mut dyn FnMut(&str)) -> Result<String, ApiError> {
    if name != WatchJob::NAME {
        return call(name, body).await;
    }
    let WatchJob { job_id } = super::decode(body)?;
    loop {
        let (view, segments) = WORLD.with_borrow_mut(|world| {
            world.tick();
            world.look_at_job(job_id)
        })?;
        if !segments.is_empty() {
            hear(&super::encode(&JobEvent::Segments { segments })?);
        }
        if view.state != JobState::Running {
            return super::encode(&view);
        }
        hear(&super::encode(&JobEvent::Progress(view))?);
        pause(200).await;
    }
}

pub async fn pick_file(purpose: Purpose) -> Result<String, ApiError> {
    pause(300).await;
    WORLD.with_borrow_mut(|world| super::encode(&Some(world.pick(purpose))))
}

async fn pause(millis: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, millis);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}
