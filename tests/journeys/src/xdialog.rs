//! The system's own file dialogs, driven as a person drives them: with the keyboard, through the X server.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

/// How long a dialog may take to come.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long it may take to go after a Return, and how many it may need.
const RETURN: Duration = Duration::from_secs(2);
const RETURNS: u32 = 8;
/// Between two looks.
const LOOK: Duration = Duration::from_millis(50);

/// Answers the dialog with this title with a path. `ready` is the key that makes its field for a path ready to be typed
/// into: one that opens it, or one that selects the name in it.
pub(crate) async fn answer(display: &str, title: &str, ready: &str, path: &Path) -> Result<()> {
    let path = path.to_str().context("the path is text")?;
    let window = wait(display, title, true, PATIENCE).await?;
    // No window manager runs here: the dialog gets the keyboard only if it is given to it.
    xdotool(display, &["windowfocus", "--sync", &window])?;
    xdotool(display, &["key", "--delay", "40", ready])?;
    xdotool(display, &["type", "--delay", "15", path])?;
    // The first Return may only close the list of completions.
    for _ in 0..RETURNS {
        xdotool(display, &["key", "Return"])?;
        if wait(display, title, false, RETURN).await.is_ok() {
            return Ok(());
        }
    }
    bail!("the dialog “{title}” did not go")
}

/// Waits until a window with this title is there, or is gone.
async fn wait(display: &str, title: &str, there: bool, patience: Duration) -> Result<String> {
    let end = Instant::now() + patience;
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
    let run = Command::new("xdotool")
        .env("DISPLAY", display)
        .args(arguments)
        .output()
        .context("running xdotool")?;
    ensure!(run.status.success(), "xdotool {arguments:?}: {}", String::from_utf8_lossy(&run.stderr));
    Ok(String::from_utf8_lossy(&run.stdout).into_owned())
}
