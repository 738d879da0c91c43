//! What the invented core knows.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use contract::audit::AuditEntryView;
use contract::clients::ClientView;
use contract::consents::ConsentView;
use contract::models::ModelView;
use contract::notes::{NoteVersionSummary, NoteView, SectionView};
use contract::recordings::PickedFile;
use contract::sessions::SessionView;
use contract::transcripts::{SegmentView, TranscriptView};
use contract::vault::{KeyStoreState, Owner, Role, VaultState};
use contract::{Access, ApiError, Audit, Command, ErrorCode, JobId, NoteId, PickId};
use uuid::Uuid;

use super::super::Purpose;
use super::{data, jobs::FakeJob};

pub(super) struct World {
    pub state: VaultState,
    pub owner: Owner,
    pub passphrase: String,
    pub key_store: KeyStoreState,
    pub failed_tries: u32,
    pub retry_at: Option<DateTime<Utc>>,
    pub auto_lock_minutes: u32,
    pub last_activity: DateTime<Utc>,
    pub recovery_confirmed: bool,
    pub recovery_words: Vec<String>,
    pub clients: Vec<ClientView>,
    pub consents: Vec<ConsentView>,
    pub sessions: Vec<SessionView>,
    pub transcripts: Vec<TranscriptView>,
    pub notes: Vec<NoteView>,
    pub versions: HashMap<NoteId, Vec<(NoteVersionSummary, Vec<SectionView>)>>,
    pub jobs: Vec<FakeJob>,
    pub heard: HashMap<JobId, usize>,
    pub models: Vec<ModelView>,
    pub audit: Vec<AuditEntryView>,
    next_id: u128,
}

impl World {
    pub fn begin(scenario: &str) -> Self {
        let role = match scenario {
            "client" => Role::Client,
            "practice" => Role::Practice,
            _ => Role::Clinician,
        };
        let mut world = Self {
            state: match scenario {
                "first-run" => VaultState::Absent,
                "locked" | "damaged" => VaultState::Locked,
                _ => VaultState::Unlocked,
            },
            owner: Owner { name: "Dr. Robin Amaro".to_owned(), role },
            passphrase: "three calm rivers north".to_owned(),
            key_store: KeyStoreState::Available,
            failed_tries: 0,
            retry_at: None,
            auto_lock_minutes: 10,
            last_activity: now(),
            recovery_confirmed: scenario != "unconfirmed",
            recovery_words: data::recovery_words(),
            clients: Vec::new(),
            consents: Vec::new(),
            sessions: Vec::new(),
            transcripts: Vec::new(),
            notes: Vec::new(),
            versions: HashMap::new(),
            jobs: Vec::new(),
            heard: HashMap::new(),
            models: data::models(),
            audit: Vec::new(),
            next_id: 0x0198_0000_0000_7000_8000_0000_0000_0000,
        };
        if !matches!(scenario, "first-run" | "empty") && role == Role::Clinician {
            data::fill(&mut world);
        }
        if scenario == "many" {
            data::fill_many(&mut world);
        }
        data::fill_audit(&mut world);
        world
    }

    pub fn id(&mut self) -> Uuid {
        self.next_id += 1;
        Uuid::from_u128(self.next_id)
    }

    /// What the dispatcher of the real core checks.
    pub fn check<C: Command>(&mut self) -> Result<(), ApiError> {
        if C::ACCESS != Access::Anyone && self.state != VaultState::Unlocked {
            return Err(ApiError::new(ErrorCode::Locked, "The vault is locked."));
        }
        if let Access::Roles(roles) = C::ACCESS
            && !roles.contains(&self.owner.role)
        {
            return Err(ApiError::new(ErrorCode::Forbidden, "This vault’s role does not allow this."));
        }
        let kind = match C::AUDIT {
            Audit::None => return Ok(()),
            Audit::Read => "read",
            Audit::Change => "change",
            Audit::Export => "export",
            Audit::Security => "security",
        };
        let entry = self.entry(now(), C::NAME, kind, "ok");
        self.audit.push(entry);
        Ok(())
    }

    pub fn entry(&self, at: DateTime<Utc>, action: &str, kind: &str, outcome: &str) -> AuditEntryView {
        AuditEntryView {
            sequence: self.audit.len() as u64 + 1,
            at,
            actor: self.owner.name.clone(),
            front: "window".to_owned(),
            action: action.to_owned(),
            kind: kind.to_owned(),
            outcome: outcome.to_owned(),
            subject: None,
        }
    }

    /// Lets time pass: jobs move on, and an idle vault locks.
    pub fn tick(&mut self) {
        self.move_jobs_on();
        let locks_at = self.last_activity + Duration::minutes(i64::from(self.auto_lock_minutes));
        if self.state == VaultState::Unlocked && now() > locks_at {
            self.state = VaultState::Locked;
        }
    }

    pub fn pick(&mut self, purpose: Purpose) -> PickedFile {
        let (name, bytes) = match purpose {
            Purpose::Audio => ("session-2026-11-21.flac", 48_211_902),
            Purpose::Model => ("ggml-small.en.bin", 487_614_201),
        };
        PickedFile { pick_id: PickId(self.id()), name: name.to_owned(), bytes }
    }

    pub fn segment(&mut self, id: contract::SegmentId) -> Result<&mut SegmentView, ApiError> {
        let all = self.transcripts.iter_mut().flat_map(|t| t.segments.iter_mut());
        all.into_iter().find(|segment| segment.id == id).ok_or_else(missing)
    }
}

pub(super) fn now() -> DateTime<Utc> {
    crate::format::now()
}

pub(super) fn missing() -> ApiError {
    ApiError::new(ErrorCode::NotFound, "There is no such record.")
}
