//! The operating system's key store, which may hold a device key that opens the vault without the passphrase.
//!
//! It is a convenience and never the only way in: it may be absent (no desktop session), locked, refused by the
//! person, or hold something else by now. Each of these is its own answer, and each leads to the passphrase.

#[cfg(any(test, feature = "testing"))]
pub(crate) mod fake;
mod system;

use subtle::ConstantTimeEq as _;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::keys::DeviceKey;
use crate::random::NoRandomness;

pub use system::SystemKeyStore;

/// Why the key store gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyStoreError {
    /// There is no key store here, or it cannot be reached.
    #[error("there is no key store on this system, or it cannot be reached")]
    Unavailable,
    /// The key store is locked, or the person or the system denied access.
    #[error("the key store is locked or denied access")]
    Locked,
    /// What is stored for this vault is not a device key, or there are several.
    #[error("what the key store holds for this vault is damaged")]
    Damaged,
    /// No answer within the time limit, or an earlier call is still waiting for one.
    #[error("the key store did not answer in time")]
    TimedOut,
    /// No key could be made.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// What a look at the key store shows, without asking the person for anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyStoreState {
    /// It can be used now.
    Ready,
    /// It is there, and using it will ask the person to unlock it.
    Locked,
    /// It is not there.
    Unavailable,
}

/// A place for one device key for each vault. Calls may take long: the person may be asked to unlock the store.
pub trait KeyStore: Send + Sync {
    /// The device key of the vault; `None` if the store answers and holds none.
    fn read(&self, vault: Uuid) -> Result<Option<Zeroizing<[u8; 32]>>, KeyStoreError>;
    /// Stores the device key of the vault, in place of an earlier one.
    fn write(&self, vault: Uuid, key: &[u8; 32]) -> Result<(), KeyStoreError>;
    /// Deletes the device key of the vault; no error if there is none.
    fn delete(&self, vault: Uuid) -> Result<(), KeyStoreError>;
    /// Whether the store can be used, without asking the person.
    fn probe(&self) -> KeyStoreState;
}

/// Makes a device key, stores it and reads it back. The caller then puts it into the header
/// ([`VaultHeader::enable_key_store`](crate::VaultHeader::enable_key_store)).
pub fn enrol_device(store: &dyn KeyStore, vault: Uuid) -> Result<DeviceKey, KeyStoreError> {
    let key = DeviceKey::make()?;
    store.write(vault, key.bytes())?;
    let stored = store.read(vault)?.ok_or(KeyStoreError::Damaged)?;
    if bool::from(stored.ct_eq(key.bytes())) { Ok(key) } else { Err(KeyStoreError::Damaged) }
}

/// No key store at all: for systems without one, and for people who want none.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoKeyStore;

impl KeyStore for NoKeyStore {
    fn read(&self, _: Uuid) -> Result<Option<Zeroizing<[u8; 32]>>, KeyStoreError> {
        Err(KeyStoreError::Unavailable)
    }

    fn write(&self, _: Uuid, _: &[u8; 32]) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Unavailable)
    }

    fn delete(&self, _: Uuid) -> Result<(), KeyStoreError> {
        Err(KeyStoreError::Unavailable)
    }

    fn probe(&self) -> KeyStoreState {
        KeyStoreState::Unavailable
    }
}
