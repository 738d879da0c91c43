//! A canary: words typed into the vault are found nowhere outside it.

use anyhow::{Context, Result, ensure};
use journeys::{Served, journey, sample, traces};
use serde_json::{Value, json};

/// Words that occur nowhere else. Each stands for a place where something can be typed.
const CANARIES: [&str; 8] = [
    "Qanarygiven",
    "Qanaryfamily",
    "Qanarycondition",
    "Qanaryplace",
    "Qanarysegment",
    "Qanarynote",
    "Qanaryaddendum",
    "Qanaryconsent",
];

#[tokio::test]
async fn what_is_typed_into_the_vault_is_found_nowhere_else() -> Result<()> {
    let home = tempfile::tempdir().context("a folder of its own")?;
    let served = Served::start(home.path())?;
    let exported = fill(&served).await?;
    for name in &exported {
        let lower = name.to_lowercase();
        ensure!(!lower.contains("qanary"), "an exported file's name says nothing: {name}");
    }
    // While it runs, what lies on the disk may hold more than after it has ended.
    traces::none_in(home.path(), &CANARIES, &[], "with the vault open")?;
    served.ask("vault.lock", &json!({})).await?;
    traces::none_in(home.path(), &CANARIES, &[], "with the vault locked")?;
    drop(served);
    traces::none_in(home.path(), &CANARIES, &[], "after the program was killed")?;
    let log = std::fs::read_to_string(home.path().join("serve.log")).context("the log")?;
    ensure!(log.lines().count() > 10, "the log of everything was really on: {log}");
    Ok(())
}

/// Puts every canary into the vault and answers the names of exported files.
async fn fill(served: &Served) -> Result<Vec<String>> {
    let create = json!({ "role": "clinician", "name": "Dr. Test", "passphrase": journey::PASSPHRASE, "use_key_store": false });
    served.ask("vault.create", &create).await?;
    let details =
        json!({ "given_name": CANARIES[0], "family_name": CANARIES[1], "conditions": [CANARIES[2]] });
    let client = served.ask("clients.create", &json!({ "details": details })).await?["id"].clone();
    let details = json!({ "place": CANARIES[3] });
    let session =
        served.ask("sessions.create", &json!({ "client_id": client, "details": details })).await?["id"]
            .clone();
    for scope in ["recording", "analysis"] {
        let consent = json!({ "subject": { "client": client }, "scope": scope, "version": 1, "method": "verbal", "given_by": CANARIES[7] });
        served.ask("consents.give", &consent).await?;
    }
    let transcript = transcribe(served, &session).await?;
    let words = served.ask("transcripts.get", &json!({ "transcript_id": transcript })).await?;
    let correct = json!({ "segment_id": words["segments"][0]["id"], "text": CANARIES[4] });
    served.ask("transcripts.correct", &correct).await?;
    let note =
        served.ask("notes.draft", &json!({ "session_id": session, "transcript_id": transcript })).await?;
    let sections =
        json!([{ "name": "Subjective", "sentences": [{ "id": null, "text": CANARIES[5], "evidence": [] }] }]);
    let save =
        json!({ "session_id": session, "version": note["version"], "sections": sections, "reviewed": true });
    let note = served.ask("notes.save", &save).await?;
    let note =
        served.ask("notes.sign", &json!({ "note_id": note["id"], "version": note["version"] })).await?;
    served.ask("notes.add_addendum", &json!({ "note_id": note["id"], "text": CANARIES[6] })).await?;
    for canary in CANARIES {
        // Also what is refused must not be written down.
        served.ask("search.find", &json!({ "query": canary, "limit": 10 })).await?;
        served.call("clients.get", &json!({ "client_id": canary })).await?;
    }
    let mut names = Vec::new();
    for format in ["pdf", "markdown", "json"] {
        let file = served.ask("notes.export", &json!({ "note_id": note["id"], "format": format })).await?;
        names.push(file["file_name"].as_str().context("an export has a name")?.to_owned());
    }
    Ok(names)
}

async fn transcribe(served: &Served, session: &Value) -> Result<Value> {
    let pick = served.pick(&sample("session-a.flac")).await?;
    let import = json!({ "session_id": session, "source": { "picked": pick } });
    let job = served.ask("recordings.import", &import).await?;
    let done = served.finish_job(&job).await?;
    let recording = done["result"]["recording"].clone();
    ensure!(recording.is_string(), "the recording was imported: {done}");
    let models = served.ask("models.list", &json!({})).await?;
    let models = models.as_array().cloned().unwrap_or_default();
    let demo = models.iter().find(|model| model["kind"] == "demo").context("the demo model")?["id"].clone();
    let job =
        served.ask("transcripts.start", &json!({ "recording_id": recording, "model_id": demo })).await?;
    let done = served.finish_job(&job).await?;
    let transcript = done["result"]["transcript"].clone();
    ensure!(transcript.is_string(), "the recording was transcribed: {done}");
    Ok(transcript)
}

#[test]
fn the_canary_would_be_found() -> Result<()> {
    let home = tempfile::tempdir().context("a folder of its own")?;
    for name in ["a", "b", "c"] {
        std::fs::write(home.path().join(name), b"nothing here").context("writing")?;
    }
    traces::none_in(home.path(), &CANARIES, &[], "at first")?;
    let wide: Vec<u8> = b"xx qAnArynote yy".iter().flat_map(|byte| [*byte, 0]).collect();
    std::fs::write(home.path().join("b"), wide).context("writing")?;
    ensure!(
        traces::none_in(home.path(), &CANARIES, &[], "then").is_err(),
        "a canary in another width and case is found"
    );
    Ok(())
}
