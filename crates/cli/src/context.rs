//! What every command works with: where the vault is, how to tell the person, how to open it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::{App, Config, Front, Handle, SystemClock, WorkerCommand};
use contract::vault::{LockVault, UnlockOutcome, UnlockVault, UnlockWithKeyStore};
use contract::{Command, ErrorCode};
use crypto::{Argon2Cost, KeyStore, NoKeyStore, SystemKeyStore};

use crate::exit::{Exit, Failure};
use crate::output::Output;
use crate::secrets::{Secrets, Wanted};

/// How the vault is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// With the passphrase; the operating system's key store is left alone.
    PassphraseOnly,
    /// With the passphrase.
    Passphrase,
    /// With the key in the operating system's key store.
    KeyStore,
}

/// What every command works with.
pub(crate) struct Context {
    pub(crate) output: Output,
    pub(crate) secrets: Secrets,
    pub(crate) opening: Opening,
    pub(crate) data_dir: PathBuf,
    pub(crate) samples_dir: Option<PathBuf>,
}

/// The core, as this front calls it.
pub(crate) struct Core {
    pub(crate) app: Arc<App>,
    pub(crate) output: Output,
}

impl Context {
    /// Starts the core on the person's own vault.
    pub(crate) fn core(&self) -> Result<Core, Failure> {
        let key_store: Arc<dyn KeyStore> = match self.opening {
            Opening::PassphraseOnly => Arc::new(NoKeyStore),
            Opening::Passphrase | Opening::KeyStore => Arc::new(SystemKeyStore::new()),
        };
        self.core_at(&self.data_dir, key_store)
    }

    /// Starts the core on another folder.
    pub(crate) fn core_at(&self, data_dir: &Path, key_store: Arc<dyn KeyStore>) -> Result<Core, Failure> {
        let config = Config {
            data_dir: data_dir.to_owned(),
            worker: worker()?,
            key_store,
            clock: Arc::new(SystemClock),
            samples_dir: self.samples_dir.clone(),
            passphrase_cost: Argon2Cost::STANDARD,
        };
        Ok(Core { app: App::new(config), output: self.output })
    }

    /// Opens the vault, does the work, and locks the vault again whatever came of it.
    pub(crate) async fn with_vault(
        &self,
        work: impl AsyncFnOnce(&Core) -> Result<Exit, Failure>,
    ) -> Result<Exit, Failure> {
        let core = self.core()?;
        self.unlock(&core).await?;
        let result = work(&core).await;
        let locked = core.run(LockVault {}).await;
        let exit = result?;
        locked?;
        Ok(exit)
    }

    async fn unlock(&self, core: &Core) -> Result<(), Failure> {
        let outcome = match self.opening {
            Opening::KeyStore => core.run(UnlockWithKeyStore {}).await?,
            Opening::Passphrase | Opening::PassphraseOnly => {
                let passphrase = self.secrets.get(Wanted::Passphrase)?;
                core.run(UnlockVault { passphrase: passphrase.to_string() }).await?
            }
        };
        opened(outcome)
    }
}

/// Turns an unlock that did not open the vault into the failure that says why.
pub(crate) fn opened(outcome: UnlockOutcome) -> Result<(), Failure> {
    let (code, message) = match outcome {
        UnlockOutcome::Unlocked => return Ok(()),
        UnlockOutcome::Wrong { failed_tries, retry_after_ms } => (
            ErrorCode::WrongPassphrase,
            format!(
                "This does not open the vault ({failed_tries} wrong since it was last opened).{} Nothing was changed.",
                wait(retry_after_ms)
            ),
        ),
        UnlockOutcome::Delayed { retry_after_ms } => (
            ErrorCode::WrongPassphrase,
            format!(
                "This try came too soon after a wrong one and was not looked at.{}",
                wait(retry_after_ms)
            ),
        ),
        UnlockOutcome::KeyStoreUnusable => (
            ErrorCode::Locked,
            "The key store of this device does not open the vault now. Use the passphrase.".to_owned(),
        ),
        UnlockOutcome::NotARecoveryKey { message } => (ErrorCode::WrongPassphrase, message),
        UnlockOutcome::Damaged { message } => (ErrorCode::Damaged, message),
    };
    Err(Failure::new(code, message))
}

fn wait(retry_after_ms: u64) -> String {
    match retry_after_ms.div_ceil(1_000) {
        0 => String::new(),
        1 => " Wait 1 second before the next try.".to_owned(),
        seconds => format!(" Wait {seconds} seconds before the next try."),
    }
}

impl Core {
    /// Runs one command.
    pub(crate) async fn run<C: Command>(&self, command: C) -> Result<C::Reply, Failure>
    where
        App: Handle<C>,
    {
        Ok(self.app.run(Front::Cli, command).await?)
    }
}

/// This executable, started as a speech worker.
pub(crate) fn worker() -> Result<WorkerCommand, Failure> {
    let executable = std::env::current_exe().map_err(|_| {
        Failure::internal("The program cannot find its own file, so speech cannot be started.")
    })?;
    Ok(WorkerCommand { executable, args: vec![crate::WORKER.to_owned()] })
}

/// Ctrl-C, or a request to end from the system.
pub(crate) async fn interruption() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        // Signals cannot be heard here; then none ever comes.
        std::future::pending::<()>().await;
    }
}

/// An absolute path as text: the core takes paths as text, and this process may be anywhere.
pub(crate) fn path_text(path: &Path) -> Result<String, Failure> {
    let absolute = std::path::absolute(path).map_err(|error| Failure::cannot_read("The file", &error))?;
    absolute
        .into_os_string()
        .into_string()
        .map_err(|_| Failure::usage("The file's path is not Unicode text. Rename the file or its folder."))
}
