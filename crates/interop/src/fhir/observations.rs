//! Results as Observations: a panel that has the total, the further scores and the answers as members, all derived from
//! the filled-in form. The pattern is that of US Core for surveys and screening
//! (<https://hl7.org/fhir/us/core/screening-and-assessments.html>); no profile is claimed, because a vault does not
//! record all that US Core wants to know of a patient.

use clinical::screening::{Item, Subscale, SubscaleValue};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::SYSTEM;
use super::elements::{absent, answer, code, date, decimal, instant, list, object, reference, text, urn};
use super::response::response;
use crate::results::{Administration, Patient, ResultsExport, Screening, Standing};

const NOT_A_DIAGNOSIS: &str = "A screening result, not a diagnosis.";

/// The results as a FHIR R4 Bundle of type `collection`: the patient, and for every form a QuestionnaireResponse, a panel
/// Observation, and its members.
///
/// Codes of LOINC are those the packs state, and none else. Where answers are missing there is a `dataAbsentReason`
/// instead of a value. Ids of what is made from a screening are UUIDs (version 5) of its id, so that two exports of one
/// screening name the same things.
pub fn export(results: &ResultsExport<'_>) -> Value {
    let patient = results.patient.id;
    let mut entries = vec![entry(patient, self::patient(&results.patient))];
    for screening in &results.screenings {
        for (at, form) in screening.administrations.iter().enumerate() {
            let before = &screening.administrations[..at];
            let again = before.iter().filter(|other| other.instrument.id == form.instrument.id).count();
            let record = Record { patient, screening, form, again };
            entries.extend(record.entries());
        }
    }
    object([
        ("resourceType", Some(json!("Bundle"))),
        ("type", Some(json!("collection"))),
        ("timestamp", instant(results.generated_at)),
        ("entry", list(entries)),
    ])
}

fn entry(id: Uuid, resource: Value) -> Value {
    json!({ "fullUrl": urn(id), "resource": resource })
}

fn patient(patient: &Patient) -> Value {
    object([
        ("resourceType", Some(json!("Patient"))),
        ("id", Some(json!(patient.id))),
        ("identifier", Some(json!([{ "system": "urn:ietf:rfc:3986", "value": urn(patient.id) }]))),
        ("name", text(&patient.name).map(|name| json!([{ "text": name }]))),
        ("birthDate", patient.birth_date.and_then(date)),
    ])
}

/// One form of one screening.
struct Record<'r, 'a> {
    patient: Uuid,
    screening: &'r Screening<'a>,
    form: &'r Administration<'a>,
    /// How many forms of the same instrument stand before it in the screening.
    again: usize,
}

/// What an Observation says: fields by name.
type Said = Vec<(&'static str, Option<Value>)>;

impl Record<'_, '_> {
    fn entries(&self) -> Vec<Value> {
        let response_id = self.id("response");
        let response = response(response_id, self.patient, self.screening, self.form);
        let mut members: Vec<(Uuid, Value)> = self.total().into_iter().collect();
        members.extend(self.form.subscales().map(|(subscale, value)| self.subscale(subscale, value)));
        members
            .extend(self.form.items().into_iter().filter_map(|(item, standing)| self.item(item, standing)));
        let mut entries = vec![entry(response_id, response), self.panel(&members)];
        entries.extend(members.into_iter().map(|(id, resource)| entry(id, resource)));
        entries
    }

    fn id(&self, part: &str) -> Uuid {
        let again = if self.again == 0 { String::new() } else { format!("#{}", self.again + 1) };
        let name = format!("{}{again}/{part}", self.form.instrument.id);
        Uuid::new_v5(&self.screening.id, name.as_bytes())
    }

    fn panel(&self, members: &[(Uuid, Value)]) -> Value {
        let instrument = self.form.instrument;
        let references = members.iter().map(|(id, _)| reference(*id, "Observation")).collect();
        let notes = [NOT_A_DIAGNOSIS, &instrument.licence.attribution];
        let notes = notes.into_iter().filter_map(text).map(|text| json!({ "text": text })).collect();
        let code = code(instrument.loinc.panel.as_deref(), &instrument.id, &instrument.title);
        let nothing = members.is_empty().then(|| absent("unknown", "Nothing was answered."));
        let said = vec![
            ("dataAbsentReason", nothing),
            ("note", list(notes)),
            ("method", text(&instrument.version).map(|version| json!({ "text": version }))),
            ("hasMember", list(references)),
        ];
        let (id, resource) = self.observation("panel", code, said);
        entry(id, resource)
    }

    fn total(&self) -> Option<(Uuid, Value)> {
        let instrument = self.form.instrument;
        if !instrument.scoring.has_total {
            return None;
        }
        let score = self.form.score;
        let words = format!("{} total score", instrument.short_title());
        let code = code(instrument.loinc.total.as_deref(), &format!("{}.total", instrument.id), &words);
        let estimated = score.is_prorated().then(
            || json!([{ "text": "Estimated from the answers that were given, as the publisher allows." }]),
        );
        let said = vec![
            ("valueQuantity", score.total.map(quantity)),
            ("dataAbsentReason", score.total.is_none().then(|| self.not_scored())),
            ("interpretation", self.form.band().and_then(interpretation)),
            ("note", estimated),
        ];
        Some(self.observation("total", code, said))
    }

    fn subscale(&self, subscale: &Subscale, value: Option<&SubscaleValue>) -> (Uuid, Value) {
        let own = format!("{}.{}", self.form.instrument.id, subscale.id);
        let said = match value {
            None => ("dataAbsentReason", Some(self.not_scored())),
            Some(SubscaleValue::Number(number)) => ("valueQuantity", Some(quantity(*number))),
            Some(SubscaleValue::Boolean(yes)) => ("valueBoolean", Some(json!(yes))),
            Some(SubscaleValue::Category(name)) => {
                let coding = json!({ "system": SYSTEM, "code": format!("{own}.{name}") });
                let concept =
                    object([("coding", Some(json!([coding]))), ("text", text(&name.replace('_', " ")))]);
                ("valueCodeableConcept", Some(concept))
            }
        };
        let band = self.form.band().filter(|_| value.is_some() && self.form.is_banded(subscale));
        let said = vec![said, ("interpretation", band.and_then(interpretation))];
        self.observation(&format!("scale/{}", subscale.id), code(None, &own, &subscale.label), said)
    }

    /// Answers, and the gaps that matter.
    fn item(&self, item: &Item, standing: Standing<'_>) -> Option<(Uuid, Value)> {
        let instrument = self.form.instrument;
        let said = match standing {
            Standing::Answered { value, label } => {
                let coding = answer(instrument, item, value, label);
                let concept = object([("coding", Some(json!([coding]))), ("text", text(label))]);
                ("valueCodeableConcept", Some(concept))
            }
            Standing::Declined => {
                ("dataAbsentReason", Some(absent("asked-declined", "Not answered on purpose.")))
            }
            Standing::Missing => ("dataAbsentReason", Some(absent("unknown", "Not answered."))),
            Standing::Open | Standing::NotAsked => return None,
        };
        let reason = self.form.attention(item).and_then(|reason| text(&format!("Needs attention: {reason}")));
        let said = vec![said, ("note", reason.map(|reason| json!([{ "text": reason }])))];
        let code = code(item.loinc.as_deref(), &format!("{}.{}", instrument.id, item.id), &item.text);
        Some(self.observation(&format!("item/{}", item.id), code, said))
    }

    /// Why there is no score.
    fn not_scored(&self) -> Value {
        let words = match self.form.score.missing.len() {
            0 => "Not scored.".to_owned(),
            1 => "Not scored: 1 answer that is needed is missing.".to_owned(),
            count => format!("Not scored: {count} answers that are needed are missing."),
        };
        absent("unknown", &words)
    }

    fn observation(&self, part: &str, code: Value, said: Said) -> (Uuid, Value) {
        let id = self.id(part);
        let category = json!([{ "coding": [{
            "system": "http://terminology.hl7.org/CodeSystem/observation-category",
            "code": "survey",
            "display": "Survey",
        }] }]);
        let mut fields = Map::new();
        let head = [
            ("resourceType", Some(json!("Observation"))),
            ("id", Some(json!(id))),
            ("status", Some(json!("final"))),
            ("category", Some(category)),
            ("code", Some(code)),
            ("subject", Some(reference(self.patient, "Patient"))),
            ("effectiveDateTime", instant(self.screening.completed_at)),
        ];
        let tail = [("derivedFrom", Some(json!([reference(self.id("response"), "QuestionnaireResponse")])))];
        for (name, value) in head.into_iter().chain(said).chain(tail) {
            fields.extend(value.map(|value| (name.to_owned(), value)));
        }
        (id, Value::Object(fields))
    }
}

/// A score. UCUM’s `{score}` is an annotation: the number has no unit.
fn quantity(value: f64) -> Value {
    json!({
        "value": decimal(value),
        "unit": "{score}",
        "system": "http://unitsofmeasure.org",
        "code": "{score}",
    })
}

fn interpretation(band: &str) -> Option<Value> {
    text(band).map(|band| json!([{ "text": band }]))
}
