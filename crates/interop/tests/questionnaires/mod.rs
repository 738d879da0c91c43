//! Questionnaires with wording of our own, and what is asked about the instruments made of them.
#![allow(dead_code, unreachable_pub, reason = "each test uses a part of this module")]

use clinical::screening::{Answers, Circumstances, Instrument, applicable};
use interop::fhir::{ImportError, import_questionnaire};
use serde_json::{Value, json};

pub const ORDINAL: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
pub const WEIGHT: &str = "http://hl7.org/fhir/StructureDefinition/itemWeight";
pub const CALCULATED: &str =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
pub const VARIABLE: &str = "http://hl7.org/fhir/StructureDefinition/variable";
pub const STATEMENT: &str = "Written permission of the author, 3 May 2026.";

/// The pack’s text, and the instrument that the reader of packs makes of it.
pub fn import(questionnaire: &Value) -> Result<Instrument, ImportError> {
    let pack = import_questionnaire(&questionnaire.to_string(), "sleep", STATEMENT)?;
    Ok(instruments::parse_pack(&pack).unwrap_or_else(|error| panic!("the pack is read: {error}\n{pack}")))
}

pub fn refusal(questionnaire: &Value) -> String {
    import(questionnaire).expect_err("it is refused").to_string()
}

pub fn form(items: Vec<Value>) -> Value {
    json!({
        "resourceType": "Questionnaire",
        "url": "http://example.org/Questionnaire/rest",
        "name": "RestScale",
        "title": "A scale of rest",
        "version": "2.1",
        "status": "active",
        "language": "en",
        "copyright": "© The authors",
        "item": items,
    })
}

pub fn option(code: &str, label: &str, extension: &str, points: f64) -> Value {
    json!({
        "extension": [{ "url": extension, "valueDecimal": points }],
        "valueCoding": { "system": "urn:example", "code": code, "display": label },
    })
}

/// A question with four answers from 0 to 3.
pub fn question(link: &str) -> Value {
    let labels = ["Never", "Now and then", "Often", "Always"];
    let options =
        labels.iter().enumerate().map(|(at, label)| option(&format!("a{at}"), label, ORDINAL, at as f64));
    json!({
        "linkId": link,
        "type": "choice",
        "text": format!("How rested were you, {link}?"),
        "answerOption": options.collect::<Vec<_>>(),
    })
}

pub fn with(mut item: Value, name: &str, value: Value) -> Value {
    item[name] = value;
    item
}

pub fn computed(link: &str, expression: &str) -> Value {
    json!({
        "linkId": link,
        "type": "decimal",
        "text": "Score",
        "readOnly": true,
        "extension": [{
            "url": CALCULATED,
            "valueExpression": { "language": "text/fhirpath", "expression": expression },
        }],
    })
}

pub fn variable(name: &str, expression: &str) -> Value {
    json!({ "url": VARIABLE, "valueExpression": { "name": name, "language": "text/fhirpath", "expression": expression } })
}

pub fn answers(given: &[(&str, f64)]) -> Answers {
    given.iter().map(|(item, value)| ((*item).to_owned(), *value)).collect()
}

pub fn asked(instrument: &Instrument, given: &[(&str, f64)]) -> Vec<String> {
    let shown = applicable(instrument, &answers(given), &Circumstances::default());
    shown.into_iter().map(|item| item.id.clone()).collect()
}

/// Three questions, of which the last is not part of the score, beside one calculated by this expression.
pub fn scored_by(expression: &str) -> Instrument {
    let form = form(vec![question("q1"), question("q2"), question("other"), computed("total", expression)]);
    import(&form).unwrap_or_else(|error| panic!("{expression}: {error}"))
}
