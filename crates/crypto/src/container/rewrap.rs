//! Wrapping a recording's key under another media key, and destroying it.

use std::fs::{self, OpenOptions};
use std::io::SeekFrom;
use std::path::Path;

use super::layout::{Header, SLOT_LEN, SLOTS, is_ours};
use super::{ContainerError, Medium};
use crate::files::{directory_of, sync_directory};
use crate::keys::MediaKey;

/// Wraps the recording's key under `new` in place of `old`; the audio is not touched. A kill at any moment leaves
/// it readable by one of the two or by both, and calling this again finishes the work.
pub fn rewrap(path: &Path, old: &MediaKey, new: &MediaKey) -> Result<(), ContainerError> {
    rewrap_on(&mut OpenOptions::new().read(true).write(true).open(path)?, old, new)
}

pub(super) fn rewrap_on(
    medium: &mut impl Medium,
    old: &MediaKey,
    new: &MediaKey,
) -> Result<(), ContainerError> {
    let (from, to) = (old.generation(), new.generation());
    if from == to {
        return Header::read(medium)?.unwrap(old).map(drop);
    }
    let mut header = Header::read(medium)?;
    if header.unwrap(new).is_err() {
        let key = header.unwrap(old)?;
        let target = if header.slot_of(&from) == Some(0) { 1 } else { 0 };
        write_slot(medium, target, &header.slot(new, &key)?)?;
        // What counts is what can be read back, not what was sent.
        header = Header::read(medium)?;
        header.unwrap(new)?;
    }
    match header.slot_of(&from) {
        Some(done_with) => write_slot(medium, done_with, &[0; SLOT_LEN]),
        None => Ok(()),
    }
}

/// Destroys the recording: overwrites its key in both slots, waits until that is on the disk, then deletes the
/// file. If a kill comes between, the file that is left is unreadable, and calling this again deletes it.
///
/// A file that is not a container is refused. What a disk or a file system keeps of overwritten blocks, and what
/// back-ups hold, is out of our hands; the key there is still wrapped under the vault's media key.
pub fn destroy(path: &Path) -> Result<(), ContainerError> {
    let mut file = OpenOptions::new().read(true).write(true).open(path)?;
    if !is_ours(&mut file)? {
        return Err(ContainerError::NotAContainer);
    }
    erase_keys(&mut file)?;
    drop(file);
    fs::remove_file(path)?;
    Ok(sync_directory(&directory_of(path))?)
}

pub(super) fn erase_keys(medium: &mut impl Medium) -> Result<(), ContainerError> {
    (0..SLOTS.len()).try_for_each(|slot| write_slot(medium, slot, &[0; SLOT_LEN]))
}

fn write_slot(medium: &mut impl Medium, slot: usize, bytes: &[u8; SLOT_LEN]) -> Result<(), ContainerError> {
    medium.seek(SeekFrom::Start(SLOTS[slot]))?;
    medium.write_all(bytes)?;
    Ok(medium.sync()?)
}
