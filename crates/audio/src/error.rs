use std::io;

/// Why a [`PcmSink`](crate::PcmSink) could not take more sound.
pub type SinkError = Box<dyn std::error::Error + Send + Sync>;

/// Why a recording was not imported. Nothing of it counts as kept: whoever opened the sink removes what was
/// written. The sentences are for the person who chose the file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// The file has no bytes.
    #[error("This file is empty. Nothing was imported. Check that the recording was copied completely.")]
    Empty,
    /// No known audio format.
    #[error(
        "This does not look like an audio file. Nothing was imported. Attune reads WAV, AIFF, CAF, FLAC, MP3, \
         M4A, AAC and Ogg Vorbis."
    )]
    NotAudio,
    /// A known container holding a kind of sound that cannot be decoded.
    #[error(
        "The sound in this file is stored in a way Attune cannot decode. Nothing was imported. Convert it to WAV, \
         FLAC, MP3 or M4A and import that."
    )]
    UnsupportedCodec,
    /// The file's structure contradicts itself.
    #[error("This audio file is damaged and cannot be read. Nothing was imported. Try another copy of it.")]
    Malformed,
    /// The file says it is longer than it is, or ends in the middle of something.
    #[error(
        "This audio file ends too early{}: it could be read up to {}. Nothing was imported. Copy the file again, or \
         export it again from the recorder.",
        .declared_ms.map(|ms| format!(" (it should last {})", clock(ms))).unwrap_or_default(),
        clock(*.read_ms)
    )]
    Truncated {
        /// How much could be decoded before the end.
        read_ms: u64,
        /// How long the file says it is, where it says so.
        declared_ms: Option<u64>,
    },
    /// More of the sound is damaged than can be bridged with silence.
    #[error(
        "{percent} % of the sound in this file is damaged. Nothing was imported. Try another copy of it."
    )]
    TooDamaged {
        /// Share of the duration that could not be decoded, in percent.
        percent: u8,
    },
    /// The file is sound but holds no samples.
    #[error(
        "There is no sound in this file. Nothing was imported. Check that the recorder saved the recording."
    )]
    NoSound,
    /// Sample rate outside the bounds.
    #[error("This file claims a sample rate of {rate} Hz, which no recorder uses. Nothing was imported.")]
    RateOutOfBounds {
        /// The claimed rate in Hz.
        rate: u32,
    },
    /// Channel count outside the bounds.
    #[error(
        "This file claims {channels} channels; Attune reads up to 32. Nothing was imported. Export it again in \
         stereo."
    )]
    ChannelsOutOfBounds {
        /// The claimed number of channels.
        channels: usize,
    },
    /// Longer than any session.
    #[error(
        "This recording is longer than {hours} hours. Nothing was imported. Split it and import the parts."
    )]
    TooLong {
        /// The longest recording that is accepted, in hours.
        hours: u64,
    },
    /// Rate or channel count changes inside the file.
    #[error(
        "This file changes its sample rate or channel count midway. Nothing was imported. Convert it to WAV or FLAC \
         and import that."
    )]
    FormatChanges,
    /// Reading the file failed below the decoder: a disk error, a drive taken out, a lost permission.
    #[error("The file could not be read to its end ({0}). Nothing was imported. Check the drive it is on.")]
    Unreadable(io::ErrorKind),
    /// A decoder gave up in a way it should not; always on a malformed file, and contained.
    #[error(
        "This audio file could not be decoded. Nothing was imported. Convert it to WAV or FLAC and try again."
    )]
    DecoderFailed,
    /// The import was cancelled.
    #[error("The import was cancelled. Nothing was imported.")]
    Cancelled,
    /// The sound could not be stored.
    #[error("The recording could not be stored. Nothing was imported.")]
    Sink(#[source] SinkError),
}

/// Minutes and seconds, the way a person reads a length.
fn clock(ms: u64) -> String {
    format!("{}:{:02}", ms / 60_000, ms / 1_000 % 60)
}
