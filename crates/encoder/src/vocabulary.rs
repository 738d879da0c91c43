//! Text as word pieces: small letters without accents, split at spaces and punctuation, each word cut into the longest
//! pieces that the vocabulary has (WordPiece, Wu et al. 2016; BERT's uncased form).

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// The place of a piece in the vocabulary.
pub type Piece = u32;

/// Letters of a word that is still cut into pieces; a longer one is unknown.
const LONGEST_WORD: usize = 100;

/// The pieces that a network knows.
#[derive(Debug)]
pub struct Vocabulary {
    pieces: HashMap<String, Piece>,
    unknown: Piece,
    start: Piece,
    end: Piece,
}

impl Vocabulary {
    /// One piece a line, in the order of the network's table. `None` when a piece that every vocabulary has is missing.
    pub fn parse(lines: &str) -> Option<Self> {
        let pieces: HashMap<String, Piece> =
            lines.lines().zip(0..).map(|(line, place)| (line.to_owned(), place)).collect();
        let place = |piece: &str| pieces.get(piece).copied();
        let (unknown, start, end) = (place("[UNK]")?, place("[CLS]")?, place("[SEP]")?);
        Some(Self { pieces, unknown, start, end })
    }

    /// The piece that a sequence begins with.
    pub fn start(&self) -> Piece {
        self.start
    }

    /// The piece that ends a turn.
    pub fn end(&self) -> Piece {
        self.end
    }

    /// The pieces of a text, in order.
    pub fn pieces(&self, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut word = String::new();
        let letters = text.nfd().filter(|c| canonical_combining_class(*c) == 0).flat_map(char::to_lowercase);
        for c in letters.chain([' ']) {
            if is_dropped(c) {
                continue;
            }
            let alone = is_punctuation(c) || is_ideograph(c);
            if c.is_whitespace() || alone {
                self.cut(&word, &mut pieces);
                word.clear();
            }
            if alone {
                self.cut(c.encode_utf8(&mut [0; 4]), &mut pieces);
            } else if !c.is_whitespace() {
                word.push(c);
            }
        }
        pieces
    }

    /// Cuts a word into the longest pieces from its beginning on; it is unknown when that does not come out.
    fn cut(&self, word: &str, pieces: &mut Vec<Piece>) {
        if word.is_empty() {
            return;
        }
        let known = pieces.len();
        let ends: Vec<usize> = word.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        if ends.len() > LONGEST_WORD {
            pieces.push(self.unknown);
            return;
        }
        let mut from = 0;
        while from < word.len() {
            let found = ends.iter().rev().take_while(|end| **end > from).find_map(|end| {
                let part = &word[from..*end];
                let piece =
                    if from == 0 { self.pieces.get(part) } else { self.pieces.get(&format!("##{part}")) };
                Some((*end, *piece?))
            });
            let Some((end, piece)) = found else {
                pieces.truncate(known);
                pieces.push(self.unknown);
                return;
            };
            pieces.push(piece);
            from = end;
        }
    }
}

/// Control and format characters carry no text.
fn is_dropped(c: char) -> bool {
    c == '\0'
        || c == char::REPLACEMENT_CHARACTER
        || c.is_control() && !matches!(c, '\t' | '\n' | '\r')
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// ASCII symbols, and the punctuation of the blocks that text is commonly written in.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{964}' | '\u{965}')
        || matches!(c, '\u{ff01}'..='\u{ff03}' | '\u{ff05}'..='\u{ff0a}' | '\u{ff0c}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}')
        || matches!(c, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿')
        || matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{2ceaf}')
}
