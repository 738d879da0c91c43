//! Everything that crosses between a front (window, `attunectl`, HTTP) and the core.
//!
//! Owns the one list of commands ([`commands!`]), their replies and events, ids, and [`ApiError`].
//! Never holds rules, I/O or domain types: `app` converts its own types into these views. Compiles natively and for
//! wasm32, so that the interface and the core are checked against the same definitions.
//!
//! Entry types: [`Command`], [`Access`], [`Audit`], [`ApiError`].
//!
//! Units are in the names (`duration_ms`); instants are UTC (RFC 3339 on the wire); ids are UUIDs.

mod command;
mod error;
mod ids;

pub mod audit;
pub mod clients;
pub mod consents;
pub mod instruments;
pub mod jobs;
pub mod models;
pub mod notes;
pub mod recordings;
pub mod results;
pub mod risk;
pub mod samples;
pub mod screenings;
pub mod search;
pub mod sessions;
pub mod transcripts;
pub mod vault;

pub use command::{Access, Audit, Command, NoEvent};
pub use error::{ApiError, ErrorCode};
pub use ids::*;

/// A reply that carries nothing but its arrival.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Done {}

/// Which slice of a long list is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Page {
    /// Rows to skip.
    pub offset: u32,
    /// Rows wanted; the core gives at most 1,000.
    pub limit: u32,
}

impl Default for Page {
    fn default() -> Self {
        Self { offset: 0, limit: 200 }
    }
}

/// Calls the macro named in the first argument with the list of every command: the only such list there is.
#[macro_export]
macro_rules! commands {
    ($callback:ident) => {
        $callback! {
            $crate::vault::GetStatus,
            $crate::vault::CheckPassphrase,
            $crate::vault::CreateVault,
            $crate::vault::ConfirmRecoveryKey,
            $crate::vault::MakeRecoveryKey,
            $crate::vault::UnlockVault,
            $crate::vault::UnlockWithKeyStore,
            $crate::vault::RecoverVault,
            $crate::vault::LockVault,
            $crate::vault::KeepAwake,
            $crate::vault::ChangePassphrase,
            $crate::vault::RekeyVault,
            $crate::vault::SetKeyStore,
            $crate::vault::SetAutoLock,
            $crate::clients::ListClients,
            $crate::clients::GetClient,
            $crate::clients::CreateClient,
            $crate::clients::UpdateClient,
            $crate::consents::ListConsentTexts,
            $crate::consents::ListConsents,
            $crate::consents::GiveConsent,
            $crate::consents::WithdrawConsent,
            $crate::sessions::ListSessions,
            $crate::sessions::GetSession,
            $crate::sessions::CreateSession,
            $crate::sessions::StartQuickSession,
            $crate::sessions::AssignSession,
            $crate::sessions::UpdateSession,
            $crate::sessions::MoveSession,
            $crate::recordings::ImportRecording,
            $crate::recordings::ReadAudio,
            $crate::recordings::GetWaveform,
            $crate::recordings::DeleteRecording,
            $crate::models::ListModels,
            $crate::models::AddModel,
            $crate::models::RemoveModel,
            $crate::transcripts::StartTranscription,
            $crate::transcripts::GetTranscript,
            $crate::transcripts::RelabelSegments,
            $crate::transcripts::CorrectSegment,
            $crate::notes::DraftNote,
            $crate::notes::GetNote,
            $crate::notes::SaveNote,
            $crate::notes::SignNote,
            $crate::notes::AddAddendum,
            $crate::notes::ListNoteVersions,
            $crate::notes::GetNoteVersion,
            $crate::notes::ExportNote,
            $crate::instruments::ListInstruments,
            $crate::instruments::GetInstrument,
            $crate::instruments::AddInstrument,
            $crate::instruments::SetInstrumentEnabled,
            $crate::instruments::ListBatteries,
            $crate::instruments::SaveBattery,
            $crate::instruments::RemoveBattery,
            $crate::screenings::GetOwnRecord,
            $crate::screenings::StartScreening,
            $crate::screenings::GetForm,
            $crate::screenings::AnswerItem,
            $crate::screenings::SaveComment,
            $crate::screenings::FinishScreening,
            $crate::screenings::DiscardScreening,
            $crate::screenings::ListScreenings,
            $crate::screenings::ListPlans,
            $crate::screenings::ListDue,
            $crate::screenings::SavePlan,
            $crate::screenings::EndPlan,
            $crate::screenings::BeginHandOver,
            $crate::screenings::EndHandOver,
            $crate::results::GetResults,
            $crate::results::GetTrends,
            $crate::results::CompareScreenings,
            $crate::results::ExportResults,
            $crate::risk::GetHelplines,
            $crate::risk::ListAlerts,
            $crate::risk::AcknowledgeAlert,
            $crate::risk::GetSafetyPlan,
            $crate::risk::SaveSafetyPlan,
            $crate::jobs::ListJobs,
            $crate::jobs::WatchJob,
            $crate::jobs::CancelJob,
            $crate::search::Search,
            $crate::audit::ListAuditEntries,
            $crate::audit::VerifyAudit,
            $crate::audit::ExportAuditCheckpoint,
            $crate::samples::AddSampleData,
        }
    };
}
