//! Tasks of the workspace, run as `cargo xtask <task>`.
#![allow(clippy::print_stdout)] // a task talks to the person who started it

mod ci;
mod e2e;
mod tidy;
mod ui;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("ci") => ci::run(),
        Some("package") => ci::package(),
        Some("e2e") => e2e::run(&arguments[1..]),
        Some("tidy") => tidy::check(),
        Some("ui") => ui::build(&arguments[1..]),
        _ => bail!("usage: cargo xtask ci | e2e | package | tidy | ui [--release] [--fake]"),
    }
}
