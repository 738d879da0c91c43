//! What needs no vault: `transcribe`, `note draft`, wrong arguments, hostile files.

use std::path::Path;
use std::process::Stdio;

use serde_json::json;

use crate::harness::{Attunectl, fixture, shape};

#[test]
fn a_sample_session_becomes_text_and_the_text_a_draft() {
    let attunectl = Attunectl::new();
    let model = fixture("attune-tiny-therapy.bin");
    let ended =
        attunectl.run(&["transcribe", &fixture("session-a.flac"), "--model", &model, "--language", "en-GB"]);
    assert_eq!(ended.code, 0, "a sample session can be transcribed: {ended:?}");
    let text = ended.json();
    insta::assert_json_snapshot!("transcribe", shape(&text));
    assert!(ended.stderr.contains("Demo model"), "a demo model is called one: {}", ended.stderr);
    let segments = text["segments"].as_array().unwrap();
    for speaker in ["therapist", "client"] {
        assert!(segments.iter().any(|s| s["speaker"] == speaker), "the {speaker} has a channel and words");
    }

    let draft = attunectl.run_with(&["note", "draft", "--transcript", "-"], &[], &ended.stdout);
    assert_eq!(draft.code, 0, "the output of one is the input of the other: {draft:?}");
    insta::assert_json_snapshot!("note_draft", shape(&draft.json()));
    let draft = draft.json();
    let names: Vec<_> = draft["sections"].as_array().unwrap().iter().map(|s| s["name"].clone()).collect();
    assert_eq!(names, ["Subjective", "Objective", "Assessment", "Plan"], "a SOAP note has four sections");
    let evidence = draft.pointer("/sections/0/sentences/0/evidence/0").and_then(|index| index.as_u64());
    assert!(evidence.is_some_and(|index| index < segments.len() as u64), "evidence is the index of a turn");
    assert!(!attunectl.data_dir().exists(), "neither needs a vault, and neither makes one");
}

#[test]
fn one_channel_gives_no_speakers_and_a_quiet_call_says_nothing() {
    let attunectl = Attunectl::new();
    let model = fixture("attune-tiny-therapy.bin");
    let ended = attunectl.run(&["-q", "transcribe", &fixture("session-a-mono.flac"), "--model", &model]);
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "quiet means nothing on standard error");
    let text = ended.json();
    let segments = text["segments"].as_array().unwrap();
    assert!(!segments.is_empty(), "the session has words");
    assert!(segments.iter().all(|s| s["speaker"] == "unknown"), "one channel does not tell who speaks");
    assert_eq!(text["language"], "en", "an English model transcribes English");
}

#[test]
fn sound_that_cannot_be_used_is_refused_with_its_reason() {
    let attunectl = Attunectl::new();
    let model = fixture("attune-tiny-therapy.bin");
    let transcribe = |path: &str, refusal: &str| {
        attunectl.refused(&["transcribe", path, "--model", &model], 4, refusal);
    };
    transcribe("no such file.wav", "invalid");
    transcribe(&attunectl.write("empty.wav", ""), "unreadable_audio");
    transcribe(&attunectl.write("text.flac", "this is a letter and no sound"), "unreadable_audio");
    transcribe(attunectl.path("").to_str().unwrap(), "unreadable_audio");
    let whole = std::fs::read(fixture("session-a.flac")).unwrap();
    std::fs::write(attunectl.path("cut.flac"), &whole[..whole.len() / 2]).unwrap();
    transcribe(attunectl.path("cut.flac").to_str().unwrap(), "unreadable_audio");

    let malformed = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/audio/malformed");
    let Ok(entries) = std::fs::read_dir(malformed) else {
        println!("skipped: shared data absent");
        return;
    };
    for entry in entries {
        transcribe(entry.unwrap().path().to_str().unwrap(), "unreadable_audio");
    }
}

#[test]
fn models_that_cannot_be_used_are_refused_before_native_code_sees_them() {
    let attunectl = Attunectl::new();
    let sound = fixture("session-a.flac");
    let refused =
        |model: &str, refusal: &str| attunectl.refused(&["transcribe", &sound, "--model", model], 4, refusal);
    refused("no such model.bin", "invalid");
    refused(&attunectl.write("text.bin", "no model"), "model_unusable");
    let mut model = std::fs::read(fixture("attune-tiny-therapy.bin")).unwrap();
    // The number of text layers: native code would allocate by it.
    model[24..28].copy_from_slice(&u32::MAX.to_le_bytes());
    std::fs::write(attunectl.path("evil.bin"), &model).unwrap();
    refused(attunectl.path("evil.bin").to_str().unwrap(), "model_unusable");
    model.truncate(model.len() / 2);
    std::fs::write(attunectl.path("half.bin"), &model).unwrap();
    refused(attunectl.path("half.bin").to_str().unwrap(), "model_unusable");
}

#[test]
fn transcripts_are_taken_liberally_and_nonsense_is_refused() {
    let attunectl = Attunectl::new();
    let file = json!({ "turns": [
        { "speaker": "clinician", "text": "How did you sleep this week?" },
        { "speaker": "patient", "text": "I slept badly, maybe four hours a night." }
    ] });
    let path = attunectl.write("turns.json", &file.to_string());
    let draft = attunectl.ok(&["note", "draft", "--transcript", &path, "--format", "soap"]);
    assert_eq!(draft["format"], "soap", "the format is named");
    let text = draft.to_string();
    assert!(text.contains("four hours"), "what was said is in the note: {text}");
    let empty = attunectl.write("empty.json", "{\"turns\":[]}");
    let draft = attunectl.ok(&["note", "draft", "--transcript", &empty]);
    assert_eq!(
        draft["sections"].as_array().map(Vec::len),
        Some(4),
        "an empty session still has its sections"
    );

    for nonsense in ["", "{", "[1]", "{\"turns\":[{\"text\":1}]}", "{\"turns\":{}}"] {
        let path = attunectl.write("nonsense.json", nonsense);
        attunectl.refused(&["note", "draft", "--transcript", &path], 4, "invalid");
    }
    let deep = attunectl.write("deep.json", &format!("{{\"turns\":{}", "[".repeat(200_000)));
    attunectl.refused(&["note", "draft", "--transcript", &deep], 4, "invalid");
    std::fs::write(attunectl.path("latin.json"), b"{\"turns\":[{\"text\":\"caf\xe9\"}]}").unwrap();
    attunectl.refused(&["note", "draft", "--transcript", "latin.json"], 4, "invalid");
    attunectl.refused(&["note", "draft", "--transcript", "not there.json"], 4, "invalid");
}

#[test]
fn wrong_arguments_and_missing_passphrases_are_usage_errors() {
    let attunectl = Attunectl::new();
    attunectl.refused(&["vault", "explode"], 2, "bad_call");
    attunectl.refused(&["client", "show", "not-an-id"], 2, "bad_call");
    attunectl.refused(&["note", "draft", "--transcript", "x", "--format", "haiku"], 2, "bad_call");
    attunectl.refused(
        &["vault", "create", "--name", "X", "--passphrase", "on the command line"],
        2,
        "bad_call",
    );
    let nowhere = attunectl.run_with(&["vault", "create", "--name", "X", "--passphrase-stdin"], &[], "");
    assert_eq!(
        (nowhere.code, nowhere.refusal().as_str()),
        (2, "bad_call"),
        "an empty standard input has none"
    );
    let lost = attunectl.run_with(&["client", "list"], &[("ATTUNE_PASSPHRASE_FILE", "/not/there")], "");
    assert_eq!(
        (lost.code, lost.refusal().as_str()),
        (4, "invalid"),
        "a passphrase file that is lost is told"
    );
    attunectl.refused(&["client", "list"], 3, "no_vault");
    let help = attunectl.run(&["--help"]);
    assert!(help.code == 0 && help.stdout.contains("Exit codes"), "the exit codes are documented: {help:?}");
    let commands: Vec<_> = help.stdout.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(!commands.contains(&"worker"), "the worker is not for people");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let attunectl = Attunectl::new();
    let mut command = attunectl.command();
    command.args(["doctor"]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "nobody reads, and the work is done all the same");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(!stderr.contains("panicked"), "and nothing breaks: {stderr}");
}

#[test]
fn the_doctor_finds_a_sound_installation_and_its_shape_is_stable() {
    let attunectl = Attunectl::new();
    let report = attunectl.ok(&["doctor"]);
    insta::assert_json_snapshot!("doctor", shape(&report));
    let state = |name: &str| {
        let checks = report["checks"].as_array().unwrap();
        checks.iter().find(|check| check["name"] == name).map(|check| check["state"].clone())
    };
    for name in ["cipher", "speech_worker", "vault", "samples"] {
        assert_eq!(state(name), Some(json!("ok")), "{name} is sound here: {report}");
    }
    std::fs::create_dir_all(attunectl.data_dir()).unwrap();
    std::fs::write(attunectl.data_dir().join("copy.db"), b"SQLite format 3\0and so on").unwrap();
    let report = attunectl.run(&["doctor"]);
    assert_eq!(report.code, 1, "a database in the clear is found: {report:?}");
    assert_eq!(report.json()["ok"], false, "and the whole is not sound");
}
