//! Words of the security page.

pub const TITLE: &str = "Security";
pub const PASSPHRASE: &str = "Passphrase";
pub const PASSPHRASE_DETAIL: &str =
    "Opens the vault. Nobody can reset it; the recovery key is the only other way in.";
pub const CURRENT: &str = "Current passphrase";
pub const NEW: &str = "New passphrase";
pub const CHANGE: &str = "Change passphrase";
pub const CHANGED: &str = "The passphrase was changed.";
pub const CURRENT_MISSING: &str = "Type the passphrase that holds now.";

pub const RECOVERY: &str = "Recovery key";
pub const RECOVERY_CONFIRMED: &str = "checked";
pub const RECOVERY_UNCONFIRMED: &str = "not checked";
pub const RECOVERY_DETAIL: &str = "24 words on paper that open the vault if the passphrase is forgotten. A new key makes \
    the earlier one worthless; do this if its paper is lost or someone saw it.";
pub const NEW_RECOVERY: &str = "Make a new recovery key";
pub const MAKE: &str = "Make it";

pub const REKEY: &str = "Keys of the vault";
pub const REKEY_DETAIL: &str = "Gives the vault new keys throughout: everything is encrypted again, and a new recovery \
    key is shown. Do this if someone may have had a copy of the keys. The passphrase stays.";
pub const DO_REKEY: &str = "Replace all keys";
pub const REKEYING: &str =
    "Replacing all keys. Leave Attune open; if it is interrupted, it goes on at the next start.";

pub const KEY_STORE: &str = "This computer’s key store";
pub const KEY_STORE_DETAIL: &str =
    "Opens the vault without the passphrase while you are signed in to this computer.";
pub const KEY_STORE_ON: &str = "Open the vault with this computer’s key";
pub const KEY_STORE_UNAVAILABLE: &str =
    "This computer has no key store that answers. The passphrase is the way in.";
pub const KEY_STORE_SET: &str = "This computer’s key can open the vault now.";
pub const KEY_STORE_UNSET: &str = "This computer’s key no longer opens the vault.";

pub const AUTO_LOCK: &str = "Locking by itself";
pub const AUTO_LOCK_DETAIL: &str = "After this time without typing, pointing or scrolling, the vault locks. What you \
    typed is saved before.";
pub const AUTO_LOCK_AFTER: &str = "Lock after";
pub const AUTO_LOCK_SET: &str = "Saved.";

pub const PASSPHRASE_AGAIN: &str = "Your passphrase, to be sure it is you";

/// A time to lock after.
pub fn minutes(count: u32) -> String {
    if count == 1 { "1 minute".to_owned() } else { format!("{count} minutes") }
}
