//! Words of the unlock page.

pub const TITLE: &str = "Unlock";
pub const PASSPHRASE: &str = "Passphrase";
pub const UNLOCK: &str = "Unlock";
pub const WITH_KEY_STORE: &str = "Open with this computer’s key";
pub const FORGOT: &str = "I forgot the passphrase";
pub const MISSING: &str = "Type the passphrase.";
pub const WRONG: &str = "That is not the passphrase of this vault.";
pub const KEY_STORE_UNUSABLE: &str = "This computer’s key store does not answer or no longer holds the key. Use the \
    passphrase; it opens the vault as before.";
pub const DAMAGED_TITLE: &str = "The vault cannot be opened";
pub const DAMAGED_DETAIL: &str = "Nothing was changed. Do not make a new vault in its place: make a copy of its folder \
    first, then put a back-up beside it.";

/// How long the next try has to wait.
pub fn wait(time: &str) -> String {
    format!("You can try again in {time}. Waiting longer after each wrong try keeps out people who guess.")
}

/// Wrong tries so far.
pub fn tries(count: &str) -> String {
    format!("Wrong tries since it was last opened: {count}.")
}

/// A wait in words.
pub fn seconds(count: u64) -> String {
    if count == 1 { "1 second".to_owned() } else { format!("{count} seconds") }
}

/// A longer wait in words.
pub fn minutes(count: u64) -> String {
    if count == 1 { "1 minute".to_owned() } else { format!("{count} minutes") }
}
