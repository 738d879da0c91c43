use crate::sound::{ffmpeg, import, shared, tones, wav};
use audio::{CancelToken, ImportError, Recording};
use proptest::prelude::*;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::sync::OnceLock;

const EXTENSIONS: [&str; 9] = ["wav", "flac", "mp3", "m4a", "aac", "ogg", "aiff", "caf", "opus"];

#[test]
fn the_hostile_files_are_refused() {
    let Some(folder) = shared("audio/malformed") else { return };
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let error = import(std::fs::read(&path).unwrap(), Some("wav")).err();
        let text = error.unwrap_or_else(|| panic!("{path:?} must be refused")).to_string();
        assert!(text.contains("Nothing was imported"), "the person is told what happened: {text}");
        assert!(!text.contains("malformed/"), "no path in a message: {text}");
    }
}

fn header(rate: u32, channels: u16, data: u32) -> Vec<u8> {
    let spec = audio::PcmSpec { rate, channels };
    let mut bytes = audio::wav_header(spec, 0).to_vec();
    bytes[4..8].copy_from_slice(&data.saturating_add(36).to_le_bytes());
    bytes[40..44].copy_from_slice(&data.to_le_bytes());
    bytes
}

#[test]
fn claims_are_checked_before_anything_is_made_of_them() {
    let error = |bytes: Vec<u8>| import(bytes, Some("wav")).err();
    assert!(matches!(error(vec![]), Some(ImportError::Empty)), "no bytes");
    assert!(matches!(error(header(16_000, 1, 0)), Some(ImportError::NoSound)), "a header and nothing else");
    let claimed = error(header(16_000, 1, 1_700_000_000));
    assert!(
        matches!(claimed, Some(ImportError::Truncated { read_ms: 0, .. })),
        "1.7 GB in 44 bytes: {claimed:?}"
    );
    let mut fast = header(4_000_000, 1, 64);
    fast.resize(108, 1);
    assert!(matches!(error(fast), Some(ImportError::RateOutOfBounds { rate: 4_000_000 })), "4 MHz");
    let mut wide = header(16_000, 1_000, 64_000);
    wide.resize(64_044, 1);
    assert!(error(wide).is_some(), "a thousand channels");
    let text = b"Notes of a session, kept in a text file whose name ends in .wav by mistake.".repeat(50);
    assert!(matches!(error(text), Some(ImportError::NotAudio)), "a text file");
}

#[test]
fn thirteen_hours_are_refused_in_the_course_of_reading() {
    // 8-bit at 1 kHz: 13 hours in 47 MB.
    let frames = 13 * 3_600_000u32;
    let mut bytes = header(1_000, 1, frames);
    bytes[28..32].copy_from_slice(&1_000u32.to_le_bytes());
    bytes[32..36].copy_from_slice(&[1, 0, 8, 0]);
    bytes.resize(44 + frames as usize, 128);
    let error = import(bytes, Some("wav")).err();
    assert!(matches!(error, Some(ImportError::TooLong { hours: 12 })), "longer than 12 hours: {error:?}");
}

/// A file on a drive that is taken out at some point.
struct Failing(Cursor<Vec<u8>>, u64);

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.0.position() >= self.1 {
            return Err(io::ErrorKind::NotConnected.into());
        }
        let size = buffer.len().min(4_096);
        self.0.read(&mut buffer[..size])
    }
}

impl Seek for Failing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.0.seek(to)
    }
}

#[test]
fn a_failing_drive_is_told_from_a_damaged_file() {
    let file = wav(44_100, 2, &tones(44_100, 5.0, &[440.0, 880.0]));
    for at in (0..file.len() as u64).step_by(90_001) {
        let source = Failing(Cursor::new(file.clone()), at);
        let result = Recording::open(Box::new(source), Some("wav"), &CancelToken::new())
            .and_then(|r| r.import(&mut Vec::new(), &mut |_| {}));
        assert!(
            matches!(result, Err(ImportError::Unreadable(io::ErrorKind::NotConnected))),
            "failing at byte {at}: {result:?}"
        );
    }
}

struct Full(usize);

impl audio::PcmSink for Full {
    fn append(&mut self, _: &[i16]) -> Result<(), audio::SinkError> {
        self.0 = self.0.checked_sub(1).ok_or("the disk is full")?;
        Ok(())
    }
}

#[test]
fn a_sink_that_fails_at_the_nth_piece_ends_the_import() {
    let file = wav(44_100, 1, &tones(44_100, 2.0, &[440.0]));
    let run = |pieces| {
        let source = Box::new(Cursor::new(file.clone()));
        let recording = Recording::open(source, Some("wav"), &CancelToken::new()).unwrap();
        recording.import(&mut Full(pieces), &mut |_| {})
    };
    let needed = (0..100_000).find(|pieces| run(*pieces).is_ok()).expect("some number is enough");
    assert!(needed > 4, "the sound arrives in pieces, here {needed}");
    for pieces in 0..needed {
        assert!(
            matches!(run(pieces), Err(ImportError::Sink(_))),
            "full at piece {pieces}: the error comes through"
        );
    }
}

#[test]
fn a_cancel_ends_the_import() {
    let file = wav(8_000, 1, &tones(8_000, 60.0, &[440.0]));
    let cancel = CancelToken::new();
    let recording = Recording::open(Box::new(Cursor::new(file)), Some("wav"), &cancel).unwrap();
    let mut reports = Vec::new();
    let result = recording.import(&mut Vec::new(), &mut |progress| {
        reports.push(progress.imported_ms);
        if reports.len() == 3 {
            cancel.cancel();
        }
    });
    assert!(matches!(result, Err(ImportError::Cancelled)), "cancelled: {result:?}");
    assert!(reports.is_sorted() && reports.len() == 3, "progress grows and then stops: {reports:?}");
}

/// One small whole file of every kind that can be made here.
fn whole_files() -> &'static [(String, Vec<u8>)] {
    static FILES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    FILES.get_or_init(|| {
        let file = wav(22_050, 2, &tones(22_050, 0.8, &[440.0, 1_250.0]));
        let made = EXTENSIONS.iter().filter_map(|e| Some((e.to_string(), ffmpeg(&file, e, &[])?)));
        made.chain([("wav".to_owned(), file.clone())]).collect()
    })
}

/// Runs an import of anything and checks what must hold of any file.
fn survives(bytes: Vec<u8>, extension: &str) -> Result<(), TestCaseError> {
    let size = bytes.len() as u64;
    match import(bytes, Some(extension)) {
        Ok(result) => {
            let ms = result.imported.duration_ms;
            // Silence can be coded in next to nothing, but not in nothing: no file makes hours out of kilobytes.
            prop_assert!(ms <= 60_000 + size * 60, "{size} bytes became {ms} ms");
        }
        Err(ImportError::Sink(_) | ImportError::Unreadable(_) | ImportError::Cancelled) => {
            prop_assert!(false, "bad content is the file's fault and nobody else's");
        }
        Err(_) => {}
    }
    Ok(())
}

/// How files of each kind begin.
const MAGIC: &[&[u8]] = &[
    b"",
    b"RIFF\x24\0\0\0WAVEfmt ",
    b"fLaC\0\0\0\x22",
    b"OggS\0\x02",
    b"ID3\x04\0\0",
    b"\xff\xfb\x90\x64",
    b"\0\0\0\x18ftypM4A \0\0\0\0",
    b"FORM\0\0\0\x24AIFFCOMM",
    b"\xff\xf1\x50\x80",
    b"caff\0\x01\0\0desc",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn arbitrary_bytes_never_break_it(
        magic in proptest::sample::select(MAGIC),
        body in proptest::collection::vec(any::<u8>(), 0..4_000),
        extension in proptest::sample::select(&EXTENSIONS[..]),
    ) {
        survives([magic, &body[..]].concat(), extension)?;
    }

    #[test]
    fn mutated_files_never_break_it(
        which in any::<proptest::sample::Index>(),
        early in proptest::collection::vec((0usize..512, any::<u8>()), 0..6),
        late in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 0..12),
        cut in proptest::option::of(any::<proptest::sample::Index>()),
    ) {
        let (extension, whole) = which.get(whole_files());
        let mut bytes = whole.clone();
        for (at, value) in early {
            let at = at % bytes.len();
            bytes[at] = value;
        }
        for (at, value) in late {
            *at.get_mut(&mut bytes) = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(whole.len()));
        }
        survives(bytes, extension)?;
    }
}
