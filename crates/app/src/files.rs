//! Where things lie in the data folder.

use std::path::PathBuf;

use uuid::Uuid;

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
