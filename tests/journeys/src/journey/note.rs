//! The note: drafted, edited, signed, added to, exported.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Walk;
use super::grounds::SUPPORTED;
use super::record::CLIENT;
use crate::By;

/// What the person makes of the first sentence.
const EDITED: &str = "Lena reports feeling tired since Monday.";
/// What they go on to type when the program is killed.
const UNFINISHED: &str = " She also";
const ADDENDUM: &str = "Lena called on Tuesday; the next session was moved to ten.";

impl Walk {
    /// A draft from the transcript.
    pub async fn draft_note(&mut self) -> Result<()> {
        self.page().press(By::Test("note-draft")).await?;
        self.page().find(By::Test("note")).await?;
        self.page().find(SUPPORTED).await?;
        let note = self.note().await?;
        let names: Vec<_> =
            note["sections"].as_array().into_iter().flatten().map(|s| s["name"].clone()).collect();
        ensure!(
            names == ["Subjective", "Objective", "Assessment", "Plan"],
            "the draft is a SOAP note: {names:?}"
        );
        self.look_twice("note-draft").await
    }

    /// An edit saves itself; the program is killed in the next one, and nothing acknowledged is lost.
    pub async fn edit_and_be_interrupted(&mut self) -> Result<()> {
        let page = self.page();
        page.press(SUPPORTED).await?;
        page.press(By::Test("sentence-edit-button")).await?;
        page.fill(By::Test("sentence-edit"), EDITED).await?;
        self.look("sentence-edit").await?;
        self.saved_as(EDITED).await?;
        self.page().sees("Saved").await?;
        self.page().keys(UNFINISHED).await?;
        self.front.kill_and_restart().await?;

        self.page().sees("Unlock").await?;
        self.unlock().await?;
        self.back_to_the_session().await?;
        self.page().find(By::Test("note")).await?;
        let first = self.first_sentence().await?;
        ensure!(first.starts_with(EDITED), "what was acknowledged is still there: {first:?}");
        let shown = self.page().words(SUPPORTED).await?;
        ensure!(shown.starts_with(EDITED), "and it is what the page shows: {shown:?}");
        let verdict = self.ask("audit.verify", json!({})).await?;
        ensure!(verdict["verdict"] == "intact", "the audit log survives a kill: {verdict}");
        // The half sentence may have been saved or not; either way the note says what it should from here on.
        self.page().press(SUPPORTED).await?;
        self.page().press(By::Test("sentence-edit-button")).await?;
        self.page().fill(By::Test("sentence-edit"), EDITED).await?;
        self.page().keys("\u{E007}").await?;
        self.saved_as(EDITED).await?;
        self.look_twice("note-after-restart").await
    }

    /// Where the page is not open at the session any more, the way there leads over the client.
    async fn back_to_the_session(&self) -> Result<()> {
        let page = self.page();
        if page.path().await?.starts_with("/sessions/") {
            return Ok(());
        }
        page.press(By::Button("Clients")).await?;
        page.press(By::Button(CLIENT)).await?;
        page.press(By::Test("session-row")).await
    }

    async fn first_sentence(&self) -> Result<String> {
        let note = self.note().await?;
        let sections = note["sections"].as_array().cloned().unwrap_or_default();
        let mut sentences =
            sections.iter().flat_map(|s| s["sentences"].as_array().cloned().unwrap_or_default());
        let first =
            sentences.find(|sentence| sentence["evidence"] != json!([])).context("a supported sentence")?;
        Ok(first["text"].as_str().unwrap_or_default().to_owned())
    }

    async fn saved_as(&self, text: &str) -> Result<()> {
        self.page()
            .until("the core to have the edit", async || {
                Ok((self.first_sentence().await? == text).then_some(()))
            })
            .await
    }

    /// Signing freezes the note, on the page and in the core.
    pub async fn sign(&mut self) -> Result<()> {
        self.page().press(By::Test("note-sign")).await?;
        self.page().find(By::Test("note-sign-confirm")).await?;
        self.look_twice("sign-dialog").await?;
        self.page().press(By::Test("note-sign-confirm")).await?;
        self.complete_session().await.context("the session put on record as completed")?;
        let signature = self.page().words(By::Test("note-signature")).await?;
        ensure!(signature.contains("Dr. Maya Okafor"), "the signature names who signed: {signature}");
        self.page().press(SUPPORTED).await?;
        for test in ["sentence-edit-button", "sentence-add", "note-redraft", "note-sign", "note-review"] {
            ensure!(!self.page().has(By::Test(test)).await?, "{test} is gone from a signed note");
        }
        self.page().press(By::Test("player-toggle")).await?;
        let note = self.note().await?;
        let sections: Vec<Value> = note["sections"].as_array().cloned().unwrap_or_default();
        let save =
            json!({ "session_id": note["session_id"], "version": note["version"], "sections": sections });
        self.refused("notes.save", save, "signed").await?;
        self.look_twice("note-signed").await
    }

    /// Signing offers to complete the session that was only planned until then.
    async fn complete_session(&mut self) -> Result<()> {
        self.page().sees("When did the session take place?").await?;
        self.page().find(By::Field("Began")).await?;
        self.look_twice("session-complete").await?;
        self.page().press(By::Test("session-complete-confirm")).await?;
        self.page().gone(By::Css("dialog[open]")).await?;
        let session = self.session().await?;
        ensure!(session["status"] == "completed", "the session took place: {session}");
        let (began, ended) = (session["started_at"].as_str(), session["ended_at"].as_str());
        ensure!(began.is_some() && began <= ended, "it has a beginning and an end: {session}");
        ensure!(!self.page().has(By::Test("session-complete")).await?, "once is enough");
        Ok(())
    }

    /// What comes later is added below.
    pub async fn add_addendum(&mut self) -> Result<()> {
        self.page().press(By::Test("addendum-add")).await?;
        self.page().fill(By::Field("Addendum"), ADDENDUM).await?;
        self.look("addendum-dialog").await?;
        self.page().press(By::Test("addendum-confirm")).await?;
        self.page().find(By::Test("addendum")).await?;
        self.page().sees(ADDENDUM).await?;
        self.look("addendum").await
    }

    /// The signed note leaves the vault in every form, under names that say nothing about the client.
    pub async fn export(&mut self) -> Result<()> {
        self.page().press(By::Css("[data-testid=note-export] button")).await?;
        self.page().find(By::Test("export-pdf")).await?;
        self.look("export-menu").await?;
        self.page().press(By::Css("[data-testid=note-export] button")).await?;
        for (test, name) in
            [("export-pdf", "note.pdf"), ("export-markdown", "note.md"), ("export-json", "note.json")]
        {
            self.page().press(By::Css("[data-testid=note-export] button")).await?;
            let (saved, bytes) = self.front.take_export(By::Test(test), name).await?;
            ensure!(
                !saved.to_lowercase().contains("brandt"),
                "a file's name says nothing about the client: {saved}"
            );
            let text = String::from_utf8_lossy(&bytes).into_owned();
            match test {
                "export-pdf" => ensure!(
                    bytes.starts_with(b"%PDF-") && bytes.len() > 2_000,
                    "a PDF: {} bytes",
                    bytes.len()
                ),
                _ => {
                    ensure!(text.contains(EDITED) && text.contains(ADDENDUM), "{test} holds the note: {text}")
                }
            }
        }
        self.page().sees("no longer encrypted").await
    }
}
