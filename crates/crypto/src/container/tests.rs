//! What the container must withstand: any split, any cut, any flip, any swap, and a disk that stops.

use std::io::{Cursor, Read, Seek, SeekFrom, Write};

use proptest::prelude::*;

use super::frame::OVERHEAD;
use super::layout::{HEADER_LEN, SLOT_LEN, SLOTS};
use super::rewrap::{erase_keys, rewrap_on};
use super::*;
use crate::keys::{MasterKey, MediaKey};

/// The lowest rate there is keeps the frames small: 500 samples.
const SPEC: AudioSpec = AudioSpec { sample_rate: 1_000, channels: 2 };
const IDS: ContainerIds = ContainerIds { file_id: Uuid::from_u128(1), key_id: Uuid::from_u128(2) };

fn media(seed: u8) -> MediaKey {
    MasterKey::from_bytes([seed; 32]).derive_media_key()
}

/// A disk in memory that takes `budget` more bytes and flushes, and then refuses.
struct Disk {
    bytes: Cursor<Vec<u8>>,
    budget: u64,
}

impl Disk {
    fn new(bytes: Vec<u8>) -> Disk {
        Disk { bytes: Cursor::new(bytes), budget: u64::MAX }
    }
}

impl Read for Disk {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.bytes.read(out)
    }
}

impl Seek for Disk {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

impl Write for Disk {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(usize::try_from(self.budget).unwrap_or(usize::MAX));
        if taken == 0 && !bytes.is_empty() {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.budget -= taken as u64;
        self.bytes.write(&bytes[..taken])
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Medium for Disk {
    fn sync(&mut self) -> io::Result<()> {
        self.budget = self.budget.checked_sub(1).ok_or(io::ErrorKind::StorageFull)?;
        Ok(())
    }

    fn set_len(&mut self, length: u64) -> io::Result<()> {
        if self.budget == 0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.bytes.get_mut().truncate(length as usize);
        Ok(())
    }
}

impl Medium for &mut Disk {
    fn sync(&mut self) -> io::Result<()> {
        (**self).sync()
    }

    fn set_len(&mut self, length: u64) -> io::Result<()> {
        (**self).set_len(length)
    }
}

fn sound(values: usize) -> Vec<i16> {
    (0..values as u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 16) as i16).collect()
}

fn record(ids: ContainerIds, samples: &[i16], finish: bool) -> Vec<u8> {
    let mut disk = Disk::new(Vec::new());
    let mut writer = ContainerWriter::create_on(&mut disk, &media(1), SPEC, ids).expect("created");
    writer.append(samples).expect("taken");
    if finish {
        writer.finish().expect("finished");
    }
    drop(writer);
    disk.bytes.into_inner()
}

fn reader(bytes: Vec<u8>) -> Result<ContainerReader<Cursor<Vec<u8>>>, ContainerError> {
    ContainerReader::open_on(Cursor::new(bytes), &media(1))
}

fn read_all(reader: &mut ContainerReader<Cursor<Vec<u8>>>) -> Result<Vec<i16>, ContainerError> {
    let mut out = vec![0; reader.info().samples as usize * usize::from(SPEC.channels)];
    let filled = reader.read(0, &mut out)?;
    out.truncate(filled);
    Ok(out)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_split_and_any_range_read_back_identical(
        pieces in proptest::collection::vec(0_usize..1700, 0..8),
        start in 0_u64..6000,
        count in 0_usize..3000,
    ) {
        let samples = sound(pieces.iter().sum::<usize>() * 2);
        let mut disk = Disk::new(Vec::new());
        let mut writer = ContainerWriter::create_on(&mut disk, &media(1), SPEC, IDS).expect("created");
        let mut rest = samples.as_slice();
        for piece in pieces {
            let (now, later) = rest.split_at(piece * 2);
            writer.append(now).expect("taken");
            rest = later;
        }
        let written = writer.finish().expect("finished");
        drop(writer);
        let mut reader = reader(disk.bytes.into_inner()).expect("opens");
        prop_assert_eq!(reader.info(), written, "reader and writer agree");
        prop_assert_eq!(written.ending, Ending::Complete, "a finished recording is complete");
        prop_assert_eq!(&read_all(&mut reader).expect("reads"), &samples, "every sample comes back");
        let mut out = vec![0; count * 2];
        let filled = reader.read(start, &mut out).expect("reads");
        let from = samples.len().min(start as usize * 2);
        let to = samples.len().min(from + count * 2);
        prop_assert_eq!(&out[..filled], &samples[from..to], "a range is that part of the whole");
        prop_assert_eq!(reader.verify().expect("reads").first_bad, None, "nothing is bad");
    }

    #[test]
    fn any_flipped_bit_is_found(position in any::<proptest::sample::Index>(), bit in 0_u8..8) {
        let bytes = record(IDS, &sound(5_000), true);
        let mut changed = bytes.clone();
        let at = position.index(bytes.len());
        changed[at] ^= 1 << bit;
        let unused = |at: usize| {
            let within = |from: u64, length: usize| (from as usize..from as usize + length).contains(&at);
            at < HEADER_LEN as usize && !within(0, 96) && !within(SLOTS[0], SLOT_LEN)
        };
        match reader(changed) {
            Err(_) => prop_assert!(at < HEADER_LEN as usize, "only the header keeps a recording from opening"),
            Ok(_) if unused(at) => {}
            Ok(mut reader) => {
                let info = reader.info();
                let verified = reader.verify().expect("reads");
                let found = verified.first_bad.is_some() || info.ending != Ending::Complete;
                prop_assert!(found, "the flip at byte {at} must be found");
                let frame = (at - HEADER_LEN as usize) / SPEC.frame_bytes();
                prop_assert_eq!(verified.frames as usize, frame, "the frames before it are recovered");
                let good = frame * SPEC.frame_values();
                let mut out = vec![0; good];
                reader.read(0, &mut out).expect("the frames before it are readable");
                prop_assert_eq!(&out, &sound(5_000)[..good], "and are what was recorded");
            }
        }
    }
}

#[test]
fn a_cut_at_any_byte_recovers_exactly_the_whole_frames_before_and_goes_on() {
    let samples = sound(2_400);
    let bytes = record(IDS, &samples, true);
    let more = sound(700);
    for cut in 0..bytes.len() {
        let torn = bytes[..cut].to_vec();
        if cut < HEADER_LEN as usize {
            assert!(reader(torn).is_err(), "without its header nothing can be read (cut at {cut})");
            continue;
        }
        let whole = (cut - HEADER_LEN as usize) / SPEC.frame_bytes();
        let mut cut_short = reader(torn.clone()).expect("opens");
        let info = cut_short.info();
        let torn_bytes = (cut - HEADER_LEN as usize - whole * SPEC.frame_bytes()) as u64;
        assert_eq!(info.ending, Ending::CutShort { torn_bytes }, "cut at {cut}");
        assert_eq!(info.frames as usize, whole, "frames recovered, cut at {cut}");
        let kept = &samples[..whole * SPEC.frame_values()];
        assert_eq!(read_all(&mut cut_short).expect("reads"), kept, "samples recovered, cut at {cut}");
        if cut % 97 == 0 || torn_bytes == 0 {
            let mut disk = Disk::new(torn);
            let mut writer = ContainerWriter::resume_on(&mut disk, &media(1)).expect("goes on");
            writer.append(&more).expect("taken");
            writer.finish().expect("finished");
            drop(writer);
            let mut reader = reader(disk.bytes.into_inner()).expect("opens");
            assert_eq!(reader.info().ending, Ending::Complete, "complete after going on, cut at {cut}");
            let all = [kept, &more].concat();
            assert_eq!(read_all(&mut reader).expect("reads"), all, "old and new sound, cut at {cut}");
        }
    }
    let refused = ContainerWriter::resume_on(Disk::new(bytes), &media(1)).map(drop);
    assert!(matches!(refused, Err(ContainerError::Finished)), "a finished recording takes no more");
}

#[test]
fn frames_do_not_move_between_places_or_files() {
    let size = SPEC.frame_bytes();
    let place =
        |number: usize| HEADER_LEN as usize + number * size..HEADER_LEN as usize + (number + 1) * size;
    let bytes = record(IDS, &sound(4_500), true);
    let mut swapped = bytes.clone();
    swapped[place(1)].copy_from_slice(&bytes[place(2)]);
    swapped[place(2)].copy_from_slice(&bytes[place(1)]);
    let mut reader_of_swapped = reader(swapped).expect("opens");
    assert_eq!(reader_of_swapped.verify().expect("reads").first_bad, Some(1), "swapped frames are found");
    let mut out = vec![0; SPEC.frame_values() * 3];
    let filled = reader_of_swapped.read(0, &mut out).expect("reads up to the fault");
    assert_eq!(filled, SPEC.frame_values(), "reading stops before the bad frame");
    let fault = reader_of_swapped.read(u64::from(SPEC.frame_samples()), &mut out).expect_err("a bad frame");
    assert!(
        matches!(fault, ContainerError::BadFrame { frame: 1, recovered: 500 }),
        "the fault says how much is readable"
    );

    // Even under the same recording key, as a copied header would give, the file is part of what is authenticated.
    let other = ContainerIds { file_id: Uuid::from_u128(3), ..IDS };
    let mut mixed = record(other, &sound(4_500), true);
    mixed[place(1)].copy_from_slice(&bytes[place(1)]);
    assert_eq!(
        reader(mixed).expect("opens").verify().expect("reads").first_bad,
        Some(1),
        "foreign frames are found"
    );

    let cut = bytes[..place(3).end].to_vec();
    let mut holed = cut.clone();
    holed[place(1).start + 50] ^= 1;
    assert_eq!(
        reader(holed.clone()).expect("opens").info().ending,
        Ending::Damaged { frame: 1 },
        "a hole is named"
    );
    let refused = ContainerWriter::resume_on(Disk::new(holed), &media(1)).map(drop);
    assert!(matches!(refused, Err(ContainerError::BadFrame { frame: 1, .. })), "good sound is not cut off");
}

#[test]
fn a_full_disk_keeps_the_sound_in_memory_and_what_is_written_stays_readable() {
    let samples = sound(30_000);
    for budget in (0..70_000).step_by(2_503) {
        let mut disk = Disk::new(Vec::new());
        let mut writer = ContainerWriter::create_on(&mut disk, &media(1), SPEC, IDS).expect("created");
        writer.medium.budget = budget;
        let mut failed = false;
        for piece in samples.chunks(1_500) {
            failed |= writer.append(piece).is_err();
            let so_far = writer.medium.bytes.get_ref().clone();
            let on_disk =
                ContainerReader::open_on(Cursor::new(so_far), &media(1)).expect("readable while full");
            assert!(
                on_disk.info().samples >= writer.samples_written(),
                "what is said to be written is, at {budget}"
            );
        }
        let needed = (30 * SPEC.frame_bytes()) as u64;
        assert_eq!(failed, budget < needed, "whether the disk was full, at {budget}");
        writer.medium.budget = u64::MAX;
        let info = writer.finish().expect("finished once there is room");
        assert_eq!(info.samples, 15_000, "no sample is lost, at {budget}");
        drop(writer);
        assert_eq!(
            read_all(&mut reader(disk.bytes.into_inner()).expect("opens")).expect("reads"),
            samples,
            "{budget}"
        );
    }
    let mut disk = Disk::new(Vec::new());
    let mut writer = ContainerWriter::create_on(&mut disk, &media(1), SPEC, IDS).expect("created");
    writer.medium.budget = 0;
    let half = sound(SPEC.frame_values());
    let answers: Vec<_> = (0..200).map(|_| writer.append(&half)).collect();
    let refused = answers.iter().filter(|answer| matches!(answer, Err(ContainerError::Backlog))).count();
    assert_eq!(refused, 80, "a minute waits in memory, and no more");
}

#[test]
fn rewrapping_stopped_at_any_byte_leaves_the_recording_readable_and_can_be_repeated() {
    let (old, new, samples) = (media(1), media(2), sound(2_400));
    let bytes = record(IDS, &samples, true);
    for budget in 0..=(2 * SLOT_LEN as u64 + 2) {
        let mut disk = Disk::new(bytes.clone());
        disk.budget = budget;
        let outcome = rewrap_on(&mut disk, &old, &new);
        assert_eq!(
            outcome.is_ok(),
            budget == 2 * SLOT_LEN as u64 + 2,
            "the whole work is that long ({budget})"
        );
        let readable = |disk: &Disk, key| {
            ContainerReader::open_on(Cursor::new(disk.bytes.get_ref().clone()), key).is_ok()
        };
        assert!(
            readable(&disk, &old) || readable(&disk, &new),
            "one of the keys opens, stopped after {budget}"
        );
        disk.budget = u64::MAX;
        rewrap_on(&mut disk, &old, &new).expect("the work is finished");
        assert!(
            !readable(&disk, &old) && readable(&disk, &new),
            "only the new key opens in the end ({budget})"
        );
        rewrap_on(&mut disk, &new, &old).expect("and back again");
        assert_eq!(
            read_all(&mut reader(disk.bytes.into_inner()).expect("opens")).expect("reads"),
            samples,
            "the sound is untouched ({budget})"
        );
    }
    let refused = rewrap_on(&mut Disk::new(bytes), &media(3), &new);
    assert!(matches!(refused, Err(ContainerError::WrongMediaKey)), "a stranger's key wraps nothing");
}

#[test]
fn files_on_disk_are_private_never_overwritten_and_destroyed_by_their_key() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("recording");
    let mut writer = ContainerWriter::create(&path, &media(1), SPEC, IDS).expect("created");
    writer.append(&sound(3_000)).expect("taken");
    writer.sync().expect("on the disk");
    let again = ContainerWriter::create(&path, &media(1), SPEC, IDS).map(drop);
    assert!(matches!(again, Err(ContainerError::Io(_))), "a recording is never overwritten");
    drop(writer);
    ContainerWriter::resume(&path, &media(1)).expect("goes on").finish().expect("finished");
    assert_eq!(
        ContainerReader::open(&path, &media(1)).expect("opens").info().samples,
        1_500,
        "whole frames stay"
    );
    let wrong = ContainerReader::open(&path, &media(2)).map(drop);
    assert!(matches!(wrong, Err(ContainerError::WrongMediaKey)), "another media key is told from damage");
    rewrap(&path, &media(1), &media(2)).expect("rewrapped");
    assert_eq!(
        generations(&path).expect("readable"),
        [media(2).generation()],
        "the file names its media key"
    );

    let mut bytes = std::fs::read(&path).expect("readable");
    let mut disk = Disk::new(bytes.clone());
    erase_keys(&mut disk).expect("erased");
    let dead = ContainerReader::open_on(disk.bytes, &media(2)).map(drop);
    assert!(matches!(dead, Err(ContainerError::Destroyed)), "a destroyed key is told from damage");
    destroy(&path).expect("destroyed");
    assert!(!path.exists(), "and the file is gone");
    std::fs::write(&path, "a letter").expect("writable");
    assert!(matches!(destroy(&path), Err(ContainerError::NotAContainer)), "another file is left alone");
    assert!(path.exists(), "the other file is still there");

    // A hostile header, its checksum fitting: a frame of gigabytes is not tried.
    bytes[48..52].copy_from_slice(&u32::MAX.to_le_bytes());
    let digest = <sha2::Sha256 as sha2::Digest>::digest(&bytes[..64]);
    bytes[64..96].copy_from_slice(&digest);
    let hostile = ContainerReader::open_on(Cursor::new(bytes), &media(2)).map(drop);
    assert!(matches!(hostile, Err(ContainerError::Damaged)), "values out of range are refused");
    let bad =
        ContainerWriter::create_on(Disk::new(Vec::new()), &media(1), AudioSpec { channels: 0, ..SPEC }, IDS);
    assert!(matches!(bad.map(drop), Err(ContainerError::BadSpec)), "and are not written either");
    assert_eq!(OVERHEAD, 52, "the overhead of a frame is part of the format");
}
