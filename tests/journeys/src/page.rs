//! Hands and eyes on a page. Every wait polls a condition and ends with what was missing.

use std::future::Future;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use fantoccini::Client;
use fantoccini::elements::{Element, ElementRef};
use fantoccini::wd::{PrintConfiguration, WebDriverCompatibleCommand};
use serde_json::{Value, json};
use tokio::time::Instant;

/// How long a page may take to show what is expected. Generous: two journeys may share two slow cores.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long transcription may take.
const LONG_WORK: Duration = Duration::from_secs(150);
/// How long one call to the driver may take.
const CALL: Duration = Duration::from_secs(120);
/// Between two looks at a condition.
const LOOK: Duration = Duration::from_millis(40);
/// The key under which WebDriver sends elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
const TO_MIDDLE: &str = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
/// WebDriver's codes for Control held and let go.
const SELECT_ALL: &str = "\u{E009}a\u{E000}";

/// What to look for. Names are what a person sees or a screen reader says.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// A CSS selector.
    Css(&'a str),
    /// A name set for journeys.
    Test(&'a str),
    /// A button or link.
    Button(&'a str),
    /// The field with this label.
    Field(&'a str),
    /// A card or a box with this label.
    Choice(&'a str),
}

impl By<'_> {
    fn arguments(self) -> Vec<Value> {
        match self {
            Self::Css(selector) => vec![json!("css"), json!(selector)],
            Self::Test(name) => vec![json!("css"), json!(format!("[data-testid=\"{name}\"]"))],
            Self::Button(name) => vec![json!("button"), json!(name)],
            Self::Field(name) => vec![json!("field"), json!(name)],
            Self::Choice(name) => vec![json!("choice"), json!(name)],
        }
    }
}

/// One page under a driver.
pub struct Page {
    client: Client,
}

impl Page {
    /// Takes over a session of a driver.
    pub fn new(client: Client) -> Self {
        Self { client }
    }

    /// Waits until `look` answers something. A driver's error counts as "not yet": pages change under its hands.
    pub async fn until<T, F>(&self, what: &str, mut look: impl FnMut() -> F) -> Result<T>
    where
        F: Future<Output = Result<Option<T>>>,
    {
        let end = Instant::now() + PATIENCE;
        loop {
            let trouble = match limited(look()).await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => None,
                Err(error) => Some(error),
            };
            if Instant::now() > end {
                let shown = self.text().await.unwrap_or_default();
                let trouble = trouble.map(|error| format!(" ({error:#})")).unwrap_or_default();
                bail!("waited for {what} in vain{trouble}; the page says:\n{shown}");
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Looks once.
    async fn look(&self, by: By<'_>) -> Result<Option<(Element, bool)>> {
        let found = self.run(include_str!("find.js"), by.arguments()).await?;
        let Some(id) = found["element"][ELEMENT].as_str() else { return Ok(None) };
        let element = Element::from_element_id(self.client.clone(), ElementRef::from(id.to_owned()));
        Ok(Some((element, found["blocked"] == true)))
    }

    /// Whether it is visible now.
    pub async fn has(&self, by: By<'_>) -> Result<bool> {
        Ok(self.look(by).await?.is_some())
    }

    /// Waits until it is visible.
    pub async fn find(&self, by: By<'_>) -> Result<Element> {
        self.until(&format!("{by:?}"), async || Ok(self.look(by).await?.map(|(element, _)| element))).await
    }

    /// Waits until it is no longer visible.
    pub async fn gone(&self, by: By<'_>) -> Result<()> {
        self.until(&format!("{by:?} to go"), async || Ok(self.look(by).await?.is_none().then_some(()))).await
    }

    /// The first element of a selector, shown or not.
    pub(crate) async fn by_css(&self, selector: &str) -> Result<Element> {
        limited(async { Ok(self.client.find(fantoccini::Locator::Css(selector)).await?) }).await
    }

    /// Waits until long work no longer shows it.
    pub async fn gone_late(&self, by: By<'_>) -> Result<()> {
        let end = Instant::now() + LONG_WORK;
        while self.look(by).await?.is_some() && Instant::now() < end {
            tokio::time::sleep(LOOK).await;
        }
        self.gone(by).await
    }

    /// Clicks it as soon as it can be clicked.
    pub async fn press(&self, by: By<'_>) -> Result<()> {
        self.until(&format!("{by:?} to be pressed"), async || match self.look(by).await? {
            Some((element, false)) => match element.click().await {
                Ok(()) => Ok(Some(())),
                Err(error) => {
                    // Half under the edge of what scrolls: a person would scroll until it is in the middle.
                    self.run(TO_MIDDLE, vec![serde_json::to_value(&element)?]).await?;
                    Err(anyhow!("{error:?}"))
                }
            },
            _ => Ok(None),
        })
        .await
    }

    /// Types into a field in place of what is in it.
    pub async fn fill(&self, by: By<'_>, text: &str) -> Result<()> {
        self.until(&format!("{by:?} to be filled in"), async || {
            let Some((element, false)) = self.look(by).await? else { return Ok(None) };
            element.click().await?;
            element.send_keys(SELECT_ALL).await?;
            element.send_keys(text).await?;
            Ok((element.prop("value").await?.as_deref() == Some(text)).then_some(()))
        })
        .await
    }

    /// Sends keys to whatever has the focus.
    pub async fn keys(&self, keys: &str) -> Result<()> {
        let focused = limited(async { Ok(self.client.active_element().await?) }).await?;
        limited(async { Ok(focused.send_keys(keys).await?) }).await
    }

    /// Waits until the page says this somewhere a person can see it.
    pub async fn sees(&self, text: &str) -> Result<()> {
        self.until(&format!("the words “{text}”"), async || {
            Ok(self.text().await?.contains(text).then_some(()))
        })
        .await
    }

    /// All visible words, white space made even.
    pub async fn text(&self) -> Result<String> {
        let text = self.run("return document.body ? document.body.innerText : ''", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The words in an element.
    pub async fn words(&self, by: By<'_>) -> Result<String> {
        self.until(&format!("the words of {by:?}"), async || match self.look(by).await? {
            Some((element, _)) => Ok(Some(element.text().await?)),
            None => Ok(None),
        })
        .await
    }

    /// An attribute of an element, empty where it has none.
    pub async fn attribute(&self, by: By<'_>, name: &str) -> Result<String> {
        self.until(&format!("{name} of {by:?}"), async || match self.look(by).await? {
            Some((element, _)) => Ok(Some(element.attr(name).await?.unwrap_or_default())),
            None => Ok(None),
        })
        .await
    }

    /// Waits until an attribute satisfies `wanted`, and answers it.
    pub async fn attribute_when(
        &self,
        by: By<'_>,
        name: &str,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<String> {
        self.until(&format!("{name} of {by:?} to be as wanted"), async || {
            let Some((element, _)) = self.look(by).await? else { return Ok(None) };
            Ok(element.attr(name).await?.filter(|value| wanted(value)))
        })
        .await
    }

    /// Runs a script and answers what it returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        limited(async { Ok(self.client.execute(script, arguments).await?) }).await
    }

    /// Runs a script that answers through its last argument.
    pub async fn run_async(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        limited(async { Ok(self.client.execute_async(script, arguments).await?) }).await
    }

    /// Opens an address.
    pub async fn go(&self, address: &str) -> Result<()> {
        limited(async { Ok(self.client.goto(address).await?) }).await
    }

    /// Loads the page anew, or the page of another path as if its address had been typed, and waits for it.
    pub(crate) async fn load(&self, path: Option<&str>) -> Result<()> {
        const LOAD: &str = "window.journeyBefore = true; \
            arguments[0] ? location.assign(arguments[0]) : location.reload()";
        const LOADED: &str = "return !window.journeyBefore && document.readyState === 'complete' \
            && document.body.innerText.length > 0";
        self.run(LOAD, vec![json!(path)]).await?;
        self.until("the page to be loaded", async || {
            Ok((self.run(LOADED, vec![]).await? == true).then_some(()))
        })
        .await
    }

    /// The path of the page.
    pub async fn path(&self) -> Result<String> {
        let path = self.run("return location.pathname", vec![]).await?;
        Ok(path.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the page's path satisfies `wanted`, and answers it.
    pub async fn path_when(&self, wanted: impl Fn(&str) -> bool) -> Result<String> {
        self.until("the page to change", async || Ok(Some(self.path().await?).filter(|path| wanted(path))))
            .await
    }

    /// Waits until nothing moves any more: two animation frames after fonts and running animations have ended. A browser
    /// that paints no frame because nothing changes is not waited for longer than a few seconds.
    pub async fn settle(&self) -> Result<()> {
        const SCRIPT: &str = "const done = arguments[0]; setTimeout(() => done(true), 5000); \
            const frames = () => requestAnimationFrame(() => requestAnimationFrame(() => done(true))); \
            const moving = document.getAnimations().filter((a) => Number.isFinite(a.effect.getComputedTiming().endTime)); \
            Promise.all([document.fonts.ready, ...moving.map((a) => a.finished.catch(() => {}))]).then(frames);";
        self.run_async(SCRIPT, vec![]).await.map(|_| ())
    }

    /// A picture of the page by the driver.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        limited(async { Ok(self.client.screenshot().await?) }).await
    }

    /// The page as it is printed, as a PDF.
    pub async fn paper(&self) -> Result<Vec<u8>> {
        limited(async { Ok(self.client.print(PrintConfiguration::default()).await?) }).await
    }

    /// Sends a command that only one driver knows.
    pub async fn special(&self, path: &str, body: Value) -> Result<Value> {
        let command = Special { path: path.to_owned(), body };
        limited(async { Ok(self.client.issue_cmd(command).await?) }).await
    }
}

/// Ends a call to the driver that hangs.
async fn limited<T>(call: impl Future<Output = Result<T>>) -> Result<T> {
    match tokio::time::timeout(CALL, call).await {
        Ok(result) => result,
        Err(_) => Err(anyhow!("the driver did not answer within {CALL:?}")),
    }
}

/// A command outside the standard.
#[derive(Debug)]
struct Special {
    path: String,
    body: Value,
}

impl WebDriverCompatibleCommand for Special {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// Opens a session with a driver that may still be starting.
pub(crate) async fn connect(port: u16, capabilities: Value, limit: Duration) -> Result<Page> {
    let Value::Object(mut capabilities) = capabilities else { bail!("capabilities are an object") };
    // A busy machine may take longer over axe's look at a page than the drivers' 30 seconds.
    capabilities.insert("timeouts".to_owned(), json!({ "script": CALL.as_millis() as u64 }));
    let address = format!("http://127.0.0.1:{port}/");
    let end = Instant::now() + PATIENCE;
    // The port answers before a session is asked for: a refused session is never tried twice.
    while tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        if Instant::now() > end {
            bail!("the driver never listened on its port");
        }
        tokio::time::sleep(LOOK).await;
    }
    let connector = hyper_util::client::legacy::connect::HttpConnector::new();
    let mut builder = fantoccini::ClientBuilder::new(connector);
    let client = tokio::time::timeout(limit, builder.capabilities(capabilities).connect(&address))
        .await
        .context("the driver did not open a session in time; the program may have died at once")?
        .context("opening a session")?;
    Ok(Page::new(client))
}
