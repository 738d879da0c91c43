//! How the program ends.

use std::io;

use contract::{ApiError, ErrorCode};

/// Exit codes of `attunectl`; they keep their meaning between versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Ok = 0,
    /// Refused, or failed; the message says which and what was kept.
    Refused = 1,
    /// The arguments are wrong, or a passphrase was needed and there was no way to ask for it.
    Usage = 2,
    /// The vault could not be opened: no vault, locked, wrong passphrase, or too soon after a wrong one.
    Locked = 3,
    /// An input file cannot be read or used: sound, model, transcript, checkpoint.
    Unreadable = 4,
    /// The vault is damaged, or its audit log does not hold together.
    Damaged = 5,
    /// Stopped by a person.
    Interrupted = 130,
}

/// What stands at the end of `attunectl --help`.
pub(crate) const EXIT_CODES: &str = "\
Exit codes:
  0    done
  1    refused or failed; the message says what was kept
  2    wrong arguments, or no way to ask for a passphrase
  3    the vault could not be opened (none, locked, wrong passphrase)
  4    an input file cannot be read or used
  5    the vault or its audit log is damaged
  130  stopped by a person

Passphrases come from the file named in ATTUNE_PASSPHRASE_FILE, from standard input with
--passphrase-stdin, or are asked for; never from the arguments. Where a second one is needed
(a new passphrase, the recovery key) the files are named in ATTUNE_NEW_PASSPHRASE_FILE and
ATTUNE_RECOVERY_KEY_FILE, and standard input gives one per line.";

/// Why a command did not end well.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) error: ApiError,
    pub(crate) exit: Exit,
}

impl Failure {
    pub(crate) fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        ApiError::new(code, message).into()
    }

    /// The arguments do not go together.
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self { error: ApiError::new(ErrorCode::BadCall, message), exit: Exit::Usage }
    }

    /// An input file cannot be used.
    pub(crate) fn unreadable(message: impl Into<String>) -> Self {
        Self { error: ApiError::new(ErrorCode::Invalid, message), exit: Exit::Unreadable }
    }

    /// Opening or reading an input file failed. The kind is named, the path is the person's own business.
    pub(crate) fn cannot_read(what: &str, error: &io::Error) -> Self {
        Self::unreadable(format!("{what} cannot be read: {}. Nothing was changed.", plain(error)))
    }

    /// Writing an output file failed.
    pub(crate) fn cannot_write(what: &str, error: &io::Error) -> Self {
        Self::new(ErrorCode::Storage, format!("{what} cannot be written: {}.", plain(error)))
    }

    /// A fault of the program.
    pub(crate) fn internal(message: impl Into<String>) -> Self {
        Self::new(ErrorCode::Internal, message)
    }
}

/// What an error of the file system means, without the system's numbers.
fn plain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is nothing at this path".to_owned(),
        io::ErrorKind::PermissionDenied => "this user may not use it".to_owned(),
        io::ErrorKind::AlreadyExists => "there is a file of this name already".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        kind => kind.to_string(),
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        let exit = match error.code {
            ErrorCode::NoVault | ErrorCode::Locked | ErrorCode::WrongPassphrase => Exit::Locked,
            ErrorCode::UnreadableAudio | ErrorCode::ModelUnusable => Exit::Unreadable,
            ErrorCode::Damaged => Exit::Damaged,
            ErrorCode::BadCall => Exit::Usage,
            ErrorCode::Cancelled => Exit::Interrupted,
            ErrorCode::VaultExists
            | ErrorCode::Forbidden
            | ErrorCode::HandedOver
            | ErrorCode::ConsentMissing
            | ErrorCode::NotFound
            | ErrorCode::Invalid
            | ErrorCode::Conflict
            | ErrorCode::IllegalMove
            | ErrorCode::Signed
            | ErrorCode::WorkerCrashed
            | ErrorCode::Busy
            | ErrorCode::Storage
            | ErrorCode::Internal => Exit::Refused,
        };
        Self { error, exit }
    }
}
