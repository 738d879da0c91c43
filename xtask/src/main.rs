//! Tasks of the workspace, run as `cargo xtask <task>`.

mod ui;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some("ui") => ui::build(&arguments[1..]),
        _ => bail!("usage: cargo xtask ui [--release] [--fake]"),
    }
}
