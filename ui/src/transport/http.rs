//! HTTP on loopback, for a browser: the same commands, with a token that arrives once in the address.

use contract::notes::ExportedFile;
use contract::{ApiError, ErrorCode};
use js_sys::{Array, Reflect, Uint8Array};
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Blob, BlobPropertyBag, File, HtmlAnchorElement, HtmlInputElement,
    ReadableStreamDefaultReader, RequestInit, Response, Url,
};

use super::{Purpose, refusal, unexpected, unreachable};

/// Where the token is kept: as long as this tab lives, and for no other tab.
const TOKEN: &str = "attune.token";

/// Takes the token out of the address (`#token=…`), so that it is neither seen, copied nor kept in the history.
pub fn adopt_token() {
    let Some(window) = web_sys::window() else { return };
    let hash = window.location().hash().unwrap_or_default();
    let Some(token) = token_in(&hash) else { return };
    if let Ok(Some(storage)) = window.session_storage() {
        // A browser that refuses storage leaves us without a token; the core then refuses every call and says so.
        let _ = storage.set_item(TOKEN, token);
    }
    let path = window.location().pathname().unwrap_or_else(|_| "/".to_owned());
    let path = path + &window.location().search().unwrap_or_default();
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
}

/// Whether a core gave this tab a token.
#[cfg(feature = "fake")]
pub fn has_token() -> bool {
    web_sys::window().and_then(|window| token(&window)).is_some()
}

fn token_in(hash: &str) -> Option<&str> {
    hash.strip_prefix('#')?.split('&').find_map(|part| part.strip_prefix("token=")).filter(|t| !t.is_empty())
}

pub async fn call(name: &str, body: &str) -> Result<String, ApiError> {
    let response = post(&format!("/api/call/{name}"), &body.into(), "application/json", None).await?;
    whole(&response).await
}

pub async fn stream(name: &str, body: &str, hear: &mut dyn FnMut(&str)) -> Result<String, ApiError> {
    let hang_up = HangUp(AbortController::new().map_err(|_| unreachable())?);
    let path = format!("/api/stream/{name}");
    let response = post(&path, &body.into(), "application/json", Some(&hang_up.0)).await?;
    if !response.ok() {
        return whole(&response).await;
    }
    let reader: ReadableStreamDefaultReader =
        response.body().ok_or_else(unexpected)?.get_reader().unchecked_into();
    let mut lines = Lines::default();
    loop {
        let step = JsFuture::from(reader.read()).await.map_err(|_| unreachable())?;
        let over = Reflect::get(&step, &"done".into()).ok().and_then(|v| v.as_bool()).unwrap_or(true);
        if !over {
            let chunk = Reflect::get(&step, &"value".into()).map_err(|_| unexpected())?;
            lines.push(&Uint8Array::new(&chunk).to_vec());
        }
        while let Some(line) = lines.next_line(over) {
            match Line::read(&line)? {
                Line::Event(event) => hear(&event),
                Line::Reply(reply) => return Ok(reply),
            }
        }
        if over {
            return Err(unreachable());
        }
    }
}

/// Shows the browser's own dialog and sends the chosen file to the core.
pub async fn pick_file(purpose: Purpose) -> Result<Option<String>, ApiError> {
    let Some(file) = ask_for_file(purpose).await? else { return Ok(None) };
    let name = String::from(js_sys::encode_uri_component(&file.name()));
    let path = format!("/api/picks?name={name}");
    let response = post(&path, file.as_ref(), "application/octet-stream", None).await?;
    whole(&response).await.map(Some)
}

/// Saves a file as a download.
pub fn save_file(file: &ExportedFile) -> Result<bool, ApiError> {
    download(file).map(|()| true).map_err(|_| unexpected())
}

fn download(file: &ExportedFile) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let binary = window.atob(&file.data_base64)?;
    let bytes: Vec<u8> = binary.chars().map(|c| c as u8).collect();
    let options = BlobPropertyBag::new();
    options.set_type(&file.media_type);
    let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(&file.file_name);
    link.click();
    Url::revoke_object_url(&address)
}

async fn ask_for_file(purpose: Purpose) -> Result<Option<File>, ApiError> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or_else(unexpected)?;
    let input: HtmlInputElement =
        document.create_element("input").map_err(|_| unexpected())?.unchecked_into();
    input.set_type("file");
    input.set_accept(purpose.accept());
    // The input has to be in the page for some engines to report a cancelled dialog.
    input.set_hidden(true);
    let body = document.body().ok_or_else(unexpected)?;
    body.append_child(&input).map_err(|_| unexpected())?;
    let chosen = js_sys::Promise::new(&mut |resolve, _| {
        for event in ["change", "cancel"] {
            let answer = resolve.clone();
            let once = Closure::once_into_js(move || answer.call0(&JsValue::NULL));
            // Adding a listener to an element of our own cannot fail.
            let _ = input.add_event_listener_with_callback(event, once.unchecked_ref());
        }
        input.click();
    });
    let answered = JsFuture::from(chosen).await;
    input.remove();
    answered.map_err(|_| unexpected())?;
    Ok(input.files().and_then(|files| files.get(0)))
}

async fn post(
    path: &str,
    body: &JsValue,
    media_type: &str,
    hang_up: Option<&AbortController>,
) -> Result<Response, ApiError> {
    let window = web_sys::window().ok_or_else(unreachable)?;
    let headers = web_sys::Headers::new().map_err(|_| unexpected())?;
    headers.set("Content-Type", media_type).map_err(|_| unexpected())?;
    if let Some(token) = token(&window) {
        headers.set("Authorization", &format!("Bearer {token}")).map_err(|_| unexpected())?;
    }
    let options = RequestInit::new();
    options.set_method("POST");
    options.set_headers(&headers);
    options.set_body(body);
    if let Some(hang_up) = hang_up {
        options.set_signal(Some(&hang_up.signal()));
    }
    let answer = JsFuture::from(window.fetch_with_str_and_init(path, &options)).await;
    answer.map_err(|_| unreachable())?.dyn_into().map_err(|_| unexpected())
}

fn token(window: &web_sys::Window) -> Option<String> {
    window.session_storage().ok()??.get_item(TOKEN).ok()?
}

async fn whole(response: &Response) -> Result<String, ApiError> {
    let text = response.text().map_err(|_| unexpected())?;
    let text = JsFuture::from(text).await.map_err(|_| unreachable())?.as_string().unwrap_or_default();
    if response.ok() { Ok(text) } else { Err(refusal(&text)) }
}

/// Ends the request when the listener goes away, so that the core does not talk to nobody.
struct HangUp(AbortController);

impl Drop for HangUp {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// A line of a streamed answer.
enum Line {
    Event(String),
    Reply(String),
}

impl Line {
    fn read(text: &str) -> Result<Self, ApiError> {
        #[derive(Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum Wire {
            Event(serde_json::Value),
            Reply(serde_json::Value),
            Error(ApiError),
        }
        match serde_json::from_str(text) {
            Ok(Wire::Event(event)) => Ok(Self::Event(event.to_string())),
            Ok(Wire::Reply(reply)) => Ok(Self::Reply(reply.to_string())),
            Ok(Wire::Error(error)) => Err(error),
            Err(_) => Err(ApiError::new(ErrorCode::Internal, crate::strings::common::UNEXPECTED_ANSWER)),
        }
    }
}

/// Cuts bytes into lines; a chunk of the network may end anywhere, also inside a character.
#[derive(Default)]
struct Lines {
    bytes: Vec<u8>,
}

impl Lines {
    fn push(&mut self, chunk: &[u8]) {
        self.bytes.extend_from_slice(chunk);
    }

    /// The next whole line; at the end of the stream also one without a line break.
    fn next_line(&mut self, over: bool) -> Option<String> {
        loop {
            let (line, rest) = match self.bytes.iter().position(|b| *b == b'\n') {
                Some(end) => (self.bytes[..end].to_vec(), self.bytes.split_off(end + 1)),
                None if over && !self.bytes.is_empty() => (std::mem::take(&mut self.bytes), Vec::new()),
                None => return None,
            };
            self.bytes = rest;
            let line = String::from_utf8_lossy(&line).trim().to_owned();
            if !line.is_empty() {
                return Some(line);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_out_whole_however_the_bytes_are_cut() {
        let text = "{\"event\":\"é\"}\n\n{\"reply\":{}}";
        for cut in 0..text.len() {
            let mut lines = Lines::default();
            let mut found = Vec::new();
            for (part, over) in [(&text.as_bytes()[..cut], false), (&text.as_bytes()[cut..], true)] {
                lines.push(part);
                while let Some(line) = lines.next_line(over) {
                    found.push(line);
                }
            }
            assert_eq!(found, ["{\"event\":\"é\"}", "{\"reply\":{}}"], "cut at byte {cut}");
        }
    }

    #[test]
    fn a_streamed_refusal_ends_the_stream_with_its_code() {
        let ended = Line::read(r#"{"error":{"code":"cancelled","message":"Stopped."}}"#);
        assert_eq!(ended.err().map(|e| e.code), Some(ErrorCode::Cancelled), "the code is kept");
    }

    #[test]
    fn the_token_is_found_in_the_address_and_nothing_else_is_taken_for_it() {
        assert_eq!(token_in("#token=abc"), Some("abc"), "alone");
        assert_eq!(token_in("#x=1&token=abc"), Some("abc"), "beside others");
        for no_token in ["", "#", "#token=", "#atoken=abc", "token=abc"] {
            assert_eq!(token_in(no_token), None, "no token in {no_token:?}");
        }
    }
}
