use symphonia::core::audio::{Channels, Position};

/// How the channels of a file become the one or two that are kept.
///
/// One channel stays mono and two stay as they are, because left and right may be two people. More are mixed
/// to mono, each with the weight 1/n, so that nothing clips; a low-frequency channel is left out, since it
/// carries no speech.
#[derive(Debug, Clone)]
pub(crate) struct Mix {
    inputs: usize,
    /// The weight of each input channel, where they are mixed.
    weights: Option<Vec<f32>>,
}

impl Mix {
    pub(crate) fn new(channels: &Channels) -> Self {
        let inputs = channels.count();
        if inputs <= 2 {
            return Mix { inputs, weights: None };
        }
        let low_frequency = |index: usize| match channels {
            Channels::Positioned(positions) => positions
                .iter()
                .nth(index)
                .is_some_and(|position| position == Position::LFE1 || position == Position::LFE2),
            _ => false,
        };
        let heard = (0..inputs).filter(|&i| !low_frequency(i)).count().max(1);
        let weight = 1.0 / heard as f32;
        Mix {
            inputs,
            weights: Some((0..inputs).map(|i| if low_frequency(i) { 0.0 } else { weight }).collect()),
        }
    }

    /// Channels of the file's frames.
    pub(crate) fn inputs(&self) -> usize {
        self.inputs
    }

    /// Channels after mixing: 1 or 2.
    pub(crate) fn outputs(&self) -> usize {
        if self.weights.is_some() { 1 } else { self.inputs }
    }

    /// Mixes interleaved frames in place and makes every sample a finite number in -2..=2. Float files can
    /// hold anything, and one infinite sample would spread through the resampler.
    pub(crate) fn apply(&self, block: &mut Vec<f32>) {
        for sample in block.iter_mut() {
            *sample = if sample.is_finite() { sample.clamp(-2.0, 2.0) } else { 0.0 };
        }
        let Some(weights) = &self.weights else { return };
        let frames = block.len() / self.inputs;
        for frame in 0..frames {
            let at = frame * self.inputs;
            let mixed = block[at..at + self.inputs].iter().zip(weights).map(|(s, w)| s * w).sum();
            block[frame] = mixed;
        }
        block.truncate(frames);
    }
}
