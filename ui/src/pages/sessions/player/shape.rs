//! The picture of a recording: one bar for each column, in the colour of who speaks there. Free of web types.

use std::fmt::Write as _;

use contract::recordings::Waveform;
use contract::transcripts::{SegmentView, Speaker};

/// Width of a column and its gap, in the picture's own units.
pub const COLUMN: f64 = 3.0;
/// Height of the picture in its own units.
pub const HEIGHT: f64 = 40.0;

/// The bars of each speaker as the `d` of an SVG path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    pub therapist: String,
    pub client: String,
    pub unknown: String,
}

/// Draws the bars. With one channel they stand around the middle; with two, the left channel goes up and the right
/// one down. Where nobody is known to speak, a channel of a pair is its microphone's. The loudest column fills the height:
/// a picture of a quiet recording is as easy to read as one of a loud one.
pub fn shape(waveform: &Waveform, segments: &[SegmentView]) -> Shape {
    let mut shape = Shape::default();
    let columns = waveform.channels.first().map_or(0, Vec::len);
    let middle = HEIGHT / 2.0;
    let loudest = waveform.channels.iter().flatten().max().copied().unwrap_or(0).max(1);
    let height = |peak: Option<&u8>| height(peak, loudest, middle);
    for column in 0..columns {
        let at = (column as u64 * 2 + 1) * waveform.duration_ms / (columns as u64 * 2).max(1);
        let speaks = segment_at(segments, at).map(|index| segments[index].speaker);
        let x = column as f64 * COLUMN + 1.0;
        match waveform.channels.as_slice() {
            [left, right, ..] => {
                let up = height(left.get(column));
                let down = height(right.get(column));
                bar(shape.of(speaks.unwrap_or(Speaker::Therapist)), x, middle, -up);
                bar(shape.of(speaks.unwrap_or(Speaker::Client)), x, middle, down);
            }
            [one] => {
                let half = height(one.get(column));
                bar(shape.of(speaks.unwrap_or(Speaker::Unknown)), x, middle - half, 2.0 * half);
            }
            [] => {}
        }
    }
    shape
}

impl Shape {
    fn of(&mut self, speaker: Speaker) -> &mut String {
        match speaker {
            Speaker::Therapist => &mut self.therapist,
            Speaker::Client => &mut self.client,
            Speaker::Unknown => &mut self.unknown,
        }
    }
}

/// Silence keeps a dot, so that the line of time does not break.
fn height(peak: Option<&u8>, loudest: u8, most: f64) -> f64 {
    (f64::from(peak.copied().unwrap_or(0)) / f64::from(loudest) * (most - 1.0)).max(0.75)
}

fn bar(path: &mut String, x: f64, y: f64, length: f64) {
    // Writing to a string cannot fail.
    let _ = write!(path, "M{x} {y:.1}v{length:.1}");
}

/// The segment spoken at a moment; where two speak at once, the one that began last.
pub fn segment_at(segments: &[SegmentView], at_ms: u64) -> Option<usize> {
    let begun = segments.partition_point(|segment| segment.start_ms <= at_ms);
    // Overlaps are short: a handful of segments back is far enough.
    (begun.saturating_sub(8)..begun).rev().find(|index| at_ms < segments[*index].end_ms)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::SegmentId;

    fn segment(speaker: Speaker, start_ms: u64, end_ms: u64) -> SegmentView {
        let id: SegmentId = "00000000-0000-7000-8000-000000000000".parse().expect("a valid id");
        SegmentView {
            id,
            speaker,
            start_ms,
            end_ms,
            text: String::new(),
            original_text: None,
            confidence: 1.0,
        }
    }

    #[test]
    fn the_segment_of_every_moment_is_found() {
        let segments = [
            segment(Speaker::Therapist, 100, 300),
            segment(Speaker::Client, 250, 400),
            segment(Speaker::Client, 500, 600),
        ];
        for (at, index) in [
            (0, None),
            (100, Some(0)),
            (260, Some(1)),
            (399, Some(1)),
            (400, None),
            (599, Some(2)),
            (600, None),
        ] {
            assert_eq!(segment_at(&segments, at), index, "at {at} ms");
        }
    }

    #[test]
    fn every_column_has_a_bar_in_the_colour_of_who_speaks() {
        let segments = [segment(Speaker::Therapist, 0, 500), segment(Speaker::Client, 500, 1000)];
        let mono = Waveform { duration_ms: 1000, channels: vec![vec![0, 255, 10, 20]] };
        let drawn = shape(&mono, &segments);
        assert_eq!(drawn.therapist.matches('M').count(), 2, "the first half is the therapist's");
        assert_eq!(drawn.client.matches('M').count(), 2, "the second half is the client's");
        let stereo = Waveform { duration_ms: 1000, channels: vec![vec![1, 2], vec![3, 4]] };
        let drawn = shape(&stereo, &[]);
        assert_eq!(drawn.therapist.matches("v-").count(), 2, "the left channel goes up as the therapist's");
        assert_eq!(drawn.client.matches('M').count(), 2, "the right channel goes down as the client's");
        assert_eq!(
            shape(&Waveform { duration_ms: 0, channels: vec![] }, &[]),
            Shape::default(),
            "no sound, no bars"
        );
    }
}
