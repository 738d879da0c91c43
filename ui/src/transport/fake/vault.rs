//! The vault, its keys, the audit log and models.

use contract::audit::*;
use contract::models::*;
use contract::samples::*;
use contract::vault::*;
use contract::{ApiError, Done, ErrorCode, JobId};
use uuid::Uuid;

use super::world::{World, now};
use super::{Answer, data};

const VAULT: Uuid = Uuid::from_u128(0x0198_5c1e_7a40_7b11_9d02_3f6a_11c0_42d7);

impl World {
    fn status(&self) -> VaultStatus {
        let open = self.state == VaultState::Unlocked;
        let left = self.retry_at.map_or(0, |at| (at - now()).num_milliseconds().max(0));
        VaultStatus {
            state: self.state,
            vault_id: (self.state != VaultState::Absent).then_some(VAULT),
            owner: open.then(|| self.owner.clone()),
            key_store: self.key_store,
            failed_tries: self.failed_tries,
            retry_after_ms: left as u64,
            auto_lock_minutes: open.then_some(self.auto_lock_minutes),
            locks_at: open
                .then(|| self.last_activity + chrono::Duration::minutes(i64::from(self.auto_lock_minutes))),
            recovery_confirmed: open.then_some(self.recovery_confirmed),
            handed_over: None,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    fn open(&mut self) -> UnlockOutcome {
        self.state = VaultState::Unlocked;
        self.failed_tries = 0;
        self.retry_at = None;
        self.last_activity = now();
        UnlockOutcome::Unlocked
    }

    fn wrong(&mut self) -> UnlockOutcome {
        self.failed_tries += 1;
        let retry_after_ms = if self.failed_tries < 2 { 0 } else { 2_000 << self.failed_tries.min(6) };
        self.retry_at = Some(now() + chrono::Duration::milliseconds(retry_after_ms));
        UnlockOutcome::Wrong { failed_tries: self.failed_tries, retry_after_ms: retry_after_ms as u64 }
    }

    fn again(&self, passphrase: &str) -> Result<(), ApiError> {
        if passphrase == self.passphrase {
            return Ok(());
        }
        let message = "That is not the passphrase of this vault. Nothing was changed.";
        Err(ApiError::new(ErrorCode::WrongPassphrase, message))
    }

    fn new_key(&mut self) -> NewRecoveryKey {
        self.recovery_confirmed = false;
        NewRecoveryKey { words: self.recovery_words.clone(), made_at: now(), vault_id: VAULT }
    }
}

impl Answer<GetStatus> for World {
    fn answer(&mut self, _: GetStatus) -> Result<VaultStatus, ApiError> {
        Ok(self.status())
    }
}

impl Answer<CheckPassphrase> for World {
    fn answer(&mut self, command: CheckPassphrase) -> Result<PassphraseVerdict, ApiError> {
        let characters = command.passphrase.chars().count() as u32;
        Ok(match characters {
            0..15 => PassphraseVerdict::TooShort { characters, needed: 15 },
            _ if command.passphrase.starts_with("password") => PassphraseVerdict::TooCommon,
            1024.. => PassphraseVerdict::TooLong,
            _ => PassphraseVerdict::Acceptable,
        })
    }
}

impl Answer<CreateVault> for World {
    fn answer(&mut self, command: CreateVault) -> Result<NewRecoveryKey, ApiError> {
        self.owner = Owner { name: command.name, role: command.role };
        self.passphrase = command.passphrase;
        if command.use_key_store {
            self.key_store = KeyStoreState::Enrolled;
        }
        self.open();
        Ok(self.new_key())
    }
}

impl Answer<ConfirmRecoveryKey> for World {
    fn answer(&mut self, command: ConfirmRecoveryKey) -> Result<RecoveryCheck, ApiError> {
        let wrong =
            |asked: &&RecoveryWord| self.recovery_words.get(asked.position as usize - 1) != Some(&asked.word);
        let positions: Vec<u32> = command.words.iter().filter(wrong).map(|asked| asked.position).collect();
        if !positions.is_empty() {
            return Ok(RecoveryCheck::Wrong { positions });
        }
        self.recovery_confirmed = true;
        Ok(RecoveryCheck::Confirmed)
    }
}

impl Answer<MakeRecoveryKey> for World {
    fn answer(&mut self, command: MakeRecoveryKey) -> Result<NewRecoveryKey, ApiError> {
        self.again(&command.passphrase)?;
        Ok(self.new_key())
    }
}

impl Answer<UnlockVault> for World {
    fn answer(&mut self, command: UnlockVault) -> Result<UnlockOutcome, ApiError> {
        let left = self.status().retry_after_ms;
        if left > 0 {
            return Ok(UnlockOutcome::Delayed { retry_after_ms: left });
        }
        if super::scenario() == "damaged" {
            let message = "The header of the vault does not match its seal.".to_owned();
            return Ok(UnlockOutcome::Damaged { message });
        }
        Ok(if command.passphrase == self.passphrase { self.open() } else { self.wrong() })
    }
}

impl Answer<UnlockWithKeyStore> for World {
    fn answer(&mut self, _: UnlockWithKeyStore) -> Result<UnlockOutcome, ApiError> {
        let enrolled = self.key_store == KeyStoreState::Enrolled;
        Ok(if enrolled { self.open() } else { UnlockOutcome::KeyStoreUnusable })
    }
}

impl Answer<RecoverVault> for World {
    fn answer(&mut self, command: RecoverVault) -> Result<UnlockOutcome, ApiError> {
        let words: Vec<&str> = command.words.split_whitespace().collect();
        if words.len() != 24 {
            let message = format!("These are {} words; a recovery key has 24.", words.len());
            return Ok(UnlockOutcome::NotARecoveryKey { message });
        }
        if words != self.recovery_words {
            return Ok(self.wrong());
        }
        self.passphrase = command.new_passphrase;
        Ok(self.open())
    }
}

impl Answer<LockVault> for World {
    fn answer(&mut self, _: LockVault) -> Result<Done, ApiError> {
        self.state = VaultState::Locked;
        Ok(Done {})
    }
}

impl Answer<KeepAwake> for World {
    fn answer(&mut self, _: KeepAwake) -> Result<Done, ApiError> {
        self.last_activity = now();
        Ok(Done {})
    }
}

impl Answer<ChangePassphrase> for World {
    fn answer(&mut self, command: ChangePassphrase) -> Result<Done, ApiError> {
        self.again(&command.current)?;
        self.passphrase = command.new;
        Ok(Done {})
    }
}

impl Answer<RekeyVault> for World {
    fn answer(&mut self, command: RekeyVault) -> Result<NewRecoveryKey, ApiError> {
        self.again(&command.passphrase)?;
        Ok(self.new_key())
    }
}

impl Answer<SetKeyStore> for World {
    fn answer(&mut self, command: SetKeyStore) -> Result<VaultStatus, ApiError> {
        self.key_store = if command.enrolled { KeyStoreState::Enrolled } else { KeyStoreState::Available };
        Ok(self.status())
    }
}

impl Answer<SetAutoLock> for World {
    fn answer(&mut self, command: SetAutoLock) -> Result<VaultStatus, ApiError> {
        self.auto_lock_minutes = command.minutes;
        Ok(self.status())
    }
}

impl Answer<ListModels> for World {
    fn answer(&mut self, _: ListModels) -> Result<Vec<ModelView>, ApiError> {
        Ok(self.models.clone())
    }
}

impl Answer<AddModel> for World {
    fn answer(&mut self, _: AddModel) -> Result<JobId, ApiError> {
        Ok(self.start_model_install("small.en"))
    }
}

impl Answer<RemoveModel> for World {
    fn answer(&mut self, command: RemoveModel) -> Result<Done, ApiError> {
        for model in self.models.iter_mut().filter(|model| model.id == command.model_id) {
            model.installed = false;
        }
        Ok(Done {})
    }
}

impl Answer<ListAuditEntries> for World {
    fn answer(&mut self, command: ListAuditEntries) -> Result<AuditList, ApiError> {
        let page = command.page;
        let newest = self.audit.iter().rev().skip(page.offset as usize).take(page.limit as usize);
        Ok(AuditList { total: self.audit.len() as u64, entries: newest.cloned().collect() })
    }
}

impl Answer<VerifyAudit> for World {
    fn answer(&mut self, _: VerifyAudit) -> Result<AuditVerdict, ApiError> {
        Ok(AuditVerdict::Intact { entries: self.audit.len() as u64 })
    }
}

impl Answer<ExportAuditCheckpoint> for World {
    fn answer(&mut self, _: ExportAuditCheckpoint) -> Result<AuditCheckpoint, ApiError> {
        let chain = "5f0c9a7b".repeat(8);
        Ok(AuditCheckpoint { vault_id: VAULT, sequence: self.audit.len() as u64, chain, at: now() })
    }
}

impl Answer<AddSampleData> for World {
    fn answer(&mut self, _: AddSampleData) -> Result<SampleData, ApiError> {
        data::fill(self);
        Ok(SampleData { clients: self.clients.iter().map(|client| client.id).collect() })
    }
}
