//! Signs add up over a conversation.
//!
//! Principle: signs that are weak alone weigh together (IS PATH WARM, Rudd et al. 2006); thoughts with means within reach
//! and preparation are graver than either (Columbia scale triage, Posner et al. 2011); grievance with a weapon (Meloy et
//! al. 2012). What was heard stays heard, so a level never falls.

use super::cue::Cue;
use super::exchange::Asked;
use super::reading::{self, Odds, Passage};
use super::scope::Heard;
use super::sign::Sign;
use super::{Assessment, Finding, Kind, Level, Reason};

/// Longest quotation in a reason, in characters.
const LONGEST_QUOTE: usize = 160;

/// What a conversation has told so far.
#[derive(Default)]
pub(crate) struct State {
    /// A story is being told or discussed.
    pub(crate) story: bool,
    /// The talk is of work, study or training.
    pub(crate) work: bool,
    /// Cues of the speaker so far.
    pub(crate) cues: u128,
    pub(crate) passage: Passage,
    seen: Seen,
    /// What the rules have come to.
    ruled: Level,
    /// What was decided.
    level: Level,
    reasons: Vec<Reason>,
}

/// Signs heard of oneself and not of long ago.
#[derive(Clone, Copy, Default)]
struct Seen(u64);

impl Seen {
    fn has(self, sign: Sign) -> bool {
        self.0 & (1 << sign as u32) != 0
    }

    fn any(self, signs: &[Sign]) -> bool {
        signs.iter().any(|s| self.has(*s))
    }

    fn count(self, signs: &[Sign]) -> usize {
        signs.iter().filter(|s| self.has(**s)).count()
    }
}

const _: () = assert!(Sign::ALL <= 64, "a set of signs is the bits of a u64");

const IDEATION: &[Sign] =
    &[Sign::Thought, Sign::Desire, Sign::Unsafe, Sign::Method, Sign::Intent, Sign::Plan];
const WISHES: &[Sign] = &[Sign::Wish, Sign::NoReason, Sign::Burden, Sign::Hint];
const DESPAIR: &[Sign] = &[Sign::Hopeless, Sign::Worthless, Sign::Trapped, Sign::Alone, Sign::Distress];
const ABUSE: &[Sign] = &[
    Sign::Abuse,
    Sign::AbuseNow,
    Sign::Control,
    Sign::Afraid,
    Sign::Threatened,
    Sign::Stalked,
    Sign::Assault,
];
const KILLING: &[Sign] = &[Sign::Threat, Sign::ThreatNow, Sign::HarmThought, Sign::Mass, Sign::Voices];

impl State {
    pub(crate) fn speaks_of_dying(&self) -> bool {
        self.seen.any(IDEATION)
            || self.seen.any(WISHES)
            || self.seen.any(&[Sign::Prepare, Sign::Attempt, Sign::Lethal])
    }

    pub(crate) fn speaks_of_killing(&self) -> bool {
        self.seen.any(KILLING)
    }

    pub(crate) fn tells_of_abuse(&self) -> bool {
        self.seen.any(ABUSE)
    }

    pub(crate) fn is_grave(&self) -> bool {
        self.level >= Level::High
    }

    pub(crate) fn in_despair(&self) -> bool {
        self.seen.any(DESPAIR)
    }

    /// Takes in the findings of a turn.
    pub(crate) fn add(
        &mut self,
        turn: usize,
        text: &str,
        mut findings: Vec<Finding>,
        asked: &Asked,
        heard: &[Heard],
    ) {
        if self.ruled == Level::None && !self.in_despair() && exaggerates(&findings) {
            return;
        }
        findings.sort_by_key(|f| (f.start, f.sign, f.end));
        findings.dedup_by_key(|f| (f.sign, f.start));
        let grave = self.speaks_of_dying()
            || self.speaks_of_killing()
            || asked.grave()
            || findings
                .iter()
                .any(|f| KILLING.contains(&f.sign) || IDEATION.contains(&f.sign) || WISHES.contains(&f.sign));
        for finding in &findings {
            if finding.sign == Sign::DoIt && !grave {
                continue;
            }
            if !finding.long_ago {
                self.seen.0 |= 1 << finding.sign as u32;
            }
            let level = if finding.long_ago { finding.sign.past() } else { finding.sign.level() };
            self.ruled = self.ruled.max(level);
            self.reasons.push(Reason {
                kind: finding.sign.kind(),
                level,
                words: quote(text, finding.start, finding.end),
                turn,
                sign: finding.sign,
                long_ago: finding.long_ago,
                answer: finding.answer,
            });
        }
        let soon = heard.iter().any(Heard::is_now);
        self.ruled = self.ruled.max(together(self.seen, soon && self.soon(turn), self.cues));
    }

    /// A time that is now stands in a turn that itself speaks of dying or killing.
    fn soon(&self, turn: usize) -> bool {
        self.reasons.iter().any(|r| {
            r.turn == turn
                && !r.long_ago
                && matches!(r.sign, Sign::Desire | Sign::Method | Sign::Unsafe | Sign::DoIt)
        })
    }

    /// Decides, after a turn, from what the rules have found so far and from how the conversation reads. What was decided
    /// before stays.
    pub(crate) fn decide(&mut self, turn: usize, text: &str) {
        if self.level == Level::Critical {
            return;
        }
        let odds = self.passage.hear(text);
        let mut level = decide(self.ruled, odds, || reading::gravest_sentence(text).1);
        for plain in said_plainly(text) {
            if plain.ruled > level.max(self.level) {
                level = plain.ruled;
                self.ruled = self.ruled.max(level);
                self.reasons.extend(plain.reasons.into_iter().map(|reason| Reason { turn, ..reason }));
            }
        }
        if level > self.ruled && level > self.level {
            let (sentence, _) = reading::gravest_sentence(text);
            self.reasons.push(Reason {
                kind: Sign::Words.kind(),
                level,
                words: quote(sentence, 0, sentence.len()),
                turn,
                sign: Sign::Words,
                long_ago: false,
                answer: false,
            });
        }
        self.level = self.level.max(level);
    }

    /// What the rules alone come to.
    pub(crate) fn ruled(&self) -> Level {
        self.ruled
    }

    pub(crate) fn assessment(mut self) -> Assessment {
        let level = self.level;
        // What is a sign beside others only is told of where others are.
        let alone = self.reasons.iter().all(|r| r.level == Level::None);
        let told = |r: &Reason| r.level > Level::None || alone || level >= Level::Moderate;
        self.reasons.retain(|r| level > Level::None && told(r));
        self.reasons.sort_by(|a, b| b.level.cmp(&a.level).then(a.turn.cmp(&b.turn)));
        let mut kept: Vec<Reason> = Vec::new();
        for reason in self.reasons {
            if !kept
                .iter()
                .any(|k| k.sign == reason.sign && k.turn == reason.turn && k.long_ago == reason.long_ago)
            {
                kept.push(reason);
            }
        }
        Assessment { level, reasons: kept }
    }
}

/// From these odds on, each level is what a conversation reads as. The thresholds were chosen on the parts that are for
/// validation: `examples/risk_channels.rs`.
const CRITICAL: f32 = 0.5;
const HIGH: f32 = -0.1;
const MODERATE: f32 = 0.75;
const MILD: f32 = 2.0;
/// Below these odds of being at least mild, what the rules found is taken for a figure of speech ...
const EVERYDAY: f32 = 2.0;
/// ... unless a sentence of the turn by itself has these.
const EVERYDAY_ALONE: f32 = 1.0;

/// From these odds of being at least moderate on, a sentence reads by itself as what the rules hear in it by itself.
const PLAIN: f32 = 1.0;

/// What single sentences of a turn say in so many words: said, whatever talk covers it in the same message.
fn said_plainly(text: &str) -> Vec<State> {
    if reading::sentences(text).nth(1).is_none() {
        return Vec::new();
    }
    let grave = reading::sentences(text)
        .map(|sentence| (sentence, super::ruled_alone(sentence)))
        .filter(|(_, heard)| heard.ruled >= Level::Moderate);
    grave
        .filter(|(sentence, _)| Passage::default().hear(sentence).moderate >= PLAIN)
        .map(|(_, heard)| heard)
        .collect()
}

/// What a find of the rules adds to the odds of being grave.
fn worth(ruled: Level) -> f32 {
    match ruled {
        Level::None => 0.0,
        Level::Mild => 0.3,
        Level::Moderate => 0.6,
        Level::High => 1.1,
        Level::Critical => 1.7,
    }
}

/// The level from both channels.
fn decide(ruled: Level, odds: Odds, alone: impl FnOnce() -> Odds) -> Level {
    let more = worth(ruled);
    let read = if odds.critical + more >= CRITICAL {
        Level::Critical
    } else if odds.high + more >= HIGH {
        Level::High
    } else if odds.moderate + more >= MODERATE {
        Level::Moderate
    } else if odds.mild + more >= MILD {
        Level::Mild
    } else {
        Level::None
    };
    let stands = ruled > read && (odds.mild >= EVERYDAY || alone().mild >= EVERYDAY_ALONE);
    if stands { ruled } else { read }
}

/// Despair about trifles and nothing else: a figure of speech.
fn exaggerates(findings: &[Finding]) -> bool {
    let grave = |f: &Finding| {
        matches!(
            f.sign,
            Sign::Act
                | Sign::MeansReady
                | Sign::Prepare
                | Sign::Lethal
                | Sign::Method
                | Sign::Plan
                | Sign::Unsafe
                | Sign::Hopeless
                | Sign::Worthless
                | Sign::Alone
                | Sign::Distress
                | Sign::Burden
                | Sign::NoReason
                | Sign::GiveAway
                | Sign::Farewell
        ) || !matches!(f.sign.kind(), Kind::Suicide | Kind::ToOthers | Kind::Distress)
    };
    !findings.is_empty() && findings.iter().all(|f| f.light && !grave(f))
}

/// What the signs of a conversation come to together.
fn together(seen: Seen, soon: bool, cues: u128) -> Level {
    use Sign::*;
    let thinks = seen.any(IDEATION) || seen.any(&[Lethal]);
    let wishes = seen.any(WISHES);
    let despairs = seen.any(DESPAIR);
    let threatens = seen.any(&[Threat, ThreatNow, Mass]);
    let parts = [GiveAway, Farewell, Prepare, Hint];
    let critical = seen.any(&[Desire, Method, Unsafe]) && soon
        || seen.any(&[Desire, Method, Unsafe, Lethal]) && seen.any(&[Prepare, DoIt, MeansReady])
        || thinks && seen.any(&[Means, Prepare, MeansReady])
        || seen.has(DoIt) && (thinks || wishes || seen.any(&[Attempt])) && soon
        || seen.has(Prepare) && (wishes || seen.any(&[GiveAway, Farewell]))
        || seen.has(RefuseVital) && (thinks || wishes)
        || seen.any(&[Threat, Voices]) && seen.has(Weapon)
        || seen.any(&[Threat, ThreatNow]) && seen.has(DoIt) && soon;
    const THINGS: &[Cue] = &[Cue::Pills, Cue::Weapon, Cue::Rope, Cue::Height, Cue::Fumes];
    let near = THINGS.iter().any(|cue| cues & cue.bit() != 0);
    let high = thinks && near
        || seen.has(DoIt) && (thinks || wishes)
        || (wishes || despairs)
            && seen.any(&[Means, Probe, Calm, GiveAway, Farewell])
            && (wishes || !seen.has(Calm) || seen.any(&[GiveAway, Farewell]))
        || seen.has(Loss) && seen.any(&[Probe])
        || thinks && seen.any(&[Calm, GiveAway, Farewell, Probe])
        || seen.count(&parts) >= 2
        || seen.has(Calm) && seen.any(&parts)
        || seen.any(&[Refuse, Restrict, Starve]) && (wishes || thinks)
        || seen.count(WISHES) >= 3
        || wishes && seen.has(Attempt)
        || thinks && seen.any(&[Attempt, Injury, InjuryUrge])
        || seen.any(&[HarmThought, Grievance]) && seen.has(Weapon)
        || threatens;
    let moderate =
        seen.count(DESPAIR) >= 3 || seen.has(Grievance) && seen.has(Loss) || despairs && seen.has(Attempt);
    let mild = seen.count(DESPAIR) >= 2;
    match (critical, high, moderate) {
        (true, ..) => Level::Critical,
        (_, true, _) => Level::High,
        (.., true) => Level::Moderate,
        _ if mild => Level::Mild,
        _ => Level::None,
    }
}

/// The words of a find, cut at a character's edge.
fn quote(text: &str, start: usize, end: usize) -> String {
    let said = text.get(start..end).unwrap_or_default().trim();
    match said.char_indices().nth(LONGEST_QUOTE) {
        Some((at, _)) => format!("{}…", said[..at].trim_end()),
        None => said.to_owned(),
    }
}
