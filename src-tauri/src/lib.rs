//! The window: Tauri around the core.
//!
//! Owns the one window, its four commands into the dispatcher, and the native dialogs that pick and save files. Holds no
//! rules: what a page may do, the dispatcher decides. Pages never see a path.
//!
//! Entry type: [`run`].

mod files;
mod ipc;
#[cfg(target_os = "linux")]
mod recent;

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use app::{App, Config, WorkerCommand};
use tauri::Manager as _;
use tracing_subscriber::EnvFilter;

/// Runs the program until its window closes.
pub fn run() -> anyhow::Result<()> {
    let filter = EnvFilter::try_from_env("ATTUNE_LOG").unwrap_or_else(|_| EnvFilter::new("warn,app=info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let program = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![
            ipc::call,
            ipc::call_streaming,
            files::pick_file,
            files::save_file
        ])
        .setup(|program| {
            let core = make_core(program.handle())?;
            program.manage(core);
            #[cfg(target_os = "linux")]
            recent::watch();
            Ok(())
        })
        .build(tauri::generate_context!())
        .context("the window could not be made")?;
    program.run(|program, event| {
        if matches!(event, tauri::RunEvent::Exit)
            && let Some(core) = program.try_state::<Arc<App>>()
        {
            // Jobs stop and the database closes in good order; a kill instead of this loses nothing either.
            tauri::async_runtime::block_on(core.shut_down());
        }
    });
    Ok(())
}

fn make_core(program: &tauri::AppHandle) -> anyhow::Result<Arc<App>> {
    let data_dir = match std::env::var_os("ATTUNE_DATA_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => app::default_data_dir().context("there is no folder for this person's data")?,
    };
    let executable = std::env::current_exe().context("the program cannot find itself")?;
    let worker = WorkerCommand { executable, args: vec!["worker".to_owned()] };
    Ok(App::new(Config::standard(data_dir, worker, samples_dir(program))))
}

/// Where the demo model and the sample sessions were installed; none in a package without them.
fn samples_dir(program: &tauri::AppHandle) -> Option<PathBuf> {
    let given = std::env::var_os("ATTUNE_SAMPLES_DIR").map(PathBuf::from);
    let bundled = program.path().resource_dir().ok().map(|folder| folder.join("samples"));
    given.into_iter().chain(bundled).find(|folder| folder.is_dir())
}
