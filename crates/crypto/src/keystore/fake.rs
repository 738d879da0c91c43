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
    state: Mutex<(HashMap<Uuid, [u8; 32]>, Option<Fault>)>,
}

impl FakeKeyStore {
    /// From now on the store misbehaves so, or behaves again.
    pub fn set_fault(&self, fault: Option<Fault>) {
        self.state().1 = fault;
    }

    fn state(&self) -> MutexGuard<'_, (HashMap<Uuid, [u8; 32]>, Option<Fault>)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn checked(&self) -> Result<MutexGuard<'_, (HashMap<Uuid, [u8; 32]>, Option<Fault>)>, KeyStoreError> {
        let state = self.state();
        match state.1 {
            Some(Fault::Fails(error)) => Err(error),
            _ => Ok(state),
        }
    }
}

impl KeyStore for FakeKeyStore {
    fn read(&self, vault: Uuid) -> Result<Option<Zeroizing<[u8; 32]>>, KeyStoreError> {
        let state = self.checked()?;
        let key = state.0.get(&vault).copied();
        Ok(match state.1 {
            Some(Fault::Forgets) => None,
            Some(Fault::Swaps) => key.map(|key| Zeroizing::new(key.map(|byte| !byte))),
            _ => key.map(Zeroizing::new),
        })
    }

    fn write(&self, vault: Uuid, key: &[u8; 32]) -> Result<(), KeyStoreError> {
        self.checked()?.0.insert(vault, *key);
        Ok(())
    }

    fn delete(&self, vault: Uuid) -> Result<(), KeyStoreError> {
        self.checked()?.0.remove(&vault);
        Ok(())
    }

    fn probe(&self) -> KeyStoreState {
        match self.state().1 {
            Some(Fault::Fails(KeyStoreError::Locked)) => KeyStoreState::Locked,
            Some(Fault::Fails(_)) => KeyStoreState::Unavailable,
            _ => KeyStoreState::Ready,
        }
    }
}
