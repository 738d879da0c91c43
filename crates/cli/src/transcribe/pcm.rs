//! A sound file as the speech worker's source: decoded on the way, so that a long session needs no more memory than a
//! short one.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use audio::{CancelToken, ImportError, PcmSink, Recording, SinkError};
use speech::{ChannelCount, PcmSource};

/// Decoded pieces, of a quarter of a second each, that may wait for the worker.
const WAITING: usize = 16;

/// A sound file that was decoded once to its end and is known to be whole.
pub(super) struct FilePcm {
    path: PathBuf,
    cancel: CancelToken,
    channels: ChannelCount,
    frames: u64,
    decoding: Option<Decoding>,
}

impl FilePcm {
    /// Decodes the whole file once, to find out that it can be read and how long it is. Decoding is a hundred times
    /// faster than listening, and a file that turns out to be cut short should not cost an hour first.
    pub(super) fn open(path: &Path, cancel: &CancelToken) -> Result<Self, ImportError> {
        let imported = open(path, cancel)?.import(&mut Nowhere, &mut |_| {})?;
        let channels = if imported.channels == 2 { ChannelCount::Stereo } else { ChannelCount::Mono };
        Ok(Self {
            path: path.to_owned(),
            cancel: cancel.clone(),
            channels,
            frames: imported.frames,
            decoding: None,
        })
    }
}

fn open(path: &Path, cancel: &CancelToken) -> Result<Recording, ImportError> {
    let file = File::open(path).map_err(|error| ImportError::Unreadable(error.kind()))?;
    if file.metadata().is_ok_and(|metadata| !metadata.is_file()) {
        return Err(ImportError::NotAudio);
    }
    let extension = path.extension().map(|extension| extension.to_string_lossy().into_owned());
    Recording::open(Box::new(file), extension.as_deref(), cancel)
}

struct Nowhere;

impl PcmSink for Nowhere {
    fn append(&mut self, _: &[i16]) -> Result<(), SinkError> {
        Ok(())
    }
}

impl PcmSource for FilePcm {
    fn channels(&self) -> ChannelCount {
        self.channels
    }

    fn total_frames(&self) -> Option<u64> {
        Some(self.frames)
    }

    fn read(&mut self, buffer: &mut [i16]) -> io::Result<usize> {
        let whole = buffer.len() - buffer.len() % self.channels.get();
        let decoding = match &mut self.decoding {
            Some(decoding) => decoding,
            None => self.decoding.insert(Decoding::start(&self.path, &self.cancel)?),
        };
        decoding.read(&mut buffer[..whole])
    }

    fn rewind(&mut self) -> io::Result<()> {
        self.decoding = None;
        Ok(())
    }
}

/// A decoder at work in a thread of its own.
struct Decoding {
    pieces: Option<Receiver<Vec<i16>>>,
    thread: Option<JoinHandle<Result<(), ImportError>>>,
    piece: Vec<i16>,
    taken: usize,
}

impl Decoding {
    fn start(path: &Path, cancel: &CancelToken) -> io::Result<Self> {
        let (sender, pieces) = sync_channel(WAITING);
        let (path, cancel) = (path.to_owned(), cancel.clone());
        let decode = move || open(&path, &cancel)?.import(&mut Pieces(sender), &mut |_| {}).map(drop);
        let thread = std::thread::Builder::new().name("decoding".to_owned()).spawn(decode)?;
        Ok(Self { pieces: Some(pieces), thread: Some(thread), piece: Vec::new(), taken: 0 })
    }

    fn read(&mut self, buffer: &mut [i16]) -> io::Result<usize> {
        if self.taken == self.piece.len() {
            let Some(piece) = self.pieces.as_ref().and_then(|pieces| pieces.recv().ok()) else {
                return self.end().map(|()| 0);
            };
            (self.piece, self.taken) = (piece, 0);
        }
        let count = buffer.len().min(self.piece.len() - self.taken);
        buffer[..count].copy_from_slice(&self.piece[self.taken..self.taken + count]);
        self.taken += count;
        Ok(count)
    }

    /// The decoder hung up: at the end of the file, or because something went wrong.
    fn end(&mut self) -> io::Result<()> {
        match self.thread.take().map(JoinHandle::join) {
            None | Some(Ok(Ok(()))) => Ok(()),
            Some(Ok(Err(error))) => Err(io::Error::other(error)),
            Some(Err(_)) => Err(io::Error::other(ImportError::DecoderFailed)),
        }
    }
}

impl Drop for Decoding {
    fn drop(&mut self) {
        // Hanging up ends the decoder at its next piece.
        self.pieces = None;
        let _ = self.end();
    }
}

/// Hands pieces to the reading side, and waits when it has enough.
struct Pieces(SyncSender<Vec<i16>>);

impl PcmSink for Pieces {
    fn append(&mut self, interleaved: &[i16]) -> Result<(), SinkError> {
        Ok(self.0.send(interleaved.to_vec())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A second of stereo noise as a WAV file.
    fn noise(folder: &Path) -> PathBuf {
        let mut state = 1u32;
        let samples: Vec<i16> = (0..32_000)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 18) as i16
            })
            .collect();
        let path = folder.join("noise.wav");
        let spec = audio::PcmSpec::kept(2);
        std::fs::write(&path, audio::wav_bytes(spec, &samples)).unwrap();
        path
    }

    fn read_all(pcm: &mut FilePcm, step: usize) -> Vec<i16> {
        let (mut all, mut buffer) = (Vec::new(), vec![0; step]);
        loop {
            match pcm.read(&mut buffer).unwrap() {
                0 => return all,
                count => all.extend_from_slice(&buffer[..count]),
            }
        }
    }

    #[test]
    fn reading_gives_the_same_sound_each_time_whatever_the_steps() {
        let folder = tempfile::tempdir().unwrap();
        let path = noise(folder.path());
        let mut expected = Vec::new();
        open(&path, &CancelToken::new()).unwrap().import(&mut expected, &mut |_| {}).unwrap();
        let mut pcm = FilePcm::open(&path, &CancelToken::new()).unwrap();
        assert_eq!(pcm.total_frames(), Some(16_000), "one second at 16 kHz");
        for step in [2, 1_001, 100_000] {
            assert!(read_all(&mut pcm, step) == expected, "steps of {step} samples give the whole sound");
            pcm.rewind().unwrap();
        }
        let mut some = vec![0; 64];
        let _ = pcm.read(&mut some).unwrap();
        pcm.rewind().unwrap();
        assert!(read_all(&mut pcm, 512) == expected, "rewinding in the middle starts anew");
    }
}
