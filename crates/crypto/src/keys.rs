//! The master key and the keys derived from it.
//!
//! Every key is 32 bytes, wiped when dropped, and printed by no `Debug` or `Display`. Derivation is HKDF-SHA256
//! without salt (the master key is uniformly random) with one label per purpose; the labels are part of the
//! format and the known answers in the tests hold them still.

use std::fmt;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::hex;
use crate::random::{self, NoRandomness};

const DATABASE: &[u8] = b"attune/v1/database";
const MEDIA: &[u8] = b"attune/v1/media";
const MEDIA_GENERATION: &[u8] = b"attune/v1/media generation";
const AUDIT: &[u8] = b"attune/v1/audit";
const HEADER: &[u8] = b"attune/v1/header";
const MASTER_ID: &[u8] = b"attune/v1/master id";
const LINK: &[u8] = b"attune/v1/rekey link";
const SEALING: &[u8] = b"attune/v1/sealing/";

pub(crate) type Secret = Zeroizing<[u8; 32]>;

/// HKDF-SHA256 expansion of `key` under a label made of `parts`.
pub(crate) fn derive(key: &[u8; 32], salt: Option<&[u8]>, parts: &[&[u8]]) -> Secret {
    let mut out = Secret::default();
    Hkdf::<Sha256>::new(salt, key)
        .expand_multi_info(parts, &mut *out)
        .expect("32 bytes are far below the output limit of HKDF-SHA256");
    out
}

fn fingerprint(key: &[u8; 32], label: &[u8]) -> [u8; 16] {
    let full = derive(key, None, &[label]);
    let mut short = [0; 16];
    short.copy_from_slice(&full[..16]);
    short
}

macro_rules! secret_key {
    ($(#[$doc:meta])* $visibility:vis $name:ident) => {
        $(#[$doc])*
        $visibility struct $name(Secret);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    };
}

macro_rules! raw_bytes {
    ($($name:ident)*) => {
        $(impl $name {
            pub(crate) fn bytes(&self) -> &[u8; 32] {
                &self.0
            }
        })*
    };
}

secret_key!(
    /// The random key of a vault, from which every other key is derived. Stored only wrapped, in a
    /// [`VaultHeader`](crate::VaultHeader).
    pub MasterKey
);
secret_key!(
    /// The raw key of the SQLCipher database.
    pub DatabaseKey
);
secret_key!(
    /// Wraps the random key of each recording.
    pub MediaKey
);
secret_key!(
    /// Authenticates audit checkpoints.
    pub AuditKey
);
secret_key!(
    /// Seals small pieces of data of one purpose; see [`seal`](crate::seal).
    pub SealingKey
);
secret_key!(
    /// A random key kept in the operating system's key store, which opens the vault on this device only.
    pub DeviceKey
);
secret_key!(
    /// Authenticates the whole vault header.
    pub(crate) HeaderKey
);
raw_bytes!(MasterKey MediaKey SealingKey DeviceKey);

impl MasterKey {
    /// A new key from the operating system's randomness.
    pub fn make() -> Result<MasterKey, NoRandomness> {
        random_secret().map(MasterKey)
    }

    /// A fixed key, for known answers and repeatable tests.
    #[cfg(any(test, feature = "testing"))]
    pub fn from_bytes(bytes: [u8; 32]) -> MasterKey {
        MasterKey(Zeroizing::new(bytes))
    }

    pub(crate) fn from_secret(secret: Secret) -> MasterKey {
        MasterKey(secret)
    }

    /// The key of the database.
    pub fn derive_database_key(&self) -> DatabaseKey {
        DatabaseKey(derive(&self.0, None, &[DATABASE]))
    }

    /// The key that wraps the keys of recordings.
    pub fn derive_media_key(&self) -> MediaKey {
        MediaKey(derive(&self.0, None, &[MEDIA]))
    }

    /// The key that authenticates the audit log.
    pub fn derive_audit_key(&self) -> AuditKey {
        AuditKey(derive(&self.0, None, &[AUDIT]))
    }

    /// A key for [`seal`](crate::seal), one per `purpose` (psychotherapy notes, exports, ...). Keys of
    /// different purposes do not open each other's data.
    pub fn derive_sealing_key(&self, purpose: &str) -> SealingKey {
        SealingKey(derive(&self.0, None, &[SEALING, purpose.as_bytes()]))
    }

    pub(crate) fn derive_header_key(&self) -> HeaderKey {
        HeaderKey(derive(&self.0, None, &[HEADER]))
    }

    /// Wraps the other master key while a rekey is pending.
    pub(crate) fn derive_link_key(&self) -> Secret {
        derive(&self.0, None, &[LINK])
    }

    /// Names the key without telling anything about it.
    pub(crate) fn id(&self) -> [u8; 16] {
        fingerprint(&self.0, MASTER_ID)
    }
}

impl DatabaseKey {
    /// The value of `PRAGMA key` for a raw SQLCipher key: `x'<64 hex digits>'`, to be set between double quotes.
    pub fn pragma_value(&self) -> Zeroizing<String> {
        let digits = Zeroizing::new(hex::encode(&*self.0));
        let mut value = Zeroizing::new(String::with_capacity(67));
        value.push_str("x'");
        value.push_str(&digits);
        value.push('\'');
        value
    }
}

impl MediaKey {
    /// Tells which media key a container was wrapped under, without telling anything about the key.
    pub fn generation(&self) -> [u8; 16] {
        fingerprint(&self.0, MEDIA_GENERATION)
    }
}

impl AuditKey {
    /// The key's bytes, to be kept inside the encrypted database when a change of the master key ends its time.
    pub fn to_stored(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(*self.0)
    }

    /// A key of the past, as [`AuditKey::to_stored`] gave it.
    pub fn from_stored(bytes: [u8; 32]) -> AuditKey {
        AuditKey(Zeroizing::new(bytes))
    }

    /// HMAC-SHA256 of `bytes`.
    pub fn mac(&self, bytes: &[u8]) -> [u8; 32] {
        hmac(&self.0, bytes)
    }

    /// Whether `mac` is the one of `bytes`, in constant time.
    pub fn verify(&self, bytes: &[u8], mac: &[u8; 32]) -> bool {
        self.mac(bytes).ct_eq(mac).into()
    }
}

impl HeaderKey {
    pub(crate) fn mac(&self, bytes: &[u8]) -> [u8; 32] {
        hmac(&self.0, bytes)
    }
}

impl DeviceKey {
    /// A new key from the operating system's randomness.
    pub fn make() -> Result<DeviceKey, NoRandomness> {
        random_secret().map(DeviceKey)
    }
}

pub(crate) fn random_secret() -> Result<Secret, NoRandomness> {
    let mut secret = Secret::default();
    random::fill(&mut *secret)?;
    Ok(secret)
}

fn hmac(key: &[u8; 32], bytes: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed by an independent implementation of RFC 5869 for the key 00 01 .. 1f. If one of these changes, vaults
    /// made before open no more.
    #[test]
    fn derived_keys_do_not_drift() {
        let mut bytes = [0; 32];
        bytes.iter_mut().zip(0..).for_each(|(byte, value)| *byte = value);
        let master = MasterKey::from_bytes(bytes);
        let media = master.derive_media_key();
        let audit = master.derive_audit_key();
        let answers = [
            (
                "media",
                hex::encode(media.bytes()),
                "5eb8f7c7801de42d32f929044fae025a9df9d9e0048a5baaa8be3c55425f3242",
            ),
            ("media generation", hex::encode(&media.generation()), "ddb086347143ee5b082a98b96157aa9c"),
            (
                "audit",
                hex::encode(&*audit.0),
                "88c6c6882b0cb78ddda99e0afb671831256bdb8f03884500a99ccc1f20a6ee91",
            ),
            (
                "audit MAC",
                hex::encode(&audit.mac(b"entry")),
                "472ca920c88a990a5c0600bdab4ad7a1c29b6483ea3adeaa3c8de43000fa39ca",
            ),
            (
                "sealing",
                hex::encode(master.derive_sealing_key("psychotherapy notes").bytes()),
                "48c05cb0c740426a7306bb3fe18f0c89b9bc4ad392d8d0c805bad13f6b6d5c6c",
            ),
            (
                "header",
                hex::encode(&*master.derive_header_key().0),
                "cf4f3f34f1420ee1d285a7774253d79054e4809aed88158e33680e5ce07db2b8",
            ),
            (
                "link",
                hex::encode(&*master.derive_link_key()),
                "0fdf4e61a5c31f9be2f486fd3ae1eb62f30a8e83c5bb178296034c9695f16799",
            ),
            ("master id", hex::encode(&master.id()), "e1fe29ac39424a3a9a65f733a93489a4"),
        ];
        for (name, ours, theirs) in answers {
            assert_eq!(ours, theirs, "the known answer of the {name} key");
        }
        let pragma = master.derive_database_key().pragma_value();
        assert_eq!(
            *pragma, "x'60e7d4a199451d478c880f46e84b3a13817438cc749990bff5aa3aa03b9df015'",
            "the known answer of the database key"
        );
        assert!(audit.verify(b"entry", &audit.mac(b"entry")), "a MAC verifies");
        assert!(!audit.verify(b"entrz", &audit.mac(b"entry")), "another text does not");
    }

    #[test]
    fn nothing_secret_is_printed() {
        let master = MasterKey::from_bytes([0xab; 32]);
        let printed = format!(
            "{master:?} {:?} {:?} {:?}",
            master.derive_database_key(),
            master.derive_media_key(),
            crate::Passphrase::new("not to be printed").expect("short")
        );
        assert_eq!(
            printed, "MasterKey(..) DatabaseKey(..) MediaKey(..) Passphrase(..)",
            "only names are printed"
        );
    }
}
