//! Words of filling in: starting, the questions, the end, and handing the device over. Spoken to the person who answers.

/// Names the window while questions are on it, which must not say which.
pub const WINDOW: &str = "Questions";

// Starting
pub const START: &str = "Start a screening";
pub const START_DETAIL_CLINICIAN: &str = "Choose what is filled in, and who holds the device meanwhile. Every answer is saved at \
    once, so it can be stopped and gone on with at any time.";
pub const WHAT: &str = "What is filled in?";
pub const WHAT_MISSING: &str = "Choose what is filled in.";
pub const SINGLE: &str = "Single instruments";
pub const SINGLE_DETAIL: &str = "Choose one or more from the list.";
pub const SINGLE_MISSING: &str = "Choose at least one instrument.";
pub const INSTRUMENTS: &str = "Instruments";
pub const WHO: &str = "Who fills in?";
pub const WHO_TOGETHER: &str = "Together, on this screen";
pub const WHO_TOGETHER_DETAIL: &str = "You stay with the questions and everything else stays within reach.";
pub const WHO_CLIENT: &str = "The client, with the device handed over";
pub const WHO_CLIENT_DETAIL: &str = "Only these questions, helplines and the client’s own safety plan can be reached until you \
    take the device back with your passphrase, also after a restart.";
pub const BEGIN: &str = "Start";
pub const BEGIN_HAND_OVER: &str = "Start and hand over";

/// How long a set is.
pub fn questions(count: &str, one: bool) -> String {
    if one { "1 question".to_owned() } else { format!("{count} questions") }
}
/// How long a set may be at most.
pub fn questions_at_most(count: &str) -> String {
    format!("Up to {count} questions.")
}
/// When a plan is due.
pub fn due(days_late: i32, date: &str) -> String {
    match days_late {
        0 => "Due today.".to_owned(),
        1.. => format!("Due since {date}."),
        _ => format!("Due on {date}."),
    }
}
pub const OPEN_HEADING: &str = "Not finished yet";
/// How far an open screening is.
pub fn begun(date: &str, answered: &str, asked: &str) -> String {
    format!("begun {date}, {answered} of {asked} questions answered")
}
pub const GO_ON: &str = "Go on";
pub const HAND_OVER: &str = "Hand over";
pub const DISCARD: &str = "Put aside";
pub const DISCARD_TITLE: &str = "Put this screening aside?";
pub const DISCARD_DETAIL: &str =
    "It is not scored and cannot be gone on with. The answers given so far stay on record.";

// The questions
pub const LOOK: &str = "How the questions are shown";
pub const ONE: &str = "One question at a time";
pub const ALL: &str = "All questions of a form on one page";
pub const AT_A_TIME: &str = "Questions";
pub const QUESTION_SIZE: &str = "Size of the questions";
pub const SIZE_STANDARD: &str = "Standard";
pub const SIZE_LARGE: &str = "Large";
pub const SIZE_LARGEST: &str = "Largest";
pub const NUMBER_KEYS: &str = "Number keys choose answers";
pub const KEYS: &str = "The key of each answer stands beside it. Enter goes on, Backspace goes back.";

/// The time a form asks about.
pub fn recall(period: &str) -> String {
    format!("Time asked about: {period}")
}
/// Where a question stands in its form.
pub fn question_of(now: &str, all: &str) -> String {
    format!("Question {now} of {all}")
}
/// Where a form stands among the forms.
pub fn form_of(now: &str, all: &str) -> String {
    format!("Part {now} of {all}")
}
/// How much is answered in all.
pub fn answered_of(answered: &str, asked: &str) -> String {
    format!("{answered} of {asked} answered")
}
/// How much of this part is answered.
pub fn answered_here(part: &str, answered: &str, asked: &str) -> String {
    format!("{part}: {answered} of {asked}")
}
pub const PROGRESS: &str = "Answered so far";
pub const NEXT: &str = "Next";
pub const BACK: &str = "Back";
pub const DECLINE: &str = "I’d rather not answer";
pub const DECLINED: &str = "You chose not to answer this question. You can still choose an answer.";
pub const SKIP: &str = "Skip";
pub const OPTIONAL: &str = "This question may stay empty.";
pub const CHOOSE_FIRST: &str = "Choose an answer, or say that you would rather not answer.";
pub const SAVING: &str = "Saving";
pub const SAVED: &str = "Saved";
pub const NOT_SAVED: &str = "Not saved yet";
/// What a screen reader says when an answer is kept.
pub fn saved_answer(label: &str) -> String {
    format!("Saved: {label}")
}
pub const NOT_SAVED_DETAIL: &str =
    "Your answers are still on this screen, and Attune keeps trying to save them.";
pub const REFUSED_DETAIL: &str = "This answer was not taken. Load the questions again to see what was kept.";
pub const LOAD_AGAIN: &str = "Load the questions again";

// The end
pub const END_TITLE: &str = "Almost done";
pub const END_DETAIL: &str = "Add what you would like to say, look at what has no answer, then finish.";
pub const COMMENT: &str = "Is there anything you would like to add?";
pub const COMMENT_HINT: &str = "In your own words, or leave it empty. It is saved while you write.";
pub const REVIEW: &str = "Questions without an answer";
pub const REVIEW_DETAIL: &str = "You can go back to any of them, or finish without them.";
pub const REVIEW_NONE: &str = "Every question has an answer.";
pub const REVIEW_DECLINED: &str = "you chose not to answer";
pub const FINISH: &str = "Finish";
pub const FINISH_DETAIL: &str = "After finishing, answers can no longer be changed.";

pub const THANKS_TITLE: &str = "Thank you";
pub const THANKS: &str = "Your answers are saved.";
pub const THANKS_HANDED_OVER: &str = "Please give the device back to your clinician now.";
pub const THANKS_TOLD: &str = "Some of your answers tell that things are hard at present. Please talk to someone about it today; \
    the people behind “Help now” are there at any time.";
pub const RESULTS: &str = "See the results";
pub const TO_RECORD: &str = "Back to the record";
pub const TO_HOME: &str = "Back to the start";
pub const DISCARDED_TITLE: &str = "This screening was put aside";
pub const DISCARDED: &str = "It can no longer be filled in. The answers given before stay on record.";

// Handed over
pub const TAKE_BACK: &str = "For your clinician: take the device back";
pub const TAKE_BACK_TITLE: &str = "Take the device back";
pub const TAKE_BACK_DETAIL: &str =
    "The clinician’s passphrase ends the hand-over. Answers given so far are kept.";
pub const TAKE_BACK_CONFIRM: &str = "Take back";

// A client's own first page
pub const DUE: &str = "To fill in";
pub const DUE_NONE: &str = "Nothing is due";
pub const DUE_NONE_DETAIL: &str = "You can still fill in a form whenever you want to see how you are doing.";
pub const FILL_IN: &str = "Fill in";
pub const FILL_IN_OTHER: &str = "Choose another form";
pub const PAST: &str = "Filled in before";
/// When a screening was finished.
pub fn finished(date: &str) -> String {
    format!("finished {date}")
}
pub const PLAN: &str = "Safety plan";
pub const PLAN_DETAIL: &str = "What helps when things get hard, in your own words.";
pub const PLAN_OPEN: &str = "Open the safety plan";
pub const START_DETAIL_OWN: &str = "Choose what you would like to fill in. Every answer is saved at once, so you can stop and \
    go on at any time.";
