//! Consent, recording, transcript.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::Walk;
use crate::{By, tools};

/// The recording of the journey.
const RECORDING: &str = "session-b.flac";
/// Any id: consent is asked before anything else is looked at.
const SOME_ID: &str = "00000000-0000-7000-8000-000000000001";

impl Walk {
    /// The page asks for consent; the core refuses import and drafting without it.
    pub async fn consent_comes_first(&mut self) -> Result<()> {
        self.page().sees("Ask for consent first").await?;
        ensure!(
            !self.page().has(By::Test("recording-import")).await?,
            "nothing can be imported before consent"
        );
        self.look_twice("session-consent").await?;
        let import = json!({ "session_id": self.session_id().await?, "source": { "picked": SOME_ID } });
        let why = self.refused("recordings.import", import, "consent_missing").await?;
        ensure!(why.to_lowercase().contains("consent"), "the core says what is missing: {why}");

        self.page().press(By::Test("consent-give-recording")).await?;
        self.page().press(By::Test("consent-confirm")).await?;
        self.page().sees("Choose how consent was given.").await?;
        self.look_twice("consent-dialog").await?;
        self.say_yes("recording").await?;
        self.page().find(By::Test("recording-import")).await.map(|_| ())
    }

    /// Records one consent, with its dialog open or still closed.
    async fn say_yes(&self, scope: &str) -> Result<()> {
        let page = self.page();
        if !page.has(By::Css("dialog[open]")).await? {
            page.press(By::Test(&format!("consent-give-{scope}"))).await?;
        }
        page.press(By::Choice("Said aloud")).await?;
        page.press(By::Test("consent-confirm")).await?;
        page.gone(By::Css("dialog[open]")).await
    }

    /// Consent withdrawn behind the page's back stops the import; then the recording comes in.
    pub async fn import_recording(&mut self) -> Result<()> {
        self.look_twice("session-import").await?;
        let session = self.session().await?;
        let consent = session["consents"][0]["id"].clone();
        self.ask("consents.withdraw", json!({ "consent_id": consent, "note": "changed her mind" })).await?;
        self.front.pick_file(By::Test("recording-import"), &tools::sample(RECORDING)).await?;
        self.page()
            .sees("Ask for consent first")
            .await
            .context("the page learns that consent was withdrawn")?;
        self.page().sees("Nothing was imported").await.context("and what became of the file")?;
        let session = self.session().await?;
        ensure!(session["recordings"] == json!([]), "nothing was imported without consent: {session}");
        self.look("session-consent-withdrawn").await?;

        self.say_yes("recording").await?;
        self.page()
            .gone(By::Css(".pane-jobs .error-note"))
            .await
            .context("with consent the refusal is over")?;
        self.front.pick_file(By::Test("recording-import"), &tools::sample(RECORDING)).await?;
        self.page().sees("Turn it into text").await?;
        let session = self.session().await?;
        let recording = &session["recordings"][0];
        ensure!(recording["channels"] == 2, "both microphones were kept: {recording}");
        let duration = recording["duration_ms"].as_u64().unwrap_or_default();
        ensure!(duration.abs_diff(97_603) < 50, "the recording is whole: {duration} ms");
        Ok(())
    }

    /// Consent to analysis, the demo model chosen by hand, progress, and the words.
    pub async fn transcribe(&mut self) -> Result<()> {
        self.page().sees("Transcription needs consent to analysis").await?;
        self.look_twice("session-analysis-consent").await?;
        self.say_yes("analysis").await?;
        self.page().press(By::Test("transcription-start")).await?;
        self.page().sees("Choose a speech model.").await.context("the demo model is never taken silently")?;
        self.page().press(By::Choice("Demo model: 259 words, synthetic voices")).await?;
        self.look_twice("session-transcribe").await?;
        self.page().press(By::Test("transcription-start")).await?;
        self.page().find(By::Css(".job [role=progressbar]")).await.context("progress is shown")?;
        self.look("session-transcribing").await?;
        self.page().gone_late(By::Css(".job [role=progressbar]")).await?;
        self.page().find(By::Test("session-coverage")).await?;
        self.page().sees("demo model: do not rely on its words").await?;
        self.look_twice("session-transcript").await?;
        self.words_are_there().await
    }

    /// What was said is in the transcript, by who said it.
    async fn words_are_there(&self) -> Result<()> {
        let session = self.session().await?;
        let id = session["transcripts"][0]["id"].clone();
        let transcript = self.ask("transcripts.get", json!({ "transcript_id": id })).await?;
        let said = |speaker: &str| -> String {
            let all = transcript["segments"].as_array().cloned().unwrap_or_default();
            let mine = all.iter().filter(|segment| segment["speaker"] == speaker);
            mine.filter_map(|segment| segment["text"].as_str()).collect::<Vec<_>>().join(" ").to_lowercase()
        };
        for (speaker, words) in
            [("client", "tired since monday"), ("client", "four hours"), ("therapist", "tell me more")]
        {
            let text = said(speaker);
            ensure!(text.contains(words), "the {speaker} said “{words}”, and the transcript has: {text}");
        }
        Ok(())
    }
}
