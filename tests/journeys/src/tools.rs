//! What lies where: the repository, the built program, and the tools of the system that journeys drive.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Tools the browser journeys start.
const BROWSER: &[&str] = &["chromium", "chromedriver"];
/// Tools the window journey starts.
const WINDOW: &[&str] = &["Xvfb", "WebKitWebDriver", "xdotool", "import"];

/// The folder of the workspace.
pub fn repository() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// A file of the speech fixtures.
pub fn sample(name: &str) -> PathBuf {
    repository().join("tests/fixtures/speech").join(name)
}

/// What is missing on this machine to drive a browser.
pub fn missing_for_browser() -> Vec<&'static str> {
    missing(BROWSER)
}

/// What is missing on this machine to drive the window.
pub fn missing_for_window() -> Vec<&'static str> {
    missing(WINDOW)
}

/// Whether a journey has to be left out because tools are missing; says so. Where journeys are required it is an error.
pub fn skip(missing: &[&str]) -> Result<bool> {
    if missing.is_empty() {
        return Ok(false);
    }
    let list = missing.join(", ");
    if std::env::var_os("ATTUNE_REQUIRE_E2E").is_some() {
        bail!("the journeys are required here and these tools are missing: {list}");
    }
    eprintln!(
        "SKIPPED: this journey needs {list}; run scripts/setup, or set ATTUNE_REQUIRE_E2E to make this fail"
    );
    Ok(true)
}

fn missing(tools: &[&'static str]) -> Vec<&'static str> {
    tools.iter().copied().filter(|tool| on_path(tool).is_none()).collect()
}

fn on_path(tool: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(tool)).find(|file| file.is_file())
}

/// The folder of built programs: beside the test itself, wherever the target folder is.
pub(crate) fn built() -> Result<PathBuf> {
    let test = std::env::current_exe().context("the test does not know its own file")?;
    let folder = test.ancestors().nth(2).context("the test lies in no target folder")?;
    Ok(folder.to_owned())
}

/// A program of the workspace, which has to be built before.
pub(crate) fn program(name: &str) -> Result<PathBuf> {
    let file = built()?.join(name);
    if !file.is_file() {
        bail!("{} is not built; run `cargo xtask e2e`, which builds what journeys need", file.display());
    }
    Ok(file)
}

/// The folder of the built interface.
pub(crate) fn interface() -> Result<PathBuf> {
    let folder = match std::env::var_os("ATTUNE_UI_DIST") {
        Some(folder) => PathBuf::from(folder),
        None => repository().join("ui/dist"),
    };
    if !folder.join("index.html").is_file() {
        bail!("{} holds no interface; run `cargo xtask ui --release`", folder.display());
    }
    Ok(folder)
}

/// The folder of the Node modules that journeys use.
pub(crate) fn node_modules() -> Option<PathBuf> {
    match std::env::var_os("ATTUNE_NODE_MODULES") {
        Some(folder) => Some(PathBuf::from(folder)),
        None => {
            std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache/attune/node/node_modules"))
        }
    }
}

/// Where pictures of a front's pages go: `shots/<front>` in the target folder.
pub(crate) fn shots(front: &str) -> Result<PathBuf> {
    let target = built()?.parent().context("the target folder has no parent")?.to_owned();
    let folder = target.join("shots").join(front);
    std::fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    Ok(folder)
}
