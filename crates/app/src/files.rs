//! Where things lie in the data folder.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use contract::{ApiError, ErrorCode};
use uuid::Uuid;

use crate::errors::from_io;

/// Where vault and models lie unless someone says otherwise: the folder for programs' data of this system. Every front
/// uses it, so that they all find the same vault.
pub fn default_data_dir() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if cfg!(target_os = "macos") {
        Some(folder("HOME")?.join("Library/Application Support/Attune"))
    } else if cfg!(windows) {
        Some(folder("APPDATA")?.join("Attune"))
    } else {
        let data = folder("XDG_DATA_HOME").or_else(|| Some(folder("HOME")?.join(".local/share")));
        Some(data?.join("attune"))
    }
}

/// Takes the vault for this process. While the returned file is held, no other process can take it.
pub(crate) fn take_vault(folder: &Path) -> Result<File, ApiError> {
    let file = File::options().create(true).truncate(false).write(true).open(folder.join("in-use"));
    let file = file.map_err(from_io)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(ApiError::new(
            ErrorCode::Busy,
            "The vault is open in another window or by attunectl. Nothing was changed. Close that one first.",
        )),
        Err(TryLockError::Error(error)) => Err(from_io(error)),
    }
}

/// Makes the vault's folders, readable by this person alone.
pub(crate) fn make_private(folder: &Path) -> Result<(), ApiError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(from_io)
}

/// The data folder: `vault/` (header, database, `media/`) and `models/`.
pub(crate) struct DataDir {
    root: PathBuf,
}

impl DataDir {
    pub(crate) fn new(root: PathBuf) -> Self {
        Self { root }
    }

    pub(crate) fn vault(&self) -> PathBuf {
        self.root.join("vault")
    }

    pub(crate) fn database(&self) -> PathBuf {
        self.vault().join("vault.db")
    }

    pub(crate) fn media(&self) -> PathBuf {
        self.vault().join("media")
    }

    pub(crate) fn recording(&self, id: Uuid) -> PathBuf {
        self.media().join(format!("{id}.sound"))
    }

    pub(crate) fn models(&self) -> PathBuf {
        self.root.join("models")
    }
}
