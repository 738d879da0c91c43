use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::catalogue::{self, CatalogueEntry, ModelKind};
use crate::model_header::read_header;
use crate::{CancelToken, ModelError, ModelFile};

const BUFFER_BYTES: usize = 1024 * 1024;
const RECORD_SUFFIX: &str = ".installed.json";
/// A record is a few hundred bytes; anything larger is not one.
const MAX_RECORD_BYTES: u64 = 16 * 1024;

/// Whether a file that is not in the catalogue may be installed, for instance a model that a practice has
/// trained further itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlisted {
    /// Refuse it.
    Refuse,
    /// Take it, after the check of its structure.
    Allow,
}

/// How far a copy has come, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyProgress {
    /// Copied so far.
    pub done_bytes: u64,
    /// Size of the file when the copy began.
    pub total_bytes: u64,
}

/// Which model an installed file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// One of the catalogue.
    Listed(&'static CatalogueEntry),
    /// A speech model outside the catalogue that a person allowed.
    Unlisted {
        /// The name its file had when it was installed.
        label: String,
    },
}

/// Whether an installed file can still be trusted to be what was installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstalledState {
    /// Size and time of change are those recorded when its hash was checked.
    Verified,
    /// The file was touched since: [`catalogue::verify`] must read it again before use.
    Changed,
}

/// A model in the models folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalledModel {
    /// Where the file is and which hash it must have, ready for a [`crate::Request`].
    pub file: ModelFile,
    /// Size in bytes when it was checked.
    pub bytes: u64,
    /// Which model it is.
    pub identity: Identity,
    /// Whether it was touched since it was checked.
    pub state: InstalledState,
}

impl InstalledModel {
    /// What the model is for.
    pub fn kind(&self) -> ModelKind {
        match &self.identity {
            Identity::Listed(entry) => entry.kind,
            Identity::Unlisted { .. } => ModelKind::Speech,
        }
    }
}

/// What is kept beside an installed file, so that gigabytes need no hashing at every start. The worker
/// checks the hash again before it loads a model; this is for listing.
#[derive(Serialize, Deserialize)]
struct Record {
    sha256: String,
    bytes: u64,
    modified_ns: u64,
    label: String,
}

/// Copies `source` into `models_dir` (made if missing) under the name the catalogue gives it. The copy
/// appears there complete, checked and written through to the disk, or not at all.
pub fn install_from_file(
    source: &Path,
    models_dir: &Path,
    unlisted: Unlisted,
    on_progress: &mut dyn FnMut(CopyProgress),
    cancel: &CancelToken,
) -> Result<InstalledModel, ModelError> {
    let mut input = File::open(source)?;
    let total_bytes = input.metadata()?.len();
    fs::create_dir_all(models_dir)?;
    let mut copy = tempfile::Builder::new().prefix(".incoming-").tempfile_in(models_dir)?;
    let mut done_bytes = 0;
    let sha256 = hash_while(&mut input, cancel, |chunk| {
        copy.write_all(chunk)?;
        done_bytes += chunk.len() as u64;
        on_progress(CopyProgress { done_bytes, total_bytes });
        Ok(())
    })?;
    let entry = catalogue::find_by_sha256(&sha256);
    if entry.is_none() && unlisted == Unlisted::Refuse {
        return Err(ModelError::Unlisted { sha256 });
    }
    if entry.is_none_or(|entry| entry.kind != ModelKind::VoiceActivity) {
        copy.rewind()?;
        read_header(copy.as_file())?;
    }
    copy.as_file().sync_all()?;
    let file_name = match entry {
        Some(entry) => entry.file_name.to_owned(),
        None => format!("unlisted-{}.bin", &sha256[..16]),
    };
    let path = models_dir.join(file_name);
    let file = copy.persist(&path).map_err(|error| error.error)?;
    let label = source.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let metadata = file.metadata()?;
    let record = Record { sha256, bytes: metadata.len(), modified_ns: modified_ns(&metadata)?, label };
    write_record(&path, &record)?;
    sync_folder(models_dir)?;
    Ok(describe(path, record, InstalledState::Verified))
}

/// The models in `models_dir` in the order of their file names; an absent folder holds none. Files
/// without a record (a copy made by hand) are not listed: install them.
pub fn installed(models_dir: &Path) -> Result<Vec<InstalledModel>, ModelError> {
    let folder = match fs::read_dir(models_dir) {
        Ok(folder) => folder,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut models = Vec::new();
    for item in folder {
        let path = item?.path();
        let Some(record) = read_record(&path)? else { continue };
        let metadata = fs::metadata(&path)?;
        let untouched = metadata.len() == record.bytes && modified_ns(&metadata)? == record.modified_ns;
        let state = if untouched { InstalledState::Verified } else { InstalledState::Changed };
        models.push(describe(path, record, state));
    }
    models.sort_by(|a, b| a.file.path.cmp(&b.file.path));
    Ok(models)
}

/// Removes an installed model from the models folder, the record first: a file without one is not listed.
pub fn remove(model: &InstalledModel) -> Result<(), ModelError> {
    fs::remove_file(record_path(&model.file.path))?;
    fs::remove_file(&model.file.path)?;
    Ok(())
}

/// Reads an installed file again and compares its hash with the one recorded at installation. On success
/// the record is brought up to date.
pub fn verify(model: &InstalledModel, cancel: &CancelToken) -> Result<InstalledModel, ModelError> {
    let path = model.file.path.clone();
    let mut file = File::open(&path)?;
    if sha256_of(&mut file, cancel)? != model.file.sha256 {
        return Err(ModelError::HashMismatch);
    }
    let metadata = file.metadata()?;
    let old = read_record(&path)?.ok_or(ModelError::Record)?;
    let record = Record { bytes: metadata.len(), modified_ns: modified_ns(&metadata)?, ..old };
    write_record(&path, &record)?;
    Ok(describe(path, record, InstalledState::Verified))
}

/// SHA-256 from here to the end of the file, lower-case hexadecimal.
pub(crate) fn sha256_of(input: &mut impl Read, cancel: &CancelToken) -> Result<String, ModelError> {
    hash_while(input, cancel, |_| Ok(()))
}

fn hash_while(
    input: &mut impl Read,
    cancel: &CancelToken,
    mut on_chunk: impl FnMut(&[u8]) -> io::Result<()>,
) -> Result<String, ModelError> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; BUFFER_BYTES];
    loop {
        if cancel.is_cancelled() {
            return Err(ModelError::Cancelled);
        }
        let count = match input.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        hash.update(&buffer[..count]);
        on_chunk(&buffer[..count])?;
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn describe(path: PathBuf, record: Record, state: InstalledState) -> InstalledModel {
    let identity = match catalogue::find_by_sha256(&record.sha256) {
        Some(entry) => Identity::Listed(entry),
        None => Identity::Unlisted { label: record.label },
    };
    InstalledModel { file: ModelFile { path, sha256: record.sha256 }, bytes: record.bytes, identity, state }
}

fn modified_ns(metadata: &fs::Metadata) -> io::Result<u64> {
    let since = metadata.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(u64::try_from(since.as_nanos()).unwrap_or(u64::MAX))
}

fn record_path(model: &Path) -> PathBuf {
    let mut name = model.as_os_str().to_owned();
    name.push(RECORD_SUFFIX);
    name.into()
}

fn read_record(model: &Path) -> Result<Option<Record>, ModelError> {
    let file = match File::open(record_path(model)) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    // A record that does not parse counts as absent: installing the file again mends it, and one bad
    // record must not hide the other models.
    let record = serde_json::from_reader(file.take(MAX_RECORD_BYTES)).ok();
    Ok(record.filter(|Record { sha256, .. }| {
        sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit())
    }))
}

fn write_record(model: &Path, record: &Record) -> Result<(), ModelError> {
    let folder = model.parent().ok_or(ModelError::Record)?;
    let mut file = tempfile::Builder::new().prefix(".record-").tempfile_in(folder)?;
    serde_json::to_writer(&mut file, record).map_err(|_| ModelError::Record)?;
    file.as_file().sync_all()?;
    file.persist(record_path(model)).map_err(|error| error.error)?;
    Ok(())
}

/// Makes the renames of a finished installation survive a power cut. Windows has no such call and needs
/// none.
fn sync_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
