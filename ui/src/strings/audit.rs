//! Words of the audit log page.

pub const TITLE: &str = "Audit log";
pub const INTRO: &str = "Everything that was read, changed, exported or unlocked. No clinical text is in it.";
pub const VERIFY: &str = "Check the whole log";
pub const CHECKPOINT: &str = "Export a checkpoint";
pub const CHECKPOINT_DETAIL: &str = "A checkpoint is a short proof of how the log stands. Kept elsewhere, it shows later \
    whether anything was taken out.";
pub const CHECKPOINT_SAVED: &str = "The checkpoint was saved. Keep it on another device.";
pub const BROKEN_TITLE: &str = "The log was tampered with or is damaged";
pub const LIST: &str = "Entries, newest first";
pub const EMPTY: &str = "No entries yet";
pub const NUMBER: &str = "No.";
pub const WHEN: &str = "When";
pub const WHO: &str = "Who";
pub const WHAT: &str = "What";
pub const OUTCOME: &str = "Outcome";
pub const THROUGH: &str = "Through";
pub const OK: &str = "done";

/// The whole log is as it was written.
pub fn intact(entries: &str) -> String {
    format!("Whole: {entries} entries, each follows from the one before.")
}

/// The log does not fit at one place.
pub fn broken(sequence: &str, message: &str) -> String {
    format!("The first entry that does not fit is number {sequence}. {message}")
}

/// What kind of entry.
pub fn kind(kind: &str) -> &str {
    match kind {
        "read" => "read",
        "change" => "change",
        "export" => "export",
        "security" => "security",
        other => other,
    }
}
