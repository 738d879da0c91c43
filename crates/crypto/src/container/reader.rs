//! Reading a recording, whole or cut short, from any position.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use zeroize::Zeroizing;

use super::frame::{FrameCipher, OVERHEAD};
use super::layout::{HEADER_LEN, Header};
use super::{AudioSpec, ContainerError, ContainerIds, ContainerInfo, Ending};
use crate::keys::MediaKey;

/// Reads a container. Holds one frame in memory, whatever the length of the recording.
pub struct ContainerReader<R: Read + Seek = File> {
    medium: R,
    cipher: FrameCipher,
    spec: AudioSpec,
    ids: ContainerIds,
    /// Whole frames that can be read, the final one not counted.
    whole: u32,
    /// Values in the final frame; `None` if there is no final frame.
    tail: Option<usize>,
    ending: Ending,
    cached: Option<(u32, Zeroizing<Vec<i16>>)>,
    record: Vec<u8>,
}

/// What a reading of every frame found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// Good frames before the first bad one.
    pub frames: u32,
    /// Samples per channel in them.
    pub samples: u64,
    /// The first bad frame, if any.
    pub first_bad: Option<u32>,
}

impl ContainerReader<File> {
    /// Opens a container. One that ends as it should is opened by its header and its final frame alone, and damage
    /// in between shows at reading or by [`verify`](Self::verify); one that was cut short is read through.
    pub fn open(path: &Path, media: &MediaKey) -> Result<ContainerReader, ContainerError> {
        Self::open_on(File::open(path)?, media)
    }
}

impl<R: Read + Seek> ContainerReader<R> {
    /// As [`open`](ContainerReader::open), on any medium.
    pub fn open_on(mut medium: R, media: &MediaKey) -> Result<Self, ContainerError> {
        let header = Header::read(&mut medium)?;
        let cipher = FrameCipher::new(&header.unwrap(media)?, header.ids.file_id);
        let mut reader = ContainerReader {
            medium,
            cipher,
            spec: header.spec,
            ids: header.ids,
            whole: 0,
            tail: None,
            ending: Ending::CutShort { torn_bytes: 0 },
            cached: None,
            record: Vec::new(),
        };
        reader.find_end()?;
        Ok(reader)
    }

    fn find_end(&mut self) -> Result<(), ContainerError> {
        let length = self.medium.seek(SeekFrom::End(0))?;
        let body = length.checked_sub(HEADER_LEN).ok_or(ContainerError::Damaged)?;
        let frame = self.spec.frame_bytes() as u64;
        let places = u32::try_from(body / frame).map_err(|_| ContainerError::Damaged)?;
        let rest = (body % frame) as usize;
        let last = self.read_frame(places, true, rest)?;
        if let Some(samples) =
            last.filter(|samples| samples.len().is_multiple_of(usize::from(self.spec.channels)))
        {
            self.whole = places;
            self.tail = Some(samples.len());
            self.cached = Some((places, samples));
            self.ending = Ending::Complete;
            return Ok(());
        }
        let good = self.count_good(places)?;
        self.whole = good;
        self.ending = Ending::CutShort { torn_bytes: body - u64::from(good) * frame };
        for later in good.saturating_add(1)..places {
            if self.read_frame(later, false, self.spec.frame_bytes())?.is_some() {
                self.ending = Ending::Damaged { frame: good };
                break;
            }
        }
        Ok(())
    }

    /// How many frames of the first `places` are good, up to the first bad one.
    fn count_good(&mut self, places: u32) -> Result<u32, ContainerError> {
        for sequence in 0..places {
            if self.read_frame(sequence, false, self.spec.frame_bytes())?.is_none() {
                return Ok(sequence);
            }
        }
        Ok(places)
    }

    /// What the recording is and how much of it can be read.
    pub fn info(&self) -> ContainerInfo {
        ContainerInfo {
            ids: self.ids,
            spec: self.spec,
            frames: self.whole + u32::from(self.tail.is_some()),
            samples: self.values() / u64::from(self.spec.channels),
            ending: self.ending,
        }
    }

    /// Fills `out` with interleaved samples from `position` (samples per channel) on, and returns how many values
    /// were filled: fewer than asked at the end, or before a bad frame, which the next call then reports.
    pub fn read(&mut self, position: u64, out: &mut [i16]) -> Result<usize, ContainerError> {
        let channels = usize::from(self.spec.channels);
        if !out.len().is_multiple_of(channels) {
            return Err(ContainerError::Uneven);
        }
        let per_frame = self.spec.frame_values() as u64;
        let total = self.values();
        let Some(start) = position.checked_mul(channels as u64).filter(|start| *start < total) else {
            return Ok(0);
        };
        let wanted = usize::try_from(total - start).map_or(out.len(), |left| left.min(out.len()));
        let mut filled = 0;
        while filled < wanted {
            let at = start + filled as u64;
            let sequence = (at / per_frame) as u32;
            let frame = match self.frame(sequence) {
                Err(ContainerError::BadFrame { .. }) if filled > 0 => return Ok(filled),
                frame => frame?,
            };
            let from = &frame[(at % per_frame) as usize..];
            let count = from.len().min(wanted - filled);
            out[filled..filled + count].copy_from_slice(&from[..count]);
            filled += count;
        }
        Ok(filled)
    }

    /// Reads every frame and says how many are good, up to the first bad one.
    pub fn verify(&mut self) -> Result<Verified, ContainerError> {
        let whole = self.whole;
        let good = self.count_good(whole)?;
        let per_frame = u64::from(self.spec.frame_samples());
        if good < whole {
            return Ok(Verified {
                frames: good,
                samples: u64::from(good) * per_frame,
                first_bad: Some(good),
            });
        }
        let ContainerInfo { frames, samples, .. } = self.info();
        let Some(values) = self.tail else {
            let damaged = matches!(self.ending, Ending::Damaged { .. });
            return Ok(Verified { frames, samples, first_bad: damaged.then_some(whole) });
        };
        // Read again: the final frame may have changed since it was opened.
        if self.read_frame(whole, true, values * 2 + OVERHEAD)?.is_some() {
            return Ok(Verified { frames, samples, first_bad: None });
        }
        Ok(Verified { frames: whole, samples: u64::from(whole) * per_frame, first_bad: Some(whole) })
    }

    pub(super) fn into_parts(self) -> (R, FrameCipher) {
        (self.medium, self.cipher)
    }

    /// Values (samples of all channels) that can be read.
    fn values(&self) -> u64 {
        u64::from(self.whole) * self.spec.frame_values() as u64 + self.tail.unwrap_or(0) as u64
    }

    fn frame(&mut self, sequence: u32) -> Result<&[i16], ContainerError> {
        if self.cached.as_ref().is_none_or(|(cached, _)| *cached != sequence) {
            let bytes = match self.tail {
                Some(values) if sequence == self.whole => values * 2 + OVERHEAD,
                _ => self.spec.frame_bytes(),
            };
            let recovered = u64::from(sequence) * u64::from(self.spec.frame_samples());
            let bad = ContainerError::BadFrame { frame: sequence, recovered };
            let samples = self.read_frame(sequence, sequence == self.whole, bytes)?.ok_or(bad)?;
            self.cached = Some((sequence, samples));
        }
        Ok(self.cached.as_ref().map_or(&[], |(_, samples)| samples.as_slice()))
    }

    /// The samples of a frame of `bytes` bytes; `None` if it is not there whole or does not authenticate.
    fn read_frame(
        &mut self,
        sequence: u32,
        is_final: bool,
        bytes: usize,
    ) -> Result<Option<Zeroizing<Vec<i16>>>, ContainerError> {
        let offset = HEADER_LEN + u64::from(sequence) * self.spec.frame_bytes() as u64;
        self.medium.seek(SeekFrom::Start(offset))?;
        self.record.clear();
        self.medium.by_ref().take(bytes as u64).read_to_end(&mut self.record)?;
        if self.record.len() != bytes {
            return Ok(None);
        }
        Ok(self.cipher.open(sequence, is_final, &mut self.record))
    }
}
