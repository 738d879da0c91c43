//! How a clinician asks for something to be done.

use super::turns::Utterance;

/// "Could you drive round the block?": a question late in the session that asks for a deed.
pub(crate) fn asks_to_do(line: &Utterance<'_>) -> bool {
    const TALK: &[&str] = &[
        "tell",
        "describe",
        "say",
        "explain",
        "hear",
        "see",
        "remember",
        "think",
        "rate",
        "give",
        "imagine",
        "show",
        "point",
        "confirm",
        "help",
        "share",
        "talk",
        "recall",
        "name",
        "notice",
        "feel",
        "be",
        "have",
        "just",
        "know",
        "repeat",
        "spell",
        "let",
        "bear",
        "walk",
        "like",
        "mind",
        "come",
        "understand",
        "identify",
        "pick",
        "put",
        "move",
        "lift",
        "breathe",
    ];
    let ks = &line.keys;
    line.question
        && line.at > 0.5
        && ks.len() > 5
        && ks.windows(3).take(4).any(|w| {
            matches!(w[0].as_str(), "could" | "can" | "would")
                && w[1] == "you"
                && !TALK.contains(&w[2].as_str())
        })
        && !ks.iter().any(|k| matches!(k.as_str(), "or" | "why" | "how" | "what" | "when"))
}

/// Openings that make a question a proposal.
pub(crate) const PROPOSING: &[&str] = &[
    "would you be willing",
    "how about",
    "why dont we",
    "why dont you",
    "shall we",
    "could you try",
    "can you try",
    "would you like to try",
    "what if we",
    "would you be happy",
    "do you think you could",
    "would you be open",
    "are you willing",
    "what about trying",
    "would you consider",
    "could we try",
];

/// Openings of a task set by the clinician.
pub(crate) const ASKED_FOR: &[&str] = &[
    " id like you to ",
    " i would like you to ",
    " i want you to ",
    " id also like you to ",
    " this week ",
    " until next time ",
    " before we meet ",
];
