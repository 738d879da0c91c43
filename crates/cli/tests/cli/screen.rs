//! `screen`: instruments and scores as a script sees them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::harness::Attunectl;

/// Whole numbers are written with and without a decimal point; both are the same number.
fn as_floats(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64().unwrap()),
        Value::Array(values) => values.iter().map(as_floats).collect(),
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), as_floats(value))).collect(),
        other => other.clone(),
    }
}

#[test]
fn shared_vectors_are_scored_in_one_batch() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/instruments");
    if !folder.is_dir() {
        println!("skipped: shared data absent");
        return;
    }
    let mut cases = Vec::new();
    let mut expected = Vec::new();
    let mut packs = BTreeMap::new();
    for entry in fs::read_dir(folder.join("vectors")).unwrap() {
        let file: Value = serde_json::from_slice(&fs::read(entry.unwrap().path()).unwrap()).unwrap();
        let instrument = file["instrument"].as_str().unwrap().to_owned();
        let pack = folder.join(format!("{instrument}.json"));
        for case in file["cases"].as_array().unwrap() {
            let id = format!("{instrument} {}", case["id"]);
            cases.push(json!({ "id": id, "instrument": instrument, "answers": case["answers"] }));
            let mut score = case["expected"].clone();
            score["id"] = json!(id);
            score["instrument"] = json!(instrument);
            expected.push(score);
        }
        packs.insert(instrument, pack.display().to_string());
    }
    let attunectl = Attunectl::new();
    let batch = attunectl.write("batch.json", &Value::Array(cases).to_string());
    let mut args = vec!["screen", "score", "--batch", &batch];
    packs.values().for_each(|pack| args.extend(["--pack", pack]));
    let got = attunectl.ok(&args);
    let got = got.as_array().unwrap();
    assert_eq!(got.len(), expected.len(), "one result for each case");
    for (got, expected) in got.iter().zip(&expected) {
        assert_eq!(as_floats(got), as_floats(expected), "the score is the published one, in its place");
    }
    assert!(!attunectl.data_dir().exists(), "scoring needs no vault, and makes none");
}

#[test]
fn one_form_is_scored_from_the_arguments_or_a_file() {
    let attunectl = Attunectl::new();
    let answers = r#"{"q1":1,"q2":2,"q3":null,"q4":0,"q5":2,"q6":0,"q7":1,"q8":4,"q9":0,"q10":3}"#;
    let score = |answers: &str| {
        attunectl.run_with(
            &["screen", "score", "--instrument", "core10", "--answers", answers],
            &[],
            r#"{"q6":2}"#,
        )
    };
    let expected = json!({
        "instrument": "core10",
        "complete": false,
        "total": 14.4444,
        "severity": "mild",
        "subscales": {},
        "critical": [],
        "answered": 9,
        "missing": ["q3"],
    });
    assert_eq!(score(answers).json(), expected, "10 × 13 ÷ 9");
    assert_eq!(score(&attunectl.write("answers.json", answers)).json(), expected, "a file does as well");
    assert_eq!(score("-").json()["critical"], json!(["q6"]), "and so does standard input");
    let plain = attunectl.command().args(["-q", "screen", "show", "asq"]).output().unwrap();
    assert!(plain.status.success(), "an instrument can be looked at");

    for (answers, code, refusal) in [
        (r#"{"q1":9}"#, 1, "invalid"),
        (r#"{"q1":"often"}"#, 1, "invalid"),
        (r#"{"q77":null}"#, 1, "invalid"),
        ("{", 4, "invalid"),
        ("no such file", 4, "invalid"),
    ] {
        let ended = score(answers);
        assert_eq!(
            (ended.code, ended.refusal().as_str()),
            (code, refusal),
            "{answers} is refused: {ended:?}"
        );
    }
    attunectl.refused(&["screen", "score", "--instrument", "xyz", "--answers", "{}"], 1, "not_found");
    attunectl.refused(&["screen", "score", "--instrument", "phq9"], 2, "bad_call");
    attunectl.refused(&["screen", "score"], 2, "bad_call");
    attunectl.refused(&["screen", "show", "xyz"], 1, "not_found");
}

#[test]
fn a_bad_case_is_told_in_its_place_and_stops_nothing() {
    let attunectl = Attunectl::new();
    let cases = json!([
        { "id": 1, "instrument": "gad7", "answers": { "q1": 3 } },
        { "id": "two", "instrument": "nothing", "answers": {} },
        { "id": 3, "instrument": "gad7", "answers": { "q1": 17 } },
        { "id": 4, "instrument": "gad7" },
        "no case",
        { "id": 6, "instrument": "pcptsd5", "answers": { "gate": 0 }, "note": "what is not known is passed over" },
    ]);
    let batch = attunectl.write("batch.json", &cases.to_string());
    let ended = attunectl.run(&["screen", "score", "--batch", &batch]);
    assert_eq!(ended.code, 1, "a batch with bad cases ends so: {ended:?}");
    let got = ended.json();
    let errors: Vec<_> = got.as_array().unwrap().iter().map(|case| case["error"].is_string()).collect();
    assert_eq!(errors, [false, true, true, true, true, false], "the others are scored");
    assert_eq!(got[1]["id"], "two", "a bad case keeps its id");
    assert!(!got[2]["error"].as_str().unwrap().contains("17"), "answers are not repeated");
    assert_eq!(got[5]["total"], json!(0), "what follows a bad case is scored");

    for text in ["", "{}", "[", &"[".repeat(100_000)] {
        let file = attunectl.write("bad.json", text);
        attunectl.refused(&["screen", "score", "--batch", &file], 4, "invalid");
        attunectl.refused(&["screen", "list", "--pack", &file], 4, "invalid");
    }
}

#[test]
fn instruments_are_listed_and_packs_come_in_beside_them() {
    let attunectl = Attunectl::new();
    let list = attunectl.ok(&["screen", "list"]);
    assert_eq!(list.as_array().unwrap().len(), 20, "all instruments of the program");
    let packs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../instruments/packs");
    let gad7 = fs::read_to_string(packs.join("gad7.json")).unwrap();
    let own = attunectl.write("own.json", &gad7.replacen("\"gad7\"", "\"own7\"", 1));
    let list = attunectl.ok(&["screen", "list", "--pack", &own, "--pack", &own]);
    let own7 = list.as_array().unwrap().iter().find(|one| one["id"] == "own7");
    assert_eq!(own7.unwrap()["bundled"], false, "the pack is there, and not shipped");
    let shown = attunectl.ok(&["screen", "show", "own7", "--pack", &own]);
    assert_eq!(shown["items"].as_array().unwrap().len(), 7, "it can be looked at");
    let changed = attunectl.write("changed.json", &gad7.replacen("Not at all", "Never", 1));
    attunectl.refused(&["screen", "list", "--pack", &changed], 1, "conflict");
}
