//! One frame: sequence, payload length, flags, nonce, ciphertext, tag.

use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::keys::Secret;
use crate::random::{self, NoRandomness};

const PREFIX: usize = 12;
const NONCE: usize = 24;
const TAG: usize = 16;
/// Bytes of a frame besides its payload.
pub(super) const OVERHEAD: usize = PREFIX + NONCE + TAG;
const FINAL: u32 = 1;

/// Encrypts and decrypts the frames of one file.
pub(super) struct FrameCipher {
    cipher: XChaCha20Poly1305,
    file_id: Uuid,
}

impl FrameCipher {
    pub(super) fn new(key: &Secret, file_id: Uuid) -> FrameCipher {
        FrameCipher { cipher: XChaCha20Poly1305::new((&**key).into()), file_id }
    }

    /// Writes the frame into `record`, in place of what was there.
    pub(super) fn seal(
        &self,
        sequence: u32,
        is_final: bool,
        samples: &[i16],
        record: &mut Vec<u8>,
    ) -> Result<(), NoRandomness> {
        let nonce: [u8; NONCE] = random::array()?;
        let flags = if is_final { FINAL } else { 0 };
        record.clear();
        record.reserve(samples.len() * 2 + OVERHEAD);
        for value in [sequence, samples.len() as u32 * 2, flags] {
            record.extend_from_slice(&value.to_le_bytes());
        }
        record.extend_from_slice(&nonce);
        record.resize(PREFIX + NONCE + samples.len() * 2, 0);
        for (pair, sample) in record[PREFIX + NONCE..].chunks_exact_mut(2).zip(samples) {
            pair.copy_from_slice(&sample.to_le_bytes());
        }
        let (prefix, rest) = record.split_at_mut(PREFIX);
        let tag = self
            .cipher
            .encrypt_inout_detached(&XNonce::from(nonce), &self.bound_to(prefix), (&mut rest[NONCE..]).into())
            .expect("a frame is far below the cipher's limit");
        record.extend_from_slice(&tag);
        Ok(())
    }

    /// The samples of the frame that fills `record`, if it is frame `sequence` of this file and final or not as
    /// asked. `record` is left without meaning and without plaintext.
    pub(super) fn open(
        &self,
        sequence: u32,
        is_final: bool,
        record: &mut [u8],
    ) -> Option<Zeroizing<Vec<i16>>> {
        let payload_len = record.len().checked_sub(OVERHEAD).filter(|length| length.is_multiple_of(2))?;
        let flags = if is_final { FINAL } else { 0 };
        let expected = [sequence, u32::try_from(payload_len).ok()?, flags];
        let (prefix, rest) = record.split_at_mut(PREFIX);
        if !prefix.chunks_exact(4).zip(expected).all(|(bytes, value)| bytes == value.to_le_bytes()) {
            return None;
        }
        let (nonce, rest) = rest.split_first_chunk_mut::<NONCE>()?;
        let (payload, tag) = rest.split_last_chunk_mut::<TAG>()?;
        let aad = self.bound_to(prefix);
        self.cipher
            .decrypt_inout_detached(&XNonce::from(*nonce), &aad, (&mut *payload).into(), &Tag::from(*tag))
            .ok()?;
        let samples = payload.chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect();
        zeroize::Zeroize::zeroize(payload);
        Some(Zeroizing::new(samples))
    }

    fn bound_to(&self, prefix: &[u8]) -> [u8; 16 + PREFIX] {
        let mut bound = [0; 16 + PREFIX];
        bound[..16].copy_from_slice(self.file_id.as_bytes());
        bound[16..].copy_from_slice(prefix);
        bound
    }
}
