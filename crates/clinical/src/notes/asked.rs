//! What a question names, and a question turned into a statement.

use super::model::Topic;
use super::person::{about_client, is_verb, third};
use super::text::{self, key, keys};
use super::weigh::{is_clinical, topic_of};

fn bare_words(tokens: &[&str]) -> String {
    tokens.join(" ").trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Sequences after which a question names what it asks for.
const NAMING: &[&str] = &[
    "have you had",
    "have you noticed",
    "have you got",
    "have you experienced",
    "have you been having",
    "have you been getting",
    "do you have",
    "do you get",
    "do you suffer from",
    "did you have",
    "did you get",
    "did you notice",
    "are you having",
    "are you getting",
    "are you experiencing",
    "is there",
    "are there",
    "was there",
    "were there",
    "have you ever had",
    "do you feel any",
    "do you notice",
    "have you felt",
    "you had",
    "you got",
    "you have",
    "youve had",
    "youve got",
    "youve noticed",
];

/// The things a question names, such as "fever" and "rash" in "Have you had any fever or a rash at all?"
pub(crate) fn items(said: &str) -> Vec<String> {
    let tokens: Vec<&str> = said.split_whitespace().collect();
    let ks: Vec<String> = tokens.iter().map(|t| key(t)).collect();
    let asked = ks.iter().position(|k| k == "any").map(|at| at + 1).or_else(|| {
        NAMING.iter().find_map(|cue| {
            let words: Vec<&str> = cue.split(' ').collect();
            ks.windows(words.len())
                .position(|w| w.iter().zip(&words).all(|(a, b)| a == b))
                .map(|at| at + words.len())
        })
    });
    let Some(start) = asked.or_else(|| (ks.len() <= 5 && !is_inverted(&ks)).then_some(0)) else {
        return Vec::new();
    };
    let listed = examples_start(&ks, start).unwrap_or(start);
    split_items(&tokens[listed..])
}

/// The things of a list: "fever, chills or a rash".
pub(crate) fn split_items(tokens: &[&str]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut item: Vec<&str> = Vec::new();
    for at in 0..tokens.len() {
        let k = key(tokens[at]);
        let joins = k == "or" || k == "nor";
        if !joins {
            item.push(tokens[at]);
        }
        if joins || tokens[at].ends_with([',', '?', '.', ';']) || at + 1 == tokens.len() {
            let shared = out
                .first()
                .and_then(|first| first.split_once(" with "))
                .map(|(head, _)| format!("{head} with"));
            out.extend(clean_item(&item).and_then(|thing| completed(thing, shared.as_deref())));
            item.clear();
        }
    }
    out.dedup();
    out.truncate(8);
    out
}

/// Words that name a part of the body or a function, not something wrong with it.
const NEUTRAL: &[&str] = &[
    "chest",
    "speech",
    "vision",
    "breathing",
    "balance",
    "coordination",
    "bowel",
    "bowels",
    "skin",
    "urine",
    "waterworks",
    "leg",
    "legs",
    "arm",
    "arms",
    "neck",
    "back",
    "sleep",
    "sleeping",
    "appetite",
    "mood",
    "weight",
    "stomach",
    "tummy",
    "hearing",
    "eyes",
    "eye",
    "ears",
    "ear",
    "nose",
    "throat",
    "hand",
    "hands",
    "foot",
    "feet",
    "face",
    "energy",
    "memory",
    "concentration",
    "eating",
    "drinking",
    "swallowing",
    "walking",
    "joints",
    "muscles",
    "head",
    "work",
    "home",
    "family",
    "on",
    "in",
    "and",
    "or",
    "the",
    "voice",
    "heartbeat",
    "stool",
    "stools",
    "shoulder",
    "taste",
    "smell",
    "bladder",
    "movements",
    "symptom",
];

/// "problems with vision, speech" means problems with speech; a part of the body alone is nothing to deny.
fn completed(thing: String, shared: Option<&str>) -> Option<String> {
    if !keys(&thing).iter().all(|k| NEUTRAL.contains(&k.as_str())) {
        return Some(thing);
    }
    shared.map(|head| format!("{head} {thing}"))
}

/// "any other symptoms, such as fever": the examples are what is asked for.
fn examples_start(ks: &[String], start: usize) -> Option<usize> {
    let general = ks.get(start).is_some_and(|k| k == "other")
        || ks
            .get(start..start + 2)
            .is_some_and(|w| w.iter().any(|k| k.starts_with("symptom") || k.starts_with("problem")));
    (start..ks.len().saturating_sub(1))
        .find(|&at| {
            general
                && (ks[at] == "such" && ks[at + 1] == "as"
                    || ks[at] == "for" && (ks[at + 1] == "example" || ks[at + 1] == "instance"))
        })
        .map(|at| at + 2)
        .or_else(|| (start..ks.len()).find(|&at| general && ks[at] == "like").map(|at| at + 1))
        .filter(|&at| at < ks.len())
}

fn is_inverted(ks: &[String]) -> bool {
    ks.first().is_some_and(|k| {
        AUXILIARIES.contains(&k.as_str())
            || matches!(
                k.as_str(),
                "how" | "what" | "when" | "where" | "who" | "why" | "which" | "whats" | "you" | "and" | "so"
            )
    })
}

const AUXILIARIES: &[&str] =
    &["do", "does", "did", "are", "is", "was", "were", "have", "has", "can", "could", "had"];

/// Words cut off the front of a thing asked for.
const HEAD: &[&str] = &[
    "any",
    "no",
    "a",
    "an",
    "the",
    "of",
    "other",
    "funny",
    "all",
    "and",
    "that",
    "with",
    "some",
    "sort",
    "kind",
    "you",
    "yourself",
    "feeling",
    "experiencing",
    "having",
    "getting",
    "been",
    "ever",
    "noticed",
    "had",
    "your",
    "have",
    "also",
    "even",
];

/// Words cut off its end.
const TAIL: &[&str] = &[
    "at",
    "all",
    "recently",
    "with",
    "that",
    "as",
    "well",
    "now",
    "today",
    "anything",
    "like",
    "else",
    "else",
    "with",
    "it",
    "this",
    "lately",
    "currently",
    "too",
    "you",
    "though",
    "there",
    "and",
    "have",
    "noticed",
    "a",
    "been",
    "so",
    "since",
    "up",
    "in",
    "out",
    "regularly",
    "anywhere",
    "either",
    "or",
    "then",
    "ever",
    "before",
    "yourself",
];

/// Words of a question that is not about one thing.
const VAGUE: &[&str] = &[
    "medications",
    "medication",
    "medicines",
    "theyve",
    "questions",
    "question",
    "chance",
    "idea",
    "ideas",
    "what",
    "me",
    "i",
    "how",
    "if",
    "is",
    "are",
    "do",
    "does",
    "did",
    "know",
    "which",
    "symptoms",
    "more",
    "when",
    "they",
    "tell",
    "look",
    "looked",
    "seen",
];

/// One thing asked for, without articles and tails; `None` when it names nothing clinical.
fn clean_item(tokens: &[&str]) -> Option<String> {
    let end = tokens.iter().skip(1).position(|t| {
        matches!(key(t).as_str(), "that" | "you" | "which" | "when" | "youve" | "theyve" | "because")
    });
    let tokens = &tokens[..end.map_or(tokens.len(), |at| at + 1)];
    let mut words: Vec<&str> = tokens
        .iter()
        .copied()
        .filter(|t| !matches!(key(t).as_str(), "your" | "you" | "yourself" | "my"))
        .collect();
    if words.len() > 2
        && matches!(key(words[0]).as_str(), "for" | "such")
        && matches!(key(words[1]).as_str(), "example" | "instance" | "as")
    {
        words.drain(..2);
    }

    while words.first().is_some_and(|t| HEAD.contains(&key(t).as_str())) {
        words.remove(0);
    }
    while words.last().is_some_and(|t| TAIL.contains(&key(t).as_str())) {
        words.pop();
    }
    let ks: Vec<String> = words.iter().map(|t| key(t)).collect();
    let vague = ks.iter().any(|k| VAGUE.contains(&k.as_str()));
    let done = ks.last().is_some_and(|k| matches!(k.as_str(), "checked" | "tested" | "done" | "measured"));
    let matter = topic_of(&ks).is_some_and(|t| !matches!(t.0, Topic::Social | Topic::Strengths));
    if words.is_empty() || words.len() > 8 || vague || done || !matter {
        return None;
    }
    Some(bare_words(&words).to_lowercase())
}

/// "Do you smoke?" as a statement: "smokes", or "does not smoke".
pub(crate) fn inverted(said: &str, yes: bool) -> Option<String> {
    let opened = text::without_opening(said);
    let tokens: Vec<&str> = opened.split_whitespace().collect();
    if tokens.len() < 3 || tokens.len() > 13 {
        return None;
    }
    let (aux, subject) = (key(tokens[0]), key(tokens[1]));
    if !AUXILIARIES.contains(&aux.as_str()) || subject != "you" {
        return None;
    }
    let ks = keys(&opened);
    if !is_clinical(&ks[2..])
        || ks.iter().any(|k| {
            matches!(
                k.as_str(),
                "or" | "i"
                    | "me"
                    | "we"
                    | "anyone"
                    | "told"
                    | "has"
                    | "did"
                    | "anything"
                    | "something"
                    | "what"
                    | "this"
                    | "that"
            )
        })
    {
        return None;
    }
    let mut rest = tokens[2..].to_vec();
    while rest.len() > 1 && matches!(key(rest[rest.len() - 1]).as_str(), "all" | "at" | "then" | "yourself") {
        rest.pop();
    }
    if yes {
        rest.retain(|t| key(t) != "any");
    }
    let verb = key(rest.first()?);
    let tail =
        about_client(bare_words(&rest[usize::from(yes && matches!(aux.as_str(), "do" | "does"))..]).as_str());
    let verb_third = if is_verb(&verb) { third(&verb) } else { String::new() };
    let text = match (aux.as_str(), yes) {
        ("do" | "does", true) if verb_third.is_empty() => return None,
        ("do" | "does", true) => format!("{verb_third} {tail}"),
        ("do" | "does", false) => format!("does not {tail}"),
        ("did", true) => format!("did {tail}"),
        ("did", false) => format!("did not {tail}"),
        ("are" | "is", true) => format!("is {tail}"),
        ("are" | "is", false) => format!("is not {tail}"),
        ("were" | "was", true) => format!("was {tail}"),
        ("were" | "was", false) => format!("was not {tail}"),
        ("have" | "has", true) => format!("has {tail}"),
        ("have" | "has", false) => format!("has not {tail}"),
        ("can", true) => format!("can {tail}"),
        ("can", false) => format!("cannot {tail}"),
        _ => return None,
    };
    Some(text.trim().to_owned())
}
