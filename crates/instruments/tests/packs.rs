//! Packs that must not come in, and what the shipped ones promise.

#![allow(clippy::unwrap_used)] // the helpers of a test may fail it

use std::fs;
use std::path::Path;

use instruments::{BATTERIES, PackError, SLOTS, bundled, find, parse_bundled, parse_pack};
use serde_json::{Value, json};

fn pack(id: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("packs/{id}.json"));
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

/// The pack with one place changed; `Null` at a key takes the key away.
fn changed(id: &str, pointer: &str, value: &Value) -> String {
    let mut pack = pack(id);
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match pack.pointer_mut(parent).unwrap() {
        Value::Object(map) if value.is_null() => {
            map.remove(key).unwrap();
        }
        Value::Object(map) => {
            map.insert(key.to_owned(), value.clone());
        }
        Value::Array(list) => match key.parse::<usize>() {
            Ok(at) if value.is_null() => {
                list.remove(at);
            }
            Ok(at) => list[at] = value.clone(),
            Err(_) => list.push(value.clone()),
        },
        _ => panic!("{pointer} leads nowhere"),
    }
    pack.to_string()
}

#[test]
fn faults_are_refused_and_named() {
    let compare = |item: &str| json!({"item": item, "op": "==", "value": 1});
    let mut deep = compare("q1");
    for _ in 0..40 {
        deep = json!({"all": [deep]});
    }
    let many: Vec<_> = (0..5_000).map(|_| compare("q1")).collect();
    let band = |min: f64, max: f64| json!({"min": min, "max": max, "label": "B", "severity": "mild"});
    let item = |id: &str| json!({"id": id, "text": "T", "options": "freq"});
    let cases: Vec<(&str, &str, Value, &str)> = vec![
        ("gad7", "/surprise", json!(1), "unknown field"),
        ("gad7", "/items/2/surprise", json!(1), "unknown field"),
        ("gad7", "/title", Value::Null, "missing field"),
        ("gad7", "/title", json!("  "), "title: a text is empty"),
        ("gad7", "/id", json!("gad 7"), "is no id"),
        ("gad7", "/dimensions/0", json!("happiness"), "there is no dimension"),
        ("gad7", "/items/2/id", json!("q1"), "stands there twice"),
        ("gad7", "/items/2/options", json!("missing"), "item q3: there is no list of options"),
        ("gad7", "/items/2/text", json!("x".repeat(5_000)), "item q3: a text has more than"),
        ("gad7", "/items/2/text", json!("\u{1b}[2J"), "control characters"),
        ("gad7", "/items/2/loinc", json!("12345"), "is no LOINC code"),
        ("gad7", "/items/2/show_if", compare("q99"), "there is no item “q99”"),
        ("gad7", "/items/2/show_if", compare("q3"), "depends on itself"),
        ("gad7", "/items/2/show_if", deep, "too many conditions"),
        ("gad7", "/items/2/show_if", json!({"any": many}), "too many conditions"),
        ("gad7", "/items/2/show_if", json!({"any": []}), "a list of conditions is empty"),
        ("gad7", "/items/2/show_if", json!({"item": "q1", "op": "~", "value": 1}), "operator"),
        ("gad7", "/items/2/show_if", json!({"item": "q1", "all": []}), "a condition is item with"),
        ("gad7", "/items/2/show_if", json!({"applies": "anyone"}), "applies is none of"),
        ("gad7", "/items/2/critical", json!({"when": ">=4", "reason": "R"}), "no option meets"),
        ("gad7", "/items/2/critical", json!({"when": "often", "reason": "R"}), "an operator and a number"),
        ("gad7", "/items/2/recode", json!({"0": 1, "1": 2}), "must name every option once"),
        ("gad7", "/items/2/recode", json!({"a": 1}), "is no number"),
        ("gad7", "/items/2/when_hidden", json!(1), "it is never hidden"),
        ("gad7", "/items", Value::Array((0..501).map(|at| item(&at.to_string())).collect()), "501 entries"),
        ("gad7", "/options/freq/1/value", json!(0), "stands there twice"),
        ("gad7", "/options/freq/3/value", json!(5), "totals go from 0 to 35"),
        ("gad7", "/options/freq/3/value", json!(1e12), "no number that can be used"),
        ("gad7", "/options/freq/3/value", json!("3"), "invalid type"),
        ("gad7", "/scoring/method", json!("product"), "the method is none of"),
        ("gad7", "/scoring/method", json!("algorithm"), "no algorithm gives a total"),
        ("gad7", "/scoring/min", json!(30), "min is not below max"),
        ("gad7", "/scoring/rule", json!("no_rule"), "no rule has this name"),
        ("gad7", "/scoring/rule", json!("phq4_halves"), "is not there"),
        ("gad7", "/bands/1", Value::Null, "there is a gap"),
        ("gad7", "/bands/1", band(3.0, 9.0), "overlaps"),
        ("gad7", "/bands/1", band(9.0, 5.0), "ends before it starts"),
        ("gad7", "/bands/0", Value::Null, "least to the greatest"),
        ("gad7", "/bands/3", Value::Null, "least to the greatest"),
        ("gad7", "/bands/1/severity", json!("awful"), "severity"),
        ("gad7", "/change/reliable", json!(-4), "above 0"),
        ("gad7", "/change/source", json!(null), "a threshold needs its source"),
        ("core10", "/scoring/prorate/max_missing", json!(10), "max_missing needs"),
        ("core10", "/scoring/prorate/min_answered", json!(3), "max_missing or min_answered"),
        ("rand36", "/items/0/reverse", json!(true), "reversed and recoded"),
        ("rand36", "/scoring/subscales/0/items/0", json!("q99"), "subscale physical: there is no item"),
        ("rand36", "/scoring/subscales/0/items/0", json!("q4"), "stands there twice"),
        ("rand36", "/scoring/subscales/0/method", json!("median"), "its method is none of"),
        ("rand36", "/scoring/subscales/0/type", json!("boolean"), "items give a number"),
        ("rand36", "/scoring/subscales/1/id", json!("physical"), "stands there twice"),
        ("phq9", "/scoring/subscales/1", Value::Null, "which is not there"),
        ("phq9", "/scoring/subscales/2/values/0", json!("nothing"), "not those of the rule"),
        ("phq9", "/id", json!("own9"), "no rule is known that gives it"),
        ("asq", "/options/yesno/0/value", json!(2), "needs answers from 0 to 1"),
        ("asq", "/items/0/id", json!("first"), "there is no item “q1”"),
        ("asq", "/bands/0/min", json!(-1), "least to the greatest"),
        ("auditc", "/bands/2/when", json!({"sex": "other"}), "sex is male or female"),
    ];
    for (id, pointer, value, expected) in cases {
        let said = match parse_pack(&changed(id, pointer, &value)) {
            Ok(_) => panic!("{id} {pointer}: a fault came in"),
            Err(error) => error.to_string(),
        };
        assert!(said.contains(expected), "{id} {pointer}: “{said}” names the fault");
        assert!(said.chars().count() < 500, "{id} {pointer}: the message can be read");
    }
}

#[test]
fn circles_of_conditions_are_refused_however_long() {
    let mut pack = pack("gad7");
    for at in 0..7 {
        let next = format!("q{}", (at + 1) % 7 + 1);
        pack["items"][at]["show_if"] = json!({"any": [{"item": next, "op": ">", "value": 0}]});
    }
    let said = parse_pack(&pack.to_string()).unwrap_err().to_string();
    assert!(said.contains("depends on itself"), "{said}");
}

#[test]
fn what_is_no_pack_is_refused() {
    let nested = "[".repeat(200_000);
    let conditions = format!("{{\"items\":[{{\"show_if\":{}", "{\"all\":[".repeat(100_000));
    let twice = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/gad7.json"))
        .unwrap()
        .replacen("\"freq\": [", "\"freq\": [], \"freq\": [", 1);
    for text in ["", "null", "[]", "{}", "{\"id\":1}", "\u{0}", &nested, &conditions, &twice] {
        let error = parse_pack(text).unwrap_err();
        assert!(matches!(error, PackError::Form { .. }), "{error} tells of the form");
    }
    let error = parse_pack(&" ".repeat(2 << 20)).unwrap_err();
    assert!(matches!(error, PackError::TooLarge { .. }), "{error}");
}

#[test]
fn only_what_may_be_shipped_passes_the_build() {
    for class in ["noncommercial", "registration", "permission-required", "unknown"] {
        let text = changed("gad7", "/licence/class", &json!(class));
        assert!(parse_pack(&text).is_ok(), "{class}: a practice may hold it");
        let error = parse_bundled(&text).unwrap_err();
        assert!(error.to_string().contains(class), "{class}: it is not shipped: {error}");
    }
    let error = parse_bundled(&changed("gad7", "/licence/bundle", &json!(false))).unwrap_err();
    assert!(matches!(error, PackError::Licence { .. }), "what says that it is not shipped is not: {error}");
    let no_credit = changed("gad7", "/licence/attribution", &json!(""));
    assert!(parse_pack(&no_credit).is_err(), "a pack without its credit cannot show it");
}

#[test]
fn shipped_instruments_sets_and_places_hold_together() {
    assert_eq!(bundled().len(), 20, "all that may be shipped is");
    for flagged in ["cage", "asrs_a", "dar5", "ucla3", "bgq"] {
        assert!(find(flagged).is_none(), "{flagged} is not shipped");
    }
    for battery in BATTERIES {
        for id in battery.instruments.iter().chain(battery.step_ups.iter().map(|step| &step.give)) {
            assert!(find(id).is_some(), "{}: {id} is shipped", battery.id);
        }
        for step in battery.step_ups {
            assert!(battery.instruments.contains(&step.after), "{}: {} is given", battery.id, step.after);
        }
    }
    let weekly = BATTERIES.iter().find(|battery| battery.id == "weekly").unwrap();
    for id in weekly.instruments {
        assert!(find(id).unwrap().change.reliable.is_some(), "{id}: weekly measures show change");
    }
    let slots: Vec<_> = SLOTS.iter().map(|slot| slot.id).collect();
    let expected = ["sleep", "ocd", "social_anxiety", "bipolar", "perceived_stress", "burnout", "perinatal"];
    assert_eq!(slots, expected, "the places for licensed instruments");
}
