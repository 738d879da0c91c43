//! A small pattern language over words, compiled once and matched at every word of a sentence.
//!
//! `word` one word · `a|b` one of several · `~cut` any form of the verb · `@name` a concept of the lexicon ·
//! `x?` may be missing · `*3` up to three other words · `(a b|c)` one of several sequences ·
//! `!a|b` and `!(a b|c)` what comes next is none of these · `^` and `$` the ends of the sentence.
//!
//! The words that a pattern names are told apart from those it leaps over: a "not" that is leapt over negates,
//! a "not" that is named is part of what the pattern means.

use std::collections::HashMap;

use super::inflect::forms;

/// The number of a word that no pattern names.
pub(crate) const UNKNOWN: u32 = 0;
/// The number of any number written in digits.
pub(crate) const DIGITS: u32 = 1;

/// Numbers below this have a number of their own, next to [`DIGITS`].
const COUNTED: u32 = 100;

/// Longest run of words that is matched as one; positions fit the bits of a `u64`.
pub(crate) const LONGEST: usize = 64;

enum Node {
    One(Vec<u32>),
    NotNext(Vec<Node>),
    Gap(usize),
    Maybe(Vec<Node>),
    Any(Vec<Vec<Node>>),
    Start,
    End,
}

/// A match: from its first to after its last named word, and which words it names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) named: u64,
}

struct Entry<M> {
    mark: M,
    nodes: Vec<Node>,
}

/// Patterns with what each of them marks.
pub(crate) struct Book<M> {
    words: HashMap<String, u32>,
    concepts: HashMap<&'static str, &'static str>,
    entries: Vec<Entry<M>>,
    by_first: Vec<Vec<u32>>,
    at_start: Vec<u32>,
}

impl<M: Copy> Book<M> {
    pub(crate) fn new(concepts: &[(&'static str, &'static str)]) -> Self {
        let mut words = HashMap::from([("\u{0}".to_owned(), UNKNOWN), ("#".to_owned(), DIGITS)]);
        words.extend((0..COUNTED).map(|n| (n.to_string(), DIGITS + 1 + n)));
        Self {
            words,
            concepts: concepts.iter().copied().collect(),
            entries: Vec::new(),
            by_first: Vec::new(),
            at_start: Vec::new(),
        }
    }

    /// Adds a pattern. What cannot be read as a pattern matches nothing; a test reads them all.
    pub(crate) fn add(&mut self, mark: M, pattern: &str) {
        let nodes = self.sequence(&split(pattern));
        let at = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        if matches!(nodes.first(), Some(Node::Start)) {
            self.at_start.push(at);
            self.entries.push(Entry { mark, nodes });
            return;
        }
        let mut first = Vec::new();
        if nodes.is_empty() || begins(&nodes, &mut first) {
            debug_assert!(false, "a pattern must begin with a word: {pattern}");
            return;
        }
        first.sort_unstable();
        first.dedup();
        for id in first {
            let id = id as usize;
            if self.by_first.len() <= id {
                self.by_first.resize_with(id + 1, Vec::new);
            }
            self.by_first[id].push(at);
        }
        self.entries.push(Entry { mark, nodes });
    }

    /// The number of a word: digits share one, words in no pattern another.
    pub(crate) fn id(&self, word: &str) -> u32 {
        let digits = !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
        self.words.get(word).copied().unwrap_or(if digits { DIGITS } else { UNKNOWN })
    }

    /// Whether any pattern names this word.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// Tells of every match in a sentence of at most [`LONGEST`] words, for each pattern and place the first one.
    pub(crate) fn matches(&self, ids: &[u32], mut found: impl FnMut(M, Span)) {
        let ids = &ids[..ids.len().min(LONGEST)];
        for (start, id) in ids.iter().enumerate() {
            let opening: &[u32] = if start == 0 { &self.at_start } else { &[] };
            let entries = self.by_first.get(*id as usize).map_or(&[][..], Vec::as_slice);
            for &entry in opening.iter().chain(entries) {
                let entry = &self.entries[entry as usize];
                if let Some(named) = run(&entry.nodes, ids, start) {
                    let end = (u64::BITS - named.leading_zeros()) as usize;
                    let start = named.trailing_zeros() as usize;
                    found(entry.mark, Span { start, end, named });
                }
            }
        }
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        *self.words.entry(word.to_owned()).or_insert(next)
    }

    fn sequence(&mut self, items: &[&str]) -> Vec<Node> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < items.len() {
            let not_next = items[at] == "!";
            at += usize::from(not_next);
            let (item, used) = if items.get(at) == Some(&"(") {
                let close = closing(items, at);
                let node = self.choice(&items[at + 1..close]);
                (node, close + 1 - at)
            } else {
                (self.word(items[at]), 1)
            };
            at += used;
            if items.get(at) == Some(&"?") {
                at += 1;
                out.push(Node::Maybe(vec![item]));
            } else if not_next {
                out.push(Node::NotNext(vec![item]));
            } else {
                out.push(item);
            }
        }
        out
    }

    fn choice(&mut self, items: &[&str]) -> Node {
        let (mut ways, mut depth, mut from) = (Vec::new(), 0, 0);
        for (at, item) in items.iter().enumerate() {
            match *item {
                "(" => depth += 1,
                ")" => depth -= 1,
                "|" if depth == 0 => {
                    ways.push(self.sequence(&items[from..at]));
                    from = at + 1;
                }
                _ => {}
            }
        }
        ways.push(self.sequence(&items[from..]));
        simple(ways)
    }

    fn word(&mut self, item: &str) -> Node {
        match item.as_bytes() {
            b"^" => return Node::Start,
            b"$" => return Node::End,
            _ => {}
        }
        if let Some(most) = item.strip_prefix('*').and_then(|n| n.parse().ok()) {
            return Node::Gap(most);
        }
        if let Some(rest) = item.strip_prefix('!') {
            return Node::NotNext(vec![self.word(rest)]);
        }
        let mut ways = Vec::new();
        for part in item.split('|') {
            if let Some(name) = part.strip_prefix('@') {
                let body = self.concepts.get(name).copied().unwrap_or_default();
                debug_assert!(!body.is_empty(), "no concept is called {name}");
                // Without spaced bars every bar of a concept parts sequences.
                let whole = body.contains(" | ");
                let items = if whole {
                    split(body)
                } else {
                    body.split('|').flat_map(|s| split(s).into_iter().chain(["|"])).collect()
                };
                ways.push(vec![self.choice(items.strip_suffix(&["|"]).unwrap_or(&items))]);
            } else if part == "#" {
                ways.push(vec![Node::One((DIGITS..=DIGITS + COUNTED).collect())]);
            } else if let Some(verb) = part.strip_prefix('~') {
                let ids = forms(verb).iter().map(|form| self.number(form)).collect();
                ways.push(vec![Node::One(ids)]);
            } else {
                ways.push(vec![Node::One(vec![self.number(part)])]);
            }
        }
        simple(ways)
    }
}

/// Ways that are single words become one set of words.
fn simple(ways: Vec<Vec<Node>>) -> Node {
    let mut ids = Vec::new();
    let mut rest = Vec::new();
    for mut way in ways {
        match way.as_mut_slice() {
            [Node::One(set)] => ids.append(set),
            [Node::Any(inner)] => {
                for way in std::mem::take(inner) {
                    match way.as_slice() {
                        [Node::One(set)] => ids.extend(set),
                        _ => rest.push(way),
                    }
                }
            }
            _ => rest.push(way),
        }
    }
    ids.sort_unstable();
    ids.dedup();
    if rest.is_empty() {
        return Node::One(ids);
    }
    if !ids.is_empty() {
        rest.insert(0, vec![Node::One(ids)]);
    }
    Node::Any(rest)
}

/// Splits a pattern into words, brackets, bars and question marks. A bar without spaces outside brackets stays in
/// its word: there it parts words, elsewhere sequences.
fn split(pattern: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut from, mut depth) = (0, 0_usize);
    for (at, c) in pattern.char_indices() {
        let part = match c {
            '(' | ')' | '?' => true,
            '|' => depth > 0 || at == from,
            c => c.is_whitespace(),
        };
        if !part {
            continue;
        }
        if from < at {
            out.push(&pattern[from..at]);
        }
        from = at + 1;
        depth = match c {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        if !c.is_whitespace() {
            out.push(&pattern[at..=at]);
        }
    }
    if from < pattern.len() {
        out.push(&pattern[from..]);
    }
    out
}

fn closing(items: &[&str], open: usize) -> usize {
    let mut depth = 0;
    for (at, item) in items.iter().enumerate().skip(open) {
        match *item {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    debug_assert!(false, "a bracket is not closed: {items:?}");
    items.len().saturating_sub(1)
}

/// The words a sequence can begin with; true when it can be empty or begin with any word.
fn begins(nodes: &[Node], first: &mut Vec<u32>) -> bool {
    for node in nodes {
        match node {
            Node::One(ids) => {
                first.extend(ids);
                return false;
            }
            Node::Gap(_) => return true,
            Node::Maybe(inner) => {
                begins(inner, first);
            }
            Node::Any(ways) => {
                let mut empty = false;
                for way in ways {
                    empty |= begins(way, first);
                }
                if !empty {
                    return false;
                }
            }
            Node::Start | Node::End | Node::NotNext(_) => {}
        }
    }
    true
}

/// The words named by the first way to match here.
fn run(nodes: &[Node], ids: &[u32], start: usize) -> Option<u64> {
    let mut named = None;
    step(nodes, ids, start, 0, &mut |_, mask| {
        named = Some(mask);
        true
    });
    named.filter(|mask| *mask != 0)
}

/// Follows a sequence from a place and calls `done` with where it ends and the words it named, until that says true.
fn step(nodes: &[Node], ids: &[u32], at: usize, mask: u64, done: &mut dyn FnMut(usize, u64) -> bool) -> bool {
    let Some((node, rest)) = nodes.split_first() else { return done(at, mask) };
    match node {
        Node::One(set) => {
            ids.get(at).is_some_and(|id| set.contains(id)) && step(rest, ids, at + 1, mask | (1 << at), done)
        }
        Node::NotNext(other) => !step(other, ids, at, 0, &mut |_, _| true) && step(rest, ids, at, mask, done),
        Node::Gap(most) => (0..=*most)
            .take_while(|skip| at + skip <= ids.len())
            .any(|skip| step(rest, ids, at + skip, mask, done)),
        Node::Maybe(inner) => {
            step(inner, ids, at, mask, &mut |to, with| step(rest, ids, to, with, done))
                || step(rest, ids, at, mask, done)
        }
        Node::Any(ways) => {
            ways.iter().any(|way| step(way, ids, at, mask, &mut |to, with| step(rest, ids, to, with, done)))
        }
        Node::Start => at == 0 && step(rest, ids, at, mask, done),
        Node::End => at == ids.len() && step(rest, ids, at, mask, done),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_mean_what_the_language_says() {
        let cases = [
            ("i *2 want to die", "i really do want to die", true),
            ("i *1 want to die", "i really do want to die", false),
            ("~cut myself", "cutting myself", true),
            ("(end it all | @die)", "drop dead", true),
            ("i (really)? mean it", "i mean it", true),
            ("end it !with", "end it with him", false),
            ("end it !with", "end it", true),
            ("end it !(with him | up)", "end it with her", true),
            ("end it !(with him | up)", "end it with him", false),
            ("^ no $", "no", true),
            ("^ no $", "no way", false),
            ("# pills|tablets", "40 tablets", true),
        ];
        for (pattern, text, expected) in cases {
            let mut book = Book::new(&[("die", "die | drop dead")]);
            book.add((), pattern);
            let ids: Vec<u32> = text.split(' ').map(|w| book.id(w)).collect();
            let mut hit = false;
            book.matches(&ids, |(), _| hit = true);
            assert_eq!(hit, expected, "{pattern:?} on {text:?}");
        }
    }

    #[test]
    fn words_leapt_over_are_not_named() {
        let mut book = Book::new(&[]);
        book.add((), "i *2 want to die");
        let ids: Vec<u32> = "i do not want to die".split(' ').map(|w| book.id(w)).collect();
        let mut spans = Vec::new();
        book.matches(&ids, |(), span| spans.push(span));
        let named = Span { start: 0, end: 6, named: 0b11_1001 };
        assert_eq!(spans, [named], "“do not” was leapt over");
    }
}
