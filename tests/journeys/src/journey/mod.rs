//! The main job, step by step, as one person walks it.
//!
//! Each step presses what a person would press and waits for what a person would see. Where a step's result is a promise
//! about data, the core is asked as well: through the page, with the page's own rights.

mod dialogs;
mod entrance;
mod filling;
mod grounds;
mod keys;
mod note;
mod practice;
mod record;
mod results;
mod session;

pub use filling::{filling, own_vault};

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{By, Front, Page, traces};

pub use results::results;

/// The passphrase of the first run.
pub const PASSPHRASE: &str = "quiet harbour seven lanterns";
/// The one it is changed to.
const CHANGED: &str = "amber bicycle under the moss";
/// The one that the recovery key sets.
const RECOVERED: &str = "northern kettle paints a fence";

/// A walk through a front, and what it has learned on the way.
pub struct Walk {
    /// The front.
    pub front: Front,
    shots: PathBuf,
    steps: u32,
    passphrase: &'static str,
    /// The recovery key.
    pub words: Vec<String>,
}

/// Walks the whole main job, from the first run to the recovery key.
pub async fn main_job(front: Front) -> Result<()> {
    let mut walk = Walk::new(front)?;
    walk.first_run().await.context("the first run")?;
    walk.add_client().await.context("adding a client")?;
    walk.plan_session().await.context("planning a session")?;
    walk.consent_comes_first().await.context("consent before import")?;
    walk.import_recording().await.context("importing the recording")?;
    walk.transcribe().await.context("transcribing")?;
    walk.draft_note().await.context("drafting the note")?;
    walk.hear_what_a_sentence_stands_on().await.context("from a sentence to what was said")?;
    walk.correct_and_relabel().await.context("correcting the transcript")?;
    walk.edit_and_be_interrupted().await.context("editing, and the program killed meanwhile")?;
    walk.open_note_dialogs().await.context("the dialogs of a note")?;
    walk.sign().await.context("signing")?;
    walk.add_addendum().await.context("adding an addendum")?;
    walk.export().await.context("exporting")?;
    walk.open_session_dialogs().await.context("the dialogs of a session")?;
    walk.look_around().await.context("the other pages")?;
    walk.open_other_dialogs().await.context("the other dialogs")?;
    walk.start_quick_session().await.context("a session that begins at once")?;
    walk.lock_and_unlock().await.context("locking and unlocking")?;
    walk.change_passphrase().await.context("changing the passphrase")?;
    walk.recover().await.context("opening with the recovery key")?;
    walk.left_nothing_behind().context("what the program leaves behind")?;
    walk.front.finish().await
}

/// Walks what there is for a client or a practice manager. Nothing of the clinician's is there.
pub async fn other_role(front: Front, role: &str) -> Result<()> {
    let mut walk = Walk::beside(front, role)?;
    walk.begin_as(role).await.context("the first run")?;
    walk.pages_of_role(role).await.with_context(|| format!("the pages of a {role}"))?;
    walk.front.finish().await
}

impl Walk {
    /// Begins a walk beside the main one: its pictures carry the role's name and remove none.
    fn beside(front: Front, role: &str) -> Result<Self> {
        let shots = front.shots()?.join(role.to_lowercase().replace(' ', "-"));
        std::fs::create_dir_all(&shots).context("making a folder for pictures")?;
        Ok(Self { front, shots, steps: 0, passphrase: PASSPHRASE, words: Vec::new() })
    }

    /// Begins a walk; pictures of an earlier one are removed.
    pub fn new(front: Front) -> Result<Self> {
        let shots = front.shots()?;
        for entry in std::fs::read_dir(&shots).context("reading the folder of pictures")? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "png" || extension == "pdf") {
                std::fs::remove_file(&path).with_context(|| format!("removing {}", path.display()))?;
            }
        }
        Ok(Self { front, shots, steps: 0, passphrase: PASSPHRASE, words: Vec::new() })
    }

    fn page(&self) -> &Page {
        self.front.page()
    }

    /// Looks at a step: a picture, and the accessibility check.
    async fn look(&mut self, name: &str) -> Result<()> {
        self.picture(name, false).await
    }

    /// Looks at a page, in dark colours as well.
    async fn look_twice(&mut self, name: &str) -> Result<()> {
        self.picture(name, true).await
    }

    /// Looks at the page as it comes out on paper, under the number of the picture before it.
    async fn look_on_paper(&self, name: &str) -> Result<()> {
        let file = self.shots.join(format!("{:02}-{name}.pdf", self.steps));
        self.front.print(&file).await.with_context(|| format!("printing {name}"))
    }

    async fn picture(&mut self, name: &str, dark: bool) -> Result<()> {
        self.steps += 1;
        let file = self.shots.join(format!("{:02}-{name}.png", self.steps));
        self.front.look(&file, dark).await.with_context(|| format!("looking at {name}"))
    }

    /// Asks the core for something that has to succeed.
    async fn ask(&self, name: &str, body: Value) -> Result<Value> {
        let answer = self.front.call(name, body).await?;
        answer.map_err(|refusal| anyhow::anyhow!("{name} was refused: {refusal}"))
    }

    /// Asks the core for something it has to refuse with this code; answers its sentence.
    async fn refused(&self, name: &str, body: Value, code: &str) -> Result<String> {
        let answer = self.front.call(name, body).await?;
        let refusal = answer.err().with_context(|| format!("{name} must be refused"))?;
        ensure!(refusal["code"] == code, "{name} must be refused with {code}, not {refusal}");
        let message = refusal["message"].as_str().unwrap_or_default().to_owned();
        ensure!(message.len() > 20, "the refusal explains itself: {message:?}");
        Ok(message)
    }

    /// The id of the session that is open.
    async fn session_id(&self) -> Result<String> {
        let path = self.page().path_when(|path| path.starts_with("/sessions/")).await?;
        Ok(path.trim_start_matches("/sessions/").to_owned())
    }

    /// The session that is open, as the core has it.
    async fn session(&self) -> Result<Value> {
        self.ask("sessions.get", json!({ "session_id": self.session_id().await? })).await
    }

    /// The note of the session that is open, as the core has it.
    async fn note(&self) -> Result<Value> {
        let session = self.session().await?;
        self.ask("notes.get", json!({ "note_id": session["note"][0] })).await
    }

    /// Nothing of what was said, typed or kept secret stands in plain anywhere but in the exported files.
    fn left_nothing_behind(&self) -> Result<()> {
        let key = self.words.join(" ");
        let words = [
            "brandt",
            "session-b.flac",
            "racing thoughts",
            "tired since monday",
            PASSPHRASE,
            CHANGED,
            RECOVERED,
            key.as_str(),
        ];
        traces::none_in(self.front.home(), &words, &["downloads"], "at the end of the journey")
    }

    /// Unlocks with the passphrase that holds now.
    async fn unlock(&self) -> Result<()> {
        self.page().fill(By::Field("Passphrase"), self.passphrase).await?;
        self.page().press(By::Button("Unlock")).await?;
        self.page().find(By::Button("Lock")).await.map(|_| ())
    }
}
