//! When the next meeting is, as the clinician says it.

use super::person::about_client;
use super::text::key;
use super::turns::Utterance;
use super::weigh::has_quantity;

/// "Let us meet next Friday at nine": the day and time as said.
pub(crate) fn meeting(line: &Utterance<'_>) -> Option<String> {
    const MEET: &[&str] = &[
        "meet ",
        "see you ",
        "next session",
        "next appointment",
        "same time next",
        "next meeting",
        "meet again",
        "come back on",
        "book you in",
        "booked you in",
        "speak again",
        "our next",
        "follow-up appointment",
        "follow up appointment",
        "come back for",
        "come back in",
        "come back and see",
        "catch up in",
        "catch up again",
        "lets say ",
        "shall we say ",
    ];
    const DAYS: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "tomorrow",
        "fortnight",
        "january",
        "february",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let said = format!("{} ", line.keys.join(" "));
    if !MEET.iter().any(|m| said.contains(m)) || line.keys.iter().any(|k| k == "if") {
        return None;
    }
    let tokens: Vec<&str> = line.said.split_whitespace().filter(|t| !key(t).is_empty()).collect();
    let ks: Vec<String> = tokens.iter().map(|t| key(t)).collect();
    let met =
        (0..ks.len()).find(|&at| MEET.iter().any(|m| format!("{} ", ks[at..].join(" ")).starts_with(m)))?;
    let day = (met..ks.len()).find(|&at| {
        DAYS.contains(&ks[at].as_str())
            || at > 0 && ks[at - 1] == "the" && is_ordinal(&ks[at])
            || matches!(ks[at].as_str(), "week" | "weeks" | "month" | "months" | "days")
                && at > 0
                && ks[at - 1] != "last"
                && ks[at - 1] != "few"
            || ks[at].ends_with("-week")
            || ks[at].ends_with("-month")
            || ks[at] == "same"
                && at > 0
                && ks[at - 1] != "the"
                && ks.get(at + 1).is_some_and(|k| k == "time")
                && ks.get(at + 2).is_some_and(|k| k == "next")
    })?;
    let lead =
        ["next", "on", "in", "this", "a", "one", "two", "three", "four", "six", "the", "same", "about"];
    let mut from = day;
    while from > met && (lead.contains(&ks[from - 1].as_str()) || has_quantity(&ks[from - 1..from])) {
        from -= 1;
    }
    let end = (day..ks.len())
        .find(|&at| {
            let comma = at > day && tokens[at - 1].ends_with([',', ';']);
            matches!(
                ks[at].as_str(),
                "and" | "so" | "to" | "then" | "but" | "okay" | "ok" | "if" | "we" | "i" | "you"
            ) || comma
                && !matches!(ks[at].as_str(), "at" | "around" | "about" | "same" | "on" | "the")
                && !DAYS.contains(&ks[at].as_str())
                && !has_quantity(&ks[at..=at])
        })
        .unwrap_or(ks.len())
        .min(day + 10);
    let when = tokens[from..end].join(" ");
    Some(format!("next meeting: {}", about_client(when.trim_matches(|c: char| !c.is_alphanumeric()))))
}

/// A day of the month: "14th", "fourteenth".
fn is_ordinal(k: &str) -> bool {
    let digits = k.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let end = &k[digits.len()..];
    !digits.is_empty()
        && digits.chars().all(|c| c.is_ascii_digit())
        && matches!(end, "st" | "nd" | "rd" | "th")
        || k.len() > 4
            && k.ends_with("th")
            && !matches!(k, "month" | "north" | "south" | "health" | "worth" | "teeth" | "breath")
        || matches!(k, "third" | "twenty-first" | "twenty-second" | "twenty-third" | "thirty-first")
}
