//! The key store of the operating system: Secret Service, Keychain, Credential Manager.
//!
//! Each call opens its own connection in its own thread and is given up after a time limit: a key store may wait
//! for a person, or for ever. Calls run one after another; while one that was given up still hangs, later ones wait
//! and are given up too, so that threads do not pile up and a late write cannot overtake a newer one.

use std::sync::{Arc, Condvar, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use keyring_core::api::CredentialStoreApi;
use keyring_core::{Entry, Error};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{KeyStore, KeyStoreError, KeyStoreState};
use crate::hex;

const SERVICE: &str = "Attune vault";
/// Long enough for a person to type the password of the key store.
const LIMIT: Duration = Duration::from_secs(60);
/// Looking whether the store is there asks nobody.
const PROBE_LIMIT: Duration = Duration::from_secs(5);
/// Text, because some stores keep nothing else.
const PREFIX: &str = "attune-device-key-1:";
const CHECK_LEN: usize = 8;

/// The key store of the operating system.
pub struct SystemKeyStore {
    limit: Duration,
    turn: Arc<Turn>,
}

impl SystemKeyStore {
    /// Calls are given up after a minute.
    pub fn new() -> SystemKeyStore {
        Self::with_limit(LIMIT)
    }

    /// Calls are given up after `limit`.
    pub fn with_limit(limit: Duration) -> SystemKeyStore {
        SystemKeyStore { limit, turn: Arc::default() }
    }

    fn entry<T: Send + 'static>(
        &self,
        vault: Uuid,
        act: impl FnOnce(Entry) -> Result<T, KeyStoreError> + Send + 'static,
    ) -> Result<T, KeyStoreError> {
        self.within(self.limit, move || {
            let store = platform::store().map_err(|error| fault(&error))?;
            let entry = store.build(SERVICE, &vault.to_string(), None).map_err(|error| fault(&error))?;
            act(entry)
        })
    }

    fn within<T: Send + 'static>(
        &self,
        limit: Duration,
        act: impl FnOnce() -> Result<T, KeyStoreError> + Send + 'static,
    ) -> Result<T, KeyStoreError> {
        let done = Turn::take(&self.turn, limit).ok_or(KeyStoreError::TimedOut)?;
        let (answer, wait) = mpsc::channel();
        let call = move || {
            let result = act();
            drop(done);
            // Nobody may be waiting any more; the answer is then dropped, and wiped, here.
            let _ = answer.send(result);
        };
        let started = thread::Builder::new().name("key store".to_owned()).spawn(call);
        if started.is_err() {
            return Err(KeyStoreError::Unavailable);
        }
        match wait.recv_timeout(limit) {
            Ok(result) => result,
            Err(mpsc::RecvTimeoutError::Timeout) => Err(KeyStoreError::TimedOut),
            // The call panicked inside the platform's library.
            Err(mpsc::RecvTimeoutError::Disconnected) => Err(KeyStoreError::Unavailable),
        }
    }
}

/// Whether a call is running.
#[derive(Default)]
struct Turn {
    busy: Mutex<bool>,
    free: Condvar,
}

impl Turn {
    /// Waits for the turn, no longer than `limit`.
    fn take(turn: &Arc<Turn>, limit: Duration) -> Option<Done> {
        let busy = turn.busy.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = turn.free.wait_timeout_while(busy, limit, |busy| *busy);
        let (mut busy, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if *busy {
            return None;
        }
        *busy = true;
        Some(Done(Arc::clone(turn)))
    }
}

/// Ends the turn, also when the call panics or its thread could not be started.
struct Done(Arc<Turn>);

impl Drop for Done {
    fn drop(&mut self) {
        *self.0.busy.lock().unwrap_or_else(PoisonError::into_inner) = false;
        self.0.free.notify_one();
    }
}

impl Default for SystemKeyStore {
    fn default() -> Self {
        Self::new()
    }
}

impl KeyStore for SystemKeyStore {
    fn read(&self, vault: Uuid) -> Result<Option<Zeroizing<[u8; 32]>>, KeyStoreError> {
        self.entry(vault, |entry| match entry.get_secret() {
            Ok(stored) => decode(&Zeroizing::new(stored)).map(Some).ok_or(KeyStoreError::Damaged),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(fault(&error)),
        })
    }

    fn write(&self, vault: Uuid, key: &[u8; 32]) -> Result<(), KeyStoreError> {
        let stored = encode(key);
        self.entry(vault, move |entry| entry.set_secret(stored.as_bytes()).map_err(|error| fault(&error)))
    }

    fn delete(&self, vault: Uuid) -> Result<(), KeyStoreError> {
        self.entry(vault, |entry| match entry.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(fault(&error)),
        })
    }

    fn probe(&self) -> KeyStoreState {
        match self.within(PROBE_LIMIT.min(self.limit), || Ok(platform::probe())) {
            Ok(state) => state,
            Err(_) => KeyStoreState::Unavailable,
        }
    }
}

fn encode(key: &[u8; 32]) -> Zeroizing<String> {
    let digits = Zeroizing::new(hex::encode(key));
    let mut stored = Zeroizing::new(String::with_capacity(PREFIX.len() + digits.len() + 1 + 2 * CHECK_LEN));
    stored.push_str(PREFIX);
    stored.push_str(&digits);
    stored.push(':');
    stored.push_str(&hex::encode(&check(key)));
    stored
}

fn decode(stored: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    let (digits, rest) = stored.strip_prefix(PREFIX.as_bytes())?.split_at_checked(64)?;
    let key = Zeroizing::new(hex::decode::<32>(digits)?);
    let written: [u8; CHECK_LEN] = hex::decode(rest.strip_prefix(b":")?)?;
    bool::from(written.ct_eq(&check(&key))).then_some(key)
}

/// Tells a damaged entry from one that belongs to another vault header. Says nothing useful about a random key.
fn check(key: &[u8; 32]) -> [u8; CHECK_LEN] {
    let digest: [u8; 32] = Sha256::new().chain_update(PREFIX).chain_update(key).finalize().into();
    let mut short = [0; CHECK_LEN];
    short.copy_from_slice(&digest[..CHECK_LEN]);
    short
}

/// The texts inside these errors may name entries; they go no further than this.
fn fault(error: &Error) -> KeyStoreError {
    match error {
        Error::NoStorageAccess(cause) if platform::is_absence(cause.as_ref()) => KeyStoreError::Unavailable,
        Error::NoStorageAccess(_) => KeyStoreError::Locked,
        Error::PlatformFailure(cause) if platform::is_denial(cause.as_ref()) => KeyStoreError::Locked,
        Error::BadEncoding(_) | Error::BadDataFormat(..) | Error::BadStoreFormat(_) | Error::Ambiguous(_) => {
            KeyStoreError::Damaged
        }
        _ => KeyStoreError::Unavailable,
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod platform {
    //! Secret Service over D-Bus.

    use std::error::Error as StdError;
    use std::sync::Arc;

    use secret_service::blocking::SecretService;
    use secret_service::{EncryptionType, Error};
    use zbus_secret_service_keyring_store::Store;

    use super::KeyStoreState;

    pub(super) fn store() -> keyring_core::Result<Arc<Store>> {
        Store::new()
    }

    /// Asks for the default collection and whether it is locked, which prompts nobody.
    pub(super) fn probe() -> KeyStoreState {
        let Ok(service) = SecretService::connect(EncryptionType::Dh) else {
            return KeyStoreState::Unavailable;
        };
        match service.get_default_collection().and_then(|collection| collection.is_locked()) {
            Ok(false) => KeyStoreState::Ready,
            Ok(true) => KeyStoreState::Locked,
            Err(_) => KeyStoreState::Unavailable,
        }
    }

    /// No default collection: the store counts this among denials, but nothing can be unlocked.
    pub(super) fn is_absence(cause: &(dyn StdError + Send + Sync + 'static)) -> bool {
        matches!(cause.downcast_ref(), Some(Error::NoResult))
    }

    /// Faults at creating an item are not sorted by the store.
    pub(super) fn is_denial(cause: &(dyn StdError + Send + Sync + 'static)) -> bool {
        matches!(cause.downcast_ref(), Some(Error::Locked | Error::Prompt | Error::PromptDisconnected))
    }
}

#[cfg(any(target_os = "macos", windows))]
mod platform {
    //! Keychain or Credential Manager, which are always there.

    use std::error::Error as StdError;
    use std::sync::Arc;

    #[cfg(target_os = "macos")]
    use apple_native_keyring_store::keychain::Store;
    #[cfg(windows)]
    use windows_native_keyring_store::Store;

    use super::KeyStoreState;

    pub(super) fn store() -> keyring_core::Result<Arc<Store>> {
        Store::new()
    }

    pub(super) fn probe() -> KeyStoreState {
        if store().is_ok() { KeyStoreState::Ready } else { KeyStoreState::Unavailable }
    }

    pub(super) fn is_absence(_: &(dyn StdError + Send + Sync + 'static)) -> bool {
        false
    }

    pub(super) fn is_denial(_: &(dyn StdError + Send + Sync + 'static)) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_reads_back_and_any_change_is_damage() {
        let key = [0xa5; 32];
        let stored = encode(&key);
        assert_eq!(decode(stored.as_bytes()).as_deref(), Some(&key), "an entry must read back");
        for position in 0..stored.len() {
            let mut changed = stored.as_bytes().to_vec();
            changed[position] ^= 1;
            assert!(decode(&changed).is_none(), "a change at byte {position} must be found");
            assert!(
                decode(&stored.as_bytes()[..position]).is_none(),
                "a cut at byte {position} must be found"
            );
        }
    }

    #[test]
    fn a_store_that_hangs_is_given_up_and_asked_again_only_when_it_is_free() {
        let short = Duration::from_millis(1);
        let store = SystemKeyStore::new();
        let (release, held) = mpsc::channel::<()>();
        let hangs = store.within(short, move || {
            let _ = held.recv();
            Ok(())
        });
        assert_eq!(hangs, Err(KeyStoreError::TimedOut), "a call that hangs is given up");
        let refused = store.within(short, || Ok(()));
        assert_eq!(refused, Err(KeyStoreError::TimedOut), "no second call while the first one hangs");
        drop(release);
        assert_eq!(store.within(LIMIT, || Ok(7)), Ok(7), "the store is asked again once it is free");
    }
}
