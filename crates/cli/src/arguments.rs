//! The command line.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use contract::{ApiError, ErrorCode};

use crate::context::{Context, Opening};
use crate::exit::{EXIT_CODES, Exit, Failure};
use crate::logging::{self, Level};
use crate::output::Output;
use crate::secrets::Secrets;
use crate::{
    audit, call, client, demo, doctor, model, note, risk, samples, screen, search, serve, session,
    transcribe, vault,
};

/// Attune without a window: a recorded session becomes a grounded, signed note inside an encrypted vault.
#[derive(Parser)]
#[command(name = "attunectl", version, after_help = EXIT_CODES, max_term_width = 100)]
struct Arguments {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Args)]
struct Global {
    /// Write the result as JSON to standard output; errors too, as {"error": …}.
    #[arg(long, global = true)]
    json: bool,
    /// Where the vault and the models lie.
    #[arg(long, global = true, value_name = "DIR", env = "ATTUNE_DATA_DIR", hide_env_values = true)]
    data_dir: Option<PathBuf>,
    /// Where the sample sessions and the demo model lie.
    #[arg(long, global = true, value_name = "DIR", env = "ATTUNE_SAMPLES_DIR", hide_env_values = true)]
    samples: Option<PathBuf>,
    /// No progress and no remarks on standard error.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Log what the program does to standard error; no client data.
    #[arg(short, long, global = true)]
    verbose: bool,
    /// Read passphrases from standard input, one per line.
    #[arg(long, global = true)]
    passphrase_stdin: bool,
    /// Open the vault with the key in this device's key store.
    #[arg(long, global = true, conflicts_with_all = ["no_key_store", "passphrase_stdin"])]
    key_store: bool,
    /// Leave this device's key store alone.
    #[arg(long, global = true)]
    no_key_store: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Turn a sound file into text. Needs no vault and keeps nothing.
    Transcribe(transcribe::TranscribeArgs),
    /// Draft a note from a transcript file. Needs no vault and keeps nothing.
    #[command(subcommand)]
    Note(note::NoteCommand),
    /// Screening instruments: list them, show one, score answers. Needs no vault and keeps nothing.
    #[command(subcommand)]
    Screen(screen::ScreenCommand),
    /// What conversations say of risk. Needs no vault and keeps nothing.
    #[command(subcommand)]
    Risk(risk::RiskCommand),
    /// Make, look at, rekey and recover the vault.
    #[command(subcommand)]
    Vault(vault::VaultCommand),
    /// The people in care.
    #[command(subcommand)]
    Client(client::ClientCommand),
    /// Sessions, and everything that hangs on them.
    #[command(subcommand)]
    Session(session::SessionCommand),
    /// Speech models on this device.
    #[command(subcommand)]
    Model(model::ModelCommand),
    /// Look for words in clients, transcripts and notes.
    Search(search::SearchArgs),
    /// The audit log.
    #[command(subcommand)]
    Audit(audit::AuditCommand),
    /// Check this installation: cipher, speech worker, key store, models, disk.
    Doctor,
    /// Add invented clients to look around with.
    SampleData,
    /// Run the main job on a sample session, from sound to signed note.
    Demo(demo::DemoArgs),
    /// Serve the interface and the commands on this machine's loopback address.
    Serve(serve::ServeArgs),
    /// Run any command of the program by its wire name.
    Call(call::CallArgs),
}

/// Parses the arguments, runs the command, and says how it ended.
pub(crate) fn run(arguments: Vec<OsString>) -> ExitCode {
    // A wrong argument must be told in the form that was asked for, before the form is known.
    let json = arguments.iter().any(|argument| argument == "--json");
    let parsed = match Arguments::try_parse_from(arguments) {
        Ok(parsed) => parsed,
        Err(error) if error.use_stderr() && json => {
            let message = error.render().to_string();
            let failure = Failure::usage(message.trim().trim_start_matches("error: "));
            Output { json, quiet: false }.show_failure(&failure);
            return code(Exit::Usage);
        }
        Err(error) => {
            // Help that nobody reads to its end is no failure.
            let _ = error.print();
            return code(if error.use_stderr() { Exit::Usage } else { Exit::Ok });
        }
    };
    let global = &parsed.global;
    logging::start(match (global.quiet, global.verbose) {
        (true, _) => Level::Off,
        (_, true) => Level::Steps,
        _ => Level::Errors,
    });
    let output = Output { json: global.json, quiet: global.quiet };
    let result = context(global, output).and_then(|context| {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
        let runtime = runtime.map_err(|_| Failure::internal("The system gave no threads to work with."))?;
        runtime.block_on(Box::pin(dispatch(&context, parsed.command)))
    });
    match result {
        Ok(exit) => code(exit),
        Err(failure) => {
            output.show_failure(&failure);
            code(failure.exit)
        }
    }
}

fn code(exit: Exit) -> ExitCode {
    ExitCode::from(exit as u8)
}

fn context(global: &Global, output: Output) -> Result<Context, Failure> {
    let opening = match (global.key_store, global.no_key_store) {
        (true, _) => Opening::KeyStore,
        (_, true) => Opening::PassphraseOnly,
        _ => Opening::Passphrase,
    };
    let data_dir = match &global.data_dir {
        Some(folder) => folder.clone(),
        None => app::default_data_dir().ok_or_else(|| {
            Failure::usage("This system names no folder for programs' data. Name one with --data-dir.")
        })?,
    };
    let samples_dir = demo::samples_dir(global.samples.as_deref());
    Ok(Context {
        output,
        secrets: Secrets { stdin: global.passphrase_stdin },
        opening,
        data_dir,
        samples_dir,
    })
}

async fn dispatch(context: &Context, command: Command) -> Result<Exit, Failure> {
    match command {
        Command::Transcribe(args) => transcribe::run(context, args).await,
        Command::Note(command) => note::run(context, command),
        Command::Screen(command) => screen::run(context, command),
        Command::Risk(command) => risk::run(context, command),
        Command::Vault(command) => vault::run(context, command).await,
        Command::Client(command) => client::run(context, command).await,
        Command::Session(command) => session::run(context, command).await,
        Command::Model(command) => model::run(context, command).await,
        Command::Search(args) => search::run(context, args).await,
        Command::Audit(command) => audit::run(context, command).await,
        Command::Doctor => doctor::run(context).await,
        Command::SampleData => samples::run(context).await,
        Command::Demo(args) => demo::run(context, args).await,
        Command::Serve(args) => serve::run(context, args).await,
        Command::Call(args) => call::run(context, args).await,
    }
}

/// Reads one of a contract's plain enum values from an argument: `in-progress` and `in_progress` alike.
pub(crate) fn wire_value<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    let name = text.trim().to_lowercase().replace('-', "_");
    serde_json::from_value(serde_json::Value::String(name)).map_err(|error| {
        // Serde's own sentence lists the values there are.
        let listed = error.to_string();
        let start = listed.find("expected").unwrap_or(0);
        listed[start..].replace("expected one of ", "use one of ").replace("expected ", "use ")
    })
}

/// A refusal because of one argument.
pub(crate) fn invalid(field: &str, message: &str) -> Failure {
    let mut error = ApiError::new(ErrorCode::Invalid, message);
    error.field = Some(field.to_owned());
    error.into()
}
