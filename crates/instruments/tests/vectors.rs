//! Scores against vectors: a few computed by hand from the published rules, and the shared set.

#![allow(clippy::unwrap_used)] // the helpers of a test may fail it

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use clinical::screening::{Answers, Instrument, Score, SubscaleValue, check_answers, score};
use serde_json::{Map, Value, json};

/// A score in the form in which vectors expect it.
fn view(score: &Score) -> Value {
    let number = |value: f64| json!((value * 10_000.0).round() / 10_000.0);
    let subscales = score.subscales.iter().map(|(id, value)| {
        let value = match value {
            None => Value::Null,
            Some(SubscaleValue::Number(value)) => number(*value),
            Some(SubscaleValue::Boolean(yes)) => json!(yes),
            Some(SubscaleValue::Category(name)) => json!(name),
        };
        (id.clone(), value)
    });
    json!({
        "complete": score.complete,
        "total": score.total.map(number),
        "severity": score.severity.map(|severity| severity.as_str()),
        "subscales": subscales.collect::<Map<_, _>>(),
        "critical": score.critical.iter().map(|answer| &answer.item).collect::<Vec<_>>(),
        "answered": score.answered,
        "missing": score.missing,
    })
}

/// Whole numbers are written with and without a decimal point; both are the same number.
fn as_floats(value: &Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64().unwrap()),
        Value::Array(values) => values.iter().map(as_floats).collect(),
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), as_floats(value))).collect(),
        other => other.clone(),
    }
}

/// The answers of a case; `fill` stands for every item it does not name.
fn answers(instrument: &Instrument, case: &Value) -> Answers {
    let given = case["answers"].as_object().unwrap();
    let named = given.iter().filter_map(|(id, value)| Some((id.clone(), value.as_f64()?)));
    let others = instrument.items.iter().filter(|item| !given.contains_key(&item.id));
    others.filter_map(|item| Some((item.id.clone(), case["fill"].as_f64()?))).chain(named).collect()
}

fn check(instrument: &Instrument, case: &Value) {
    let note = &case["note"];
    let answers = answers(instrument, case);
    check_answers(instrument, &answers).unwrap_or_else(|error| panic!("{} {note}: {error}", instrument.id));
    let got = view(&score(instrument, &answers));
    for (key, expected) in case["expected"].as_object().unwrap() {
        let got = as_floats(&got[key]);
        assert_eq!(
            got,
            as_floats(expected),
            "{} {note}: {key} is what the published rule gives",
            instrument.id
        );
    }
}

#[test]
fn hand_computed_scores() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("vectors.json")).unwrap();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &cases {
        let id = case["instrument"].as_str().unwrap();
        check(instruments::find(id).unwrap(), case);
        *seen.entry(id).or_default() += 1;
    }
    for instrument in instruments::bundled() {
        assert!(seen.contains_key(instrument.id.as_str()), "{} has a score computed by hand", instrument.id);
    }
}

#[test]
fn shared_vectors_pass_exactly() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/instruments");
    if !folder.is_dir() {
        println!("skipped: shared data absent");
        return;
    }
    let mut count = 0;
    for entry in fs::read_dir(folder.join("vectors")).unwrap() {
        let file: Value = serde_json::from_slice(&fs::read(entry.unwrap().path()).unwrap()).unwrap();
        let id = file["instrument"].as_str().unwrap();
        let text = fs::read_to_string(folder.join(format!("{id}.json"))).unwrap();
        let instrument = instruments::parse_pack(&text).unwrap_or_else(|error| panic!("{id}: {error}"));
        match instruments::find(id) {
            Some(bundled) => assert_eq!(*bundled, instrument, "{id}: the shipped pack is the shared one"),
            None => assert!(!instrument.licence.bundle, "{id}: what may be shipped is shipped"),
        }
        for case in file["cases"].as_array().unwrap() {
            assert_eq!(
                case["expected"].as_object().unwrap().len(),
                7,
                "{id}: a vector gives the whole score"
            );
            check(&instrument, case);
            count += 1;
        }
    }
    assert!(count >= 900, "{count} vectors are fewer than there should be");
}
