//! The vault: making, opening, locking, and its keys.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::command::command;
use crate::{Access, Audit, Done, ScreeningId};

/// What the vault's owner is, chosen when it is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Therapist or nurse: caseload, sessions, notes.
    Clinician,
    /// A person in care: screenings, conversations, journal.
    Client,
    /// Practice manager: people, policy, audit.
    Practice,
}

/// Whether there is a vault and whether it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VaultState {
    /// None on this device.
    Absent,
    /// There, and closed.
    Locked,
    /// Open.
    Unlocked,
}

/// Whether the operating system's key store can hold this device's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyStoreState {
    /// None on this machine, or it does not answer.
    Unavailable,
    /// It is there, and this vault does not use it.
    Available,
    /// This vault can be opened with it.
    Enrolled,
}

/// How things stand with the vault. Safe to show while locked: no name, no clinical data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VaultStatus {
    /// Absent, locked or unlocked.
    pub state: VaultState,
    /// The vault's id, unless absent.
    pub vault_id: Option<Uuid>,
    /// The owner; only while unlocked.
    pub owner: Option<Owner>,
    /// The operating system's key store.
    pub key_store: KeyStoreState,
    /// Wrong passphrases since the last right one.
    pub failed_tries: u32,
    /// How long the next try has to wait; 0 when it need not.
    pub retry_after_ms: u64,
    /// Minutes without activity after which the vault locks itself; only while unlocked.
    pub auto_lock_minutes: Option<u32>,
    /// When it will lock itself unless someone is active before; only while unlocked.
    pub locks_at: Option<DateTime<Utc>>,
    /// False until the owner has proved to hold the recovery key; only while unlocked.
    pub recovery_confirmed: Option<bool>,
    /// The screening the device was handed over for; only while unlocked and handed over. The owner is not told then.
    #[serde(default)]
    pub handed_over: Option<ScreeningId>,
    /// The program's version.
    pub version: String,
}

/// The vault's owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// Name as it stands under notes.
    pub name: String,
    /// What they are.
    pub role: Role,
}

/// Asks how things stand; never counts as activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetStatus {}
command!(GetStatus, "vault.status", Access::Anyone, Audit::None, VaultStatus);

/// Asks whether a passphrase would be accepted, while it is being typed. Nothing is kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckPassphrase {
    /// The passphrase so far.
    pub passphrase: String,
    /// The owner's name: a passphrase made of it is refused.
    #[serde(default)]
    pub name: String,
}
command!(CheckPassphrase, "vault.check_passphrase", Access::Anyone, Audit::None, PassphraseVerdict);

/// Whether a passphrase is acceptable, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum PassphraseVerdict {
    /// Good.
    Acceptable,
    /// Fewer than 15 characters.
    TooShort {
        /// Characters so far.
        characters: u32,
        /// Characters needed.
        needed: u32,
    },
    /// More than can be taken.
    TooLong,
    /// Too easy to guess: a common phrase, a repetition, a keyboard walk, one's own name.
    TooCommon,
}

/// Makes the vault. It is open afterwards.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateVault {
    /// What the owner is.
    pub role: Role,
    /// The owner's name, for notes and the audit log.
    pub name: String,
    /// At least 15 characters.
    pub passphrase: String,
    /// Whether this device's key store may open the vault as well.
    pub use_key_store: bool,
}
command!(CreateVault, "vault.create", Access::Anyone, Audit::Security, NewRecoveryKey);

/// A recovery key, shown once and never again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewRecoveryKey {
    /// Its words, in order.
    pub words: Vec<String>,
    /// When it was made, for the print.
    pub made_at: DateTime<Utc>,
    /// The vault it opens, for the print.
    pub vault_id: Uuid,
}

/// Proves that the recovery key was written down: some of its words by position.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmRecoveryKey {
    /// At least three words with their positions, counted from 1.
    pub words: Vec<RecoveryWord>,
}
command!(ConfirmRecoveryKey, "vault.confirm_recovery_key", Access::Owner, Audit::Security, RecoveryCheck);

/// Shows no word: a recovery key must not reach a log by way of `{:?}`.
impl std::fmt::Debug for NewRecoveryKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewRecoveryKey").field("vault_id", &self.vault_id).finish_non_exhaustive()
    }
}

/// One word of the recovery key.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryWord {
    /// Counted from 1.
    pub position: u32,
    /// The word as typed.
    pub word: String,
}

/// Whether the words were right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum RecoveryCheck {
    /// All right; the vault remembers it.
    Confirmed,
    /// These positions are wrong.
    Wrong {
        /// Positions, counted from 1.
        positions: Vec<u32>,
    },
}

/// Makes a new recovery key; the earlier one stops working.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MakeRecoveryKey {
    /// The passphrase once more.
    pub passphrase: String,
}
command!(MakeRecoveryKey, "vault.make_recovery_key", Access::Owner, Audit::Security, NewRecoveryKey);

/// Opens the vault with the passphrase.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnlockVault {
    /// The passphrase.
    pub passphrase: String,
}
command!(UnlockVault, "vault.unlock", Access::Anyone, Audit::Security, UnlockOutcome);

/// Opens the vault with the key in this device's key store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnlockWithKeyStore {}
command!(UnlockWithKeyStore, "vault.unlock_with_key_store", Access::Anyone, Audit::Security, UnlockOutcome);

/// How an attempt to open the vault ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum UnlockOutcome {
    /// Open.
    Unlocked,
    /// Not the passphrase (or not the recovery key) of this vault.
    Wrong {
        /// Wrong tries since the last right one.
        failed_tries: u32,
        /// How long the next try has to wait.
        retry_after_ms: u64,
    },
    /// Too soon after a wrong try; this one was not looked at.
    Delayed {
        /// How long to wait.
        retry_after_ms: u64,
    },
    /// The key store is gone, locked or no longer holds this vault's key: use the passphrase.
    KeyStoreUnusable,
    /// Typed recovery words that cannot be a recovery key at all.
    NotARecoveryKey {
        /// What is wrong with them, without repeating them.
        message: String,
    },
    /// The vault's header or database is damaged. Nothing was changed.
    Damaged {
        /// What was found and what can be done.
        message: String,
    },
}

/// Opens the vault with the recovery key and sets a new passphrase.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoverVault {
    /// The 24 words, however typed.
    pub words: String,
    /// The new passphrase.
    pub new_passphrase: String,
}
command!(RecoverVault, "vault.recover", Access::Anyone, Audit::Security, UnlockOutcome);

/// Closes the vault and drops its keys. Jobs are stopped; what they have written stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockVault {}
command!(LockVault, "vault.lock", Access::Respondent, Audit::Security, Done);

/// Tells that a person is active, so that the vault stays open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepAwake {}
command!(KeepAwake, "vault.keep_awake", Access::Respondent, Audit::None, Done);

/// Replaces the passphrase.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangePassphrase {
    /// The one that holds now.
    pub current: String,
    /// The one to come.
    pub new: String,
}
command!(ChangePassphrase, "vault.change_passphrase", Access::Owner, Audit::Security, Done);

/// Replaces every key of the vault: database and recordings are re-encrypted or re-wrapped, and a new recovery key
/// comes back. The passphrase stays.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RekeyVault {
    /// The passphrase once more.
    pub passphrase: String,
}
command!(RekeyVault, "vault.rekey", Access::Owner, Audit::Security, NewRecoveryKey);

/// Lets this device's key store open the vault, or stops that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetKeyStore {
    /// Whether it may.
    pub enrolled: bool,
}
command!(SetKeyStore, "vault.set_key_store", Access::Owner, Audit::Security, VaultStatus);

/// Sets after how many minutes without activity the vault locks itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAutoLock {
    /// From 1 to 60.
    pub minutes: u32,
}
command!(SetAutoLock, "vault.set_auto_lock", Access::Owner, Audit::Change, VaultStatus);
