//! The encrypted audio container: one file for one recording, encrypted from its first byte.
//!
//! ```text
//! header, 8192 bytes
//!   0    magic "ATTUNEAU", version, file id, key id, rate, channels, sample format, zeros     64 bytes
//!   64   SHA-256 of these 64 bytes                                                             32 bytes
//!   96   key slot A: media key generation 16, wrapped recording key 72, check 8                96 bytes
//!   4096 key slot B                                                                            96 bytes
//! frames, each of 0.5 s
//!   sequence u32, payload length u32, flags u32, nonce 24, ciphertext, tag 16
//! ```
//!
//! Integers are little-endian. Samples are 16-bit signed PCM, interleaved. Every recording has a random key of its
//! own, wrapped under the vault's [`MediaKey`]; destroying the two slots makes the audio unreadable for good. The
//! slots lie in different pages, so that re-wrapping never writes over the only good one. Every frame but the last
//! has the same size, which makes any position reachable without reading what lies before it. A frame is bound to
//! its file, its place and its flags; nonces are random, because a frame may be written again after a crash. The
//! last frame is marked final and may be short or empty; without it the recording was cut short.
//!
//! A file shortened at a frame border looks like one cut short by a crash: the format tells that the end is
//! missing, not who took it.

mod frame;
mod layout;
mod reader;
mod rewrap;
#[cfg(test)]
mod tests;
mod writer;

use std::fs::File;
use std::io::{self, Read, Seek, Write};

use uuid::Uuid;

use crate::random::NoRandomness;

pub use layout::generations;
pub use reader::{ContainerReader, Verified};
pub use rewrap::{destroy, rewrap};
pub use writer::ContainerWriter;

#[cfg(doc)]
use crate::MediaKey;

/// How the samples of a recording are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AudioSpec {
    /// Samples per second and channel: 1,000 to 384,000.
    pub sample_rate: u32,
    /// Interleaved channels: 1 to 8.
    pub channels: u16,
}

/// The names a recording is known by. Both are authenticated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContainerIds {
    /// The recording.
    pub file_id: Uuid,
    /// Its key, so that the destruction of the key can be put on record.
    pub key_id: Uuid,
}

/// How a recording ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// With its final frame.
    Complete,
    /// Without: the program or the power ended first. Everything up to the last whole frame is there.
    CutShort {
        /// Bytes after the last whole frame, which are not readable.
        torn_bytes: u64,
    },
    /// A frame in the middle is unreadable, though readable ones follow, and the end is missing.
    Damaged {
        /// The unreadable frame; the frames before it are counted as recovered.
        frame: u32,
    },
}

/// What is known of a container.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContainerInfo {
    /// The names it is known by.
    pub ids: ContainerIds,
    /// How the samples are to be read.
    pub spec: AudioSpec,
    /// Frames recovered, the final one included.
    pub frames: u32,
    /// Samples per channel recovered.
    pub samples: u64,
    /// How it ends.
    pub ending: Ending,
}

/// Why a container could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum ContainerError {
    /// The file does not begin as a container does.
    #[error("this is not an audio container")]
    NotAContainer,
    /// Made by a later version of the program.
    #[error("the audio container is of version {version}, which this version of the program does not know")]
    TooNew {
        /// The version found.
        version: u32,
    },
    /// The header is damaged; no audio can be read.
    #[error("the header of the audio container is damaged")]
    Damaged,
    /// The key of the recording was destroyed, as a deletion does.
    #[error("the key of this recording was destroyed")]
    Destroyed,
    /// The recording's key is wrapped under another media key.
    #[error("the audio container belongs to another media key")]
    WrongMediaKey,
    /// Rate or channels out of range.
    #[error("the sample rate or the number of channels is out of range")]
    BadSpec,
    /// A number of samples that is not a multiple of the channels.
    #[error("the number of samples is not a multiple of the number of channels")]
    Uneven,
    /// A frame does not authenticate. The samples before it were good.
    #[error("frame {frame} of the audio container is damaged; {recovered} samples before it are readable")]
    BadFrame {
        /// The frame, from 0.
        frame: u32,
        /// Samples per channel before it.
        recovered: u64,
    },
    /// The recording is finished and takes no more samples.
    #[error("the recording is finished")]
    Finished,
    /// The file cannot be written and as much as is allowed waits in memory. The samples of this call were not taken.
    #[error("the recording cannot be written, and no more of it can be held in memory")]
    Backlog,
    /// As many frames as the format can number.
    #[error("the recording is too long for the container")]
    TooLong,
    /// No key or nonce could be made.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The file system refused.
    #[error("the audio container could not be read or written")]
    Io(#[from] io::Error),
}

/// Where a container is written: a file, or in tests a disk that fails when told to.
pub trait Medium: Read + Write + Seek {
    /// Waits until everything written is on the disk.
    fn sync(&mut self) -> io::Result<()>;
    /// Cuts the medium to `length` bytes.
    fn set_len(&mut self, length: u64) -> io::Result<()>;
}

impl Medium for File {
    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn set_len(&mut self, length: u64) -> io::Result<()> {
        File::set_len(self, length)
    }
}

impl AudioSpec {
    /// Samples per channel in a frame of half a second.
    pub fn frame_samples(&self) -> u32 {
        self.sample_rate / 2
    }

    fn is_valid(&self) -> bool {
        (1_000..=384_000).contains(&self.sample_rate) && (1..=8).contains(&self.channels)
    }

    /// Values (samples of all channels) in a whole frame: at most 1,536,000.
    fn frame_values(&self) -> usize {
        self.frame_samples() as usize * usize::from(self.channels)
    }

    fn frame_bytes(&self) -> usize {
        self.frame_values() * 2 + frame::OVERHEAD
    }
}
