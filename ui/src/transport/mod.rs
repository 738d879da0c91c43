//! The ways to reach the core. The page never knows which one it is talking through.
//!
//! In the desktop window it is Tauri's bridge, in a browser it is HTTP on loopback; the cargo feature `fake` replaces
//! both by invented data in memory, to look at pages without a core.

mod http;
mod tauri;

#[cfg(feature = "fake")]
mod fake;

use contract::notes::ExportedFile;
use contract::recordings::PickedFile;
use contract::{ApiError, Command, ErrorCode};
use serde::Deserialize;

pub use http::adopt_token;

/// A way to reach the core.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// The desktop window.
    Tauri,
    /// A browser.
    Http,
    /// Invented data.
    #[cfg(feature = "fake")]
    Fake,
}

/// What a file is picked for; decides which files the dialog offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A recording of a session.
    Audio,
    /// A speech model.
    Model,
    /// An instrument: a pack or a FHIR Questionnaire.
    Instrument,
}

impl Purpose {
    /// The word the fronts know it by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Audio => "audio",
            Self::Model => "model",
            Self::Instrument => "instrument",
        }
    }

    /// File endings to offer, as an `accept` attribute.
    pub const fn accept(self) -> &'static str {
        match self {
            Self::Audio => ".wav,.flac,.mp3,.m4a,.mp4,.aac,.ogg,.oga,.aiff,.aif,.caf",
            Self::Model => ".bin",
            Self::Instrument => ".json,application/json",
        }
    }
}

impl Transport {
    /// Finds out where this page runs.
    pub fn detect() -> Self {
        if tauri::present() {
            return Self::Tauri;
        }
        #[cfg(feature = "fake")]
        if !http::has_token() {
            return Self::Fake;
        }
        Self::Http
    }

    /// Asks the core for one thing.
    pub async fn call<C: Command>(self, command: C) -> Result<C::Reply, ApiError> {
        let body = encode(&command)?;
        let reply = match self {
            Self::Tauri => tauri::call(C::NAME, &body).await?,
            Self::Http => http::call(C::NAME, &body).await?,
            #[cfg(feature = "fake")]
            Self::Fake => fake::call(C::NAME, &body).await?,
        };
        decode(&reply)
    }

    /// Asks for one thing and hears what is reported while it runs. Dropping the future stops listening; what was
    /// asked for goes on.
    pub async fn stream<C: Command>(
        self,
        command: C,
        mut on_event: impl FnMut(C::Event) + 'static,
    ) -> Result<C::Reply, ApiError> {
        let body = encode(&command)?;
        // An event of an unknown shape comes from a newer core; the reply that follows still counts.
        let mut hear = move |text: &str| {
            if let Ok(event) = serde_json::from_str(text) {
                on_event(event);
            }
        };
        let reply = match self {
            Self::Tauri => tauri::stream(C::NAME, &body, hear).await?,
            Self::Http => http::stream(C::NAME, &body, &mut hear).await?,
            #[cfg(feature = "fake")]
            Self::Fake => fake::stream(C::NAME, &body, &mut hear).await?,
        };
        decode(&reply)
    }

    /// Lets a person pick a file. `None` when they picked none.
    pub async fn pick_file(self, purpose: Purpose) -> Result<Option<PickedFile>, ApiError> {
        let reply = match self {
            Self::Tauri => tauri::pick_file(purpose).await?,
            Self::Http => match http::pick_file(purpose).await? {
                Some(reply) => reply,
                None => return Ok(None),
            },
            #[cfg(feature = "fake")]
            Self::Fake => fake::pick_file(purpose).await?,
        };
        decode(&reply)
    }

    /// Hands a file to the person. `false` when they chose not to keep it.
    pub async fn save_file(self, file: ExportedFile) -> Result<bool, ApiError> {
        match self {
            Self::Tauri => decode(&tauri::save_file(&encode(&file)?).await?),
            Self::Http => http::save_file(&file),
            #[cfg(feature = "fake")]
            Self::Fake => http::save_file(&file),
        }
    }
}

fn encode(value: &impl serde::Serialize) -> Result<String, ApiError> {
    serde_json::to_string(value).map_err(|_| unexpected())
}

fn decode<T: for<'a> Deserialize<'a>>(text: &str) -> Result<T, ApiError> {
    serde_json::from_str(text).map_err(|_| unexpected())
}

/// Reads a refusal; what is not one (a crash page, a lost connection) becomes one.
fn refusal(text: &str) -> ApiError {
    serde_json::from_str(text).unwrap_or_else(|_| unexpected())
}

/// The core answered in a shape this page does not know.
fn unexpected() -> ApiError {
    ApiError::new(ErrorCode::Internal, crate::strings::common::UNEXPECTED_ANSWER)
}

/// The core did not answer at all.
fn unreachable() -> ApiError {
    ApiError::new(ErrorCode::Internal, crate::strings::common::NO_ANSWER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_are_read_and_anything_else_becomes_one() {
        let refused = refusal(r#"{"code":"locked","message":"The vault is locked."}"#);
        assert_eq!(refused.code, ErrorCode::Locked, "a refusal keeps its code");
        assert_eq!(refused.message, "The vault is locked.", "a refusal keeps its words");
        let strange = refusal("<html>502</html>");
        assert_eq!(strange.code, ErrorCode::Internal, "what is no refusal is a fault of the program");
        assert!(!strange.message.contains("html"), "foreign text is never shown");
    }

    #[test]
    fn an_answer_of_another_shape_is_an_error_and_not_a_crash() {
        let answer: Result<contract::Done, _> = decode("[1,2");
        assert_eq!(answer.map_err(|e| e.code), Err(ErrorCode::Internal), "broken JSON is refused");
    }
}
