//! Parts of FHIR resources that stand in several places.

use chrono::{DateTime, Datelike as _, NaiveDate, SecondsFormat, Utc};
use clinical::screening::{Instrument, Item};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{LOINC, ORDINAL_VALUE, SYSTEM};
use crate::results::{line, rounded};

/// An object without the fields that have nothing to say: FHIR knows no null, no empty list, no empty text.
pub(super) fn object<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    let fields = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(fields.collect::<Map<_, _>>())
}

/// A list, or nothing where it would be empty.
pub(super) fn list(values: Vec<Value>) -> Option<Value> {
    (!values.is_empty()).then_some(Value::Array(values))
}

/// Text, or nothing where it would be empty.
pub(super) fn text(words: &str) -> Option<Value> {
    line(words).map(Value::String)
}

/// A decimal: whole where it is whole, so that no precision is claimed that is not there.
pub(super) fn decimal(value: f64) -> Value {
    let value = rounded(value);
    if value.fract() == 0.0 && value.abs() < 1e15 { json!(value as i64) } else { json!(value) }
}

/// A dateTime or instant; FHIR has years from 1 to 9999.
pub(super) fn instant(at: DateTime<Utc>) -> Option<Value> {
    (1..=9999).contains(&at.year()).then(|| json!(at.to_rfc3339_opts(SecondsFormat::Secs, true)))
}

/// A date.
pub(super) fn date(date: NaiveDate) -> Option<Value> {
    (1..=9999).contains(&date.year()).then(|| json!(date.to_string()))
}

/// The name by which a resource is known inside the bundle.
pub(super) fn urn(id: Uuid) -> String {
    id.urn().to_string()
}

pub(super) fn reference(id: Uuid, kind: &str) -> Value {
    json!({ "reference": urn(id), "type": kind })
}

/// What a resource is about: the code of LOINC where the pack states one, then our own.
pub(super) fn code(loinc: Option<&str>, own: &str, words: &str) -> Value {
    let own = object([("system", Some(json!(SYSTEM))), ("code", Some(json!(own))), ("display", text(words))]);
    let mut codings: Vec<Value> =
        loinc.map(|code| json!({ "system": LOINC, "code": code })).into_iter().collect();
    codings.push(own);
    object([("coding", list(codings)), ("text", text(words))])
}

/// The code of an answer, with its value as ordinal value.
pub(super) fn answer(instrument: &Instrument, item: &Item, value: f64, label: &str) -> Value {
    object([
        ("extension", Some(json!([{ "url": ORDINAL_VALUE, "valueDecimal": decimal(value) }]))),
        ("system", Some(json!(SYSTEM))),
        ("code", Some(json!(format!("{}.{}.{}", instrument.id, item.options, rounded(value))))),
        ("display", text(label)),
    ])
}

/// Why there is no value, as a code of HL7 and in words.
pub(super) fn absent(code: &str, words: &str) -> Value {
    let system = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    object([("coding", Some(json!([{ "system": system, "code": code }]))), ("text", text(words))])
}
