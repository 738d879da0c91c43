//! What a speaker takes back: "two, no, three weeks" says three weeks.

use super::lexicon::verbs::PEOPLE;
use super::text::key;

/// Things of which one can stand in the place of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Number,
    Day,
    Month,
    Person,
    Side,
    Daytime,
}

const NUMBERS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
    "once",
    "twice",
];

/// A number in words or digits: "seventeen", "twenty-four", "17".
pub(crate) fn is_number(k: &str) -> bool {
    k.chars().all(|c| c.is_ascii_digit()) && !k.is_empty() || k.split('-').all(|part| NUMBERS.contains(&part))
}

/// Days of the week, as keys.
pub(crate) const DAYS: &[&str] =
    &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Months whose names mean nothing else, as keys.
pub(crate) const MONTHS: &[&str] = &[
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

fn class(k: &str) -> Option<Class> {
    if NUMBERS.contains(&k) || !k.is_empty() && k.chars().all(|c| c.is_ascii_digit()) {
        Some(Class::Number)
    } else if DAYS.contains(&k) {
        Some(Class::Day)
    } else if MONTHS.contains(&k) {
        Some(Class::Month)
    } else if matches!(k, "left" | "right") {
        Some(Class::Side)
    } else if matches!(k, "morning" | "afternoon" | "evening" | "night") {
        Some(Class::Daytime)
    } else if PEOPLE.contains(&k) {
        Some(Class::Person)
    } else {
        None
    }
}

/// How many tokens at `at` take back what came before; 0 for none.
fn marker(ks: &[String], at: usize) -> usize {
    let k = |n: usize| ks.get(at + n).map(String::as_str).unwrap_or_default();
    match (k(0), k(1), k(2)) {
        ("no", "wait", _) | ("no", "sorry", _) | ("sorry", "no", _) | ("i", "mean", _) => 2,
        ("or", "rather", _) | ("make", "that", _) | ("well", "no", _) | ("wait", "no", _) => 2,
        ("sorry", "i", "mean") | ("no", "i", "mean") => 3,
        ("no" | "sorry" | "actually", _, _) => 1,
        _ => 0,
    }
}

/// Units of time, by which a stretch of time is known: "a month", "three weeks".
fn is_unit(k: &str) -> bool {
    matches!(
        k.trim_end_matches('s'),
        "minute" | "hour" | "day" | "week" | "month" | "year" | "night" | "time"
    )
}

/// A stretch of time at `at`: how many tokens it has, its "ago" with it.
fn span(ks: &[String], at: usize) -> Option<usize> {
    let k = |n: usize| ks.get(at + n).map(String::as_str).unwrap_or_default();
    let amount =
        |k: &str| class(k) == Some(Class::Number) || matches!(k, "a" | "an" | "few" | "couple" | "several");
    let words = if amount(k(0)) && is_unit(k(1)) {
        2
    } else if amount(k(0)) && (amount(k(1)) || k(1) == "of") && is_unit(k(2)) {
        3
    } else {
        return None;
    };
    Some(words + usize::from(k(words) == "ago"))
}

/// "three weeks ago, no, more like a month": one stretch of time for another. Where the marker was dealt with, the
/// place to go on at.
fn other_span(tokens: &mut Vec<String>, ks: &[String], marker: usize, after: usize) -> Option<usize> {
    const LEADS: &[&str] = &[
        "more", "like", "its", "it", "was", "about", "maybe", "probably", "nearly", "over", "almost", "make",
    ];
    let new = (after..ks.len()).find(|&n| !LEADS.contains(&ks[n].as_str()))?;
    span(ks, new)?;
    let old =
        (marker.saturating_sub(4)..marker).find(|&n| span(ks, n).is_some_and(|words| n + words == marker))?;
    let exact = old > 0 && matches!(ks[old - 1].as_str(), "about" | "around" | "maybe" | "probably" | "like");
    let said_so = new > after && !matches!(ks[new - 1].as_str(), "like" | "its" | "was" | "it");
    let from = if exact && said_so { old - 1 } else { old };
    tokens.drain(from..if said_so { new - 1 } else { new });
    Some(from + 1)
}

/// Words that may stand between the marker and the thing put right.
fn small(k: &str) -> bool {
    matches!(
        k,
        "a" | "about" | "around" | "on" | "in" | "the" | "my" | "like" | "at" | "maybe" | "since" | "for"
    )
}

/// Leaves out what the speaker puts right at once with a thing of the same kind.
pub(crate) fn drop_corrected(tokens: &mut Vec<String>) {
    const BACK: usize = 4;
    let marked = |t: &String| {
        matches!(key(t).as_str(), "no" | "sorry" | "actually" | "mean" | "rather" | "make" | "wait")
    };
    if !tokens.iter().skip(1).any(marked) {
        return;
    }
    let mut at = 1;
    while at < tokens.len() {
        let ks: Vec<String> = tokens.iter().map(|t| key(t)).collect();
        let words = marker(&ks, at);
        let set_off = words > 1
            || tokens[at - 1].ends_with([',', '-', '–', ';'])
            || tokens[at].ends_with(',')
            || !tokens.iter().any(|t| t.ends_with([',', '.', '?', '!', ';']));
        if words == 0 || !set_off {
            at += 1;
            continue;
        }
        let after = at + words;
        if let Some(next) = other_span(tokens, &ks, at, after) {
            at = next;
            continue;
        }
        let new = (after..ks.len().min(after + 3))
            .take_while(|&n| n == after || small(&ks[n - 1]))
            .find(|&n| class(&ks[n]).is_some());
        let kind = new.and_then(|n| class(&ks[n])).filter(|kind| {
            // "my mum, no dad" and "at night, no night sweats" take nothing back.
            let plain = words == 1 && ks[at] == "no";
            let joined = matches!(kind, Class::Person | Class::Daytime) && new == Some(after);
            !(plain && (joined || ks[after] == "one"))
        });
        let old = (at.saturating_sub(BACK)..at).rev().find(|&n| kind.is_some() && class(&ks[n]) == kind);
        match (new, old) {
            (Some(new), Some(old)) => at = put_right(tokens, &ks, old, at, after, new),
            _ => at += 1,
        }
    }
}

/// Replaces the old thing by the new one; returns where to go on.
fn put_right(
    tokens: &mut Vec<String>,
    ks: &[String],
    mut old: usize,
    marker: usize,
    after: usize,
    new: usize,
) -> usize {
    let kind = class(&ks[new]);
    let last_old = old;
    // "two hundred and fifty" is one number.
    let number = |n: usize| kind == Some(Class::Number) && class(&ks[n]) == kind;
    while old > 0 && (number(old - 1) || old > 1 && ks[old - 1] == "and" && number(old - 2) && number(old)) {
        old -= 1;
    }
    let mut end = new + 1;
    while end < ks.len() && kind == Some(Class::Number) && class(&ks[end]) == kind {
        end += 1;
    }
    let unit = &ks[last_old + 1..marker];
    let repeats = unit.is_empty() || end < ks.len() && !tokens[end - 1].ends_with([',', '.', ';']);
    if repeats {
        let doubled = old > 0 && after < new && ks[old - 1] == ks[after];
        let from = old - usize::from(doubled);
        tokens.drain(from..after);
        return from + 1;
    }
    // "two weeks, no, three": the unit stays.
    let put: Vec<String> = tokens.drain(after..end).collect();
    tokens.drain(marker..after);
    let close: String = put
        .last()
        .map(|t| t.chars().filter(|c| matches!(c, ',' | '.' | ';' | '?')).collect())
        .unwrap_or_default();
    let bare = tokens[marker - 1].trim_end_matches([',', '-', '–', ';']).to_owned();
    tokens[marker - 1] = bare + &close;
    tokens.splice(old..=last_old, put.iter().map(|t| t.trim_end_matches([',', '.', ';']).to_owned()));
    old + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_later_of_two_stands_and_a_plain_no_stays() {
        for (said, meant) in [
            ("for two, no, three weeks", "for three weeks"),
            ("two weeks, no, three weeks", "three weeks"),
            ("it was two weeks, sorry, three", "it was three weeks"),
            ("on Monday, I mean on Tuesday", "on Tuesday"),
            ("twenty five, no, about thirty milligrams", "about thirty milligrams"),
            ("my mum, I mean my sister, has asthma", "my sister, has asthma"),
            ("about three weeks ago, no, wait, more like a month", "about a month"),
            ("for two days, no, about a week", "for about a week"),
            ("a month ago, sorry, two months ago", "two months ago"),
            ("two hundred and fifty, no, five hundred milligrams", "five hundred milligrams"),
            ("the left, no, the right knee", "the right knee"),
            ("i slept two no three hours", "i slept three hours"),
            ("I have two kids, no pets", "I have two kids, no pets"),
            ("I had two drinks, no more", "I had two drinks, no more"),
            ("I live with my mum, no dad", "I live with my mum, no dad"),
            ("just the two of us, no one else", "just the two of us, no one else"),
            ("no, three weeks", "no, three weeks"),
        ] {
            let mut tokens: Vec<String> = said.split(' ').map(str::to_owned).collect();
            drop_corrected(&mut tokens);
            assert_eq!(tokens.join(" "), meant, "what {said:?} means");
        }
    }
}
