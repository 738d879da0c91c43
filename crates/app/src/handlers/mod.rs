//! One handler per command, in modules named as in `contract`.

mod audit;
mod clients;
mod consents;
mod hand_over;
mod instruments;
mod jobs;
mod models;
mod notes;
mod plans;
mod recordings;
mod result_export;
mod results;
mod risk;
mod samples;
mod screenings;
mod search;
mod sessions;
mod transcripts;
pub(crate) use transcripts::read as transcript_summary;
mod vault;

use contract::{ApiError, Page};

use crate::errors::internal;

/// The most rows a list gives at once.
const MAX_ROWS: u32 = 1000;

/// A page within bounds.
fn bounded(page: Page) -> Page {
    Page { offset: page.offset, limit: page.limit.clamp(1, MAX_ROWS) }
}

/// The longest text of a one-line field, and of a free-text field, in characters.
const MAX_LINE: usize = 500;
const MAX_TEXT: usize = 100_000;

/// Refuses a text that no person types into such a field.
fn check_length(field: &str, text: &str, most: usize) -> Result<(), ApiError> {
    if text.chars().count() <= most {
        return Ok(());
    }
    Err(ApiError::invalid(
        field,
        format!("This is longer than {most} characters. Nothing was saved. Shorten it."),
    ))
}

/// Runs work that keeps a processor busy for long without holding up everything else: key derivation, reading of text.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, ApiError> {
    tokio::task::spawn_blocking(work).await.map_err(|error| internal(&error))
}
