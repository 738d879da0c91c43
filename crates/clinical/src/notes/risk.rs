//! Statements of risk. What is not plainly a yes or a no is quoted, never summarised.

use std::collections::BTreeSet;

use super::client::{Subject, subject};
use super::exchange::answering;
use super::lexicon::Hit;
use super::lexicon::risk::{DOMAINS, RISK, Risk, bears_on_risk, is_plain};
use super::lexicon::verbs::PEOPLE;
use super::model::{Fact, Kind, Topic};
use super::person::{about_client, third_person};
use super::quote;
use super::text::{self, key};
use super::turns::{Answer, Role, Script, Utterance, answer};

/// All statements of risk, and for what was not raised a statement that it was not.
pub(crate) fn facts(script: &Script<'_>) -> Vec<Fact> {
    let mut out = Vec::new();
    let mut raised = BTreeSet::new();
    let mut used = BTreeSet::new();
    for (at, line) in script.lines.iter().enumerate() {
        let hits = real_hits(line);
        if hits.is_empty() {
            if follows_risk(script, at) {
                followed(script, at, &mut used, &mut out);
            }
            continue;
        }
        match line.role {
            Role::Clinician if line.question || asks_within(line, &hits) => {
                raised.extend(hits.iter().map(|h| h.label));
                if hits.iter().any(|h| others_too(&line.keys, h.end) > 0) {
                    raised.insert(Risk::ToOthers);
                }
                asked(script, at, &hits, &mut used, &mut out);
            }
            Role::Clinician => {}
            Role::Client => {
                raised.extend(hits.iter().map(|h| h.label));
                if !used.contains(&at) {
                    stated(line, at, &hits, &mut out);
                }
            }
            Role::Unsure => {
                raised.extend(hits.iter().map(|h| h.label));
                if let Some(said) = quote::words(line.raw, true) {
                    push(&mut out, Kind::Discussed, format!("discussed: “{said}”"), vec![line.turn], at);
                }
            }
        }
    }
    let missing: Vec<&str> = DOMAINS.iter().filter(|d| !raised.contains(&d.0)).map(|d| d.1).collect();
    if missing.len() == DOMAINS.len() {
        push(
            &mut out,
            Kind::NotAssessed,
            "suicidal thoughts, other risk: not assessed".to_owned(),
            Vec::new(),
            usize::MAX,
        );
    } else if !missing.is_empty() {
        let text = format!("{}: not assessed", missing.join(", "));
        push(&mut out, Kind::NotAssessed, text, Vec::new(), usize::MAX);
    }
    out
}

/// Talk without punctuation hides its questions: "okay thank you any thoughts of harming yourself".
fn asks_within(line: &Utterance<'_>, hits: &[Hit<Risk>]) -> bool {
    const BEFORE: usize = 8;
    let Some(hit) = hits.first().filter(|_| !line.raw.contains(['.', ',', '!'])) else { return false };
    let before = &line.keys[hit.start.saturating_sub(BEFORE)..hit.start];
    let inverted = before
        .windows(2)
        .any(|w| matches!(w[0].as_str(), "have" | "do" | "did" | "are" | "were") && w[1] == "you");
    inverted || before.iter().any(|k| k == "any" || k == "ever")
}

fn push(out: &mut Vec<Fact>, kind: Kind, text: String, evidence: Vec<usize>, order: usize) {
    out.push(Fact { topic: Topic::Risk, kind, text, item: false, evidence, salience: 9.0, order });
}

/// Hits without figures of speech: harm from others needs a person who does it.
fn real_hits(line: &Utterance<'_>) -> Vec<Hit<Risk>> {
    let mut hits = RISK.find(&line.keys);
    hits.retain(|h| {
        let safe = line.keys[h.start..h.end].iter().any(|k| k.contains("safe"));
        let doer = line.keys[h.start.saturating_sub(5)..h.start].iter().any(|k| {
            matches!(
                k.as_str(),
                "he" | "she"
                    | "they"
                    | "hes"
                    | "shes"
                    | "who"
                    | "someone"
                    | "anyone"
                    | "has"
                    | "been"
                    | "was"
            ) || PEOPLE.contains(&k.as_str())
        });
        let words = h.end - h.start;
        match h.label {
            Risk::FromOthers => {
                let bodily = line
                    .keys
                    .get(h.end)
                    .is_some_and(|k| matches!(k.as_str(), "like" | "that" | "for" | "to"));
                (safe || doer || h.start == 0 || line.question) && (!bodily || doer)
            }
            // "I'd be better off part-time" is about oneself alive; "they'd be better off" is about being gone.
            Risk::Suicide
                if line.role == Role::Client && line.keys[h.start..h.end] == ["be", "better", "off"] =>
            {
                let own = line.keys[h.start.saturating_sub(3)..h.start].iter();
                !own.clone().any(|k| matches!(k.as_str(), "i" | "id" | "ill" | "you" | "youd" | "we" | "wed"))
            }
            Risk::Protective => line.keys.len() > 3 && words >= 1,
            // "I wouldn't be here if it wasn't for …" says what brought the person, not that they wish to be gone.
            Risk::Suicide if line.keys[h.end - 1] == "here" => {
                line.keys.get(h.end..h.end + 2) != Some(&["if".to_owned(), "it".to_owned()])
            }
            _ => true,
        }
    });
    hits
}

/// What the risk asked about is called where the words of the question do not make a phrase.
fn domain(hits: &[Hit<Risk>]) -> Option<&'static str> {
    DOMAINS.iter().find(|(risk, _)| hits.iter().any(|hit| hit.label == *risk)).map(|(_, name)| *name)
}

/// The words of the question that name the risk: "thoughts of hurting yourself".
fn named(line: &Utterance<'_>, hits: &[Hit<Risk>]) -> String {
    const LEAD: &[&str] = &[
        "thoughts",
        "thought",
        "thinking",
        "plans",
        "plan",
        "feelings",
        "feeling",
        "urges",
        "ideas",
        "intent",
        "intention",
        "wanting",
        "wanted",
        "attempts",
        "attempted",
        "tried",
    ];
    let tokens: Vec<&str> = line.said.split_whitespace().filter(|t| !key(t).is_empty()).collect();
    let first = hits.iter().map(|h| h.start).min().unwrap_or(0);
    let end = hits.iter().map(|h| h.end).max().unwrap_or(0).min(tokens.len());
    let start = (first.saturating_sub(4)..first)
        .find(|&at| LEAD.contains(&key(tokens[at]).as_str()))
        .unwrap_or(first);
    let noun = tokens.get(end).is_some_and(|t| {
        matches!(
            key(t).as_str(),
            "thoughts" | "thought" | "feelings" | "ideas" | "ideation" | "plans" | "urges"
        )
    });
    let end = if noun { end + 1 } else { end };
    let end = end + others_too(&line.keys, end);
    let words = tokens[start.min(end)..end].join(" ");
    let thoughts = start == first
        && key(tokens[start.min(tokens.len() - 1)]).ends_with("ing")
        && line.keys[..first].iter().any(|k| k.starts_with("thought"))
        && hits.iter().any(|h| h.label == Risk::Suicide);
    let words = if thoughts { format!("thoughts of {words}") } else { words };
    about_client(words.trim_matches(|c: char| !c.is_alphanumeric()))
        .replace("myself", "themselves")
        .replace("my ", "their ")
}

/// How many words of "or anyone else" follow: the same question asks after harm to others.
fn others_too(keys: &[String], end: usize) -> usize {
    let k = |n: usize| keys.get(end + n).map(String::as_str).unwrap_or_default();
    match (k(0), k(1), k(2)) {
        ("or", "anyone" | "anybody" | "someone" | "somebody", "else") => 3,
        ("or", "others", _) => 2,
        ("or", "other", "people") => 3,
        _ => 0,
    }
}

/// A phrase that "denies" and "reports" can stand before: "thoughts of …", "self-harm", "hurting themselves".
fn is_noun(phrase: &str) -> bool {
    const NOUNS: &[&str] = &[
        "thoughts",
        "thought",
        "plans",
        "plan",
        "feelings",
        "urges",
        "ideas",
        "intent",
        "intention",
        "attempts",
        "suicide",
        "self-harm",
        "self-injury",
        "overdose",
        "suicidal",
    ];
    let words = text::keys(phrase);
    let first = words.first().map(String::as_str).unwrap_or_default();
    (NOUNS.contains(&first) || first.ends_with("ing"))
        && (first != "suicidal" || words.len() > 1)
        && first != "wanting"
}

/// A question about risk, with its answer.
fn asked(
    script: &Script<'_>,
    at: usize,
    hits: &[Hit<Risk>],
    used: &mut BTreeSet<usize>,
    out: &mut Vec<Fact>,
) {
    let line = &script.lines[at];
    let about = named(line, hits);
    let lines = answering(script, at);
    let Some(&first) = lines.first() else {
        if !answered_later(script, at) {
            let text = match quote::words(line.raw, false) {
                Some(said) => format!("asked “{said}”; no answer in the transcript"),
                None => format!("asked about {about}; no answer in the transcript"),
            };
            push(out, Kind::Discussed, text, vec![line.turn], at);
        }
        return;
    };
    let reply = &script.lines[first];
    let evidence = vec![line.turn, reply.turn];
    let safety = hits.iter().any(|h| h.label == Risk::FromOthers) && line.keys.iter().any(|k| k == "safe");
    let ever = line
        .keys
        .iter()
        .any(|k| matches!(k.as_str(), "ever" | "past" | "before" | "previously" | "what" | "how" | "when"));
    let plain = is_plain(&reply.keys);
    used.insert(first);
    match answer(&reply.keys) {
        Answer::No if plain && safety => {
            push(
                out,
                Kind::Reported,
                format!("answers “{}” when asked about feeling safe", short(reply)),
                evidence,
                at,
            );
        }
        Answer::No if plain && is_noun(&about) => {
            push(out, Kind::Denied, format!("denies {about}"), evidence, at)
        }
        Answer::No if plain => {
            let text = match quote::words(line.raw, false).filter(|_| line.question) {
                Some(question) => format!("denies, asked “{question}”"),
                None => format!("denies, asked about {}", domain(hits).unwrap_or(&about)),
            };
            push(out, Kind::Denied, text, evidence, at);
        }
        Answer::Yes if plain && safety => {
            push(out, Kind::Reported, format!("feels {}", safe_place(line, hits)), evidence, at)
        }
        Answer::Yes if plain && !ever && is_noun(&about) => {
            push(out, Kind::Reported, format!("reports {about}, when asked"), evidence, at)
        }
        _ => match quote::words(reply.raw, true) {
            _ if denies_in_words(reply) || safety && reply.keys.iter().any(|k| k == "safe") => {
                let before = out.len();
                stated(reply, first, &real_hits(reply), out);
                for fact in &mut out[before..] {
                    fact.evidence.push(line.turn);
                }
            }
            Some(said) => match quote::words(line.raw, false) {
                Some(question) if line.question => {
                    push(out, Kind::Quoted, format!("asked “{question}”: “{said}”"), evidence, at)
                }
                _ => push(out, Kind::Quoted, format!("asked about {about}: “{said}”"), evidence, at),
            },
            None => push(
                out,
                Kind::Discussed,
                format!("asked about {about}; see the answer in the transcript"),
                evidence,
                at,
            ),
        },
    }
    elaborations(script, &lines[1..], used, out);
}

/// A question on plans, means or the past, close after a question on risk.
fn follows_risk(script: &Script<'_>, at: usize) -> bool {
    const MORE: &[&str] = &[
        "plan",
        "plans",
        "intent",
        "intention",
        "means",
        "act",
        "acted",
        "prepare",
        "prepared",
        "attempt",
        "attempts",
        "attempted",
        "acting",
        "gun",
        "guns",
        "weapon",
        "weapons",
        "firearm",
        "firearms",
        "access",
    ];
    let line = &script.lines[at];
    // "When was the last time you had a thought like that?"
    let back = line.keys.windows(2).any(|w| {
        w[0].starts_with("thought") && w[1] == "like"
            || w[0].starts_with("urge")
            || w[0] == "last" && w[1] == "time"
    });
    // "And nothing since then?"
    let back = back
        || line.keys.len() <= 8
            && line
                .keys
                .iter()
                .any(|k| matches!(k.as_str(), "since" | "again" | "ever" | "lately" | "recently" | "still"));
    let near = || {
        script.lines[at.saturating_sub(4)..at].iter().any(|l| {
            RISK.find(&l.keys)
                .iter()
                .any(|h| matches!(h.label, Risk::Suicide | Risk::SelfHarm | Risk::ToOthers))
        })
    };
    if line.role == Role::Clinician && line.question && back && near() {
        return true;
    }
    line.role == Role::Clinician
        && line.question
        && line.keys.iter().any(|k| MORE.contains(&k.as_str()))
        && script.lines[at.saturating_sub(8)..at].iter().any(|l| {
            RISK.find(&l.keys)
                .iter()
                .any(|h| matches!(h.label, Risk::Suicide | Risk::SelfHarm | Risk::ToOthers))
        })
}

/// A follow-up question on risk and its answer, both as said.
fn followed(script: &Script<'_>, at: usize, used: &mut BTreeSet<usize>, out: &mut Vec<Fact>) {
    let line = &script.lines[at];
    let lines = answering(script, at);
    let Some(&first) = lines.first() else { return };
    let reply = &script.lines[first];
    if let (Some(question), Some(said)) = (quote::words(line.raw, false), quote::words(reply.raw, true)) {
        used.insert(first);
        push(out, Kind::Quoted, format!("asked “{question}”: “{said}”"), vec![line.turn, reply.turn], at);
    }
    elaborations(script, &lines[1..], used, out);
}

/// What follows the answer in the same breath is quoted, so that a qualification is not lost.
fn elaborations(script: &Script<'_>, lines: &[usize], used: &mut BTreeSet<usize>, out: &mut Vec<Fact>) {
    for &next in lines.iter().take(3) {
        let more = &script.lines[next];
        let says = more.keys.len() > 2 && !more.question;
        if says
            && RISK.find(&more.keys).is_empty()
            && bears_on_risk(&more.keys)
            && let Some(said) = quote::words(more.raw, false)
        {
            used.insert(next);
            push(out, Kind::Quoted, format!("adds “{said}”"), vec![more.turn], next);
        }
    }
}

/// The answer denies a risk in words of its own, so it is read as a statement.
fn denies_in_words(reply: &Utterance<'_>) -> bool {
    RISK.find(&reply.keys).first().is_some_and(|hit| negated(&reply.keys, hit))
}

/// An answer further on, after an interruption, is left to be read as a statement.
fn answered_later(script: &Script<'_>, at: usize) -> bool {
    script
        .lines
        .iter()
        .skip(at + 1)
        .take(6)
        .any(|l| l.role != Role::Clinician && !RISK.find(&l.keys).is_empty())
}

fn short(reply: &Utterance<'_>) -> String {
    quote::words(reply.raw, true).unwrap_or_else(|| "no".to_owned())
}

fn safe_place(line: &Utterance<'_>, hits: &[Hit<Risk>]) -> String {
    let tokens: Vec<&str> = line.said.split_whitespace().filter(|t| !key(t).is_empty()).collect();
    let at = tokens
        .iter()
        .position(|t| key(t) == "safe")
        .unwrap_or(hits[0].start.min(tokens.len().saturating_sub(1)));
    about_client(tokens[at..].join(" ").trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The words between a negation and the risk phrase may only be those that carry the negation on.
fn negated(keys: &[String], hit: &Hit<Risk>) -> bool {
    const CARRY: &[&str] = &[
        "have",
        "had",
        "any",
        "got",
        "get",
        "want",
        "to",
        "wanted",
        "thoughts",
        "thought",
        "of",
        "about",
        "think",
        "thinking",
        "ever",
        "really",
        "feel",
        "feeling",
        "like",
        "actually",
        "been",
        "having",
        "plans",
        "plan",
        "plans",
        "not",
        "no",
        "do",
        "going",
        "urges",
        "even",
        "and",
        "or",
        "would",
        "a",
        "the",
        "intention",
        "ideas",
        "try",
        "tried",
        "ive",
        "i",
        "am",
        "suicidal",
        "hurting",
        "killing",
    ];
    const NEGATORS: &[&str] =
        &["not", "no", "dont", "never", "havent", "didnt", "wouldnt", "without", "isnt", "arent", "nor"];
    let mut at = hit.start;
    while at > 0 {
        at -= 1;
        let k = keys[at].as_str();
        if NEGATORS.contains(&k) {
            return true;
        }
        if !CARRY.contains(&k) {
            return false;
        }
    }
    false
}

/// The sentence in quotation marks; of a long one the part that has the words of risk in it.
fn with_its_words(line: &Utterance<'_>, hit: &Hit<Risk>) -> Option<String> {
    let whole = quote::words(line.raw, true)?;
    match quote::stretch(line.raw, &line.keys[hit.start..hit.end]) {
        Some(words) if !whole.contains(&words) => quote::around(line.raw, &words),
        _ => Some(whole),
    }
}

/// A statement of risk by the client, in or out of answer to a question.
fn stated(line: &Utterance<'_>, at: usize, hits: &[Hit<Risk>], out: &mut Vec<Fact>) {
    let evidence = vec![line.turn];
    let Some(hit) = hits.first() else { return };
    let opened = text::keys(&text::without_opening(&line.said));
    let own = subject(&opened) != Subject::Other
        || line.keys[hit.start..hit.end]
            .iter()
            .any(|k| matches!(k.as_str(), "me" | "myself" | "my" | "i" | "better"));
    let past = line.keys.iter().any(|k| {
        matches!(
            k.as_str(),
            "past"
                | "ago"
                | "since"
                | "used"
                | "when"
                | "but"
                | "teenager"
                | "anymore"
                | "now"
                | "sometimes"
                | "until"
                | "tonight"
                | "today"
                | "if"
        )
    });
    let all_negated = hits.iter().all(|h| negated(&line.keys, h) || h.start <= hit.end + 2);
    let risky = matches!(hit.label, Risk::Suicide | Risk::SelfHarm | Risk::ToOthers);
    let safe = line.keys[hit.start..hit.end].iter().any(|k| k == "safe");
    let phrase = named(line, hits);
    if own
        && risky
        && all_negated
        && negated(&line.keys, hit)
        && !past
        && is_noun(&phrase)
        && line.keys.len() <= 12
    {
        push(out, Kind::Denied, format!("denies {phrase}"), evidence, at);
    } else if own
        && hit.label == Risk::FromOthers
        && safe
        && !past
        && line.keys.len() <= 10
        && let Some(text) = third_person(&text::without_opening(&line.said))
    {
        push(out, Kind::Reported, text, evidence, at);
    } else if let Some(said) = with_its_words(line, hit) {
        let lead = if own || hit.label != Risk::Suicide && hit.label != Risk::SelfHarm {
            "states"
        } else {
            "says of someone else:"
        };
        push(out, Kind::Quoted, format!("{lead} “{said}”"), evidence, at);
    }
}
