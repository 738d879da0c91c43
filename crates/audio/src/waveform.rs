use crate::SAMPLE_RATE;
use serde::{Deserialize, Serialize};

/// How loud one channel is within one window, in 16-bit sample values.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Peak {
    /// The lowest sample.
    pub min: i16,
    /// The highest sample.
    pub max: i16,
    /// The root of the mean square: how loud it sounds.
    pub rms: u16,
}

/// A summary of sound, from which pages draw the waveform without reading the audio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Waveform {
    /// The length of one window in milliseconds.
    pub window_ms: u32,
    /// Windows per channel, in order; the last may cover less than a whole window.
    pub channels: Vec<Vec<Peak>>,
    #[serde(skip)]
    open: Vec<Open>,
}

/// A window that is still being filled.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Open {
    peak: Peak,
    squares: u64,
    count: u32,
}

impl Open {
    fn add(&mut self, sample: i16) {
        self.peak.min = if self.count == 0 { sample } else { self.peak.min.min(sample) };
        self.peak.max = if self.count == 0 { sample } else { self.peak.max.max(sample) };
        self.squares += u64::from(sample.unsigned_abs()).pow(2);
        self.count += 1;
    }

    fn close(&mut self) -> Peak {
        let rms = (self.squares as f64 / f64::from(self.count.max(1))).sqrt().round() as u16;
        let peak = Peak { rms, ..self.peak };
        *self = Open::default();
        peak
    }
}

impl Waveform {
    /// The window used for imports.
    pub const WINDOW_MS: u32 = 100;

    /// An empty summary for 16 kHz sound of this many interleaved channels.
    pub fn new(channels: usize) -> Self {
        Waveform {
            window_ms: Self::WINDOW_MS,
            channels: vec![Vec::new(); channels],
            open: vec![Open::default(); channels],
        }
    }

    /// Adds whole frames of interleaved samples.
    pub fn push(&mut self, interleaved: &[i16]) {
        let window = self.window_ms * SAMPLE_RATE / 1000;
        for frame in interleaved.chunks_exact(self.open.len().max(1)) {
            for ((sample, open), peaks) in frame.iter().zip(&mut self.open).zip(&mut self.channels) {
                open.add(*sample);
                if open.count == window {
                    peaks.push(open.close());
                }
            }
        }
    }

    /// Closes the last window, where it holds anything.
    pub fn finish(&mut self) {
        for (open, peaks) in self.open.iter_mut().zip(&mut self.channels) {
            if open.count > 0 {
                peaks.push(open.close());
            }
        }
    }
}
