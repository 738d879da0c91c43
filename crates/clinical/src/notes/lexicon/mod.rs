//! Word lists as data, and the one way they are looked up.
//!
//! A list is a string of phrases separated by `|`. A word that ends in `*` stands for all words with that beginning.

pub(crate) mod clinician;
pub(crate) mod medicines;
pub(crate) mod questions;
pub(crate) mod risk;
pub(crate) mod symptoms;
pub(crate) mod verbs;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::text::key;

/// Phrases that can be found in a sentence, each with a label.
#[derive(Debug)]
pub(crate) struct Phrases<T> {
    /// By the first word, or by its first three letters when it is a beginning.
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

/// A phrase found: words `start..end` of the sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Hit<T> {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) label: T,
}

const STEM: usize = 3;

impl<T: Copy> Phrases<T> {
    /// Builds the look-up from lists of phrases.
    pub(crate) fn new(lists: &[(T, &str)]) -> Self {
        let mut by_first: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (label, list) in lists {
            for phrase in list.split('|').map(str::trim).filter(|p| !p.is_empty()) {
                let words: Vec<String> = phrase
                    .split_whitespace()
                    .map(|w| {
                        if let Some(stem) = w.strip_suffix('*') { format!("{}*", key(stem)) } else { key(w) }
                    })
                    .collect();
                let entry = match words[0].strip_suffix('*') {
                    Some(stem) => stem.chars().take(STEM).collect::<String>() + "*",
                    None => words[0].clone(),
                };
                by_first.entry(entry).or_default().push((words, *label));
            }
        }
        Phrases { by_first }
    }

    /// All phrases found, in order of their start; overlaps are kept.
    pub(crate) fn find(&self, keys: &[String]) -> Vec<Hit<T>> {
        let mut hits = Vec::new();
        for start in 0..keys.len() {
            let stem = keys[start].chars().take(STEM).collect::<String>() + "*";
            for entry in [&keys[start], &stem] {
                for (words, label) in self.by_first.get(entry).into_iter().flatten() {
                    let end = start + words.len();
                    if end <= keys.len()
                        && words.iter().zip(&keys[start..end]).all(|(w, k)| matches_word(w, k))
                    {
                        hits.push(Hit { start, end, label: *label });
                    }
                }
            }
        }
        hits
    }

    /// Whether any phrase occurs.
    pub(crate) fn any(&self, keys: &[String]) -> bool {
        !self.find(keys).is_empty()
    }
}

fn matches_word(pattern: &str, word: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => pattern == word,
    }
}

/// How readily a word is taken over into a note, learnt from published consultations; the file names its origin.
static TERM_WEIGHTS: LazyLock<HashMap<&'static str, f32>> = LazyLock::new(|| {
    include_str!("../../../data/term_weights.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(word, weight)| Some((word, weight.parse::<f32>().ok()? / 100.0)))
        .collect()
});

/// The weight of a word, 0 where nothing was learnt.
pub(crate) fn term_weight(k: &str) -> f32 {
    TERM_WEIGHTS.get(k).copied().unwrap_or(0.0)
}
