//! Whether the two channels of a recording hold one person each.
//!
//! For every frame with speech the level difference between the channels is counted. One person per
//! channel gives two heaps far apart, even when each voice is also faint on the other side or one
//! microphone is louder; the same sound on both channels, or one room heard by two microphones, gives one
//! heap or two close together.

use super::level::{FRAME, level_db};
use crate::{CancelToken, ChannelCount, PcmSource, SpeakerChannels, SpeechError};

const LEVELS: usize = 100;
const DIFFERENCES: usize = 121;
const CENTRE: f32 = 60.0;
/// Heaps closer than this are one room: a voice is rarely 10 dB louder at the nearer of two microphones
/// that stand together, and hardly ever less at a microphone of its own.
const MIN_SEPARATION_DB: f32 = 10.0;
/// One broad heap cut in two has its halves about 2.7 spreads apart.
const MIN_SEPARATION_SPREADS: f32 = 3.5;
/// A person who says less than this share of all speech does not make a conversation.
const MIN_SHARE: f64 = 0.03;
/// Frames of speech needed for any judgement: about a second each.
const MIN_FRAMES: f64 = 30.0;

/// How the two channels are told apart.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub(crate) struct ChannelBalance {
    /// Level difference, left minus right in dB, half-way between the two voices.
    pub(crate) centre_db: f32,
    /// Distance between the two voices in dB.
    pub(crate) separation_db: f32,
}

/// What the channels hold.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Layout {
    Mono,
    Shared,
    Distinct(ChannelBalance),
}

impl Layout {
    pub(crate) fn channels(self) -> SpeakerChannels {
        match self {
            Self::Mono => SpeakerChannels::Mono,
            Self::Shared => SpeakerChannels::Shared,
            Self::Distinct(_) => SpeakerChannels::Distinct,
        }
    }

    /// Samples per frame of time.
    pub(crate) fn per_frame(self) -> usize {
        if self == Self::Mono { 1 } else { 2 }
    }
}

/// Reads the whole source once (not at all for mono) and leaves it at its beginning.
pub(crate) fn judge_channels(audio: &mut dyn PcmSource, cancel: &CancelToken) -> Result<Layout, SpeechError> {
    audio.rewind().map_err(SpeechError::Audio)?;
    if audio.channels() == ChannelCount::Mono {
        return Ok(Layout::Mono);
    }
    let mut tally = Tally::new();
    let mut buffer = vec![0i16; 64 * FRAME * 2];
    let mut pending: Vec<i16> = Vec::new();
    loop {
        if cancel.is_cancelled() {
            return Err(SpeechError::Cancelled);
        }
        let count = audio.read(&mut buffer).map_err(SpeechError::Audio)?;
        if count == 0 {
            break;
        }
        pending.extend_from_slice(buffer.get(..count).unwrap_or_default());
        let whole = pending.len() - pending.len() % (2 * FRAME);
        for frame in pending[..whole].chunks_exact(2 * FRAME) {
            tally.add(frame);
        }
        pending.drain(..whole);
    }
    audio.rewind().map_err(SpeechError::Audio)?;
    Ok(tally.balance().map_or(Layout::Shared, Layout::Distinct))
}

/// Whether the two channels of a source hold one person each. Reads it once and leaves it at its
/// beginning; mono is never distinct.
pub fn channels_are_distinct(audio: &mut dyn PcmSource) -> Result<bool, SpeechError> {
    Ok(judge_channels(audio, &CancelToken::new())?.channels() == SpeakerChannels::Distinct)
}

/// Counts frames by level of the louder channel (dB below full scale) and level difference.
struct Tally {
    counts: Vec<u32>,
}

impl Tally {
    fn new() -> Self {
        Self { counts: vec![0; LEVELS * DIFFERENCES] }
    }

    fn add(&mut self, interleaved: &[i16]) {
        let side = |offset: usize| {
            level_db(interleaved.iter().skip(offset).step_by(2).map(|sample| f32::from(*sample) / 32768.0))
        };
        let (left, right) = (side(0), side(1));
        let level = (-left.max(right)).clamp(0.0, (LEVELS - 1) as f32) as usize;
        let difference = (left - right + CENTRE).round().clamp(0.0, (DIFFERENCES - 1) as f32) as usize;
        self.counts[level * DIFFERENCES + difference] += 1;
    }

    /// The level (dB below full scale) that this share of frames is quieter than.
    fn level_below(&self, share: f64) -> usize {
        let total: u64 = self.counts.iter().map(|count| u64::from(*count)).sum();
        let mut louder = 0u64;
        for (level, row) in self.counts.chunks(DIFFERENCES).enumerate() {
            louder += row.iter().map(|count| u64::from(*count)).sum::<u64>();
            if louder as f64 >= (1.0 - share) * total as f64 {
                return level;
            }
        }
        LEVELS - 1
    }

    fn balance(&self) -> Option<ChannelBalance> {
        let (loud, quiet) = (self.level_below(0.95), self.level_below(0.10));
        // Speech: at most 25 dB under the loudest parts, and clear of the background.
        let limit = (loud + 25).min(quiet.saturating_sub(6)).max(loud + 6);
        let mut heap = vec![0f64; DIFFERENCES];
        for row in self.counts.chunks(DIFFERENCES).take(limit) {
            for (sum, count) in heap.iter_mut().zip(row) {
                *sum += f64::from(*count);
            }
        }
        split(&heap)
    }
}

/// Two-means of a histogram of level differences; none unless the two heaps are truly two.
fn split(heap: &[f64]) -> Option<ChannelBalance> {
    let moments = |range: std::ops::Range<usize>| {
        let mass: f64 = heap[range.clone()].iter().sum();
        let mean = range.clone().map(|bin| bin as f64 * heap[bin]).sum::<f64>() / mass;
        let squares = range.map(|bin| (bin as f64 - mean).powi(2) * heap[bin]).sum::<f64>();
        (mass, mean, squares)
    };
    let (best, _) = (1..heap.len())
        .map(|cut| (cut, moments(0..cut), moments(cut..heap.len())))
        .filter(|(_, low, high)| low.0 > 0.0 && high.0 > 0.0)
        .map(|(cut, low, high)| (cut, low.2 + high.2))
        .min_by(|a, b| a.1.total_cmp(&b.1))?;
    let (low, high) = (moments(0..best), moments(best..heap.len()));
    let mass = low.0 + high.0;
    let spread = ((low.2 + high.2) / mass).sqrt() as f32;
    let separation_db = (high.1 - low.1) as f32;
    let enough = low.0.min(high.0) >= (MIN_SHARE * mass).max(MIN_FRAMES);
    let apart = separation_db >= MIN_SEPARATION_DB && separation_db >= MIN_SEPARATION_SPREADS * spread;
    let centre_db = ((low.1 + high.1) / 2.0) as f32 - CENTRE;
    tracing::debug!(separation_db, spread, enough, apart, "channels judged");
    (enough && apart).then_some(ChannelBalance { centre_db, separation_db })
}
