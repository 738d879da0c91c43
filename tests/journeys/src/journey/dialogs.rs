//! What opens seldom: dialogs that ask before something is lost, sessions without a client, and addresses that lead
//! nowhere. Each is opened, looked at, and left without doing it.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Walk;
use super::record::CLIENT;
use crate::{By, tools};

const DIALOG: By<'_> = By::Css("dialog[open]");
const ESCAPE: &str = "\u{E00C}";

impl Walk {
    async fn look_at_dialog(&mut self, name: &str) -> Result<()> {
        self.page().find(DIALOG).await?;
        self.look_twice(name).await?;
        self.page().keys(ESCAPE).await?;
        self.page().gone(DIALOG).await
    }

    /// The dialogs of a session, and its menu.
    pub async fn open_session_dialogs(&mut self) -> Result<()> {
        let more = By::Css("[data-testid=session-more] button");
        self.page().press(more).await?;
        self.page().press(By::Button("Keyboard")).await?;
        self.look_at_dialog("keyboard").await?;
        self.page().press(more).await?;
        self.page().press(By::Button("Delete the recording")).await?;
        self.look_at_dialog("delete-recording").await?;
        self.page().press(more).await?;
        self.page().press(By::Button("Transcribe again")).await?;
        self.look_at_dialog("transcribe-again").await?;
        ensure!(self.session().await?["recordings"] != json!([]), "Escape deletes nothing");
        Ok(())
    }

    /// What a note's menu leads to while it can still be edited: drafting it anew, and its versions.
    pub async fn open_note_dialogs(&mut self) -> Result<()> {
        let menu = By::Css("[data-testid=note-menu] button");
        self.page().press(menu).await?;
        self.page().press(By::Test("note-redraft")).await?;
        self.page().find(DIALOG).await?;
        self.look_twice("redraft").await?;
        // Once what was edited before is saved, only a draft would make another version.
        self.page().sees("Saved").await?;
        let version = self.note().await?["version"].clone();
        self.page().keys(ESCAPE).await?;
        self.page().gone(DIALOG).await?;
        ensure!(self.note().await?["version"] == version, "Escape drafts nothing");
        self.page().press(menu).await?;
        self.page().press(By::Test("note-versions")).await?;
        self.page().press(By::Choice("Show every save")).await?;
        self.page().press(By::Css("dialog[open] li:last-child [data-testid=note-version]")).await?;
        self.page().sees("Compared with the note as it is now").await?;
        self.page().find(By::Css("dialog[open] ins")).await.context("what the edit added is marked")?;
        self.look_at_dialog("versions").await
    }

    /// A model's file that the catalogue does not know is asked about, and taken only by those who say so.
    async fn offer_unknown_model(&mut self) -> Result<()> {
        let mut bytes = std::fs::read(tools::sample("attune-tiny-therapy.bin")).context("the demo model")?;
        *bytes.last_mut().context("a model is not empty")? ^= 1;
        let file = self.front.home().join("downloads/unknown-model.bin");
        std::fs::write(&file, bytes).context("writing a model nobody knows")?;
        self.page().press(By::Button("Speech models")).await?;
        self.front.pick_file(By::Button("Add from a file"), &file).await?;
        self.page().sees("Take a model the catalogue does not know?").await?;
        self.look_at_dialog("unknown-model").await?;
        let models = self.ask("models.list", json!({})).await?;
        let unknown = |model: &Value| model["installed"] == true && model["listed"] == false;
        ensure!(!models.as_array().into_iter().flatten().any(unknown), "Escape adds nothing: {models}");
        Ok(())
    }

    /// Withdrawing consent, an unknown model, and the keys of the vault.
    pub async fn open_other_dialogs(&mut self) -> Result<()> {
        self.offer_unknown_model().await.context("a model nobody knows")?;
        self.page().press(By::Button("Clients")).await?;
        self.page().press(By::Button(CLIENT)).await?;
        self.page().press(By::Test("consent-withdraw-analysis")).await?;
        self.look_at_dialog("withdraw-consent").await?;
        self.page().press(By::Button("Security")).await?;
        self.page().press(By::Button("Make a new recovery key")).await?;
        self.look_at_dialog("new-recovery-key").await?;
        self.page().press(By::Button("Replace all keys")).await?;
        self.look_at_dialog("replace-keys").await
    }

    /// A session that is begun at once belongs to nobody until it is assigned.
    pub async fn start_quick_session(&mut self) -> Result<()> {
        self.page().press(By::Button("Today")).await?;
        self.page().press(By::Button("Start a session")).await?;
        self.page().press(By::Test("session-assign")).await?;
        self.look_at_dialog("assign").await?;
        self.look_twice("session-unassigned").await?;
        self.page().press(By::Test("session-assign")).await?;
        self.page().press(By::Test("session-assign-client")).await?;
        self.page().gone(By::Test("session-assign")).await?;
        let session = self.session().await?;
        ensure!(session["client"]["display_name"] == CLIENT, "the session is the client's now: {session}");
        ensure!(session["may_record"] == true, "and stands on the client's consent");
        Ok(())
    }
}
