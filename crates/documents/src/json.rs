//! A note as JSON.

use serde::Serialize;

use crate::NoteDocument;

/// Name and version of the JSON form. The number rises when a field changes its meaning or goes away; fields may be
/// added under the same number, so a reader ignores those it does not know.
pub const JSON_SCHEMA: &str = "attune.note/1";

/// The outermost object: the schema's name, then the note's own fields.
#[derive(Serialize)]
struct Envelope<'a> {
    schema: &'static str,
    #[serde(flatten)]
    note: &'a NoteDocument,
}

/// The note as JSON, indented, under the schema [`JSON_SCHEMA`].
///
/// The fields are those of [`NoteDocument`], by the same names and in the same order, after `schema`. Instants are
/// RFC 3339 in UTC, dates `YYYY-MM-DD`, lengths and offsets in recordings whole milliseconds, ids hyphenated UUIDs.
/// What is absent is `null`. A sentence’s `evidence` counts from 0 into the note’s `sources`, its `screenings` into the
/// note’s `screenings`; the printed forms count from 1. `status` is `draft`, `reviewed`, `signed` or `archived`;
/// `origin` is `rules`, `model` or `person`. Text is exactly as in the vault: what it holds is escaped by JSON and by
/// nothing else.
///
/// # Panics
/// Never: everything in a note has a JSON form.
#[must_use]
pub fn to_json(note: &NoteDocument) -> String {
    let mut json = serde_json::to_string_pretty(&Envelope { schema: JSON_SCHEMA, note })
        .expect("a note holds text, numbers, lists and times, and all of them have a JSON form");
    json.push('\n');
    json
}
