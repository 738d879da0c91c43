//! From the errors of the crates below to what a person reads. Foreign detail goes to the log under an incident id.

use contract::{ApiError, ErrorCode};
use crypto::{HeaderError, NoRandomness};
use store::StoreError;
use uuid::Uuid;

/// An error that a person cannot do anything about: logged in full, shown as an incident.
#[allow(clippy::disallowed_methods)] // an incident's id names a log line and reaches no record
pub(crate) fn internal(error: &(dyn std::error::Error + 'static)) -> ApiError {
    let incident = Uuid::now_v7();
    tracing::error!(%incident, error, "internal error");
    ApiError {
        code: ErrorCode::Internal,
        message: "Something went wrong inside the program. Nothing was changed. Try again; if it happens again, report \
                  the incident number."
            .to_owned(),
        field: None,
        incident: Some(incident),
    }
}

pub(crate) fn not_found(what: &str) -> ApiError {
    ApiError::new(ErrorCode::NotFound, format!("This {what} is not in the vault."))
}

pub(crate) fn locked() -> ApiError {
    ApiError::new(ErrorCode::Locked, "The vault is locked. Unlock it to go on.")
}

pub(crate) fn handed_over() -> ApiError {
    ApiError::new(
        ErrorCode::HandedOver,
        "This device is handed over for a screening. Nothing else can be opened until it is taken back with the passphrase.",
    )
}

/// Turns a fault of the store into what a person reads.
pub(crate) fn from_store(error: StoreError) -> ApiError {
    match error {
        StoreError::NotFound => not_found("record"),
        StoreError::Conflict => ApiError::new(
            ErrorCode::Conflict,
            "This was changed elsewhere meanwhile. Nothing was overwritten: open it again and repeat the change.",
        ),
        StoreError::Refused(ref reason) if reason.contains("signed note") => ApiError::new(
            ErrorCode::Signed,
            "This note is signed and never changes. Add an addendum instead.",
        ),
        StoreError::Refused(ref reason) if reason.contains("finished screening") => ApiError::new(
            ErrorCode::IllegalMove,
            "This screening is finished and never changes. Nothing was overwritten: begin a new one.",
        ),
        StoreError::Refused(ref reason) if reason.contains("acknowledged alert") => ApiError::new(
            ErrorCode::IllegalMove,
            "This alert was acknowledged already. What was written then stays.",
        ),
        StoreError::DiskFull => ApiError::new(
            ErrorCode::Storage,
            "The disk is full or cannot be written. What was saved before is safe. Free some space and try again.",
        ),
        StoreError::Damaged | StoreError::NotADatabase => ApiError::new(
            ErrorCode::Damaged,
            "The vault’s database is damaged. Nothing was changed. Close the program and restore a back-up.",
        ),
        StoreError::TooNew => ApiError::new(
            ErrorCode::Damaged,
            "This vault was written by a newer version of Attune. Nothing was changed. Install that version.",
        ),
        other => internal(&other),
    }
}

/// Turns a fault of the vault's header into what a person reads.
pub(crate) fn from_header(error: HeaderError) -> ApiError {
    match error {
        HeaderError::AlreadyThere => vault_exists(),
        HeaderError::Missing => {
            ApiError::new(ErrorCode::NoVault, "There is no vault on this device yet. Create one first.")
        }
        HeaderError::Damaged => ApiError::new(ErrorCode::Damaged, DAMAGED_HEADER),
        HeaderError::TooNew { .. } => from_store(StoreError::TooNew),
        other => internal(&other),
    }
}

pub(crate) fn vault_exists() -> ApiError {
    ApiError::new(ErrorCode::VaultExists, "There is a vault on this device already. It is never overwritten.")
}

pub(crate) fn from_randomness(error: NoRandomness) -> ApiError {
    internal(&error)
}

/// Turns a fault of the file system into what a person reads.
pub(crate) fn from_io(error: std::io::Error) -> ApiError {
    match error.kind() {
        std::io::ErrorKind::StorageFull
        | std::io::ErrorKind::QuotaExceeded
        | std::io::ErrorKind::ReadOnlyFilesystem
        | std::io::ErrorKind::PermissionDenied => from_store(StoreError::DiskFull),
        _ => internal(&error),
    }
}

const DAMAGED_HEADER: &str = "The vault’s key file is damaged, so no passphrase can open it. Nothing was \
    changed. Restore the file “header” from a back-up of the vault’s folder.";
