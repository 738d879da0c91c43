//! Words of helplines, the supportive screen and the safety plan. Plain and calm: nobody is judged and nothing is promised
//! that the program does not do.

pub const HELP_NOW: &str = "Help now";
pub const HELP_TITLE: &str = "Help now";
pub const HELP_DETAIL: &str = "You do not have to be in danger to call. The people on these lines listen, and you can \
    tell them as much or as little as you like.";

pub const TOLD_TITLE: &str = "Thank you for telling us";
pub const TOLD_DETAIL: &str = "What you answered sounds like a lot to carry. Many people have thoughts like these, and \
    with support they can pass. You do not have to face them by yourself, and you can talk to someone now.";
/// To a client at their clinician's device.
pub const TOLD_CLINICIAN: &str = "Your clinician will see your answers. You can also tell them now, in your own words, or \
    give the device back at any time.";
/// To a client at their own device.
pub const TOLD_NOBODY: &str = "Your answers stay on this device. Attune calls nobody and sends nothing to anyone, so please tell \
    someone you trust, your clinician, or one of the lines below.";
/// To both, who fill in together.
pub const TOLD_TOGETHER: &str = "Please stop here for a moment and talk about it together. The questions can wait, \
    and every answer so far is kept.";

pub const EMERGENCY_HEADING: &str = "In danger right now";
/// The number of the emergency services.
pub fn emergency(number: &str) -> String {
    format!("Call {number}")
}
pub const EMERGENCY_LOCAL: &str = "Call your local emergency number";
pub const EMERGENCY_DETAIL: &str =
    "or go to the nearest emergency department. If you can, ask someone to stay with you.";

pub const LINES: &str = "People to talk to";
pub const COUNTRY: &str = "Country";
pub const COUNTRY_ANYWHERE: &str = "Another country";
pub const OR_CALL: &str = "Or";
pub const CALL: &str = "Call";
pub const TEXT: &str = "Text";
pub const WEB: &str = "Web";
/// When a line answers.
pub fn hours(hours: &str) -> String {
    if hours == "24/7" { "At any time, day and night".to_owned() } else { hours.to_owned() }
}
/// For whom a line is; nothing is said where it is for everyone.
pub fn audience(audience: &str) -> Option<String> {
    (!audience.eq_ignore_ascii_case("everyone")).then(|| audience.to_owned())
}
/// How fresh the numbers are.
pub fn as_of(date: &str) -> String {
    format!("Numbers checked {date}. If one does not answer, try the next, or call the emergency number.")
}
pub const LINES_MISSING: &str = "The list of helplines could not be read. You can still call your local emergency \
    number, go to the nearest emergency department, or ask someone near you for help.";

pub const OPEN_PLAN: &str = "My safety plan";
pub const SHOW_PLAN: &str = "Safety plan";
pub const BACK_TO_HELP: &str = "Back to the helplines";
pub const GO_ON: &str = "Go on with the questions";
pub const TO_THE_END: &str = "Stop here and finish";
pub const CLOSE: &str = "Close";

pub const PLAN_TITLE: &str = "Safety plan";
pub const PLAN_DETAIL: &str = "Steps to take when things get hard, in your own words. Begin at the top and go on to the \
    next part whenever one does not help enough. Short lines are easiest to use.";
pub const PLAN_DETAIL_CLINICIAN: &str = "Made together with the client and in the client’s own words. Each part is tried before \
    the next; short lines are easiest to use. It does not replace a safety assessment.";
/// Where the form of the plan comes from.
pub const PLAN_SOURCE: &str =
    "The first six parts follow the safety planning intervention of Stanley and Brown (2012).";
pub const PLAN_EMPTY: &str = "No safety plan has been written yet";
pub const PLAN_EMPTY_DETAIL: &str =
    "It is best written in a quiet hour, together with a clinician or someone you trust.";
pub const PRINT: &str = "Print";
pub const CHANGE_PLAN: &str = "Change it";
pub const PLAN_REORDER: &str = "Enter adds a line below. Alt with the up or down arrow moves a line.";
/// When a plan was last changed and by whom.
pub fn plan_version(version: &str, date: &str, author: &str) -> String {
    format!("Version {version}, {date}, written by {author}")
}
pub const PLAN_CONFLICT: &str = "This plan was changed elsewhere";
pub const PLAN_CONFLICT_DETAIL: &str = "A newer version was saved, perhaps in another window. Nothing was overwritten, and \
    what you typed here is not saved. Copy what you want to keep, then load the newer version.";
pub const LOAD_NEWER: &str = "Load the newer version";

/// The parts of a plan: heading, and the question that fills it.
pub const PARTS: [(&str, &str); 7] = [
    (
        "Warning signs",
        "How do I notice that things are getting worse? Thoughts, feelings, situations, behaviour.",
    ),
    ("What I can do by myself", "What takes my mind off it without anyone else? A walk, music, a shower."),
    (
        "People and places that take my mind off it",
        "Where can I go, and whom can I be with, without having to talk about it?",
    ),
    ("People I can ask for help", "Whom can I tell that I am struggling? Names with telephone numbers."),
    (
        "Professionals and services",
        "Whom do I call when that is not enough? Clinician, helpline, emergency department, with numbers.",
    ),
    ("Making the place safe", "What will be put away, locked up or handed over, and who helps with it?"),
    ("What I live for", "Who and what matters to me, and what keeps me going?"),
];

/// Adds a line to a part.
pub fn add_line(part: &str) -> String {
    format!("Add a line to “{part}”")
}
pub const ADD: &str = "Add a line";
/// Names a line of a part.
pub fn line(part: &str, number: &str) -> String {
    format!("{part}, line {number}")
}
/// Moves a line up.
pub fn line_up(number: &str) -> String {
    format!("Move line {number} up")
}
/// Moves a line down.
pub fn line_down(number: &str) -> String {
    format!("Move line {number} down")
}
/// Takes a line away.
pub fn line_remove(number: &str) -> String {
    format!("Remove line {number}")
}
/// Said when a line has moved.
pub fn line_moved(number: &str) -> String {
    format!("Moved to line {number}")
}
pub const LINE_REMOVED: &str = "Line removed";
