use std::collections::HashMap;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use contract::recordings::{FileSource, PickedFile};
use contract::{ApiError, ErrorCode, PickId};
use uuid::Uuid;

use crate::{App, Front};

/// Files that people picked in a front's own dialog. A page gets an id and never a path; a pick is good until a command
/// has used it.
#[derive(Default)]
pub struct Picks {
    picked: Mutex<HashMap<PickId, Picked>>,
}

#[derive(Clone)]
enum Picked {
    Path(PathBuf),
    Bytes { name: String, bytes: Arc<[u8]> },
}

/// How many picks wait at once; the oldest would only be a dialog somebody abandoned. Few, because a browser's lie in memory.
const MAX_PICKS: usize = 4;

impl Picks {
    fn add(&self, id: Uuid, picked: Picked) -> Result<PickId, ApiError> {
        let mut waiting = self.picked.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() >= MAX_PICKS
            && let Some(oldest) = waiting.keys().min().copied()
        {
            waiting.remove(&oldest);
        }
        waiting.insert(PickId(id), picked);
        Ok(PickId(id))
    }

    fn find(&self, id: PickId) -> Option<Picked> {
        self.picked.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }

    /// Forgets a pick that has been used.
    pub(crate) fn forget(&self, source: &FileSource) {
        if let FileSource::Picked(id) = source {
            self.picked.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
        }
    }
}

/// A file that the core may read: on disk, or in memory.
pub(crate) enum SourceFile {
    Path(PathBuf),
    Bytes { name: String, bytes: Arc<[u8]> },
}

impl SourceFile {
    /// The ending of the file's name, a hint for decoders.
    pub(crate) fn extension(&self) -> Option<String> {
        let name = match self {
            Self::Path(path) => path.clone(),
            Self::Bytes { name, .. } => PathBuf::from(name),
        };
        name.extension().map(|ending| ending.to_string_lossy().into_owned())
    }

    /// Opens it for reading.
    pub(crate) fn open(&self) -> std::io::Result<Box<dyn audio::ReadSeek>> {
        Ok(match self {
            Self::Path(path) => Box::new(std::fs::File::open(path)?),
            Self::Bytes { bytes, .. } => Box::new(Cursor::new(bytes.clone())),
        })
    }
}

fn unreadable(error: &std::io::Error) -> ApiError {
    let reason = match error.kind() {
        std::io::ErrorKind::NotFound => "it is not there",
        std::io::ErrorKind::PermissionDenied => "you are not allowed to read it",
        _ => "it cannot be read",
    };
    ApiError::invalid(
        "source",
        format!("The file was not opened: {reason}. Nothing was changed. Choose another file."),
    )
}

impl App {
    /// Registers a file a person picked in a native dialog.
    pub fn pick_file(&self, path: &Path) -> Result<PickedFile, ApiError> {
        let metadata = std::fs::metadata(path).map_err(|error| unreadable(&error))?;
        if !metadata.is_file() {
            return Err(ApiError::invalid("source", "This is not a file. Choose a file."));
        }
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let pick_id = self.picks.add(self.clock().make_id(), Picked::Path(path.to_owned()))?;
        Ok(PickedFile { pick_id, name, bytes: metadata.len() })
    }

    /// Registers a file a person picked in a browser; its bytes stay in memory.
    pub fn pick_bytes(&self, name: &str, bytes: Vec<u8>) -> Result<PickedFile, ApiError> {
        let size = bytes.len() as u64;
        let picked = Picked::Bytes { name: name.to_owned(), bytes: bytes.into() };
        let pick_id = self.picks.add(self.clock().make_id(), picked)?;
        Ok(PickedFile { pick_id, name: name.to_owned(), bytes: size })
    }

    /// The file a command names. Only `attunectl` may name a path: a page could be made to ask for any file.
    pub(crate) fn source_file(&self, front: Front, source: &FileSource) -> Result<SourceFile, ApiError> {
        match source {
            FileSource::Path(path) if front == Front::Cli => {
                let path = PathBuf::from(path);
                std::fs::File::open(&path).map_err(|error| unreadable(&error))?;
                Ok(SourceFile::Path(path))
            }
            FileSource::Path(_) => Err(ApiError::new(
                ErrorCode::Forbidden,
                "Only attunectl may name a file by its path. Choose the file in the dialog.",
            )),
            FileSource::Picked(id) => match self.picks.find(*id) {
                Some(Picked::Path(path)) => Ok(SourceFile::Path(path)),
                Some(Picked::Bytes { name, bytes }) => Ok(SourceFile::Bytes { name, bytes }),
                None => Err(ApiError::invalid(
                    "source",
                    "This choice of a file has been used. Choose the file again.",
                )),
            },
        }
    }
}
