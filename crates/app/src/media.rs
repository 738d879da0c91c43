//! Encrypted sound: between decoders, containers and the speech worker.

use std::io;
use std::path::Path;

use contract::{ApiError, ErrorCode};
use crypto::MediaKey;
use crypto::container::{self, ContainerError, ContainerReader, ContainerWriter};
use speech::{ChannelCount, PcmSource};

use crate::errors::{from_io, internal};

/// Turns a fault of a container into what a person reads.
pub(crate) fn from_container(error: ContainerError) -> ApiError {
    match error {
        ContainerError::Destroyed => ApiError::new(ErrorCode::NotFound, "This recording was deleted."),
        ContainerError::NotAContainer | ContainerError::Damaged | ContainerError::BadFrame { .. } => {
            ApiError::new(
                ErrorCode::Damaged,
                "The recording’s file is damaged here. What comes before it can be played. Transcript and note are not \
             affected.",
            )
        }
        ContainerError::Io(error) if error.kind() == io::ErrorKind::NotFound => ApiError::new(
            ErrorCode::NotFound,
            "The recording’s file is missing from the vault’s folder. Restore it from a back-up.",
        ),
        ContainerError::Io(error) => from_io(error),
        other => internal(&other),
    }
}

/// Destroys a recording's key and file. A file that is not there, or whose header was never written, is only removed.
pub(crate) fn destroy(path: &Path) -> Result<(), ApiError> {
    match container::destroy(path) {
        Ok(()) => Ok(()),
        Err(ContainerError::Io(error)) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(ContainerError::NotAContainer) => std::fs::remove_file(path).map_err(from_io),
        Err(error) => Err(from_container(error)),
    }
}

/// Puts a recording's key under the vault's next media key. A file that was destroyed or never finished is passed over.
pub(crate) fn rewrap(path: &Path, current: &MediaKey, next: &MediaKey) -> Result<(), ApiError> {
    match container::rewrap(path, current, next) {
        Ok(()) | Err(ContainerError::Destroyed | ContainerError::NotAContainer) => Ok(()),
        Err(error) => Err(from_container(error)),
    }
}

/// Decoded sound on its way into a container.
pub(crate) struct ContainerSink {
    pub(crate) writer: ContainerWriter<std::fs::File>,
    since_sync: usize,
}

/// Samples between two waits for the disk: about five seconds of stereo.
const SYNC_EVERY: usize = 160_000;

impl ContainerSink {
    pub(crate) fn new(writer: ContainerWriter<std::fs::File>) -> Self {
        Self { writer, since_sync: 0 }
    }
}

impl audio::PcmSink for ContainerSink {
    fn append(&mut self, interleaved: &[i16]) -> Result<(), audio::SinkError> {
        self.writer.append(interleaved)?;
        self.since_sync += interleaved.len();
        if self.since_sync >= SYNC_EVERY {
            self.since_sync = 0;
            self.writer.sync()?;
        }
        Ok(())
    }
}

/// A container as the speech worker's source of sound.
pub(crate) struct ContainerPcm {
    reader: ContainerReader<std::fs::File>,
    channels: ChannelCount,
    total: u64,
    position: u64,
}

impl ContainerPcm {
    pub(crate) fn new(reader: ContainerReader<std::fs::File>) -> Self {
        let info = reader.info();
        let channels = if info.spec.channels == 2 { ChannelCount::Stereo } else { ChannelCount::Mono };
        Self { reader, channels, total: info.samples, position: 0 }
    }
}

impl PcmSource for ContainerPcm {
    fn channels(&self) -> ChannelCount {
        self.channels
    }

    fn total_frames(&self) -> Option<u64> {
        Some(self.total)
    }

    fn read(&mut self, buffer: &mut [i16]) -> io::Result<usize> {
        let whole = buffer.len() - buffer.len() % self.channels.get();
        match self.reader.read(self.position, &mut buffer[..whole]) {
            Ok(count) => {
                self.position += (count / self.channels.get()) as u64;
                Ok(count)
            }
            Err(ContainerError::Io(error)) => Err(error),
            Err(error) => Err(io::Error::other(error)),
        }
    }

    fn rewind(&mut self) -> io::Result<()> {
        self.position = 0;
        Ok(())
    }
}
