//! Where there is speech: from the probabilities of the voice-activity model if there is one, else from
//! loudness against a background that is measured as the recording goes.

use std::ops::Range;

use super::level::SILENCE_DB;

/// What is known of one frame.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    /// Level, dB of full scale.
    pub(crate) level_db: f32,
    /// Probability of speech according to the voice-activity model.
    pub(crate) probability: Option<f32>,
    /// Whether this lane's speaker may be the one heard (false: cross-talk of the other).
    pub(crate) own: bool,
}

/// Never speech, whatever surrounds it.
const INAUDIBLE_DB: f32 = -65.0;
/// Speech rises at least this far above the background.
const RISE_DB: f32 = 9.0;
/// Once begun, it may fall this much lower before it counts as ended.
const HYSTERESIS_DB: f32 = 3.0;
/// Nothing quieter than this under the loudest parts is needed as speech, however low the background.
const RANGE_DB: f32 = 40.0;
/// The quietest frames are background only if there are any: where somebody talks without a pause, what
/// is within this range of the loudest parts stays speech.
const SAFE_RANGE_DB: f32 = 18.0;
/// A recording whose quiet and loud parts differ by less holds a steady noise and nobody talking.
const STEADY_DB: f32 = 6.0;
const START_PROBABILITY: f32 = 0.5;
const STAY_PROBABILITY: f32 = 0.35;
/// Frames that a lull may last within one stretch of speech: 0.26 s.
const LULL_FRAMES: usize = 8;
/// Shorter stretches are clicks: 0.1 s.
const MIN_FRAMES: usize = 3;

/// Stretches of speech in frame numbers. `background` is the frames to measure the background from.
pub(crate) fn speech_stretches(frames: &[Frame], background: &[f32]) -> Vec<Range<usize>> {
    let (start_db, stay_db) = thresholds(background);
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let mut inside = false;
    for (index, frame) in frames.iter().enumerate() {
        let loud = frame.level_db > if inside { stay_db } else { start_db };
        let probable = frame.probability.is_none_or(|probability| {
            probability > if inside { STAY_PROBABILITY } else { START_PROBABILITY }
        });
        // With a model's word for it, loudness only has to be above nothing.
        let speech = match frame.probability {
            Some(_) => probable && frame.level_db > INAUDIBLE_DB,
            None => loud,
        };
        inside = speech && frame.own;
        if !inside {
            continue;
        }
        match stretches.last_mut() {
            Some(last) if index - last.end <= LULL_FRAMES => last.end = index + 1,
            _ => stretches.push(index..index + 1),
        }
    }
    stretches.retain(|stretch| stretch.len() >= MIN_FRAMES);
    stretches
}

fn thresholds(levels: &[f32]) -> (f32, f32) {
    let mut sorted = levels.to_vec();
    sorted.sort_by(f32::total_cmp);
    let at = |share: f32| sorted.get((sorted.len() as f32 * share) as usize).copied().unwrap_or(SILENCE_DB);
    let (quiet, loud) = (at(0.10), at(0.97));
    if loud - quiet < STEADY_DB || loud < INAUDIBLE_DB {
        return (f32::INFINITY, f32::INFINITY);
    }
    let start = (quiet + RISE_DB).min(loud - SAFE_RANGE_DB).max(loud - RANGE_DB).max(INAUDIBLE_DB);
    (start, start - HYSTERESIS_DB)
}
