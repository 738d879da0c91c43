//! The vault header: the master key, wrapped once for each way of opening the vault.
//!
//! The header is one line of JSON, always written the same way: a fixed beginning with the magic and the SHA-256
//! of the body, then the body. Three faults have three answers:
//!
//! - accidental damage: the SHA-256 does not fit ([`HeaderError::Damaged`]);
//! - a wrong secret: the slot's verifier, derived next to the wrapping key, does not fit ([`Unwrap`]);
//! - tampering: after unwrapping, a MAC over the whole body under a key derived from the master key does not fit.
//!
//! The MAC cannot tell an older header of the same vault from the newest: whoever can put an old file back can
//! also put an old passphrase back.
//!
//! While a rekey is pending the header holds both master keys, and every secret that opens the vault opens both.

mod file;
mod slot;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use crate::hex::{self, Hex};
use crate::keys::{DeviceKey, MasterKey};
use crate::keystore::{KeyStore, KeyStoreError};
use crate::passphrase::{Argon2Cost, Passphrase, PassphraseError};
use crate::random::NoRandomness;
use crate::recovery::RecoveryKey;
use crate::seal::{WRAPPED_LEN, unwrap_key, wrap_key};

pub use file::{Copies, HeaderFile, HeaderSource};
use slot::{Kek, Slot, SlotKind};

const VERSION: u32 = 1;
const BEGINNING: &str = "{\"magic\":\"attune-vault\",\"sha256\":\"";
const MIDDLE: &str = "\",\"body\":";
const END: &str = "}\n";
/// No header of any version is longer; a longer file is not read into memory.
const MOST_BYTES: usize = 64 * 1024;
/// The caller's time stamp is kept for people to read, and no longer than this.
const MOST_CREATED_AT: usize = 64;

/// Why a header could not be read, changed or written.
#[derive(Debug, thiserror::Error)]
pub enum HeaderError {
    /// There is no header here: no vault, or not this place.
    #[error("there is no vault header here")]
    Missing,
    /// A header is already here, and is not overwritten by a new one.
    #[error("there is already a vault header here")]
    AlreadyThere,
    /// The bytes are not those that were written.
    #[error("the vault header is damaged")]
    Damaged,
    /// Made by a later version of the program.
    #[error("the vault header is of version {version}, which this version of the program does not know")]
    TooNew {
        /// The version found.
        version: u32,
    },
    /// The keys given are not those of this header.
    #[error("the keys do not belong to this vault header")]
    WrongKeys,
    /// A rekey is pending; it must be finished or abandoned first.
    #[error("a change of the vault's key is pending")]
    RekeyPending,
    /// No rekey is pending.
    #[error("no change of the vault's key is pending")]
    NoRekeyPending,
    /// A field given by the caller cannot be stored.
    #[error("the creation time is too long to be stored")]
    TooLong,
    /// The passphrase could not be used.
    #[error(transparent)]
    Passphrase(#[from] PassphraseError),
    /// No key could be made.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The file system refused.
    #[error("the vault header could not be read or written")]
    Io(#[from] std::io::Error),
}

/// Why a secret did not open the vault.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unwrap {
    /// The header is sound and the passphrase is another one.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// The words are a recovery key, but not of this vault, or an earlier one.
    #[error("this recovery key does not belong to this vault")]
    WrongRecoveryKey,
    /// The vault is not set up to be opened by the key store.
    #[error("the vault is not opened by the key store of this device")]
    NoKeyStoreSlot,
    /// The key store is there and holds no key for this vault.
    #[error("the key store holds no key for this vault")]
    NoDeviceKey,
    /// The key store holds another key than the one this header was set up with.
    #[error("the key store holds another key than this vault's")]
    WrongDeviceKey,
    /// The key store could not be asked.
    #[error(transparent)]
    KeyStore(#[from] KeyStoreError),
    /// The secret is right, and the header was changed by someone who does not hold the master key.
    #[error("the vault header was changed by someone else")]
    Tampered,
    /// The passphrase could not be used.
    #[error(transparent)]
    Passphrase(#[from] PassphraseError),
}

/// The master key of an opened vault, and the one that will follow while a rekey is pending.
#[derive(Debug)]
pub struct UnlockedKeys {
    /// The key in use before the rekey began.
    pub current: MasterKey,
    /// The key in use after the rekey; present only while one is pending.
    pub next: Option<MasterKey>,
}

/// A vault header in memory. Changes are made here and reach the disk by [`HeaderFile::write`].
#[derive(Clone, PartialEq, Eq)]
pub struct VaultHeader {
    body: Body,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    version: u32,
    vault_id: Uuid,
    created_at: String,
    revision: u64,
    master_id: Hex<16>,
    argon2: Argon2Cost,
    passphrase: Slot,
    recovery: Slot,
    key_store: Option<Slot>,
    rekey: Option<Rekey>,
    mac: Hex<32>,
}

/// The slots as they will be once the rekey is finished, and the two keys wrapped under each other, so that the
/// old words and the new words both open both keys until then.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rekey {
    master_id: Hex<16>,
    passphrase: Slot,
    recovery: Slot,
    key_store: Option<Slot>,
    next_by_current: Hex<WRAPPED_LEN>,
    current_by_next: Hex<WRAPPED_LEN>,
}

#[derive(Deserialize)]
struct VersionOnly {
    version: u32,
}

/// The fields that say which vault a wrapped key belongs to; authenticated with every wrapping.
struct Identity<'a> {
    version: u32,
    vault_id: Uuid,
    created_at: &'a str,
}

impl Identity<'_> {
    fn context(&self, label: &str, rest: &[&[u8]]) -> Vec<u8> {
        let mut context = Vec::new();
        let version = self.version.to_le_bytes();
        let parts = [label.as_bytes(), &version, self.vault_id.as_bytes(), self.created_at.as_bytes()];
        for part in parts.into_iter().chain(rest.iter().copied()) {
            // Lengths are written too, so that no two lists of parts give the same bytes.
            context.extend_from_slice(&(part.len() as u64).to_le_bytes());
            context.extend_from_slice(part);
        }
        context
    }
}

impl VaultHeader {
    /// A header for a new vault, in memory. `created_at` is kept as given, at most 64 bytes.
    pub fn create(
        vault_id: Uuid,
        created_at: &str,
        master: &MasterKey,
        passphrase: &Passphrase,
        cost: Argon2Cost,
        recovery: &RecoveryKey,
    ) -> Result<VaultHeader, HeaderError> {
        if created_at.len() > MOST_CREATED_AT {
            return Err(HeaderError::TooLong);
        }
        let identity = Identity { version: VERSION, vault_id, created_at };
        let mut body = Body {
            version: VERSION,
            vault_id,
            created_at: created_at.to_owned(),
            revision: 0,
            master_id: Hex(master.id()),
            argon2: cost,
            passphrase: Slot::make(
                &identity,
                SlotKind::Passphrase(cost),
                |salt| passphrase.derive(&cost, salt),
                master,
            )?,
            recovery: recovery_slot(&identity, recovery, master)?,
            key_store: None,
            rekey: None,
            mac: Hex([0; 32]),
        };
        body.authenticate(master);
        Ok(VaultHeader { body })
    }

    /// The vault this header belongs to.
    pub fn vault_id(&self) -> Uuid {
        self.body.vault_id
    }

    /// The creation time as the caller gave it. Authenticated once the header is unlocked.
    pub fn created_at(&self) -> &str {
        &self.body.created_at
    }

    /// Grows by one with each change.
    pub fn revision(&self) -> u64 {
        self.body.revision
    }

    /// What the passphrase is derived with.
    pub fn argon2_cost(&self) -> Argon2Cost {
        self.body.argon2
    }

    /// Whether the vault is set up to be opened by the key store of a device.
    pub fn has_key_store_slot(&self) -> bool {
        self.body.key_store.is_some()
    }

    /// Whether a rekey was begun and neither finished nor abandoned.
    pub fn is_rekey_pending(&self) -> bool {
        self.body.rekey.is_some()
    }

    /// Opens the vault with the passphrase. Runs Argon2id; go through [`try_passphrase`](crate::try_passphrase)
    /// so that failed tries are counted.
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<UnlockedKeys, Unwrap> {
        let slot = &self.body.passphrase;
        let kind = SlotKind::Passphrase(self.body.argon2);
        let kek =
            Kek::from_material(&*passphrase.derive(&self.body.argon2, slot.salt())?, slot.salt(), &kind);
        let found = slot.open(&self.body.identity(), &kind, &kek, &self.body.master_id.0);
        self.finish_unlock(found, Unwrap::WrongPassphrase)
    }

    /// Opens the vault with the recovery key. While a rekey is pending the old and the new one both do.
    pub fn recover(&self, recovery: &RecoveryKey) -> Result<UnlockedKeys, Unwrap> {
        self.unlock_by_key(SlotKind::Recovery, recovery.bytes(), Unwrap::WrongRecoveryKey)
    }

    /// Opens the vault with the device key in `store`. Every failure leads to the passphrase, never to a new vault.
    pub fn unlock_with_key_store(&self, store: &dyn KeyStore) -> Result<UnlockedKeys, Unwrap> {
        if self.body.key_store.is_none() {
            return Err(Unwrap::NoKeyStoreSlot);
        }
        let key = store.read(self.body.vault_id)?.ok_or(Unwrap::NoDeviceKey)?;
        self.unlock_by_key(SlotKind::KeyStore, &key, Unwrap::WrongDeviceKey)
    }

    fn unlock_by_key(&self, kind: SlotKind, key: &[u8; 32], wrong: Unwrap) -> Result<UnlockedKeys, Unwrap> {
        let identity = self.body.identity();
        let pick = |recovery, key_store| if kind == SlotKind::Recovery { Some(recovery) } else { key_store };
        let now = pick(&self.body.recovery, self.body.key_store.as_ref())
            .map(|slot| (slot, &self.body.master_id.0));
        let rekey = self.body.rekey.as_ref();
        let later = rekey.and_then(|rekey| {
            pick(&rekey.recovery, rekey.key_store.as_ref()).map(|slot| (slot, &rekey.master_id.0))
        });
        for (slot, master_id) in [now, later].into_iter().flatten() {
            let kek = Kek::from_material(key, slot.salt(), &kind);
            match slot.open(&identity, &kind, &kek, master_id) {
                Ok(None) => {}
                found => return self.finish_unlock(found, wrong),
            }
        }
        Err(wrong)
    }

    /// Finds the other key while a rekey is pending, and checks the MAC over the whole header.
    fn finish_unlock(
        &self,
        found: Result<Option<MasterKey>, Unwrap>,
        wrong: Unwrap,
    ) -> Result<UnlockedKeys, Unwrap> {
        let found = found?.ok_or(wrong)?;
        let keys = match &self.body.rekey {
            None => UnlockedKeys { current: found, next: None },
            Some(rekey) => {
                let other = |wrapped: &Hex<WRAPPED_LEN>, id: [u8; 16]| {
                    let context = self.body.identity().context("rekey link", &[&id]);
                    let key =
                        unwrap_key(&found.derive_link_key(), &context, &wrapped.0).ok_or(Unwrap::Tampered)?;
                    Ok::<_, Unwrap>(MasterKey::from_secret(key))
                };
                if found.id() == self.body.master_id.0 {
                    let next = other(&rekey.next_by_current, rekey.master_id.0)?;
                    UnlockedKeys { current: found, next: Some(next) }
                } else {
                    let current = other(&rekey.current_by_next, self.body.master_id.0)?;
                    UnlockedKeys { current, next: Some(found) }
                }
            }
        };
        if self.body.is_authentic(&keys.current) { Ok(keys) } else { Err(Unwrap::Tampered) }
    }

    /// Wraps the master key under another passphrase. The old one opens this header no more.
    pub fn change_passphrase(
        &mut self,
        keys: &UnlockedKeys,
        passphrase: &Passphrase,
        cost: Argon2Cost,
    ) -> Result<(), HeaderError> {
        self.settled_and_ours(keys)?;
        let mut body = self.body.clone();
        let derive = |salt: &[u8; 32]| passphrase.derive(&cost, salt);
        body.passphrase = Slot::make(&body.identity(), SlotKind::Passphrase(cost), derive, &keys.current)?;
        body.argon2 = cost;
        self.adopt(body, &keys.current);
        Ok(())
    }

    /// Wraps the master key under another recovery key. The old words open this header no more.
    pub fn replace_recovery_key(
        &mut self,
        keys: &UnlockedKeys,
        recovery: &RecoveryKey,
    ) -> Result<(), HeaderError> {
        self.settled_and_ours(keys)?;
        let mut body = self.body.clone();
        body.recovery = recovery_slot(&body.identity(), recovery, &keys.current)?;
        self.adopt(body, &keys.current);
        Ok(())
    }

    /// Lets this device's key open the vault. Write the key to the key store first
    /// ([`enrol_device`](crate::enrol_device)), then the header.
    pub fn enable_key_store(&mut self, keys: &UnlockedKeys, device: &DeviceKey) -> Result<(), HeaderError> {
        self.settled_and_ours(keys)?;
        let mut body = self.body.clone();
        body.key_store = Some(device_slot(&body.identity(), device, &keys.current)?);
        self.adopt(body, &keys.current);
        Ok(())
    }

    /// Takes the way through the key store away. Write the header first, then delete the key from the store.
    pub fn disable_key_store(&mut self, keys: &UnlockedKeys) -> Result<(), HeaderError> {
        self.settled_and_ours(keys)?;
        let mut body = self.body.clone();
        body.key_store = None;
        self.adopt(body, &keys.current);
        Ok(())
    }

    /// Begins to replace the master key by `next`. From the moment this header is written, the passphrase, the
    /// old and the new recovery key, and the device key open both master keys, until [`finish_rekey`] or
    /// [`abandon_rekey`] is written.
    ///
    /// The passphrase stays, and must be given because its slot is made anew. Without `device` the way through
    /// the key store ends with the rekey and can be set up again after it. A wrong passphrase or device key is
    /// refused with [`HeaderError::WrongKeys`].
    ///
    /// [`finish_rekey`]: Self::finish_rekey
    /// [`abandon_rekey`]: Self::abandon_rekey
    pub fn begin_rekey(
        &mut self,
        keys: &UnlockedKeys,
        next: &MasterKey,
        passphrase: &Passphrase,
        recovery: &RecoveryKey,
        device: Option<&DeviceKey>,
    ) -> Result<(), HeaderError> {
        self.settled_and_ours(keys)?;
        if self.unlock(passphrase).is_err() {
            return Err(HeaderError::WrongKeys);
        }
        let mut body = self.body.clone();
        let identity = self.body.identity();
        let cost = body.argon2;
        let derive = |salt: &[u8; 32]| passphrase.derive(&cost, salt);
        let link = |by: &MasterKey, to: &MasterKey| {
            let context = identity.context("rekey link", &[&to.id()]);
            wrap_key(&by.derive_link_key(), &context, to.bytes()).map(Hex)
        };
        body.rekey = Some(Rekey {
            master_id: Hex(next.id()),
            passphrase: Slot::make(&identity, SlotKind::Passphrase(cost), derive, next)?,
            recovery: recovery_slot(&identity, recovery, next)?,
            key_store: device.map(|device| device_slot(&identity, device, next)).transpose()?,
            next_by_current: link(&keys.current, next)?,
            current_by_next: link(next, &keys.current)?,
        });
        if let (Some(slot), Some(device)) = (&body.key_store, device) {
            let kek = Kek::from_material(device.bytes(), slot.salt(), &SlotKind::KeyStore);
            if !slot.fits(&kek) {
                return Err(HeaderError::WrongKeys);
            }
        }
        self.adopt(body, &keys.current);
        Ok(())
    }

    /// Makes the next master key the only one. Call it when nothing is encrypted under the current one any more.
    pub fn finish_rekey(&mut self, keys: &UnlockedKeys) -> Result<(), HeaderError> {
        self.ours(keys)?;
        let mut body = self.body.clone();
        let (Some(rekey), Some(next)) = (body.rekey.take(), &keys.next) else {
            return Err(HeaderError::NoRekeyPending);
        };
        if rekey.master_id.0 != next.id() {
            return Err(HeaderError::WrongKeys);
        }
        body.master_id = rekey.master_id;
        body.passphrase = rekey.passphrase;
        body.recovery = rekey.recovery;
        body.key_store = rekey.key_store;
        self.adopt(body, next);
        Ok(())
    }

    /// Drops the next master key. Call it only when nothing was encrypted under it.
    pub fn abandon_rekey(&mut self, keys: &UnlockedKeys) -> Result<(), HeaderError> {
        self.ours(keys)?;
        let mut body = self.body.clone();
        body.rekey.take().ok_or(HeaderError::NoRekeyPending)?;
        self.adopt(body, &keys.current);
        Ok(())
    }

    fn ours(&self, keys: &UnlockedKeys) -> Result<(), HeaderError> {
        if self.body.is_authentic(&keys.current) { Ok(()) } else { Err(HeaderError::WrongKeys) }
    }

    fn settled_and_ours(&self, keys: &UnlockedKeys) -> Result<(), HeaderError> {
        self.ours(keys)?;
        if self.is_rekey_pending() { Err(HeaderError::RekeyPending) } else { Ok(()) }
    }

    fn adopt(&mut self, mut body: Body, master: &MasterKey) {
        body.revision += 1;
        body.authenticate(master);
        self.body = body;
    }

    /// The bytes of the header file. The same header always gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let body = self.body.to_json();
        let digest = hex::encode(&Sha256::digest(&body));
        [BEGINNING.as_bytes(), digest.as_bytes(), MIDDLE.as_bytes(), &body, END.as_bytes()].concat()
    }

    /// Reads the bytes of a header file. Nothing is authenticated yet; sizes and costs are bounded.
    pub fn from_bytes(bytes: &[u8]) -> Result<VaultHeader, HeaderError> {
        let body = body_of(bytes).ok_or(HeaderError::Damaged)?;
        let VersionOnly { version } = serde_json::from_slice(body).map_err(|_| HeaderError::Damaged)?;
        if version > VERSION {
            return Err(HeaderError::TooNew { version });
        }
        let body: Body = serde_json::from_slice(body).map_err(|_| HeaderError::Damaged)?;
        let sound = body.version == VERSION
            && body.argon2.is_bounded()
            && body.created_at.len() <= MOST_CREATED_AT
            && body.revision < u64::MAX;
        if sound { Ok(VaultHeader { body }) } else { Err(HeaderError::Damaged) }
    }
}

impl fmt::Debug for VaultHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("VaultHeader").field("revision", &self.body.revision).finish_non_exhaustive()
    }
}

impl Body {
    fn identity(&self) -> Identity<'_> {
        Identity { version: self.version, vault_id: self.vault_id, created_at: &self.created_at }
    }

    fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a header has only strings, numbers and nothing that can fail")
    }

    /// The MAC over the body with the MAC itself set to zero.
    fn mac(&self, master: &MasterKey) -> [u8; 32] {
        let blank = Body { mac: Hex([0; 32]), ..self.clone() };
        master.derive_header_key().mac(&blank.to_json())
    }

    fn authenticate(&mut self, master: &MasterKey) {
        self.mac = Hex(self.mac(master));
    }

    fn is_authentic(&self, master: &MasterKey) -> bool {
        self.mac(master).ct_eq(&self.mac.0).into()
    }
}

/// The body between the fixed parts, if its SHA-256 fits. This framing is the same in every version, so that
/// damage and a newer version are told apart.
fn body_of(bytes: &[u8]) -> Option<&[u8]> {
    if bytes.len() > MOST_BYTES {
        return None;
    }
    let (digest, rest) = bytes.strip_prefix(BEGINNING.as_bytes())?.split_at_checked(64)?;
    let body = rest.strip_prefix(MIDDLE.as_bytes())?.strip_suffix(END.as_bytes())?;
    let written: [u8; 32] = hex::decode(digest)?;
    (<[u8; 32]>::from(Sha256::digest(body)) == written).then_some(body)
}

fn recovery_slot(
    identity: &Identity<'_>,
    key: &RecoveryKey,
    master: &MasterKey,
) -> Result<Slot, HeaderError> {
    Slot::make(identity, SlotKind::Recovery, |_| Ok(key.bytes().to_owned().into()), master)
}

fn device_slot(identity: &Identity<'_>, key: &DeviceKey, master: &MasterKey) -> Result<Slot, HeaderError> {
    Slot::make(identity, SlotKind::KeyStore, |_| Ok(key.bytes().to_owned().into()), master)
}
