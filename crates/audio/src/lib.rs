//! Recordings on their way in: any common audio file becomes 16 kHz 16-bit PCM, one or two channels,
//! handed piece by piece to a [`PcmSink`].
//!
//! Owns: reading and decoding audio files, bounds on what they may claim, mixing channels, resampling,
//! the waveform summary, and WAV bytes for playback and export.
//! Must never: write a file, hold a whole recording in memory, trust a length it has only been told, or
//! put a path or a person's words into an error or a log.
//!
//! Entry types: [`Recording`] (open a file, then import it), [`Imported`], [`ImportError`],
//! [`CancelToken`], [`Waveform`], [`wav_bytes`].

mod cancel;
mod error;
mod mix;
mod recording;
mod resample;
mod source;
mod stream;
mod wav;
mod waveform;

pub use cancel::CancelToken;
pub use error::{ImportError, SinkError};
pub use recording::{Imported, Progress, Recording, SourceInfo};
pub use resample::Resampler;
pub use source::ReadSeek;
pub use wav::{PcmSpec, wav_bytes, wav_header};
pub use waveform::{Peak, Waveform};

/// The rate of all sound inside Attune, in Hz: what the speech model hears and what is kept.
pub const SAMPLE_RATE: u32 = 16_000;

/// Receives the sound of a recording in order, as it is decoded.
///
/// The pieces are interleaved 16-bit samples at [`SAMPLE_RATE`]; each holds whole frames of as many channels
/// as [`Recording::channels`] says.
pub trait PcmSink {
    /// Takes the next piece. An error ends the import and reaches the caller as [`ImportError::Sink`].
    fn append(&mut self, interleaved: &[i16]) -> Result<(), SinkError>;
}

impl PcmSink for Vec<i16> {
    fn append(&mut self, interleaved: &[i16]) -> Result<(), SinkError> {
        self.extend_from_slice(interleaved);
        Ok(())
    }
}

impl PcmSink for Waveform {
    fn append(&mut self, interleaved: &[i16]) -> Result<(), SinkError> {
        self.push(interleaved);
        Ok(())
    }
}

impl<M: crypto::container::Medium> PcmSink for crypto::container::ContainerWriter<M> {
    fn append(&mut self, interleaved: &[i16]) -> Result<(), SinkError> {
        Ok(self.append(interleaved)?)
    }
}
