//! What a journey walks through: the same steps, whichever front is under its feet.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::{Browser, By, Page, Window, tools};

/// A command sent from the page itself, with the page's own rights.
const CALL_HTTP: &str = "const [name, body, done] = arguments; \
    fetch('/api/call/' + name, { method: 'POST', body: JSON.stringify(body), headers: { \
        'Content-Type': 'application/json', Authorization: 'Bearer ' + sessionStorage.getItem('attune.token') } }) \
      .then(async (answer) => done({ ok: answer.ok, body: await answer.json() }), (error) => done({ error: String(error) }));";
const CALL_WINDOW: &str = "const [name, body, done] = arguments; \
    window.__TAURI_INTERNALS__.invoke('call', { name, body }) \
      .then((reply) => done({ ok: true, body: reply }), (error) => done({ ok: false, body: error }));";

/// One of the fronts a person can use.
pub enum Front {
    /// A browser on the HTTP front.
    Browser(Box<Browser>),
    /// The desktop window.
    Window(Box<Window>),
}

impl Front {
    /// Its name in paths and messages.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Browser(_) => "browser",
            Self::Window(_) => "window",
        }
    }

    /// The page that is open.
    pub fn page(&self) -> &Page {
        match self {
            Self::Browser(browser) => &browser.page,
            Self::Window(window) => &window.page,
        }
    }

    /// The folder that everything of this journey lies in.
    pub fn home(&self) -> &Path {
        match self {
            Self::Browser(browser) => browser.home(),
            Self::Window(window) => window.home(),
        }
    }

    /// Sends a command from the page. A refusal is the inner error.
    pub async fn call(&self, name: &str, body: Value) -> Result<Result<Value, Value>> {
        let script = match self {
            Self::Browser(_) => CALL_HTTP,
            Self::Window(_) => CALL_WINDOW,
        };
        let answer = self.page().run_async(script, vec![json!(name), body]).await?;
        ensure!(answer["ok"].is_boolean(), "{name} was not answered: {answer}");
        let body = answer["body"].clone();
        Ok(if answer["ok"] == true { Ok(body) } else { Err(body) })
    }

    /// Presses what asks for a file and picks one in the dialog.
    pub async fn pick_file(&self, button: By<'_>, file: &Path) -> Result<()> {
        self.page().press(button).await?;
        match self {
            Self::Browser(browser) => browser.answer_file_dialog(file).await,
            Self::Window(window) => window.answer_file_dialog(file).await,
        }
    }

    /// Presses what exports a file and takes it: its name as suggested where the front tells it, and its bytes.
    pub async fn take_export(&self, button: By<'_>, name: &str) -> Result<(String, Vec<u8>)> {
        self.page().press(button).await?;
        match self {
            Self::Browser(browser) => browser.take_download().await,
            Self::Window(window) => Ok((name.to_owned(), window.save_export(name).await?)),
        }
    }

    /// Loads the page anew, or that of another path as if its address had been typed.
    pub async fn load(&self, path: Option<&str>) -> Result<()> {
        match self {
            Self::Browser(browser) => browser.page.load(path).await,
            Self::Window(window) => window.load(path).await,
        }
    }

    /// Kills the program without warning and starts it again on the same data.
    pub async fn kill_and_restart(&mut self) -> Result<()> {
        match self {
            Self::Browser(browser) => browser.kill_and_restart().await,
            Self::Window(window) => window.kill_and_restart().await,
        }
    }

    /// Takes a picture; a browser also checks the page for accessibility. With `dark` a browser does both in dark colours
    /// too, and looks whether the page fits into half the width.
    pub async fn look(&mut self, file: &Path, dark: bool) -> Result<()> {
        match self {
            Self::Browser(browser) => browser.look(file, dark).await,
            Self::Window(window) => window.look(file).await,
        }
    }

    /// Prints the page to a file. Paper is the browser's matter: a window prints through the system's dialog.
    pub async fn print(&self, file: &Path) -> Result<()> {
        match self {
            Self::Browser(browser) => browser.print(file).await,
            Self::Window(_) => Ok(()),
        }
    }

    /// Where its pictures go.
    pub fn shots(&self) -> Result<PathBuf> {
        tools::shots(self.name())
    }

    /// Ends the journey and tells what went wrong unseen.
    pub async fn finish(self) -> Result<()> {
        match self {
            Self::Browser(browser) => browser.finish().await,
            Self::Window(window) => window.finish().await,
        }
    }
}
