//! Exports, read back by an independent reader of FHIR R4 and held against what its types do not know.

mod sample;

use std::collections::{BTreeMap, BTreeSet};

use clinical::screening::Answers;
use fhirkit::r4::Bundle;
use interop::fhir::export;
use interop::{Patient, ResultsExport};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What is wrong with a bundle: first by the independent reader, then by the rules that its types cannot hold.
fn faults(bundle: &Value) -> Vec<String> {
    let mut faults = refused(bundle);
    empty_values(bundle, "Bundle", &mut faults);
    let entries = entries(bundle);
    let ids: BTreeMap<&str, &Value> =
        entries.iter().map(|entry| (text(&entry["fullUrl"]), &entry["resource"])).collect();
    let mut check = |fine: bool, fault: String| {
        if !fine {
            faults.push(fault);
        }
    };
    check(bundle["type"] == "collection", "Bundle.type".to_owned());
    check(ids.len() == entries.len(), "a fullUrl stands there twice".to_owned());
    for (url, resource) in &ids {
        let kind = text(&resource["resourceType"]);
        check(*url == format!("urn:uuid:{}", text(&resource["id"])), format!("fullUrl and id of {url}"));
        for reference in references(resource) {
            let target = ids.get(text(&reference["reference"])).map(|target| &target["resourceType"]);
            check(target == Some(&reference["type"]), format!("{kind}: {reference} leads nowhere"));
        }
        match kind {
            "Patient" => {}
            "QuestionnaireResponse" => response_faults(resource, &mut check),
            "Observation" => observation_faults(resource, &ids, &mut check),
            _ => check(false, format!("{kind} was not to be exported")),
        }
    }
    faults
}

/// What fhirkit, made from the published definitions of R4, has against a bundle.
fn refused(bundle: &Value) -> Vec<String> {
    let (read, issues) = fhirkit::from_json::<Bundle>(&bundle.to_string()).expect("JSON");
    let mut faults: Vec<String> = issues.iter().map(ToString::to_string).collect();
    match read {
        Some(read) => {
            let written: Value = serde_json::from_str(&fhirkit::to_json(&read)).expect("JSON");
            if written != *bundle {
                faults.push("it is not written back as it was".to_owned());
            }
        }
        None => faults.push("it is no Bundle".to_owned()),
    }
    faults
}

/// FHIR knows no null, no empty list, object or text (<https://hl7.org/fhir/R4/json.html>).
fn empty_values(value: &Value, place: &str, faults: &mut Vec<String>) {
    let empty = match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(values) => {
            values.iter().for_each(|value| empty_values(value, place, faults));
            values.is_empty()
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| empty_values(value, name, faults));
            fields.is_empty()
        }
        Value::Bool(_) | Value::Number(_) => false,
    };
    if empty {
        faults.push(format!("{place} is empty"));
    }
}

fn response_faults(response: &Value, check: &mut impl FnMut(bool, String)) {
    let status = text(&response["status"]);
    // Required binding, https://hl7.org/fhir/R4/valueset-questionnaire-answers-status.html
    let statuses = ["in-progress", "completed", "amended", "entered-in-error", "stopped"];
    check(statuses.contains(&status), format!("QuestionnaireResponse.status {status}"));
    check(response["subject"].is_object() && response["authored"].is_string(), "whose and when".to_owned());
    let mut links = BTreeSet::new();
    for item in items(response) {
        check(links.insert(text(&item["linkId"])), format!("linkId {} twice", item["linkId"]));
        check(
            item.get("item").is_none() || item.get("answer").is_none(),
            "qrs-1: items and answers".to_owned(),
        );
        for answer in item["answer"].as_array().into_iter().flatten() {
            check(
                answer["valueCoding"]["extension"][0]["valueDecimal"].is_number(),
                "an answer without value".to_owned(),
            );
        }
    }
}

fn observation_faults(
    observation: &Value,
    ids: &BTreeMap<&str, &Value>,
    check: &mut impl FnMut(bool, String),
) {
    let place = text(&observation["code"]["text"]);
    // Required binding, https://hl7.org/fhir/R4/valueset-observation-status.html
    check(observation["status"] == "final", format!("{place}: status"));
    let category = &observation["category"][0]["coding"][0];
    let survey = category["code"] == "survey"
        && category["system"] == "http://terminology.hl7.org/CodeSystem/observation-category";
    check(survey, format!("{place}: category"));
    check(observation["effectiveDateTime"].is_string(), format!("{place}: when"));
    let values =
        observation.as_object().expect("an object").keys().filter(|key| key.starts_with("value")).count();
    let absent = observation.get("dataAbsentReason").is_some();
    let members = observation["hasMember"].as_array().map_or(0, Vec::len);
    check(values == 0 || !absent, format!("{place}: obs-6, a value and a reason for its absence"));
    check(
        values + members > 0 || absent,
        format!("{place}: us-core-2, neither value nor members nor a reason"),
    );
    let form = ids.get(text(&observation["derivedFrom"][0]["reference"])).map(|form| &form["resourceType"]);
    check(form == Some(&json!("QuestionnaireResponse")), format!("{place}: derivedFrom"));
    for member in observation["hasMember"].as_array().into_iter().flatten() {
        let member = ids.get(text(&member["reference"])).copied().unwrap_or(&Value::Null);
        check(
            member["derivedFrom"] == observation["derivedFrom"],
            format!("{place}: a member of another form"),
        );
    }
}

fn entries(bundle: &Value) -> Vec<&Value> {
    bundle["entry"].as_array().into_iter().flatten().collect()
}

fn resources<'b>(bundle: &'b Value, kind: &str) -> Vec<&'b Value> {
    entries(bundle)
        .into_iter()
        .map(|entry| &entry["resource"])
        .filter(|r| r["resourceType"] == kind)
        .collect()
}

fn observation<'b>(bundle: &'b Value, code: &str) -> &'b Value {
    let own = |each: &&Value| {
        each["code"]["coding"].as_array().into_iter().flatten().any(|coding| coding["code"] == code)
    };
    resources(bundle, "Observation")
        .into_iter()
        .find(own)
        .unwrap_or_else(|| panic!("there is an observation {code}"))
}

fn references(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(values) => values.iter().flat_map(references).collect(),
        Value::Object(fields) if fields.contains_key("reference") => vec![value],
        Value::Object(fields) => fields.values().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

/// All items of a response, at any depth.
fn items(value: &Value) -> Vec<&Value> {
    let own = value["item"].as_array().into_iter().flatten();
    own.flat_map(|item| [vec![item], items(item)].concat()).collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn varied_results_are_valid() {
    let forms = sample::varied();
    for results in [sample::results(&forms), sample::sitting(&forms)] {
        let faults = faults(&export(&results));
        assert!(faults.is_empty(), "no faults: {faults:#?}");
    }
}

#[test]
fn a_finished_form_is_completed_and_its_codes_are_those_of_the_pack() {
    let forms = sample::varied();
    let bundle = export(&sample::results(&forms[..1]));
    let response = resources(&bundle, "QuestionnaireResponse")[0];
    assert_eq!(response["status"], "completed", "nothing is missing");
    assert_eq!(items(response).len(), 10, "every question was shown");
    let panel = observation(&bundle, "44249-1");
    assert_eq!(
        panel["hasMember"].as_array().map(Vec::len),
        Some(14),
        "total, three further scores, ten answers"
    );
    let total = observation(&bundle, "44261-6");
    assert_eq!(total["valueQuantity"]["value"], 11, "2+1+3+0+1+2+1+0+1");
    assert_eq!(total["interpretation"][0]["text"], "Moderate", "11 lies in the band from 10 to 14");
    let ninth = observation(&bundle, "44260-8");
    assert_eq!(ninth["valueCodeableConcept"]["text"], "Several days", "the words of the answer");
    assert!(text(&ninth["note"][0]["text"]).starts_with("Needs attention"), "it is said why it matters");
    let pack = &forms[0].instrument;
    let loinc = |bundle: &Value| -> BTreeSet<String> {
        let codings = resources(bundle, "Observation")
            .into_iter()
            .flat_map(|each| each["code"]["coding"].as_array().cloned().unwrap_or_default());
        codings
            .filter(|coding| coding["system"] == "http://loinc.org")
            .map(|coding| text(&coding["code"]).to_owned())
            .collect()
    };
    let known = pack.items.iter().filter_map(|item| item.loinc.clone());
    let known: BTreeSet<_> = known.chain(pack.loinc.panel.clone()).chain(pack.loinc.total.clone()).collect();
    assert_eq!(loinc(&bundle), known, "codes of LOINC are those of the pack");
    assert!(loinc(&export(&sample::results(&forms[2..3]))).is_empty(), "the ASQ has none, and gets none");
}

#[test]
fn gaps_stay_gaps() {
    let forms = sample::varied();
    let bundle = export(&sample::results(&forms[1..2]));
    let response = resources(&bundle, "QuestionnaireResponse")[0];
    assert_eq!(response["status"], "stopped", "it is partially filled out");
    let declined = items(response).into_iter().find(|item| item["linkId"] == "q3").expect("it was shown");
    assert_eq!(declined["extension"][0]["valueCode"], "asked-declined", "it was left out on purpose");
    let total = observation(&bundle, "phq9.total");
    assert!(
        total.get("valueQuantity").is_none() && total.get("interpretation").is_none(),
        "no total is invented"
    );
    assert_eq!(
        total["dataAbsentReason"]["text"], "Not scored: 6 answers that are needed are missing.",
        "said why"
    );
    assert_eq!(
        observation(&bundle, "phq9.q3")["dataAbsentReason"]["coding"][0]["code"],
        "asked-declined",
        "a refusal"
    );
    assert_eq!(observation(&bundle, "phq9.q5")["dataAbsentReason"]["coding"][0]["code"], "unknown", "a gap");
    let estimated = export(&sample::results(&forms[4..5]));
    assert_eq!(
        resources(&estimated, "QuestionnaireResponse")[0]["status"],
        "stopped",
        "one answer is missing"
    );
    let total = observation(&estimated, "core10.total");
    assert!(total["valueQuantity"]["value"].is_number(), "the publisher allows an estimate");
    assert!(text(&total["note"][0]["text"]).starts_with("Estimated"), "and it is called one");
}

#[test]
fn ids_are_stable_and_differ() {
    let forms = vec![sample::full("gad7"), sample::full("gad7")];
    let bundle = export(&sample::sitting(&forms));
    assert_eq!(bundle, export(&sample::sitting(&forms)), "the same twice");
    assert!(faults(&bundle).is_empty(), "one instrument twice at one sitting keeps its ids apart");
}

#[test]
fn names_and_times_of_any_kind_stay_valid() {
    let forms = sample::varied();
    for name in ["", " \n\t", "=cmd()", "\u{0}\u{7}", "Ελένη \u{202e} 日本", &"x".repeat(100_000)] {
        let patient = Patient { name: name.to_owned(), ..sample::patient() };
        let results = ResultsExport { patient, ..sample::results(&forms[..1]) };
        assert!(refused(&export(&results)).is_empty(), "{:?}", name.chars().take(9).collect::<String>());
    }
    let mut results = sample::results(&forms[..1]);
    results.screenings[0].completed_at = chrono::DateTime::<chrono::Utc>::MAX_UTC;
    results.generated_at = chrono::DateTime::<chrono::Utc>::MIN_UTC;
    results.patient.birth_date = Some(chrono::NaiveDate::MIN);
    assert!(refused(&export(&results)).is_empty(), "years that FHIR does not know are left out");
}

/// A change for the worse, and whether the independent reader alone must see it.
type Harm = (&'static str, bool, fn(&mut Value));

#[test]
fn broken_resources_are_refused() {
    let forms = sample::varied();
    let whole = export(&sample::results(&forms[..2]));
    assert!(faults(&whole).is_empty(), "it is whole at first");
    let harms: [Harm; 18] = [
        ("no status", true, |b| drop(object(&mut b["entry"][2]["resource"]).remove("status"))),
        ("no code", true, |b| drop(object(&mut b["entry"][2]["resource"]).remove("code"))),
        ("an unknown element", true, |b| b["entry"][2]["resource"]["severity"] = json!("high")),
        ("two values", true, |b| b["entry"][3]["resource"]["valueString"] = json!("11")),
        ("a number as text", true, |b| b["entry"][3]["resource"]["valueQuantity"]["value"] = json!("11")),
        ("no list", true, |b| b["entry"][2]["resource"]["category"] = json!({ "text": "survey" })),
        ("a time without zone", true, |b| {
            b["entry"][2]["resource"]["effectiveDateTime"] = json!("2026-11-01T09:30:00")
        }),
        ("a day that is none", true, |b| b["entry"][0]["resource"]["birthDate"] = json!("1990-3-2")),
        ("no linkId", true, |b| drop(object(&mut b["entry"][1]["resource"]["item"][0]).remove("linkId"))),
        ("an id with spaces", false, |b| b["entry"][0]["resource"]["id"] = json!("a b")),
        ("no type of bundle", true, |b| drop(object(b).remove("type"))),
        ("an empty list", false, |b| b["entry"][2]["resource"]["note"] = json!([])),
        ("a status that is none", false, |b| b["entry"][1]["resource"]["status"] = json!("finished")),
        ("a reference into nothing", false, |b| {
            b["entry"][2]["resource"]["subject"]["reference"] =
                json!("urn:uuid:00000000-0000-0000-0000-000000000000");
        }),
        ("a value and its absence", false, |b| {
            b["entry"][3]["resource"]["dataAbsentReason"] = json!({ "text": "?" })
        }),
        ("neither value nor reason", false, |b| {
            drop(object(&mut b["entry"][3]["resource"]).remove("valueQuantity"))
        }),
        ("another category", false, |b| {
            b["entry"][2]["resource"]["category"][0]["coding"][0]["code"] = json!("exam")
        }),
        ("one resource twice", false, |b| {
            let again = b["entry"][2].clone();
            b["entry"].as_array_mut().expect("entries").push(again);
        }),
    ];
    for (what, by_reader, harm) in harms {
        let mut broken = whole.clone();
        harm(&mut broken);
        assert_ne!(broken, whole, "{what} changes something");
        assert!(!faults(&broken).is_empty(), "{what} is refused");
        assert!(!by_reader || !refused(&broken).is_empty(), "{what} is refused by the independent reader");
    }
}

fn object(value: &mut Value) -> &mut serde_json::Map<String, Value> {
    value.as_object_mut().expect("an object")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answers_to_any_instrument_give_valid_exports(
        which in any::<prop::sample::Index>(),
        marks in prop::collection::vec((any::<prop::sample::Index>(), 0u8..4), 60),
    ) {
        let instrument = which.get(instruments::bundled());
        let mut answers = Answers::new();
        let mut declined = Vec::new();
        for (item, (option, how)) in instrument.items.iter().zip(&marks) {
            match how {
                0 => declined.push(item.id.clone()),
                // What is no option counts as not given.
                1 => drop(answers.insert(item.id.clone(), -17.25)),
                _ => drop(answers.insert(item.id.clone(), option.get(instrument.options(item)).value)),
            }
        }
        let forms = [sample::Filled::of(instrument, answers, declined)];
        let bundle = export(&sample::results(&forms));
        prop_assert_eq!(faults(&bundle), Vec::<String>::new(), "{} is valid", instrument.id);
        let score = &forms[0].score;
        let status = if score.complete { "completed" } else { "stopped" };
        prop_assert_eq!(&resources(&bundle, "QuestionnaireResponse")[0]["status"], status);
        if instrument.scoring.has_total {
            let total = observation(&bundle, &format!("{}.total", instrument.id));
            let value = total["valueQuantity"]["value"].as_f64();
            let same = value.zip(score.total).map(|(one, other)| (one - other).abs() < 1e-4);
            prop_assert_eq!(same, score.total.map(|_| true), "the total is that of the score, or absent");
        }
    }
}
