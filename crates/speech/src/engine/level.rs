/// Samples per frame of analysis: 32 ms, what the voice-activity model takes too.
pub(crate) const FRAME: usize = 512;
/// Quieter is as good as silent; also stands for digital silence.
pub(crate) const SILENCE_DB: f32 = -90.0;

/// Level of samples in -1..1, in dB of full scale, not below [`SILENCE_DB`]. A constant offset (a cheap
/// sound card) does not count.
pub(crate) fn level_db(samples: impl Iterator<Item = f32>) -> f32 {
    let (mut sum, mut squares, mut count) = (0f64, 0f64, 0f64);
    for sample in samples {
        sum += f64::from(sample);
        squares += f64::from(sample) * f64::from(sample);
        count += 1.0;
    }
    if count == 0.0 {
        return SILENCE_DB;
    }
    let mean = sum / count;
    let power = (squares / count - mean * mean).max(0.0);
    ((10.0 * power.log10()) as f32).max(SILENCE_DB)
}
