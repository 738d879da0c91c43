//! Answers, read with the question that they answer.
//!
//! Principle: screening by direct question (ASQ: Horowitz et al. 2012; Columbia scale: Posner et al. 2011): a "yes" is as
//! much a statement as the words of the question, and not being able to say no is no denial.

use super::Finding;
use super::cue::Cue;
use super::scope::Heard;
use super::sign::{Reply, Sign, Topic};
use super::weigh::State;

/// What the last turn of the other side asked about.
#[derive(Default)]
pub(crate) struct Asked {
    pub(crate) topics: Vec<Topic>,
    /// Things spoken of, and alarm.
    pub(crate) cues: u128,
}

impl Asked {
    pub(crate) fn about(&self, topic: Topic) -> bool {
        self.topics.contains(&topic)
    }

    /// Whether dying or killing was asked about.
    pub(crate) fn grave(&self) -> bool {
        [Topic::Suicide, Topic::Wish, Topic::Others].iter().any(|t| self.about(*t))
    }
}

/// What one can die or kill by.
fn things() -> u128 {
    [Cue::Pills, Cue::Weapon, Cue::Rope, Cue::Fumes].iter().fold(0, |m, cue| m | cue.bit())
}

/// The topics of the questions in a turn; of all its sentences when none is a question.
pub(crate) fn asked(heard: &[Heard]) -> Asked {
    // A statement reflects at most that dying is on the mind: "It sounds as if you wish to be dead".
    let questions = heard.iter().any(|h| h.question);
    let reflected = |t: &Topic| matches!(t, Topic::Suicide | Topic::Wish);
    let mut topics: Vec<Topic> = heard
        .iter()
        .filter(|h| h.question || !questions)
        .flat_map(|h| h.topics.iter().copied())
        .filter(|t| questions || reflected(t))
        .collect();
    topics.sort_unstable();
    topics.dedup();
    const CARRIED: &[Cue] = &[
        Cue::Alarm,
        Cue::Pills,
        Cue::Weapon,
        Cue::Rope,
        Cue::Height,
        Cue::Water,
        Cue::Fumes,
        Cue::Vital,
        Cue::Blood,
        Cue::ChildOther,
    ];
    let carried = CARRIED.iter().fold(0, |m, cue| m | cue.bit());
    let cues = heard.iter().fold(0, |m, h| m | h.cues & carried);
    Asked { topics, cues }
}

/// What the first sentences of a turn answer.
pub(crate) fn answers(asked: &Asked, heard: &[Heard], state: &State) -> Vec<Finding> {
    let Some(first) = heard.first() else { return Vec::new() };
    if asked.topics.is_empty() {
        return Vec::new();
    }
    let reply = polarity(heard);
    let now = heard.iter().take(2).any(|h| h.is_now() || h.cues & Cue::Soon.bit() != 0);
    let lately = heard.iter().take(2).any(Heard::is_recent);
    let hand = heard.iter().take(2).any(|h| h.cues & Cue::AtHand.bit() != 0);
    let means = hand || heard.iter().take(2).any(|h| h.tool);
    let fine = heard.first().is_some_and(|h| h.replies.contains(&Reply::Fine));
    if fine && (asked.about(Topic::Safe) || asked.about(Topic::Promise)) && reply != Some(Reply::No) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for topic in &asked.topics {
        if let Some((sign, long_ago)) = answered(*topic, reply, [now, lately, means, hand], asked, state) {
            let (start, end) = (first.tokens[0].start, first.tokens[first.tokens.len() - 1].end);
            out.push(Finding { sign, long_ago, light: false, answer: true, start, end });
        }
    }
    out
}

/// Yes and no as the first sentences give them; a no that is taken back is unsure.
pub(crate) fn polarity(heard: &[Heard]) -> Option<Reply> {
    let of = |h: &Heard| {
        let has = |r: Reply| h.replies.contains(&r);
        if has(Reply::No) && !has(Reply::Unsure) {
            Some(Reply::No)
        } else if has(Reply::Unsure) {
            Some(Reply::Unsure)
        } else if has(Reply::Often) && h.tokens.len() < 14 {
            Some(Reply::Often)
        } else if has(Reply::Yes) {
            Some(Reply::Yes)
        } else {
            None
        }
    };
    let first = heard.first().and_then(of);
    let second = heard.get(1).and_then(of);
    let later = heard.iter().skip(1).take(3).filter_map(of).any(|r| r == Reply::Yes);
    match (first, second) {
        (Some(Reply::Unsure), _) | (Some(Reply::No), Some(Reply::Unsure))
            if later && heard.first().is_some_and(|h| h.tokens.len() < 4) =>
        {
            Some(Reply::Yes)
        }
        (Some(Reply::No), _) if heard.get(1).is_some_and(|h| h.replies.contains(&Reply::Back)) => {
            Some(Reply::Unsure)
        }
        (Some(Reply::Yes), Some(Reply::Often)) => Some(Reply::Often),
        (None, second) => second.filter(|r| *r != Reply::Often),
        (first, _) => first,
    }
}

fn answered(
    topic: Topic,
    reply: Option<Reply>,
    [now, lately, means, hand]: [bool; 4],
    asked: &Asked,
    state: &State,
) -> Option<(Sign, bool)> {
    let yes = matches!(reply, Some(Reply::Yes | Reply::Often));
    let often = reply == Some(Reply::Often);
    let unsure = reply == Some(Reply::Unsure);
    let no = reply == Some(Reply::No);
    let ever = asked.about(Topic::Ever) && !often && !lately;
    let dying = state.speaks_of_dying() || asked.about(Topic::Suicide) || asked.about(Topic::Wish);
    let alarmed = asked.cues & Cue::Alarm.bit() != 0 || asked.about(Topic::Overdose);
    let killing = state.speaks_of_killing() || asked.about(Topic::Others);
    let sign = match topic {
        Topic::Suicide if yes => {
            if ever {
                Sign::Thought
            } else {
                Sign::Desire
            }
        }
        Topic::Suicide if unsure => Sign::Thought,
        Topic::Wish if yes || unsure => Sign::Wish,
        Topic::Plan if yes && killing => Sign::ThreatNow,
        Topic::Plan if yes && dying => Sign::Plan,
        Topic::Plan if means && !no && killing && !dying && state.is_grave() => Sign::ThreatNow,
        Topic::Plan if means && !no && (dying || asked.about(Topic::DoIt)) => Sign::Plan,
        Topic::Plan if unsure && dying => Sign::Unsafe,
        Topic::When if (yes || now) && dying && !no && state.speaks_of_dying() => Sign::Plan,
        Topic::When | Topic::Intent
            if !no && now && asked.cues & things() != 0 && (dying || state.is_grave()) =>
        {
            Sign::Plan
        }
        Topic::Intent if yes && killing => Sign::ThreatNow,
        Topic::Intent if yes && dying => Sign::Intent,
        Topic::Intent if unsure && (dying || killing) => {
            if killing {
                Sign::Threat
            } else {
                Sign::Unsafe
            }
        }
        Topic::Means if (yes || means && !no) && killing => Sign::ThreatNow,
        Topic::Means if (yes || means && !no) && state.speaks_of_dying() => Sign::MeansReady,
        Topic::Means if hand && !no => Sign::MeansReady,
        Topic::Means if yes => Sign::Means,
        Topic::Taken if yes && (dying || alarmed) => Sign::Act,
        Topic::Taken if unsure && (dying || alarmed) => Sign::Unsafe,
        Topic::Attempt if yes && dying && now => Sign::Act,
        Topic::Attempt if yes && dying => Sign::Attempt,
        Topic::Accident if no && state.cues & Cue::Cut.bit() != 0 => Sign::Injury,
        Topic::Purpose if yes && state.cues & Cue::Cut.bit() != 0 => Sign::Injury,
        Topic::Injury if yes && (often || lately) => Sign::Injury,
        Topic::Injury if yes => Sign::InjuryPast,
        Topic::Injury if unsure => Sign::InjuryUrge,
        Topic::Others if yes => Sign::Threat,
        Topic::Others if unsure => Sign::HarmThought,
        Topic::Abuse if yes => Sign::Abuse,
        Topic::Abuse if unsure => Sign::Afraid,
        Topic::Treatment if no || yes => {
            let vital = asked.about(Topic::Vital);
            let stopped = asked.about(Topic::Stopped);
            if stopped != yes {
                return None;
            }
            if vital {
                Sign::RefuseVital
            } else if stopped {
                Sign::Refuse
            } else {
                return None;
            }
        }
        Topic::Child if yes && !asked.about(Topic::Safe) => Sign::ChildFear,
        Topic::Child if no && asked.about(Topic::Safe) => Sign::ChildThird,
        Topic::Weapon if yes => Sign::Weapon,
        Topic::Promise if (no || unsure) && (dying || state.in_despair()) => Sign::Unsafe,
        Topic::Safe if (no || unsure) && state.tells_of_abuse() && now => Sign::AbuseNow,
        Topic::Safe if no => {
            if dying && !state.tells_of_abuse() {
                Sign::Unsafe
            } else {
                Sign::Abuse
            }
        }
        Topic::Safe if unsure && (dying || state.tells_of_abuse() || state.in_despair()) => Sign::Afraid,
        _ => return None,
    };
    Some((sign, ever && sign.is_event() && topic != Topic::Plan))
}
