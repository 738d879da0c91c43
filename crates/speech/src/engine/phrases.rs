//! From the model's phrases to segments: times in the recording, sentences, confidence, no loops.

use std::ops::Range;

use super::lane::Window;
use super::loops::{cut_circle, cut_repeated_segments};
use super::native::{Phrase, Token};
use super::samples_to_ms;
use crate::{SAMPLE_RATE_HZ, Segment, Span, Speaker};

const SAMPLES_PER_MS: u64 = SAMPLE_RATE_HZ as u64 / 1000;
/// The model's times are this coarse: a phrase may seem to begin in the last sound of the one before.
const TOLERANCE: u64 = 150 * SAMPLES_PER_MS;

/// A window's segments, which lie within the recording (of `end_ms`) in order, and the stretches that
/// sounded like speech and gave no text that can be kept.
pub(crate) fn segments_of(
    phrases: &[Phrase],
    window: &Window,
    speaker: Speaker,
    end_ms: u64,
) -> (Vec<Segment>, Vec<Span>) {
    let to_ms = |sample: u64| samples_to_ms(sample).min(end_ms);
    let mut segments = Vec::new();
    for phrase in phrases {
        for sentence in sentences(phrase) {
            let text = text_of(sentence.tokens);
            let Some((start, end)) = heard_within(window, &sentence) else { continue };
            if text.is_empty() {
                continue;
            }
            let text = cut_circle(&text).unwrap_or(text);
            let confidence = mean_probability(sentence.tokens);
            let (start_ms, end_ms) = (to_ms(start), to_ms(end));
            segments.push(Segment { start_ms, end_ms: end_ms.max(start_ms), speaker, text, confidence });
        }
    }
    if segments.is_empty() {
        let Range { start, end } = window.span();
        return (segments, vec![Span { start_ms: to_ms(start), end_ms: to_ms(end) }]);
    }
    let (kept, cut) = cut_repeated_segments(segments);
    let gaps = cut.iter().map(|segment| Span { start_ms: segment.start_ms, end_ms: segment.end_ms });
    (kept, gaps.collect())
}

/// The part of a sentence's time in which something is heard, in samples of the recording. The model lets
/// a phrase begin where the last one ended, however long the silence between; and what it writes where
/// nothing is heard is invented: none.
fn heard_within(window: &Window, sentence: &Sentence<'_>) -> Option<(u64, u64)> {
    let sample = |ms: u64| usize::try_from(ms * SAMPLES_PER_MS).unwrap_or(usize::MAX);
    let start = window.source_of_start(sample(sentence.start_ms));
    let end = window.source_of_end(sample(sentence.end_ms)).max(start);
    let first = window.speech.iter().find(|speech| speech.end > start + TOLERANCE);
    let last = window.speech.iter().rev().find(|speech| speech.start + TOLERANCE < end);
    if let (Some(first), Some(last)) = (first, last) {
        let (begun, ended) = (start.max(first.start), end.min(last.end));
        if begun < ended {
            return Some((begun, ended));
        }
    }
    // Too short for the tolerance: any sound at all will do.
    let touched = window.speech.iter().any(|speech| {
        speech.start < end.saturating_add(TOLERANCE) && speech.end.saturating_add(TOLERANCE) > start
    });
    touched.then_some((start, end))
}

struct Sentence<'a> {
    tokens: &'a [Token],
    start_ms: u64,
    end_ms: u64,
}

/// Cuts after a token that ends a sentence, if the next begins a word.
fn sentences(phrase: &Phrase) -> Vec<Sentence<'_>> {
    let ends = |token: &Token| {
        let text = String::from_utf8_lossy(&token.bytes);
        text.trim_end().ends_with(['.', '?', '!', '。', '？', '！'])
    };
    let mut sentences = Vec::new();
    let mut rest = phrase.tokens.as_slice();
    let mut start_ms = phrase.start_ms;
    while !rest.is_empty() {
        let cut = (1..rest.len())
            .find(|next| ends(&rest[next - 1]) && rest[*next].bytes.starts_with(b" "))
            .unwrap_or(rest.len());
        let (tokens, after) = rest.split_at(cut);
        let end_ms = match (after.first(), tokens.last()) {
            (Some(_), Some(token)) => token.end_ms.clamp(start_ms, phrase.end_ms.max(start_ms)),
            _ => phrase.end_ms,
        };
        sentences.push(Sentence { tokens, start_ms, end_ms });
        start_ms = end_ms;
        rest = after;
    }
    sentences
}

fn text_of(tokens: &[Token]) -> String {
    let bytes: Vec<u8> = tokens.iter().flat_map(|token| token.bytes.iter().copied()).collect();
    String::from_utf8_lossy(&bytes).trim().to_owned()
}

fn mean_probability(tokens: &[Token]) -> f32 {
    let sum: f32 = tokens.iter().map(|token| token.probability).sum();
    (sum / tokens.len().max(1) as f32).clamp(0.0, 1.0)
}
