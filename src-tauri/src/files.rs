//! Native dialogs. The program opens them and reads or writes the files; the page gets an id, or whether it was saved.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::App;
use base64::Engine as _;
use contract::notes::ExportedFile;
use contract::recordings::PickedFile;
use contract::{ApiError, ErrorCode};
use tauri::{AppHandle, State};
use tauri_plugin_dialog::{DialogExt as _, FilePath};

const SOUND: &[&str] = &["wav", "flac", "mp3", "m4a", "aac", "mp4", "ogg", "oga", "aif", "aiff", "caf"];
const MODEL: &[&str] = &["bin"];
const INSTRUMENT: &[&str] = &["json"];

/// Lets a person pick a file. `purpose` is "audio", "model" or "instrument". Nothing comes back when they change their mind.
#[tauri::command]
pub(crate) async fn pick_file(
    program: AppHandle,
    core: State<'_, Arc<App>>,
    purpose: String,
) -> Result<Option<PickedFile>, ApiError> {
    let dialog = match purpose.as_str() {
        "audio" => program.dialog().file().set_title("Choose a recording").add_filter("Sound", SOUND),
        "model" => {
            program.dialog().file().set_title("Choose a speech model").add_filter("Speech model", MODEL)
        }
        "instrument" => {
            program.dialog().file().set_title("Choose an instrument").add_filter("Instrument", INSTRUMENT)
        }
        _ => return Err(ApiError::new(ErrorCode::BadCall, "There is nothing to pick for this purpose.")),
    };
    check_hands(&core)?;
    let (sender, receiver) = tokio::sync::oneshot::channel();
    dialog.add_filter("All files", &["*"]).pick_file(move |path| drop(sender.send(path)));
    match receiver.await.ok().flatten().and_then(local) {
        Some(path) => {
            keep_out(&program, &path);
            core.pick_file(&path).map(Some)
        }
        None => Ok(None),
    }
}

/// Lets a person choose where an exported file goes, and writes it there. False when they change their mind.
#[tauri::command]
pub(crate) async fn save_file(
    program: AppHandle,
    core: State<'_, Arc<App>>,
    file: ExportedFile,
) -> Result<bool, ApiError> {
    check_hands(&core)?;
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(&file.data_base64)
        .map_err(|_| ApiError::new(ErrorCode::BadCall, "The file to save is not readable."))?;
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let name = Path::new(&file.file_name).file_name().map(|name| name.to_string_lossy().into_owned());
    program
        .dialog()
        .file()
        .set_title("Save the export")
        .set_file_name(name.unwrap_or_default())
        .save_file(move |path| drop(sender.send(path)));
    let Some(path) = receiver.await.ok().flatten().and_then(local) else { return Ok(false) };
    keep_out(&program, &path);
    write(&path, &bytes).map(|()| true).map_err(|error| {
        tracing::warn!(kind = ?error.kind(), "an export could not be written");
        ApiError::new(
            ErrorCode::Storage,
            "The file could not be written there. Nothing in the vault was changed. Choose another folder.",
        )
    })
}

/// A dialog shows the clinician's folders: none opens while the device is in a client's hands.
fn check_hands(core: &App) -> Result<(), ApiError> {
    if core.is_handed_over() {
        return Err(ApiError::new(ErrorCode::HandedOver, "This device is handed over for a screening."));
    }
    Ok(())
}

/// Keeps a file out of lists that other programs show.
fn keep_out(program: &AppHandle, path: &Path) {
    #[cfg(target_os = "linux")]
    crate::recent::keep_out(program, path);
    #[cfg(not(target_os = "linux"))]
    let _ = (program, path);
}

fn local(path: FilePath) -> Option<PathBuf> {
    path.into_path().ok()
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = std::fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
