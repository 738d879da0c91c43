//! A filled-in form as QuestionnaireResponse (<https://hl7.org/fhir/R4/questionnaireresponse.html>).

use serde_json::{Value, json};
use uuid::Uuid;

use super::elements::{answer, instant, list, object, reference, text};
use crate::results::{Administration, Screening, Standing};

const ABSENT: &str = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
const DISPLAY: &str = "http://hl7.org/fhir/StructureDefinition/display";

/// The form with its questions and answers in printed order; questions under one printed heading form a group.
///
/// `completed` says that nothing that is needed is missing. A finished sitting with gaps is `stopped`: partially filled
/// out, and nothing says that more will come.
pub(super) fn response(
    id: Uuid,
    subject: Uuid,
    screening: &Screening<'_>,
    form: &Administration<'_>,
) -> Value {
    let instrument = form.instrument;
    let title = format!("{} · {}", instrument.title, instrument.version);
    object([
        ("resourceType", Some(json!("QuestionnaireResponse"))),
        ("id", Some(json!(id))),
        ("language", text(&instrument.language).filter(|_| is_language(&instrument.language))),
        ("questionnaire", Some(json!(format!("urn:attune:questionnaire:{}", instrument.id)))),
        (
            "_questionnaire",
            text(&title).map(|title| json!({ "extension": [{ "url": DISPLAY, "valueString": title }] })),
        ),
        ("status", Some(json!(if form.score.complete { "completed" } else { "stopped" }))),
        ("subject", Some(reference(subject, "Patient"))),
        ("authored", instant(screening.completed_at)),
        ("item", list(groups(form))),
    ])
}

fn groups(form: &Administration<'_>) -> Vec<Value> {
    let shown: Vec<_> =
        form.items().into_iter().filter(|(_, standing)| *standing != Standing::NotAsked).collect();
    let mut items = Vec::new();
    for group in shown.chunk_by(|(one, _), (other, _)| one.stem == other.stem) {
        let questions = group.iter().map(|(item, standing)| {
            let answer = match *standing {
                Standing::Answered { value, label } => {
                    Some(json!([{ "valueCoding": answer(form.instrument, item, value, label) }]))
                }
                _ => None,
            };
            let declined = json!([{ "url": ABSENT, "valueCode": "asked-declined" }]);
            object([
                ("extension", Some(declined).filter(|_| *standing == Standing::Declined)),
                ("linkId", Some(json!(item.id))),
                ("text", text(&item.text)),
                ("answer", answer),
            ])
        });
        match group[0].0.stem.as_deref().and_then(text) {
            None => items.extend(questions),
            Some(stem) => items.push(json!({
                "linkId": group_id(form, &group[0].0.id),
                "text": stem,
                "item": questions.collect::<Vec<_>>(),
            })),
        }
    }
    items
}

/// An id for a group that no item of the form has.
fn group_id(form: &Administration<'_>, first: &str) -> String {
    let mut id = format!("group:{first}");
    while form.instrument.item(&id).is_some() {
        id.insert(0, ':');
    }
    id
}

/// Whether a tag has the form of a language code; FHIR takes no other.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
