//! The use cases of Attune: one handler per command of `contract`, and the dispatcher they all go through.
//!
//! Owns the unlocked state, access checks, the audit entries, jobs, and the conversion between wire types, rows and
//! domain types. Never holds SQL (that is `store`), rules of care (`clinical`), cipher details (`crypto`) or anything a
//! front shows. Only the dispatcher checks `ACCESS` and writes `AUDIT`.
//!
//! Entry types: [`App`] with [`Config`]; [`Front`] says where a call came from.

mod clock;
mod convert;
mod dispatch;
mod errors;
mod export;
mod files;
mod filled;
mod handlers;
mod jobs;
mod library;
mod media;
mod picks;
mod vault;

pub use clock::{Clock, SystemClock};
pub use dispatch::{Cx, Handle};
pub use files::default_data_dir;
pub use picks::Picks;

use std::path::PathBuf;
use std::sync::Arc;

use jobs::Jobs;
use vault::VaultState;

/// Where a call came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front {
    /// The desktop window.
    Window,
    /// `attunectl`.
    Cli,
    /// The HTTP front on loopback.
    Http,
}

impl Front {
    /// The name the audit log keeps.
    pub fn name(self) -> &'static str {
        match self {
            Self::Window => "window",
            Self::Cli => "attunectl",
            Self::Http => "http",
        }
    }
}

/// How the speech worker is started.
#[derive(Clone, Debug)]
pub struct WorkerCommand {
    /// The executable; usually the program itself.
    pub executable: PathBuf,
    /// Its arguments; usually `worker`.
    pub args: Vec<String>,
}

/// What an [`App`] is made of. Everything from outside that tests replace is here.
pub struct Config {
    /// Where the vault and the models lie. Made if missing.
    pub data_dir: PathBuf,
    /// The speech worker.
    pub worker: WorkerCommand,
    /// The operating system's key store.
    pub key_store: Arc<dyn crypto::KeyStore>,
    /// Time and ids.
    pub clock: Arc<dyn Clock>,
    /// Where the sample sessions and the demo model lie, if they were installed with the program.
    pub samples_dir: Option<PathBuf>,
    /// How costly the passphrase check of a new vault is.
    pub passphrase_cost: crypto::Argon2Cost,
}

impl Config {
    /// The usual configuration for a data folder: the system's clock and key store, and this executable as worker.
    pub fn standard(data_dir: PathBuf, worker: WorkerCommand, samples_dir: Option<PathBuf>) -> Self {
        Self {
            data_dir,
            worker,
            key_store: Arc::new(crypto::SystemKeyStore::new()),
            clock: Arc::new(SystemClock),
            samples_dir,
            passphrase_cost: crypto::Argon2Cost::STANDARD,
        }
    }
}

/// The core: one per running program and data folder.
pub struct App {
    config: Config,
    files: files::DataDir,
    vault: VaultState,
    jobs: Jobs,
    picks: Picks,
}

impl App {
    /// Makes the core. Nothing is opened or written yet.
    pub fn new(config: Config) -> Arc<Self> {
        let files = files::DataDir::new(config.data_dir.clone());
        Arc::new(Self {
            files,
            vault: VaultState::default(),
            jobs: Jobs::default(),
            picks: Picks::default(),
            config,
        })
    }

    /// Files that people picked in a front's dialog.
    pub fn picks(&self) -> &Picks {
        &self.picks
    }

    /// The configuration it was made with.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Whether the device is in a client's hands: fronts show nothing of their own then, no dialog and no other page.
    pub fn is_handed_over(&self) -> bool {
        self.vault.opened().is_some_and(|open| open.handed_over().is_some())
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.config.clock
    }
}
