//! The header on disk: two copies, each replaced as a whole.
//!
//! `header` is replaced first, `header.previous` after it, so that at every moment one whole copy exists. The
//! second copy is not left behind as an older state: after a change of passphrase or of the recovery key an old
//! header would still answer to the old secret. (What a disk keeps of replaced files is out of our hands.)

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{HeaderError, MOST_BYTES, VaultHeader};
use crate::files::{FileSystem, SystemFiles, read_bounded, replace};

/// The place of a vault header: the files `header` and `header.previous` in the vault's directory.
#[derive(Clone)]
pub struct HeaderFile {
    main: PathBuf,
    previous: PathBuf,
    files: Arc<dyn FileSystem>,
}

/// Which copy was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderSource {
    /// The main file.
    Main,
    /// The second copy, because the main file is missing or damaged.
    Previous,
}

/// Which copies hold the header that was written.
#[must_use = "while the second copy is older, it still answers to the older secrets"]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copies {
    /// Both.
    Both,
    /// Only the main one: the change is in force, and [`HeaderFile::settle`] should be tried again.
    MainOnly,
}

impl HeaderFile {
    /// The header of the vault in `directory`. Nothing is read yet.
    pub fn at(directory: &Path) -> HeaderFile {
        Self::with_files(directory, Arc::new(SystemFiles))
    }

    pub(crate) fn with_files(directory: &Path, files: Arc<dyn FileSystem>) -> HeaderFile {
        HeaderFile { main: directory.join("header"), previous: directory.join("header.previous"), files }
    }

    /// Whether there is any trace of a header, readable or not. Where this is true no new vault may be made.
    pub fn exists(&self) -> io::Result<bool> {
        Ok(self.main.try_exists()? || self.previous.try_exists()?)
    }

    /// Writes the header of a new vault; refuses where any header already is.
    pub fn create(&self, header: &VaultHeader) -> Result<Copies, HeaderError> {
        if self.exists()? {
            return Err(HeaderError::AlreadyThere);
        }
        self.write(header)
    }

    /// Reads the header; the second copy only if the main one is missing or damaged. A header of a later version
    /// is not damage and is not passed over.
    pub fn read(&self) -> Result<(VaultHeader, HeaderSource), HeaderError> {
        match read_copy(&self.main) {
            Ok(header) => Ok((header, HeaderSource::Main)),
            Err(fault @ (HeaderError::Missing | HeaderError::Damaged)) => match read_copy(&self.previous) {
                Ok(header) => Ok((header, HeaderSource::Previous)),
                Err(HeaderError::Missing) => Err(fault),
                Err(other) => Err(other),
            },
            Err(other) => Err(other),
        }
    }

    /// Replaces both copies. On an error the main copy, and so the vault, is as it was before or as it is after,
    /// never between; read again to know.
    pub fn write(&self, header: &VaultHeader) -> Result<Copies, HeaderError> {
        let bytes = header.to_bytes();
        replace(&*self.files, &self.main, &bytes)?;
        match replace(&*self.files, &self.previous, &bytes) {
            Ok(()) => Ok(Copies::Both),
            Err(_) => Ok(Copies::MainOnly),
        }
    }

    /// Makes both copies equal to a header that was just unlocked, if a kill or damage left them different.
    /// Call it after each successful unlock; it writes nothing when all is well.
    pub fn settle(&self, header: &VaultHeader) -> Result<Copies, HeaderError> {
        let bytes = header.to_bytes();
        let same = |path: &Path| -> io::Result<bool> {
            Ok(read_bounded(path, MOST_BYTES as u64)?.as_deref() == Some(bytes.as_slice()))
        };
        if !same(&self.main)? {
            return self.write(header);
        }
        if same(&self.previous)? || replace(&*self.files, &self.previous, &bytes).is_ok() {
            return Ok(Copies::Both);
        }
        Ok(Copies::MainOnly)
    }
}

fn read_copy(path: &Path) -> Result<VaultHeader, HeaderError> {
    let bytes = read_bounded(path, MOST_BYTES as u64)?.ok_or(HeaderError::Missing)?;
    VaultHeader::from_bytes(&bytes)
}
