//! The HTTP front: `attunectl serve` on a free port and a data folder of its own.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::process::{Process, apart, make_home};
use crate::{raw, tools};

/// A running HTTP front.
pub struct Served {
    process: Process,
    home: PathBuf,
    /// Where it listens, such as `http://127.0.0.1:40123`.
    pub address: String,
    /// What callers have to show.
    pub token: String,
}

impl Served {
    /// Starts it on the data folder under `home`, which may hold a vault already. Everything it logs is kept.
    pub fn start(home: &Path) -> Result<Self> {
        make_home(home)?;
        let mut command = apart(tools::program("attunectl")?, home);
        command
            .args(["--json", "--no-key-store", "serve", "--port", "0", "--ui"])
            .arg(tools::interface()?)
            .env("ATTUNE_LOG", "trace")
            .env("ATTUNE_DATA_DIR", home.join("data"))
            .env("ATTUNE_SAMPLES_DIR", tools::sample(""));
        let mut text = String::new();
        let read = move |line: &str| {
            text.push_str(line);
            serde_json::from_str::<Value>(&text).ok()
        };
        let (process, told) =
            Process::start_reading("attunectl serve", &mut command, &home.join("serve.log"), read)?;
        let field = |name: &str| {
            told[name].as_str().map(str::to_owned).with_context(|| format!("serve tells {name}"))
        };
        Ok(Self { process, home: home.to_owned(), address: field("address")?, token: field("token")? })
    }

    /// The address of a page with the token in it.
    pub fn page(&self, path: &str) -> String {
        format!("{}{path}#token={}", self.address, self.token)
    }

    /// Kills it and starts another one on the same folder.
    pub fn kill_and_restart(&mut self) -> Result<()> {
        self.process.kill();
        *self = Self::start(&self.home)?;
        Ok(())
    }

    /// Calls a command. The answer is the status and the reply or the refusal.
    pub async fn call(&self, name: &str, body: &Value) -> Result<(u16, Value)> {
        let answer =
            self.post(&format!("/api/call/{name}"), body.to_string().as_bytes(), "application/json").await?;
        Ok((answer.status, serde_json::from_slice(&answer.body).context("an answer is JSON")?))
    }

    /// Calls a command that has to succeed.
    pub async fn ask(&self, name: &str, body: &Value) -> Result<Value> {
        let (status, reply) = self.call(name, body).await?;
        ensure!(status == 200, "{name} was refused with {status}: {reply}");
        Ok(reply)
    }

    /// Hands over a file and answers its pick id.
    pub async fn pick(&self, file: &Path) -> Result<Value> {
        let bytes = std::fs::read(file).with_context(|| format!("reading {}", file.display()))?;
        let answer = self.post("/api/picks?name=session.flac", &bytes, "application/octet-stream").await?;
        ensure!(answer.status == 200, "a file is taken, not {}", answer.status);
        let picked: Value = serde_json::from_slice(&answer.body).context("a pick is JSON")?;
        Ok(picked["pick_id"].clone())
    }

    /// Waits until a job has ended and answers its last view.
    pub async fn finish_job(&self, job: &Value) -> Result<Value> {
        let body = json!({ "job_id": job }).to_string();
        let answer = self.post("/api/stream/jobs.watch", body.as_bytes(), "application/json").await?;
        let text = String::from_utf8(answer.body).context("events are text")?;
        let last = text
            .lines()
            .rfind(|line| line.contains("reply"))
            .with_context(|| format!("a reply in {text}"))?;
        let line: Value = serde_json::from_str(last).context("a line of JSON")?;
        Ok(line["reply"].clone())
    }

    async fn post(&self, path: &str, body: &[u8], media_type: &str) -> Result<raw::Answer> {
        let authorization = format!("Bearer {}", self.token);
        let headers = [("Authorization", authorization.as_str()), ("Content-Type", media_type)];
        raw::request(&self.address, "POST", path, &headers, body).await
    }
}
