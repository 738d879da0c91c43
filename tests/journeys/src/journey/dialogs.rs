//! What opens seldom: dialogs that ask before something is lost, sessions without a client, and addresses that lead
//! nowhere. Each is opened, looked at, and left without doing it.

use anyhow::{Result, ensure};
use serde_json::json;

use super::Walk;
use super::record::CLIENT;
use crate::By;

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

    /// Withdrawing consent, and the keys of the vault.
    pub async fn open_other_dialogs(&mut self) -> Result<()> {
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
