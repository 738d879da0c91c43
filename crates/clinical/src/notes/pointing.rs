//! What "it", "he" and "she" point at, where that is plain from what was said just before.

use super::exchange::{Context, asked_noun};
use super::lexicon::clinician::PLAN_WORDS;
use super::lexicon::medicines;
use super::lexicon::symptoms::REFERENTS;
use super::lexicon::verbs::PEOPLE;
use super::model::Topic;
use super::text;
use super::turns::{Role, Script, Utterance};
use super::weigh::topic_of;

/// What "it" may point at: the thing the question names, or the one thing named in the sentence before.
pub(crate) fn referent(script: &Script<'_>, at: usize, context: Option<Context>) -> Option<(String, usize)> {
    let one = |line: &Utterance<'_>| match REFERENTS.find(&line.keys).as_slice() {
        [hit] => Some((line.keys[hit.start..hit.end].join(" "), line.turn)),
        _ => None,
    };
    let own =
        script.lines[..at].last().filter(|l| l.role == Role::Client && l.turn + 2 >= script.lines[at].turn);
    match (own, context) {
        (Some(before), _) => one(before),
        (None, Some(c)) => {
            let question = &script.lines[c.question];
            // Of the things that are the person's, a part of the body is where something is, not what "it" is.
            let noun = asked_noun(question).filter(|noun| {
                let ks = text::keys(noun);
                REFERENTS.any(&ks)
                    || topic_of(&ks).is_some_and(|t| !matches!(t.0, Topic::Physical | Topic::Substances))
            });
            let noun = noun.or_else(|| medicine(question)).or_else(|| task(question));
            noun.map(|noun| (noun, question.turn)).or_else(|| one(question))
        }
        (None, None) => None,
    }
}

/// The one medicine a question names.
fn medicine(question: &Utterance<'_>) -> Option<String> {
    match medicines::named(&question.keys).as_slice() {
        [(start, end)] => Some(question.keys[*start..*end].join(" ")),
        _ => None,
    }
}

/// The homework a question names: "thought record".
fn task(question: &Utterance<'_>) -> Option<String> {
    let hits = PLAN_WORDS.find(&question.keys);
    let longest = hits
        .iter()
        .filter(|h| h.label == Topic::Homework && h.end - h.start > 1)
        .max_by_key(|h| h.end - h.start);
    longest.map(|h| question.keys[h.start..h.end].join(" "))
}

/// Women and men among [`PEOPLE`]. Who is neither can be "he" and "she".
const WOMEN: &[&str] = &[
    "mum",
    "mom",
    "mother",
    "sister",
    "daughter",
    "wife",
    "girlfriend",
    "aunt",
    "auntie",
    "grandmother",
    "grandma",
    "nan",
    "gran",
    "granny",
    "niece",
    "stepmum",
];
const MEN: &[&str] = &[
    "dad",
    "father",
    "brother",
    "son",
    "husband",
    "boyfriend",
    "uncle",
    "grandfather",
    "grandad",
    "nephew",
    "stepdad",
    "landlord",
];

/// The person that a "he" or "she" stands for: the one named in the sentence or in the two before, where the word fits.
pub(crate) fn person_before(script: &Script<'_>, at: usize, pronoun: &str) -> Option<(String, usize)> {
    let others = if pronoun.starts_with("she") { MEN } else { WOMEN };
    let named = script.lines[at.saturating_sub(2)..=at].iter().rev().find_map(|line| {
        let mut named: Vec<&String> = line.keys.iter().filter(|k| PEOPLE.contains(&k.as_str())).collect();
        named.dedup();
        match named.as_slice() {
            [] => None,
            [one] => Some(Some(((*one).clone(), line.turn))),
            _ => Some(None),
        }
    });
    // Those whose help is spoken of are seldom whom a "he" goes on about.
    let helping = ["doctor", "gp", "team", "teacher", "supervisor", "baby", "child"];
    named.flatten().filter(|(who, _)| !others.contains(&who.as_str()) && !helping.contains(&who.as_str()))
}
