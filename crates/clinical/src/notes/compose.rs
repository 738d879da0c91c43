//! From facts to a note: repeats merged, denials listed, the most telling kept, each topic in its place.

use std::collections::BTreeSet;

use super::model::{Draft, Fact, Facts, Format, Kind, Section, Sentence, Topic};
use super::person::opens_with_verb;
use super::text::{finish, keys};

/// The most facts of a topic that a note takes, before the overall limit. Risk is never cut.
const CAPS: &[(Topic, usize)] = &[
    (Topic::Concern, 4),
    (Topic::Physical, 8),
    (Topic::Mood, 4),
    (Topic::Anxiety, 4),
    (Topic::Thoughts, 3),
    (Topic::Sleep, 4),
    (Topic::Appetite, 2),
    (Topic::Energy, 2),
    (Topic::Trauma, 2),
    (Topic::Social, 4),
    (Topic::Substances, 3),
    (Topic::Medication, 4),
    (Topic::Allergies, 1),
    (Topic::MedicalHistory, 3),
    (Topic::FamilyHistory, 3),
    (Topic::Strengths, 3),
    (Topic::HomeworkDone, 3),
    (Topic::Risk, 40),
    (Topic::MentalStatus, 3),
    (Topic::Examination, 2),
    (Topic::Interventions, 5),
    (Topic::Impression, 2),
    (Topic::Progress, 2),
    (Topic::Response, 4),
    (Topic::Homework, 6),
    (Topic::MedicationPlan, 3),
    (Topic::Tests, 3),
    (Topic::Referrals, 2),
    (Topic::Advice, 2),
    (Topic::SafetyNet, 2),
    (Topic::FollowUp, 2),
];

/// The most sentences of the Subjective part chosen by weight; lists of denials, risk and statements of what was not
/// assessed come on top.
const MOST: usize = 26;

/// Words that do not tell two facts apart.
const COMMON: &[&str] = &[
    "the", "a", "an", "is", "was", "has", "had", "have", "been", "they", "their", "them", "it", "of", "to",
    "and", "in", "on", "at", "for", "that", "with", "reports", "states", "quite", "really", "bit", "just",
    "i", "my", "im", "ive", "some", "any", "very", "like", "be", "are",
];

/// Words a draft in `format`.
pub(crate) fn draft(facts: &Facts, format: Format) -> Draft {
    let chosen = choose(merge(&facts.items));
    let mut lead = true;
    let sections = format
        .sections()
        .iter()
        .map(|&name| {
            let mut topics: Vec<Topic> =
                chosen.iter().map(|f| f.topic).filter(|t| t.section(format) == name).collect();
            topics.sort_unstable();
            topics.dedup();
            let sentences = topics.iter().flat_map(|t| topic(*t, &chosen, &mut lead)).collect();
            Section { name, sentences }
        })
        .collect();
    Draft { format, sections }
}

fn telling(text: &str) -> BTreeSet<String> {
    keys(text).into_iter().filter(|k| !COMMON.contains(&k.as_str())).map(|k| stem(&k)).collect()
}

/// A rough stem, for comparing only.
fn stem(k: &str) -> String {
    let cut = ["ing", "ness", "es", "ed", "s", "e"]
        .iter()
        .find_map(|end| k.strip_suffix(end).filter(|r| r.len() >= 3));
    cut.unwrap_or(k).to_owned()
}

/// Facts that say the same are made one; things denied and risk keep the evidence of both.
fn merge(facts: &[Fact]) -> Vec<Fact> {
    let mut out: Vec<(Fact, BTreeSet<String>)> = Vec::new();
    for fact in facts {
        let words = telling(&fact.text);
        let same = out.iter_mut().rev().take(400).find(|(other, theirs)| {
            let told = matches!(fact.kind, Kind::Reported | Kind::Denied);
            let kin =
                other.kind == fact.kind && other.item == fact.item && (told || other.topic == fact.topic);
            kin && (other.text == fact.text
                || alike(&words, theirs)
                    && fact.kind != Kind::NotAssessed
                    && !matches!(fact.topic, Topic::Risk | Topic::Response))
        });
        match same {
            Some((other, theirs)) => {
                let fuller = words.len() > theirs.len() && !fact.item && fact.kind != Kind::Clinician;
                if fact.item || fact.topic == Topic::Risk {
                    other.evidence.extend(&fact.evidence);
                } else if fuller {
                    // A sentence stands on the turns its own words were said in, and on no others.
                    other.evidence.clone_from(&fact.evidence);
                }
                if fuller {
                    other.text.clone_from(&fact.text);
                    *theirs = words;
                }
                other.salience = other.salience.max(fact.salience) + 0.1;
            }
            None => out.push((fact.clone(), words)),
        }
    }
    drop_said_twice(&mut out);
    drop_contradicted(&mut out);
    drop_none_reported(&mut out);
    out.into_iter().map(|(fact, _)| fact).collect()
}

fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    let both = a.intersection(b).count();
    let least = a.len().min(b.len());
    least > 0
        && (both == least && (least >= 2 || a.len() == b.len()) || both * 10 >= 7 * a.len().max(b.len()))
}

/// Without the verbs that help: "does not" and "don't" are one.
fn bare(words: &BTreeSet<String>) -> BTreeSet<String> {
    const HELPING: &[&str] = &[
        "do", "not", "dont", "doesnt", "did", "didnt", "wont", "will", "cannot", "cant", "havent", "would",
        "id", "youd",
    ];
    words.iter().filter(|w| !HELPING.contains(&w.as_str()) && w.as_str() != "doe").cloned().collect()
}

/// What a fuller fact of the same turn says already goes: "the pill" beside "Medication: the pill", a statement that
/// is also quoted with its question, a quotation that is also told.
fn drop_said_twice(facts: &mut Vec<(Fact, BTreeSet<String>)>) {
    let all = facts.clone();
    let told = |f: &Fact| matches!(f.kind, Kind::Reported | Kind::Denied | Kind::Quoted);
    let mut at = 0;
    facts.retain(|(fact, words)| {
        at += 1;
        let loose = told(fact) && !fact.item && fact.topic != Topic::Risk && !words.is_empty();
        !(loose
            && all.iter().enumerate().any(|(other, (full, theirs))| {
                other + 1 != at
                    && told(full)
                    && !full.item
                    && fact.evidence.iter().all(|turn| full.evidence.contains(turn))
                    && bare(words).is_subset(&bare(theirs))
                    && (words.len() < theirs.len() || other + 1 < at)
            }))
    });
}

/// A thing denied in one place and told in another: what was told stands.
fn drop_contradicted(facts: &mut Vec<(Fact, BTreeSet<String>)>) {
    let told: Vec<BTreeSet<String>> = facts
        .iter()
        .filter(|(f, _)| {
            let negative = keys(&f.text)
                .iter()
                .any(|k| matches!(k.as_str(), "no" | "not" | "never" | "without") || k.ends_with("nt"));
            let told = f.kind == Kind::Reported && matches!(f.topic, Topic::Physical | Topic::Concern);
            // A question answered neither with yes nor with no was quoted with its answer.
            told && !negative || f.kind == Kind::Quoted && f.text.starts_with("asked “")
        })
        .map(|(_, words)| words.clone())
        .collect();
    facts.retain(|(f, words)| {
        !(f.item && f.kind == Kind::Denied && !words.is_empty() && told.iter().any(|t| words.is_subset(t)))
    });
}

/// "None reported" does not stand where something was reported.
fn drop_none_reported(facts: &mut Vec<(Fact, BTreeSet<String>)>) {
    let told: BTreeSet<Topic> =
        facts.iter().filter(|(f, _)| f.kind == Kind::Reported).map(|(f, _)| f.topic).collect();
    facts.retain(|(f, _)| !(f.text.ends_with(": none reported") && told.contains(&f.topic)));
}

/// In a consultation about the body a quotation is kept only when it weighs at least this much: symptoms are told, and
/// what is left to quote is mostly talk. In therapy the person's own words are the matter.
const LEAST_QUOTED: f32 = 1.7;

/// Whether more of what was told is about the body than about the mind and life.
fn is_consultation(facts: &[Fact]) -> bool {
    let bodily = |f: &&Fact| {
        matches!(
            f.topic,
            Topic::Physical
                | Topic::Allergies
                | Topic::MedicalHistory
                | Topic::FamilyHistory
                | Topic::Medication
        )
    };
    let told = || facts.iter().filter(|f| f.topic > Topic::Concern && f.topic < Topic::Risk);
    told().filter(bodily).count() * 2 > told().count()
}

/// The most telling facts, topic by topic and then overall, in the order in which they were said.
fn choose(mut facts: Vec<Fact>) -> Vec<Fact> {
    if is_consultation(&facts) {
        let record = |topic: Topic| {
            matches!(
                topic,
                Topic::Substances
                    | Topic::Medication
                    | Topic::Allergies
                    | Topic::MedicalHistory
                    | Topic::FamilyHistory
            )
        };
        facts.retain(|f| {
            f.kind != Kind::Quoted || f.topic >= Topic::Risk || record(f.topic) || f.salience >= LEAST_QUOTED
        });
    }
    let mut facts: Vec<(usize, Fact)> = facts.drain(..).enumerate().collect();
    facts.sort_by(|a, b| b.1.salience.total_cmp(&a.1.salience).then(a.0.cmp(&b.0)));
    let mut counts: Vec<(Topic, usize)> = Vec::new();
    let mut total = 0;
    facts.retain(|(_, fact)| {
        if fact.item || fact.topic == Topic::Risk || fact.kind == Kind::NotAssessed {
            return true;
        }
        let cap = CAPS.iter().find(|c| c.0 == fact.topic).map_or(2, |c| c.1);
        let at = counts.iter().position(|c| c.0 == fact.topic).unwrap_or_else(|| {
            counts.push((fact.topic, 0));
            counts.len() - 1
        });
        let told = fact.topic < Topic::Risk;
        let keep = counts[at].1 < cap && (!told || total < MOST);
        if keep {
            counts[at].1 += 1;
            total += usize::from(told);
        }
        keep
    });
    facts.sort_by_key(|(at, _)| *at);
    facts.into_iter().map(|(_, fact)| fact).collect()
}

/// The sentences of one topic: reports, then denials.
fn topic(topic: Topic, chosen: &[Fact], lead: &mut bool) -> Vec<Sentence> {
    let mut out = Vec::new();
    for fact in chosen.iter().filter(|f| f.topic == topic && !f.item) {
        let mut text = fact.text.clone();
        if *lead && fact.kind == Kind::Reported && opens_with_verb(&text) {
            text = format!("client {text}");
            *lead = false;
        }
        out.extend(sentence(&text, &fact.evidence, fact.kind, topic));
    }
    const TOGETHER: usize = 6;
    let mut denied: Vec<&Fact> = Vec::new();
    for fact in chosen.iter().filter(|f| f.topic == topic && f.item) {
        if denied.len() < 18 && !denied.iter().any(|other| same_thing(&other.text, &fact.text)) {
            denied.push(fact);
        }
    }
    for some in denied.chunks(TOGETHER) {
        let things: Vec<&str> = some.iter().map(|f| f.text.as_str()).collect();
        let listed = match things.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
            None => continue,
        };
        let evidence: Vec<usize> = some.iter().flat_map(|f| f.evidence.iter().copied()).collect();
        out.extend(sentence(&format!("denies {listed}"), &evidence, Kind::Denied, topic));
    }
    out
}

/// "dizzy" and "dizziness", "fever" and "fevers".
fn same_thing(a: &str, b: &str) -> bool {
    const BEGINNING: usize = 4;
    let alike = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    let longest = a.chars().count().max(b.chars().count());
    !a.contains(' ') && !b.contains(' ') && alike >= BEGINNING && alike * 2 >= longest
}

fn sentence(text: &str, evidence: &[usize], kind: Kind, topic: Topic) -> Option<Sentence> {
    let evidence: Vec<usize> = evidence.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    if evidence.is_empty() && kind != Kind::NotAssessed {
        return None;
    }
    let text = finish(text);
    (!text.is_empty()).then_some(Sentence { text, evidence, kind, topic })
}
