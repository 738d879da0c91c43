//! Questions and their answers. A question is never a fact; its answer makes it one.

use super::asked::{inverted, items};
use super::lexicon::questions::{OPEN_QUESTIONS, OpenQuestion};
use super::lexicon::risk::RISK;
use super::model::Fact;
use super::model::{Kind, Topic};
use super::person::about_client;
use super::text::{self, key, keys};
use super::turns::{Answer, Role, Script, Utterance, answer};
use super::weigh::{has_quantity, is_clinical, topic_of, word_salience};

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
    if let Some(q) = open.filter(|q| q.topic == Topic::Response) {
        let same = script.lines[reply..]
            .iter()
            .take_while(|l| l.turn == answered.turn)
            .filter(|l| l.keys.len() >= 4 && !l.question);
        let said: Vec<String> = same
            .take(3)
            .filter_map(|l| super::quote::words(l.raw, false))
            .map(|q| format!("“{q}”"))
            .collect();
        if !said.is_empty() {
            out.push(make(
                q.topic,
                Kind::Quoted,
                format!("{}: {}", q.label, said.join(", ")),
                false,
                q.salience,
            ));
        }
        return;
    }
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
        Answer::Yes
            if detail(&rest)
                && inverted(&question.said, true).is_some()
                && !question.keys.iter().any(|k| k == "or") =>
        {
            let text = inverted(&question.said, true).unwrap_or_default();
            let topic = topic_of(&keys(&text)).map_or(Topic::Physical, |t| t.0);
            out.push(make(topic, Kind::Reported, format!("{text}: {}", about_speaker(&rest)), false, 2.2));
        }
        _ => short_answer(question, answered, open, matter(script, asked), &make, out),
    }
}

/// A detail without a verb of its own: "fifty milligrams every morning".
fn detail(rest: &str) -> bool {
    let said = keys(rest);
    let clause = said.first().is_some_and(|k| {
        text::is_pronoun(k) || matches!(k.as_str(), "thats" | "that" | "this" | "if" | "you" | "what")
    });
    !clause && (2..=10).contains(&said.len()) && has_quantity(&said)
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
