use std::io;
use std::num::NonZeroU32;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::{CancelToken, SpeechError};

/// The rate of all audio given to this crate, in samples per second and channel.
pub const SAMPLE_RATE_HZ: u32 = 16_000;

/// Who said a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// The left channel of a recording with one person per channel.
    Therapist,
    /// The right channel of a recording with one person per channel.
    Client,
    /// The recording does not tell.
    Unknown,
}

/// A stretch of speech with its words.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// Start in the recording, milliseconds.
    pub start_ms: u64,
    /// End in the recording, milliseconds; never before the start, never after the recording's end.
    pub end_ms: u64,
    /// Who speaks.
    pub speaker: Speaker,
    /// The words, trimmed, never empty.
    pub text: String,
    /// Mean probability of the words' tokens, 0 to 1.
    pub confidence: f32,
}

/// The text is left out: a segment is client content and must not reach a log by way of `{:?}`.
impl std::fmt::Debug for Segment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Segment")
            .field("start_ms", &self.start_ms)
            .field("end_ms", &self.end_ms)
            .field("speaker", &self.speaker)
            .field("confidence", &self.confidence)
            .finish_non_exhaustive()
    }
}

/// A stretch of the recording, milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Start, milliseconds.
    pub start_ms: u64,
    /// End, milliseconds.
    pub end_ms: u64,
}

/// What the channels of a recording hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeakerChannels {
    /// One channel.
    Mono,
    /// Two channels with the same voices on both.
    Shared,
    /// Two channels with one person on each: left therapist, right client.
    Distinct,
}

/// What a transcription reports while it runs.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The model is loaded and the channels have been judged.
    Ready {
        /// Whether segments will carry a speaker.
        channels: SpeakerChannels,
    },
    /// How far the recording has been worked through.
    Progress {
        /// Done so far, milliseconds of the recording.
        done_ms: u64,
        /// Length of the recording in milliseconds, if known.
        total_ms: Option<u64>,
    },
    /// One more segment. Starts never go backwards from one segment to the next.
    Segment(Segment),
}

/// What a finished transcription says about the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Length of the audio that was read, milliseconds.
    pub duration_ms: u64,
    /// Two-letter code of the language that was transcribed.
    pub language: String,
    /// What the channels were taken to hold.
    pub channels: SpeakerChannels,
    /// Stretches that sounded like speech but gave no text that could be kept (loops, noise), in order.
    pub gaps: Vec<Span>,
}

/// A model file and what it must be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelFile {
    /// Where the file is.
    pub path: PathBuf,
    /// SHA-256 it must have, lower-case hexadecimal. The worker checks it before loading.
    pub sha256: String,
}

/// What to transcribe with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The speech model.
    pub model: ModelFile,
    /// The catalogue's voice-activity model, if installed; without it loudness decides what is speech.
    pub voice_activity: Option<ModelFile>,
    /// Two-letter language code; none asks a multilingual model to detect it.
    pub language: Option<String>,
    /// Threads for inference; none takes the number of processors, at most 8.
    pub threads: Option<NonZeroU32>,
}

/// Number of channels of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelCount {
    /// One.
    Mono,
    /// Two, interleaved left then right.
    Stereo,
}

impl ChannelCount {
    /// Samples per frame.
    pub fn get(self) -> usize {
        match self {
            Self::Mono => 1,
            Self::Stereo => 2,
        }
    }
}

/// Audio at [`SAMPLE_RATE_HZ`], 16 bit, one or two channels. It is read twice for stereo (once to judge
/// the channels, once to transcribe), so that memory stays constant for a recording of any length.
pub trait PcmSource {
    /// Number of channels; the same during the life of the source.
    fn channels(&self) -> ChannelCount;
    /// Samples per channel from the beginning to the end, if known.
    fn total_frames(&self) -> Option<u64>;
    /// Fills the front of `buffer` with interleaved samples and says how many were written, a multiple
    /// of the channel count; 0 is the end.
    fn read(&mut self, buffer: &mut [i16]) -> io::Result<usize>;
    /// Goes back to the beginning.
    fn rewind(&mut self) -> io::Result<()>;
}

/// Audio held in memory: short clips and tests.
#[derive(Clone)]
pub struct MemoryPcm {
    channels: ChannelCount,
    samples: Vec<i16>,
    position: usize,
}

impl MemoryPcm {
    /// Interleaved samples at [`SAMPLE_RATE_HZ`]. An incomplete last frame is dropped.
    pub fn new(channels: ChannelCount, mut samples: Vec<i16>) -> Self {
        samples.truncate(samples.len() - samples.len() % channels.get());
        Self { channels, samples, position: 0 }
    }
}

impl PcmSource for MemoryPcm {
    fn channels(&self) -> ChannelCount {
        self.channels
    }

    fn total_frames(&self) -> Option<u64> {
        Some((self.samples.len() / self.channels.get()) as u64)
    }

    fn read(&mut self, buffer: &mut [i16]) -> io::Result<usize> {
        let whole = buffer.len() - buffer.len() % self.channels.get();
        let count = whole.min(self.samples.len() - self.position);
        buffer[..count].copy_from_slice(&self.samples[self.position..self.position + count]);
        self.position += count;
        Ok(count)
    }

    fn rewind(&mut self) -> io::Result<()> {
        self.position = 0;
        Ok(())
    }
}

/// Turns audio into segments. Blocks until the end: call it where blocking is allowed.
pub trait Transcriber {
    /// Reads `audio` from its beginning to its end and reports through `on_event`. Cancelling takes
    /// effect within a second and gives [`SpeechError::Cancelled`]. Whatever the result, segments already
    /// reported stay valid.
    fn transcribe(
        &self,
        request: &Request,
        audio: &mut dyn PcmSource,
        on_event: &mut dyn FnMut(Event),
        cancel: &CancelToken,
    ) -> Result<Outcome, SpeechError>;
}
