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
