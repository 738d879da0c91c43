//! From typed text to sentences of numbered words, each pointing back at the letters it came from.

use std::collections::HashMap;

use super::pattern::{Book, LONGEST};
use super::spelling::{MEANS, OTHERWISE, PICTURES, SHORT, TELLING};

/// A word as the patterns know it.
#[derive(Clone, Copy)]
pub(crate) struct Token {
    pub(crate) id: u32,
    /// Bytes of the text it was read from.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// A comma, a dash, a bracket stands before it.
    pub(crate) pause: bool,
    pub(crate) quoted: bool,
}

/// A sentence, or a breath of one that is longer than [`LONGEST`] words.
pub(crate) struct Sentence {
    pub(crate) tokens: Vec<Token>,
    pub(crate) question: bool,
}

struct Raw {
    word: String,
    start: usize,
    end: usize,
    pause: bool,
    hard: bool,
    asks: bool,
}

/// Reads text into words.
pub(crate) struct Reader {
    means: HashMap<&'static str, &'static str>,
    telling: Vec<&'static str>,
}

impl Reader {
    pub(crate) fn new() -> Self {
        Self { means: MEANS.iter().copied().collect(), telling: TELLING.to_vec() }
    }

    /// The sentences of a text.
    pub(crate) fn read<M: Copy>(&self, text: &str, book: &Book<M>) -> Vec<Sentence> {
        let quotes = quotes(text);
        let raws = self.join_letters(raw_words(text), book);
        let mut out = Vec::new();
        let mut tokens: Vec<Token> = Vec::new();
        for (at, raw) in raws.iter().enumerate() {
            if raw.hard {
                close(&mut out, &mut tokens, raw.asks);
            }
            let before = at.checked_sub(1).map_or("", |b| raws[b].word.as_str());
            let after = raws.get(at + 1).filter(|r| !r.hard).map_or("", |r| r.word.as_str());
            let next = quotes.partition_point(|(from, _)| *from <= raw.start);
            let quoted = next > 0 && raw.start < quotes[next - 1].1;
            let words = self.words(&raw.word, before, after, book);
            for (nth, word) in words.split(' ').filter(|w| !w.is_empty()).enumerate() {
                let pause = raw.pause && nth == 0;
                tokens.push(Token { id: book.id(word), start: raw.start, end: raw.end, pause, quoted });
            }
            if tokens.len() > LONGEST - 8 {
                cut(&mut out, &mut tokens);
            }
        }
        let asks = text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?').ends_with('?');
        close(&mut out, &mut tokens, asks);
        out
    }

    /// "s u i c i d e" and "k.m.s" are one word.
    fn join_letters<M: Copy>(&self, raws: Vec<Raw>, book: &Book<M>) -> Vec<Raw> {
        let mut out: Vec<Raw> = Vec::with_capacity(raws.len());
        let mut at = 0;
        while at < raws.len() {
            let run = raws[at..].iter().take(14).take_while(|r| r.word.chars().count() == 1).count();
            // The longest run that spells a word; a leading "i" or "a" may be a word of its own.
            let joined = (3..=run).rev().find_map(|n| {
                let word: String = raws[at..at + n].iter().map(|r| r.word.as_str()).collect();
                let word = self.plain(&word, book);
                (word.chars().all(char::is_alphabetic)
                    && (book.knows(&word) || self.means.contains_key(word.as_str())))
                .then_some((n, word))
            });
            if let Some((n, word)) = joined {
                let (first, last) = (&raws[at], &raws[at + n - 1]);
                out.push(Raw { word, start: first.start, end: last.end, ..*first });
                at += n;
            } else {
                out.push(Raw { word: raws[at].word.clone(), ..raws[at] });
                at += 1;
            }
        }
        out
    }

    /// What a typed word stands for, in words with a space between.
    fn words<M: Copy>(&self, raw: &str, before: &str, after: &str, book: &Book<M>) -> String {
        let word = self.plain(raw, book);
        if let Some(words) = ambiguous(&word, before, after) {
            return words.to_owned();
        }
        if let Some(words) = self.means.get(word.as_str()) {
            return (*words).to_owned();
        }
        if book.knows(&word) || word.chars().count() < 4 || OTHERWISE.contains(&word.as_str()) {
            return word;
        }
        if let Some(stem) = word.strip_suffix('s').filter(|stem| book.knows(stem)) {
            return stem.to_owned();
        }
        match self.telling.iter().find(|known| near(&word, known)) {
            Some(known) => (*known).to_owned(),
            None => word,
        }
    }

    /// Without digits for letters, stars for letters, and letters held down.
    fn plain<M: Copy>(&self, raw: &str, book: &Book<M>) -> String {
        let known = |w: &str| book.knows(w) || self.means.contains_key(w);
        if known(raw) {
            return raw.to_owned();
        }
        if raw.contains(|c: char| !c.is_alphabetic()) && raw.contains(char::is_alphabetic) {
            let letters: String = raw.chars().map(unmasked).collect();
            let all = || TELLING.iter().chain(SHORT);
            if let Some(word) = all().find(|w| **w == letters || fits(&letters, w)) {
                return (*word).to_owned();
            }
            let bare: String = raw.chars().filter(|c| c.is_alphanumeric()).collect();
            if bare != raw {
                return self.plain(&bare, book);
            }
        }
        let two = held(raw, 2);
        if two != raw || !known(raw) {
            let one = held(raw, 1);
            if known(&two) || two == one {
                return two;
            }
            if raw != two && known(&one) {
                return one;
            }
        }
        raw.to_owned()
    }
}

/// Words that mean different things without their apostrophe.
fn ambiguous(word: &str, before: &str, after: &str) -> Option<&'static str> {
    const SICK: &[&str] = &[
        "am",
        "im",
        "is",
        "was",
        "feel",
        "feeling",
        "be",
        "been",
        "so",
        "mentally",
        "terminally",
        "very",
        "really",
        "get",
        "got",
        "are",
        "fall",
        "fell",
        "physically",
        "chronically",
        "being",
        "too",
        "hes",
        "shes",
        "an",
        "the",
        "chronic",
        "were",
        "critically",
        "seriously",
        "still",
    ];
    const DOES: &[&str] = &[
        "kill", "hurt", "find", "hit", "come", "be", "never", "beat", "do", "get", "take", "leave", "know",
        "just", "probably", "shoot", "burn", "make", "have", "try", "go", "start", "not", "really", "die",
        "end", "only", "punch", "tell", "show",
    ];
    const TARGETS: &[&str] =
        &["him", "her", "them", "someone", "people", "everyone", "my", "the", "his", "you", "all"];
    match word {
        "unalive" | "unlive" => Some(if TARGETS.contains(&after) { "kill" } else { "kill myself" }),
        "ill" if !SICK.contains(&before) && !after.is_empty() && after != "health" => Some("i will"),
        "id" if !["my", "an", "the", "no", "photo", "fake", "his", "her", "your", "and"]
            .contains(&before) =>
        {
            Some("i would")
        }
        "hell" if DOES.contains(&after) => Some("he will"),
        "shell" if DOES.contains(&after) => Some("she will"),
        "shed" if DOES.contains(&after) || after == "kill" => Some("she would"),
        _ => None,
    }
}

fn close(out: &mut Vec<Sentence>, tokens: &mut Vec<Token>, question: bool) {
    if !tokens.is_empty() {
        out.push(Sentence { tokens: std::mem::take(tokens), question });
    }
}

/// A breath that is too long is cut at its last pause, or where it stands.
fn cut(out: &mut Vec<Sentence>, tokens: &mut Vec<Token>) {
    let at = tokens.iter().rposition(|t| t.pause).filter(|at| *at > LONGEST / 2).unwrap_or(tokens.len() - 6);
    let rest = tokens.split_off(at);
    out.push(Sentence { tokens: std::mem::replace(tokens, rest), question: false });
}

/// Runs of word characters, lower-case, without apostrophes.
fn raw_words(text: &str) -> Vec<Raw> {
    let mut out: Vec<Raw> = Vec::new();
    let (mut pause, mut hard, mut asks) = (false, false, false);
    let mut chars = text.char_indices().peekable();
    let mut open: Option<Raw> = None;
    let mut last = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, n)| *n);
        let end = at + c.len_utf8();
        if is_invisible(c) {
            continue;
        }
        let inner = matches!(c, '*' | '@' | '$' | '!' | '#' | '_')
            && (next.is_alphanumeric() && last.is_alphanumeric()
                || c == '*'
                    && (next == '*' && last.is_alphanumeric()
                        || next.is_alphanumeric() && last == '*' && open.is_some()));
        if c.is_alphanumeric() || inner {
            let raw =
                open.get_or_insert_with(|| Raw { word: String::new(), start: at, end, pause, hard, asks });
            raw.word.extend(folded(c));
            raw.end = end;
        } else if is_apostrophe(c) && open.is_some() && next.is_alphanumeric() {
            // Dropped: "can't" is "cant".
        } else {
            if let Some(raw) = open.take() {
                out.push(raw);
                (pause, hard, asks) = (false, false, false);
            }
            if let Some((_, word)) = PICTURES.iter().find(|(p, _)| *p == c) {
                out.push(Raw { word: (*word).to_owned(), start: at, end, pause, hard, asks });
                (pause, hard, asks) = (false, false, false);
            }
            let dots = c == '.' && (last == '.' || next == '.');
            pause |=
                matches!(c, ',' | ':' | ';' | '—' | '–' | '(' | ')' | '…') || dots || c == '-' && last == ' ';
            let stops = matches!(c, '!' | '?' | '\n') || c == '.' && !dots && !next.is_alphanumeric();
            hard |= stops;
            asks |= c == '?';
        }
        last = c;
    }
    out.extend(open);
    out
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '＇')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{fe0f}' | '\u{300}'..='\u{36f}')
}

/// Lower case, without accents, full width or look-alikes of another alphabet.
fn folded(c: char) -> impl Iterator<Item = char> {
    let c = match c {
        'à'..='å' | 'À'..='Å' | 'а' | 'А' => 'a',
        'è'..='ë' | 'È'..='Ë' | 'е' | 'Е' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' | 'і' | 'І' => 'i',
        'ò'..='ö' | 'Ò'..='Ö' | 'о' | 'О' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        'с' | 'С' | 'ç' => 'c',
        'ѕ' | 'Ѕ' => 's',
        'ԁ' => 'd',
        'ñ' => 'n',
        '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    };
    c.to_lowercase()
}

/// The letter that a digit or sign is typed for.
fn unmasked(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        c => c,
    }
}

/// Whether a word with stars in it can be this word.
fn fits(masked: &str, word: &str) -> bool {
    masked.len() == word.len()
        && masked.contains(['*', '#', '_'])
        && masked.starts_with(|c: char| c.is_alphabetic())
        && masked.chars().zip(word.chars()).all(|(m, w)| m == w || matches!(m, '*' | '#' | '_'))
}

/// Letters that repeat three times or more, cut down.
fn held(word: &str, most: usize) -> String {
    let mut out = String::with_capacity(word.len());
    let chars: Vec<char> = word.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        let run = chars[at..].iter().take_while(|c| **c == chars[at]).count();
        let keep = if run >= 3 { most } else { run };
        out.extend(std::iter::repeat_n(chars[at], keep));
        at += run;
    }
    out
}

/// One slip of the finger apart: a letter more, less, other, or two swapped; two slips in long words.
fn near(word: &str, known: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), known.chars().collect());
    let most = if b.len() >= 10 { 2 } else { 1 };
    // A first letter is seldom wrong, and words that differ there are often different words.
    if a.len().abs_diff(b.len()) > most || b.len() < 6 || a.first() != b.first() {
        return false;
    }
    let mut rows = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            let mut best = (rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]))
                .min(rows[i - 1][j] + 1)
                .min(rows[i][j - 1] + 1);
            if swap {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()] <= most
}

/// Where quotation marks open and close. A mark that never closes opens nothing.
fn quotes(text: &str) -> Vec<(usize, usize)> {
    const FARTHEST: usize = 400;
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut open: Option<(usize, bool)> = None;
    let mut last = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, n)| *n);
        let double = matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '＂');
        let single = is_apostrophe(c);
        match open {
            Some((from, was)) if at - from > FARTHEST => {
                let _ = was;
                open = None;
            }
            Some((from, true)) if double => {
                out.push((from, at));
                open = None;
            }
            Some((from, false)) if single && !next.is_alphanumeric() && !last.is_whitespace() => {
                out.push((from, at));
                open = None;
            }
            None if double => open = Some((at, true)),
            None if single && !last.is_alphanumeric() && next.is_alphanumeric() => open = Some((at, false)),
            Some((_, false)) if double => open = Some((at, true)),
            _ => {}
        }
        last = c;
    }
    out
}
