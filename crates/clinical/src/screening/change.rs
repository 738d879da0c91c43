//! Whether a difference between two scores means something.

use super::instrument::{Direction, Instrument};
use super::score::Score;

/// How the later of two scores compares with the earlier one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// What can be said about it.
    pub verdict: Verdict,
    /// Later total − earlier total; `None` where one of them is missing.
    pub points: Option<f64>,
    /// Whether it is at least the published meaningful difference; `None` where none is published or a total is missing.
    pub clinically_meaningful: Option<bool>,
}

/// What can be said about a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Better by at least the reliable difference.
    Improved,
    /// Worse by at least the reliable difference.
    Worse,
    /// A smaller difference, or none: it may be measurement error.
    NoReliableChange,
    /// A total is missing, or no reliable difference is published for the instrument.
    NotDefined,
}

impl Verdict {
    /// The name in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Improved => "improved",
            Self::Worse => "worse",
            Self::NoReliableChange => "no_reliable_change",
            Self::NotDefined => "not_defined",
        }
    }
}

/// Compares two scores of one instrument by its published thresholds (Jacobson NS, Truax P. J Consult Clin Psychol
/// 1991;59:12–19, for the idea of reliable change; each instrument names the source of its numbers).
pub fn change(instrument: &Instrument, earlier: &Score, later: &Score) -> Change {
    compare(instrument, earlier.total.zip(later.total).map(|(earlier, later)| later - earlier))
}

/// The same for totals that are kept without the answers they were made of.
pub fn change_of_totals(instrument: &Instrument, earlier: f64, later: f64) -> Change {
    compare(instrument, Some(later - earlier))
}

fn compare(instrument: &Instrument, points: Option<f64>) -> Change {
    let thresholds = &instrument.change;
    let reaches = |threshold: Option<f64>| {
        // Estimated totals are fractions; what is short of the threshold by rounding alone has reached it.
        points.zip(threshold).map(|(points, threshold)| points.abs() + 1e-9 >= threshold)
    };
    let verdict = match (reaches(thresholds.reliable), points) {
        (Some(false), _) => Verdict::NoReliableChange,
        (Some(true), Some(points)) => {
            let higher_better = instrument.direction() == Direction::HigherBetter;
            if (points > 0.0) == higher_better { Verdict::Improved } else { Verdict::Worse }
        }
        _ => Verdict::NotDefined,
    };
    Change { verdict, points, clinically_meaningful: reaches(thresholds.clinically_meaningful) }
}
