//! Words of the first run.

use contract::vault::Role;

pub const WHO_TITLE: &str = "Who will use Attune on this device?";
pub const WHO_DETAIL: &str = "Everything stays on this device, in an encrypted vault only you can open. \
    The choice decides what the vault is for.";
pub const CONTINUE: &str = "Continue";
pub const BACK: &str = "Back";

/// A role's name.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Clinician => "Clinician",
        Role::Client => "Client",
        Role::Practice => "Practice manager",
    }
}

/// What a role does here.
pub const fn role_detail(role: Role) -> &'static str {
    match role {
        Role::Clinician => "Sessions, transcripts and notes for the people in your care.",
        Role::Client => {
            "Your own space: fill in screenings, see how you are doing over time, and keep a safety plan."
        }
        Role::Practice => "Looks after devices, speech models and the audit log. Sees no clients.",
    }
}

pub const KEYS_TITLE: &str = "Your name and a passphrase";
pub const KEYS_DETAIL: &str =
    "The passphrase opens the vault. Nobody else knows it, and nobody can reset it for you.";
pub const NAME: &str = "Your name";
pub const NAME_HINT: &str = "As it should stand under your notes.";
pub const NAME_MISSING: &str = "Write your name.";
pub const PASSPHRASE: &str = "Passphrase";
pub const KEY_STORE: &str = "Let this computer open the vault too";
pub const KEY_STORE_HINT: &str = "The key is kept in the system’s key store and opens the vault while you are signed in \
    to this computer. You can change this later.";
pub const CREATE: &str = "Make the vault";
