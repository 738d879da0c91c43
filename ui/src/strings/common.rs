//! Words used in more than one place.

use contract::vault::PassphraseVerdict;

pub const PRODUCT: &str = "Attune";
/// The language these words are in; dates and numbers follow it.
pub const LOCALE: &str = "en-GB";

pub const UNEXPECTED_ANSWER: &str = "Attune got an answer it does not understand. What was saved before is safe. \
    Close the window and open it again. If it happens again, the program and its window may be of different versions.";
pub const NO_ANSWER: &str = "Attune’s core does not answer. What was saved before is safe. \
    Try again; if that does not help, close the window and open it again.";
pub const TRY_AGAIN: &str = "Try again";
pub const LOADING: &str = "Loading";
pub const OPTIONAL: &str = "optional";
pub const CLOSE: &str = "Close";
pub const CANCEL: &str = "Cancel";
pub const DISMISS: &str = "Dismiss";
pub const STOP: &str = "Stop";
pub const BREADCRUMB: &str = "Where this page stands";
pub const SKIP: &str = "Skip to the page";

pub const INCIDENT: &str = "Incident";
pub const COPY: &str = "Copy";
pub const COPIED: &str = "Copied";

pub const PREPARING: &str = "getting ready";

pub const SAVING: &str = "Saving";

/// What was typed is kept.
pub fn saved_at(time: &str) -> String {
    format!("Saved {time}")
}

/// What was typed is not kept.
pub fn not_saved(why: &str) -> String {
    format!("Not saved: {why}")
}

/// How far, and how long still.
pub fn percent_and_left(percent: &str, left: &str) -> String {
    format!("{percent} · {left}")
}

/// Time left in minutes.
pub fn minutes_left(minutes: &str) -> String {
    format!("about {minutes} min left")
}

/// Time left in seconds.
pub fn seconds_left(seconds: &str) -> String {
    format!("about {seconds} s left")
}

pub const SHOW_PASSPHRASE: &str = "Show passphrase";
pub const PASSPHRASE_HINT: &str = "At least 15 characters. Several unrelated words are easy to remember and hard to guess; spaces are fine.";
pub const SAME_PASSPHRASE: &str = "The same passphrase again";
pub const PASSPHRASES_DIFFER: &str = "The two passphrases differ. Show them and compare.";
pub const NOT_ACCEPTABLE: &str = "This passphrase cannot be used yet; see the remark below it.";

/// What the core thinks of a passphrase.
pub fn verdict(verdict: PassphraseVerdict) -> String {
    match verdict {
        PassphraseVerdict::Acceptable => "Strong enough.".to_owned(),
        PassphraseVerdict::TooShort { characters, needed } => {
            format!("{characters} of at least {needed} characters.")
        }
        PassphraseVerdict::TooLong => "Longer than can be taken. Shorten it a little.".to_owned(),
        PassphraseVerdict::TooCommon => {
            "Too easy to guess: it is well known, repeats itself, or is made of your name. Add words that are not connected."
                .to_owned()
        }
    }
}

/// How far along something in steps is.
pub fn step_of(now: u32, all: u32) -> String {
    format!("Step {now} of {all}")
}
