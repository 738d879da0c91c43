use crate::SAMPLE_RATE;

/// The shape of 16-bit PCM sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PcmSpec {
    /// Frames per second, in Hz.
    pub rate: u32,
    /// Interleaved channels.
    pub channels: u16,
}

impl PcmSpec {
    /// Attune's own rate with 1 or 2 channels.
    pub fn kept(channels: u16) -> Self {
        PcmSpec { rate: SAMPLE_RATE, channels }
    }
}

/// The 44 bytes before the samples of a 16-bit PCM WAV file with `frames` frames. Lengths beyond what WAV can
/// say (4 GiB, 18 hours in stereo) are capped.
pub fn wav_header(spec: PcmSpec, frames: u64) -> [u8; 44] {
    let frame_bytes = spec.channels.saturating_mul(2);
    let most = (u64::from(u32::MAX) - 36) / u64::from(frame_bytes.max(1)) * u64::from(frame_bytes);
    let data = frames.saturating_mul(u64::from(frame_bytes)).min(most) as u32;
    let mut header = [0; 44];
    header[..4].copy_from_slice(b"RIFF");
    header[4..8].copy_from_slice(&(data + 36).to_le_bytes());
    header[8..16].copy_from_slice(b"WAVEfmt ");
    header[16..20].copy_from_slice(&16u32.to_le_bytes());
    header[20..22].copy_from_slice(&1u16.to_le_bytes());
    header[22..24].copy_from_slice(&spec.channels.to_le_bytes());
    header[24..28].copy_from_slice(&spec.rate.to_le_bytes());
    header[28..32].copy_from_slice(&spec.rate.saturating_mul(u32::from(frame_bytes)).to_le_bytes());
    header[32..34].copy_from_slice(&frame_bytes.to_le_bytes());
    header[34..36].copy_from_slice(&16u16.to_le_bytes());
    header[36..40].copy_from_slice(b"data");
    header[40..].copy_from_slice(&data.to_le_bytes());
    header
}

/// A whole 16-bit PCM WAV file holding these interleaved samples.
pub fn wav_bytes(spec: PcmSpec, interleaved: &[i16]) -> Vec<u8> {
    let frames = interleaved.len() / usize::from(spec.channels.max(1));
    let mut bytes = Vec::with_capacity(44 + interleaved.len() * 2);
    bytes.extend_from_slice(&wav_header(spec, frames as u64));
    bytes.extend(interleaved.iter().flat_map(|sample| sample.to_le_bytes()));
    bytes
}
