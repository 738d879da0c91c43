//! Answers that no other rule has words for: what a clinician asked about and the client answered is quoted with its
//! question, so that it is not missing from the note.

use super::exchange::open_question;
use super::lexicon::risk::RISK;
use super::model::{Fact, Kind, Topic, Turn};
use super::person::about_client;
use super::quote;
use super::text::keys;
use super::turns::{Role, Script, Utterance};
use super::weigh::{has_quantity, topic_of, word_salience};

/// The longest answer that is quoted, in words.
const LONGEST: usize = 32;
/// An answer shorter than this was heard by the other rules, or says nothing.
const SHORTEST: usize = 5;

/// A few words that name a matter, such as "and nightmares?".
const NAMED: usize = 3;

/// The answers whose turns no fact of `found` stands on.
pub(crate) fn facts(script: &Script<'_>, turns: &[Turn], found: &[Fact]) -> Vec<Fact> {
    let mut out = Vec::new();
    for (at, line) in script.lines.iter().enumerate() {
        let Some(reply) = script.lines.get(at + 1) else { break };
        let asked = line.role == Role::Clinician && reply.role == Role::Client && !reply.question;
        if !asked || RISK.any(&line.keys) || found.iter().any(|f| f.evidence.contains(&reply.turn)) {
            continue;
        }
        let Some((topic, weight)) = asks_about(line).or_else(|| asks_to_plan(line)) else { continue };
        let words = keys(&turns[reply.turn].text);
        if words.len() < SHORTEST {
            continue;
        }
        let Some(said) = quote::within(&turns[reply.turn].text, false, LONGEST) else { continue };
        let question = quote::question(line.raw).filter(|q| line.question && quote::asks(q));
        let few = quote::words(line.raw, false).filter(|q| q.split_whitespace().count() <= NAMED);
        let text = match (few, question, label(topic)) {
            (Some(named), ..) if !line.question || !quote::asks(&named) => {
                format!("asked about {}: “{said}”", about_client(&named))
            }
            (_, Some(question), _) => format!("asked “{question}”: “{said}”"),
            (.., Some(label)) => format!("{label}: “{said}”"),
            _ => continue,
        };
        let salience = 1.1
            + 0.3 * weight.min(2.0)
            + if has_quantity(&words) { 0.4 } else { 0.0 }
            + 0.9 * word_salience(&words);
        let evidence = vec![line.turn, reply.turn];
        let kind = if topic == Topic::Homework { Kind::Planned } else { Kind::Quoted };
        out.push(Fact { topic, kind, text, item: false, evidence, salience, order: at + 1 });
    }
    out
}

/// The clinical matter that a sentence of the clinician asks after: a question, or a few words that name it.
fn asks_about(line: &Utterance<'_>) -> Option<(Topic, f32)> {
    const FIRST: usize = 4;
    let (topic, weight) = open_question(line).map(|q| (q.topic, 1.0)).or_else(|| topic_of(&line.keys))?;
    let names = line.keys.first().is_some_and(|k| matches!(k.as_str(), "and" | "any" | "your" | "the"))
        && topic_of(&line.keys[..line.keys.len().min(FIRST)]).is_some();
    let clinical = label(topic).is_some()
        || matches!(topic, Topic::Thoughts | Topic::Anxiety | Topic::Trauma | Topic::Substances);
    (clinical && weight >= 0.9 && (line.question || names)).then_some((topic, weight))
}

/// Late in the session, a question after what is to be done: "How many days?", "What would be the next step?"
fn asks_to_plan(line: &Utterance<'_>) -> Option<(Topic, f32)> {
    const EARLIEST: f32 = 0.65;
    const AHEAD: &[&str] = &[
        " would you ",
        " could you ",
        " can you ",
        " will you ",
        " shall we ",
        " next step ",
        " how many ",
        " which days ",
        " how often ",
        " when will ",
        " what if you ",
        " doable ",
        " willing ",
        " feels possible ",
        " lets plan ",
        " lets pick ",
        " what about the ",
        " and the ",
    ];
    let said = format!(" {} ", line.keys.join(" "));
    let asks =
        line.question && line.keys.len() > 2 && line.at > EARLIEST && AHEAD.iter().any(|a| said.contains(a));
    (asks && !super::meeting::arranges(line)).then_some((Topic::Homework, 1.0))
}

/// What a topic is called before an answer.
fn label(topic: Topic) -> Option<&'static str> {
    Some(match topic {
        Topic::Mood => "mood",
        Topic::Sleep => "sleep",
        Topic::Appetite => "appetite",
        Topic::Energy => "energy",
        Topic::Medication => "medication",
        Topic::HomeworkDone => "homework",
        _ => return None,
    })
}
