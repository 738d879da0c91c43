//! The main job, call by call.

use std::path::Path;

use serde_json::Value;

use crate::harness::{Attunectl, fixture, id, shape};

/// From a client to a signed and exported note, with every refusal on the way.
#[test]
fn a_recorded_session_becomes_a_signed_note() {
    let (attunectl, _) = Attunectl::with_vault();
    let client = attunectl.ok(&["client", "create", "--given-name", "Robin", "--pronouns", "they/them"]);
    let client = id(&client).to_owned();
    let details = attunectl.write("details.json", r#"{"conditions":["insomnia"],"family_name":"Sample"}"#);
    let updated = attunectl.ok(&["client", "update", &client, "--details", &details, "--phone", "555 0100"]);
    assert_eq!(updated["details"]["conditions"][0], "insomnia", "fields of the file are taken");
    assert_eq!(updated["details"]["pronouns"], "they/them", "what was not named stays");
    let misspelt = attunectl.write("misspelt.json", r#"{"famly_name":"Sample"}"#);
    attunectl.refused(&["client", "update", &client, "--details", &misspelt], 4, "invalid");
    let list = attunectl.ok(&["client", "list", "--query", "rob"]);
    assert_eq!(list["total"], 1, "the client is found by name");
    insta::assert_json_snapshot!("client_list", shape(&list));

    let planned =
        attunectl.ok(&["session", "create", "--client", &client, "--start", "2030-01-31T10:00:00Z"]);
    attunectl.refused(&["session", "move", id(&planned), "completed"], 1, "illegal_move");
    let session = attunectl.ok(&["session", "start"]);
    let session = id(&session).to_owned();
    attunectl.ok(&["session", "assign", &session, "--client", &client]);

    let sound = fixture("session-a.flac");
    attunectl.refused(&["session", "import", &session, &sound], 1, "consent_missing");
    consent(&attunectl, &session, "recording");
    attunectl.refused(
        &["session", "import", &session, &attunectl.write("a.wav", "no sound")],
        4,
        "unreadable_audio",
    );
    let recording = attunectl.ok(&["session", "import", &session, &sound]);
    insta::assert_json_snapshot!("recording", shape(&recording));
    assert_eq!(recording["readable_ms"], recording["duration_ms"], "the recording is whole");

    attunectl.install_demo_model();
    let transcribe = ["session", "transcribe", &session, "--model", "attune-demo", "--language", "en"];
    attunectl.refused(&transcribe, 1, "consent_missing");
    let analysis = consent(&attunectl, &session, "analysis");
    let transcript = attunectl.ok(&transcribe);
    assert_eq!(transcript["status"], "completed", "the transcript is whole");
    assert_eq!(transcript["demo_model"], true, "the demo model is marked");
    let words = attunectl.ok(&["session", "transcript", &session]);
    assert!(words["segments"].as_array().is_some_and(|s| s.len() > 5), "the session's words are there");

    sign(&attunectl, &session);
    attunectl.ok(&["session", "consent", "withdraw", &analysis, "--note", "changed their mind"]);
    attunectl.refused(&transcribe, 1, "consent_missing");
    let found = attunectl.ok(&["search", "ashamed"]);
    assert!(!found.as_array().unwrap().is_empty(), "what was said can be found");
    let shown = attunectl.ok(&["session", "show", &session]);
    insta::assert_json_snapshot!("session", shape(&shown));
    audit(&attunectl);
}

fn consent(attunectl: &Attunectl, session: &str, scope: &str) -> String {
    let give = ["session", "consent", "give", "--session", session, "--scope", scope, "--method", "written"];
    id(&attunectl.ok(&give)).to_owned()
}

fn sign(attunectl: &Attunectl, session: &str) {
    attunectl.refused(&["session", "note", session], 1, "not_found");
    let note = attunectl.ok(&["session", "draft", session]);
    insta::assert_json_snapshot!("note", shape(&note));
    let version = note["version"].to_string();
    let remark = attunectl.write("remark.txt", "Discussed by telephone the day after.\n");
    assert_eq!(
        attunectl.run(&["session", "addendum", session, &remark]).code,
        1,
        "only signed notes have addenda"
    );
    attunectl.refused(&["session", "sign", session, "--version", "99"], 1, "conflict");
    let signed = attunectl.ok(&["session", "sign", session, "--version", &version]);
    assert_eq!(signed["status"], "signed", "the note is signed");
    attunectl.refused(&["session", "draft", session], 1, "signed");
    let remarked = attunectl.ok(&["session", "addendum", session, &remark]);
    let text = remarked.pointer("/addenda/0/text").and_then(Value::as_str);
    assert_eq!(text, Some("Discussed by telephone the day after."), "the addendum is kept");

    std::fs::create_dir(attunectl.path("out")).unwrap();
    let export = [
        "session", "export", session, "--out", "out", "--format", "pdf", "--format", "markdown", "--format",
        "json",
    ];
    let files = attunectl.ok(&export);
    let paths: Vec<_> =
        files.as_array().unwrap().iter().map(|f| attunectl.path(f["path"].as_str().unwrap())).collect();
    assert_eq!(paths.len(), 3, "three formats are three files");
    assert!(std::fs::read(&paths[0]).unwrap().starts_with(b"%PDF-"), "the first is a PDF");
    let markdown = std::fs::read_to_string(&paths[1]).unwrap();
    assert!(
        markdown.contains("Subjective") && markdown.contains("Discussed by telephone"),
        "the whole note is there"
    );
    serde_json::from_slice::<Value>(&std::fs::read(&paths[2]).unwrap()).expect("the third is JSON");
    attunectl.refused(&export, 1, "storage");
}

fn audit(attunectl: &Attunectl) {
    let verdict = attunectl.ok(&["audit", "verify"]);
    assert_eq!(verdict["verdict"], "intact", "the log of all this is whole");
    let checkpoint = attunectl.ok(&["audit", "checkpoint"]);
    let mut kept = checkpoint.clone();
    let path = attunectl.write("checkpoint.json", &checkpoint.to_string());
    attunectl.ok(&["audit", "verify", "--checkpoint", &path]);
    kept["chain"] = Value::String("0".repeat(64));
    let forged = attunectl.write("forged.json", &kept.to_string());
    let verdict = attunectl.run(&["audit", "verify", "--checkpoint", &forged]);
    assert_eq!(
        (verdict.code, verdict.json()["verdict"].as_str()),
        (5, Some("broken")),
        "another chain is found out"
    );
    let list = attunectl.ok(&["audit", "list", "--limit", "500"]);
    let text = list.to_string();
    assert!(!text.contains("Robin") && !text.contains("ashamed"), "the log holds no clinical text");
    assert!(
        text.contains("consent_missing") && text.contains("notes.sign"),
        "refusals and changes are logged"
    );
}

#[test]
fn any_command_can_be_called_by_its_wire_name() {
    let (attunectl, _) = Attunectl::with_vault();
    let session = attunectl.session_with_consents();
    let status = attunectl.ok(&["call", "vault.status", "--locked"]);
    assert_eq!(status["state"], "locked", "without opening the vault it is locked");
    let body = format!(r#"{{"session_id":"{session}","source":{{"path":"{}"}}}}"#, fixture("session-a.flac"));
    let result = attunectl.ok(&["call", "recordings.import", &body]);
    assert!(result["recording"].is_string(), "a job is awaited, not cut off: {result}");
    let shown = attunectl.ok(&["session", "show", &session]);
    assert_eq!(shown["recordings"].as_array().map(Vec::len), Some(1), "and what it made is there");
    attunectl.refused(&["call", "vault.open_everything"], 2, "bad_call");
    attunectl.refused(&["call", "clients.list", "{"], 2, "bad_call");
    attunectl.refused(&["call", "clients.get", r#"{"client_id":7}"#], 2, "bad_call");
    let added = attunectl.ok(&["sample-data"]);
    assert!(!added["clients"].as_array().unwrap().is_empty(), "sample clients are added");
}

#[test]
fn the_demo_runs_the_main_job_and_replaces_only_itself() {
    let attunectl = Attunectl::new();
    let demo = attunectl.ok(&["demo"]);
    insta::assert_json_snapshot!("demo", shape(&demo));
    assert_eq!(demo["audit"]["verdict"], "intact", "its log is whole");
    assert_eq!(demo["note"]["status"], "signed", "its note is signed");
    assert!(
        demo["model"].as_str().is_some_and(|name| name.contains("Demo model")),
        "the model is called a demo"
    );
    let sentences = demo.pointer("/note/sections/0/sentences").and_then(Value::as_array).unwrap();
    let grounded = |s: &Value| s["not_assessed"] == true || !s["evidence"].as_array().unwrap().is_empty();
    assert!(sentences.iter().all(grounded), "every sentence stands on something or says it was not assessed");
    assert!(!attunectl.data_dir().exists(), "the person's own vault is not touched");
    let passphrase = demo["passphrase"].as_str().unwrap();
    let opens = ["--data-dir", "demo-out/data", "--passphrase-stdin", "vault", "unlock-check"];
    assert_eq!(
        attunectl.run_with(&opens, &[], passphrase).code,
        0,
        "the printed passphrase opens the demo's vault"
    );

    let before = names(&attunectl.path("demo-out"));
    attunectl.ok(&["demo"]);
    assert_eq!(names(&attunectl.path("demo-out")), before, "a second demo replaces the first");
    std::fs::create_dir(attunectl.path("mine")).unwrap();
    std::fs::write(attunectl.path("mine/thesis.txt"), "x").unwrap();
    attunectl.refused(&["demo", "--out", "mine"], 1, "invalid");
    assert_eq!(names(&attunectl.path("mine")), ["thesis.txt"], "a folder of someone else's is left alone");
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
