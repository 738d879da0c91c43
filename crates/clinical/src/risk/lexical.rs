//! The second channel: what the words of a passage have in common with those of labelled conversations.
//!
//! A logistic regression over words, pairs of neighbouring words, and runs of three to five letters, trained by
//! `examples/train_risk.rs` on the labelled parts that are for training. It sees no grammar; it hears what the tables have
//! no pattern for, and how ordinary the rest of a message is. Features are hashed into a table of fixed size, whose weights
//! are a file beside the code.

use std::collections::{HashMap, VecDeque};
use std::sync::OnceLock;

/// Turns of the speaker that are read as one passage.
const TURNS: usize = 4;
/// Words of a turn that are read at once; a longer turn is read in pieces.
const PIECE: usize = 200;
/// An answer of up to so many words is read with the question before it.
const SHORT_ANSWER: usize = 6;
/// Letters of a word that are looked at; the rest of a longer one is noise.
const LONGEST_WORD: usize = 40;
/// Places of the table of weights.
pub(crate) const PLACES: u32 = 1 << 17;
/// Words shown as the reason.
const SHOWN: usize = 6;

/// The table: bias and scale as 32-bit floats, then one 16-bit weight for each place, all little-endian.
static TABLE: &[u8] = include_bytes!("../../data/risk_weights.bin");

struct Weights {
    bias: f32,
    table: Vec<f32>,
}

fn weights() -> &'static Weights {
    static WEIGHTS: OnceLock<Weights> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        let float = |at: usize| {
            let bytes = TABLE.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
            bytes.map_or(0.0, f32::from_le_bytes)
        };
        let (bias, scale) = (float(0), float(4));
        let weight = |pair: &[u8]| f32::from(i16::from_le_bytes([pair[0], pair[1]])) * scale;
        Weights { bias, table: TABLE.get(8..).unwrap_or_default().chunks_exact(2).map(weight).collect() }
    })
}

/// The last turns of the speaker, as words.
#[derive(Default)]
pub(crate) struct Passage {
    pieces: VecDeque<Vec<String>>,
    question: Vec<String>,
}

/// What the words of a passage come to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heard {
    /// The logarithm of the odds that a passage of these words is grave.
    pub(crate) score: f32,
    /// The words that weigh most.
    pub(crate) words: String,
}

impl Passage {
    /// Remembers what was asked: a short answer is read with it.
    pub(crate) fn ask(&mut self, text: &str) {
        let ending = text.trim_end();
        let last = ending.char_indices().rev().skip(1).find(|(_, c)| matches!(c, '.' | '!' | '?' | '\n'));
        self.question = words(last.map_or(ending, |(at, _)| &ending[at..]));
    }

    /// Takes in a turn of the speaker and gives the gravest that any of its pieces comes to.
    pub(crate) fn hear(&mut self, text: &str) -> Heard {
        let mut said = words(text);
        let question = std::mem::take(&mut self.question);
        if said.len() <= SHORT_ANSWER {
            said.splice(0..0, question);
        }
        let mut gravest: Option<Heard> = None;
        for piece in said.chunks(PIECE) {
            self.pieces.push_back(piece.to_vec());
            if self.pieces.len() > TURNS {
                self.pieces.pop_front();
            }
            let heard = self.weigh();
            if gravest.as_ref().is_none_or(|before| heard.score > before.score) {
                gravest = Some(heard);
            }
        }
        gravest.unwrap_or_else(|| self.weigh())
    }

    /// The features of the passage with their values.
    pub(crate) fn features(&self) -> Vec<(u32, f32)> {
        let words: Vec<&str> = self.pieces.iter().flatten().map(String::as_str).collect();
        let mut of_words = HashMap::new();
        let mut of_letters = HashMap::new();
        for (at, word) in words.iter().enumerate() {
            *of_words.entry(single(word)).or_insert(0.0) += 1.0;
            if let Some(next) = words.get(at + 1) {
                *of_words
                    .entry(place(b'2', word.bytes().chain([b' ']).chain(next.bytes())))
                    .or_insert(0.0) += 1.0;
            }
            let letters: Vec<char> = [' '].into_iter().chain(word.chars()).chain([' ']).collect();
            for length in 3..=5 {
                for run in letters.windows(length) {
                    let bytes = run.iter().flat_map(|c| u32::from(*c).to_le_bytes());
                    *of_letters.entry(place(b'c', bytes)).or_insert(0.0) += 1.0;
                }
            }
        }
        let mut features = levelled(of_words);
        features.extend(levelled(of_letters));
        features
    }

    fn weigh(&self) -> Heard {
        let weights = weights();
        let of = |place: u32| weights.table.get(place as usize).copied().unwrap_or(0.0);
        let score =
            weights.bias + self.features().iter().map(|(place, value)| of(*place) * value).sum::<f32>();
        let mut telling: Vec<(&str, f32)> = Vec::new();
        for word in self.pieces.iter().flatten() {
            if !telling.iter().any(|(known, _)| known == word) {
                telling.push((word, of(single(word))));
            }
        }
        telling.retain(|(_, weight)| *weight > 0.0);
        telling.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        let words: Vec<&str> = telling.into_iter().take(SHOWN).map(|(word, _)| word).collect();
        Heard { score, words: words.join(", ") }
    }
}

/// The words of a text: small letters and digits; apostrophes are left out, so that "dont" and "don't" are one word.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut length = 0;
    for c in text.chars().flat_map(char::to_lowercase).chain([' ']) {
        if c.is_alphanumeric() {
            if length < LONGEST_WORD {
                word.push(c);
            }
            length += 1;
            continue;
        }
        if matches!(c, '\'' | '’' | '‘' | '`') {
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        length = 0;
        // Pictures are words of their own.
        if u32::from(c) >= 0x1_f000 {
            words.push(c.to_string());
        }
    }
    words
}

/// Each feature once, weakly growing with how often it is there; all together of length one.
fn levelled(counts: HashMap<u32, f32>) -> Vec<(u32, f32)> {
    let mut features: Vec<(u32, f32)> =
        counts.into_iter().map(|(place, count)| (place, 1.0 + f32::ln(count))).collect();
    // In order, so that sums are the same on every run.
    features.sort_by_key(|(place, _)| *place);
    let length = features.iter().map(|(_, value)| value * value).sum::<f32>().sqrt().max(1.0);
    features.iter_mut().for_each(|(_, value)| *value /= length);
    features
}

fn single(word: &str) -> u32 {
    place(b'1', word.bytes())
}

/// The place of a feature in the table: FNV-1a over its kind and its bytes.
fn place(kind: u8, bytes: impl Iterator<Item = u8>) -> u32 {
    let hash = [kind].into_iter().chain(bytes).fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    // The upper half is folded in: the lower bits of FNV alone are less even.
    #[expect(clippy::cast_possible_truncation, reason = "a place is the lower bits")]
    let folded = (hash ^ (hash >> 32)) as u32;
    folded % PLACES
}
