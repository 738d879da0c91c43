//! The header of a container: what the recording is, and its key in one of two slots.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::{AudioSpec, ContainerError, ContainerIds};
use crate::keys::{MediaKey, Secret};
use crate::random::NoRandomness;
use crate::seal::{WRAPPED_LEN, unwrap_key, wrap_key};

pub(super) const HEADER_LEN: u64 = 8192;
pub(super) const MAGIC: &[u8; 8] = b"ATTUNEAU";
const VERSION: u32 = 1;
const PCM_S16LE: u16 = 1;
const FIXED: usize = 64;
const DIGEST: usize = 32;
const GENERATION: usize = 16;
const CHECK: usize = 8;
pub(super) const SLOT_LEN: usize = GENERATION + WRAPPED_LEN + CHECK;
/// Where the two key slots lie: in different pages.
pub(super) const SLOTS: [u64; 2] = [(FIXED + DIGEST) as u64, 4096];
const LABEL: &[u8] = b"attune/v1/recording key";

/// A header read from a file, its key not yet unwrapped.
pub(super) struct Header {
    pub(super) spec: AudioSpec,
    pub(super) ids: ContainerIds,
    fixed: [u8; FIXED],
    slots: [[u8; SLOT_LEN]; 2],
}

impl Header {
    /// The bytes of a new header holding `key` in its first slot.
    pub(super) fn make(
        spec: AudioSpec,
        ids: ContainerIds,
        media: &MediaKey,
        key: &Secret,
    ) -> Result<Vec<u8>, ContainerError> {
        if !spec.is_valid() {
            return Err(ContainerError::BadSpec);
        }
        let mut fixed = [0; FIXED];
        fixed[..8].copy_from_slice(MAGIC);
        fixed[8..12].copy_from_slice(&VERSION.to_le_bytes());
        fixed[16..32].copy_from_slice(ids.file_id.as_bytes());
        fixed[32..48].copy_from_slice(ids.key_id.as_bytes());
        fixed[48..52].copy_from_slice(&spec.sample_rate.to_le_bytes());
        fixed[52..54].copy_from_slice(&spec.channels.to_le_bytes());
        fixed[54..56].copy_from_slice(&PCM_S16LE.to_le_bytes());
        let mut bytes = vec![0; HEADER_LEN as usize];
        bytes[..FIXED].copy_from_slice(&fixed);
        bytes[FIXED..FIXED + DIGEST].copy_from_slice(&Sha256::digest(fixed));
        let slot = slot_bytes(&fixed, media, key)?;
        bytes[SLOTS[0] as usize..][..SLOT_LEN].copy_from_slice(&slot);
        Ok(bytes)
    }

    /// Reads and bounds the header; nothing is authenticated before a slot is unwrapped.
    pub(super) fn read(medium: &mut (impl Read + Seek)) -> Result<Header, ContainerError> {
        medium.seek(SeekFrom::Start(0))?;
        let mut bytes = Vec::with_capacity(HEADER_LEN as usize);
        medium.by_ref().take(HEADER_LEN).read_to_end(&mut bytes)?;
        if !bytes.starts_with(MAGIC) {
            return Err(ContainerError::NotAContainer);
        }
        let fixed: [u8; FIXED] = *bytes.first_chunk().ok_or(ContainerError::Damaged)?;
        if bytes.len() < HEADER_LEN as usize || bytes[FIXED..FIXED + DIGEST] != *Sha256::digest(fixed) {
            return Err(ContainerError::Damaged);
        }
        let version = u32_at(&fixed, 8);
        if version > VERSION {
            return Err(ContainerError::TooNew { version });
        }
        let spec = AudioSpec { sample_rate: u32_at(&fixed, 48), channels: u16_at(&fixed, 52) };
        if version != VERSION || u16_at(&fixed, 54) != PCM_S16LE || !spec.is_valid() {
            return Err(ContainerError::Damaged);
        }
        let ids = ContainerIds { file_id: uuid_at(&fixed, 16), key_id: uuid_at(&fixed, 32) };
        let slots = SLOTS.map(|offset| {
            let mut slot = [0; SLOT_LEN];
            slot.copy_from_slice(&bytes[offset as usize..][..SLOT_LEN]);
            slot
        });
        Ok(Header { spec, ids, fixed, slots })
    }

    /// The recording's key.
    pub(super) fn unwrap(&self, media: &MediaKey) -> Result<Secret, ContainerError> {
        let generation = media.generation();
        let mut another = false;
        let mut blank = true;
        for slot in &self.slots {
            blank &= slot.iter().all(|byte| *byte == 0);
            let Some((found, wrapped)) = self.parse_slot(slot) else { continue };
            if found != generation {
                another = true;
            } else if let Some(key) = unwrap_key(media.bytes(), &context(&self.fixed, &found), wrapped) {
                return Ok(key);
            }
        }
        Err(match (blank, another) {
            (true, _) => ContainerError::Destroyed,
            (_, true) => ContainerError::WrongMediaKey,
            _ => ContainerError::Damaged,
        })
    }

    /// Which slot, if any, is wrapped under the media key of `generation`.
    pub(super) fn slot_of(&self, generation: &[u8; GENERATION]) -> Option<usize> {
        self.slots
            .iter()
            .position(|slot| self.parse_slot(slot).is_some_and(|(found, _)| found == *generation))
    }

    /// A slot of this header that holds `key` wrapped under `media`.
    pub(super) fn slot(&self, media: &MediaKey, key: &Secret) -> Result<[u8; SLOT_LEN], NoRandomness> {
        slot_bytes(&self.fixed, media, key)
    }

    fn parse_slot<'a>(&self, slot: &'a [u8; SLOT_LEN]) -> Option<([u8; GENERATION], &'a [u8; WRAPPED_LEN])> {
        let (generation, rest) = slot.split_first_chunk()?;
        let (wrapped, written) = rest.split_first_chunk()?;
        (*written == check(&self.fixed, generation, wrapped)).then_some((*generation, wrapped))
    }
}

/// The generations of the media keys that open the container: none if its key was destroyed, two while a
/// re-wrapping is under way.
pub fn generations(path: &Path) -> Result<Vec<[u8; 16]>, ContainerError> {
    let header = Header::read(&mut File::open(path)?)?;
    Ok(header
        .slots
        .iter()
        .filter_map(|slot| header.parse_slot(slot))
        .map(|(generation, _)| generation)
        .collect())
}

/// Reads whether what is there begins as a container does, or is the beginning of such a beginning.
pub(super) fn is_ours(medium: &mut impl Read) -> io::Result<bool> {
    let mut beginning = Vec::new();
    medium.take(MAGIC.len() as u64).read_to_end(&mut beginning)?;
    Ok(MAGIC.starts_with(&beginning))
}

fn slot_bytes(fixed: &[u8; FIXED], media: &MediaKey, key: &Secret) -> Result<[u8; SLOT_LEN], NoRandomness> {
    let generation = media.generation();
    let wrapped = wrap_key(media.bytes(), &context(fixed, &generation), key)?;
    let mut slot = [0; SLOT_LEN];
    slot[..GENERATION].copy_from_slice(&generation);
    slot[GENERATION..GENERATION + WRAPPED_LEN].copy_from_slice(&wrapped);
    slot[GENERATION + WRAPPED_LEN..].copy_from_slice(&check(fixed, &generation, &wrapped));
    Ok(slot)
}

/// The whole description of the recording is authenticated together with its key.
fn context(fixed: &[u8; FIXED], generation: &[u8; GENERATION]) -> Vec<u8> {
    [LABEL, fixed.as_slice(), generation].concat()
}

/// Tells a torn write from a whole one.
fn check(fixed: &[u8; FIXED], generation: &[u8; GENERATION], wrapped: &[u8; WRAPPED_LEN]) -> [u8; CHECK] {
    let digest = Sha256::new().chain_update(fixed).chain_update(generation).chain_update(wrapped).finalize();
    let mut short = [0; CHECK];
    short.copy_from_slice(&digest[..CHECK]);
    short
}

fn u32_at(bytes: &[u8; FIXED], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn u16_at(bytes: &[u8; FIXED], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn uuid_at(bytes: &[u8; FIXED], at: usize) -> Uuid {
    let mut id = [0; 16];
    id.copy_from_slice(&bytes[at..at + 16]);
    Uuid::from_bytes(id)
}
