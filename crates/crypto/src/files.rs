//! Replacing small files so that a kill or a power cut leaves the old or the new one, never a part.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// The few steps durable replacement is made of. Tests put a disk behind it that stops at a chosen step.
pub(crate) trait FileSystem: Send + Sync {
    /// Creates or empties the file and writes `bytes`, then waits until they are on the disk.
    fn write_durably(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Puts `from` in the place of `to`.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until the directory's entries are on the disk.
    fn sync_directory(&self, directory: &Path) -> io::Result<()>;
    /// Removes the file.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The operating system's files.
pub(crate) struct SystemFiles;

impl FileSystem for SystemFiles {
    fn write_durably(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        private(&mut options);
        let mut file = options.open(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_directory(&self, directory: &Path) -> io::Result<()> {
        sync_directory(directory)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

/// Lets only the owner read a file that is made with these options.
pub(crate) fn private(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    #[cfg(not(unix))]
    let _ = options;
}

/// Waits until the directory's entries are on the disk. Windows has no such call and orders renames itself.
pub(crate) fn sync_directory(directory: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(directory)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = directory;
    Ok(())
}

/// The directory a file lies in.
pub(crate) fn directory_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Replaces `path` by a file holding `bytes`: when this returns without error the new file is durable; on any
/// error or kill, the file is either wholly the old or wholly the new one.
pub(crate) fn replace(files: &dyn FileSystem, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let fresh = path.with_file_name(name);
    files.write_durably(&fresh, bytes)?;
    files.rename(&fresh, path)?;
    files.sync_directory(&directory_of(path))
}

/// The content of a small file, at most `limit` bytes and one more, so that a longer file can be told.
/// `None` if there is no such file.
pub(crate) fn read_bounded(path: &Path, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

#[cfg(test)]
pub(crate) mod faults {
    //! A disk that stops working at a chosen step, as a kill or a power cut would have it.

    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// Works for `steps` steps, then writes half of the next file at most and refuses everything.
    pub(crate) struct StopsAfter {
        left: AtomicUsize,
    }

    impl StopsAfter {
        pub(crate) fn new(steps: usize) -> Self {
            Self { left: AtomicUsize::new(steps) }
        }

        fn step(&self) -> io::Result<()> {
            let took = self.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
            took.map(|_| ()).map_err(|_| io::Error::other("the disk stopped"))
        }
    }

    impl FileSystem for StopsAfter {
        fn write_durably(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
            if let Err(error) = self.step() {
                fs::write(path, &bytes[..bytes.len() / 2])?;
                return Err(error);
            }
            // The write and the flush are two chances to stop.
            SystemFiles.write_durably(path, bytes)?;
            self.step()
        }

        fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.step()?;
            SystemFiles.rename(from, to)
        }

        fn sync_directory(&self, directory: &Path) -> io::Result<()> {
            self.step()?;
            SystemFiles.sync_directory(directory)
        }

        fn remove(&self, path: &Path) -> io::Result<()> {
            self.step()?;
            SystemFiles.remove(path)
        }
    }
}
