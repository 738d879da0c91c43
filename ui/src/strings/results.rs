//! Words of results: one screening, scores over time, two dates side by side, plans.

use contract::instruments::Severity;
use contract::results::Verdict;
use contract::screenings::ScreeningStatus;

pub const TITLE: &str = "Results";
/// Names the window, which must not say what was screened for.
pub const WINDOW: &str = "Results";
pub const OVER_TIME: &str = "Scores over time";
pub const NOT_A_DIAGNOSIS: &str =
    "A score says how often or how strongly something was answered. It is not a diagnosis.";
pub const PRINT: &str = "Print";
pub const EXPORT: &str = "Export";
pub const EXPORT_PDF: &str = "PDF, for reading";
pub const EXPORT_FHIR: &str = "FHIR bundle, for other systems";
pub const EXPORT_SCORES: &str = "Scores as CSV";
pub const EXPORT_ITEMS: &str = "Answers as CSV";
pub const EXPORTED: &str = "Saved. The file is not encrypted: keep it where only you can read it.";
pub const COMPARE: &str = "Compare";
pub const COMPARE_WITH: &str = "Compare with another date";
pub const COMPARE_DETAIL: &str = "Totals, bands and answers stand side by side, the earlier ones first.";
pub const COMPARE_OTHER: &str = "The other screening";
pub const NOTHING_TO_COMPARE: &str = "There is no other finished screening to compare with yet.";
pub const ALL_RESULTS: &str = "All results";

/// When it was finished.
pub fn finished(at: &str) -> String {
    format!("Finished {at}")
}

pub const NOT_FINISHED: &str = "This screening is not finished";
pub const NOT_FINISHED_DETAIL: &str =
    "It is scored when the last question is answered. Every answer so far is kept.";

pub const CRITICAL: &str = "Look at these answers first";
pub const CRITICAL_MARK: &str = "needs attention";
pub const CRITICAL_DETAIL: &str = "They ask for a question about safety today, whatever the totals say.";
pub const SUPPORT: &str = "You do not have to carry this alone";
pub const SUPPORT_DETAIL: &str = "Some of your answers suggest that things may be very hard at the moment. Your safety plan \
    and people who answer at any time are one click away.";

/// An answer that was marked, as it was given.
pub fn answered(answer: &str) -> String {
    format!("Answer: {answer}")
}

pub const NO_TOTAL: &str = "No total";
pub const NO_BAND: &str = "No band is published for this score.";
pub const PART_SCORES: &str = "Further scores";
pub const NOT_SCORED: &str = "not scored";
pub const EACH_QUESTION: &str = "Each question";
pub const NOT_ANSWERED: &str = "not answered";
pub const DECLINED: &str = "would rather not answer";
pub const QUESTION: &str = "Question";
pub const ANSWER: &str = "Answer";

/// What the questions are about.
pub fn asked_about(period: &str) -> String {
    format!("Asked about: {period}")
}

/// A total with the scale it stands on.
pub fn of(total: &str, max: &str) -> String {
    format!("{total} of {max}")
}

/// A total on a scale that does not begin at nothing.
pub fn on_scale(total: &str, min: &str, max: &str) -> String {
    format!("{total} on a scale from {min} to {max}")
}

/// Questions that were needed and not answered.
pub fn missing(count: u32) -> String {
    if count == 1 {
        "incomplete: 1 question missing".to_owned()
    } else {
        format!("incomplete: {count} questions missing")
    }
}

/// What a change amounts to.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Improved => "Reliably better",
        Verdict::Worse => "Reliably worse",
        Verdict::NoReliableChange => "No reliable change",
        Verdict::NotDefined => "Change, not judged",
    }
}

/// A change in points since a date.
pub fn change(points: f64, number: &str, since: &str) -> String {
    let unit = if number == "1" { "point" } else { "points" };
    if points == 0.0 {
        format!("the same total as on {since}")
    } else if points > 0.0 {
        format!("{number} {unit} higher than on {since}")
    } else {
        format!("{number} {unit} lower than on {since}")
    }
}

/// How many points count.
pub fn reliable(points: &str) -> String {
    format!("{points} points or more count as reliable.")
}

pub const NOT_DEFINED: &str = "No figure is published for how many points would count as reliable.";
pub const MARK_BETTER: &str = "reliably better than the time before";
pub const MARK_WORSE: &str = "reliably worse than the time before";
pub const MARK_INCOMPLETE: &str = "estimated, because answers are missing";

/// How grave, where an instrument’s band has no name of its own.
pub const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::None => "None",
        Severity::Negative => "Negative",
        Severity::Mild => "Mild",
        Severity::Moderate => "Moderate",
        Severity::ModeratelySevere => "Moderately severe",
        Severity::Severe => "Severe",
        Severity::Positive => "Positive",
    }
}

pub const COMMENT: &str = "In their own words";
pub const COMMENT_OWN: &str = "In your own words";
pub const SEEN: &str = "What was seen in these words";
pub const SEEN_NOTHING: &str =
    "Nothing that points to danger was seen in these words. Read them all the same.";
pub const SEEN_DETAIL: &str =
    "Found by fixed rules on this computer. They can miss what a person would hear.";
pub const FED: &str = "Dimensions";

// Scores over time

pub const OVERVIEW: &str = "Overview";
pub const TRENDS: &str = "Trends";
pub const SCREENINGS: &str = "Screenings";
pub const PLANS: &str = "Plans";
pub const VIEWS: &str = "Views of the results";
pub const OVERVIEW_DETAIL: &str = "From 0, nothing to see to, to 100, the most there can be. A way of drawing scores side by \
    side, not part of any instrument.";
pub const NOT_YET: &str = "Not yet screened";
pub const NO_RESULTS: &str = "No results yet";
pub const NO_RESULTS_DETAIL: &str =
    "As soon as a screening is finished, its scores appear here and draw a line over time.";
pub const NO_TOTALS: &str = "No totals yet";
pub const NO_TOTALS_DETAIL: &str = "Lines are drawn for questionnaires that come to a total.";
pub const SCORED: &str = "Screened";
pub const POSITION: &str = "Position";
pub const DIMENSION: &str = "Dimension";
pub const DIMENSION_TREND: &str = "One dimension over time";
pub const DIMENSION_CHOICE: &str = "Dimension";
pub const BAND: &str = "Band";
pub const INSTRUMENT: &str = "Questionnaire";
pub const DATE: &str = "Date";
pub const TOTAL: &str = "Total";
pub const CHANGE: &str = "Change";
pub const AS_TABLE: &str = "Show as table";
pub const ESTIMATED: &str = ". Estimated, because answers are missing";
pub const FIRST: &str = "first one";

/// Where a dimension stands.
pub fn position(position: &str) -> String {
    format!("{position} of 100")
}

/// Which instrument fed a dimension, and when.
pub fn fed_by(instrument: &str, at: &str) -> String {
    format!("{instrument}, {at}")
}

/// Names a chart for those who do not see it.
pub fn chart_name(title: &str, count: &str, from: &str, to: &str, last: &str) -> String {
    if count == "1" {
        format!("{title}: one result, {to}: {last}")
    } else {
        format!("{title}: line of {count} results from {from} to {to}. The latest: {last}")
    }
}

/// Names the way through a chart’s points.
pub fn chart_points(title: &str) -> String {
    format!("{title}: point by point")
}

/// A band with the values in it.
pub fn band_range(label: &str, from: &str, to: &str) -> String {
    format!("{label}, {from} to {to}")
}

/// How many results a series has.
pub fn results(count: &str) -> String {
    if count == "1" { "1 result".to_owned() } else { format!("{count} results") }
}

// Screenings

pub const COMPARE_TWO: &str = "Compare two dates";
pub const SAME_TWICE: &str = "Choose two different ones.";
pub const GO_ON: &str = "Go on";
pub const OPEN_RESULTS: &str = "Results";
pub const NO_SCREENINGS: &str = "Nothing has been filled in yet";
pub const NO_SCREENINGS_DETAIL: &str = "Begin with the intake set, or plan a set that comes again.";

/// How far a screening is.
pub const fn status(status: ScreeningStatus) -> &'static str {
    match status {
        ScreeningStatus::Open => "not finished",
        ScreeningStatus::Completed => "finished",
        ScreeningStatus::Discarded => "put aside",
    }
}

/// How many questions are answered.
pub fn progress(answered: u32, asked: u32) -> String {
    format!("{answered} of {asked} questions so far")
}

// Comparison

pub const COMPARISON: &str = "Two screenings side by side";
pub const EARLIER: &str = "Earlier";
pub const LATER: &str = "Later";
pub const CHANGED: &str = "changed";
pub const ONLY_CHANGED: &str = "Show only what changed";
pub const NOTHING_CHANGED: &str = "Every answer is the same.";
pub const NOTHING_COMMON: &str = "These two have no questionnaire in common";
pub const ONLY_IN_ONE: &str = "In one of them only";
pub const WHICH_TWO: &str = "Which two?";
pub const WHICH_TWO_DETAIL: &str =
    "The address names no two screenings. Choose them in the list of screenings.";

// Plans

pub const NO_PLANS: &str = "Nothing is planned";
pub const NO_PLANS_DETAIL: &str = "A plan brings a set back by itself, so that change can be seen.";
pub const NEW_PLAN: &str = "New plan";
pub const EDIT_PLAN: &str = "Change plan";
pub const SET: &str = "Set";
pub const HOW_OFTEN: &str = "How often";
pub const DUE_ON: &str = "Due next on";
pub const DUE_MISSING: &str = "Give a date.";
pub const DAYS: &str = "Days from one to the next";
pub const DAYS_WRONG: &str = "Give a number of days from 1 to 366.";
pub const SAVE_PLAN: &str = "Save plan";
pub const PLAN_SAVED: &str = "The plan is saved.";
pub const END_PLAN: &str = "End plan";
pub const END_PLAN_DETAIL: &str = "It no longer comes due. What was filled in stays.";
pub const PLAN_ENDED: &str = "The plan has ended.";
pub const START: &str = "Start";
pub const DUE: &str = "Screenings due";
pub const NOTHING_DUE: &str = "No screening is due.";
pub const ONCE: &str = "Once";
pub const WEEKLY: &str = "Every week";
pub const TWO_WEEKLY: &str = "Every 2 weeks";
pub const MONTHLY: &str = "Every 4 weeks";
pub const OTHER: &str = "Another number of days";

/// How often a set comes.
pub fn every(days: Option<u32>) -> String {
    match days {
        None => "once".to_owned(),
        Some(1) => "every day".to_owned(),
        Some(7) => "every week".to_owned(),
        Some(days) if days % 7 == 0 => format!("every {} weeks", days / 7),
        Some(days) => format!("every {days} days"),
    }
}

/// When a set is due.
pub fn due(days_late: i32, date: &str) -> String {
    match days_late {
        0 => "due today".to_owned(),
        1 => "1 day late".to_owned(),
        late if late > 1 => format!("{late} days late"),
        -1 => "due tomorrow".to_owned(),
        _ => format!("due {date}"),
    }
}

/// What comes next.
pub fn next(set: &str, date: &str) -> String {
    format!("Next: {set}, due {date}.")
}

/// Names the button that begins what is due.
pub fn start_for(set: &str, client: &str) -> String {
    format!("Start {set} for {client}")
}

/// Names the button that goes on with what was begun.
pub fn go_on_for(set: &str, client: &str) -> String {
    format!("Go on with {set} for {client}")
}

/// Names the button that changes a plan.
pub fn edit_plan(set: &str) -> String {
    format!("Change plan: {set}")
}

/// Names the button that ends a plan.
pub fn end_plan(set: &str) -> String {
    format!("End plan: {set}")
}
