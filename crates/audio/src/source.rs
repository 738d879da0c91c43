use crate::CancelToken;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use symphonia::core::io::MediaSource;

/// What a recording can be read from: a file, or bytes in memory behind a cursor.
pub trait ReadSeek: Read + Seek + Send + Sync {}
impl<T: Read + Seek + Send + Sync> ReadSeek for T {}

/// Bytes a demuxer may read for each byte of the file before it is taken to run in circles. Badly
/// interleaved MP4 files make it read ahead in vain many times.
const READS_PER_BYTE: u64 = 64;
/// The same, for small files, where headers weigh more.
const READ_FLOOR: u64 = 64 << 20;
/// The most one read of a forward-only source returns. It keeps [`Watch::position`] within so many bytes of
/// what the demuxer has taken, which is how bytes skipped inside a damaged MP3 are counted.
pub(crate) const READ_AHEAD: usize = 64;

/// What is known about the reading of a source while demuxer and decoder own it.
#[derive(Debug)]
pub(crate) struct Watch {
    pub(crate) len: u64,
    /// The first bytes of the file, zero where it is shorter.
    pub(crate) magic: [u8; 12],
    position: AtomicU64,
    read: AtomicU64,
    seekable: AtomicBool,
    cancel: CancelToken,
    fault: Mutex<Option<io::ErrorKind>>,
}

impl Watch {
    pub(crate) fn position(&self) -> u64 {
        self.position.load(Ordering::Relaxed)
    }

    /// The error of the file itself, as opposed to what a demuxer thinks of its content.
    pub(crate) fn fault(&self) -> Option<io::ErrorKind> {
        *self.fault.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether everything was read. Otherwise an unexpected end is one inside damaged data.
    pub(crate) fn at_end(&self) -> bool {
        self.position() >= self.len
    }

    /// Whether reading can go no further: cancelled, failed, or out of budget.
    pub(crate) fn stopped(&self) -> bool {
        self.cancel.is_cancelled() || self.fault().is_some() || self.exhausted()
    }

    fn exhausted(&self) -> bool {
        let allowed = self.len.saturating_mul(READS_PER_BYTE).saturating_add(READ_FLOOR);
        self.read.load(Ordering::Relaxed) > allowed
    }

    pub(crate) fn set_seekable(&self, seekable: bool) {
        self.seekable.store(seekable, Ordering::Relaxed);
    }

    fn failed(&self, error: io::Error) -> io::Error {
        *self.fault.lock().unwrap_or_else(PoisonError::into_inner) = Some(error.kind());
        error
    }
}

/// A source under watch: bounded, cancellable, its errors remembered.
pub(crate) struct Source {
    inner: io::BufReader<Box<dyn ReadSeek>>,
    watch: Arc<Watch>,
}

impl Source {
    pub(crate) fn new(mut inner: Box<dyn ReadSeek>, cancel: CancelToken) -> io::Result<(Self, Arc<Watch>)> {
        let len = inner.seek(SeekFrom::End(0))?;
        inner.rewind()?;
        let mut first = Vec::new();
        (&mut inner).take(12).read_to_end(&mut first)?;
        inner.rewind()?;
        let mut magic = [0; 12];
        magic[..first.len()].copy_from_slice(&first);
        let watch = Arc::new(Watch {
            len,
            magic,
            position: AtomicU64::new(0),
            read: AtomicU64::new(0),
            seekable: AtomicBool::new(true),
            cancel,
            fault: Mutex::new(None),
        });
        Ok((Source { inner: io::BufReader::with_capacity(1 << 16, inner), watch: watch.clone() }, watch))
    }
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.watch.cancel.is_cancelled() {
            return Err(io::Error::other("cancelled"));
        }
        if self.watch.exhausted() {
            return Err(io::Error::other("the demuxer runs in circles"));
        }
        let most = if self.is_seekable() { usize::MAX } else { READ_AHEAD };
        let size = buffer.len().min(most);
        let read = self.inner.read(&mut buffer[..size]).map_err(|e| match e.kind() {
            io::ErrorKind::Interrupted => e,
            _ => self.watch.failed(e),
        })?;
        self.watch.read.fetch_add(read as u64, Ordering::Relaxed);
        self.watch.position.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Seek for Source {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        // A damaged file asks for places before its start; that is its fault and not the disk's.
        let here = self.watch.position() as i64;
        let target = match to {
            SeekFrom::Start(at) => i64::try_from(at).ok(),
            SeekFrom::Current(by) => here.checked_add(by),
            SeekFrom::End(by) => (self.watch.len as i64).checked_add(by),
        };
        let target =
            target.filter(|at| *at >= 0).ok_or_else(|| io::Error::from(io::ErrorKind::UnexpectedEof))?;
        self.inner.seek_relative(target - here).map_err(|e| self.watch.failed(e))?;
        self.watch.position.store(target as u64, Ordering::Relaxed);
        // Every seek costs budget too, so that a loop made of seeks alone comes to an end.
        self.watch.read.fetch_add(64, Ordering::Relaxed);
        Ok(target as u64)
    }
}

impl MediaSource for Source {
    fn is_seekable(&self) -> bool {
        self.watch.seekable.load(Ordering::Relaxed)
    }

    fn byte_len(&self) -> Option<u64> {
        Some(self.watch.len)
    }
}
