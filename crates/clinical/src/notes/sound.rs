//! Whether a wording can stand alone as a sentence of a note.

use super::lexicon::verbs::{PAST, VERBS};
use super::person::third;
use super::text;

/// Words that speech hangs on at the beginning.
const HEAD: &[&str] = &[
    "just",
    "also",
    "then",
    "like",
    "actually",
    "really",
    "basically",
    "obviously",
    "and",
    "usually,",
    "apparently,",
];

/// Words that speech hangs on at the end.
const TAIL: &[&str] = &[
    "actually",
    "really",
    "though",
    "yeah",
    "basically",
    "so",
    "and",
    "anyway",
    "obviously",
    "but",
    "like",
    "then",
    "doctor",
    "or",
    "because",
    "just",
    "know",
    "you",
    "yes",
    "guess",
    "cause",
    "too",
    "sort",
    "kind",
    "which",
    "okay",
    "ok",
    "right",
    "who",
    "whatever",
    "stuff",
    "especially",
    "apparently",
    "sorry",
    "sir",
    "obviously",
    "yeah",
];

/// Without the small words that speech hangs on at either end.
pub(crate) fn trimmed(text: &str) -> String {
    let mut tokens: Vec<&str> = text.split_whitespace().collect();
    while tokens.len() > 2 && HEAD.contains(&text::key(tokens[0]).as_str()) {
        tokens.remove(0);
    }
    while tokens.len() > 2 && hangs(&tokens, TAIL) {
        tokens.pop();
    }
    // "…, that's it": no more than that is meant.
    if let [.., that, it] = tokens.as_slice()
        && text::key(that) == "thats"
        && matches!(text::key(it).as_str(), "it" | "all")
        && tokens.len() > 4
    {
        tokens.truncate(tokens.len() - 2);
    }
    if tokens.len() > 2 && text::key(tokens[tokens.len() - 1]) == "as" {
        tokens.pop();
    }
    // "cause their kids": a reason broken off is no reason.
    if let Some(at) = tokens.iter().rposition(|t| matches!(text::key(t).as_str(), "cause" | "because"))
        && at > 2
        && !has_verb(&tokens[at..].join(" "))
    {
        tokens.truncate(at);
    }
    tokens.join(" ").trim_end_matches([',', ' ']).to_owned()
}

/// The last word adds nothing. "Sleeps well" keeps its well, "on the right" its right.
fn hangs(tokens: &[&str], tail: &[&str]) -> bool {
    let (last, before) = (text::key(tokens[tokens.len() - 1]), tokens[tokens.len() - 2]);
    let aside = before.ends_with(',') || text::key(before) == "as";
    match last.as_str() {
        "well" => aside,
        "so" => text::key(before) != "or",
        "or" => true,
        "right" | "ok" | "okay" => before.ends_with(','),
        "know" => !matches!(text::key(before).as_str(), "not" | "to" | "they"),
        k => tail.contains(&k),
    }
}

/// Enough of a sentence to stand alone.
pub(crate) fn is_told(text: &str) -> bool {
    const NO_HEAD: &[&str] = &[
        "to", "that", "them", "than", "which", "who", "because", "if", "when", "whether", "and", "or", "as",
        "of", "though", "thats", "what", "where", "how", "until", "with", "goes", "they", "you", "then",
        "theyre", "theyve", "cause", "maybe", "not", "been", "gonna", "other", "whatever", "why", "ok",
        "okay",
    ];
    const MEASURING: &[&str] =
        &["for", "since", "about", "from", "after", "before", "during", "by", "around", "on", "at"];
    let ks = text::keys(text);
    let first = ks.first().map(String::as_str).unwrap_or_default();
    let measure = MEASURING.contains(&first) && !has_verb(text);
    !NO_HEAD.contains(&first) && !measure && is_finished(text)
}

/// It has an end, and no new beginning in the middle.
pub(crate) fn is_finished(text: &str) -> bool {
    has_end(text) && !restarts(text)
}

/// It does not break off.
pub(crate) fn has_end(text: &str) -> bool {
    const NO_TAIL: &[&str] = &[
        "and", "but", "the", "a", "an", "to", "of", "with", "my", "their", "is", "was", "has", "or",
        "because", "so", "they", "if", "when", "for", "at", "in", "bit", "very", "are", "were", "been",
        "have", "had", "theyre", "theyve", "not", "from", "by", "be", "which", "who", "whether", "as",
        "than", "about", "one", "those", "these", "every", "no", "yes", "thats", "theres", "its", "on",
        "indeed", "into", "whose", "whom",
    ];
    let ks = text::keys(text);
    const NO_SHORT_TAIL: &[&str] =
        &["think", "know", "feel", "want", "say", "mean", "guess", "do", "few", "need", "like"];
    if ks.len() < 5 && ks.last().is_some_and(|k| NO_SHORT_TAIL.contains(&k.as_str())) {
        return false;
    }
    if ks.len() > 1 && ks[ks.len() - 2..] == ["thats", "it"] {
        return false;
    }
    let number = ks.len() > 1 && ks.last().is_some_and(|k| k == "one") && text::keys(text).len() < 4;
    let habit =
        matches!(ks.as_slice(), [one] if matches!(one.as_str(), "vapes" | "smokes" | "drinks" | "gambles"));
    (habit || ks.len() >= 2) && (number || !ks.last().is_some_and(|k| NO_TAIL.contains(&k.as_str())))
}

/// A new beginning in the middle: "has it's important", "works, well they work", "had so they had".
fn restarts(text: &str) -> bool {
    let lower = text.to_lowercase();
    let tokens: Vec<&str> = lower.split_whitespace().collect();
    let bare = |t: &str| t.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'').to_owned();
    let words: Vec<String> = tokens.iter().map(|t| bare(t)).collect();
    let subject = |w: &str| {
        matches!(
            w,
            "they"
                | "it"
                | "he"
                | "she"
                | "it's"
                | "there's"
                | "that's"
                | "they're"
                | "they've"
                | "i"
                | "i'm"
        )
    };
    let open = |w: &str| {
        matches!(
            w,
            "has"
                | "have"
                | "is"
                | "are"
                | "was"
                | "were"
                | "does"
                | "do"
                | "did"
                | "the"
                | "a"
                | "an"
                | "their"
                | "very"
                | "of"
                | "with"
                | "had"
                | "been"
                | "to"
                | "at"
                | "for"
        )
    };
    let contracted = |w: &str| subject(w) && (w.contains('\'') || w == "they" || w == "i");
    let spliced = tokens
        .iter()
        .take(3)
        .zip(words.iter().skip(1))
        .skip(usize::from(tokens.len() < 3))
        .any(|(t, w)| t.ends_with(',') && (w.starts_with("they") || w.starts_with("it'") || w == "it"));
    let doubled = |a: &str, b: &str| {
        (a.ends_with("'s") && subject(a) || a == "she's" || a == "he's")
            && matches!(b, "has" | "is" | "was" | "had")
    };
    let broken = |a: &str, b: &str| {
        matches!(a, "cannot" | "can" | "does" | "did" | "is" | "was" | "has" | "had" | "will")
            && matches!(b, "because" | "cause" | "but" | "and" | "if" | "feel")
    };
    let taken_back = words
        .windows(2)
        .skip(2)
        .any(|w| w[0] == "no" && matches!(w[1].as_str(), "that's" | "it's" | "wait" | "hang" | "i"));
    spliced
        || taken_back
        || words.windows(2).any(|w| broken(&w[0], &w[1]))
        || words.windows(2).any(|w| doubled(&w[0], &w[1]))
        || words.windows(2).any(|w| {
            matches!(w[0].as_str(), "the" | "a" | "very" | "of") && matches!(w[1].as_str(), "so" | "like")
        })
        || words.windows(2).any(|w| open(&w[0]) && contracted(&w[1]))
        || words.windows(3).any(|w| matches!(w[1].as_str(), "well" | "so") && open(&w[0]) && subject(&w[2]))
        || words
            .windows(2)
            .enumerate()
            .any(|(at, w)| w[0] == "well" && subject(&w[1]) && at > 0 && tokens[at - 1].ends_with([',', '-']))
}

/// The phrase has a verb that tells, so that it says something without its question.
pub(crate) fn has_verb(text: &str) -> bool {
    text::keys(text).iter().any(|k| {
        matches!(
            k.as_str(),
            "is" | "are"
                | "was"
                | "were"
                | "has"
                | "had"
                | "have"
                | "does"
                | "did"
                | "will"
                | "would"
                | "can"
                | "cannot"
                | "could"
                | "should"
                | "states"
                | "hes"
                | "shes"
                | "theres"
                | "went"
                | "came"
        ) || PAST.contains(&k.as_str()) && !matches!(k.as_str(), "bit" | "read" | "cut" | "left" | "lay")
            || is_past(k)
            || VERBS.iter().any(|v| third(v) == *k)
    })
}

/// A past tense by its form: "stopped", "died", "used".
pub(crate) fn is_past(k: &str) -> bool {
    k.ends_with("ed")
        && k.len() > 3
        && !matches!(k, "need" | "feed" | "seed" | "weed" | "speed" | "indeed" | "hundred" | "bleed")
}
