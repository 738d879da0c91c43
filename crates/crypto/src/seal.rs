//! Authenticated encryption of small pieces of data, and of other keys.
//!
//! Sealed data is one version byte, a random 24-byte nonce, the ciphertext and a 16-byte tag
//! (XChaCha20-Poly1305). The context is authenticated and not stored: whoever opens must know it, so a sealed
//! piece cannot be moved to another place.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::keys::{SealingKey, Secret};
use crate::random::{self, NoRandomness};

const VERSION: u8 = 1;
const NONCE_LEN: usize = 24;
const TAG_LEN: usize = 16;
/// Length of a wrapped 32-byte key: nonce, key, tag.
pub(crate) const WRAPPED_LEN: usize = NONCE_LEN + 32 + TAG_LEN;

/// Why sealed data could not be made or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Too short, or made by a later version: this was not sealed by this version of the program.
    #[error("this is not sealed data of a known version")]
    Malformed,
    /// Wrong key, wrong context, or changed bytes. These cannot be told apart.
    #[error("the sealed data does not fit this key and place")]
    Refused,
    /// More than the cipher takes.
    #[error("too much data to seal in one piece")]
    TooLong,
    /// No nonce could be made.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// Encrypts `plaintext` under `key`, bound to `context`.
pub fn seal(key: &SealingKey, context: &[u8], plaintext: &[u8]) -> Result<Vec<u8>, SealError> {
    let nonce: [u8; NONCE_LEN] = random::array()?;
    let ciphertext = encrypt(key.bytes(), &nonce, context, plaintext)?;
    let mut sealed = Vec::with_capacity(1 + NONCE_LEN + ciphertext.len());
    sealed.push(VERSION);
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&ciphertext);
    Ok(sealed)
}

/// Decrypts what [`seal`] made with the same key and context.
pub fn open(key: &SealingKey, context: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    let (version, rest) = sealed.split_first().ok_or(SealError::Malformed)?;
    if *version != VERSION || rest.len() < NONCE_LEN + TAG_LEN {
        return Err(SealError::Malformed);
    }
    let (nonce, ciphertext) = rest.split_first_chunk().ok_or(SealError::Malformed)?;
    decrypt(key.bytes(), nonce, context, ciphertext).ok_or(SealError::Refused)
}

/// Wraps a key under another, bound to `context`.
pub(crate) fn wrap_key(
    by: &[u8; 32],
    context: &[u8],
    key: &[u8; 32],
) -> Result<[u8; WRAPPED_LEN], NoRandomness> {
    let nonce: [u8; NONCE_LEN] = random::array()?;
    let ciphertext =
        encrypt(by, &nonce, context, key).expect("a key of 32 bytes is within the cipher's limit");
    let mut wrapped = [0; WRAPPED_LEN];
    wrapped[..NONCE_LEN].copy_from_slice(&nonce);
    wrapped[NONCE_LEN..].copy_from_slice(&ciphertext);
    Ok(wrapped)
}

/// The key wrapped by [`wrap_key`], or nothing if key, context or bytes do not fit.
pub(crate) fn unwrap_key(by: &[u8; 32], context: &[u8], wrapped: &[u8; WRAPPED_LEN]) -> Option<Secret> {
    let (nonce, ciphertext) = wrapped.split_first_chunk()?;
    let plain = decrypt(by, nonce, context, ciphertext)?;
    let mut key = Secret::default();
    if plain.len() != key.len() {
        return None;
    }
    key.copy_from_slice(&plain);
    Some(key)
}

fn encrypt(key: &[u8; 32], nonce: &[u8; NONCE_LEN], aad: &[u8], msg: &[u8]) -> Result<Vec<u8>, SealError> {
    XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(*nonce), Payload { msg, aad })
        .map_err(|_| SealError::TooLong)
}

fn decrypt(key: &[u8; 32], nonce: &[u8; NONCE_LEN], aad: &[u8], msg: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(*nonce), Payload { msg, aad })
        .ok()
        .map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::MasterKey;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sealed_data_opens_only_unchanged_and_in_its_place(
            plaintext in proptest::collection::vec(any::<u8>(), 0..300),
            context in proptest::collection::vec(any::<u8>(), 0..20),
            position in any::<proptest::sample::Index>(),
            bit in 0_u8..8,
        ) {
            let master = MasterKey::from_bytes([3; 32]);
            let key = master.derive_sealing_key("a");
            let sealed = seal(&key, &context, &plaintext).expect("seals");
            let opened = open(&key, &context, &sealed).expect("opens");
            prop_assert_eq!(&*opened, &plaintext, "the plaintext comes back");
            let again = seal(&key, &context, &plaintext).expect("seals");
            prop_assert_ne!(&sealed, &again, "every sealing has a nonce of its own");

            let mut changed = sealed.clone();
            changed[position.index(sealed.len())] ^= 1 << bit;
            prop_assert!(open(&key, &context, &changed).is_err(), "a flipped bit is found");
            prop_assert!(open(&key, &context, &sealed[..position.index(sealed.len())]).is_err(), "a cut is found");
            let mut elsewhere = context.clone();
            elsewhere.push(0);
            prop_assert_eq!(open(&key, &elsewhere, &sealed).err(), Some(SealError::Refused), "the place is bound");
            let other = master.derive_sealing_key("b");
            prop_assert_eq!(open(&other, &context, &sealed).err(), Some(SealError::Refused), "the key is bound");
        }
    }
}
