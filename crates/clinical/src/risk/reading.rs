//! The second channel: a small transformer that has read labelled conversations.
//!
//! all-MiniLM-L6-v2 (Wang et al. 2020; Apache-2.0), trained further on the labelled parts that are for training, as
//! `docs/risk-assessment.md` tells. It hears what the tables have no pattern for, and how ordinary the rest of a message
//! is. Its weights are a file beside the code.

use std::collections::{HashMap, VecDeque};
use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Mutex, OnceLock, PoisonError};

use encoder::{Network, Piece, Token, Vocabulary};

use super::Role;

/// Pieces of a turn that are read at once; a longer turn is read part after part.
const PART: usize = 120;
/// Pieces of what the assistant said that are read: its end, where questions stand.
const ASSISTANT: usize = 40;
/// Where less than this is left, an earlier turn is not begun.
const LEAST: usize = 8;
/// Readings that are remembered.
const KNOWN: usize = 4096;
/// Turns that can ever fit: the shortest has one piece and the mark at its end.
const TURNS: usize = 80;

/// Pictures that the vocabulary has no piece for, by their words.
const PICTURES: &[(char, &str)] = &[
    ('🔫', "gun"),
    ('🔪', "knife"),
    ('🗡', "knife"),
    ('💊', "pills"),
    ('💀', "skull"),
    ('☠', "skull"),
    ('⚰', "coffin"),
    ('🪦', "grave"),
    ('🩸', "blood"),
    ('💣', "bomb"),
    ('🔥', "fire"),
    ('😂', "laughing"),
    ('🤣', "laughing"),
    ('😭', "crying"),
    ('😢', "crying"),
    ('💔', "heartbroken"),
    ('🙏', "please"),
    ('🙂', "smile"),
    ('😀', "smile"),
    ('😃', "smile"),
    ('😄', "smile"),
    ('😁', "smile"),
    ('😊', "smile"),
    ('😅', "smile"),
    ('❤', "love"),
    ('♥', "love"),
    ('😡', "angry"),
    ('😠', "angry"),
    ('😱', "scared"),
    ('😰', "scared"),
    ('👋', "goodbye"),
    ('🕊', "dove"),
    ('👍', "ok"),
];

static WEIGHTS: &[u8] = include_bytes!("../../data/risk_network.safetensors");
static PIECES: &str = include_str!("../../data/word_pieces.txt");

struct Reader {
    vocabulary: Vocabulary,
    network: Network,
    known: Mutex<Known>,
}

/// What was read lately, so that a text that grows, or is shown again, is not read again from its beginning. Keyed by two
/// hashes with secrets of this process: what was said is not kept.
#[derive(Default)]
struct Known {
    hashers: [RandomState; 2],
    odds: HashMap<[u64; 2], Odds>,
}

impl Known {
    fn key(&self, tokens: &[Token]) -> [u64; 2] {
        self.hashers.each_ref().map(|hasher| hasher.hash_one(tokens))
    }
}

impl Reader {
    fn read(&self, tokens: &[Token]) -> Odds {
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let key = known().key(tokens);
        if let Some(odds) = known().odds.get(&key) {
            return *odds;
        }
        let odds = match self.network.read(tokens)[..] {
            [mild, moderate, high, critical] => Odds { mild, moderate, high, critical },
            _ => Odds::LEAST,
        };
        let mut known = known();
        if known.odds.len() == KNOWN {
            known.odds.clear();
        }
        known.odds.insert(key, odds);
        odds
    }
}

fn reader() -> &'static Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    READER.get_or_init(|| Reader {
        vocabulary: Vocabulary::parse(PIECES).expect("the vocabulary beside the code is one"),
        network: Network::parse(WEIGHTS).expect("the weights beside the code are a network"),
        known: Mutex::default(),
    })
}

/// How likely a conversation is at least mild, moderate, high, and critical: the logarithms of the odds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Odds {
    pub(crate) mild: f32,
    pub(crate) moderate: f32,
    pub(crate) high: f32,
    pub(crate) critical: f32,
}

impl Odds {
    const LEAST: Self = Self {
        mild: f32::NEG_INFINITY,
        moderate: f32::NEG_INFINITY,
        high: f32::NEG_INFINITY,
        critical: f32::NEG_INFINITY,
    };

    /// In the order of the levels.
    pub(crate) fn all(self) -> [f32; 4] {
        [self.mild, self.moderate, self.high, self.critical]
    }

    fn max(self, other: Self) -> Self {
        Self {
            mild: self.mild.max(other.mild),
            moderate: self.moderate.max(other.moderate),
            high: self.high.max(other.high),
            critical: self.critical.max(other.critical),
        }
    }
}

/// The last turns of a conversation, as pieces.
#[derive(Default)]
pub(crate) struct Passage {
    turns: VecDeque<(Role, Vec<Piece>)>,
}

impl Passage {
    /// Takes in what the assistant says.
    pub(crate) fn ask(&mut self, text: &str) {
        let mut pieces = pieces(text);
        pieces.drain(..pieces.len().saturating_sub(ASSISTANT));
        self.add(Role::Assistant, pieces);
    }

    /// Takes in a turn of the speaker and gives the gravest that any part of it comes to.
    pub(crate) fn hear(&mut self, text: &str) -> Odds {
        let pieces = pieces(text);
        if pieces.is_empty() {
            return Odds::LEAST;
        }
        pieces.chunks(PART).fold(Odds::LEAST, |gravest, part| {
            self.add(Role::User, part.to_vec());
            gravest.max(self.read())
        })
    }

    fn add(&mut self, role: Role, pieces: Vec<Piece>) {
        if self.turns.len() == TURNS {
            self.turns.pop_front();
        }
        self.turns.push_back((role, pieces));
    }

    /// Reads the newest turns that there is room for, in their order, each with a mark at its end.
    fn read(&self) -> Odds {
        let reader = reader();
        let Reader { vocabulary, .. } = reader;
        let mut room = reader.network.longest() - 1;
        let mut newest_first = Vec::new();
        for (role, pieces) in self.turns.iter().rev() {
            let kind = u8::from(*role == Role::Assistant);
            let turn = [vocabulary.end()].into_iter().chain(pieces.iter().rev().copied()).take(room);
            let before = newest_first.len();
            newest_first.extend(turn.map(|piece| Token { piece, kind }));
            room -= newest_first.len() - before;
            if room < LEAST {
                break;
            }
        }
        newest_first.push(Token { piece: vocabulary.start(), kind: 0 });
        newest_first.reverse();
        reader.read(&newest_first)
    }
}

/// The pieces of a text, its pictures as words.
fn pieces(text: &str) -> Vec<Piece> {
    let mut words = String::with_capacity(text.len());
    for c in text.chars() {
        match PICTURES.iter().find(|(picture, _)| *picture == c) {
            Some((_, word)) => words.extend([" ", word, " "]),
            // An apostrophe is one, however it is typed.
            None => words.push(if matches!(c, '’' | '‘') { '\'' } else { c }),
        }
    }
    reader().vocabulary.pieces(&words)
}

/// The sentences of a turn.
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', ';', '\n']).map(str::trim).filter(|s| !s.is_empty())
}

/// The sentence of a turn that is gravest by itself, with what it comes to.
pub(crate) fn gravest_sentence(text: &str) -> (&str, Odds) {
    let read = sentences(text).map(|sentence| (sentence, Passage::default().hear(sentence)));
    read.fold((text, Odds::LEAST), |gravest, next| if next.1.high > gravest.1.high { next } else { gravest })
}
