//! The desktop program. Started with `worker` it is the speech worker of another one.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some("worker") {
        return speech::worker::run(std::io::stdin(), std::io::stdout());
    }
    match attune_desktop::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            tracing::error!(error = format!("{error:#}"), "the program could not start");
            ExitCode::FAILURE
        }
    }
}
