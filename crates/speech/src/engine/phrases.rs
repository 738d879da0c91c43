//! From the model's phrases to segments: times in the recording, sentences, confidence, no loops.

use super::lane::Window;
use super::native::{Phrase, Token};
use super::samples_to_ms;
use crate::{SAMPLE_RATE_HZ, Segment, Span, Speaker};

const SAMPLES_PER_MS: usize = SAMPLE_RATE_HZ as usize / 1000;

/// What became of a window.
pub(crate) enum Verdict {
    /// Its segments, in order.
    Segments(Vec<Segment>),
    /// It sounded like speech and gave no text that can be kept.
    Nothing(Span),
}

/// Turns a window's phrases into segments that lie within the recording.
pub(crate) fn segments_of(phrases: &[Phrase], window: &Window, speaker: Speaker, end_ms: u64) -> Verdict {
    let span = window.span();
    let mut segments = Vec::new();
    for phrase in phrases {
        for tokens in sentences(&phrase.tokens) {
            let text = text_of(tokens);
            if text.is_empty() {
                continue;
            }
            let first = std::ptr::eq(tokens.as_ptr(), phrase.tokens.as_ptr());
            let last = std::ptr::eq(tokens.as_ptr_range().end, phrase.tokens.as_ptr_range().end);
            let start = if first { phrase.start_ms } else { tokens[0].start_ms };
            let end = if last { phrase.end_ms } else { tokens[tokens.len() - 1].end_ms };
            let start = samples_to_ms(window.source_of_start(start as usize * SAMPLES_PER_MS)).min(end_ms);
            let end = samples_to_ms(window.source_of_end(end as usize * SAMPLES_PER_MS)).min(end_ms);
            let confidence = mean_probability(tokens);
            segments.push(Segment { start_ms: start, end_ms: end.max(start), speaker, text, confidence });
        }
    }
    if segments.is_empty() {
        return Verdict::Nothing(Span {
            start_ms: samples_to_ms(span.start).min(end_ms),
            end_ms: samples_to_ms(span.end).min(end_ms),
        });
    }
    Verdict::Segments(segments)
}

/// Cuts after a token that ends a sentence, if the next begins a word.
fn sentences(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    let ends = |token: &Token| {
        let text = String::from_utf8_lossy(&token.bytes);
        text.trim_end().ends_with(['.', '?', '!', '。', '？', '！'])
    };
    let mut rest = tokens;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let cut = (1..rest.len())
            .find(|next| ends(&rest[next - 1]) && rest[*next].bytes.starts_with(b" "))
            .unwrap_or(rest.len());
        let (sentence, after) = rest.split_at(cut);
        rest = after;
        Some(sentence)
    })
}

fn text_of(tokens: &[Token]) -> String {
    let bytes: Vec<u8> = tokens.iter().flat_map(|token| token.bytes.iter().copied()).collect();
    String::from_utf8_lossy(&bytes).trim().to_owned()
}

fn mean_probability(tokens: &[Token]) -> f32 {
    let sum: f32 = tokens.iter().map(|token| token.probability).sum();
    (sum / tokens.len().max(1) as f32).clamp(0.0, 1.0)
}
