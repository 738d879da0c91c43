//! The desktop window, on a display of its own.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::process::{Process, apart, free_port, make_home};
use crate::{Page, page, tools, xdialog};

/// How long the driver may take to open the window. A program that dies at once makes it wait for ever.
const OPENING: Duration = Duration::from_secs(45);
/// Listens for what goes wrong in the page from here on. Sizes that are observed a frame later are no fault: the engine
/// only says that it puts the rest off.
const LISTEN: &str = "window.journeyFaults = []; \
    const keep = (fault) => String(fault).startsWith('ResizeObserver loop') || window.journeyFaults.push(String(fault)); \
    addEventListener('error', (event) => keep(event.message)); \
    addEventListener('unhandledrejection', (event) => keep(event.reason)); \
    const before = console.error; \
    console.error = (...words) => { keep(words.join(' ')); before.apply(console, words); };";

/// The program in its window, its driver and its display.
pub struct Window {
    /// The page in the window.
    pub page: Page,
    display: String,
    driver: Process,
    _screen: Process,
    home: TempDir,
}

impl Window {
    /// Starts everything on an empty data folder.
    pub async fn start() -> Result<Self> {
        let home =
            tempfile::Builder::new().prefix("attune-window-").tempdir().context("a folder of its own")?;
        make_home(home.path())?;
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]);
        let read = |line: &str| line.trim().parse::<u32>().ok();
        let (screen, number) =
            Process::start_reading("Xvfb", &mut command, &home.path().join("screen.log"), read)?;
        let display = format!(":{number}");
        let (driver, page) = open(home.path(), &display).await?;
        Ok(Self { page, display, driver, _screen: screen, home })
    }

    /// The folder that everything of this journey lies in.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Answers the dialog in which a recording is chosen.
    pub(crate) async fn answer_file_dialog(&self, file: &Path) -> Result<()> {
        let answered = xdialog::answer(&self.display, "Choose an? ", "ctrl+l", file).await;
        self.explain(answered)
    }

    /// Answers the dialog that saves an export, and waits until the file is there.
    pub(crate) async fn save_export(&self, name: &str) -> Result<Vec<u8>> {
        let file = self.home.path().join("downloads").join(name);
        let answered = xdialog::answer(&self.display, "Save the export", "ctrl+a", &file).await;
        self.explain(answered)?;
        self.page
            .until("the saved file", async || match std::fs::read(&file) {
                Ok(bytes) if !bytes.is_empty() => Ok(Some(bytes)),
                _ => Ok(None),
            })
            .await
    }

    /// Adds a picture of the display to a failure at a dialog, which no driver can see.
    fn explain(&self, answered: Result<()>) -> Result<()> {
        answered.or_else(|error| {
            let file = tools::shots("window")?.join("failed-dialog.png");
            self.photograph(&file)?;
            Err(error.context(format!("see {}", file.display())))
        })
    }

    /// Takes a picture of the page as it stands on the display.
    pub(crate) async fn look(&self, file: &Path) -> Result<()> {
        self.page.settle().await?;
        self.photograph(file)
    }

    fn photograph(&self, file: &Path) -> Result<()> {
        let run = Command::new("import")
            .args(["-display", &self.display, "-window", "root"])
            .arg(file)
            .output()
            .context("running import")?;
        ensure!(run.status.success(), "no picture: {}", String::from_utf8_lossy(&run.stderr));
        Ok(())
    }

    /// Kills the program in the middle of its work and starts it again on the same folder.
    pub(crate) async fn kill_and_restart(&mut self) -> Result<()> {
        self.no_faults().await?;
        ensure!(self.driver.kill_children()? > 0, "the window runs as the driver's child");
        self.driver.kill();
        (self.driver, self.page) = open(self.home.path(), &self.display).await?;
        Ok(())
    }

    /// Loads the page anew or another one. What went wrong before is told first, for a page takes it along.
    pub(crate) async fn load(&self, path: Option<&str>) -> Result<()> {
        self.no_faults().await?;
        self.page.load(path).await?;
        self.page.run(LISTEN, vec![]).await.map(|_| ())
    }

    async fn no_faults(&self) -> Result<()> {
        let faults = self.page.run("return window.journeyFaults", vec![]).await?;
        ensure!(faults == json!([]), "errors in the page: {faults}");
        Ok(())
    }

    /// Ends the journey: nothing went wrong in the page.
    pub(crate) async fn finish(self) -> Result<()> {
        self.no_faults().await
    }
}

async fn open(home: &Path, display: &str) -> Result<(Process, Page)> {
    let port = free_port()?;
    let mut command = apart("WebKitWebDriver", home);
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", display)
        .env("TAURI_AUTOMATION", "true")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        // No session bus: neither this person's key store nor their settings are touched.
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("NO_AT_BRIDGE", "1")
        .env("GTK_USE_PORTAL", "0")
        .env("GIO_USE_VFS", "local")
        .env("GSETTINGS_BACKEND", "memory")
        .env("ATTUNE_LOG", "trace")
        .env("ATTUNE_DATA_DIR", home.join("data"))
        .env("ATTUNE_SAMPLES_DIR", tools::sample(""));
    let mut driver = Process::start("WebKitWebDriver", &mut command, &home.join("window.log"))?;
    let binary = tools::program("attune")?;
    let capabilities = json!({ "webkitgtk:browserOptions": { "binary": binary, "args": [] } });
    let page = match page::connect(port, capabilities, OPENING).await {
        Ok(page) => page,
        Err(error) => {
            let ended = driver.has_ended();
            bail!("the window did not open (driver ended: {ended}): {error:#}\n{}", driver.said());
        }
    };
    page.until("the window to load its page", async || {
        let state =
            page.run("return document.readyState === 'complete' && document.body.innerText.length", vec![]);
        Ok(matches!(state.await?, Value::Number(count) if count.as_u64() > Some(0)).then_some(()))
    })
    .await?;
    page.run(LISTEN, vec![]).await?;
    Ok((driver, page))
}
