//! A client, and a session with them.

use anyhow::{Result, ensure};

use super::Walk;
use crate::By;

/// Whom the journey is about; invented.
pub(super) const CLIENT: &str = "Lena Brandt";

impl Walk {
    /// From the empty list to a new client's record, and a detail that saves itself.
    pub async fn add_client(&mut self) -> Result<()> {
        self.page().press(By::Button("Clients")).await?;
        self.page().sees("No clients yet").await?;
        self.look_twice("clients-empty").await?;
        self.page().press(By::Test("client-new")).await?;
        self.page().press(By::Test("client-create")).await?;
        self.page().find(By::Css("[aria-invalid=true]")).await?;
        self.look_twice("client-new").await?;
        let page = self.page();
        page.fill(By::Field("Given name"), "Lena").await?;
        page.fill(By::Field("Family name"), "Brandt").await?;
        page.fill(By::Field("Pronouns"), "she/her").await?;
        page.fill(By::Field("Conditions"), "Difficulty sleeping").await?;
        page.press(By::Test("client-create")).await?;
        page.path_when(|path| path.starts_with("/clients/") && path != "/clients/new").await?;
        page.sees(CLIENT).await?;
        self.look_twice("client").await?;
        self.page().press(By::Test("client-edit")).await?;
        self.page().fill(By::Field("Telephone"), "555 0134").await?;
        self.page().sees("Saved").await?;
        self.look("client-edit").await?;
        self.page().press(By::Button("Done")).await?;
        self.page().sees("555 0134").await
    }

    /// Plans a session from the client's record.
    pub async fn plan_session(&mut self) -> Result<()> {
        self.page().press(By::Test("session-new")).await?;
        self.page().find(By::Test("session-create")).await?;
        self.look_twice("session-new").await?;
        self.page().fill(By::Field("Place or link"), "Room 2").await?;
        self.page().press(By::Test("session-create")).await?;
        let session = self.session().await?;
        ensure!(session["client"]["display_name"] == CLIENT, "the session is this client's: {session}");
        ensure!(session["may_record"] == false, "nothing may be recorded before consent");
        Ok(())
    }
}
