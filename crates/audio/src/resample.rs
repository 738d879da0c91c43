use crate::SAMPLE_RATE;
use rubato::audioadapter_buffers::direct::InterleavedSlice;
use rubato::{Fft, FixedSync, Indexing, Resampler as _};

/// Output frames per transform: 64 ms, which puts the edge of the anti-aliasing filter just under 8 kHz.
const BLOCK_OUT: usize = 1024;

/// Brings interleaved sound from any rate to [`SAMPLE_RATE`], piece by piece.
///
/// However the input is cut into pieces, the output is the same: band-limited by a windowed sinc, its delay
/// taken out, and `round(frames * 16000 / rate)` frames long. A stream already at 16 kHz passes unchanged.
pub struct Resampler {
    fft: Option<Fft<f32>>,
    channels: usize,
    rate: u32,
    waiting: Vec<f32>,
    block: Vec<f32>,
    /// Output frames still to drop at the start, the delay of the filter.
    skip: usize,
    frames_in: u64,
    frames_out: u64,
}

impl Resampler {
    /// A resampler from `rate` Hz for `channels` interleaved channels; both must be above zero.
    pub fn new(rate: u32, channels: usize) -> Self {
        let fft = (rate != SAMPLE_RATE).then(|| {
            Fft::new(rate as usize, SAMPLE_RATE as usize, block_in(rate as usize), channels, FixedSync::Both)
                .expect("rates, block and channels are above zero")
        });
        let skip = fft.as_ref().map_or(0, |fft| fft.output_delay());
        let block = fft.as_ref().map_or(Vec::new(), |fft| vec![0.0; fft.output_frames_max() * channels]);
        Resampler { fft, channels, rate, waiting: Vec::new(), block, skip, frames_in: 0, frames_out: 0 }
    }

    /// Takes interleaved samples and appends what is ready to `out`.
    pub fn push(&mut self, interleaved: &[f32], out: &mut Vec<f32>) {
        self.frames_in += (interleaved.len() / self.channels) as u64;
        let Some(fft) = &self.fft else {
            self.frames_out = self.frames_in;
            return out.extend_from_slice(interleaved);
        };
        let needed = fft.input_frames_next() * self.channels;
        self.waiting.extend_from_slice(interleaved);
        let mut waiting = std::mem::take(&mut self.waiting);
        let whole = waiting.len() / needed * needed;
        for block in waiting[..whole].chunks_exact(needed) {
            self.transform(block, None, out);
        }
        waiting.drain(..whole);
        self.waiting = waiting;
    }

    /// Appends the rest of the sound to `out`, so that the output has its full length.
    pub fn finish(&mut self, out: &mut Vec<f32>) {
        let total = resampled_frames(self.frames_in, self.rate);
        let Some(fft) = &self.fft else { return };
        let needed = fft.input_frames_next();
        let mut left = self.waiting.len() / self.channels;
        let mut block = std::mem::take(&mut self.waiting);
        block.resize(needed * self.channels, 0.0);
        while self.frames_out < total {
            self.transform(&block, Some(left), out);
            left = 0;
        }
        out.truncate(out.len() - (self.frames_out - total) as usize * self.channels);
        self.frames_out = total;
    }

    fn transform(&mut self, input: &[f32], partial: Option<usize>, out: &mut Vec<f32>) {
        let Some(fft) = &mut self.fft else { return };
        let frames = self.block.len() / self.channels;
        let input = InterleavedSlice::new(input, self.channels, input.len() / self.channels)
            .expect("the length is a whole number of frames");
        let mut output = InterleavedSlice::new_mut(&mut self.block, self.channels, frames)
            .expect("the length is a whole number of frames");
        let indexing = Indexing { partial_len: partial, ..Indexing::default() };
        let (_, made) = fft
            .process_into_buffer(&input, &mut output, Some(&indexing))
            .expect("both buffers have the size the resampler asked for");
        let dropped = self.skip.min(made);
        self.skip -= dropped;
        out.extend_from_slice(&self.block[dropped * self.channels..made * self.channels]);
        self.frames_out += (made - dropped) as u64;
    }
}

/// Input frames per transform: about [`BLOCK_OUT`] on the other side, a whole number of the smallest blocks in
/// which the two rates meet, and even, since the filter's delay is half of it and must be a whole number.
fn block_in(rate: usize) -> usize {
    let (mut a, mut b) = (rate, SAMPLE_RATE as usize);
    while b > 0 {
        (a, b) = (b, a % b);
    }
    let least = rate / a;
    let block = (BLOCK_OUT * rate).div_ceil(SAMPLE_RATE as usize).div_ceil(least) * least;
    if block.is_multiple_of(2) { block } else { block + least }
}

/// How many frames at 16 kHz `frames` at `rate` become, rounded to the nearest.
pub(crate) fn resampled_frames(frames: u64, rate: u32) -> u64 {
    let rate = u128::from(rate);
    ((u128::from(frames) * u128::from(SAMPLE_RATE) + rate / 2) / rate) as u64
}
