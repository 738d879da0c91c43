//! Keys, sealing and the encrypted audio container of a vault.
//!
//! This crate owns the key hierarchy (master key, derived keys, the vault header that wraps them), the
//! passphrase policy, the recovery key, access to the operating system's key store, sealing of small pieces of
//! data, and the file format that holds encrypted audio.
//!
//! It must never write a key or a plaintext to disk, print one, read the wall clock, or answer a failure with a
//! new key. Everything here is synchronous; deriving a key from a passphrase takes some tenths of a second.
//!
//! Where to start: [`MasterKey`] and [`VaultHeader`] (kept on disk by [`HeaderFile`], guarded by
//! [`TryCounter`]), [`Passphrase`] with [`check_passphrase`], [`RecoveryKey`], [`KeyStore`], [`seal`] and
//! [`open`], and [`container::ContainerWriter`] with [`container::ContainerReader`].

pub mod container;
mod files;
mod header;
mod hex;
mod keys;
mod keystore;
mod passphrase;
mod random;
mod recovery;
mod seal;
mod tries;

pub use header::{Copies, HeaderError, HeaderFile, HeaderSource, UnlockedKeys, Unwrap, VaultHeader};
pub use keys::{AuditKey, DatabaseKey, DeviceKey, MasterKey, MediaKey, SealingKey};
#[cfg(any(test, feature = "testing"))]
pub use keystore::fake::{FakeKeyStore, Fault};
pub use keystore::{KeyStore, KeyStoreError, KeyStoreState, NoKeyStore, SystemKeyStore, enrol_device};
pub use passphrase::{
    Argon2Cost, LEAST_PASSPHRASE_CHARACTERS, LEAST_PASSPHRASE_GUESSES_LOG10, MOST_PASSPHRASE_BYTES,
    Passphrase, PassphraseError, PassphraseRefusal, PassphraseVerdict, check_passphrase,
};
pub use random::NoRandomness;
pub use recovery::{RecoveryKey, RecoveryKeyError};
pub use seal::{SealError, open, seal};
pub use tries::{Attempt, TryCounter, TryError, TryState, try_passphrase};
