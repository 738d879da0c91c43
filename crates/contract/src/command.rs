use serde::{Serialize, de::DeserializeOwned};

use crate::vault::Role;

/// One thing a front can ask of the core.
pub trait Command: Serialize + DeserializeOwned + Send + 'static {
    /// Wire name, `noun.verb`.
    const NAME: &'static str;
    /// Who may call it; checked by the dispatcher alone.
    const ACCESS: Access;
    /// What the audit log keeps of it; written by the dispatcher alone.
    const AUDIT: Audit;
    /// What comes back.
    type Reply: Serialize + DeserializeOwned + Send;
    /// What is reported while it runs; [`NoEvent`] for commands that answer at once.
    type Event: Serialize + DeserializeOwned + Send;
}

/// Who may call a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anyone at this device, also while the vault is absent or locked.
    Anyone,
    /// The owner of the unlocked vault, whatever their role.
    Owner,
    /// The owner of the unlocked vault if their role is one of these.
    Roles(&'static [Role]),
    /// The owner, and the client whom the device was handed to. While it is handed over, no command but these and those
    /// of anyone's can be called.
    Respondent,
}

/// What the audit log keeps of a command. Entries hold the command's name, the outcome and the id of what it was
/// about; never clinical text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audit {
    /// Nothing: the command shows no client data and changes none (polling, interface state).
    None,
    /// Client data was looked at.
    Read,
    /// Data was changed.
    Change,
    /// Data left the vault.
    Export,
    /// Keys, unlocking and locking.
    Security,
}

/// The event type of commands that report nothing while they run.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum NoEvent {}

/// Declares a command: `command!(Type, "noun.verb", access, audit, Reply)` or with `, Event` at the end.
macro_rules! command {
    ($type:ty, $name:literal, $access:expr, $audit:expr, $reply:ty) => {
        command!($type, $name, $access, $audit, $reply, $crate::NoEvent);
    };
    ($type:ty, $name:literal, $access:expr, $audit:expr, $reply:ty, $event:ty) => {
        impl $crate::Command for $type {
            const NAME: &'static str = $name;
            const ACCESS: $crate::Access = $access;
            const AUDIT: $crate::Audit = $audit;
            type Reply = $reply;
            type Event = $event;
        }
    };
}
pub(crate) use command;

/// People who work with clients: the role that clinical commands ask for.
pub(crate) const CLINICIAN: Access = Access::Roles(&[Role::Clinician]);
/// People who look after the practice's devices, policy and audit.
pub(crate) const STAFF: Access = Access::Roles(&[Role::Clinician, Role::Practice]);
/// People who may keep screenings: of their clients, or their own.
pub(crate) const CARE: Access = Access::Roles(&[Role::Clinician, Role::Client]);
