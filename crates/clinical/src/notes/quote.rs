//! Quotation: the words exactly as they stand in the turn.

use super::text::key;

/// The longest quotation, in words.
const LONGEST: usize = 26;

/// Openings that need not be quoted.
const SKIP: &[&str] = &[
    "um", "uh", "er", "erm", "yeah", "yes", "well", "so", "and", "ok", "okay", "oh", "k", "ohh", "like",
    "mm", "hmm", "ah", "right", "but",
];

/// A stretch of `raw` fit for quotation marks: its opening murmurs, closing punctuation and anything beyond a sensible
/// length left off. `None` when the text has double quotation marks itself, or nothing is left.
pub(crate) fn words(raw: &str, keep_opening: bool) -> Option<String> {
    if raw.contains(['"', '“', '”']) {
        return None;
    }
    let mut tokens: Vec<&str> = raw.split_whitespace().collect();
    if !keep_opening {
        let from = tokens.iter().position(|t| !SKIP.contains(&key(t).as_str()))?;
        tokens.drain(..from);
        if tokens.len() > 2 && key(tokens[0]) == "i" && key(tokens[1]) == "mean" {
            tokens.drain(..2);
        }
    }
    if tokens.len() > LONGEST {
        let end = tokens[..LONGEST]
            .iter()
            .rposition(|t| t.ends_with([',', ';', '.']))
            .filter(|at| *at >= 5)
            .map_or(LONGEST, |at| at + 1);
        tokens.truncate(end);
    }
    let joined = tokens.join(" ");
    let trimmed =
        joined.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | '?' | '!' | '-'));
    (trimmed.chars().any(char::is_alphanumeric)).then(|| trimmed.to_owned())
}
