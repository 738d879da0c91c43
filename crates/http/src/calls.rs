//! Commands over HTTP.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use contract::{ApiError, ErrorCode};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::sync::mpsc;

use crate::Front;
use crate::body::{Unread, cut_off, read, read_command, require_media_type};
use crate::refusal::{Refusal, json};

/// File systems take no longer names.
const MAX_NAME_BYTES: usize = 255;

/// Tells that the server is there, and nothing else: it asks for no token.
pub(crate) async fn health() -> Response {
    json(&serde_json::json!({ "status": "ok" }))
}

/// Runs one command. It goes on when the caller hangs up: half of a change of keys must not depend on a socket.
pub(crate) async fn call(
    State(front): State<Arc<Front>>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    let command = read_command(&headers, body).await?;
    let app = Arc::clone(&front.app);
    let work = tokio::spawn(async move { app.call(app::Front::Http, &name, command).await });
    let reply = work.await.unwrap_or_else(|_| Err(fault()))?;
    Ok(json(&reply))
}

/// A line of a streamed answer.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Event(Value),
    Reply(Value),
    Error(ApiError),
}

impl Line {
    fn bytes(&self) -> Vec<u8> {
        // Contract types always serialise; a line that did not would be left out.
        let mut bytes = serde_json::to_vec(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

/// Runs one command and sends what it reports as it comes. A caller that hangs up stops listening, nothing more.
pub(crate) async fn stream(
    State(front): State<Arc<Front>>,
    Path(name): Path<String>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    let command = read_command(&headers, body).await?;
    // Events are few and small (progress is batched in the core), so that a slow listener cannot pile up much.
    let (lines, heard) = mpsc::unbounded_channel::<Vec<u8>>();
    let app = Arc::clone(&front.app);
    tokio::spawn(async move {
        let events = lines.clone();
        let work = tokio::spawn(async move {
            let mut on_event = |event| {
                // Nobody listens any more: the command goes on without.
                let _ = events.send(Line::Event(event).bytes());
            };
            app.call_streaming(app::Front::Http, &name, command, &mut on_event).await
        });
        let last = match work.await.unwrap_or_else(|_| Err(fault())) {
            Ok(reply) => Line::Reply(reply),
            Err(error) => Line::Error(error),
        };
        let _ = lines.send(last.bytes());
    });
    let body = futures_util::stream::unfold(heard, |mut heard| async move {
        heard.recv().await.map(|line| (Ok::<_, std::convert::Infallible>(line), heard))
    });
    Ok(([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(body)).into_response())
}

/// What the page says about the file.
#[derive(Deserialize)]
pub(crate) struct PickQuery {
    #[serde(default)]
    name: String,
}

/// Takes a file that a person picked in the page. It stays in memory: on the disk it would lie in the clear.
pub(crate) async fn pick(
    State(front): State<Arc<Front>>,
    query: Result<Query<PickQuery>, axum::extract::rejection::QueryRejection>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Refusal> {
    let Query(query) = query.map_err(|_| Refusal::bad_call("The name of the file cannot be read."))?;
    require_media_type(&headers, "application/octet-stream")?;
    let limit = front.max_pick_bytes;
    let bytes = read(&headers, body, limit).await.map_err(|unread| match unread {
        Unread::TooLarge => Refusal::too_large(ApiError::invalid(
            "source",
            format!(
                "This file is larger than {} MB, the most that can be handed over in a browser. Nothing was \
                 imported. Use the desktop program or attunectl, which read a file where it lies.",
                limit >> 20
            ),
        )),
        Unread::Broken => cut_off(),
    })?;
    Ok(json(&front.app.pick_bytes(&plain_name(&query.name), bytes)?))
}

/// The name without folders and control characters, never empty, never longer than a file system takes.
fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let mut plain = String::new();
    for character in last.chars().filter(|c| !c.is_control()) {
        if plain.len() + character.len_utf8() > MAX_NAME_BYTES {
            break;
        }
        plain.push(character);
    }
    if plain.is_empty() { "file".to_owned() } else { plain }
}

/// The core panicked while it worked on a call; what it had open was rolled back.
fn fault() -> ApiError {
    ApiError::new(
        ErrorCode::Internal,
        "Attune failed while it worked on this. What was saved before is kept. Try again; if it happens again, \
         restart Attune.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_folders_and_what_no_name_holds() {
        for (given, plain) in [
            ("session.flac", "session.flac"),
            ("../../etc/passwd", "passwd"),
            ("C:\\Users\\x\\a b.wav", "a b.wav"),
            ("a\u{0}\r\nb.wav", "ab.wav"),
            ("", "file"),
            ("folder/", "file"),
        ] {
            assert_eq!(plain_name(given), plain, "the plain form of {given:?}");
        }
        let long = plain_name(&"é".repeat(400));
        assert!(long.len() <= MAX_NAME_BYTES && !long.is_empty(), "a long name is cut at a character");
    }
}
