//! Words of the speech models page.

pub const TITLE: &str = "Speech models";
pub const INTRO: &str = "A speech model turns recordings into text, on this computer. Larger ones hear better and take \
    longer.";
pub const ADD: &str = "Add from a file";
pub const ADDING: &str = "Checking and copying the model";
pub const INSTALLED: &str = "On this computer";
pub const NONE_INSTALLED: &str = "No speech model yet";
pub const NONE_INSTALLED_DETAIL: &str =
    "Without one, recordings can be imported and played, but not transcribed.";
pub const ONLY_DEMO: &str = "Only the demo model is here";
pub const ONLY_DEMO_DETAIL: &str = "Recordings of real sessions need a speech model from the list below.";
pub const CATALOGUE: &str = "Known models";
pub const CATALOGUE_DETAIL: &str = "Attune never downloads by itself. Put a model’s file on this computer, from another \
    computer or a memory stick, then choose “Add from a file”. Its fingerprint decides whether it is genuine.";
pub const FINGERPRINT: &str = "SHA-256";
pub const LANGUAGES: &str = "Languages";
pub const ENGLISH: &str = "English only";
pub const MULTILINGUAL: &str = "many";
pub const DEMO: &str = "demo";
pub const DEMO_WARNING: &str = "259 words, synthetic voices; guesses the rest. Only for trying out Attune with the sample \
    sessions, never for a person’s care.";
pub const UNLISTED: &str = "not in the catalogue";
pub const VOICE: &str = "finds where someone speaks";
pub const REMOVE: &str = "Remove";

/// Names the button that removes one model.
pub fn remove(name: &str) -> String {
    format!("Remove {name}")
}

pub const REMOVE_TITLE: &str = "Remove this model?";
pub const REMOVE_DETAIL: &str = "Its file is deleted from this computer. Transcripts made with it stay.";
pub const ADDED: &str = "The model is ready to use.";
pub const REMOVED: &str = "The model was removed.";
pub const UNLISTED_TITLE: &str = "Take a model the catalogue does not know?";
pub const UNLISTED_DETAIL: &str = "Nobody checked this file. It may hear badly or invent words. Take it only if you know \
    where it comes from.";
pub const TAKE_IT: &str = "Take it";
pub const STOPPED: &str = "Stopped. Nothing was added.";
pub const SHOW_DETAILS: &str = "Languages and fingerprint";
