//! Text that goes round in circles. Whisper models do that over noise and music; people do not say the
//! same sentence three times in a row, nor the same few words five times over.

use crate::Segment;

/// Runs of one same segment of at least this many words ...
const MIN_SEGMENT_WORDS: usize = 3;
/// ... and at least this long are loops.
const MIN_SEGMENT_RUN: usize = 3;
/// Within a segment: the longest circle looked for, in words.
const MAX_CIRCLE_WORDS: usize = 12;
/// A circle has to be gone round this often ...
const MIN_ROUNDS: usize = 5;
/// ... and be this long in all, so that "no, no, no, no, no" stays.
const MIN_LOOP_WORDS: usize = 10;

fn words(text: &str) -> Vec<String> {
    let plain = |word: &str| word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    text.split_whitespace().map(plain).collect()
}

/// Keeps the first of each run of the same segment and gives the rest separately.
pub(crate) fn cut_repeated_segments(segments: Vec<Segment>) -> (Vec<Segment>, Vec<Segment>) {
    let (mut kept, mut cut) = (Vec::new(), Vec::new());
    let same = |a: &Segment, b: &Segment| words(&a.text) == words(&b.text);
    for run in segments.chunk_by(same) {
        let is_loop = run.len() >= MIN_SEGMENT_RUN && words(&run[0].text).len() >= MIN_SEGMENT_WORDS;
        let keep = if is_loop { 1 } else { run.len() };
        kept.extend_from_slice(&run[..keep]);
        cut.extend_from_slice(&run[keep..]);
    }
    (kept, cut)
}

/// The text with a circle reduced to its first round; none if it has no circle.
pub(crate) fn cut_circle(text: &str) -> Option<String> {
    let original: Vec<&str> = text.split_whitespace().collect();
    let plain = words(text);
    for start in 0..plain.len() {
        for length in 1..=MAX_CIRCLE_WORDS.min((plain.len() - start) / MIN_ROUNDS) {
            let circle = &plain[start..start + length];
            let rounds = plain[start..].chunks(length).take_while(|round| *round == circle).count();
            if rounds >= MIN_ROUNDS && rounds * length >= MIN_LOOP_WORDS {
                let after = &original[start + rounds * length..];
                return Some([&original[..start + length], after].concat().join(" "));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Speaker;

    fn segment(text: &str) -> Segment {
        let speaker = Speaker::Unknown;
        Segment { start_ms: 0, end_ms: 1, speaker, text: text.into(), confidence: 1.0 }
    }

    #[test]
    fn loops_are_cut_and_emphasis_is_kept() {
        let cases = [
            ("no no no no no", None),
            ("I was very, very, very, very tired.", None),
            ("thank you thank you thank you thank you thank you now", Some("thank you now")),
            ("so I go and I go and I go and I go and I go and home", Some("so I go and home")),
        ];
        for (text, expected) in cases {
            assert_eq!(cut_circle(text).as_deref(), expected, "wrong cut of {text:?}");
        }
    }

    #[test]
    fn a_run_of_one_sentence_keeps_its_first() {
        let texts = ["yes", "yes", "yes", "yes", "I see you then.", "i see you then", "I see you then"];
        let (kept, cut) = cut_repeated_segments(texts.map(segment).to_vec());
        assert_eq!(kept.len(), 5, "four short answers and one of the looped sentence stay");
        assert_eq!(cut.len(), 2, "the repeats of the looped sentence go");
    }
}
