use contract::{ApiError, Done, ErrorCode, Page};

use super::{Group, every, id};

pub(super) fn group() -> Group {
    Group::default()
        .values(
            "ErrorCode",
            every!(ErrorCode: NoVault, VaultExists, Locked, Forbidden, HandedOver, WrongPassphrase, ConsentMissing, NotFound,
                Invalid, Conflict, IllegalMove, Signed, UnreadableAudio, ModelUnusable, WorkerCrashed, Busy,
                Cancelled, Storage, Damaged, BadCall, Internal),
        )
        .values(
            "ApiError",
            vec![
                ApiError::new(ErrorCode::Locked, "The vault is locked."),
                ApiError::invalid("details.given_name", "A client needs a given name."),
                ApiError {
                    code: ErrorCode::Internal,
                    message: "Something went wrong. Nothing was changed.".to_owned(),
                    field: None,
                    incident: Some(id(900)),
                },
            ],
        )
        .values("Page", vec![Page::default(), Page { offset: 400, limit: 50 }])
        .values("Done", vec![Done {}])
}
