//! A key store in memory whose faults are chosen by the test.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use uuid::Uuid;
use zeroize::Zeroizing;

use super::{KeyStore, KeyStoreError, KeyStoreState};

/// How a [`FakeKeyStore`] misbehaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Every call fails with this error.
    Fails(KeyStoreError),
    /// Calls succeed, and every entry is gone.
    Forgets,
    /// Calls succeed, and every key read is another one than was written.
    Swaps,
}

/// A key store in memory.
#[derive(Default)]
pub struct FakeKeyStore {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    keys: HashMap<Uuid, [u8; 32]>,
    fault: Option<Fault>,
}

impl FakeKeyStore {
    /// From now on the store misbehaves so, or behaves again.
    pub fn set_fault(&self, fault: Option<Fault>) {
        self.state().fault = fault;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn checked(&self) -> Result<MutexGuard<'_, State>, KeyStoreError> {
        let state = self.state();
        match state.fault {
            Some(Fault::Fails(error)) => Err(error),
            _ => Ok(state),
        }
    }
}

impl KeyStore for FakeKeyStore {
    fn read(&self, vault: Uuid) -> Result<Option<Zeroizing<[u8; 32]>>, KeyStoreError> {
        let state = self.checked()?;
        let key = state.keys.get(&vault).copied();
        Ok(match state.fault {
            Some(Fault::Forgets) => None,
            Some(Fault::Swaps) => key.map(|key| Zeroizing::new(key.map(|byte| !byte))),
            _ => key.map(Zeroizing::new),
        })
    }

    fn write(&self, vault: Uuid, key: &[u8; 32]) -> Result<(), KeyStoreError> {
        self.checked()?.keys.insert(vault, *key);
        Ok(())
    }

    fn delete(&self, vault: Uuid) -> Result<(), KeyStoreError> {
        self.checked()?.keys.remove(&vault);
        Ok(())
    }

    fn probe(&self) -> KeyStoreState {
        match self.state().fault {
            Some(Fault::Fails(KeyStoreError::Locked)) => KeyStoreState::Locked,
            Some(Fault::Fails(_)) => KeyStoreState::Unavailable,
            _ => KeyStoreState::Ready,
        }
    }
}
