use serde::{Deserialize, Serialize};

/// Why the core refused or failed. `message` is written for the person at the screen: what happened, what was kept,
/// what to do next. Foreign detail (database, file system) is logged under `incident` and never sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{message}")]
pub struct ApiError {
    /// What kind of refusal this is; fronts decide by this, never by the message.
    pub code: ErrorCode,
    /// Plain sentences for a person.
    pub message: String,
    /// The input field the message is about, as named in the command.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Where the details stand in this device's log.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub incident: Option<uuid::Uuid>,
}

impl ApiError {
    /// A refusal without a field.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), field: None, incident: None }
    }

    /// A refusal because of one input field.
    pub fn invalid(field: &str, message: impl Into<String>) -> Self {
        Self {
            code: ErrorCode::Invalid,
            message: message.into(),
            field: Some(field.to_owned()),
            incident: None,
        }
    }
}

/// Kinds of refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// There is no vault on this device yet.
    NoVault,
    /// A vault exists already; it is never overwritten.
    VaultExists,
    /// The vault is locked.
    Locked,
    /// The owner's role, or the front the call came through, does not allow this.
    Forbidden,
    /// The device is handed over to a client: only their screening can be reached.
    HandedOver,
    /// A passphrase that was asked for again is wrong.
    WrongPassphrase,
    /// Consent for this step was not given, or was withdrawn.
    ConsentMissing,
    /// No such record.
    NotFound,
    /// The input is not usable; `field` says which part.
    Invalid,
    /// Someone saved a newer version meanwhile; nothing was overwritten.
    Conflict,
    /// The record's state does not allow this step.
    IllegalMove,
    /// The note is signed and never changes.
    Signed,
    /// The sound file cannot be used.
    UnreadableAudio,
    /// The speech model cannot be used.
    ModelUnusable,
    /// The speech program stopped; nothing recorded was lost.
    WorkerCrashed,
    /// A job of this kind is running for this record already.
    Busy,
    /// A person stopped the job.
    Cancelled,
    /// The disk is full or refused to write.
    Storage,
    /// The vault's files are damaged.
    Damaged,
    /// The call itself is malformed: unknown command or wrong shape.
    BadCall,
    /// A fault of the program.
    Internal,
}
