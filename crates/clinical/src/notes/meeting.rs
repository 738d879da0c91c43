//! When the next meeting is, as the clinician says it.

use super::correct::DAYS as WEEKDAYS;
use super::person::about_client;
use super::text::key;
use super::turns::{Answer, Role, Script, Utterance, answer};
use super::weigh::has_quantity;

/// Words of meeting again.
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
    "back together",
    "get together again",
    "lets say ",
    "shall we say ",
];

/// Days and months that a meeting is named by.
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

/// "Let us meet next Friday at nine": the day and time as said.
pub(crate) fn meeting(line: &Utterance<'_>) -> Option<String> {
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
                && (at == 0 || ks[at - 1] != "the")
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

/// "Same time next week?", "does Tuesday at ten work?", with what was answered: the next meeting when it was a yes.
pub(crate) fn asked_meeting(script: &Script<'_>, at: usize) -> Option<(String, Vec<usize>)> {
    const LATE: f32 = 0.6;
    let line = &script.lines[at];
    if line.role != Role::Clinician || !line.question || line.at < LATE || line.keys.len() > 16 {
        return None;
    }
    let reply = script.lines.get(at + 1).filter(|l| l.role == Role::Client && !l.question)?;
    let said = format!(" {} ", reply.keys.join(" "));
    let fits =
        [" works ", " perfect ", " fine ", " good ", " great ", " see you ", " suits ", " ok ", " okay "];
    let taken = answer(&reply.keys) == Answer::Yes || fits.iter().any(|f| said.contains(f));
    let refused =
        answer(&reply.keys) == Answer::No || [" not ", " cant ", " wont "].iter().any(|n| said.contains(n));
    let text = meeting(line).or_else(|| day_and_time(line))?;
    (taken && !refused).then(|| (text, vec![line.turn, reply.turn]))
}

/// "Thursday at ten, yes.": a day and a time settled in a few words at the end.
pub(crate) fn settled(line: &Utterance<'_>) -> Option<String> {
    const LATE: f32 = 0.8;
    (line.at > LATE && !line.question && line.keys.len() <= 10).then(|| day_and_time(line))?
}

/// A weekday with an hour after it, and nothing that makes it a task or a test.
fn day_and_time(line: &Utterance<'_>) -> Option<String> {
    let tokens: Vec<&str> = line.said.split_whitespace().filter(|t| !key(t).is_empty()).collect();
    let ks: Vec<String> = tokens.iter().map(|t| key(t)).collect();
    let day = ks.iter().position(|k| WEEKDAYS.contains(&k.as_str()))?;
    let hour = (day + 1..ks.len().min(day + 5)).find(|&n| ks[n] == "at")?;
    let timed =
        has_quantity(ks.get(hour + 1..=hour + 1)?) || ks[hour + 1] == "half" || ks[hour + 1] == "noon";
    let other = ks.iter().any(|k| {
        matches!(
            k.as_str(),
            "test" | "tests" | "blood" | "scan" | "take" | "call" | "last" | "was" | "happened"
        )
    });
    if !timed || other {
        return None;
    }
    let end = (hour + 2..ks.len())
        .find(|&n| {
            tokens[n - 1].ends_with([',', '.', '?', ';'])
                || matches!(ks[n].as_str(), "work" | "then" | "suit" | "okay" | "ok" | "good")
        })
        .unwrap_or(ks.len());
    let from = if day > 0 && ks[day - 1] == "next" { day - 1 } else { day };
    let when = tokens[from..end].join(" ");
    Some(format!("next meeting: {}", when.trim_matches(|c: char| !c.is_alphanumeric())))
}
