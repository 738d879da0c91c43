use contract::vault::{
    ChangePassphrase, CheckPassphrase, ConfirmRecoveryKey, CreateVault, GetStatus, KeepAwake, KeyStoreState,
    LockVault, MakeRecoveryKey, NewRecoveryKey, Owner, PassphraseVerdict, RecoverVault, RecoveryCheck,
    RekeyVault, SetAutoLock, SetKeyStore, UnlockOutcome, UnlockVault, UnlockWithKeyStore, VaultState,
    VaultStatus,
};
use contract::{ApiError, Command, Done, ErrorCode, ScreeningId};
use crypto::{
    HeaderError, KeyStoreState as StoreProbe, MasterKey, Passphrase, PassphraseRefusal, RecoveryKey,
    TryCounter, TryError, UnlockedKeys, Unwrap, VaultHeader,
};
use store::profiles::ProfileRow;
use zeroize::Zeroize as _;

use super::{MAX_LINE, blocking, check_length};
use crate::convert::{instant, millis, role_to};
use crate::dispatch::{Entry, append};
use crate::errors::{from_header, from_io, from_randomness, from_store, internal, vault_exists};
use crate::vault::{LockReason, OpenVault};
use crate::{App, Cx, Handle};

fn judge(passphrase: &str, name: &str) -> PassphraseVerdict {
    match crypto::check_passphrase(passphrase, &[name, "attune"]) {
        crypto::PassphraseVerdict::Good => PassphraseVerdict::Acceptable,
        crypto::PassphraseVerdict::Refused(PassphraseRefusal::TooShort { characters }) => {
            PassphraseVerdict::TooShort {
                characters: u32::try_from(characters).unwrap_or(u32::MAX),
                needed: 15,
            }
        }
        crypto::PassphraseVerdict::Refused(PassphraseRefusal::TooLong) => PassphraseVerdict::TooLong,
        crypto::PassphraseVerdict::Refused(_) => PassphraseVerdict::TooCommon,
    }
}

/// A new passphrase that satisfies the policy, or the refusal for the field it was typed into.
fn accept(field: &str, typed: &str, name: &str) -> Result<Passphrase, ApiError> {
    let message = match judge(typed, name) {
        PassphraseVerdict::Acceptable => {
            return Passphrase::new(typed).map_err(|error| ApiError::invalid(field, error.to_string()));
        }
        PassphraseVerdict::TooShort { needed, .. } => {
            format!("The passphrase needs at least {needed} characters. Several unrelated words work well.")
        }
        PassphraseVerdict::TooLong => "The passphrase is longer than can be used.".to_owned(),
        PassphraseVerdict::TooCommon => {
            "This passphrase is among the first that would be guessed. Use several unrelated words."
                .to_owned()
        }
    };
    Err(ApiError::invalid(field, message))
}

impl App {
    /// How things stand, without opening anything.
    async fn status(&self) -> Result<VaultStatus, ApiError> {
        let open = self.vault.opened();
        let header = match self.header_file().read() {
            Ok((header, _)) => Some(header),
            Err(HeaderError::Missing | HeaderError::Damaged | HeaderError::TooNew { .. }) => None,
            Err(error) => return Err(from_header(error)),
        };
        let exists = self.header_file().exists().map_err(from_io)?;
        let now = self.clock().now();
        let tries = self.tries().state(millis(now).unsigned_abs()).map_err(from_io)?;
        let enrolled = header.as_ref().is_some_and(VaultHeader::has_key_store_slot);
        let store = self.config().key_store.clone();
        let reachable = blocking(move || store.probe() != StoreProbe::Unavailable).await?;
        Ok(VaultStatus {
            state: match (&open, exists) {
                (Some(_), _) => VaultState::Unlocked,
                (None, true) => VaultState::Locked,
                (None, false) => VaultState::Absent,
            },
            vault_id: header.as_ref().map(VaultHeader::vault_id),
            // While the device is in a client's hands it does not say whose it is.
            owner: open
                .as_ref()
                .filter(|open| open.handed_over().is_none())
                .map(|open| Owner { name: open.owner_name(), role: open.role() }),
            key_store: match (reachable, enrolled) {
                (false, _) => KeyStoreState::Unavailable,
                (true, false) => KeyStoreState::Available,
                (true, true) => KeyStoreState::Enrolled,
            },
            failed_tries: tries.failures,
            retry_after_ms: tries.wait_ms,
            auto_lock_minutes: open.as_ref().map(|open| open.auto_lock_minutes()),
            locks_at: open.as_ref().map(|open| instant(open.locks_at())),
            recovery_confirmed: open.as_ref().map(|open| open.recovery_confirmed()),
            handed_over: open.as_ref().and_then(|open| open.handed_over()).map(ScreeningId),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    fn tries(&self) -> TryCounter {
        TryCounter::at(&self.files.vault())
    }

    /// Asks for the passphrase once more inside an open vault; counted and delayed like any other try.
    pub(super) async fn confirm_passphrase(
        &self,
        header: &VaultHeader,
        typed: &str,
    ) -> Result<Passphrase, ApiError> {
        let passphrase =
            Passphrase::new(typed).map_err(|error| ApiError::invalid("passphrase", error.to_string()))?;
        let (header, tries, now) = (header.clone(), self.tries(), millis(self.clock().now()).unsigned_abs());
        let (passphrase, outcome) = blocking(move || {
            let outcome = crypto::try_passphrase(&header, &tries, &passphrase, now).map(drop);
            (passphrase, outcome)
        })
        .await?;
        match outcome {
            Ok(()) => Ok(passphrase),
            Err(TryError::Wait { wait_ms }) => Err(ApiError {
                field: Some("passphrase".to_owned()),
                ..ApiError::new(
                    ErrorCode::WrongPassphrase,
                    format!(
                        "Too many wrong tries. Wait {} seconds. Nothing was changed.",
                        wait_ms.div_ceil(1000)
                    ),
                )
            }),
            Err(TryError::Refused(Unwrap::WrongPassphrase)) => Err(ApiError {
                field: Some("passphrase".to_owned()),
                ..ApiError::new(
                    ErrorCode::WrongPassphrase,
                    "This is not the vault’s passphrase. Nothing was changed.",
                )
            }),
            Err(error) => Err(internal(&error)),
        }
    }

    /// Unlocks with keys at hand; what fails on the way is told in words a locked screen can show.
    async fn unlock_with(
        self: &std::sync::Arc<Self>,
        header: VaultHeader,
        keys: UnlockedKeys,
        failed_before: u32,
    ) -> Result<UnlockOutcome, ApiError> {
        match self.open_with(header, keys).await {
            Ok(open) => {
                self.log_failed_tries(&open, failed_before).await?;
                Ok(UnlockOutcome::Unlocked)
            }
            Err(error) if error.code == ErrorCode::Damaged => {
                Ok(UnlockOutcome::Damaged { message: error.message })
            }
            Err(error) => Err(error),
        }
    }

    /// Wrong tries happen while the log is closed; they are entered as soon as it opens.
    async fn log_failed_tries(&self, open: &OpenVault, failed: u32) -> Result<(), ApiError> {
        if failed == 0 {
            return Ok(());
        }
        let entry = Entry {
            id: self.clock().make_id(),
            at: millis(self.clock().now()),
            front: "core",
            action: "vault.failed_tries",
            kind: "security",
            outcome: failed.to_string(),
            subject: None,
        };
        let mut tx = open.store().begin().await.map_err(from_store)?;
        append(&mut tx, open, Some(entry)).await?;
        tx.commit().await.map_err(from_store)
    }

    pub(super) fn read_header(&self) -> Result<VaultHeader, ApiError> {
        Ok(self.header_file().read().map_err(from_header)?.0)
    }

    fn write_header(&self, header: &VaultHeader) -> Result<(), ApiError> {
        let _ = self.header_file().write(header).map_err(from_header)?;
        Ok(())
    }
}

fn recovery_reply<C: Command>(cx: &Cx<'_, C>, key: &RecoveryKey, vault_id: uuid::Uuid) -> NewRecoveryKey {
    let words = key.words().into_iter().map(str::to_owned).collect();
    NewRecoveryKey { words, made_at: instant(cx.now), vault_id }
}

impl Handle<GetStatus> for App {
    async fn handle(&self, _: &mut Cx<'_, GetStatus>, _: GetStatus) -> Result<VaultStatus, ApiError> {
        self.status().await
    }
}

impl Handle<CheckPassphrase> for App {
    async fn handle(
        &self,
        _: &mut Cx<'_, CheckPassphrase>,
        mut command: CheckPassphrase,
    ) -> Result<PassphraseVerdict, ApiError> {
        let verdict = judge(&command.passphrase, &command.name);
        command.passphrase.zeroize();
        Ok(verdict)
    }
}

impl Handle<CreateVault> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, CreateVault>,
        mut command: CreateVault,
    ) -> Result<NewRecoveryKey, ApiError> {
        let _turn = self.vault.turn.lock().await;
        if self.header_file().exists().map_err(from_io)? {
            return Err(vault_exists());
        }
        let name = command.name.trim().to_owned();
        if name.is_empty() {
            return Err(ApiError::invalid("name", "Say your name as it should stand under notes."));
        }
        check_length("name", &name, MAX_LINE)?;
        let passphrase = accept("passphrase", &command.passphrase, &name)?;
        command.passphrase.zeroize();
        // Without a header a database is nothing anyone could open: an earlier creation was killed before its last step.
        crate::files::make_private(&self.files.vault())?;
        crate::files::make_private(&self.files.media())?;
        for leftover in ["vault.db", "vault.db-wal", "vault.db-shm"] {
            set_aside(&self.files.vault().join(leftover))?;
        }
        let vault_id = cx.make_id();
        let master = MasterKey::make().map_err(from_randomness)?;
        let recovery = RecoveryKey::make().map_err(from_randomness)?;
        let reply = recovery_reply(cx, &recovery, vault_id);
        let (cost, created_at) = (self.config().passphrase_cost, instant(cx.now).to_rfc3339());
        let profile = ProfileRow {
            id: vault_id,
            name,
            role: role_to(command.role),
            recovery_confirmed: false,
            auto_lock_minutes: 10,
            created_at: cx.now,
            updated_at: cx.now,
        };
        let store = store::Vault::create(&self.files.database(), &master.derive_database_key()).await;
        let store = store.map_err(from_store)?;
        let mut tx = store.begin().await.map_err(from_store)?;
        store::profiles::insert(&mut tx, &profile).await.map_err(from_store)?;
        tx.commit().await.map_err(from_store)?;
        store.close().await;
        // The header comes last: where it is, the vault is whole.
        let (header, master, recovery) = blocking(move || {
            let header = VaultHeader::create(vault_id, &created_at, &master, &passphrase, cost, &recovery);
            header.map(|header| (header, master, recovery))
        })
        .await?
        .map_err(from_header)?;
        let _ = self.header_file().create(&header).map_err(from_header)?;
        let open = cx.app.open_with(header, UnlockedKeys { current: master, next: None }).await?;
        open.show_recovery(&recovery);
        cx.about(vault_id);
        if command.use_key_store && self.enrol(&open).await.is_err() {
            tracing::warn!("the key store could not be used; the vault opens with its passphrase");
        }
        Ok(reply)
    }
}

/// Moves a file out of the way under a name of its own; a file that is not there is fine.
fn set_aside(path: &std::path::Path) -> Result<(), ApiError> {
    let mut number = 0;
    while path.exists() {
        let aside = path.with_extension(format!("set-aside-{number}"));
        if !aside.exists() {
            std::fs::rename(path, aside).map_err(from_io)?;
        }
        number += 1;
    }
    Ok(())
}

impl App {
    /// Puts a device key into the key store and lets it open the vault.
    async fn enrol(&self, open: &std::sync::Arc<OpenVault>) -> Result<(), ApiError> {
        let (store, vault_id) = (self.config().key_store.clone(), open.id());
        let device = blocking(move || crypto::enrol_device(&*store, vault_id)).await?.map_err(|_| {
            ApiError::new(
                ErrorCode::Storage,
                "This device’s key store did not take the key. Nothing was changed: the vault opens with its passphrase.",
            )
        })?;
        let mut header = self.read_header()?;
        header.enable_key_store(open.keys(), &device).map_err(from_header)?;
        self.write_header(&header)
    }
}

impl Handle<ConfirmRecoveryKey> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ConfirmRecoveryKey>,
        command: ConfirmRecoveryKey,
    ) -> Result<RecoveryCheck, ApiError> {
        let open = cx.open()?;
        let mut positions: Vec<_> = command.words.iter().map(|word| word.position).collect();
        positions.sort_unstable();
        positions.dedup();
        if positions.len() < 3 {
            return Err(ApiError::invalid("words", "Type at least three words of the recovery key."));
        }
        let shown = open.shown_recovery().ok_or_else(|| {
            ApiError::new(
                ErrorCode::IllegalMove,
                "The recovery key can be checked only right after it was shown. Make a new one under Practice › Security.",
            )
        })?;
        let fits = |position: u32, typed: &str| {
            let index = usize::try_from(position).ok().and_then(|position| position.checked_sub(1));
            index.and_then(|index| shown.get(index)).is_some_and(|word| word == &typed.trim().to_lowercase())
        };
        let wrong: Vec<_> = command
            .words
            .iter()
            .filter(|word| !fits(word.position, &word.word))
            .map(|word| word.position)
            .collect();
        if !wrong.is_empty() {
            return Ok(RecoveryCheck::Wrong { positions: wrong });
        }
        let now = cx.now;
        store::profiles::set_recovery_confirmed(cx.tx()?, true, now).await.map_err(from_store)?;
        open.set_recovery_confirmed(true);
        Ok(RecoveryCheck::Confirmed)
    }
}

impl Handle<MakeRecoveryKey> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, MakeRecoveryKey>,
        mut command: MakeRecoveryKey,
    ) -> Result<NewRecoveryKey, ApiError> {
        let _turn = self.vault.turn.lock().await;
        let open = cx.open()?;
        let mut header = self.read_header()?;
        self.confirm_passphrase(&header, &command.passphrase).await?;
        command.passphrase.zeroize();
        let recovery = RecoveryKey::make().map_err(from_randomness)?;
        header.replace_recovery_key(open.keys(), &recovery).map_err(from_header)?;
        let now = cx.now;
        store::profiles::set_recovery_confirmed(cx.tx()?, false, now).await.map_err(from_store)?;
        self.write_header(&header)?;
        open.set_recovery_confirmed(false);
        open.show_recovery(&recovery);
        Ok(recovery_reply(cx, &recovery, open.id()))
    }
}

impl Handle<UnlockVault> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, UnlockVault>,
        mut command: UnlockVault,
    ) -> Result<UnlockOutcome, ApiError> {
        let _turn = self.vault.turn.lock().await;
        let header = match self.read_header() {
            Err(error) if error.code == ErrorCode::Damaged => {
                return Ok(UnlockOutcome::Damaged { message: error.message });
            }
            header => header?,
        };
        let Ok(passphrase) = Passphrase::new(&command.passphrase) else {
            return Err(ApiError::invalid("passphrase", "This is longer than any passphrase can be."));
        };
        command.passphrase.zeroize();
        let (tries, now) = (self.tries(), cx.now.unsigned_abs());
        let before = tries.state(now).map_err(from_io)?.failures;
        let (header, outcome) = blocking(move || {
            let outcome = crypto::try_passphrase(&header, &tries, &passphrase, now);
            (header, outcome)
        })
        .await?;
        match outcome {
            Ok(keys) => cx.app.unlock_with(header, keys, before).await,
            Err(TryError::Wait { wait_ms }) => Ok(UnlockOutcome::Delayed { retry_after_ms: wait_ms }),
            Err(TryError::Io(error)) => Err(from_io(error)),
            Err(TryError::Refused(Unwrap::WrongPassphrase)) => {
                let state = self.tries().state(now).map_err(from_io)?;
                Ok(UnlockOutcome::Wrong { failed_tries: state.failures, retry_after_ms: state.wait_ms })
            }
            Err(TryError::Refused(Unwrap::Tampered)) => Ok(tampered()),
            Err(error) => Err(internal(&error)),
        }
    }
}

fn tampered() -> UnlockOutcome {
    UnlockOutcome::Damaged {
        message:
            "The vault’s key file was changed by something other than Attune. Nothing was opened or changed. \
                  Restore the file “header” from a back-up of the vault’s folder."
                .to_owned(),
    }
}

impl Handle<UnlockWithKeyStore> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, UnlockWithKeyStore>,
        _: UnlockWithKeyStore,
    ) -> Result<UnlockOutcome, ApiError> {
        let _turn = self.vault.turn.lock().await;
        let header = match self.read_header() {
            Err(error) if error.code == ErrorCode::Damaged => {
                return Ok(UnlockOutcome::Damaged { message: error.message });
            }
            header => header?,
        };
        let store = self.config().key_store.clone();
        let (header, outcome) = blocking(move || {
            let outcome = header.unlock_with_key_store(&*store);
            (header, outcome)
        })
        .await?;
        let before = self.tries().state(cx.now.unsigned_abs()).map_err(from_io)?.failures;
        match outcome {
            Ok(keys) => cx.app.unlock_with(header, keys, before).await,
            Err(Unwrap::Tampered) => Ok(tampered()),
            Err(_) => Ok(UnlockOutcome::KeyStoreUnusable),
        }
    }
}

impl Handle<RecoverVault> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, RecoverVault>,
        mut command: RecoverVault,
    ) -> Result<UnlockOutcome, ApiError> {
        let _turn = self.vault.turn.lock().await;
        let passphrase = accept("new_passphrase", &command.new_passphrase, "")?;
        command.new_passphrase.zeroize();
        let recovery = match RecoveryKey::parse(&command.words) {
            Ok(recovery) => recovery,
            Err(error) => return Ok(UnlockOutcome::NotARecoveryKey { message: error.to_string() }),
        };
        command.words.zeroize();
        let header = match self.read_header() {
            Err(error) if error.code == ErrorCode::Damaged => {
                return Ok(UnlockOutcome::Damaged { message: error.message });
            }
            header => header?,
        };
        let before = self.tries().state(cx.now.unsigned_abs()).map_err(from_io)?.failures;
        let keys = match header.recover(&recovery) {
            Ok(keys) => keys,
            Err(Unwrap::Tampered) => return Ok(tampered()),
            // 256 random bits need no delay against guessing; a wrong key is another vault's or an earlier one.
            Err(_) => return Ok(UnlockOutcome::Wrong { failed_tries: before, retry_after_ms: 0 }),
        };
        let (mut header, keys) = self.settle_keys(header, keys).await?;
        let cost = self.config().passphrase_cost;
        let (header, keys) =
            blocking(move || header.change_passphrase(&keys, &passphrase, cost).map(|()| (header, keys)))
                .await?
                .map_err(from_header)?;
        self.write_header(&header)?;
        // The passphrase that was failed at is no more.
        self.tries().forget().map_err(from_io)?;
        cx.app.unlock_with(header, keys, before).await
    }
}

impl Handle<LockVault> for App {
    async fn handle(&self, cx: &mut Cx<'_, LockVault>, _: LockVault) -> Result<Done, ApiError> {
        let _turn = self.vault.turn.lock().await;
        cx.release().await?;
        cx.app.lock(LockReason::Asked).await;
        Ok(Done {})
    }
}

impl Handle<KeepAwake> for App {
    async fn handle(&self, cx: &mut Cx<'_, KeepAwake>, _: KeepAwake) -> Result<Done, ApiError> {
        cx.open()?.touch(cx.now);
        Ok(Done {})
    }
}

impl Handle<ChangePassphrase> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ChangePassphrase>,
        mut command: ChangePassphrase,
    ) -> Result<Done, ApiError> {
        let _turn = self.vault.turn.lock().await;
        let open = cx.open()?.clone();
        let mut header = self.read_header()?;
        let wrong_field = |error: ApiError| ApiError { field: Some("current".to_owned()), ..error };
        self.confirm_passphrase(&header, &command.current).await.map_err(wrong_field)?;
        let new = accept("new", &command.new, &open.owner_name())?;
        command.current.zeroize();
        command.new.zeroize();
        let cost = self.config().passphrase_cost;
        let header = blocking(move || header.change_passphrase(open.keys(), &new, cost).map(|()| header))
            .await?
            .map_err(from_header)?;
        self.write_header(&header)?;
        Ok(Done {})
    }
}

impl Handle<RekeyVault> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, RekeyVault>,
        mut command: RekeyVault,
    ) -> Result<NewRecoveryKey, ApiError> {
        let _turn = self.vault.turn.lock().await;
        if self.jobs.any_running() {
            return Err(ApiError::new(
                ErrorCode::Busy,
                "Work on recordings is under way. Nothing was changed. Wait for it to end, or stop it, and try again.",
            ));
        }
        let open = cx.open()?.clone();
        let mut header = self.read_header()?;
        let passphrase = self.confirm_passphrase(&header, &command.passphrase).await?;
        command.passphrase.zeroize();
        let recovery = RecoveryKey::make().map_err(from_randomness)?;
        let reply = recovery_reply(cx, &recovery, open.id());
        let next = MasterKey::make().map_err(from_randomness)?;
        let now = cx.now;
        store::profiles::set_recovery_confirmed(cx.tx()?, false, now).await.map_err(from_store)?;
        cx.release().await?;
        let rekey = open.clone();
        let (header, recovery, keys) = blocking(move || {
            header.begin_rekey(rekey.keys(), &next, &passphrase, &recovery, None)?;
            // What will be opened is what can be unwrapped from the header, not what was put in.
            let keys = header.unlock(&passphrase).map_err(|_| HeaderError::WrongKeys)?;
            Ok((header, recovery, keys))
        })
        .await?
        .map_err(from_header)?;
        self.write_header(&header)?;
        // From here on a kill leaves both keys wrapped; the next unlock takes the work up where it stands.
        let was_enrolled = header.has_key_store_slot();
        cx.app.lock(LockReason::Asked).await;
        open.store().close().await;
        cx.app.forget_retained();
        let opened = cx.app.open_with(header, keys).await?;
        opened.show_recovery(&recovery);
        if was_enrolled && self.enrol(&opened).await.is_err() {
            tracing::warn!("the key store could not be enrolled again; the vault opens with its passphrase");
        }
        Ok(reply)
    }
}

impl Handle<SetKeyStore> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, SetKeyStore>,
        command: SetKeyStore,
    ) -> Result<VaultStatus, ApiError> {
        let _turn = self.vault.turn.lock().await;
        let open = cx.open()?;
        if command.enrolled {
            self.enrol(open).await?;
        } else {
            let mut header = self.read_header()?;
            header.disable_key_store(open.keys()).map_err(from_header)?;
            self.write_header(&header)?;
            let (store, id) = (self.config().key_store.clone(), open.id());
            // The slot is gone already: a key left behind in the store opens nothing.
            let _ = blocking(move || store.delete(id)).await?;
        }
        self.status().await
    }
}

impl Handle<SetAutoLock> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, SetAutoLock>,
        command: SetAutoLock,
    ) -> Result<VaultStatus, ApiError> {
        if !(1..=60).contains(&command.minutes) {
            return Err(ApiError::invalid("minutes", "Choose from 1 to 60 minutes."));
        }
        let now = cx.now;
        store::profiles::set_auto_lock(cx.tx()?, command.minutes, now).await.map_err(from_store)?;
        let open = cx.open()?;
        open.set_auto_lock_minutes(command.minutes);
        open.touch(now);
        self.status().await
    }
}
