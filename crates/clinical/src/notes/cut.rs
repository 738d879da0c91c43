//! Where talk is cut: turns into sentences, long sentences into clauses.

use super::lexicon::verbs::PAST;
use super::sound::is_past;
use super::text::{is_pronoun, key};

/// Byte spans of the sentences of a text. A text without punctuation is one sentence.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut spans = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let ends = matches!(c, '.' | '?' | '!' | '…' | '\n')
            && chars.peek().is_none_or(|(_, next)| next.is_whitespace() || *next == '"');
        if ends {
            let end = at + c.len_utf8();
            spans.push(text[start..end].trim());
            start = end;
        }
    }
    spans.push(text[start..].trim());
    let mut spans: Vec<&str> = spans.into_iter().flat_map(breaths).collect();
    spans.retain(|s| s.chars().any(char::is_alphanumeric));
    spans
}

/// Talk without punctuation is cut where a new thought may begin, so that nothing downstream sees an endless sentence.
fn breaths(sentence: &str) -> Vec<&str> {
    const EASY: usize = 24;
    const LONGEST: usize = 60;
    let mut out = Vec::new();
    let (mut start, mut words) = (0, 0);
    let mut before = "";
    let mut at = 0;
    for token in sentence.split_whitespace() {
        // The token lies at or after `at`: tokens come in order.
        let place = at + sentence[at..].find(token).unwrap_or(0);
        let opens = matches!(
            token.to_ascii_lowercase().as_str(),
            "i" | "i'm" | "i've" | "im" | "my" | "it's" | "we" | "he" | "she" | "you"
        );
        let joins = BEFORE_RELATIVE.contains(&key(before).as_str())
            || matches!(key(before).as_str(), "then" | "if" | "even");
        if words >= LONGEST || words >= EASY && opens && !joins && sentence.len() > place {
            out.push(sentence[start..place].trim());
            start = place;
            words = 0;
        }
        words += 1;
        before = token;
        at = place + token.len();
    }
    out.push(sentence[start..].trim());
    out
}

/// Words after which "I've" goes on with the clause instead of beginning one.
const BEFORE_RELATIVE: &[&str] = &[
    "and",
    "but",
    "so",
    "that",
    "when",
    "because",
    "what",
    "how",
    "as",
    "than",
    "since",
    "where",
    "which",
    "think",
    "feel",
    "like",
    "while",
    "until",
    "of",
    "know",
    "before",
    "after",
    "or",
    "who",
    "say",
    "guess",
    "to",
    "thinking",
    "knew",
    "believe",
    "worry",
    "worried",
    "wish",
    "hope",
    "sure",
    "feeling",
    "felt",
    "mean",
    "scared",
    "afraid",
    "everything",
    "thing",
    "things",
    "way",
    "time",
    "people",
    "all",
    "only",
    "moment",
    "now",
    "the",
    "cause",
    "though",
];

/// Words that frame what follows as said, thought or supposed: it must not be cut loose from them.
const FRAMES: &[&str] = &[
    "said", "says", "saying", "told", "thought", "if", "unless", "whether", "asked", "heard", "imagine",
    "supposed", "pretend", "dreamt", "dreamed", "say", "want", "wants", "wanted", "wanna", "wish", "hope",
    "hoping", "where", "which", "wherever", "once", "whenever", "until",
];

/// Words that open a clause which waits for its main clause.
const SUBORDINATE: &[&str] =
    &["since", "when", "after", "before", "while", "although", "because", "if", "as", "whenever"];

/// Without punctuation a clause begins where a subject and its verb follow a word that needs neither: "on the bus | my
/// heart was racing", "forty milligrams | my gp started it".
fn begins_clause(tokens: &[&str], at: usize) -> bool {
    let k = |n: usize| tokens.get(n).map(|t| key(t)).unwrap_or_default();
    let finite = |k: &str| {
        matches!(
            k,
            "is" | "was"
                | "are"
                | "were"
                | "has"
                | "had"
                | "does"
                | "did"
                | "cant"
                | "couldnt"
                | "dont"
                | "didnt"
        ) || PAST.contains(&k)
            || is_past(k)
    };
    let subject = match k(at).as_str() {
        "i" | "it" | "he" | "she" | "they" | "there" => finite(&k(at + 1)),
        "my" => finite(&k(at + 2)),
        _ => false,
    };
    subject && !BEFORE_RELATIVE.contains(&k(at - 1).as_str()) && !finite(&k(at - 1))
}

/// Without punctuation a speaker's next sentence may begin inside a clause: "i don't think so i looked at his phone".
pub(crate) fn runs_on(clause: &str) -> bool {
    let ks: Vec<String> = clause.split_whitespace().map(key).collect();
    let noun_before = |at: usize| {
        ks[at.saturating_sub(4)..at - 1].iter().any(|k| {
            matches!(
                k.as_str(),
                "the" | "a" | "an" | "that" | "this" | "all" | "every" | "any" | "my" | "what"
            )
        })
    };
    let opens = |at: usize| matches!(ks[at].as_str(), "i" | "im" | "ive" | "id" | "ill");
    let joined = |at: usize| {
        let before = ks[at - 1].as_str();
        let noun = matches!(
            before,
            "time" | "things" | "thing" | "way" | "moment" | "everything" | "all" | "now" | "the"
        );
        BEFORE_RELATIVE.contains(&before) && !(noun && ks[at] != "i")
            || FRAMES.contains(&before)
            || SUBORDINATE.contains(&before)
            || matches!(
                before,
                "then" | "even" | "cos" | "cuz" | "suppose" | "reckon" | "hardly" | "maybe" | "once"
            )
    };
    !clause.contains([',', ';', ':'])
        && (2..ks.len().saturating_sub(1))
            .any(|at| opens(at) && !joined(at) && !(ks[at] == "i" && noun_before(at)))
        || ks
            .windows(2)
            .any(|w| matches!(w[0].as_str(), "am" | "do" | "was" | "have" | "did" | "should") && w[1] == "i")
}

/// "…, but that's gone now" and "…, but I didn't" mean nothing without what they take back, and what they take back is
/// not true without them.
pub(crate) fn takes_back(clause: &str) -> bool {
    let keys = super::text::keys(clause);
    let first = keys.first().map(String::as_str).unwrap_or_default();
    matches!(first, "that" | "thats" | "its" | "it" | "theyre" | "not" | "only" | "then" | "now")
        || keys.iter().take(3).any(|k| {
            matches!(k.as_str(), "didnt" | "dont" | "havent" | "wouldnt" | "wasnt" | "never" | "stopped")
        })
}

/// Splits a long sentence where a new clause with its own subject begins.
pub(crate) fn clauses(sentence: &str) -> Vec<String> {
    const LONG: usize = 11;
    let tokens: Vec<&str> = sentence.split_whitespace().collect();
    let bare = tokens.len() > 8 && !sentence.contains([',', ';']);
    if tokens.len() <= LONG && !bare {
        return vec![sentence.to_owned()];
    }
    let mut out = Vec::new();
    let mut start = 0;
    // "When I woke up, I had a headache": the main clause belongs to its condition.
    let mut waiting = tokens.first().is_some_and(|t| SUBORDINATE.contains(&key(t).as_str()));
    let framed = tokens.iter().position(|t| FRAMES.contains(&key(t).as_str())).unwrap_or(tokens.len());
    for at in 1..framed {
        let k = key(tokens[at]);
        let next = tokens.get(at + 1).map(|t| key(t)).unwrap_or_default();
        let joins = matches!(k.as_str(), "and" | "but" | "so" | "then");
        let subject = is_pronoun(&k) && tokens[at - 1].ends_with([',', ';']);
        let far = at - start >= if subject { 3 } else { 4 } && tokens.len() - at >= 3;
        let anew =
            bare && matches!(
                tokens[at].to_ascii_lowercase().as_str(),
                "i'm" | "i've" | "im" | "ive" | "it's" | "they've" | "they're"
            ) && !BEFORE_RELATIVE.contains(&key(tokens[at - 1]).as_str());
        let anew = anew || bare && begins_clause(&tokens, at);
        let but = k == "but" && takes_back(&tokens[at + 1..].join(" "));
        if far
            && !but
            && (anew || tokens.len() > LONG && joins && (is_pronoun(&next) || k == "but") || subject)
        {
            if waiting && k != "but" {
                waiting = false;
                continue;
            }
            out.push(tokens[start..at].join(" "));
            start = at;
        }
    }
    out.push(tokens[start..].join(" "));
    out.iter().map(|c| c.trim_matches(|c: char| c == ',' || c == ';' || c == ' ').to_owned()).collect()
}
