//! Takes the recording's samples apart into lanes and describes them frame by frame.

use super::activity::Frame;
use super::channels::{ChannelBalance, Layout};
use super::lane::Lane;
use super::level::{FRAME, level_db};
use super::native::VoiceActivity;
use crate::{FailureCode, Speaker};

/// Audio is described in blocks of this many frames, about 10 s: the voice-activity model works best on
/// long stretches.
const BLOCK_FRAMES: usize = 312;
/// It remembers what came before; each block repeats this many frames for it, about 1 s.
const CONTEXT_FRAMES: usize = 32;
/// Frames over which the level difference between channels is smoothed, each way.
const SMOOTHING_FRAMES: usize = 2;

pub(crate) struct Intake {
    layout: Layout,
    detector: Option<VoiceActivity>,
    pub(crate) lanes: Vec<Lane>,
    /// Samples per channel taken in so far.
    pub(crate) frames: u64,
    pending: Vec<i16>,
    /// The end of the last block of each lane.
    context: Vec<Vec<f32>>,
}

impl Intake {
    pub(crate) fn new(layout: Layout, detector: Option<VoiceActivity>) -> Self {
        let speakers: &[Speaker] = match layout {
            Layout::Distinct(_) => &[Speaker::Therapist, Speaker::Client],
            Layout::Mono | Layout::Shared => &[Speaker::Unknown],
        };
        let lanes: Vec<Lane> = speakers.iter().map(|speaker| Lane::new(*speaker)).collect();
        let context = vec![Vec::new(); lanes.len()];
        Self { layout, detector, lanes, frames: 0, pending: Vec::new(), context }
    }

    /// Takes interleaved samples and says whether that gave the lanes anything new.
    pub(crate) fn push(&mut self, samples: &[i16]) -> Result<bool, FailureCode> {
        self.frames += (samples.len() / self.layout.per_frame()) as u64;
        self.pending.extend_from_slice(samples);
        let block = BLOCK_FRAMES * FRAME * self.layout.per_frame();
        let full = self.pending.len() >= block;
        while self.pending.len() >= block {
            let rest = self.pending.split_off(block);
            let block = std::mem::replace(&mut self.pending, rest);
            self.describe(&block)?;
        }
        Ok(full)
    }

    /// Takes what is left after the last sample.
    pub(crate) fn finish(&mut self) -> Result<(), FailureCode> {
        let block = std::mem::take(&mut self.pending);
        self.describe(&block)
    }

    fn describe(&mut self, interleaved: &[i16]) -> Result<(), FailureCode> {
        let sides = deinterleave(interleaved, self.layout.per_frame());
        let owned = match self.layout {
            Layout::Distinct(balance) => own_frames(&sides[0], &sides[1], balance),
            Layout::Mono | Layout::Shared => Vec::new(),
        };
        let signals = match self.layout {
            Layout::Shared => vec![mix(&sides[0], &sides[1])],
            Layout::Mono | Layout::Distinct(_) => sides,
        };
        for (index, (lane, signal)) in self.lanes.iter_mut().zip(&signals).enumerate() {
            let probabilities = match &mut self.detector {
                Some(detector) => speech_probabilities(detector, &mut self.context[index], signal)?,
                None => Vec::new(),
            };
            let frames: Vec<Frame> = signal
                .chunks_exact(FRAME)
                .enumerate()
                .map(|(frame, samples)| Frame {
                    level_db: level_db(samples.iter().copied()),
                    probability: probabilities.get(frame).copied(),
                    own: owned.get(index).is_none_or(|own| own[frame]),
                })
                .collect();
            lane.push(signal, &frames);
        }
        Ok(())
    }
}

fn deinterleave(samples: &[i16], per_frame: usize) -> Vec<Vec<f32>> {
    (0..per_frame)
        .map(|side| samples.iter().skip(side).step_by(per_frame).map(|s| f32::from(*s) / 32768.0).collect())
        .collect()
}

/// Both channels as one. Channels of opposite sign (a miswired cable) would cancel: they are subtracted.
fn mix(left: &[f32], right: &[f32]) -> Vec<f32> {
    let product: f64 = left.iter().zip(right).map(|(l, r)| f64::from(*l) * f64::from(*r)).sum();
    let power: f64 = left.iter().chain(right).map(|sample| f64::from(*sample).powi(2)).sum();
    let sign = if product < -0.25 * power { -1.0 } else { 1.0 };
    left.iter().zip(right).map(|(l, r)| (l + sign * r) / 2.0).collect()
}

/// For each frame and side, whether that side's speaker may be heard: everything but the frames where the
/// other side clearly dominates. Where both talk at once, both are.
fn own_frames(left: &[f32], right: &[f32], balance: ChannelBalance) -> Vec<Vec<bool>> {
    let power = |side: &[f32]| -> Vec<f32> {
        side.chunks_exact(FRAME).map(|frame| 10f32.powf(level_db(frame.iter().copied()) / 10.0)).collect()
    };
    let (left, right) = (power(left), power(right));
    let around = |side: &[f32], frame: usize| -> f32 {
        let end = (frame + SMOOTHING_FRAMES + 1).min(side.len());
        10.0 * side[frame.saturating_sub(SMOOTHING_FRAMES)..end].iter().sum::<f32>().log10()
    };
    // Half-way between the balance and a voice that is alone on the other side.
    let margin = balance.separation_db / 4.0;
    (0..left.len())
        .map(|frame| around(&left, frame) - around(&right, frame) - balance.centre_db)
        .map(|lead| (lead > -margin, lead < margin))
        .map(<[bool; 2]>::from)
        .fold(vec![Vec::new(), Vec::new()], |mut owned, sides| {
            owned[0].push(sides[0]);
            owned[1].push(sides[1]);
            owned
        })
}

fn speech_probabilities(
    detector: &mut VoiceActivity,
    context: &mut Vec<f32>,
    signal: &[f32],
) -> Result<Vec<f32>, FailureCode> {
    let known = context.len() / FRAME;
    context.extend_from_slice(signal);
    let mut probabilities = detector.probabilities(context)?;
    probabilities.drain(..known.min(probabilities.len()));
    let keep_from = (context.len() / FRAME).saturating_sub(CONTEXT_FRAMES) * FRAME;
    context.drain(..keep_from);
    Ok(probabilities)
}
