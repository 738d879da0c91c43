//! Words of the instruments pages: what can be filled in, and the practice’s own.

use contract::instruments::InstrumentOrigin;

pub const TITLE: &str = "Instruments";
pub const INTRO: &str = "Questionnaires that can be filled in on this device. Wording, scoring and bands are as published; no \
    result is a diagnosis.";
pub const VIEWS: &str = "Instruments and sets";
pub const CATALOGUE: &str = "Questionnaires";
pub const SETS: &str = "Sets";
pub const SLOTS: &str = "Licensed instruments";
pub const SEARCH: &str = "Search";
pub const SEARCH_HINT: &str = "By name or by what it is about.";
pub const NOT_FOUND: &str = "Nothing matches";
pub const NOT_FOUND_DETAIL: &str = "Look at the spelling, or clear the search.";
pub const SHOW_ALL: &str = "Show all";
pub const IN_USE: &str = "in use";
pub const OFF: &str = "switched off";
pub const LICENCE: &str = "Licence";
pub const CREDIT: &str = "Credit or condition";
pub const STATEMENT: &str = "What the practice stated";
pub const ORIGIN: &str = "Comes from";
pub const VERSION: &str = "Edition";
pub const DIMENSIONS: &str = "Feeds";
pub const NO_DIMENSION: &str = "no dimension";
pub const RECALL: &str = "Asks about";
pub const QUESTIONS: &str = "Questions";
pub const SCORING: &str = "How it is scored";
pub const BANDS: &str = "Bands";
pub const BAND: &str = "Band";
pub const FROM: &str = "From";
pub const TO: &str = "To";
pub const NO_BANDS: &str = "No bands are published for it.";
pub const SOURCES: &str = "Sources";
pub const NOTES: &str = "Notes and traps";

/// How many questionnaires are shown.
pub fn count(count: &str, one: bool) -> String {
    if one { "1 questionnaire".to_owned() } else { format!("{count} questionnaires") }
}

/// How many questions it has.
pub fn questions(count: u32) -> String {
    if count == 1 { "1 question".to_owned() } else { format!("{count} questions") }
}

/// Where an instrument comes from.
pub const fn origin(origin: InstrumentOrigin) -> &'static str {
    match origin {
        InstrumentOrigin::Bundled => "part of Attune",
        InstrumentOrigin::Pack => "a pack the practice added",
        InstrumentOrigin::Licensed => "licensed and imported by the practice",
    }
}

/// A licence’s class in words.
pub fn licence(class: &str) -> &str {
    match class {
        "public-domain" => "public domain",
        "free-no-permission" => "free, no permission needed",
        "free-with-attribution" => "free with credit",
        "noncommercial" => "not for commercial use",
        "no-derivatives" => "free, unaltered only",
        "registration" => "after registration",
        "permission-required" => "with permission",
        "unknown" => "not confirmed",
        other => other,
    }
}

/// A dimension’s name.
pub fn dimension(id: &str) -> &str {
    match id {
        "depression" => "Depression",
        "anxiety" => "Generalised anxiety",
        "worry" => "Worry",
        "panic" => "Panic",
        "trauma" => "Post-traumatic stress",
        "somatic" => "Somatic symptoms",
        "eating" => "Eating",
        "alcohol_use" => "Alcohol use",
        "alcohol_consequences" => "Alcohol consequences",
        "drug_use" => "Drug use",
        "tobacco" => "Tobacco and nicotine",
        "suicide_risk" => "Suicide risk",
        "distress" => "Psychological distress",
        "therapy_outcome" => "Global therapy outcome",
        "wellbeing" => "Emotional well-being",
        "energy" => "Energy and fatigue",
        "pain" => "Pain",
        "social_functioning" => "Social functioning",
        "role_functioning" => "Role functioning (emotional)",
        "late_life_depression" => "Late-life depression",
        "psychotic_experiences" => "Psychotic experiences",
        "negative_symptoms" => "Mood and negative symptoms",
        "adhd" => "Attention (ADHD)",
        "anger" => "Anger",
        "loneliness_grief" => "Loneliness or grief",
        other => other,
    }
}

pub const SWITCH_ON: &str = "Switch on";
pub const SWITCH_OFF: &str = "Switch off";
pub const SWITCH_OFF_DETAIL: &str =
    "It can no longer be started. What was filled in with it stays and can be read.";

/// Names the button that switches one on.
pub fn switch_on(title: &str) -> String {
    format!("Switch on {title}")
}

/// Names the button that switches one off.
pub fn switch_off(title: &str) -> String {
    format!("Switch off {title}")
}

pub const CONDITION_TITLE: &str = "Read the condition first";
pub const CONDITION_DETAIL: &str = "This instrument may be used under its owner’s condition only:";
pub const CONDITION_NONE: &str = "The file names no condition. Use it only if you know by what right.";
pub const CONDITION_ACCEPT: &str = "I have read the condition, and the practice keeps to it.";
pub const CONDITION_MISSING: &str = "Without this it stays switched off.";
pub const SWITCHED_ON: &str = "Switched on.";
pub const SWITCHED_OFF: &str = "Switched off. What was filled in stays.";

pub const ADD: &str = "Add from a file";
pub const ADD_KIND: &str = "What is in the file?";
pub const ADD_PACK: &str = "An instrument pack";
pub const ADD_PACK_DETAIL: &str = "A file made for Attune, with wording, scoring and licence.";
pub const ADD_LICENSED: &str = "A licensed instrument of ours";
pub const ADD_LICENSED_DETAIL: &str = "A FHIR R4 Questionnaire, for a slot of which none is shipped.";
pub const ADD_KIND_MISSING: &str = "Choose what is in the file.";
pub const SLOT: &str = "Slot";
pub const RIGHT: &str = "By what right do you use it?";
pub const RIGHT_HINT: &str =
    "For example: licence number and date, or who gave permission. It is kept with the instrument.";
pub const RIGHT_MISSING: &str = "State the licence. Without it nothing is added.";
pub const CHOOSE_FILE: &str = "Choose the file";
pub const ADDED: &str = "Added, and switched off. Read its condition and switch it on to use it.";

pub const SLOTS_DETAIL: &str =
    "Attune ships none of these. If the practice holds a licence, it can bring its own file.";
pub const CANDIDATES: &str = "For example";
pub const WHY_NONE: &str = "Why none is shipped";
pub const FILLED_BY: &str = "Filled by";
pub const SLOT_EMPTY: &str = "empty";

/// Names the button that fills a slot.
pub fn fill_slot(title: &str) -> String {
    format!("Add from a file: {title}")
}

// Sets

pub const SETS_DETAIL: &str = "Questionnaires that are filled in together, in this order.";
pub const STANDARD: &str = "Standard sets";
pub const OWN: &str = "Own sets";
pub const NO_OWN: &str = "No own set yet";
pub const NO_OWN_DETAIL: &str = "Put together what you ask most often.";
pub const NEW_SET: &str = "New set";
pub const EDIT_SET: &str = "Change set";
pub const SET_NAME: &str = "Name";
pub const SET_NAME_MISSING: &str = "Give the set a name.";
pub const SET_EMPTY: &str = "Choose at least one questionnaire.";
pub const CHOSEN: &str = "In this set, in this order";
pub const ADD_TO_SET: &str = "Add a questionnaire";
pub const ADD_THIS: &str = "Add";
pub const ALL_CHOSEN: &str = "Every questionnaire that is switched on is in the set.";
pub const SAVE_SET: &str = "Save set";
pub const SET_SAVED: &str = "The set is saved.";
pub const REMOVE_SET: &str = "Remove set";
pub const REMOVE_SET_DETAIL: &str = "Plans that use it end. What was filled in stays.";
pub const SET_REMOVED: &str = "The set was removed.";

/// How many questions a set has at most.
pub fn set_size(instruments: usize, items: u32) -> String {
    let instruments =
        if instruments == 1 { "1 questionnaire".to_owned() } else { format!("{instruments} questionnaires") };
    format!("{instruments}, at most {items} questions")
}

/// Names the button that moves one up.
pub fn move_up(title: &str) -> String {
    format!("Move up: {title}")
}

/// Names the button that moves one down.
pub fn move_down(title: &str) -> String {
    format!("Move down: {title}")
}

/// Names the button that takes one out of the set.
pub fn take_out(title: &str) -> String {
    format!("Take out: {title}")
}

/// Said after one was moved.
pub fn moved(title: &str, place: usize, count: usize) -> String {
    format!("{title} is now number {place} of {count}.")
}

/// Names the button that changes a set.
pub fn edit_set(name: &str) -> String {
    format!("Change set {name}")
}

/// Names the button that removes a set.
pub fn remove_set(name: &str) -> String {
    format!("Remove set {name}")
}
