//! Words of the frame around every page.

pub const NAVIGATION: &str = "Attune";
pub const TODAY: &str = "Today";
pub const CLIENTS: &str = "Clients";
pub const HOME: &str = "Home";
pub const PRACTICE: &str = "Practice";
pub const SETTINGS: &str = "Settings";
pub const RESULTS: &str = "Results";
pub const INSTRUMENTS: &str = "Instruments";
pub const MODELS: &str = "Speech models";
pub const SECURITY: &str = "Security";
pub const AUDIT: &str = "Audit log";
pub const APPEARANCE: &str = "Appearance";
pub const ABOUT: &str = "About";
pub const SEARCH: &str = "Search";
pub const LOCK: &str = "Lock";
pub const STARTING: &str = "Attune is starting";
pub const UNLOCKED: &str = "Vault unlocked";

/// When the vault locks itself.
pub fn locks_in(minutes: &str) -> String {
    format!("Vault unlocked · locks in {minutes} min")
}

pub const RECOVERY_UNCONFIRMED: &str = "Your recovery key has not been checked";
pub const RECOVERY_UNCONFIRMED_DETAIL: &str = "Without it, a forgotten passphrase means that nobody can open this \
    vault again. Making a new one takes two minutes.";
pub const OPEN_SECURITY: &str = "Make a new recovery key";

pub const LOCK_FAILED: &str = "Some changes are not saved";
pub const LOCK_ANYWAY: &str = "Lock anyway";

/// Why locking waits for an answer.
pub fn lock_failed(why: &str) -> String {
    format!("{why} If you lock now, what you typed last is lost. Everything saved before stays.")
}

pub const NOT_FOUND: &str = "There is no such page";
pub const NOT_FOUND_HEADING: &str = "Nothing is lost";
pub const NOT_FOUND_DETAIL: &str = "The address may be old or mistyped.";
pub const BACK_TO_START: &str = "Back to the start";
