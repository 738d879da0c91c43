//! `attunectl`: everything the program can do, without a window.
//!
//! Owns the command line: its arguments, asking for passphrases, JSON on standard output, progress and remarks on
//! standard error, exit codes. It holds no rules and no SQL: commands go through the dispatcher in `app`. It must never
//! take a passphrase from the arguments, and never write client data anywhere but where the person asked.
//!
//! Each start of the program opens the vault anew and locks it at its end. Four commands need no vault:
//! `transcribe`, `note draft`, `screen` and `risk`.
//!
//! Entry point: [`main`]. Exit codes: [`Exit`].

mod arguments;
mod audit;
mod call;
mod client;
mod context;
mod demo;
mod doctor;
mod exit;
mod export;
mod job;
mod logging;
mod model;
mod note;
mod output;
mod risk;
mod samples;
mod screen;
mod search;
mod secrets;
mod serve;
mod session;
mod transcribe;
mod vault;

use std::process::ExitCode;

pub use exit::Exit;

/// The hidden first argument that makes this executable a speech worker.
const WORKER: &str = "worker";

/// Runs the program with the arguments of this process.
pub fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|argument| argument == WORKER) {
        return speech::worker::run(std::io::stdin(), std::io::stdout());
    }
    arguments::run(std::env::args_os().collect())
}
