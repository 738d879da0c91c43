//! Builds what the journeys need and runs them: the interface, `attunectl` and the window.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

/// `--no-build` runs them on what is built already; what follows `--` goes to the test runner.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut build = true;
    let mut rest = &arguments[..0];
    for (index, argument) in arguments.iter().enumerate() {
        match argument.as_str() {
            "--no-build" => build = false,
            "--" => {
                rest = &arguments[index + 1..];
                break;
            }
            other => bail!("cargo xtask e2e knows --no-build and --, not {other}"),
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask lies in the workspace")?;
    if build {
        crate::ui::build(&["--release".to_owned()])?;
        cargo(root, &["build", "--package", "attune-cli"])?;
        // The window carries the interface inside: it comes after it.
        cargo(root, &["build", "--package", "attune", "--features", "custom-protocol"])?;
    }
    let mut test: Vec<&str> = match has_nextest() {
        true => vec!["nextest", "run", "--package", "attune-journeys"],
        false => vec!["test", "--package", "attune-journeys"],
    };
    if !rest.is_empty() {
        test.push("--");
        test.extend(rest.iter().map(String::as_str));
    }
    cargo(root, &test)
}

fn cargo(root: &Path, arguments: &[&str]) -> Result<()> {
    let program: PathBuf = std::env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from);
    let mut command = Command::new(program);
    let status = command.current_dir(root).args(arguments).status().context("starting cargo")?;
    ensure!(status.success(), "cargo {} failed", arguments.join(" "));
    Ok(())
}

fn has_nextest() -> bool {
    let asked = Command::new("cargo-nextest").arg("--version").output();
    asked.is_ok_and(|answer| answer.status.success())
}
