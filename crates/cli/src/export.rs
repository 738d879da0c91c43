//! Notes that leave the vault as files in the clear.

use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::Args;
use contract::NoteId;
use contract::notes::{ExportFormat, ExportNote};
use serde::Serialize;

use crate::arguments::wire_value;
use crate::context::Core;
use crate::exit::Failure;
use crate::output::word;

#[derive(Args)]
pub(crate) struct ExportArgs {
    /// pdf, markdown or json; may be repeated.
    #[arg(long = "format", value_name = "FORMAT", required = true, value_parser = wire_value::<ExportFormat>)]
    pub(crate) formats: Vec<ExportFormat>,
    /// A folder that is there, or the name of a new file. Nothing is overwritten.
    #[arg(long, value_name = "PATH", default_value = ".")]
    pub(crate) out: PathBuf,
}

/// A file that was written.
#[derive(Serialize)]
pub(crate) struct Written {
    pub(crate) format: ExportFormat,
    pub(crate) path: String,
    pub(crate) bytes: u64,
}

/// Exports a note in each of the formats.
pub(crate) async fn write(core: &Core, note_id: NoteId, args: &ExportArgs) -> Result<Vec<Written>, Failure> {
    let into_folder = args.out.is_dir();
    if !into_folder && args.formats.len() > 1 {
        return Err(Failure::usage(
            "Several formats need a folder that is there as --out. Nothing was written.",
        ));
    }
    let mut written = Vec::new();
    for &format in &args.formats {
        let file = core.run(ExportNote { note_id, format }).await?;
        let bytes = STANDARD
            .decode(&file.data_base64)
            .map_err(|_| Failure::internal("The exported file arrived damaged. Nothing was written."))?;
        let path = if into_folder { args.out.join(plain(&file.file_name)?) } else { args.out.clone() };
        write_new(&path, &bytes).map_err(|error| Failure::cannot_write("The exported file", &error))?;
        written.push(Written { format, path: path.display().to_string(), bytes: bytes.len() as u64 });
    }
    Ok(written)
}

/// The suggested name comes from the core; a name with folders in it would still not be followed.
fn plain(name: &str) -> Result<&str, Failure> {
    let is_plain = Path::new(name).file_name().is_some_and(|last| last == name);
    if is_plain { Ok(name) } else { Err(Failure::internal("The exported file has no usable name.")) }
}

/// Writes a file that is not there yet; readable by its owner alone, whole or not at all.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    let whole = |file: &mut File| file.write_all(bytes).and_then(|()| file.sync_all());
    whole(&mut file).inspect_err(|_| {
        // The disk is full or gone: half a note is worse than none.
        let _ = std::fs::remove_file(path);
    })
}

pub(crate) fn describe(files: &[Written]) -> String {
    files
        .iter()
        .map(|file| format!("{}: {} ({} bytes)\n", word(&file.format), file.path, file.bytes))
        .collect()
}
