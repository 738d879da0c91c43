//! A Questionnaire as an instrument, and an instrument as the text of a pack.

use std::collections::{BTreeMap, BTreeSet};

use clinical::screening::{
    AnswerOption, ChangeThresholds, Condition, Instrument, Item, Licence, LicenceClass, Method, Operator,
    PanelCodes, Scoring, Subscale, SubscaleKind, SubscaleMethod, limits,
};
use serde_json::{Value, json};

use super::conditions::show_if;
use super::questionnaire::{Form, ImportError, Question, ensure, loinc, string};
use super::scoring::{Calculated, Scores, worth};
use crate::results::line;

/// Builds the instrument. It still has to be validated.
pub(super) fn instrument(
    form: &Form<'_>,
    scores: Scores,
    slot: &str,
    statement: &str,
) -> Result<Instrument, ImportError> {
    let json = form.json;
    let named = |name: &str| string(json, name).and_then(line);
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    ensure((1..=32).contains(&slot.len()) && slot.chars().all(plain), "slot", "it is no id of a slot")?;
    let statement = line(statement).unwrap_or_default();
    ensure(
        !statement.is_empty(),
        "licence",
        "the practice has to state under what licence it uses the questionnaire",
    )?;
    let title = named("title").or_else(|| named("name")).unwrap_or_default();
    ensure(!title.is_empty(), "title", "the Questionnaire has neither title nor name")?;
    let (option_lists, items) = items(form, &scores)?;
    let credit = named("copyright").or_else(|| named("publisher"));
    Ok(Instrument {
        id: format!("{slot}-{}", slug(&named("name").unwrap_or_else(|| title.clone()))),
        version: named("version").or_else(|| named("date")).unwrap_or_else(|| "not stated".to_owned()),
        dimensions: Vec::new(),
        licence: Licence {
            class: LicenceClass::PermissionRequired,
            bundle: false,
            evidence: format!("Statement of the practice: {statement}"),
            attribution: credit.unwrap_or_else(|| format!("{title}: used as stated by the practice.")),
        },
        language: named("language").unwrap_or_else(|| "und".to_owned()),
        recall_period: "as the questions say".to_owned(),
        instructions: form.opening.join("\n"),
        option_lists,
        scoring: scoring(form, &scores, &items),
        items,
        bands: Vec::new(),
        change: ChangeThresholds::default(),
        loinc: PanelCodes {
            panel: loinc(json),
            total: scores.total.as_ref().and_then(|total| total.loinc.clone()),
        },
        sources: sources(json, &title),
        notes: notes(form, scores.notes),
        title,
    })
}

fn sources(json: &Value, title: &str) -> Vec<String> {
    let named = |name: &str| string(json, name).and_then(line);
    let parts = [
        Some(format!("FHIR R4 Questionnaire “{title}”")),
        named("url"),
        named("version"),
        named("publisher"),
    ];
    vec![parts.into_iter().flatten().collect::<Vec<_>>().join(", ")]
}

fn notes(form: &Form<'_>, scores: Vec<String>) -> Vec<String> {
    let standing = "A Questionnaire states no bands, no thresholds of change, and no answers that need attention: \
                    this instrument has none, and no answer to it starts the risk protocol.";
    let mut notes = vec![standing.to_owned()];
    notes.extend(form.notes.iter().cloned().chain(scores));
    let more = notes.len().saturating_sub(limits::ENTRIES);
    if more > 0 {
        notes.truncate(limits::ENTRIES - 1);
        notes.push(format!("There are {} more remarks.", more + 1));
    }
    notes
}

type Lists = BTreeMap<String, Vec<AnswerOption>>;

fn items(form: &Form<'_>, scores: &Scores) -> Result<(Lists, Vec<Item>), ImportError> {
    let mut lists: Vec<Vec<AnswerOption>> = Vec::new();
    let mut items = Vec::new();
    let mut gates = BTreeSet::new();
    for (at, _, question) in form.questions() {
        let options = question.choices.iter();
        let options: Vec<_> =
            options.map(|choice| AnswerOption { value: choice.value, label: choice.label.clone() }).collect();
        let list = lists.iter().position(|known| *known == options).unwrap_or_else(|| {
            lists.push(options);
            lists.len() - 1
        });
        let show_if = show_if(form, at)?;
        show_if.iter().for_each(|condition| named(condition, &mut gates));
        items.push(Item {
            id: form.id(at),
            text: question.text.clone(),
            stem: question.stem.clone(),
            options: list_name(list),
            loinc: question.loinc.clone(),
            reverse: false,
            // Where nothing is calculated, every answer counts towards completeness.
            scored: scores.weights.is_empty() || scores.weights.contains_key(&at),
            gate: false,
            optional: false,
            one_of: None,
            recode: recode(question, scores.weights.get(&at).copied()),
            when_hidden: None,
            critical: None,
            show_if,
        });
    }
    for item in &mut items {
        item.gate = gates.contains(&item.id);
    }
    let lists = lists.into_iter().enumerate().map(|(at, list)| (list_name(at), list)).collect();
    Ok((lists, items))
}

fn list_name(at: usize) -> String {
    format!("answers{}", at + 1)
}

/// The items a condition looks at.
fn named(condition: &Condition, items: &mut BTreeSet<String>) {
    match condition {
        Condition::Answer { item, .. } => {
            items.insert(item.clone());
        }
        Condition::All(inner) | Condition::Any(inner) => inner.iter().for_each(|inner| named(inner, items)),
        Condition::Applies(_) => {}
    }
}

/// Points instead of stored values, where they differ.
fn recode(question: &Question, weight: Option<f64>) -> Vec<(f64, f64)> {
    let Some(weight) = weight else { return Vec::new() };
    let pair = |choice| Some((choice, worth(&question.choices, choice, weight)?));
    let pairs: Option<Vec<_>> = question.choices.iter().map(pair).collect();
    let pairs: Vec<_> = pairs.into_iter().flatten().map(|(choice, points)| (choice.value, points)).collect();
    if pairs.iter().all(|(value, points)| value == points) { Vec::new() } else { pairs }
}

fn scoring(form: &Form<'_>, scores: &Scores, items: &[Item]) -> Scoring {
    let total = scores.total.as_ref();
    let bounds = total.map(|total| bounds(form, total, items));
    let means = total.is_some_and(|total| total.mean);
    let algorithm = match total {
        Some(total) => format!(
            "“{}” is the {} of {} items, as the Questionnaire calculates it. Any missing item: no total.",
            total.label,
            if means { "mean" } else { "sum" },
            total.weights.len()
        ),
        None => "There is no total.".to_owned(),
    };
    let subscale = |part: &Calculated| {
        let (min, max) = self::bounds(form, part, items);
        Subscale {
            id: form.id(part.node),
            label: part.label.clone(),
            kind: if part.whole { SubscaleKind::Integer } else { SubscaleKind::Number },
            items: part.weights.keys().map(|node| form.id(*node)).collect(),
            method: Some(if part.mean { SubscaleMethod::Mean } else { SubscaleMethod::Sum }),
            min: Some(min),
            max: Some(max),
            direction: None,
        }
    };
    Scoring {
        method: if means { Method::Mean } else { Method::Sum },
        has_total: total.is_some(),
        min: bounds.map(|(min, _)| min),
        max: bounds.map(|(_, max)| max),
        prorate: None,
        subscales: scores.parts.iter().map(subscale).collect(),
        rule: None,
        algorithm,
    }
}

/// The least and the greatest value that answers can give; what is not asked counts nothing.
fn bounds(form: &Form<'_>, score: &Calculated, items: &[Item]) -> (f64, f64) {
    let ends = form.questions().filter_map(|(at, _, question)| {
        let weight = *score.weights.get(&at)?;
        let points = question.choices.iter().filter_map(|choice| worth(&question.choices, choice, weight));
        let (mut least, mut most) =
            points.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), p| (least.min(p), most.max(p)));
        let id = form.id(at);
        if !score.mean && items.iter().any(|item| item.id == id && item.show_if.is_some()) {
            (least, most) = (least.min(0.0), most.max(0.0));
        }
        Some((least, most))
    });
    if score.mean {
        ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), (least, most)| {
            (low.min(least), high.max(most))
        })
    } else {
        ends.fold((0.0, 0.0), |(low, high), (least, most)| (low + least, high + most))
    }
}

/// A short name made of small letters and digits.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    let name: String = name.chars().take(30).collect();
    if name.is_empty() { "questionnaire".to_owned() } else { name.trim_end_matches('-').to_owned() }
}

/// The pack of an instrument that [`instrument`] has built.
pub(super) fn text(instrument: &Instrument) -> String {
    let list = |options: &Vec<AnswerOption>| {
        options
            .iter()
            .map(|option| json!({ "value": option.value, "label": option.label }))
            .collect::<Vec<_>>()
    };
    let lists: BTreeMap<_, _> =
        instrument.option_lists.iter().map(|(name, options)| (name, list(options))).collect();
    let scoring = &instrument.scoring;
    let pack = json!({
        "id": instrument.id,
        "title": instrument.title,
        "version": instrument.version,
        "dimensions": instrument.dimensions,
        "licence": {
            "class": instrument.licence.class.as_str(),
            "bundle": instrument.licence.bundle,
            "evidence": instrument.licence.evidence,
            "attribution": instrument.licence.attribution,
        },
        "language": instrument.language,
        "recall_period": instrument.recall_period,
        "instructions": instrument.instructions,
        "options": lists,
        "items": instrument.items.iter().map(item_text).collect::<Vec<_>>(),
        "scoring": {
            "method": if scoring.method == Method::Mean { "mean" } else { "sum" },
            "has_total": scoring.has_total,
            "min": scoring.min,
            "max": scoring.max,
            "prorate": null,
            "subscales": scoring.subscales.iter().map(subscale_text).collect::<Vec<_>>(),
            "algorithm": scoring.algorithm,
        },
        "bands": [],
        "change": { "reliable": null, "clinically_meaningful": null, "source": null },
        "loinc": { "panel": instrument.loinc.panel, "total": instrument.loinc.total },
        "sources": instrument.sources,
        "notes": instrument.notes,
    });
    format!("{pack:#}")
}

fn item_text(item: &Item) -> Value {
    let mut text = json!({
        "id": item.id,
        "text": item.text,
        "options": item.options,
        "loinc": item.loinc,
        "reverse": item.reverse,
        "scored": item.scored,
        "gate": item.gate,
        "critical": null,
        "show_if": item.show_if.as_ref().map(condition_text),
    });
    if let Some(stem) = &item.stem {
        text["stem"] = json!(stem);
    }
    if !item.recode.is_empty() {
        let table: BTreeMap<_, _> = item.recode.iter().map(|(from, to)| (from.to_string(), to)).collect();
        text["recode"] = json!(table);
    }
    text
}

fn subscale_text(subscale: &Subscale) -> Value {
    json!({
        "id": subscale.id,
        "label": subscale.label,
        "type": if subscale.kind == SubscaleKind::Integer { "integer" } else { "number" },
        "items": subscale.items,
        "method": if subscale.method == Some(SubscaleMethod::Mean) { "mean" } else { "sum" },
        "min": subscale.min,
        "max": subscale.max,
    })
}

fn condition_text(condition: &Condition) -> Value {
    match condition {
        Condition::All(inner) => json!({ "all": inner.iter().map(condition_text).collect::<Vec<_>>() }),
        Condition::Any(inner) => json!({ "any": inner.iter().map(condition_text).collect::<Vec<_>>() }),
        Condition::Answer { item, is } => {
            let operator = match is.operator {
                Operator::Equal => "==",
                Operator::Greater => ">",
                Operator::AtLeast => ">=",
                Operator::Less => "<",
                // Packs know neither, and `show_if` makes neither.
                Operator::NotEqual => "!=",
                Operator::AtMost => "<=",
            };
            json!({ "item": item, "op": operator, "value": is.value })
        }
        // No Questionnaire says whom an item is for.
        Condition::Applies(_) => Value::Null,
    }
}
