//! Things the client denies in a statement of their own: "I don't have a fever or a cough".

use super::asked::split_items;
use super::model::{Fact, Kind, Topic};
use super::text;
use super::turns::Utterance;
use super::weigh::{topic_of, word_salience};

/// Openings of a denial; what follows is the thing denied.
const DENIALS: &[&str] = &[
    "i dont have any",
    "i dont have a",
    "i dont have",
    "i do not have any",
    "i do not have",
    "i dont get any",
    "i dont get",
    "i havent had any",
    "i havent had",
    "i have not had any",
    "i have not had",
    "i havent noticed any",
    "i havent noticed",
    "i havent got any",
    "i havent got",
    "i didnt have any",
    "i didnt have",
    "i did not have",
    "ive not had any",
    "ive not had",
    "ive had no",
    "i have no",
    "ive got no",
    "ive never had",
    "i have never had",
    "i never had",
    "i never get",
    "theres no",
    "there is no",
    "there was no",
    "there werent any",
    "there hasnt been any",
    "there isnt any",
    "theres not any",
    "theres been no",
    "im not having any",
    "im not having",
    "im not getting any",
    "i dont feel any",
    "no",
    "not had any",
    "not noticed any",
    "havent had any",
    "didnt notice any",
    "i didnt notice any",
    "without any",
];

/// Things whose lack is a complaint, not a denial.
const WANTED: &[&str] = &[
    "energy",
    "motivation",
    "appetite",
    "interest",
    "confidence",
    "concentration",
    "sleep",
    "support",
    "friends",
    "money",
    "hope",
    "time",
    "job",
    "memory",
    "strength",
    "choice",
    "control",
];

/// Words that do not begin a thing denied.
const NO_THING: &[&str] = &["to", "apart", "other", "idea", "more", "longer", "one", "problem", "worries"];

/// "I don't have a fever or a cough": the things denied. True when the clause was such a denial.
pub(crate) fn denial(
    line: &Utterance<'_>,
    at: usize,
    clause: &str,
    keys: &[String],
    out: &mut Vec<Fact>,
) -> bool {
    let Some(words) = DENIALS
        .iter()
        .map(|d| d.split(' ').count())
        .zip(DENIALS)
        .filter(|(n, d)| keys.len() > *n && d.split(' ').zip(keys).all(|(a, b)| a == b))
        .map(|(n, _)| n)
        .max()
    else {
        return false;
    };
    let tokens: Vec<&str> = clause.split_whitespace().filter(|t| !text::key(t).is_empty()).collect();
    let rest = tokens.get(words..).unwrap_or_default();
    let end = rest.iter().position(|t| {
        matches!(
            text::key(t).as_str(),
            "but"
                | "though"
                | "except"
                | "because"
                | "when"
                | "if"
                | "so"
                | "then"
                | "i"
                | "im"
                | "just"
                | "its"
                | "unless"
                | "until"
                | "maybe"
                | "apart"
                | "other"
                | "only"
                | "sometimes"
                | "that"
                | "which"
                | "anymore"
        )
    });
    // "No, that's the thing, …" goes on with a statement.
    let states = |t: &&str| {
        matches!(
            text::key(t).as_str(),
            "thats" | "its" | "theres" | "he" | "she" | "they" | "we" | "you" | "hes" | "shes"
        )
    };
    if rest.first().is_some_and(|t| NO_THING.contains(&text::key(t).as_str()) || states(t)) {
        return false;
    }
    if rest.first().is_some_and(|t| WANTED.contains(&text::key(t).as_str())) {
        return false;
    }
    let named = split_items(&rest[..end.unwrap_or(rest.len())]);
    let found = !named.is_empty();
    for text in named {
        let own = text::keys(&text);
        if own.iter().any(|k| k.starts_with("allerg")) {
            let text = "Allergies: none reported".to_owned();
            out.push(Fact {
                topic: Topic::Allergies,
                kind: Kind::Denied,
                text,
                item: false,
                evidence: vec![line.turn],
                salience: 3.0,
                order: at,
            });
            continue;
        }
        let topic = topic_of(&own).map_or(Topic::Physical, |t| t.0);
        let salience = 1.3 + 0.5 * word_salience(&own);
        out.push(Fact {
            topic,
            kind: Kind::Denied,
            text,
            item: true,
            evidence: vec![line.turn],
            salience,
            order: at,
        });
    }
    found && end.is_none()
}
