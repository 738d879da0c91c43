//! Request bodies, read to a limit.

use axum::body::Body;
use axum::http::{HeaderMap, header};
use futures_util::StreamExt as _;
use serde_json::Value;

use crate::refusal::Refusal;

/// No command comes near: the longest notes are some hundred kilobytes.
const MAX_COMMAND_BYTES: u64 = 16 << 20;
/// What is still read of a body that is too large, as a multiple of the limit. A browser that is cut off while it sends
/// reports a broken connection instead of the answer.
const READ_ON: u64 = 4;

/// A body that was not taken.
pub(crate) enum Unread {
    /// Larger than the limit.
    TooLarge,
    /// The caller went away, or broke the protocol.
    Broken,
}

/// Reads a whole body of at most `limit` bytes.
pub(crate) async fn read(headers: &HeaderMap, body: Body, limit: u64) -> Result<Vec<u8>, Unread> {
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<u64>().ok());
    let mut bytes = Vec::new();
    let mut count = 0u64;
    let mut chunks = body.into_data_stream();
    while let Some(chunk) = chunks.next().await {
        let chunk = chunk.map_err(|_| Unread::Broken)?;
        count = count.saturating_add(chunk.len() as u64);
        if count > limit.saturating_mul(READ_ON) {
            break;
        }
        if count.max(announced.unwrap_or(0)) > limit {
            bytes = Vec::new();
        } else {
            bytes.extend_from_slice(&chunk);
        }
    }
    if count > limit { Err(Unread::TooLarge) } else { Ok(bytes) }
}

/// Reads a command.
pub(crate) async fn read_command(headers: &HeaderMap, body: Body) -> Result<Value, Refusal> {
    require_media_type(headers, "application/json")?;
    let bytes = read(headers, body, MAX_COMMAND_BYTES).await.map_err(|unread| match unread {
        Unread::TooLarge => Refusal::too_large(contract::ApiError::new(
            contract::ErrorCode::BadCall,
            "The call is larger than any command. Nothing was changed.",
        )),
        Unread::Broken => cut_off(),
    })?;
    serde_json::from_slice(&bytes).map_err(|_| Refusal::bad_call("The body of the call is not JSON."))
}

pub(crate) fn cut_off() -> Refusal {
    Refusal::bad_call("The call was cut off before its end. Nothing was changed.")
}

/// A form on a foreign page cannot send these types: asking for them exactly is one more barrier.
pub(crate) fn require_media_type(headers: &HeaderMap, expected: &str) -> Result<(), Refusal> {
    let value = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media_type = value.split(';').next().unwrap_or_default().trim();
    if media_type.eq_ignore_ascii_case(expected) { Ok(()) } else { Err(Refusal::media_type(expected)) }
}
