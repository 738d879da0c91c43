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
    "same time in",
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
    // "The week", "weeks": how many, or which, was not heard.
    let measured = ks[from..end].iter().find(|k| !matches!(k.as_str(), "the" | "on" | "in" | "about"));
    if measured.is_none_or(|k| matches!(k.as_str(), "week" | "weeks" | "month" | "months" | "days")) {
        return None;
    }
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
    let text = meeting(line)?;
    (taken && !refused).then(|| (text, vec![line.turn, reply.turn]))
}

/// The last day and hour that anyone names at the end of the session, with the turns: what was settled on, whatever other
/// days were talked of before.
pub(crate) fn settled_on(script: &Script<'_>) -> Option<(String, Vec<usize>)> {
    const EARLIEST: f32 = 0.6;
    const LATE: f32 = 0.85;
    const NEAR: usize = 3;
    // Lines of one turn belong together: "Tuesday the fourth. Two o'clock."
    let mut turns: Vec<Slot> = Vec::new();
    let ours = |l: &&Utterance<'_>| {
        l.at > EARLIEST && l.role != Role::Unsure && !l.keys.iter().any(|k| ELSEWHERE.contains(&k.as_str()))
    };
    for line in script.lines.iter().filter(ours) {
        let tokens = line.raw.split_whitespace().map(str::to_owned);
        match turns.last_mut() {
            Some(slot) if slot.turn == line.turn => slot.tokens.extend(tokens),
            _ => turns.push(Slot {
                turn: line.turn,
                role: line.role,
                late: line.at > LATE,
                tokens: tokens.collect(),
            }),
        }
    }
    // The clinician's words arrange a meeting at the end, or where they speak of one; the client's where these came before.
    let arranges = |at: usize| match turns[at].role {
        Role::Clinician => turns[at].late || turns[at].invites(),
        _ => turns[at.saturating_sub(NEAR)..at]
            .iter()
            .any(|before| before.role == Role::Clinician && (before.invites() || before.named().is_some())),
    };
    let named: Vec<(&Slot, Named)> = (0..turns.len())
        .filter(|&at| !turns[at].refuses() && arranges(at))
        .filter_map(|at| {
            // "Same time, Thursday the ninth?" "Two o'clock, fine."
            let later = || {
                let (day, date) =
                    turns[at].day().filter(|_| turns[at].role == Role::Clinician && turns[at].invites())?;
                let hour = turns[at + 1..].iter().take(NEAR).filter(|t| !t.refuses()).find_map(Slot::time)?;
                Some(Named { day, date, hour })
            };
            Some((&turns[at], turns[at].named().or_else(later)?))
        })
        .collect();
    let (last, at) = named.last()?;
    // "Friday the fifteenth at eleven." "Eleven, Friday. Perfect.": the fuller of the two.
    let fuller = named.iter().rev().take(3).find(|(_, n)| n.date.is_some() && n.agrees(at));
    let (slot, at) = fuller.unwrap_or(&named[named.len() - 1]);
    let mut evidence = vec![slot.turn];
    if last.turn != slot.turn {
        evidence.push(last.turn);
    }
    let taken_back = turns.iter().any(|later| later.turn > last.turn && later.refuses());
    let date = at.date.as_ref().map(|date| format!("the {date}"));
    let date = if at.day.is_empty() { date.map(|date| format!("on {date}")) } else { date };
    let when =
        [Some(at.day.clone()).filter(|day| !day.is_empty()), date].into_iter().flatten().collect::<Vec<_>>();
    (!taken_back).then(|| (format!("next meeting: {} at {}", when.join(" "), at.hour), evidence))
}

/// It speaks of when to meet.
pub(crate) fn arranges(line: &Utterance<'_>) -> bool {
    meeting(line).is_some() || names_a_time(line)
}

/// A day with an hour, in one sentence.
pub(crate) fn names_a_time(line: &Utterance<'_>) -> bool {
    Slot {
        turn: line.turn,
        role: line.role,
        late: false,
        tokens: line.raw.split_whitespace().map(str::to_owned).collect(),
    }
    .named()
    .is_some_and(|_| !line.keys.iter().any(|k| ELSEWHERE.contains(&k.as_str())))
}

/// Words of other appointments, and of what happened at some hour.
const ELSEWHERE: &[&str] = &[
    "blood",
    "bloods",
    "test",
    "tests",
    "scan",
    "gp",
    "doctor",
    "dr",
    "clinic",
    "surgery",
    "court",
    "interview",
    "party",
    "group",
    "class",
    "last",
    "was",
    "every",
    "shift",
    "bed",
    "usually",
    "said",
    "woke",
    "happened",
    "told",
];

/// A late turn, for the day and hour it may name.
struct Slot {
    turn: usize,
    role: Role,
    late: bool,
    tokens: Vec<String>,
}

/// A day and an hour.
struct Named {
    day: String,
    date: Option<String>,
    hour: String,
}

impl Named {
    /// The same day and hour, said in more or fewer words.
    fn agrees(&self, other: &Self) -> bool {
        let hour = |n: &Self| n.hour.replace("o'clock", "").trim().to_owned();
        let day = self.day.is_empty() || other.day.is_empty() || self.day == other.day;
        let date = self.date.is_none() || other.date.is_none() || self.date == other.date;
        day && date && hour(self) == hour(other)
    }
}

impl Slot {
    fn keys(&self) -> Vec<String> {
        self.tokens.iter().map(|t| key(t)).collect()
    }

    /// It speaks of meeting again.
    fn invites(&self) -> bool {
        const INVITING: &[&str] = &[
            " next ",
            " how about ",
            " i can do ",
            " can you do ",
            " could you do ",
            " ive got ",
            " slot ",
            " suit ",
            " suits ",
            " works ",
            " work for you ",
            " shall we ",
            " should we ",
            " the week after ",
            " same time ",
        ];
        let said = format!(" {} ", self.keys().join(" "));
        INVITING.iter().chain(MEET).any(|words| said.contains(words))
    }

    fn refuses(&self) -> bool {
        let said = format!(" {} ", self.keys().join(" "));
        [" cant ", " cannot ", " wont ", " doesnt work ", " instead ", " could we ", " could you do "]
            .iter()
            .any(|words| said.contains(words))
    }

    /// Both day and hour.
    fn named(&self) -> Option<Named> {
        let (day, date) = self.day()?;
        Some(Named { day, date, hour: self.time()? })
    }

    fn time(&self) -> Option<String> {
        let ks = self.keys();
        (0..ks.len()).rev().find_map(|at| self.hour(&ks, at))
    }

    /// The weekday, which may be empty, and the day of the month.
    fn day(&self) -> Option<(String, Option<String>)> {
        let ks = self.keys();
        let day = (0..ks.len()).rfind(|&at| WEEKDAYS.contains(&ks[at].as_str()));
        let date = (1..ks.len()).rfind(|&at| {
            let the = ks[at - 1] == "the" || ks[at - 1] == "twenty" && at > 1 && ks[at - 2] == "the";
            (is_ordinal(&ks[at]) || ks[at] == "first") && (the || day == Some(at - 1))
        });
        let date = date.map(|at| {
            let tens = matches!(ks[at - 1].as_str(), "twenty" | "thirty");
            if tens { format!("{} {}", ks[at - 1], ks[at]) } else { ks[at].clone() }
        });
        let day = day.map(|at| ks[at].clone()).unwrap_or_default();
        (!day.is_empty() || date.is_some()).then_some((day, date))
    }

    /// The time of day that begins here.
    fn hour(&self, ks: &[String], at: usize) -> Option<String> {
        const HOURS: &[&str] = &[
            "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", "noon",
        ];
        const MINUTES: &[&str] = &[
            "fifteen",
            "thirty",
            "forty-five",
            "forty",
            "twenty",
            "ten",
            "five",
            "fifty",
            "oclock",
            "am",
            "pm",
        ];
        const AMOUNTS: &[&str] = &[
            "week", "weeks", "day", "days", "times", "month", "months", "hours", "hour", "minutes",
            "sessions", "of", "more", "or", "people",
        ];
        let k = |n: usize| ks.get(n).map(String::as_str).unwrap_or_default();
        let token = |n: usize| {
            self.tokens.get(n).map(|t| t.trim_matches(|c: char| !c.is_alphanumeric())).unwrap_or_default()
        };
        let digits = token(at).chars().next().is_some_and(|c| c.is_ascii_digit())
            && token(at).len() <= 6
            && !is_ordinal(k(at));
        let half = matches!(k(at), "half" | "quarter")
            && HOURS.contains(&k(at + if matches!(k(at + 1), "past" | "to") { 2 } else { 1 }));
        let joined = k(at)
            .split_once('-')
            .is_some_and(|(hour, minute)| HOURS.contains(&hour) && MINUTES.contains(&minute));
        if !(HOURS.contains(&k(at)) || digits || half || joined) || AMOUNTS.contains(&k(at + 1)) {
            return None;
        }
        let before = if at == 0 { "" } else { k(at - 1) };
        // "Half eleven", "eleven thirty" and the day of "the twenty first" begin elsewhere.
        if HOURS.contains(&before)
            || matches!(before, "half" | "past" | "the" | "twenty" | "thirty")
            || before == "quarter"
        {
            return None;
        }
        let mut end = at + 1;
        while half && end < ks.len() && (matches!(k(end), "past" | "to") || HOURS.contains(&k(end))) {
            end += 1;
        }
        while end < ks.len() && MINUTES.contains(&k(end)) {
            end += 1;
        }
        let said_as_time = end > at + 1
            || joined
            || token(at).contains(':')
            || matches!(before, "at" | "for" | "er" | "um" | "uh")
            || k(at) == "noon"
            || before.is_empty()
            || WEEKDAYS.contains(&before)
            || is_ordinal(before)
            || at > 0 && self.tokens[at - 1].ends_with(',');
        said_as_time.then(|| (at..end).map(token).collect::<Vec<_>>().join(" ").to_lowercase())
    }
}
