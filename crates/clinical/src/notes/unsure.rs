//! What cannot be attributed or understood, and what was not assessed.

use super::lexicon::symptoms::{BODILY, FEELINGS};
use super::model::{Fact, Kind, Topic, Turn};
use super::turns::{Role, Script};
use super::weigh::{topic_of, word_salience};
use super::{cut, quote};

/// Sentences whose speaker is unknown are given as discussed; other languages are quoted a little.
pub(crate) fn facts(script: &Script<'_>, turns: &[Turn]) -> Vec<Fact> {
    const MOST_FOREIGN: usize = 3;
    let mut out = Vec::new();
    for (at, line) in script.lines.iter().enumerate() {
        if line.role != Role::Unsure || line.question || line.keys.len() < 4 || line.keys.len() > 30 {
            continue;
        }
        let Some((topic, weight)) = topic_of(&line.keys) else { continue };
        if !(BODILY.any(&line.keys) || FEELINGS.any(&line.keys) || weight >= 1.4) {
            continue;
        }
        if let Some(said) = quote::words(line.raw, false) {
            let salience = 0.4 * weight + 0.8 * word_salience(&line.keys);
            out.push(discussed(topic, format!("discussed: “{said}”"), line.turn, salience, at));
        }
    }
    let mut foreign: Vec<usize> = script.foreign.clone();
    foreign.sort_by_key(|&turn| (usize::MAX - turns[turn].text.len().min(400), turn));
    for &turn in foreign.iter().take(MOST_FOREIGN) {
        let first = cut::sentences(&turns[turn].text).first().copied().unwrap_or_default();
        if let Some(said) = quote::words(first, true) {
            out.push(discussed(
                Topic::Concern,
                format!("said in a language that is not drafted: “{said}”"),
                turn,
                1.0,
                turn,
            ));
        }
    }
    out
}

fn discussed(topic: Topic, text: String, turn: usize, salience: f32, order: usize) -> Fact {
    Fact { topic, kind: Kind::Discussed, text, item: false, evidence: vec![turn], salience, order }
}

/// Statements of what the session does not show. Nothing defaults to normal.
pub(crate) fn not_assessed(found: &[Fact]) -> Vec<Fact> {
    let has = |topic: Topic| found.iter().any(|f| f.topic == topic);
    let mut out = Vec::new();
    let mut add = |topic: Topic, text: &str| {
        out.push(Fact {
            topic,
            kind: Kind::NotAssessed,
            text: text.to_owned(),
            item: false,
            evidence: Vec::new(),
            salience: 9.0,
            order: usize::MAX,
        });
    };
    add(
        Topic::MentalStatus,
        if has(Topic::MentalStatus) {
            "other mental status items: not assessed"
        } else {
            "appearance, speech, affect, orientation: not assessed"
        },
    );
    if !has(Topic::Impression) && !has(Topic::Progress) && !has(Topic::Response) {
        add(Topic::Impression, "clinical impression: not discussed");
    }
    if !found.iter().any(|f| f.kind == Kind::Planned) {
        add(Topic::FollowUp, "plan: not discussed");
    }
    out
}
