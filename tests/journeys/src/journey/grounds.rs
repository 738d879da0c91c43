//! From a sentence of the note to the words it stands on, and the words set right.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::Walk;
use crate::By;

/// A sentence that stands on something.
pub(super) const SUPPORTED: By<'_> = By::Css("[data-testid=note-sentence][data-supported=true]");
const LIT: By<'_> = By::Css("[data-testid=segment][data-lit=true]");
const PLAYER: By<'_> = By::Test("player");

/// Scrolls the list of segments to its beginning.
const TO_THE_TOP: &str = "let list = document.querySelector('[data-testid=segment]'); \
    while (list && !(list.scrollHeight > list.clientHeight + 1 && getComputedStyle(list).overflowY !== 'visible')) \
        list = list.parentElement; \
    if (list) list.scrollTop = 0;";

impl Walk {
    /// A click on a sentence lights up its segments and plays from the first of them.
    pub async fn hear_what_a_sentence_stands_on(&mut self) -> Result<()> {
        let page = self.page();
        page.press(SUPPORTED).await?;
        page.find(LIT).await?;
        let starts = self.evidence_of_first_sentence().await?;
        let script = "return [...document.querySelectorAll('[data-testid=segment][data-lit=true]')] \
            .map((segment) => Number(segment.dataset.startMs))";
        let lit: Vec<u64> = serde_json::from_value(page.run(script, vec![]).await?)?;
        ensure!(
            lit.iter().all(|start| starts.contains(start)),
            "only its evidence is lit: {lit:?} of {starts:?}"
        );
        let first = starts.iter().min().copied().context("a supported sentence has evidence")?;
        ensure!(lit.contains(&first), "the first of its words is in sight: {lit:?} of {starts:?}");

        page.attribute_when(PLAYER, "data-state", |state| state == "playing")
            .await
            .context("the player plays")?;
        let place = |text: &str| text.parse::<u64>().unwrap_or_default();
        let moved = page.attribute_when(PLAYER, "data-position-ms", |at| place(at) > first + 200).await?;
        ensure!(place(&moved) < first + 20_000, "it plays from the evidence at {first} ms, not {moved}");
        self.look_twice("sentence-evidence").await?;
        self.page().press(By::Test("player-toggle")).await?;
        self.page().attribute_when(PLAYER, "data-state", |state| state == "paused").await.map(|_| ())
    }

    /// Where the evidence of the note's first supported sentence begins, in milliseconds.
    async fn evidence_of_first_sentence(&self) -> Result<Vec<u64>> {
        let note = self.note().await?;
        let body = json!({ "transcript_id": note["transcript_id"] });
        let transcript = self.ask("transcripts.get", body).await?;
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let sentences = list(&note["sections"]).into_iter().flat_map(|section| list(&section["sentences"]));
        let evidence = sentences.map(|sentence| list(&sentence["evidence"])).find(|ids| !ids.is_empty());
        let evidence = evidence.context("a draft has a supported sentence")?;
        let segments = list(&transcript["segments"]).into_iter();
        Ok(segments.filter(|s| evidence.contains(&s["id"])).filter_map(|s| s["start_ms"].as_u64()).collect())
    }

    /// A segment's words are corrected, and its speaker changed and changed back.
    pub async fn correct_and_relabel(&mut self) -> Result<()> {
        let page = self.page();
        // The sentence that was listened to may stand on words far below: back to the first ones, as a person scrolls.
        page.run(TO_THE_TOP, vec![]).await?;
        page.press(By::Css("[data-row='0'] [data-testid=segment-correct]")).await?;
        page.find(By::Test("segment-correction")).await?;
        self.look("segment-correction").await?;
        let page = self.page();
        page.fill(By::Test("segment-correction"), "How have you been since last week?").await?;
        page.press(By::Test("segment-save")).await?;
        page.sees("Heard as:").await?;
        let (who, other) = self.first_speaker().await?;
        page.press(By::Css("[data-row='0'] [data-testid=segment-select]")).await?;
        page.find(By::Test("segments-unknown")).await?;
        self.look_twice("segments-selected").await?;
        self.relabel(&other).await?;
        let page = self.page();
        if !page.has(By::Test("segments-unknown")).await? {
            page.press(By::Css("[data-row='0'] [data-testid=segment-select]")).await?;
        }
        self.relabel(&who).await?;
        if self.page().has(By::Test("segments-clear")).await? {
            self.page().press(By::Test("segments-clear")).await?;
        }
        let (now, _) = self.first_speaker().await?;
        ensure!(now == who, "the core has the speaker the page shows");
        Ok(())
    }

    async fn relabel(&self, speaker: &str) -> Result<()> {
        self.page().press(By::Test(&format!("segments-{speaker}"))).await?;
        self.page().find(By::Css(&format!("[data-row='0'].speaker-{speaker}"))).await.map(|_| ())
    }

    /// Who says the first segment, and someone else.
    async fn first_speaker(&self) -> Result<(String, String)> {
        let session = self.session().await?;
        let body = json!({ "transcript_id": session["transcripts"][0]["id"] });
        let transcript = self.ask("transcripts.get", body).await?;
        let who =
            transcript["segments"][0]["speaker"].as_str().context("a segment has a speaker")?.to_owned();
        let other = if who == "client" { "therapist" } else { "client" };
        Ok((who, other.to_owned()))
    }
}
