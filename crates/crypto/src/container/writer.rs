//! Writing a recording as it happens.

use std::collections::VecDeque;
use std::fs::{File, OpenOptions};
use std::io::SeekFrom;
use std::path::Path;

use zeroize::Zeroizing;

use super::frame::FrameCipher;
use super::layout::{HEADER_LEN, Header};
use super::reader::ContainerReader;
use super::{AudioSpec, ContainerError, ContainerIds, ContainerInfo, Ending, Medium};
use crate::files::{directory_of, private, sync_directory};
use crate::keys::{MediaKey, random_secret};

/// While the file cannot be written, a minute of sound waits in memory.
const MOST_WAITING: usize = 120;

/// Appends samples to a container. Every full frame (0.5 s) goes to the operating system at once, so that a kill
/// loses less than a second; [`sync`](Self::sync) brings it to the disk, and should be called every few seconds.
///
/// Dropping the writer without [`finish`](Self::finish) leaves a recording that is cut short by less than a frame.
pub struct ContainerWriter<M: Medium = File> {
    pub(super) medium: M,
    cipher: FrameCipher,
    spec: AudioSpec,
    ids: ContainerIds,
    sequence: u32,
    end: u64,
    waiting: VecDeque<Zeroizing<Vec<i16>>>,
    filling: Zeroizing<Vec<i16>>,
    record: Vec<u8>,
    finished: bool,
}

impl ContainerWriter<File> {
    /// Makes the file, which must not exist yet, with a new random key wrapped under `media`. The file and its
    /// entry in the directory are on the disk when this returns.
    pub fn create(
        path: &Path,
        media: &MediaKey,
        spec: AudioSpec,
        ids: ContainerIds,
    ) -> Result<ContainerWriter, ContainerError> {
        if !spec.is_valid() {
            return Err(ContainerError::BadSpec);
        }
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        private(&mut options);
        let writer = ContainerWriter::create_on(options.open(path)?, media, spec, ids)?;
        sync_directory(&directory_of(path))?;
        Ok(writer)
    }

    /// Opens a recording that was cut short, drops the torn bytes at its end, and goes on after the last good
    /// frame. Refuses a finished one, and one whose damage lies in the middle: cutting there would lose sound.
    pub fn resume(path: &Path, media: &MediaKey) -> Result<ContainerWriter, ContainerError> {
        Self::resume_on(OpenOptions::new().read(true).write(true).open(path)?, media)
    }
}

impl<M: Medium> ContainerWriter<M> {
    /// As [`create`](ContainerWriter::create), on an empty medium.
    pub fn create_on(
        mut medium: M,
        media: &MediaKey,
        spec: AudioSpec,
        ids: ContainerIds,
    ) -> Result<Self, ContainerError> {
        let key = random_secret()?;
        let header = Header::make(spec, ids, media, &key)?;
        medium.seek(SeekFrom::Start(0))?;
        medium.write_all(&header)?;
        medium.sync()?;
        Ok(Self::at(medium, FrameCipher::new(&key, ids.file_id), spec, ids, 0))
    }

    /// As [`resume`](ContainerWriter::resume), on any medium.
    pub fn resume_on(medium: M, media: &MediaKey) -> Result<Self, ContainerError> {
        let reader = ContainerReader::open_on(medium, media)?;
        let ContainerInfo { spec, ids, frames, samples, ending } = reader.info();
        match ending {
            Ending::Complete => return Err(ContainerError::Finished),
            Ending::Damaged { frame } => return Err(ContainerError::BadFrame { frame, recovered: samples }),
            Ending::CutShort { .. } => {}
        }
        let (medium, cipher) = reader.into_parts();
        let mut writer = Self::at(medium, cipher, spec, ids, frames);
        writer.medium.set_len(writer.end)?;
        writer.medium.sync()?;
        Ok(writer)
    }

    fn at(medium: M, cipher: FrameCipher, spec: AudioSpec, ids: ContainerIds, sequence: u32) -> Self {
        ContainerWriter {
            medium,
            cipher,
            spec,
            ids,
            sequence,
            end: HEADER_LEN + u64::from(sequence) * spec.frame_bytes() as u64,
            waiting: VecDeque::new(),
            filling: empty_frame(&spec),
            record: Vec::new(),
            finished: false,
        }
    }

    /// Takes interleaved samples and writes every frame that is full.
    ///
    /// On [`ContainerError::Io`] the samples were taken and wait in memory; the next call tries again. On
    /// [`ContainerError::Backlog`] a minute of sound waits already, and this call's samples were not taken. On
    /// any other error they were not taken either.
    pub fn append(&mut self, samples: &[i16]) -> Result<(), ContainerError> {
        if self.finished {
            return Err(ContainerError::Finished);
        }
        if !samples.len().is_multiple_of(usize::from(self.spec.channels)) {
            return Err(ContainerError::Uneven);
        }
        let mut outcome = self.write_waiting();
        if outcome.is_err() && self.waiting.len() >= MOST_WAITING {
            return Err(ContainerError::Backlog);
        }
        let mut rest = samples;
        while !rest.is_empty() {
            let room = self.spec.frame_values() - self.filling.len();
            let (now, later) = rest.split_at(room.min(rest.len()));
            self.filling.extend_from_slice(now);
            rest = later;
            if self.filling.len() == self.spec.frame_values() {
                let full = std::mem::replace(&mut self.filling, empty_frame(&self.spec));
                self.waiting.push_back(full);
                if outcome.is_ok() {
                    outcome = self.write_waiting();
                }
            }
        }
        outcome
    }

    /// Waits until every full frame taken so far is on the disk. A power cut loses what was taken since.
    pub fn sync(&mut self) -> Result<(), ContainerError> {
        self.write_waiting()?;
        Ok(self.medium.sync()?)
    }

    /// Writes the rest and the mark of the end, and waits until all is on the disk. After an error it can be called
    /// again.
    pub fn finish(&mut self) -> Result<ContainerInfo, ContainerError> {
        if !self.finished {
            self.write_waiting()?;
            self.cipher.seal(self.sequence, true, &self.filling, &mut self.record)?;
            self.write_record()?;
            self.finished = true;
        }
        self.medium.sync()?;
        let samples = self.samples();
        Ok(ContainerInfo {
            ids: self.ids,
            spec: self.spec,
            frames: self.sequence + 1,
            samples,
            ending: Ending::Complete,
        })
    }

    /// Samples per channel taken so far, those that wait in memory included.
    pub fn samples(&self) -> u64 {
        let frames = u64::from(self.sequence) + self.waiting.len() as u64;
        let filling = self.filling.len() as u64 / u64::from(self.spec.channels);
        frames * u64::from(self.spec.frame_samples()) + filling
    }

    /// Samples per channel that are in the file.
    pub fn samples_written(&self) -> u64 {
        if self.finished {
            self.samples()
        } else {
            u64::from(self.sequence) * u64::from(self.spec.frame_samples())
        }
    }

    fn write_waiting(&mut self) -> Result<(), ContainerError> {
        while let Some(frame) = self.waiting.front() {
            // The last number is kept for the final frame.
            let following = self.sequence.checked_add(1).ok_or(ContainerError::TooLong)?;
            self.cipher.seal(self.sequence, false, frame, &mut self.record)?;
            self.write_record()?;
            self.sequence = following;
            self.end += self.record.len() as u64;
            self.waiting.pop_front();
        }
        Ok(())
    }

    /// Writes the record at the end. A part of it that reached the file is cut off, or written over next time.
    fn write_record(&mut self) -> Result<(), ContainerError> {
        let written =
            self.medium.seek(SeekFrom::Start(self.end)).and_then(|_| self.medium.write_all(&self.record));
        if written.is_err() {
            let _ = self.medium.set_len(self.end);
        }
        Ok(written?)
    }
}

/// Room for a whole frame at once: growing would leave copies of the sound behind.
fn empty_frame(spec: &AudioSpec) -> Zeroizing<Vec<i16>> {
    Zeroizing::new(Vec::with_capacity(spec.frame_values()))
}
