//! Two hours go through in constant memory. On its own, because it measures the whole process.

use audio::{CancelToken, PcmSink, PcmSpec, Recording, SinkError, wav_header};
use std::io::{self, Read, Seek, SeekFrom};

/// Two hours of a stereo WAV file whose bytes are made when they are read.
struct Endless {
    header: [u8; 44],
    len: u64,
    at: u64,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = buffer.len().min((self.len - self.at) as usize);
        for (byte, at) in buffer[..size].iter_mut().zip(self.at..) {
            *byte = *self.header.get(at as usize).unwrap_or(&((at * 31 / 7) as u8 & 0x1f));
        }
        self.at += size as u64;
        Ok(size)
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::Current(by) => self.at.saturating_add_signed(by),
            SeekFrom::End(by) => self.len.saturating_add_signed(by),
        }
        .min(self.len);
        Ok(self.at)
    }
}

#[derive(Default)]
struct Counted(u64);

impl PcmSink for Counted {
    fn append(&mut self, interleaved: &[i16]) -> Result<(), SinkError> {
        self.0 += interleaved.len() as u64;
        Ok(())
    }
}

/// The most memory the process has held, in bytes.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? * 1024)
}

#[test]
fn two_hours_in_constant_memory() {
    let frames = 2 * 3_600 * 44_100u64;
    let header = wav_header(PcmSpec { rate: 44_100, channels: 2 }, frames);
    let source = Endless { header, len: 44 + frames * 4, at: 0 };
    let before = peak();
    let recording = Recording::open(Box::new(source), Some("wav"), &CancelToken::new()).unwrap();
    let mut sink = Counted::default();
    let imported = recording.import(&mut sink, &mut |_| {}).unwrap();
    assert_eq!(sink.0, 2 * 3_600 * 16_000 * 2, "every sample of two hours arrives");
    assert_eq!(imported.duration_ms, 7_200_000, "and the duration is exact");
    let (Some(before), Some(after)) = (before, peak()) else {
        println!("skipped: this system does not tell the peak of memory");
        return;
    };
    let grown = after - before;
    assert!(grown < 16 << 20, "1.2 GB of sound took {grown} bytes of memory");
}
