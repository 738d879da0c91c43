//! `attunectl doctor`: is this installation sound?
//!
//! The checks look from outside and use the real thing: the cipher by making a throw-away vault and searching its files
//! for what was put in, the speech worker by starting it.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use contract::clients::{ClientDetails, CreateClient};
use contract::vault::{CreateVault, GetStatus, LockVault, Role, VaultState};
use crypto::NoKeyStore;
use serde::Serialize;
use speech::{
    CancelToken, ChannelCount, FailureCode, MemoryPcm, ModelFile, Request, SpeechError, Transcriber as _,
    WorkerTranscriber,
};

use crate::context::{Context, worker};
use crate::demo;
use crate::exit::{Exit, Failure};
use crate::output::word;

/// The first bytes of a database that nobody encrypted.
const PLAIN_DATABASE: &[u8] = b"SQLite format 3\0";
/// Below this, recording and models soon run out of room: two hours of sound are half a gigabyte.
const LITTLE_SPACE: u64 = 2 << 30;

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
enum State {
    /// As it should be.
    Ok,
    /// Works, with something missing.
    Warning,
    /// Does not work, or is not safe.
    Failed,
}

#[derive(Serialize)]
struct Check {
    name: &'static str,
    state: State,
    detail: String,
}

#[derive(Serialize)]
struct Report {
    ok: bool,
    version: String,
    system: String,
    data_dir: String,
    checks: Vec<Check>,
}

fn check(name: &'static str, state: State, detail: impl Into<String>) -> Check {
    Check { name, state, detail: detail.into() }
}

pub(crate) async fn run(context: &Context) -> Result<Exit, Failure> {
    let mut checks = vec![cipher(context).await, speech_worker().await];
    checks.extend(vault(context).await);
    checks.push(models(&context.data_dir));
    checks.push(samples(context));
    checks.push(disk(&context.data_dir));
    let report = Report {
        ok: checks.iter().all(|check| check.state != State::Failed),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        data_dir: context.data_dir.display().to_string(),
        checks,
    };
    context.output.show(&report, describe)?;
    Ok(if report.ok { Exit::Ok } else { Exit::Refused })
}

/// Makes a vault, puts a name into it, and looks for that name, and for plain databases, in every file of it.
async fn cipher(context: &Context) -> Check {
    const NAME: &str = "cipher";
    const CANARY: &str = "Canaryweather";
    let made = async {
        let folder =
            tempfile::tempdir().map_err(|error| Failure::cannot_write("The temporary folder", &error))?;
        let core = context.core_at(folder.path(), Arc::new(NoKeyStore))?;
        let passphrase = demo::throw_away_passphrase()?;
        let create = CreateVault {
            role: Role::Clinician,
            name: "Doctor".to_owned(),
            passphrase,
            use_key_store: false,
        };
        core.run(create).await?;
        let details = ClientDetails { given_name: CANARY.to_owned(), ..ClientDetails::default() };
        core.run(CreateClient { details }).await?;
        core.run(LockVault {}).await?;
        let plain = files_under(folder.path());
        let count = plain.len();
        let leaks = plain.iter().filter(|path| {
            std::fs::read(path).is_ok_and(|bytes| {
                bytes.starts_with(PLAIN_DATABASE)
                    || bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes())
            })
        });
        Ok::<_, Failure>((count, leaks.count()))
    };
    match made.await {
        Ok((0, _)) => check(NAME, State::Failed, "A new vault left no files."),
        Ok((count, 0)) => {
            check(NAME, State::Ok, format!("A new vault is encrypted ({count} files searched)."))
        }
        Ok((_, leaks)) => check(
            NAME,
            State::Failed,
            format!("{leaks} files of a new vault can be read without a key. Do not use this installation."),
        ),
        Err(failure) => check(NAME, State::Failed, failure.error.message),
    }
}

/// Starts the worker with a model that is not there: only a worker that runs and speaks the protocol can say so.
async fn speech_worker() -> Check {
    const NAME: &str = "speech_worker";
    let ask = || {
        let worker = worker()?;
        let transcriber = WorkerTranscriber { executable: worker.executable, args: worker.args };
        let nowhere = std::env::temp_dir().join("attune-doctor-no-such-model");
        let request = Request {
            model: ModelFile { path: nowhere, sha256: "0".repeat(64) },
            voice_activity: None,
            language: None,
            threads: None,
        };
        let mut silence = MemoryPcm::new(ChannelCount::Mono, vec![0; 16_000]);
        Ok::<_, Failure>(transcriber.transcribe(&request, &mut silence, &mut |_| {}, &CancelToken::new()))
    };
    match tokio::task::spawn_blocking(ask).await {
        Ok(Ok(Err(SpeechError::Failed(FailureCode::ModelUnreadable)))) => {
            check(NAME, State::Ok, "The speech worker starts and answers.")
        }
        Ok(Ok(Err(error))) => {
            check(NAME, State::Failed, format!("The speech worker does not work: {error}."))
        }
        Ok(Ok(Ok(_))) => check(NAME, State::Failed, "The speech worker took a model that is not there."),
        Ok(Err(failure)) => check(NAME, State::Failed, failure.error.message),
        Err(_) => check(NAME, State::Failed, "The speech worker could not be asked."),
    }
}

/// The person's own vault, from outside.
async fn vault(context: &Context) -> Vec<Check> {
    let status = async { context.core()?.run(GetStatus {}).await };
    let mut checks = match status.await {
        Ok(status) => {
            let detail = match (status.state, status.failed_tries) {
                (VaultState::Absent, _) => "There is no vault yet.".to_owned(),
                (_, 0) => "There is a vault.".to_owned(),
                (_, tries) => {
                    format!("There is a vault; {tries} wrong passphrases since it was last opened.")
                }
            };
            let key_store = format!("The operating system's key store is {}.", word(&status.key_store));
            let missing = status.key_store == contract::vault::KeyStoreState::Unavailable;
            let state = if missing { State::Warning } else { State::Ok };
            vec![check("vault", State::Ok, detail), check("key_store", state, key_store)]
        }
        Err(failure) => vec![check("vault", State::Failed, failure.error.message)],
    };
    let files = files_under(&context.data_dir);
    let plain = files.iter().filter(|path| begins_with(path, PLAIN_DATABASE)).count();
    if plain > 0 {
        let detail = format!("{plain} databases in the data folder are not encrypted.");
        checks.push(check("vault_files", State::Failed, detail));
    }
    checks
}

fn models(data_dir: &Path) -> Check {
    const NAME: &str = "models";
    let installed = match speech::catalogue::installed(&data_dir.join("models")) {
        Ok(installed) => installed,
        Err(error) => return check(NAME, State::Failed, format!("The models cannot be listed: {error}.")),
    };
    let speech = installed.iter().filter(|model| model.kind() == speech::ModelKind::Speech).count();
    let changed = installed.iter().filter(|model| model.state == speech::InstalledState::Changed).count();
    match (speech, changed) {
        (_, 1..) => check(
            NAME,
            State::Warning,
            format!("{changed} model files were changed since they were checked."),
        ),
        (0, 0) => {
            check(NAME, State::Warning, "No speech model is installed. Add one with `attunectl model add`.")
        }
        (count, 0) => check(NAME, State::Ok, format!("{count} speech models are installed.")),
    }
}

fn samples(context: &Context) -> Check {
    match &context.samples_dir {
        Some(_) => check("samples", State::Ok, "The sample sessions and the demo model are here."),
        None => check(
            "samples",
            State::Warning,
            "The sample sessions are not installed; `attunectl demo` needs them.",
        ),
    }
}

fn disk(data_dir: &Path) -> Check {
    const NAME: &str = "disk";
    let there = data_dir.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("."));
    match fs4::available_space(there) {
        Ok(bytes) => {
            let state = if bytes < LITTLE_SPACE { State::Warning } else { State::Ok };
            check(NAME, state, format!("{:.1} GB are free.", bytes as f64 / 1e9))
        }
        Err(_) => check(NAME, State::Warning, "The free space cannot be told."),
    }
}

/// Every file below a folder; what cannot be looked into is left out.
fn files_under(folder: &Path) -> Vec<PathBuf> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                Ok(kind) if kind.is_file() => files.push(entry.path()),
                _ => {}
            }
        }
    }
    files
}

fn begins_with(path: &Path, start: &[u8]) -> bool {
    let mut first = vec![0; start.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut first)).is_ok() && first == start
}

fn describe(report: &Report) -> String {
    let mut text = format!("Attune {} on {}\n{}\n", report.version, report.system, report.data_dir);
    for check in &report.checks {
        let mark = match check.state {
            State::Ok => "ok",
            State::Warning => "warning",
            State::Failed => "FAILED",
        };
        let _ = write!(text, "\n  {mark:<8} {:<14} {}", check.name.replace('_', " "), check.detail);
    }
    text
}
