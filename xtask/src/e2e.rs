//! Builds what the journeys need and runs them: the interface, `attunectl` and the window.

use anyhow::{Result, bail};

use crate::ci::{NATIVE, cargo, test};
use crate::ui;

/// `--no-build` runs them on what is built already; what follows `--` goes to the test runner.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let mut before = arguments.split(|argument| argument == "--");
    let (flags, rest) = (before.next().unwrap_or_default(), before.next().unwrap_or_default());
    let build = match flags {
        [] => true,
        [flag] if flag == "--no-build" => false,
        _ => bail!("cargo xtask e2e knows --no-build and --, and nothing else"),
    };
    if build {
        ui::build(&["--release".to_owned()])?;
        // The window carries the interface inside: it comes after it.
        cargo(&["build"].into_iter().chain(NATIVE).collect::<Vec<_>>(), &[], &[])?;
    }
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    test(&["--package", "attune-journeys"], &rest)
}
