//! Words of the clients pages.

use contract::clients::ClientStatus;
use contract::consents::{ConsentMethod, ConsentScope};

pub const TITLE: &str = "Clients";
/// Names the window of a record, which must not name the client.
pub const RECORD: &str = "Client";
pub const NEW: &str = "New client";
pub const SEARCH: &str = "Search clients";
pub const SHOW: &str = "Show";
pub const EVERYONE: &str = "Everyone";
pub const LIST: &str = "Clients";

pub const NAME: &str = "Name";
pub const LAST_SESSION: &str = "Last session";
pub const NEXT_SESSION: &str = "Next session";
pub const NOTES_TO_SIGN: &str = "Notes to sign";
pub const STATUS: &str = "Status";
pub const NONE: &str = "–";
pub const ROW_LOADING: &str = "Loading";

pub const EMPTY: &str = "No clients yet";
pub const EMPTY_DETAIL: &str = "Add the first one; a given name is enough to begin.";
pub const NOT_FOUND: &str = "Nobody matches";
pub const NOT_FOUND_DETAIL: &str = "Look at the spelling, or show everyone.";
pub const SHOW_EVERYONE: &str = "Show everyone";

/// How many rows the list has.
pub fn count(count: &str, one: bool) -> String {
    if one { "1 client".to_owned() } else { format!("{count} clients") }
}

/// Whether a client is being seen.
pub const fn status(status: ClientStatus) -> &'static str {
    match status {
        ClientStatus::Active => "Active",
        ClientStatus::Paused => "Paused",
        ClientStatus::Discharged => "Discharged",
    }
}

/// What a status means.
pub const fn status_detail(status: ClientStatus) -> &'static str {
    match status {
        ClientStatus::Active => "On the caseload.",
        ClientStatus::Paused => "Not being seen at present.",
        ClientStatus::Discharged => "Care has ended; the record stays.",
    }
}

pub const CREATE: &str = "Create client";
pub const EDIT: &str = "Edit details";
pub const EDIT_TITLE: &str = "Details";
pub const DONE: &str = "Done";
pub const FORM_NAMES: &str = "Name";
pub const FORM_CONTACT: &str = "Contact";
pub const FORM_CARE: &str = "Care";
pub const FORM_EMERGENCY: &str = "In an emergency";
pub const FORM_INSURANCE: &str = "Insurance";
pub const GIVEN_NAME: &str = "Given name";
pub const FAMILY_NAME: &str = "Family name";
pub const PREFERRED_NAME: &str = "Preferred name";
pub const PREFERRED_NAME_HINT: &str = "What they want to be called, if not the given name.";
pub const PRONOUNS: &str = "Pronouns";
pub const BIRTH_DATE: &str = "Date of birth";
pub const BIRTH_DATE_UNREADABLE: &str = "This is not a date.";
pub const PHONE: &str = "Telephone";
pub const EMAIL: &str = "E-mail";
pub const LOCATION: &str = "Location";
pub const LOCATION_HINT: &str = "Town, state or country, as far as care needs it.";
pub const LANGUAGES: &str = "Languages";
pub const LANGUAGES_HINT: &str = "Those they speak well, separated by commas.";
pub const CONDITIONS: &str = "Conditions";
pub const CONDITIONS_HINT: &str = "Known so far, in your words; one on each line.";
pub const CONTACT_NAME: &str = "Contact’s name";
pub const RELATIONSHIP: &str = "Relationship";
pub const CONTACT_PHONE: &str = "Contact’s telephone";
pub const PAYER: &str = "Payer";
pub const PLAN: &str = "Plan";
pub const MEMBER_ID: &str = "Member number";

pub const CONFLICT: &str = "These details were changed elsewhere";
pub const CONFLICT_DETAIL: &str = "A newer version was saved, perhaps in another window. Nothing was overwritten, and \
    what you typed here is not saved. Load the newer version to go on; copy what you want to keep first.";
pub const LOAD_NEWER: &str = "Load the newer version";

pub const SESSIONS: &str = "Sessions";
pub const NO_SESSIONS: &str = "No sessions yet";
pub const NO_SESSIONS_DETAIL: &str = "Plan one, or start one now.";
pub const NEW_SESSION: &str = "New session";
pub const START_NOW: &str = "Start now";
pub const SESSION_START: &str = "Date and time";
pub const SESSION_LENGTH: &str = "Length";
pub const SESSION_KIND: &str = "Kind";
pub const SESSION_PLACE: &str = "Place or link";
pub const PLAN_SESSION: &str = "Plan session";
pub const START_UNREADABLE: &str = "Give a date and a time.";
pub const NOTE_SIGNED: &str = "note signed";
pub const NOTE_TO_SIGN: &str = "note to sign";
pub const NO_NOTE: &str = "no note";
pub const TRANSCRIBED: &str = "transcribed";
pub const RECORDED: &str = "recorded";

/// Minutes of a planned session.
pub fn minutes(minutes: u32) -> String {
    format!("{minutes} minutes")
}

pub const DETAILS: &str = "Details";
pub const NOTHING_KNOWN: &str = "Nothing else is known yet.";

/// A birth date with the age it makes.
pub fn born(date: &str, age: &str) -> String {
    format!("born {date} ({age})")
}

/// Sessions there are.
pub fn session_count(count: &str, one: bool) -> String {
    if one { "1 session".to_owned() } else { format!("{count} sessions") }
}

/// A person with what they are to the client.
pub fn person_with_role(name: &str, role: &str) -> String {
    if role.is_empty() { name.to_owned() } else { format!("{name} ({role})") }
}

pub const CONSENTS: &str = "Consents";

/// What is consented to, in a word.
pub const fn scope(scope: ConsentScope) -> &'static str {
    match scope {
        ConsentScope::Recording => "Recording",
        ConsentScope::Analysis => "Analysis",
        ConsentScope::Cloud => "Cloud",
        ConsentScope::Sharing => "Sharing",
        ConsentScope::Research => "Research",
    }
}

/// What it allows.
pub const fn scope_detail(scope: ConsentScope) -> &'static str {
    match scope {
        ConsentScope::Recording => "Recording sessions and importing recordings.",
        ConsentScope::Analysis => "Transcription and drafting by models on this computer.",
        ConsentScope::Cloud => "Sending de-identified text to a named provider.",
        ConsentScope::Sharing => "Sharing records with someone else.",
        ConsentScope::Research => "Use in research.",
    }
}

/// The scope as part of a test name.
pub const fn scope_word(scope: ConsentScope) -> &'static str {
    match scope {
        ConsentScope::Recording => "recording",
        ConsentScope::Analysis => "analysis",
        ConsentScope::Cloud => "cloud",
        ConsentScope::Sharing => "sharing",
        ConsentScope::Research => "research",
    }
}

/// How a consent was given.
pub const fn method(method: ConsentMethod) -> &'static str {
    match method {
        ConsentMethod::Verbal => "Said aloud",
        ConsentMethod::Written => "On paper",
        ConsentMethod::Electronic => "On a screen",
    }
}

pub const NOT_GIVEN: &str = "not given";
pub const WITHDRAWN: &str = "withdrawn";
pub const OUTDATED: &str = "text has changed";
pub const GIVE: &str = "Record consent";
pub const WITHDRAW: &str = "Withdraw";
pub const HISTORY: &str = "History";

/// In force, with the version of its text.
pub fn in_force(version: u32) -> String {
    format!("in force · v{version}")
}

/// Who gave it, how, when, and who wrote it down.
pub fn given_line(by: &str, method: &str, at: &str, version: u32, recorded_by: &str) -> String {
    format!("Version {version}, given by {by}, {}, {at}. Recorded by {recorded_by}.", method.to_lowercase())
}

/// When it was withdrawn, and the remark made then.
pub fn withdrawn_line(at: &str, note: Option<&str>) -> String {
    match note {
        Some(note) if !note.is_empty() => format!("Withdrawn {at}: {note}"),
        _ => format!("Withdrawn {at}."),
    }
}

/// Name of the button that gives one consent.
pub fn give_scope(scope: ConsentScope) -> String {
    format!("Record consent: {}", self::scope(scope))
}

/// Name of the button that withdraws one consent.
pub fn withdraw_scope(scope: ConsentScope) -> String {
    format!("Withdraw consent: {}", self::scope(scope))
}

/// The version of the text shown.
pub fn text_version(version: u32) -> String {
    format!("Version {version} of the text. Read it aloud, or hand over the screen.")
}

pub const GIVE_METHOD: &str = "How was it given?";
pub const GIVEN_BY: &str = "Given by";
pub const GIVEN_BY_HINT: &str = "In words, such as “the client” or “the mother”.";
pub const GIVEN_BY_DEFAULT: &str = "the client";
pub const METHOD_MISSING: &str = "Choose how consent was given.";
pub const GIVE_CONFIRM: &str = "Consent was given";
pub const WITHDRAW_DETAIL: &str = "From now on nothing new is made under this consent. What was made before stays until \
    you delete it. The history keeps both.";
pub const WITHDRAW_NOTE: &str = "Why or how";
