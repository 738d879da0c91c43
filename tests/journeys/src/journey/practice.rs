//! The pages beside the main job.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::Walk;
use super::record::CLIENT;
use crate::By;

impl Walk {
    /// Every other page once, with data in the vault.
    pub async fn look_around(&mut self) -> Result<()> {
        self.page().press(By::Button("Session details")).await?;
        self.page().find(By::Field("Homework")).await?;
        self.look_twice("session-details").await?;
        self.page().press(By::Button("Today")).await?;
        self.page().sees("Today").await?;
        self.look_twice("today").await?;
        self.page().press(By::Button("Clients")).await?;
        self.page().find(By::Button(CLIENT)).await?;
        self.look_twice("clients").await?;
        self.page().press(By::Button(CLIENT)).await?;
        self.page().find(By::Test("session-row")).await?;
        self.look_twice("client-with-session").await?;
        self.search().await.context("search")?;
        for (name, shot) in [
            ("Speech models", "models"),
            ("Security", "security"),
            ("Audit log", "audit"),
            ("Appearance", "appearance"),
            ("About", "about"),
        ] {
            self.page().press(By::Button(name)).await?;
            self.page().path_when(|path| path == format!("/practice/{shot}")).await?;
            self.page().find(By::Css("h1")).await?;
            if name == "Audit log" {
                self.page().press(By::Button("Check the whole log")).await?;
                self.page().sees("each follows from the one before").await?;
            }
            self.look_twice(shot).await?;
        }
        Ok(())
    }

    /// Words that were said are found, and lead to where they were said.
    async fn search(&mut self) -> Result<()> {
        self.page().keys("\u{E009}k\u{E000}").await?;
        let field = By::Css("dialog[open] input");
        self.page().fill(field, "racing").await?;
        self.page().sees("Said in a session").await?;
        self.look_twice("search").await?;
        self.page().keys("\u{E00C}").await?;
        self.page().gone(By::Css("dialog[open]")).await
    }

    /// What a role that is not the clinician's finds, and what it does not.
    pub(super) async fn pages_of_role(&mut self, role: &str) -> Result<()> {
        self.look_twice("home").await?;
        self.page().press(By::Button("Security")).await?;
        self.page().find(By::Css("h1")).await?;
        self.look_twice("security").await?;
        self.refused("clients.list", json!({}), "forbidden").await?;
        ensure!(!self.page().has(By::Button("Clients")).await?, "{role}: there is no way to clients");
        // The page behind the address is not there either.
        self.page()
            .run(
                "history.pushState(null, '', '/clients'); dispatchEvent(new PopStateEvent('popstate'))",
                vec![],
            )
            .await?;
        self.page().sees("There is no such page").await?;
        self.look_twice("no-such-page").await
    }
}
