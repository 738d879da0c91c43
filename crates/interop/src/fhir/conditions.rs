//! enableWhen as `show_if`.

use clinical::screening::{Comparison, Condition, Operator};
use serde_json::Value;

use super::options::{Choice, Key};
use super::questionnaire::{Form, ImportError, ensure, place, short, string, unfit};

/// When a question is asked: its own conditions and those of all it lies in.
pub(super) fn show_if(form: &Form<'_>, at: usize) -> Result<Option<Condition>, ImportError> {
    let mut all = Vec::new();
    for item in &form.nodes[at].within {
        all.extend(conditions(form, item)?);
    }
    // One list of several needs no list around it.
    Ok(if all.len() > 1 { Some(Condition::All(all)) } else { all.pop() })
}

/// The conditions of one item: several that all hold, or one that says “any of these”.
fn conditions(form: &Form<'_>, item: &Value) -> Result<Vec<Condition>, ImportError> {
    let place = format!("{}, enableWhen", place(item));
    let Some(parts) = item.get("enableWhen") else { return Ok(Vec::new()) };
    let parts = parts.as_array().ok_or_else(|| unfit(&place, "it must be a list"))?;
    let every: Vec<_> = parts.iter().map(|part| condition(form, part, &place)).collect::<Result<_, _>>()?;
    match string(item, "enableBehavior") {
        _ if every.len() < 2 => Ok(every),
        Some("all") => Ok(every),
        Some("any") => Ok(vec![Condition::Any(every)]),
        _ => Err(unfit(&place, "of several conditions, enableBehavior must say “all” or “any”")),
    }
}

fn condition(form: &Form<'_>, part: &Value, place: &str) -> Result<Condition, ImportError> {
    let link = string(part, "question").unwrap_or_default();
    let (at, question) = form
        .question(link)
        .ok_or_else(|| unfit(place, format_args!("“{}” is no question that is asked", short(link))))?;
    let one = |operator, value| Condition::Answer { item: form.id(at), is: Comparison { operator, value } };
    let values: Vec<f64> = question.choices.iter().map(|choice| choice.value).collect();
    let any_of = |values: Vec<f64>| {
        let mut equal: Vec<_> = values.into_iter().map(|value| one(Operator::Equal, value)).collect();
        if equal.len() == 1 { equal.pop() } else { (!equal.is_empty()).then_some(Condition::Any(equal)) }
    };
    let operator = string(part, "operator").unwrap_or_default();
    if operator == "exists" {
        ensure(part["answerBoolean"] == true, place, "“not answered” as a condition is not supported")?;
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        return Ok(one(Operator::AtLeast, least));
    }
    match operator {
        "=" => Ok(one(Operator::Equal, chosen(part, &question.choices, place)?.value)),
        "!=" => {
            // Without an answer FHIR takes “not equal” to hold. That cannot arise where the other question is always
            // asked and has to be answered first.
            let always = form.nodes[at].within.iter().all(|item| item.get("enableWhen").is_none());
            ensure(always, place, "“!=” on a question that is not always asked is not supported")?;
            let other = chosen(part, &question.choices, place)?.value;
            let others = values.into_iter().filter(|value| *value != other).collect();
            any_of(others).ok_or_else(|| unfit(place, "no answer meets the condition"))
        }
        ">" | ">=" | "<" | "<=" => {
            let wanted = number(part)
                .ok_or_else(|| unfit(place, format_args!("“{operator}” needs a number to compare with")))?;
            let numbers = question.choices.iter().map(|choice| match choice.key {
                Key::Number(number) => Some((number, choice.value)),
                _ => None,
            });
            let numbers: Vec<_> = numbers.collect::<Option<_>>().ok_or_else(|| {
                unfit(place, format_args!("the answers to “{}” are no numbers", short(link)))
            })?;
            let same = numbers.iter().all(|(number, value)| number == value);
            if let Some(operator) = Operator::named(operator).filter(|_| same) {
                return Ok(one(operator, wanted));
            }
            let holds = |number: f64| match operator {
                ">" => number > wanted,
                ">=" => number >= wanted,
                "<" => number < wanted,
                _ => number <= wanted,
            };
            let met =
                numbers.into_iter().filter(|(number, _)| holds(*number)).map(|(_, value)| value).collect();
            any_of(met).ok_or_else(|| unfit(place, "no answer meets the condition"))
        }
        _ => Err(unfit(place, format_args!("there is no operator “{}”", short(operator)))),
    }
}

fn number(part: &Value) -> Option<f64> {
    part.get("answerInteger").or_else(|| part.get("answerDecimal"))?.as_f64()
}

/// The answer a condition names.
fn chosen<'c>(part: &Value, choices: &'c [Choice], place: &str) -> Result<&'c Choice, ImportError> {
    let coding = &part["answerCoding"];
    let is = |choice: &&Choice| match &choice.key {
        Key::Coding { system, code, display } => match string(coding, "code") {
            // A condition that names no system means the code of the question.
            Some(named) => {
                let same_system =
                    string(coding, "system").is_none_or(|named| system.as_deref() == Some(named));
                code.as_deref() == Some(named) && same_system
            }
            None => string(coding, "display") == Some(display),
        },
        Key::Number(number) => self::number(part) == Some(*number),
        Key::Text(text) => string(part, "answerString") == Some(text),
        Key::YesNo(yes) => part["answerBoolean"].as_bool() == Some(*yes),
    };
    choices.iter().find(is).ok_or_else(|| unfit(place, "the answer it compares with is not offered"))
}
