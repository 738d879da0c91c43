//! The open vault: its keys, its database, and when it locks itself.

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, Weak};
use std::time::{Duration, Instant};

use contract::ApiError;
use contract::vault::Role;
use crypto::{AuditKey, MasterKey, MediaKey, RecoveryKey, UnlockedKeys, VaultHeader};
use store::profiles::ProfileRow;
use store::{StoreError, Vault};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::dispatch::{Entry, append};
use crate::errors::{from_header, from_store, internal};
use crate::{App, convert};

/// An open vault. Dropping the last reference wipes its keys.
pub(crate) struct OpenVault {
    store: Vault,
    keys: UnlockedKeys,
    audit_key: AuditKey,
    media_key: MediaKey,
    id: Uuid,
    role: Role,
    owner_name: String,
    recovery_confirmed: AtomicBool,
    auto_lock_minutes: AtomicU32,
    last_activity: Activity,
    /// The screening the device is handed over for. Kept in the database too, so that a restart changes nothing.
    handed_over: Mutex<Option<Uuid>>,
    /// The words shown last, until they are proved to be written down or the vault closes.
    shown_recovery: Mutex<Option<Zeroizing<Vec<String>>>>,
}

/// When somebody last did something, by both clocks: the wall clock also runs while the machine sleeps, the monotonic one
/// cannot be set back.
struct Activity {
    wall_ms: AtomicI64,
    monotonic: Mutex<Instant>,
}

impl OpenVault {
    pub(crate) fn new(
        store: Vault,
        keys: UnlockedKeys,
        profile: &ProfileRow,
        handed_over: Option<Uuid>,
        now: i64,
    ) -> Self {
        Self {
            audit_key: keys.current.derive_audit_key(),
            media_key: keys.current.derive_media_key(),
            keys,
            store,
            id: profile.id,
            role: convert::role_from(profile.role),
            owner_name: profile.name.clone(),
            recovery_confirmed: AtomicBool::new(profile.recovery_confirmed),
            auto_lock_minutes: AtomicU32::new(profile.auto_lock_minutes),
            last_activity: Activity { wall_ms: AtomicI64::new(now), monotonic: Mutex::new(Instant::now()) },
            handed_over: Mutex::new(handed_over),
            shown_recovery: Mutex::new(None),
        }
    }

    pub(crate) fn store(&self) -> &Vault {
        &self.store
    }

    pub(crate) fn keys(&self) -> &UnlockedKeys {
        &self.keys
    }

    pub(crate) fn audit_key(&self) -> &AuditKey {
        &self.audit_key
    }

    pub(crate) fn media_key(&self) -> &MediaKey {
        &self.media_key
    }

    pub(crate) fn id(&self) -> Uuid {
        self.id
    }

    pub(crate) fn role(&self) -> Role {
        self.role
    }

    pub(crate) fn owner_name(&self) -> String {
        self.owner_name.clone()
    }

    pub(crate) fn recovery_confirmed(&self) -> bool {
        self.recovery_confirmed.load(Ordering::Relaxed)
    }

    pub(crate) fn set_recovery_confirmed(&self, confirmed: bool) {
        self.recovery_confirmed.store(confirmed, Ordering::Relaxed);
    }

    /// Remembers a recovery key that is being shown, so that it can be checked.
    pub(crate) fn show_recovery(&self, key: &RecoveryKey) {
        let words = key.words().into_iter().map(str::to_owned).collect();
        *self.shown_recovery.lock().unwrap_or_else(PoisonError::into_inner) = Some(Zeroizing::new(words));
    }

    /// The recovery key shown since the vault was opened.
    pub(crate) fn shown_recovery(&self) -> Option<Zeroizing<Vec<String>>> {
        self.shown_recovery.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The screening the device is handed over for.
    pub(crate) fn handed_over(&self) -> Option<Uuid> {
        *self.handed_over.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_handed_over(&self, screening: Option<Uuid>) {
        *self.handed_over.lock().unwrap_or_else(PoisonError::into_inner) = screening;
    }

    pub(crate) fn auto_lock_minutes(&self) -> u32 {
        self.auto_lock_minutes.load(Ordering::Relaxed)
    }

    pub(crate) fn set_auto_lock_minutes(&self, minutes: u32) {
        self.auto_lock_minutes.store(minutes, Ordering::Relaxed);
    }

    /// Remembers that somebody is active.
    pub(crate) fn touch(&self, now: i64) {
        self.last_activity.wall_ms.store(now, Ordering::Relaxed);
        *self.last_activity.monotonic.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// When it locks itself unless somebody is active before, in milliseconds since 1970.
    pub(crate) fn locks_at(&self) -> i64 {
        self.last_activity.wall_ms.load(Ordering::Relaxed) + i64::from(self.auto_lock_minutes()) * 60_000
    }

    fn is_idle(&self, now: i64) -> bool {
        let minutes = u64::from(self.auto_lock_minutes());
        let monotonic = *self.last_activity.monotonic.lock().unwrap_or_else(PoisonError::into_inner);
        now >= self.locks_at() || monotonic.elapsed() >= Duration::from_secs(minutes * 60)
    }
}

/// Locked or unlocked. A locked vault may still be held by jobs under way: unlocking takes it up again.
#[derive(Default)]
pub(crate) struct VaultState {
    inner: RwLock<Inner>,
    /// Held while the database is open, so that no other process opens it too.
    taken: Mutex<Option<std::fs::File>>,
    /// One attempt to open, close or rekey at a time.
    pub(crate) turn: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Inner {
    open: Option<Arc<OpenVault>>,
    retained: Weak<OpenVault>,
}

impl VaultState {
    pub(crate) fn opened(&self) -> Option<Arc<OpenVault>> {
        self.inner.read().unwrap_or_else(PoisonError::into_inner).open.clone()
    }

    fn set(&self, open: Arc<OpenVault>) {
        let mut inner = self.inner.write().unwrap_or_else(PoisonError::into_inner);
        inner.retained = Arc::downgrade(&open);
        inner.open = Some(open);
    }

    fn take(&self) -> Option<Arc<OpenVault>> {
        self.inner.write().unwrap_or_else(PoisonError::into_inner).open.take()
    }

    /// Takes the vault for this process, unless it is taken already.
    fn take_folder(&self, folder: &std::path::Path) -> Result<(), ApiError> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if taken.is_none() {
            *taken = Some(crate::files::take_vault(folder)?);
        }
        Ok(())
    }

    /// Gives it back.
    fn release_folder(&self) {
        *self.taken.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn retained(&self) -> Option<Arc<OpenVault>> {
        self.inner.read().unwrap_or_else(PoisonError::into_inner).retained.upgrade()
    }
}

/// Why the vault was locked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum LockReason {
    /// A person asked for it, or the program ends: jobs stop.
    Asked,
    /// Nobody was active: the screen is locked at once, jobs under way go on and the keys go with the last of them.
    Idle,
}

impl App {
    /// Opens the database with keys that have just been unwrapped, finishes what a kill left half done, and unlocks.
    pub(crate) async fn open_with(
        self: &Arc<Self>,
        header: VaultHeader,
        keys: UnlockedKeys,
    ) -> Result<Arc<OpenVault>, ApiError> {
        let now = self.clock().now().timestamp_millis();
        if let Some(open) = self.vault.retained() {
            open.touch(now);
            self.vault.set(open.clone());
            return Ok(open);
        }
        self.vault.take_folder(&self.files.vault())?;
        let opened = self.open_files(header, keys, now).await;
        match &opened {
            Ok(open) => {
                self.vault.set(open.clone());
                self.watch_idle(open);
            }
            Err(_) => self.vault.release_folder(),
        }
        opened
    }

    async fn open_files(
        &self,
        header: VaultHeader,
        keys: UnlockedKeys,
        now: i64,
    ) -> Result<Arc<OpenVault>, ApiError> {
        let (header, keys) = self.finish_rekey(header, keys).await?;
        // Two copies of the header are kept; a kill between them is mended here.
        let _ = self.header_file().settle(&header).map_err(from_header)?;
        let key = keys.current.derive_database_key();
        let store = Vault::open(&self.files.database(), &key).await.map_err(from_store)?;
        let mut tx = store.begin().await.map_err(from_store)?;
        let profile = store::profiles::get(&mut tx).await.map_err(from_store)?;
        let handed_over = store::screenings::handed_over(&mut tx).await.map_err(from_store)?;
        drop(tx);
        let open = Arc::new(OpenVault::new(store, keys, &profile, handed_over, now));
        self.sweep(&open).await?;
        Ok(open)
    }

    pub(crate) fn header_file(&self) -> crypto::HeaderFile {
        crypto::HeaderFile::at(&self.files.vault())
    }

    /// Undoes imports that a kill cut short, destroys deleted sound whose file is still there, and marks transcripts that
    /// did not end.
    async fn sweep(&self, open: &OpenVault) -> Result<(), ApiError> {
        use store::recordings::{RecordingStatus, list_with_status, remove_unfinished};
        let now = self.clock().now().timestamp_millis();
        let mut tx = open.store().begin().await.map_err(from_store)?;
        let unfinished = list_with_status(&mut tx, RecordingStatus::Importing).await.map_err(from_store)?;
        let deleted = list_with_status(&mut tx, RecordingStatus::Deleted).await.map_err(from_store)?;
        for row in unfinished.iter().chain(&deleted) {
            crate::media::destroy(&self.files.recording(row.id))?;
        }
        for row in &unfinished {
            remove_unfinished(&mut tx, row.id).await.map_err(from_store)?;
        }
        let stopped = store::transcripts::fail_unfinished(&mut tx, now).await.map_err(from_store)?;
        if !unfinished.is_empty() || stopped > 0 {
            tracing::info!(
                imports = unfinished.len(),
                transcripts = stopped,
                "cleaned up after an unexpected end"
            );
        }
        tx.commit().await.map_err(from_store)
    }

    /// Locks the vault. Returns whether it was open.
    pub(crate) async fn lock(self: &Arc<Self>, reason: LockReason) -> bool {
        let Some(open) = self.vault.take() else { return false };
        if reason == LockReason::Idle {
            self.log_auto_lock(&open).await;
        } else {
            self.jobs.stop_all().await;
        }
        self.close_if_unused(open).await;
        true
    }

    /// Lets go of a closed vault, so that the next unlocking opens the files anew.
    pub(crate) fn forget_retained(&self) {
        self.vault.inner.write().unwrap_or_else(PoisonError::into_inner).retained = Weak::new();
    }

    /// Closes a locked vault's database once no job needs it.
    pub(crate) async fn close_if_unused(self: &Arc<Self>, open: Arc<OpenVault>) {
        let reopened = self.vault.opened().is_some_and(|now| Arc::ptr_eq(&now, &open));
        if !reopened && !self.jobs.any_running() {
            self.forget_retained();
            open.store().close().await;
            self.vault.release_folder();
        }
    }

    async fn log_auto_lock(&self, open: &OpenVault) {
        let entry = Entry {
            id: self.clock().make_id(),
            at: self.clock().now().timestamp_millis(),
            front: "core",
            action: "vault.auto_lock",
            kind: "security",
            outcome: "ok".to_owned(),
            subject: None,
        };
        let logged = async {
            let mut tx = open.store().begin().await.map_err(from_store)?;
            append(&mut tx, open, Some(entry)).await?;
            tx.commit().await.map_err(from_store)
        };
        if let Err(error) = logged.await {
            tracing::error!(code = ?error.code, "the automatic lock could not be logged");
        }
    }

    fn watch_idle(self: &Arc<Self>, open: &Arc<OpenVault>) {
        let (app, open) = (Arc::downgrade(self), Arc::downgrade(open));
        tokio::spawn(async move {
            loop {
                tokio::time::sleep(Duration::from_secs(1)).await;
                let (Some(app), Some(open)) = (app.upgrade(), open.upgrade()) else { return };
                let now = app.clock().now().timestamp_millis();
                let is_current = app.vault.opened().is_some_and(|current| Arc::ptr_eq(&current, &open));
                if is_current && open.is_idle(now) {
                    app.lock(LockReason::Idle).await;
                }
            }
        });
    }

    /// Ends everything in good order: jobs stop, the vault closes. For fronts that are about to exit.
    pub async fn shut_down(self: &Arc<Self>) {
        let _turn = self.vault.turn.lock().await;
        self.lock(LockReason::Asked).await;
    }

    /// Carries a change of keys to its end, wherever it stands: database, then containers, then header. Called before the
    /// database is opened for use; does nothing when none is pending.
    async fn finish_rekey(
        &self,
        mut header: VaultHeader,
        keys: UnlockedKeys,
    ) -> Result<(VaultHeader, UnlockedKeys), ApiError> {
        let UnlockedKeys { current, next: Some(next) } = keys else { return Ok((header, keys)) };
        let path = self.files.database();
        if Vault::fits(&path, &current.derive_database_key()).await.map_err(from_store)? {
            self.close_audit_epoch(&current).await?;
            Vault::rekey(&path, &current.derive_database_key(), &next.derive_database_key())
                .await
                .map_err(from_store)?;
        }
        self.rewrap_media(&current, &next)?;
        self.renew_audit_head(&next).await?;
        let keys = UnlockedKeys { current, next: Some(next) };
        header.finish_rekey(&keys).map_err(from_header)?;
        let _ = self.header_file().write(&header).map_err(from_header)?;
        let next = keys.next.ok_or_else(|| internal(&StoreError::Damaged))?;
        Ok((header, UnlockedKeys { current: next, next: None }))
    }

    /// Finishes a change of keys before anything else is done with the header; takes the vault for this process first.
    pub(crate) async fn settle_keys(
        &self,
        header: VaultHeader,
        keys: UnlockedKeys,
    ) -> Result<(VaultHeader, UnlockedKeys), ApiError> {
        self.vault.take_folder(&self.files.vault())?;
        self.finish_rekey(header, keys).await
    }

    async fn close_audit_epoch(&self, current: &MasterKey) -> Result<(), ApiError> {
        let store =
            Vault::open(&self.files.database(), &current.derive_database_key()).await.map_err(from_store)?;
        let mut tx = store.begin().await.map_err(from_store)?;
        let (id, now) = (self.clock().make_id(), self.clock().now().timestamp_millis());
        store::audit::close_epoch(&mut tx, &current.derive_audit_key(), id, now).await.map_err(from_store)?;
        tx.commit().await.map_err(from_store)?;
        store.close().await;
        Ok(())
    }

    async fn renew_audit_head(&self, next: &MasterKey) -> Result<(), ApiError> {
        let store =
            Vault::open(&self.files.database(), &next.derive_database_key()).await.map_err(from_store)?;
        let mut tx = store.begin().await.map_err(from_store)?;
        let now = self.clock().now().timestamp_millis();
        store::audit::renew_head(&mut tx, &next.derive_audit_key(), now).await.map_err(from_store)?;
        tx.commit().await.map_err(from_store)?;
        store.close().await;
        Ok(())
    }

    fn rewrap_media(&self, current: &MasterKey, next: &MasterKey) -> Result<(), ApiError> {
        let media = self.files.media();
        if !media.exists() {
            return Ok(());
        }
        for entry in std::fs::read_dir(media).map_err(crate::errors::from_io)? {
            let path = entry.map_err(crate::errors::from_io)?.path();
            crate::media::rewrap(&path, &current.derive_media_key(), &next.derive_media_key())?;
        }
        Ok(())
    }
}
