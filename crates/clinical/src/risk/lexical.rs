//! The second channel: which words go together where risk is told of without naming it.
//!
//! A logistic regression over the stems of the words, the cues, and the topics asked about, trained by
//! `examples/train_risk.rs` on the labelled parts that are for tuning. It sees no order and no grammar; it hears what the
//! tables have no pattern for. Its weights are a text file that can be read.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::OnceLock;

use super::cue::Cue;
use super::exchange::Asked;
use super::scope::Heard;

/// Turns of the speaker that are read as one passage.
const TURNS: usize = 8;
/// Letters of a word that are its stem.
const STEM: usize = 6;
/// What a cue or a topic counts beside a word.
const CUE: f32 = 1.0;
/// Shorter passages than this many words (squared) are not stretched.
const SHORTEST: f32 = 4.0;
/// The length every passage is brought to, so that long ones do not weigh more.
const LENGTH: f32 = 6.0;
/// The score from which a passage counts as grave; chosen by cross-validation on the tuning parts.
const GRAVE: f32 = 1.5;
/// Without cues such as these the words alone are style.
const HARD: &[Cue] = &[
    Cue::Pills,
    Cue::Weapon,
    Cue::Rope,
    Cue::Height,
    Cue::Fumes,
    Cue::Finality,
    Cue::Affairs,
    Cue::Letters,
    Cue::Die,
    Cue::Vital,
    Cue::NoFood,
    Cue::Cut,
    Cue::Blood,
    Cue::Hurt,
    Cue::Threat,
    Cue::Confine,
    Cue::Papers,
    Cue::Debt,
    Cue::Sex,
    Cue::Pictures,
    Cue::Water,
    Cue::OnPurpose,
    Cue::AtHand,
    Cue::Taken,
    Cue::Sinking,
    Cue::Hide,
    Cue::Kill,
    Cue::Attack,
    Cue::Voice,
    Cue::Dumped,
    Cue::NoPain,
    Cue::Hope,
];
/// How many of them it takes.
const ENOUGH: usize = 1;
/// Words shown as the reason.
const SHOWN: usize = 6;

fn weights() -> &'static HashMap<&'static str, f32> {
    static WEIGHTS: OnceLock<HashMap<&'static str, f32>> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        include_str!("../../data/risk_weights.tsv")
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .filter_map(|(feature, weight)| Some((feature, weight.parse().ok()?)))
            .collect()
    })
}

/// The last turns of the speaker.
#[derive(Default)]
pub(crate) struct Passage {
    turns: VecDeque<BTreeMap<String, f32>>,
}

impl Passage {
    pub(crate) fn push(&mut self, text: &str, asked: &Asked, heard: &[Heard]) {
        let mut features = BTreeMap::new();
        let mut stem = String::new();
        let mut letters = 0;
        for c in text.chars().flat_map(char::to_lowercase).chain([' ']) {
            if c.is_ascii_alphabetic() {
                letters += 1;
                if letters <= STEM {
                    stem.push(c);
                }
            } else if !matches!(c, '\'' | '’' | '‘' | '`') {
                if !stem.is_empty() {
                    features.insert(format!("w {stem}"), 1.0);
                }
                stem.clear();
                letters = 0;
            }
        }
        let cues = heard.iter().fold(0, |m, h| m | h.cues);
        features.extend(
            Cue::ALL.iter().filter(|cue| cues & cue.bit() != 0).map(|cue| (format!("c {cue:?}"), CUE)),
        );
        features.extend(asked.topics.iter().map(|topic| (format!("q {topic:?}"), CUE)));
        self.turns.push_back(features);
        if self.turns.len() > TURNS {
            self.turns.pop_front();
        }
    }

    /// Each feature once, brought to one length.
    pub(crate) fn features(&self) -> Vec<(String, f32)> {
        let all: BTreeMap<&String, f32> = self.turns.iter().flatten().map(|(f, v)| (f, *v)).collect();
        let length = all.values().map(|v| v * v).sum::<f32>().sqrt().max(SHORTEST);
        all.into_iter().map(|(f, v)| (f.clone(), v / length * LENGTH)).collect()
    }

    /// The words that weigh most, when the passage is grave.
    pub(crate) fn grave(&self) -> Option<String> {
        let hard = |f: &&String| {
            f.strip_prefix("c ").is_some_and(|cue| HARD.iter().any(|h| format!("{h:?}") == cue))
        };
        let cues: BTreeSet<&String> = self.turns.iter().flat_map(BTreeMap::keys).filter(hard).collect();
        if cues.len() < ENOUGH {
            return None;
        }
        let weights = weights();
        let features = self.features();
        let part = |f: &str, v: f32| weights.get(f).map_or(0.0, |w| w * v);
        let score =
            weights.get("bias").unwrap_or(&0.0) + features.iter().map(|(f, v)| part(f, *v)).sum::<f32>();
        if score < GRAVE {
            return None;
        }
        let mut words: Vec<(&str, f32)> =
            features.iter().filter_map(|(f, v)| Some((f.strip_prefix("w ")?, part(f, *v)))).collect();
        words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        let words: Vec<&str> = words.into_iter().take(SHOWN).map(|(w, _)| w).collect();
        Some(words.join(", "))
    }
}
