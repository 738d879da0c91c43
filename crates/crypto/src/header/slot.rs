//! One way of opening the vault: the master key wrapped under a key derived from a secret.

use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq as _;

use super::{HeaderError, Identity, Unwrap};
use crate::hex::Hex;
use crate::keys::{MasterKey, Secret, derive};
use crate::passphrase::{Argon2Cost, PassphraseError};
use crate::random;
use crate::seal::{WRAPPED_LEN, unwrap_key, wrap_key};

/// What the secret is, and what belongs to its derivation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SlotKind {
    Passphrase(Argon2Cost),
    Recovery,
    KeyStore,
}

impl SlotKind {
    fn label(&self) -> &'static str {
        match self {
            SlotKind::Passphrase(_) => "attune/v1/slot/passphrase",
            SlotKind::Recovery => "attune/v1/slot/recovery",
            SlotKind::KeyStore => "attune/v1/slot/key store",
        }
    }

    fn cost(&self) -> [u8; 12] {
        match self {
            SlotKind::Passphrase(cost) => cost.to_bytes(),
            SlotKind::Recovery | SlotKind::KeyStore => [0; 12],
        }
    }
}

/// Both halves that are derived from the secret: one wraps, the other tells whether the secret is right.
pub(super) struct Kek {
    wrap: Secret,
    verifier: Secret,
}

impl Kek {
    /// `material` is the recovery key, the device key, or what Argon2id made of the passphrase.
    pub(super) fn from_material(material: &[u8; 32], salt: &[u8; 32], kind: &SlotKind) -> Kek {
        let label = kind.label().as_bytes();
        Kek {
            wrap: derive(material, Some(salt), &[label, b"/wrap"]),
            verifier: derive(material, Some(salt), &[label, b"/verify"]),
        }
    }
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Slot {
    salt: Hex<32>,
    verifier: Hex<32>,
    wrapped: Hex<WRAPPED_LEN>,
}

impl Slot {
    /// Wraps `master` under what `secret` gives for a new random salt.
    pub(super) fn make(
        identity: &Identity<'_>,
        kind: SlotKind,
        secret: impl FnOnce(&[u8; 32]) -> Result<Secret, PassphraseError>,
        master: &MasterKey,
    ) -> Result<Slot, HeaderError> {
        let salt = random::array()?;
        let kek = Kek::from_material(&*secret(&salt)?, &salt, &kind);
        let context = context(identity, &kind, &salt, &master.id());
        let wrapped = wrap_key(&kek.wrap, &context, master.bytes())?;
        Ok(Slot { salt: Hex(salt), verifier: Hex(*kek.verifier), wrapped: Hex(wrapped) })
    }

    pub(super) fn salt(&self) -> &[u8; 32] {
        &self.salt.0
    }

    /// Whether the secret is the right one, in constant time.
    pub(super) fn fits(&self, kek: &Kek) -> bool {
        self.verifier.0.ct_eq(&*kek.verifier).into()
    }

    /// The master key; `None` if the secret is a wrong one. A right secret that does not unwrap the key named
    /// `master_id` means that the slot was changed.
    pub(super) fn open(
        &self,
        identity: &Identity<'_>,
        kind: &SlotKind,
        kek: &Kek,
        master_id: &[u8; 16],
    ) -> Result<Option<MasterKey>, Unwrap> {
        if !self.fits(kek) {
            return Ok(None);
        }
        let context = context(identity, kind, &self.salt.0, master_id);
        let key = unwrap_key(&kek.wrap, &context, &self.wrapped.0).ok_or(Unwrap::Tampered)?;
        let master = MasterKey::from_secret(key);
        if master.id() == *master_id { Ok(Some(master)) } else { Err(Unwrap::Tampered) }
    }
}

fn context(identity: &Identity<'_>, kind: &SlotKind, salt: &[u8; 32], master_id: &[u8; 16]) -> Vec<u8> {
    identity.context(kind.label(), &[&kind.cost(), salt, master_id])
}
