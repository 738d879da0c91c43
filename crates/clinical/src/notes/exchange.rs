//! Questions and their answers. A question is never a fact; its answer makes it one.

use super::lexicon::questions::{OPEN_QUESTIONS, OpenQuestion};
use super::lexicon::risk::RISK;
use super::model::Fact;
use super::model::{Kind, Topic};
use super::person::{about_client, is_verb, third};
use super::text::{self, key, keys};
use super::turns::{Answer, Role, Script, Utterance, answer};
use super::weigh::{is_clinical, topic_of, word_salience};

/// The question that a client's sentence answers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context {
    /// Line number of the question.
    pub(crate) question: usize,
    /// What kind of open question it is, if a known one.
    pub(crate) open: Option<&'static OpenQuestion>,
    /// How the first answering sentence reads.
    pub(crate) answer: Answer,
}

/// For each line, the question it answers; only the client's lines directly after a question have one.
pub(crate) fn contexts(script: &Script<'_>) -> Vec<Option<Context>> {
    let mut out = vec![None; script.lines.len()];
    for at in 0..script.lines.len() {
        let line = &script.lines[at];
        if line.role != Role::Clinician || !line.question {
            continue;
        }
        let lines = answering(script, at);
        let Some(&first) = lines.first() else { continue };
        let context =
            Context { question: at, open: open_question(line), answer: answer(&script.lines[first].keys) };
        for line in lines {
            out[line] = Some(context);
        }
    }
    out
}

/// Lines of the client that answer the question at `at`: the next ones, with only murmurs of the clinician between.
pub(crate) fn answering(script: &Script<'_>, at: usize) -> Vec<usize> {
    const MOST: usize = 4;
    let mut out = Vec::new();
    for (next, line) in script.lines.iter().enumerate().skip(at + 1).take(12) {
        match line.role {
            Role::Client => out.push(next),
            Role::Clinician if out.is_empty() => {
                let same = line.turn == script.lines[at].turn;
                if line.question || !same && line.keys.len() > 2 {
                    break;
                }
            }
            Role::Clinician if line.keys.len() <= 1 && !line.question => {}
            Role::Clinician | Role::Unsure => break,
        }
        if out.len() == MOST {
            break;
        }
    }
    out
}

fn open_question(line: &Utterance<'_>) -> Option<&'static OpenQuestion> {
    let asked = format!(" {} ", line.keys.join(" "));
    OPEN_QUESTIONS.iter().find(|q| q.cues.split('|').any(|cue| asked.contains(cue)))
}

/// Facts that need both the question and the answer: denials, confirmations and short answers.
pub(crate) fn facts(script: &Script<'_>, contexts: &[Option<Context>]) -> Vec<Fact> {
    let mut out = Vec::new();
    let mut done = vec![false; script.lines.len()];
    for (at, context) in contexts.iter().enumerate() {
        let Some(context) = context else { continue };
        if done[context.question] {
            continue;
        }
        done[context.question] = true;
        for asked in asked_together(script, context.question) {
            if !RISK.any(&script.lines[asked].keys) {
                one(script, asked, at, context, &mut out);
            }
        }
    }
    out
}

/// "Any fever? Any rash?" in one breath are answered together when each only names things.
fn asked_together(script: &Script<'_>, at: usize) -> Vec<usize> {
    let mut all = vec![at];
    let named = |n: usize| script.lines[n].question && !items(&script.lines[n].said).is_empty();
    let mut earlier = at;
    while named(at)
        && earlier > 0
        && script.lines[earlier - 1].turn == script.lines[at].turn
        && named(earlier - 1)
    {
        earlier -= 1;
        all.push(earlier);
    }
    all
}

fn one(script: &Script<'_>, asked: usize, reply: usize, context: &Context, out: &mut Vec<Fact>) {
    let (question, answered) = (&script.lines[asked], &script.lines[reply]);
    let evidence = vec![question.turn, answered.turn];
    let rest = text::without_opening(&answered.said);
    let bare = keys(&rest).len() <= 2 || matches!(context.answer, Answer::No) && only_no(&answered.keys);
    let make = |topic, kind, text: String, item, salience: f32| Fact {
        topic,
        kind,
        text,
        item,
        evidence: evidence.clone(),
        salience,
        order: asked,
    };
    let open = open_question(question);
    match context.answer {
        Answer::No => {
            if let Some(q) = open.filter(|q| takes_none(q.topic)) {
                let found = items(&question.said);
                if q.topic == Topic::FamilyHistory || found.is_empty() || !mentions_specific(&found, q) {
                    if bare {
                        out.push(make(
                            q.topic,
                            Kind::Denied,
                            format!("{}: none reported", q.label),
                            false,
                            q.salience,
                        ));
                    }
                    return;
                }
            }
            let family = question.keys.iter().any(|k| k == "family");
            let found = items(&question.said);
            for item in &found {
                let topic = if family {
                    Topic::FamilyHistory
                } else {
                    topic_of(&keys(item)).map_or(Topic::Physical, |t| t.0)
                };
                if !family {
                    out.push(make(
                        topic,
                        Kind::Denied,
                        item.clone(),
                        true,
                        1.2 + 0.5 * word_salience(&keys(item)),
                    ));
                }
            }
            if found.is_empty()
                && let Some(text) = inverted(&question.said, false)
            {
                let topic = topic_of(&keys(&text)).map_or(Topic::Physical, |t| t.0);
                out.push(make(topic, Kind::Denied, text, false, 1.4));
            }
        }
        Answer::Yes if keys(&rest).is_empty() => {
            let found = items(&question.said);
            let negative = question
                .keys
                .iter()
                .any(|k| matches!(k.as_str(), "no" | "not" | "nothing") || k.ends_with("nt"));
            if negative || question.keys.iter().any(|k| k == "or" || k == "family") {
                return;
            }
            if let [item] = found.as_slice() {
                let topic = topic_of(&keys(item)).map_or(Topic::Physical, |t| t.0);
                out.push(make(
                    topic,
                    Kind::Reported,
                    format!("reports {item}"),
                    false,
                    1.6 + 0.5 * word_salience(&keys(item)),
                ));
            } else if found.is_empty()
                && let Some(text) = inverted(&question.said, true)
            {
                let topic = topic_of(&keys(&text)).map_or(Topic::Physical, |t| t.0);
                out.push(make(topic, Kind::Reported, text, false, 1.4));
            }
        }
        _ => short_answer(question, answered, open, matter(script, asked), &make, out),
    }
}

/// What is being talked about when a question such as "How long for?" comes: a medicine, a substance, an illness of
/// a relative, or else a symptom.
fn matter(script: &Script<'_>, asked: usize) -> Topic {
    for line in script.lines[asked.saturating_sub(4)..=asked].iter().rev() {
        if !super::lexicon::medicines::named(&line.keys).is_empty() {
            return Topic::Medication;
        }
        match topic_of(&line.keys) {
            Some((
                topic @ (Topic::Substances | Topic::Sleep | Topic::Anxiety | Topic::Mood | Topic::Social),
                weight,
            )) if weight >= 1.0 => return topic,
            Some((Topic::Physical | Topic::MedicalHistory, _)) => return Topic::Physical,
            _ => {}
        }
    }
    Topic::Physical
}

/// "How long?" "Two days." becomes "Duration: two days".
fn short_answer(
    question: &Utterance<'_>,
    answered: &Utterance<'_>,
    open: Option<&'static OpenQuestion>,
    matter: Topic,
    make: &impl Fn(Topic, Kind, String, bool, f32) -> Fact,
    out: &mut Vec<Fact>,
) {
    let rest = text::without_opening(&answered.said);
    let said = keys(&rest);
    let clause = said.first().is_some_and(|k| {
        text::is_pronoun(k) || matches!(k.as_str(), "thats" | "that" | "this" | "if" | "you")
    });
    let empty = said.iter().all(|k| EMPTY_ANSWERS.contains(&k.as_str()));
    if said.is_empty()
        || empty
        || answered.question
        || said.len() > 14
        || said.iter().any(|k| k.starts_with("you"))
    {
        return;
    }
    let evaluative = said.iter().all(|k| EVALUATIONS.contains(&k.as_str()));
    if evaluative {
        if let Some(noun) = asked_noun(question) {
            let topic = topic_of(&keys(&noun)).map_or(Topic::Physical, |t| t.0);
            out.push(make(topic, Kind::Reported, format!("{noun}: {rest}"), false, 1.2));
        }
    } else if let Some(q) = open.filter(|_| !clause) {
        let topic = if q.topic == Topic::Physical { matter } else { q.topic };
        out.push(make(
            topic,
            Kind::Reported,
            format!("{}: {}", q.label, about_speaker(&rest)),
            false,
            q.salience,
        ));
    }
}

/// Words that say how something is.
const EVALUATIONS: &[&str] = &[
    "fine", "normal", "ok", "okay", "good", "bad", "alright", "great", "terrible", "awful", "poor", "same",
    "the", "its", "theyre", "is", "pretty", "not", "quite", "a", "bit", "very", "really", "all", "so-so",
    "low", "high", "been", "too", "thats",
];

/// Words that answer nothing.
const EMPTY_ANSWERS: &[&str] = &[
    "that", "it", "this", "is", "what", "sorry", "and", "the", "a", "i", "think", "so", "not", "sure",
    "know", "dont", "really", "mean", "hello", "hi", "thank", "you", "thanks", "to", "um", "idea", "can",
    "cant", "remember", "maybe",
];

/// "my" in a short answer becomes "their".
fn about_speaker(text: &str) -> String {
    super::person::third_person(text).unwrap_or_else(|| about_client(text))
}

/// Topics of which "none" is a good answer.
fn takes_none(topic: Topic) -> bool {
    matches!(topic, Topic::Allergies | Topic::FamilyHistory | Topic::MedicalHistory | Topic::Medication)
}

/// The question asks for something more particular than its label, such as "any history of migraines".
fn mentions_specific(found: &[String], open: &OpenQuestion) -> bool {
    let general = [
        "medication",
        "medications",
        "medical",
        "history",
        "allergies",
        "conditions",
        "medicines",
        "tablets",
    ];
    open.topic == Topic::MedicalHistory
        && found.iter().any(|item| !keys(item).iter().any(|k| general.contains(&k.as_str())))
}

/// Nothing beyond a no: "No, no, nothing like that."
fn only_no(said: &[String]) -> bool {
    const MORE: &[&str] = &[
        "no",
        "nope",
        "nah",
        "none",
        "nothing",
        "not",
        "that",
        "i",
        "know",
        "of",
        "like",
        "im",
        "aware",
        "at",
        "all",
        "never",
        "neither",
        "ive",
        "noticed",
        "think",
        "dont",
        "so",
        "can",
        "of",
        "any",
        "none",
        "havent",
        "well",
        "moment",
        "the",
        "doctor",
        "else",
        "allergies",
        "really",
        "them",
        "those",
        "it",
        "anything",
        "had",
        "have",
    ];
    said.iter().all(|k| MORE.contains(&k.as_str()))
}

/// The noun asked about: "your bowels" in "And how are your bowels?"
pub(crate) fn asked_noun(question: &Utterance<'_>) -> Option<String> {
    let tokens: Vec<&str> = question.said.split_whitespace().collect();
    let at = tokens.iter().rposition(|t| key(t) == "your")?;
    let noun: Vec<&str> = tokens[at + 1..].iter().take(2).copied().collect();
    let one = keys(&noun.join(" "));
    (1..=noun.len()).find(|&n| is_clinical(&one[..n.min(one.len())])).map(|n| bare_words(&noun[..n]))
}

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

/// One thing asked for, without articles and tails; `None` when it names nothing clinical.
fn clean_item(tokens: &[&str]) -> Option<String> {
    const HEAD: &[&str] = &[
        "any",
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
    ];
    let end = tokens.iter().skip(1).position(|t| {
        matches!(key(t).as_str(), "that" | "you" | "which" | "when" | "youve" | "theyve" | "because")
    });
    let tokens = &tokens[..end.map_or(tokens.len(), |at| at + 1)];
    let mut words: Vec<&str> =
        tokens.iter().copied().filter(|t| !matches!(key(t).as_str(), "your" | "you" | "yourself")).collect();
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
    let vague = ks.iter().any(|k| {
        matches!(
            k.as_str(),
            "medications"
                | "medication"
                | "medicines"
                | "theyve"
                | "questions"
                | "question"
                | "chance"
                | "idea"
                | "ideas"
                | "what"
                | "me"
                | "i"
                | "how"
                | "if"
                | "is"
                | "are"
                | "do"
                | "does"
                | "did"
                | "know"
                | "which"
                | "symptoms"
                | "more"
                | "when"
                | "they"
                | "tell"
        )
    });
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
    if !AUXILIARIES.contains(&aux.as_str()) || !matches!(subject.as_str(), "you" | "it") {
        return None;
    }
    let ks = keys(&opened);
    if !is_clinical(&ks[2..])
        || ks.iter().any(|k| {
            matches!(
                k.as_str(),
                "or" | "i" | "me" | "we" | "anything" | "something" | "what" | "this" | "that"
            )
        })
    {
        return None;
    }
    let mut rest = tokens[2..].to_vec();
    while rest.len() > 1 && matches!(key(rest[rest.len() - 1]).as_str(), "all" | "at" | "then" | "yourself") {
        rest.pop();
    }
    let verb = key(rest[0]);
    let tail =
        about_client(bare_words(&rest[usize::from(yes && aux == "do" || yes && aux == "does")..]).as_str());
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
