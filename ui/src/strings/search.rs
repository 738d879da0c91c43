//! Words of the search.

pub const TITLE: &str = "Search";
pub const LABEL: &str = "Search clients, transcripts and notes";
pub const HINT: &str = "Names, or words that were said or written. Everything is searched inside the vault.";
pub const RESULTS: &str = "Found";
pub const IN_CLIENT: &str = "Client";
pub const IN_SEGMENT: &str = "Said in a session";
pub const IN_NOTE: &str = "Note";

/// Nothing was found.
pub fn nothing(query: &str) -> String {
    format!("Nothing found for “{query}”. Fewer words, or the beginning of one, find more.")
}

/// How many were found.
pub fn found(count: &str) -> String {
    format!("{count} found")
}
