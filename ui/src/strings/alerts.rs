//! Words of alerts: what a clinician has to look at first.

use contract::risk::RiskLevel;

pub const NAV_HINT: &str = "alerts wait for you";
pub const HEADING_ONE: &str = "1 alert waits for you";

/// How many alerts wait.
pub fn heading(count: usize, number: &str) -> String {
    if count == 1 { HEADING_ONE.to_owned() } else { format!("{number} alerts wait for you") }
}

/// Said when further ones come while the page is open.
pub fn arrived(number: &str) -> String {
    format!("A new alert has come. {number} wait for you on Today.")
}

/// How grave.
pub const fn level(level: RiskLevel) -> &'static str {
    match level {
        RiskLevel::None => "no sign of danger",
        RiskLevel::Mild => "mild",
        RiskLevel::Moderate => "moderate: ask soon",
        RiskLevel::High => "high: assess safety today",
        RiskLevel::Critical => "critical: immediate danger",
    }
}

/// When it was raised.
pub fn raised(at: &str) -> String {
    format!("Raised {at}")
}

pub const SEE_ANSWERS: &str = "See the answers";
pub const SAFETY_PLAN: &str = "Safety plan";
pub const ACKNOWLEDGE: &str = "Say what was done";

/// Names the button of one client’s alert.
pub fn acknowledge_for(client: &str) -> String {
    format!("Say what was done: {client}")
}

pub const DIALOG_TITLE: &str = "What was done?";
pub const DIALOG_DETAIL: &str = "It stays on record under your name and cannot be taken back or changed. The alert then \
    leaves the first place.";
pub const BEGINNINGS: &str = "Beginnings to choose from";
pub const WHAT: &str = "What was done";
pub const WHAT_HINT: &str = "Who was spoken to, what was found, what was agreed.";
pub const WHAT_MISSING: &str = "Write what was done. An alert cannot be acknowledged without it.";
pub const CONFIRM: &str = "Record what was done";
pub const DONE: &str = "Recorded. The alert is acknowledged.";

/// Plain beginnings; a person goes on from there.
pub const PHRASES: [&str; 5] = [
    "Spoke with the client about safety: ",
    "Safety plan made or gone through: ",
    "Called the client: ",
    "Handed over to emergency or crisis care: ",
    "Consulted with a colleague: ",
];

pub const NO_EARLIER: &str = "None was acknowledged so far.";
pub const EARLIER: &str = "Earlier alerts";

/// Who acknowledged it, and when.
pub fn acknowledged(by: &str, at: &str) -> String {
    format!("{by}, {at}:")
}
