//! Refusals as HTTP answers.

use axum::body::Body;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::{ApiError, ErrorCode};

/// An `ApiError` with the HTTP status it travels under.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    error: ApiError,
}

impl Refusal {
    /// Under the status that fits its code.
    pub(crate) fn of(error: ApiError) -> Self {
        Self { status: status(error.code), error }
    }

    /// The caller is not let in.
    pub(crate) fn forbidden(message: &str) -> Self {
        Self::of(ApiError::new(ErrorCode::Forbidden, message))
    }

    /// The body is not what this address takes.
    pub(crate) fn bad_call(message: &str) -> Self {
        Self::of(ApiError::new(ErrorCode::BadCall, message))
    }

    pub(crate) fn method() -> Self {
        let error = ApiError::new(ErrorCode::BadCall, "This address does not take this method.");
        Self { status: StatusCode::METHOD_NOT_ALLOWED, error }
    }

    pub(crate) fn media_type(expected: &str) -> Self {
        let error = ApiError::new(ErrorCode::BadCall, format!("The Content-Type must be {expected}."));
        Self { status: StatusCode::UNSUPPORTED_MEDIA_TYPE, error }
    }

    pub(crate) fn too_large(error: ApiError) -> Self {
        Self { status: StatusCode::PAYLOAD_TOO_LARGE, error }
    }
}

impl From<ApiError> for Refusal {
    fn from(error: ApiError) -> Self {
        Self::of(error)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = json(&self.error);
        *response.status_mut() = self.status;
        response
    }
}

/// An answer in JSON. Contract types always serialise; if one did not, the answer would be the fault.
pub(crate) fn json(value: &impl serde::Serialize) -> Response {
    match serde_json::to_vec(value) {
        Ok(bytes) => ([(header::CONTENT_TYPE, "application/json")], Body::from(bytes)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The status a refusal travels under; callers decide by the code, this is for tools that see only HTTP.
fn status(code: ErrorCode) -> StatusCode {
    match code {
        ErrorCode::BadCall => StatusCode::BAD_REQUEST,
        ErrorCode::Forbidden
        | ErrorCode::HandedOver
        | ErrorCode::WrongPassphrase
        | ErrorCode::ConsentMissing => StatusCode::FORBIDDEN,
        ErrorCode::NotFound => StatusCode::NOT_FOUND,
        ErrorCode::NoVault
        | ErrorCode::VaultExists
        | ErrorCode::Conflict
        | ErrorCode::IllegalMove
        | ErrorCode::Signed
        | ErrorCode::Busy
        | ErrorCode::Cancelled => StatusCode::CONFLICT,
        ErrorCode::Invalid | ErrorCode::UnreadableAudio | ErrorCode::ModelUnusable => {
            StatusCode::UNPROCESSABLE_ENTITY
        }
        ErrorCode::Locked => StatusCode::LOCKED,
        ErrorCode::Storage => StatusCode::INSUFFICIENT_STORAGE,
        ErrorCode::WorkerCrashed | ErrorCode::Damaged | ErrorCode::Internal => {
            StatusCode::INTERNAL_SERVER_ERROR
        }
    }
}
