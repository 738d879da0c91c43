//! What tests share: a core with a clock of their own in a folder of its own, and builders for the usual records.
//!
//! A dev-dependency only; nothing here is part of the program. Entry types: [`TestCore`], [`FakeClock`].

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use app::{App, Clock, Config, WorkerCommand};
use chrono::{DateTime, Utc};
use contract::clients::{ClientDetails, CreateClient};
use contract::vault::{CreateVault, NewRecoveryKey, Role};
use crypto::{Argon2Cost, FakeKeyStore, KeyStore};
use uuid::Uuid;

/// A passphrase that the policy accepts.
pub const PASSPHRASE: &str = "lantern orbit walnut thirteen";

/// A clock that stands still until it is moved, and ids that count.
pub struct FakeClock {
    now_ms: AtomicI64,
    ids: AtomicU64,
}

impl Default for FakeClock {
    fn default() -> Self {
        // A Saturday in November 2026, 10:00 UTC.
        Self { now_ms: AtomicI64::new(1_795_255_200_000), ids: AtomicU64::new(1) }
    }
}

impl FakeClock {
    /// Moves the clock; a negative step sets it back.
    pub fn advance_ms(&self, step: i64) {
        self.now_ms.fetch_add(step, Ordering::Relaxed);
    }
}

impl Clock for FakeClock {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.now_ms.load(Ordering::Relaxed)).unwrap_or_default()
    }

    fn make_id(&self) -> Uuid {
        let count = self.ids.fetch_add(1, Ordering::Relaxed);
        uuid::Builder::from_unix_timestamp_millis(
            self.now_ms.load(Ordering::Relaxed).unsigned_abs(),
            &count.to_be_bytes().repeat(2)[..10].try_into().unwrap_or([0; 10]),
        )
        .into_uuid()
    }

    fn local_offset_minutes(&self, _: DateTime<Utc>) -> i32 {
        0
    }
}

/// A core in a temporary folder.
pub struct TestCore {
    /// The core.
    pub app: Arc<App>,
    /// Its clock.
    pub clock: Arc<FakeClock>,
    /// Its key store.
    pub key_store: Arc<FakeKeyStore>,
    worker: WorkerCommand,
    folder: Arc<tempfile::TempDir>,
}

impl TestCore {
    /// A core without a vault. `worker` starts the speech worker, for tests that transcribe.
    pub fn new(worker: WorkerCommand) -> std::io::Result<Self> {
        let folder = Arc::new(tempfile::tempdir()?);
        Ok(Self::on(folder, worker, Arc::default(), Arc::default()))
    }

    fn on(
        folder: Arc<tempfile::TempDir>,
        worker: WorkerCommand,
        clock: Arc<FakeClock>,
        key_store: Arc<FakeKeyStore>,
    ) -> Self {
        let config = Config {
            data_dir: folder.path().to_owned(),
            worker: worker.clone(),
            key_store: key_store.clone() as Arc<dyn KeyStore>,
            clock: clock.clone() as Arc<dyn Clock>,
            samples_dir: fixtures(),
            passphrase_cost: Argon2Cost::weak_for_tests(),
        };
        Self { app: App::new(config), clock, key_store, worker, folder }
    }

    /// The day it is by its clock.
    pub fn clock_day(&self) -> chrono::NaiveDate {
        self.clock.now().date_naive()
    }

    /// Another run of the program on the same folder, as after a restart.
    pub async fn restarted(self) -> Self {
        self.app.shut_down().await;
        Self::on(self.folder, self.worker, self.clock, self.key_store)
    }

    /// Another program on the same folder at the same time.
    pub fn beside(&self) -> Self {
        Self::on(self.folder.clone(), self.worker.clone(), self.clock.clone(), self.key_store.clone())
    }

    /// Where vault and models lie.
    pub fn data_dir(&self) -> &Path {
        self.folder.path()
    }
}

/// The command that makes a clinician's vault.
pub fn create_vault() -> CreateVault {
    CreateVault {
        role: Role::Clinician,
        name: "Robin Field".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
        use_key_store: false,
    }
}

/// The words of a recovery key as a person would type them.
pub fn typed_words(key: &NewRecoveryKey) -> String {
    key.words.join(" ")
}

/// The command that makes a client of this name.
pub fn create_client(given_name: &str) -> CreateClient {
    let details = ClientDetails { given_name: given_name.to_owned(), ..ClientDetails::default() };
    CreateClient { details }
}

/// The project's own sample sessions and demo model.
pub fn fixtures() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/speech");
    folder.is_dir().then_some(folder)
}

/// The speech worker as the workspace's build left it beside the tests.
///
/// # Panics
/// When it was not built: `cargo build -p attune-speech` does.
pub fn speech_worker() -> WorkerCommand {
    let test = std::env::current_exe().unwrap_or_default();
    let folder = test.ancestors().nth(2).unwrap_or(Path::new("."));
    let executable = folder.join(format!("speech-worker{}", std::env::consts::EXE_SUFFIX));
    assert!(
        executable.is_file(),
        "the speech worker is missing; build it with `cargo build -p attune-speech`"
    );
    WorkerCommand { executable, args: Vec::new() }
}
