//! The system's own file dialogs, driven as a person drives them: with the keyboard, through the X server.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

/// How long a dialog may take to come or go.
const PATIENCE: Duration = Duration::from_secs(20);
/// Between two looks.
const LOOK: Duration = Duration::from_millis(50);

/// Answers the dialog with this title with a path.
pub(crate) async fn answer(display: &str, title: &str, path: &Path) -> Result<()> {
    let path = path.to_str().context("the path is text")?;
    let window = wait(display, title, true).await?;
    xdotool(display, &["windowfocus", "--sync", &window])?;
    // A slash opens the field for a path in the dialog that picks, and replaces the name in the one that saves.
    xdotool(display, &["key", "--window", &window, "ctrl+a"])?;
    xdotool(display, &["type", "--window", &window, "--delay", "8", path])?;
    xdotool(display, &["key", "--window", &window, "Return"])?;
    wait(display, title, false).await.map(|_| ())
}

/// Waits until a window with this title is there, or is gone.
async fn wait(display: &str, title: &str, there: bool) -> Result<String> {
    let end = Instant::now() + PATIENCE;
    loop {
        let found = xdotool(display, &["search", "--onlyvisible", "--name", title]).unwrap_or_default();
        match found.lines().next() {
            Some(window) if there => return Ok(window.to_owned()),
            None if !there => return Ok(String::new()),
            _ if Instant::now() > end => {
                bail!("the dialog “{title}” did not {}", if there { "come" } else { "go" })
            }
            _ => tokio::time::sleep(LOOK).await,
        }
    }
}

fn xdotool(display: &str, arguments: &[&str]) -> Result<String> {
    let run = Command::new("xdotool").env("DISPLAY", display).args(arguments).output().context("running xdotool")?;
    ensure!(run.status.success(), "xdotool {arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
    Ok(String::from_utf8_lossy(&run.stdout).into_owned())
}
