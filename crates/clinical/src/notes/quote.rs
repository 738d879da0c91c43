//! Quotation: the words exactly as they stand in the turn.

use super::text::key;

/// The longest quotation, in words.
pub(crate) const LONGEST: usize = 24;

/// Words that a quotation cut short does not end in.
const HANGING: &[&str] = &[
    "and", "but", "so", "or", "because", "cause", "like", "um", "uh", "er", "the", "a", "an", "to", "i",
    "im", "my", "that", "which", "if", "when", "then", "know", "you", "of", "with", "in", "its", "it",
    "just", "is", "was", "for", "kind", "sort", "well", "also", "where", "who", "what", "how", "cos",
];

/// Openings that need not be quoted.
const SKIP: &[&str] = &[
    "um", "uh", "er", "erm", "yeah", "yes", "well", "so", "and", "ok", "okay", "oh", "k", "ohh", "like",
    "mm", "hmm", "ah", "right", "but",
];

/// A stretch of `raw` fit for quotation marks: its opening murmurs, closing punctuation and anything beyond a sensible
/// length left off. `None` when the text has double quotation marks itself, or nothing is left.
pub(crate) fn words(raw: &str, keep_opening: bool) -> Option<String> {
    within(raw, keep_opening, LONGEST)
}

/// What somebody quotes stands in single quotation marks inside the double ones. A mark that closes what was opened in a
/// sentence before is left out.
fn nested(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut open = false;
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        let opens = c == '“' || c == '"' && !open && chars.peek().is_some_and(|next| !next.is_whitespace());
        match c {
            '"' | '“' | '”' if opens => out.push('‘'),
            '"' | '“' | '”' if open => out.push('’'),
            '"' | '“' | '”' => continue,
            c => {
                out.push(c);
                continue;
            }
        }
        open = opens;
    }
    out
}

/// The same with a length of its own.
pub(crate) fn within(raw: &str, keep_opening: bool, longest: usize) -> Option<String> {
    if raw.contains(['[', ']']) {
        return None;
    }
    let nested = nested(raw);
    let mut tokens: Vec<&str> = nested.split_whitespace().collect();
    if !keep_opening {
        let from = tokens.iter().position(|t| !SKIP.contains(&key(t).as_str()))?;
        tokens.drain(..from);
        if tokens.len() > 2 && key(tokens[0]) == "i" && key(tokens[1]) == "mean" {
            tokens.drain(..2);
        }
    }
    if tokens.len() > longest {
        let end = tokens[..longest]
            .iter()
            .rposition(|t| t.ends_with([',', ';', '.']))
            .filter(|at| *at >= 7)
            .map_or(longest, |at| at + 1);
        tokens.truncate(end);
        while tokens.len() > 2 && HANGING.contains(&key(tokens[tokens.len() - 1]).as_str()) {
            tokens.pop();
        }
    }
    let joined = tokens.join(" ");
    let trimmed =
        joined.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '?' | '!' | '-'));
    // What is cut off inside somebody's words still ends them.
    let open = trimmed.rfind('‘').is_some_and(|at| !trimmed[at..].contains('’'));
    (trimmed.chars().any(char::is_alphanumeric)).then(|| format!("{trimmed}{}", if open { "’" } else { "" }))
}

/// Some words of `raw` in their surroundings: what may be said before and after them, not more than a sentence.
pub(crate) fn around(raw: &str, some: &str) -> Option<String> {
    const BEFORE: usize = 12;
    const AFTER: usize = 8;
    let at = raw.find(some)?;
    let (head, rest) = raw.split_at(at);
    let (middle, tail) = rest.split_at(some.len());
    let before: Vec<&str> = head.split_whitespace().collect();
    let after: Vec<&str> = tail.split_whitespace().collect();
    let before = &before[before.len().saturating_sub(BEFORE)..];
    let after = &after[..after.len().min(AFTER)];
    let said = [before, &[middle], after].concat().join(" ");
    within(&said, true, BEFORE + AFTER + middle.split_whitespace().count())
}

/// `raw` from where these words begin.
pub(crate) fn stretch_from<'r>(raw: &'r str, words: &[String]) -> &'r str {
    let mut at = 0;
    for token in raw.split_whitespace() {
        let place = at + raw[at..].find(token).unwrap_or(0);
        let rest: Vec<String> =
            raw[place..].split_whitespace().map(key).filter(|k| !k.is_empty()).take(3).collect();
        if rest.iter().zip(words).all(|(a, b)| a == b) {
            return &raw[place..];
        }
        at = place + token.len();
    }
    raw
}

/// The shortest stretch of `raw` that has the words of a clause in their order, with little between them.
pub(crate) fn stretch(raw: &str, clause: &[String]) -> Option<String> {
    const BETWEEN: usize = 6;
    let tokens: Vec<&str> = raw.split_whitespace().collect();
    let ks: Vec<String> = tokens.iter().map(|t| key(t)).collect();
    let ends = |k: &str, c: &str| k == c || k.rsplit('-').next() == Some(c);
    let mut best: Option<(usize, usize)> = None;
    for end in (0..ks.len()).filter(|&at| clause.last().is_some_and(|c| ends(&ks[at], c))) {
        let mut left = clause.len() - 1;
        let mut start = end;
        for at in (0..end).rev() {
            if left == 0 {
                break;
            }
            if ends(&ks[at], &clause[left - 1]) {
                left -= 1;
                start = at;
            }
        }
        if left == 0 && best.is_none_or(|(a, b)| end - start < b - a) {
            best = Some((start, end));
        }
    }
    let (start, end) = best?;
    let length = end + 1 - start;
    (length <= clause.len() + BETWEEN && length <= LONGEST)
        .then(|| words(&tokens[start..=end].join(" "), false))?
}

/// A question fit for quotation marks: whole when short, else from the last place where it can begin.
pub(crate) fn question(raw: &str) -> Option<String> {
    const WHOLE: usize = 20;
    let tokens: Vec<&str> = raw.split_whitespace().collect();
    if tokens.len() <= WHOLE {
        return words(raw, false);
    }
    let from = (1..tokens.len().saturating_sub(3))
        .filter(|&at| tokens[at - 1].ends_with([',', '.', ';', '-']) && tokens.len() - at <= WHOLE)
        .find(|&at| ASKS.contains(&key(tokens[at]).as_str()))?;
    words(&tokens[from..].join(" "), false)
}

/// Whether a question is whole enough to be quoted: it has the word that asks, unless it is only a few words.
pub(crate) fn asks(question: &str) -> bool {
    let ks: Vec<String> = question.split_whitespace().map(key).collect();
    ks.len() >= 2 && (ks.len() < 4 || ks.iter().any(|k| ASKS.contains(&k.as_str())))
}

/// Words that a question begins with.
const ASKS: &[&str] = &[
    "how",
    "what",
    "when",
    "where",
    "who",
    "why",
    "which",
    "do",
    "does",
    "did",
    "are",
    "is",
    "was",
    "were",
    "have",
    "has",
    "can",
    "could",
    "would",
    "any",
    "whereabouts",
];

/// How much of a quotation is murmur: "um", "you know", broken-off words.
pub(crate) fn murmurs(said: &str) -> f32 {
    let noise = said
        .split_whitespace()
        .filter(|t| {
            t.ends_with("--")
                || t.ends_with("-,")
                || matches!(key(t).as_str(), "um" | "uh" | "er" | "erm" | "like" | "know")
        })
        .count();
    #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
    let noise = noise.min(6) as f32;
    noise
}
