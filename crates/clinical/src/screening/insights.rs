//! What a form says, in a few plain sentences. Never a diagnosis.

use super::change::{Verdict, change};
use super::instrument::{Direction, Instrument, Method, Subscale, SubscaleKind};
use super::score::{Score, SubscaleValue};

/// One sentence for a results page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insight {
    /// What it is about.
    pub kind: InsightKind,
    /// Plain English.
    pub text: String,
}

/// What a sentence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InsightKind {
    /// An answer that needs attention now.
    Attention,
    /// What is missing.
    Incomplete,
    /// The score and the time it is about.
    Score,
    /// The band it lies in.
    Band,
    /// A further score.
    Subscale,
    /// The difference from an earlier score.
    Change,
}

/// Says what a form came to and, if there is an earlier score, how that has changed.
pub fn insights(instrument: &Instrument, score: &Score, earlier: Option<&Score>) -> Vec<Insight> {
    let mut said: Vec<_> = score
        .critical
        .iter()
        .map(|answer| (InsightKind::Attention, format!("Needs attention now: {}.", ended(&answer.reason))))
        .collect();
    said.extend(incomplete(instrument, score).map(|text| (InsightKind::Incomplete, text)));
    said.extend(scored(instrument, score).map(|text| (InsightKind::Score, text)));
    said.extend(banded(instrument, score).map(|text| (InsightKind::Band, text)));
    said.extend(numbers(instrument, score).map(|text| (InsightKind::Subscale, text)));
    said.extend(
        earlier
            .and_then(|earlier| changed(instrument, earlier, score))
            .map(|text| (InsightKind::Change, text)),
    );
    said.into_iter().map(|(kind, text)| Insight { kind, text }).collect()
}

fn incomplete(instrument: &Instrument, score: &Score) -> Option<String> {
    if score.complete {
        return None;
    }
    let name = instrument.short_title();
    let missing = match score.missing.len() {
        1 => "one question that is needed was not answered".to_owned(),
        count => format!("{count} questions that are needed were not answered"),
    };
    let so = if score.is_prorated() {
        "The total is estimated from the other answers, as the publisher of the questionnaire allows."
    } else if instrument.scoring.has_total {
        "There is no total."
    } else if score.subscales.iter().any(|(_, value)| value.is_some()) {
        "Only the parts with enough answers are scored."
    } else {
        "There is no result."
    };
    Some(format!("The {name} is incomplete: {missing}. {so}"))
}

fn scored(instrument: &Instrument, score: &Score) -> Option<String> {
    let total = score.total?;
    let scoring = &instrument.scoring;
    let range = match (scoring.min, scoring.max) {
        (Some(0.0), Some(max)) => format!(" out of {}", plain(max)),
        (Some(min), Some(max)) => format!(" on a scale from {} to {}", plain(min), plain(max)),
        _ => String::new(),
    };
    let about = if score.is_prorated() { "about " } else { "" };
    let way = match instrument.direction() {
        Direction::HigherWorse => "worse",
        Direction::HigherBetter => "better",
    };
    Some(format!(
        "{}{}: {about}{}{range}. Higher scores are {way}.",
        instrument.short_title(),
        asked_about(instrument),
        plain(total)
    ))
}

fn banded(instrument: &Instrument, score: &Score) -> Option<String> {
    let band = instrument.bands.get(score.band?)?;
    let label = &band.label;
    Some(if instrument.scoring.has_total {
        let range = format!("{} to {}", plain(band.min), plain(band.max));
        format!(
            "The questionnaire calls scores from {range} “{label}”. This is a screening result, not a diagnosis."
        )
    } else {
        let name = instrument.short_title();
        let about = asked_about(instrument);
        format!("{name}{about}: “{label}”. This is a screening result, not a diagnosis.")
    })
}

/// Scales of instruments that have no total of their own.
fn numbers(instrument: &Instrument, score: &Score) -> impl Iterator<Item = String> {
    let own = !instrument.scoring.has_total && instrument.scoring.method != Method::Algorithm;
    let scales = instrument.scoring.subscales.iter().filter(move |_| own);
    scales.filter_map(|subscale| {
        let SubscaleValue::Number(value) = score.subscale(&subscale.id)? else { return None };
        Some(scale(instrument, subscale, *value))
    })
}

fn scale(instrument: &Instrument, subscale: &Subscale, value: f64) -> String {
    let range = match (&subscale.kind, subscale.min, subscale.max) {
        (SubscaleKind::Integer | SubscaleKind::Number, Some(min), Some(max)) => {
            format!(" on a scale from {} to {}", plain(min), plain(max))
        }
        _ => String::new(),
    };
    let meaning = match subscale.direction {
        Some(Direction::HigherBetter) => " Higher is better.",
        Some(Direction::HigherWorse) => " Higher is worse.",
        None => "",
    };
    format!("{}{}: {}{range}.{meaning}", subscale.label, asked_about(instrument), plain(value))
}

fn changed(instrument: &Instrument, earlier: &Score, later: &Score) -> Option<String> {
    let change = change(instrument, earlier, later);
    let points = change.points?;
    let moved = match points {
        0.0 => "The score is the same as before".to_owned(),
        _ => {
            let unit = if points.abs() == 1.0 { "point" } else { "points" };
            let way = if points > 0.0 { "higher" } else { "lower" };
            format!("The score is {} {unit} {way} than before", plain(points.abs()))
        }
    };
    let needed = instrument.change.reliable.map(plain).unwrap_or_default();
    let reliable = match change.verdict {
        Verdict::Improved => "a reliable change for the better".to_owned(),
        Verdict::Worse => "a reliable change for the worse".to_owned(),
        Verdict::NoReliableChange => format!("no reliable change, which would need at least {needed} points"),
        Verdict::NotDefined => {
            "no published figure says how large a difference would be a reliable change".to_owned()
        }
    };
    let meaningful = match (change.clinically_meaningful, instrument.change.clinically_meaningful) {
        (Some(true), Some(least)) => {
            format!(
                " It is at least the published clinically meaningful difference of {} points.",
                plain(least)
            )
        }
        _ => String::new(),
    };
    let estimated = if earlier.is_prorated() || later.is_prorated() {
        " At least one of the two scores is estimated."
    } else {
        ""
    };
    Some(format!("{moved}: {reliable}.{meaningful}{estimated}"))
}

fn asked_about(instrument: &Instrument) -> String {
    format!(" ({})", instrument.recall_period)
}

fn ended(text: &str) -> &str {
    text.trim_end().trim_end_matches('.')
}

/// A number with at most one decimal place.
fn plain(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    // Adding zero makes a negative zero a plain one.
    (rounded + 0.0).to_string()
}
