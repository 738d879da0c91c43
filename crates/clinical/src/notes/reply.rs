//! How the client takes what the clinician proposed or did, and what the client means to do.

use super::lexicon::clinician::{PROPOSAL, RESPONSE};
use super::lexicon::risk::RISK;
use super::model::{Fact, Kind, Topic};
use super::quote;
use super::text;
use super::turns::{Role, Script, Utterance};
use super::weigh::{has_quantity, word_salience};

/// A taking up or turning down, or an intention. True when the sentence was an intention and is nothing else.
pub(crate) fn facts(script: &Script<'_>, at: usize, out: &mut Vec<Fact>) -> bool {
    if let Some(fact) = intention(script, at) {
        out.push(fact);
        return true;
    }
    response(script, at, out);
    false
}

/// "I'm going to call my sister on Sunday": what the client says they will do, as said.
fn intention(script: &Script<'_>, at: usize) -> Option<Fact> {
    const EARLIEST: f32 = 0.3;
    const LONGEST: usize = 24;
    let line = &script.lines[at];
    let opened = text::without_opening(&line.said);
    let ks = text::keys(&opened);
    let said = ks.join(" ");
    let own_ill = opened.split_whitespace().next().is_some_and(|t| t.contains('\''));
    let begins = INTENDS.iter().find(|i| said.starts_with(&format!("{i} ")))?;
    let verb = ks.get(begins.split(' ').count()).map(String::as_str).unwrap_or_default();
    let framed = ks
        .iter()
        .any(|k| matches!(k.as_str(), "if" | "when" | "said" | "says" | "unless" | "until" | "would"));
    let does = verb == "do" && has_quantity(&ks);
    let told = ks.len() >= begins.split(' ').count() + 3 && line.raw.split_whitespace().count() <= LONGEST;
    let meant = *begins != "ill" || own_ill;
    if line.at < EARLIEST || framed || !told || !meant || NO_DEED.contains(&verb) && !does || line.question {
        return None;
    }
    let said = quote::words(line.raw, false)?;
    Some(Fact {
        topic: Topic::Homework,
        kind: Kind::Planned,
        text: format!("client intends: “{said}”"),
        item: false,
        evidence: vec![line.turn],
        salience: 1.2 + line.at + 0.5 * word_salience(&ks) - 0.15 * quote::murmurs(&said),
        order: at,
    })
}

/// Openings of an intention.
const INTENDS: &[&str] = &[
    "im going to",
    "i am going to",
    "im gonna",
    "i am gonna",
    "i will",
    "ill",
    "i plan to",
    "im planning to",
    "i intend to",
    "i think ill",
    "i think i will",
    "i guess ill",
    "ill try to",
    "i could try to",
    "i could try",
    "im willing to",
    "i promise to",
    "i think im going to",
    "i think im gonna",
];

/// Verbs that are no deed of the time after the session.
const NO_DEED: &[&str] = &[
    "be",
    "have",
    "feel",
    "think",
    "say",
    "tell",
    "know",
    "never",
    "not",
    "see",
    "always",
    "probably",
    "just",
    "get",
    "admit",
    "need",
    "do",
    "give",
    "lose",
    "die",
    "fail",
    "end",
    "want",
    "still",
    "even",
    "sometimes",
    "usually",
    "ask",
];

/// "That makes sense" after something the clinician proposed or did.
fn response(script: &Script<'_>, at: usize, out: &mut Vec<Fact>) {
    let line = &script.lines[at];
    if line.keys.len() > 14 || at == 0 || RISK.any(&line.keys) {
        return;
    }
    let Some(hit) = RESPONSE.find(&line.keys).first().copied() else { return };
    let Some(before) = script.lines[..at].iter().rev().find(|l| l.role == Role::Clinician) else { return };
    let invited = before.keys.join(" ");
    let proposed =
        script.lines[..at].iter().rev().take(4).any(|l| l.turn == before.turn && PROPOSAL.any(&l.keys));
    if !hit.label
        && !proposed
        && ![
            "would you",
            "how about",
            "could you",
            "like to try",
            "homework",
            "willing",
            "like you to",
            "want you to",
            "how about",
            "practise",
            "practice",
        ]
        .iter()
        .any(|p| invited.contains(p))
    {
        return;
    }
    if line.turn - before.turn.min(line.turn) > 2
        || before.question && super::turns::answer(&line.keys) == super::turns::Answer::No
    {
        return;
    }
    let Some(said) = quote::words(line.raw, false) else { return };
    let reluctant = if hit.label { "" } else { "with reluctance: " };
    let text = match answered(script, before.turn, &line.keys) {
        Some(what) => format!("responds {reluctant}“{said}” to “{what}”"),
        // Agreement means nothing without what was agreed to; reluctance is worth knowing of in any case.
        None if hit.label => return,
        None => format!("responds {reluctant}“{said}”"),
    };
    out.push(Fact {
        topic: Topic::Response,
        kind: Kind::Quoted,
        text,
        item: false,
        evidence: vec![before.turn, line.turn],
        salience: 0.9 + line.at,
        order: at,
    });
}

/// Words that two sentences may share without being about the same.
const SMALL: &[&str] = &[
    "that", "this", "with", "would", "could", "dont", "want", "think", "like", "just", "really", "have",
    "will", "about",
];

/// Words of a question that only seeks agreement: "how does that sound?"
const SEEKS: &[&str] = &["sound", "ok", "okay", "happy", "agree", "sense", "reasonable", "alright", "right"];

/// What was proposed or said in a turn: its last sentence that proposes, if it can be quoted whole.
fn answered(script: &Script<'_>, turn: usize, reply: &[String]) -> Option<String> {
    const WHOLE: usize = 22;
    let said: Vec<_> = script.lines.iter().filter(|l| l.turn == turn && l.keys.len() >= 4).collect();
    let seeks = |l: &Utterance<'_>| {
        l.question && l.keys.iter().any(|k| SEEKS.contains(&k.as_str())) && l.keys.len() <= 9
    };
    let names = |l: &Utterance<'_>| {
        l.keys.iter().any(|k| k.len() > 3 && !SMALL.contains(&k.as_str()) && reply.contains(k))
    };
    let named = said.iter().rev().find(|l| names(l) && !seeks(l));
    let line =
        named.or_else(|| said.iter().rev().find(|l| PROPOSAL.any(&l.keys) && !seeks(l))).or(said.last())?;
    (line.raw.split_whitespace().count() <= WHOLE).then(|| quote::words(line.raw, false))?
}
