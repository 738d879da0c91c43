//! The first run.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{PASSPHRASE, Walk};
use crate::By;

impl Walk {
    /// Role, name, passphrase, recovery key shown and checked.
    pub async fn first_run(&mut self) -> Result<()> {
        self.page().sees("Who will use Attune on this device?").await?;
        self.look_twice("first-run-role").await?;
        self.page().press(By::Choice("Clinician")).await?;
        self.look("first-run-role-chosen").await?;
        self.page().press(By::Button("Continue")).await?;
        self.choose_passphrase().await?;
        self.read_recovery_key().await?;
        self.check_recovery_key().await?;
        self.page().sees("Today").await?;
        self.look_twice("today-empty").await
    }

    /// The same in short, for another role, with the recovery key left unchecked.
    pub(super) async fn begin_as(&mut self, role: &str) -> Result<()> {
        let page = self.page();
        page.press(By::Choice(role)).await?;
        page.press(By::Button("Continue")).await?;
        page.fill(By::Field("Your name"), "Sam Rivera").await?;
        page.fill(By::Field("Passphrase"), PASSPHRASE).await?;
        page.sees("Strong enough.").await?;
        page.fill(By::Field("The same passphrase again"), PASSPHRASE).await?;
        page.press(By::Button("Make the vault")).await?;
        page.press(By::Button("I have them on paper")).await?;
        page.press(By::Button("Check later")).await?;
        page.sees("Go on without checking?").await?;
        self.look_twice("check-later").await?;
        self.page().press(By::Css("dialog[open] .button-primary")).await?;
        self.page().sees("Your recovery key has not been checked").await
    }

    async fn choose_passphrase(&mut self) -> Result<()> {
        let page = self.page();
        page.fill(By::Field("Your name"), "Dr. Maya Okafor").await?;
        page.fill(By::Field("Passphrase"), "too short").await?;
        page.sees("9 of at least 15 characters").await?;
        page.fill(By::Field("Passphrase"), "Dr. Maya Okafor Okafor").await?;
        page.sees("Too easy to guess").await?;
        page.fill(By::Field("Passphrase"), PASSPHRASE).await?;
        page.sees("Strong enough.").await?;
        page.fill(By::Field("The same passphrase again"), "quiet harbour seven lantern").await?;
        page.press(By::Button("Make the vault")).await?;
        page.sees("The two passphrases differ").await?;
        self.look_twice("first-run-passphrase").await?;
        let page = self.page();
        page.fill(By::Field("The same passphrase again"), PASSPHRASE).await?;
        page.press(By::Button("Make the vault")).await
    }

    async fn read_recovery_key(&mut self) -> Result<()> {
        let page = self.page();
        page.sees("Your recovery key").await?;
        page.find(By::Button("Print")).await.context("the key can be printed")?;
        let script =
            "return [...document.querySelectorAll('.key-words li')].map((word) => word.textContent.trim())";
        let words: Vec<String> = serde_json::from_value(page.run(script, vec![]).await?)?;
        ensure!(words.len() == 24, "the recovery key has 24 words, not {}", words.len());
        self.words = words;
        self.look_twice("recovery-key").await?;
        self.look_on_paper("recovery-key").await?;
        self.page().press(By::Button("I have them on paper")).await
    }

    async fn check_recovery_key(&mut self) -> Result<()> {
        let page = self.page();
        page.sees("Check three of the words").await?;
        let script =
            "return [...document.querySelectorAll('form label')].map((label) => label.textContent.trim())";
        let labels: Vec<String> = serde_json::from_value(page.run(script, vec![]).await?)?;
        ensure!(labels.len() == 3, "three words are asked, not {labels:?}");
        for label in &labels {
            page.fill(By::Field(label), "wrong").await?;
        }
        page.press(By::Button("Check")).await?;
        page.sees("This is not the word at this place").await?;
        self.look("recovery-key-check").await?;
        let page = self.page();
        for label in &labels {
            let place: usize =
                label.trim_start_matches("Word ").parse().context("a field names its word's place")?;
            page.fill(By::Field(label), &self.words[place - 1]).await?;
        }
        page.press(By::Button("Check")).await?;
        page.find(By::Button("Lock")).await?;
        let status = self.ask("vault.status", json!({})).await?;
        ensure!(status["recovery_confirmed"] == true, "the core knows that the key was checked: {status}");
        Ok(())
    }
}
