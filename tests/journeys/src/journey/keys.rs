//! Locking, unlocking, a new passphrase, and the recovery key.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{CHANGED, RECOVERED, Walk};
use crate::By;

impl Walk {
    async fn lock(&self) -> Result<()> {
        self.page().press(By::Button("Lock")).await?;
        self.page().find(By::Button("I forgot the passphrase")).await.map(|_| ())
    }

    /// A wrong passphrase is said to be wrong; the right one opens.
    pub async fn lock_and_unlock(&mut self) -> Result<()> {
        self.lock().await?;
        self.look_twice("unlock").await?;
        self.refused("clients.list", json!({}), "locked").await?;
        self.try_wrong("this is not the passphrase").await?;
        self.look_twice("unlock-wrong").await?;
        self.unlock().await
    }

    async fn try_wrong(&self, passphrase: &str) -> Result<()> {
        self.page().fill(By::Field("Passphrase"), passphrase).await?;
        self.page().press(By::Button("Unlock")).await?;
        self.page().sees("That is not the passphrase of this vault.").await
    }

    /// A new passphrase opens, the old one no longer does.
    pub async fn change_passphrase(&mut self) -> Result<()> {
        let page = self.page();
        page.press(By::Button("Security")).await?;
        page.press(By::Button("Change passphrase")).await?;
        page.fill(By::Field("Current passphrase"), "not the one that holds").await?;
        page.fill(By::Field("New passphrase"), CHANGED).await?;
        page.fill(By::Field("The same passphrase again"), CHANGED).await?;
        page.sees("Strong enough.").await?;
        page.press(By::Button("Change passphrase")).await?;
        page.find(By::Css("dialog[open] [aria-invalid=true]")).await?;
        self.look_twice("change-passphrase").await?;
        let page = self.page();
        page.fill(By::Field("Current passphrase"), self.passphrase).await?;
        page.press(By::Button("Change passphrase")).await?;
        page.gone(By::Css("dialog[open]")).await?;
        page.sees("The passphrase was changed.").await?;
        self.lock().await?;
        self.try_wrong(self.passphrase).await?;
        self.passphrase = CHANGED;
        self.unlock().await
    }

    /// The recovery key opens and sets a passphrase of its own.
    pub async fn recover(&mut self) -> Result<()> {
        self.lock().await?;
        let page = self.page();
        page.press(By::Button("I forgot the passphrase")).await?;
        page.fill(By::Field("The 24 words"), &self.words.join(" ")).await?;
        page.fill(By::Field("New passphrase"), RECOVERED).await?;
        page.fill(By::Field("The same passphrase again"), RECOVERED).await?;
        page.sees("24 of 24 words").await?;
        page.sees("Strong enough.").await?;
        self.look_twice("recover").await?;
        self.page().press(By::Button("Open the vault")).await?;
        self.page().find(By::Button("Lock")).await?;
        self.lock().await?;
        self.passphrase = RECOVERED;
        self.unlock().await?;
        let list = self.ask("clients.list", json!({})).await?;
        ensure!(list["total"] == 1, "everything is still there: {list}");
        Ok(())
    }
}
