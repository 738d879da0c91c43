//! A result as a clinician writes it into a note: what was measured, and nothing that it might mean.

use super::Answers;
use super::change::{Verdict, change};
use super::instrument::Instrument;
use super::score::{Score, SubscaleValue};

/// The sentences for one result: the score with its change, then each critical answer by itself. `day` and the earlier
/// result's day are written out by the caller ("14 November 2026").
pub fn finding(
    instrument: &Instrument,
    answers: &Answers,
    score: &Score,
    day: &str,
    earlier: Option<(&Score, &str)>,
) -> Vec<String> {
    let name = instrument.short_title();
    let mut said = vec![format!("{name} on {day}: {}.", measured(instrument, score, earlier))];
    said.extend(score.critical.iter().filter_map(|critical| {
        let item = instrument.item(&critical.item)?;
        let label = instrument.label(item, *answers.get(&critical.item)?)?;
        Some(format!("{name}, “{}”: “{label}”.", item.text.trim_end_matches(['.', '?', '!'])))
    }));
    said
}

fn measured(instrument: &Instrument, score: &Score, earlier: Option<(&Score, &str)>) -> String {
    let band = score.band.map(|at| lowered(&instrument.bands[at].label));
    let missing = score.missing.len();
    let missing = match missing {
        0 => String::new(),
        1 => "1 question without an answer".to_owned(),
        more => format!("{more} questions without an answer"),
    };
    let result = match (score.total, band) {
        (Some(total), band) => {
            let of = instrument.scoring.max.map(|max| format!(" of {}", plain(max))).unwrap_or_default();
            let band = band.map(|band| format!(", {band}")).unwrap_or_default();
            let estimated = if score.is_prorated() {
                format!(", estimated with {missing} as the publisher allows")
            } else {
                String::new()
            };
            format!("{}{of}{band}{estimated}", plain(total))
        }
        (None, _) if !score.complete => return format!("incomplete, {missing}; not scored"),
        (None, Some(band)) => band,
        (None, None) => further(instrument, score),
    };
    match earlier {
        Some((before, day)) => format!("{result}{}", changed(instrument, before, score, day)),
        None => result,
    }
}

/// The further scores of an instrument that has neither a total nor bands.
fn further(instrument: &Instrument, score: &Score) -> String {
    let value = |value: &SubscaleValue| match value {
        SubscaleValue::Number(number) => plain(*number),
        SubscaleValue::Boolean(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        SubscaleValue::Category(name) => name.replace('_', " "),
    };
    let shown =
        instrument.scoring.subscales.iter().zip(&score.subscales).filter_map(|(subscale, (_, found))| {
            Some(format!("{} {}", lowered(&subscale.label), value(found.as_ref()?)))
        });
    shown.collect::<Vec<_>>().join("; ")
}

fn changed(instrument: &Instrument, before: &Score, now: &Score, day: &str) -> String {
    let change = change(instrument, before, now);
    let (Some(from), Some(points)) = (before.total, change.points) else { return String::new() };
    let from = plain(from);
    if points == 0.0 {
        return format!("; the same as on {day}");
    }
    let by = plain(points.abs());
    let way = if points > 0.0 { "higher" } else { "lower" };
    let meaning = match change.verdict {
        Verdict::Improved => ", a reliable improvement",
        Verdict::Worse => ", a reliable worsening",
        Verdict::NoReliableChange => ", no reliable change",
        Verdict::NotDefined => "",
    };
    format!("; {by} {way} than {from} on {day}{meaning}")
}

/// A number without needless decimals.
fn plain(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A label inside a sentence. Abbreviations keep their capitals.
fn lowered(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), label.chars().nth(1)) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().collect::<String>() + letters.as_str()
        }
        _ => label.to_owned(),
    }
}
