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
    format!("Complete: {entries} entries, each follows from the one before.")
}

/// The log does not fit at one place.
pub fn broken(sequence: &str, message: &str) -> String {
    format!("The first entry that does not fit is number {sequence}. {message}")
}

/// What was done, in words; a command without words of its own is told by its name.
pub fn action(command: &str) -> &str {
    match command {
        "audit.checkpoint" => "Checkpoint of the log exported",
        "audit.list" => "Audit log read",
        "audit.verify" => "Audit log checked",
        "batteries.list" => "Sets listed",
        "batteries.remove" => "Set removed",
        "batteries.save" => "Set saved",
        "clients.create" => "Client added",
        "clients.get" => "Client opened",
        "clients.list" => "Clients listed",
        "clients.own" => "Own record opened",
        "clients.update" => "Client’s details changed",
        "consents.give" => "Consent recorded",
        "consents.list" => "Consents read",
        "consents.texts" => "Consent texts read",
        "consents.withdraw" => "Consent withdrawn",
        "hand_over.begin" => "Device handed to the client",
        "hand_over.end" => "Device taken back",
        "instruments.add" => "Instrument added",
        "instruments.get" => "Instrument opened",
        "instruments.list" => "Instruments listed",
        "instruments.set_enabled" => "Instrument switched on or off",
        "jobs.cancel" => "Work stopped",
        "jobs.list" => "Running work listed",
        "jobs.watch" => "Running work followed",
        "models.add" => "Speech model added",
        "models.list" => "Speech models listed",
        "models.remove" => "Speech model removed",
        "notes.add_addendum" => "Addendum written",
        "notes.draft" => "Note drafted",
        "notes.export" => "Note exported",
        "notes.get" => "Note read",
        "notes.get_version" => "Earlier version of a note read",
        "notes.save" => "Note changed",
        "notes.sign" => "Note signed",
        "notes.versions" => "Versions of a note listed",
        "recordings.delete" => "Recording deleted",
        "recordings.import" => "Recording imported",
        "recordings.read_audio" => "Recording played",
        "recordings.waveform" => "Picture of a recording read",
        "risk.acknowledge" => "Alert acknowledged",
        "risk.alerts" => "Alerts read",
        "risk.helplines" => "Helplines shown",
        "safety_plans.get" => "Safety plan read",
        "safety_plans.save" => "Safety plan saved",
        "samples.add" => "Sample sessions added",
        "screening_plans.due" => "Screenings due listed",
        "screening_plans.end" => "Screening plan ended",
        "screening_plans.list" => "Screening plans listed",
        "screening_plans.save" => "Screening plan saved",
        "screenings.answer" => "Screening answered",
        "screenings.comment" => "Own words added to a screening",
        "screenings.compare" => "Screenings compared",
        "screenings.discard" => "Screening put aside",
        "screenings.export" => "Screening results exported",
        "screenings.finish" => "Screening finished",
        "screenings.form" => "Screening opened to be filled in",
        "screenings.list" => "Screenings listed",
        "screenings.results" => "Screening results read",
        "screenings.start" => "Screening begun",
        "screenings.trends" => "Scores over time read",
        "search.find" => "Search",
        "sessions.assign" => "Session assigned to a client",
        "sessions.create" => "Session planned",
        "sessions.get" => "Session opened",
        "sessions.list" => "Sessions listed",
        "sessions.move" => "Session’s status changed",
        "sessions.start_quick" => "Session started",
        "sessions.update" => "Session’s details changed",
        "transcripts.correct" => "Transcript corrected",
        "transcripts.get" => "Transcript read",
        "transcripts.relabel" => "Speaker changed",
        "transcripts.start" => "Transcription started",
        "vault.auto_lock" => "Vault locked by itself",
        "vault.change_passphrase" => "Passphrase changed",
        "vault.confirm_recovery_key" => "Recovery key checked",
        "vault.create" => "Vault made",
        "vault.lock" => "Vault locked",
        "vault.make_recovery_key" => "New recovery key made",
        "vault.recover" => "Opened with the recovery key",
        "vault.rekey" => "All keys renewed",
        "vault.set_auto_lock" => "Automatic locking changed",
        "vault.set_key_store" => "Use of this computer’s key changed",
        "vault.unlock" => "Vault unlocked",
        "vault.unlock_with_key_store" => "Vault unlocked with this computer’s key",
        other => other,
    }
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
