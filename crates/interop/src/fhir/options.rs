//! The answers a question offers, and what they are worth.

use clinical::screening::limits;
use serde_json::Value;

use super::ORDINAL_VALUE;
use super::questionnaire::{ImportError, ensure, extensions, short, string, unfit};
use crate::results::line;

/// Where a score can stand beside an answer: the extension of R4, its names before and after R4, and that of ISO 21090.
pub(super) const SCORES: [&str; 6] = [
    ORDINAL_VALUE,
    "http://hl7.org/fhir/StructureDefinition/itemWeight",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/iso21090-CO-value",
];

/// Properties of a contained code system that hold a score.
const PROPERTIES: [&str; 2] = ["itemWeight", "ordinalValue"];

/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Offer {
    /// One of several codes or texts; a number goes with them or not.
    Coded,
    /// A number.
    Number,
    /// Yes or no.
    YesNo,
}

/// One answer to choose.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) key: Key,
    pub(super) label: String,
    /// What it is worth, where the Questionnaire says.
    pub(super) points: Option<f64>,
    /// What is stored when it is marked.
    pub(super) value: f64,
}

/// How conditions name an answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Key {
    Coding { system: Option<String>, code: Option<String>, display: String },
    Number(f64),
    Text(String),
    YesNo(bool),
}

/// The answers of a question.
pub(super) fn offer(form: &Value, item: &Value, place: &str) -> Result<(Offer, Vec<Choice>), ImportError> {
    let kind = string(item, "type").unwrap_or_default();
    let (offer, mut choices) = match kind {
        "choice" => coded(form, item, place)?,
        "boolean" => {
            let choice =
                |yes, label: &str| new(Key::YesNo(yes), label.to_owned(), Some(f64::from(u8::from(yes))));
            (Offer::YesNo, vec![choice(true, "Yes"), choice(false, "No")])
        }
        "integer" if item.get("answerOption").is_some() => coded(form, item, place)?,
        "integer" => (Offer::Number, range(item, place)?),
        "" => return Err(unfit(place, "it has no type")),
        other => {
            let other = short(other);
            return Err(unfit(
                place,
                format_args!("questions of type “{other}” have no answers to choose from"),
            ));
        }
    };
    store(&mut choices, place)?;
    Ok((offer, choices))
}

fn new(key: Key, label: String, points: Option<f64>) -> Choice {
    Choice { key, label, points, value: 0.0 }
}

/// Gives every answer the value that is stored for it: its points, or its place where points are missing or repeat.
fn store(choices: &mut [Choice], place: &str) -> Result<(), ImportError> {
    let fine = (1..=limits::OPTIONS).contains(&choices.len());
    ensure(
        fine,
        place,
        format_args!("it offers {} answers; 1 to {} are allowed", choices.len(), limits::OPTIONS),
    )?;
    let scored = choices.iter().filter(|choice| choice.points.is_some()).count();
    ensure(
        scored == 0 || scored == choices.len(),
        place,
        "some of its answers have a score and some have none",
    )?;
    let points: Vec<_> = choices.iter().filter_map(|choice| choice.points).collect();
    let sound = points.iter().all(|points| points.abs() <= limits::VALUE);
    ensure(sound, place, "a score is out of bounds")?;
    let distinct = scored > 0 && (1..points.len()).all(|at| !points[..at].contains(&points[at]));
    for (at, choice) in choices.iter_mut().enumerate() {
        choice.value = if distinct { points[at] } else { at as f64 };
    }
    Ok(())
}

/// Whole numbers from the least to the greatest that is allowed.
fn range(item: &Value, place: &str) -> Result<Vec<Choice>, ImportError> {
    let bound = |name: &str| {
        let url = format!("http://hl7.org/fhir/StructureDefinition/{name}");
        let (_, extension) = extensions(item).find(|(found, _)| *found == url)?;
        extension["valueInteger"].as_i64()
    };
    let bounds = bound("minValue").zip(bound("maxValue"));
    let bounds = bounds.filter(|(least, most)| {
        least <= most && most.checked_sub(*least).is_some_and(|span| span < limits::OPTIONS as i64)
    });
    let (least, most) = bounds.ok_or_else(|| {
        unfit(
            place,
            format_args!("a number needs minValue and maxValue with at most {} steps", limits::OPTIONS),
        )
    })?;
    Ok((least..=most).map(|n| new(Key::Number(n as f64), n.to_string(), Some(n as f64))).collect())
}

fn coded(form: &Value, item: &Value, place: &str) -> Result<(Offer, Vec<Choice>), ImportError> {
    let source = string(item, "answerValueSet");
    let options = item.get("answerOption").and_then(Value::as_array);
    let choices = match (options, source) {
        (Some(_), Some(_)) => return Err(unfit(place, "it has both answerOption and answerValueSet")),
        (Some(options), None) => {
            let choices = options.iter().enumerate();
            choices
                .map(|(at, option)| option_choice(form, option, place, at))
                .collect::<Result<Vec<_>, _>>()?
        }
        (None, Some(source)) => value_set(form, source, place)?,
        (None, None) => return Err(unfit(place, "it offers no answers")),
    };
    let number = choices.iter().all(|choice| matches!(choice.key, Key::Number(_)));
    Ok((if number { Offer::Number } else { Offer::Coded }, choices))
}

fn option_choice(form: &Value, option: &Value, place: &str, at: usize) -> Result<Choice, ImportError> {
    let own = score(option);
    if let Some(number) = option.get("valueInteger").and_then(Value::as_i64) {
        return Ok(new(Key::Number(number as f64), number.to_string(), Some(own.unwrap_or(number as f64))));
    }
    if let Some(text) = string(option, "valueString").and_then(line) {
        let points = own.or_else(|| score(&option["_valueString"]));
        return Ok(new(Key::Text(text.clone()), text, points));
    }
    let coding = &option["valueCoding"];
    ensure(
        coding.is_object(),
        place,
        format_args!("answer {} is none of text, whole number or code", at + 1),
    )?;
    choice(form, string(coding, "system"), coding, own.or_else(|| score(coding)), place, at)
}

/// An answer from a code with its display text; contained code systems fill what is not said.
fn choice(
    form: &Value,
    system: Option<&str>,
    coding: &Value,
    points: Option<f64>,
    place: &str,
    at: usize,
) -> Result<Choice, ImportError> {
    let code = string(coding, "code");
    let concept = system.zip(code).and_then(|(system, code)| contained_concept(form, system, code));
    let display = string(coding, "display").or_else(|| string(concept?, "display")).and_then(line);
    let display =
        display.ok_or_else(|| unfit(place, format_args!("answer {} has no display text", at + 1)))?;
    let points = points.or_else(|| score(concept?)).or_else(|| property(concept?));
    let owned = |text: Option<&str>| text.map(str::to_owned);
    Ok(new(
        Key::Coding { system: owned(system), code: owned(code), display: display.clone() },
        display,
        points,
    ))
}

/// The score that stands as an extension on an element.
fn score(element: &Value) -> Option<f64> {
    let (_, extension) = extensions(element).find(|(url, _)| SCORES.contains(url))?;
    extension.get("valueDecimal").or_else(|| extension.get("valueInteger"))?.as_f64()
}

/// The score that stands as a property of a concept.
fn property(concept: &Value) -> Option<f64> {
    let properties = concept["property"].as_array()?;
    let property = properties
        .iter()
        .find(|property| string(property, "code").is_some_and(|c| PROPERTIES.contains(&c)))?;
    property.get("valueDecimal").or_else(|| property.get("valueInteger"))?.as_f64()
}

fn contained<'v>(form: &'v Value, kind: &str) -> impl Iterator<Item = &'v Value> {
    let all = form["contained"].as_array().map_or(&[][..], Vec::as_slice);
    let kind = kind.to_owned();
    all.iter().filter(move |resource| string(resource, "resourceType") == Some(&kind))
}

fn contained_concept<'v>(form: &'v Value, system: &str, code: &str) -> Option<&'v Value> {
    let system = contained(form, "CodeSystem").find(|resource| string(resource, "url") == Some(system))?;
    system["concept"].as_array()?.iter().find(|concept| string(concept, "code") == Some(code))
}

/// The codes of a contained value set: as expanded, or as listed.
fn value_set(form: &Value, source: &str, place: &str) -> Result<Vec<Choice>, ImportError> {
    let named = |set: &&Value| match source.strip_prefix('#') {
        Some(id) => string(set, "id") == Some(id),
        None => string(set, "url") == Some(source.split('|').next().unwrap_or(source)),
    };
    let set = contained(form, "ValueSet").find(named);
    let set = set.ok_or_else(|| {
        unfit(place, format_args!("its answers lie in “{}”, which is not part of the file", short(source)))
    })?;
    let mut choices = Vec::new();
    if let Some(codes) = set["expansion"]["contains"].as_array() {
        for code in codes.iter().filter(|code| code["abstract"] != true) {
            choices.push(choice(form, string(code, "system"), code, score(code), place, choices.len())?);
        }
        return Ok(choices);
    }
    let compose = &set["compose"];
    ensure(compose.get("exclude").is_none(), place, "its value set excludes codes, which is not supported")?;
    for include in compose["include"].as_array().map_or(&[][..], Vec::as_slice) {
        let simple = include.get("filter").is_none() && include.get("valueSet").is_none();
        ensure(simple, place, "its value set has filters or other value sets, which are not supported")?;
        let system = string(include, "system");
        let whole = || {
            contained(form, "CodeSystem")
                .find(|resource| string(resource, "url") == system && system.is_some())
        };
        let codes = include["concept"].as_array().or_else(|| whole()?["concept"].as_array());
        let codes = codes.ok_or_else(|| unfit(place, "its value set lists no codes"))?;
        for code in codes {
            let points = score(code).or_else(|| property(code));
            choices.push(choice(form, system, code, points, place, choices.len())?);
        }
    }
    Ok(choices)
}
