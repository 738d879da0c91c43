//! Everything that must hold before a change lands, in the order in which it fails fastest.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};

use crate::{tidy, ui};

/// The native workspace with the window as it is shipped: one set of features for lints, builds and tests, so that
/// nothing is compiled twice.
pub(crate) const NATIVE: [&str; 5] =
    ["--workspace", "--exclude", "attune-ui", "--features", "attune/custom-protocol"];

/// Runs all checks; stops at the first that fails.
pub(crate) fn run() -> Result<()> {
    step("format", || cargo(&["fmt", "--all", "--check"], &[], &[]))?;
    step("arrows, licences and lengths", tidy::check)?;
    step("interface", || ui::build(&["--release".to_owned()]))?;
    step("lints (wasm)", || {
        let wasm = ["clippy", "--package", "attune-ui", "--target", "wasm32-unknown-unknown"];
        let target = ui::target_dir()?;
        cargo(&wasm, &["--", "-D", "warnings"], &[("CARGO_TARGET_DIR", target)])
    })?;
    step("lints (native)", || {
        let arguments: Vec<&str> = ["clippy"].into_iter().chain(NATIVE).chain(["--all-targets"]).collect();
        cargo(&arguments, &["--", "-D", "warnings"], &[])
    })?;
    step("build", || cargo(&["build"].into_iter().chain(NATIVE).collect::<Vec<_>>(), &[], &[]))?;
    // Its logic is native code; it is built apart, because its features would change those of the crates it shares.
    step("tests of the interface", || test(&["--package", "attune-ui"], &[]))?;
    step("tests and journeys", tests)
}

/// The installable package: `tauri build` for this system.
pub(crate) fn package() -> Result<()> {
    let modules = node_modules()?;
    let cli = modules.join("@tauri-apps/cli/tauri.js");
    ensure!(cli.is_file(), "the Tauri command is not installed: run scripts/setup test");
    let mut tauri = Command::new("node");
    tauri.current_dir(ui::workspace_root()?).arg(cli).args(["build", "--bundles", bundle()]);
    finish(&mut tauri)
}

fn bundle() -> &'static str {
    match std::env::consts::OS {
        "macos" => "dmg",
        "windows" => "nsis",
        _ => "deb",
    }
}

fn tests() -> Result<()> {
    test(&NATIVE, &[])
}

/// Runs tests with nextest where it is installed, otherwise with cargo's own runner.
pub(crate) fn test(which: &[&str], rest: &[&str]) -> Result<()> {
    let environment = [("ATTUNE_NODE_MODULES", node_modules()?)];
    let nextest =
        Command::new("cargo").args(["nextest", "--version"]).output().is_ok_and(|out| out.status.success());
    let runner: &[&str] =
        if nextest { &["nextest", "run", "--no-fail-fast"] } else { &["test", "--no-fail-fast"] };
    let arguments: Vec<&str> = runner.iter().chain(which).copied().collect();
    let rest: Vec<&str> = if rest.is_empty() { Vec::new() } else { [&["--"], rest].concat() };
    cargo(&arguments, &rest, &environment)
}

fn node_modules() -> Result<PathBuf> {
    let folder = match std::env::var_os("ATTUNE_NODE_DIR") {
        Some(folder) => PathBuf::from(folder),
        None => {
            let home = std::env::var_os("HOME").context("HOME is not set")?;
            Path::new(&home).join(".cache/attune/node")
        }
    };
    Ok(folder.join("node_modules"))
}

fn step(name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("== {name}");
    let began = Instant::now();
    work().with_context(|| format!("failed: {name}"))?;
    println!("== {name}: {} s", began.elapsed().as_secs());
    Ok(())
}

pub(crate) fn cargo(arguments: &[&str], rest: &[&str], environment: &[(&str, PathBuf)]) -> Result<()> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(ui::workspace_root()?).args(arguments).args(rest);
    cargo.envs(environment.iter().map(|(name, value)| (name, value)));
    finish(&mut cargo)
}

fn finish(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("starting {:?}", command.get_program()))?;
    ensure!(status.success(), "{:?} ended with {status}", command.get_program());
    Ok(())
}
