//! A browser on the HTTP front.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::process::{Process, apart, free_port, make_home};
use crate::{Page, Served, axe, page};

const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
    "--disable-dev-shm-usage",
    "--force-color-profile=srgb",
    "--window-size=1280,800",
];

/// How wide pages are looked at, in pixels.
const WIDE: u32 = 1280;

/// Chromium with chromedriver, and the front it looks at.
pub struct Browser {
    /// The page.
    pub page: Page,
    /// The front.
    pub served: Served,
    axe: Option<String>,
    violations: Vec<String>,
    _driver: Process,
    home: TempDir,
}

impl Browser {
    /// Starts everything on an empty data folder and opens the first page.
    pub async fn start() -> Result<Self> {
        let home =
            tempfile::Builder::new().prefix("attune-browser-").tempdir().context("a folder of its own")?;
        make_home(home.path())?;
        let served = Served::start(home.path())?;
        let port = free_port()?;
        let mut command = apart("chromedriver", home.path());
        command.arg(format!("--port={port}"));
        let driver = Process::start("chromedriver", &mut command, &home.path().join("driver.log"))?;
        let page = page::connect(port, capabilities(home.path()), Duration::from_secs(60)).await?;
        let browser =
            Self { page, served, axe: axe::source()?, violations: Vec::new(), _driver: driver, home };
        // The browser's own file dialog cannot be seen in headless mode; the file is put into the input instead.
        browser.devtools("Page.setInterceptFileChooserDialog", json!({ "enabled": true })).await?;
        browser.width(WIDE).await?;
        browser.colours("light").await?;
        browser.open("/").await?;
        Ok(browser)
    }

    /// The folder that everything of this journey lies in.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    async fn open(&self, path: &str) -> Result<()> {
        self.page.go(&self.served.page(path)).await
    }

    async fn devtools(&self, command: &str, params: Value) -> Result<Value> {
        self.page.special("goog/cdp/execute", json!({ "cmd": command, "params": params })).await
    }

    /// Makes the page look as it does on a system with these colours, without anything moving.
    async fn colours(&self, scheme: &str) -> Result<()> {
        let feature = |name: &str, value: &str| json!({ "name": name, "value": value });
        let features = [feature("prefers-color-scheme", scheme), feature("prefers-reduced-motion", "reduce")];
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(|_| ())
    }

    /// Gives the page this many pixels from left to right.
    async fn width(&self, width: u32) -> Result<()> {
        let screen = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await.map(|_| ())
    }

    /// Answers the dialog that is opened by what was pressed last.
    pub(crate) async fn answer_file_dialog(&self, file: &Path) -> Result<()> {
        let input = "input[type=file]";
        let path = file.to_str().context("the path is text")?;
        self.page
            .until("the page to ask for a file", async || {
                let there =
                    self.page.run("return document.querySelector(arguments[0])", vec![json!(input)]).await?;
                Ok((!there.is_null()).then_some(there))
            })
            .await?;
        self.page.type_into_hidden(input, path).await
    }

    /// Waits for a download to be whole and answers its name and bytes.
    pub(crate) async fn take_download(&self) -> Result<(String, Vec<u8>)> {
        let folder = self.home.path().join("downloads");
        self.page
            .until("the download", async || {
                for entry in std::fs::read_dir(&folder)? {
                    let path = entry?.path();
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    let whole = !name.ends_with(".crdownload") && !name.starts_with('.');
                    if whole && path.metadata()?.len() > 0 {
                        let bytes = std::fs::read(&path)?;
                        std::fs::remove_file(&path)?;
                        return Ok(Some((name, bytes)));
                    }
                }
                Ok(None)
            })
            .await
    }

    /// Takes a picture and checks the page for accessibility; with `dark` in dark colours and half as wide as well.
    pub(crate) async fn look(&mut self, file: &Path, dark: bool) -> Result<()> {
        self.look_in("light", file).await?;
        if dark {
            self.colours("dark").await?;
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            self.look_in("dark", &file.with_file_name(format!("{name}-dark.png"))).await?;
            self.colours("light").await?;
            self.reflow(file).await?;
        }
        Ok(())
    }

    /// Prints the page to a file, as paper would have it.
    pub(crate) async fn print(&self, file: &Path) -> Result<()> {
        let paper = self.page.paper().await?;
        ensure!(paper.starts_with(b"%PDF"), "the page can be printed");
        write(file, &paper)
    }

    /// Enlarged twice, which is half as wide, a page still needs no scrolling sideways.
    async fn reflow(&mut self, file: &Path) -> Result<()> {
        const WIDER: &str = "const edge = document.documentElement.clientWidth; \
            const wide = document.documentElement.scrollWidth > edge || document.querySelector('main')?.scrollWidth > edge; \
            const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > edge + 1); \
            return wide ? out.slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(' | ') || 'something' : null";
        self.width(WIDE / 2).await?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        self.page.settle().await?;
        write(&file.with_file_name(format!("{name}-narrow.png")), &self.page.picture().await?)?;
        if let Some(wide) = self.page.run(WIDER, vec![]).await?.as_str() {
            self.violations.push(format!("{name}: at half the width it has to be scrolled sideways: {wide}"));
        }
        self.width(WIDE).await?;
        self.page.settle().await
    }

    async fn look_in(&mut self, colours: &str, file: &Path) -> Result<()> {
        self.page.settle().await?;
        write(file, &self.page.picture().await?)?;
        if let Some(axe) = &self.axe {
            let found = axe::violations(&self.page, axe).await?;
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            self.violations.extend(found.into_iter().map(|line| format!("{name} ({colours}): {line}")));
        }
        Ok(())
    }

    /// Kills the front and starts it again; the browser comes back to the page it was on.
    pub(crate) async fn kill_and_restart(&mut self) -> Result<()> {
        let path = self.page.path().await?;
        self.served.kill_and_restart()?;
        self.open(&path).await
    }

    /// Ends the journey: nothing was inaccessible, and nothing went wrong in the page.
    pub(crate) async fn finish(self) -> Result<()> {
        let report = self.violations.join("\n");
        ensure!(report.is_empty(), "pages keep people out:\n{report}");
        let log = self.page.special("se/log", json!({ "type": "browser" })).await?;
        let entries = log.as_array().context("the browser's log is a list")?;
        let bad: Vec<String> = entries.iter().filter(|entry| is_fault(entry)).map(Value::to_string).collect();
        if !bad.is_empty() {
            bail!("the page wrote errors to the browser's console:\n{}", bad.join("\n"));
        }
        Ok(())
    }
}

impl Page {
    /// Puts a path into a file input that is not shown.
    pub(crate) async fn type_into_hidden(&self, selector: &str, text: &str) -> Result<()> {
        self.until("the file input", async || {
            let element = self.by_css(selector).await?;
            Ok(Some(element.send_keys(text).await?))
        })
        .await
    }
}

/// The core's refusals are answers with an error status, which the browser logs although all is well; so is the moment
/// in which the front was killed.
fn is_fault(entry: &Value) -> bool {
    let message = entry["message"].as_str().unwrap_or_default();
    let expected = message.contains("Failed to load resource");
    entry["level"] == "SEVERE" && !expected
}

fn capabilities(home: &Path) -> Value {
    let mut flags: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
    flags.push(format!("--user-data-dir={}", home.join("profile").display()));
    let preferences = json!({
        "download.default_directory": home.join("downloads"),
        "download.prompt_for_download": false,
        "credentials_enable_service": false,
    });
    json!({
        "goog:chromeOptions": { "args": flags, "prefs": preferences },
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn write(file: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(file, bytes).with_context(|| format!("writing {}", file.display()))
}
