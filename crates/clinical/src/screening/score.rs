//! From answers to a score.

use super::Answers;
use super::instrument::{
    Allowed, Band, Circumstances, Instrument, Item, Method, Severity, Subscale, SubscaleKind, SubscaleMethod,
};
use super::sheet::{Gathered, Sheet};

/// What a form came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Whether every needed item was answered.
    pub complete: bool,
    /// The total: only of a complete form, or estimated where the publisher allows it (then not `complete`).
    pub total: Option<f64>,
    /// Severity of the band.
    pub severity: Option<Severity>,
    /// The band, as an index into [`Instrument::bands`].
    pub band: Option<usize>,
    /// Further scores in the order of [`super::Scoring::subscales`]; `None` where answers are missing.
    pub subscales: Vec<(String, Option<SubscaleValue>)>,
    /// Answers that need attention at once, in the order of the form, whether or not the form is complete.
    pub critical: Vec<CriticalAnswer>,
    /// Number of asked items with an answer, as far as they matter for the score.
    pub answered: u32,
    /// Ids of needed items without an answer, in the order of the form.
    pub missing: Vec<String>,
}

impl Score {
    /// A further score.
    pub fn subscale(&self, id: &str) -> Option<&SubscaleValue> {
        self.subscales.iter().find(|(name, _)| name == id)?.1.as_ref()
    }

    /// Whether the total was estimated for want of answers.
    pub fn is_prorated(&self) -> bool {
        self.total.is_some() && !self.complete
    }
}

/// The value of a subscale.
#[derive(Clone, Debug, PartialEq)]
pub enum SubscaleValue {
    /// A number.
    Number(f64),
    /// Yes or no.
    Boolean(bool),
    /// One of the subscale’s categories.
    Category(String),
}

impl SubscaleValue {
    /// The number, if it is one.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(value) => Some(*value),
            Self::Boolean(_) | Self::Category(_) => None,
        }
    }
}

/// An answer that needs attention at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriticalAnswer {
    /// Id of the item.
    pub item: String,
    /// Why, in words for the clinician.
    pub reason: String,
}

/// Scores a form of which nothing is known but its answers.
///
/// Answers to unknown items, and values that are no option, count as not given; [`check_answers`] tells of them.
pub fn score(instrument: &Instrument, answers: &Answers) -> Score {
    score_for(instrument, answers, &Circumstances::default())
}

/// Scores a form. What is known of the person decides between bands and changes nothing else.
pub fn score_for(instrument: &Instrument, answers: &Answers, circumstances: &Circumstances) -> Score {
    let sheet = Sheet::new(instrument, answers);
    let missing: Vec<_> = sheet.missing().map(|item| item.id.clone()).collect();
    let answered = sheet.answered();
    let complete = missing.is_empty();
    let total = total(instrument, &sheet, missing.len(), answered);
    let subscales = subscales(instrument, &sheet, complete && answered > 0);
    let band = banded(instrument, total, &subscales)
        .and_then(|value| band_of(instrument, &instrument.bands_for(circumstances), value));
    Score {
        complete,
        total,
        severity: band.map(|at| instrument.bands[at].severity),
        band,
        subscales,
        critical: critical(instrument, answers),
        answered,
        missing,
    }
}

/// The items a form shows now, in order. Items for a certain group of people are shown unless it is known that they do not
/// apply.
pub fn applicable<'i>(
    instrument: &'i Instrument,
    answers: &Answers,
    circumstances: &Circumstances,
) -> Vec<&'i Item> {
    Sheet::new(instrument, answers).visible(circumstances)
}

/// Refuses answers to items that are not there and values that are no option.
///
/// # Errors
/// Names the first such item. The value itself is not repeated.
pub fn check_answers(instrument: &Instrument, answers: &Answers) -> Result<(), AnswerError> {
    for (id, value) in answers {
        let Some(item) = instrument.item(id) else {
            return Err(AnswerError::UnknownItem { item: id.clone(), instrument: instrument.id.clone() });
        };
        let options = instrument.options(item);
        if !options.iter().any(|option| option.value == *value) {
            let values = options.iter().map(|option| option.value).collect();
            return Err(AnswerError::NoOption { item: id.clone(), values });
        }
    }
    Ok(())
}

/// Why answers cannot be taken.
#[derive(Clone, Debug, PartialEq)]
pub enum AnswerError {
    /// The instrument has no such item.
    UnknownItem {
        /// Id that was given.
        item: String,
        /// Id of the instrument.
        instrument: String,
    },
    /// The item does not offer this value.
    NoOption {
        /// Id of the item.
        item: String,
        /// The values it offers.
        values: Vec<f64>,
    },
}

impl std::fmt::Display for AnswerError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownItem { item, instrument } => {
                let short: String = item.chars().filter(|c| !c.is_control()).take(64).collect();
                write!(f, "{instrument} has no item “{short}”.")
            }
            Self::NoOption { item, values } => {
                let values: Vec<_> = values.iter().map(f64::to_string).collect();
                write!(f, "The answer to item {item} is none of its options: {}.", values.join(", "))
            }
        }
    }
}

impl std::error::Error for AnswerError {}

fn total(instrument: &Instrument, sheet: &Sheet, missing: usize, answered: u32) -> Option<f64> {
    let scoring = &instrument.scoring;
    if !scoring.has_total || answered == 0 {
        return None;
    }
    let gathered = sheet.gather_scored();
    let allowed = scoring.prorate.as_ref().map(|prorate| prorate.allowed);
    match (scoring.method, allowed) {
        (Method::Algorithm, _) => None,
        (Method::Mean | Method::WeightedMean, _) if missing == 0 => gathered.mean(),
        (_, _) if missing == 0 => Some(gathered.sum),
        // A missing gate leaves open what had to be asked: nothing can be estimated from that.
        _ if gathered.lacking != missing => None,
        (method, Some(Allowed::MaxMissing(most))) if missing <= most as usize => {
            let mean = gathered.mean()?;
            let items = (gathered.points.len() + missing) as f64;
            Some(match method {
                Method::Mean | Method::WeightedMean => mean,
                _ => items * gathered.sum / gathered.points.len() as f64,
            })
        }
        (Method::Mean | Method::WeightedMean, Some(Allowed::MinAnswered(least)))
            if gathered.points.len() >= least as usize =>
        {
            gathered.mean()
        }
        _ => None,
    }
}

fn subscales(instrument: &Instrument, sheet: &Sheet, complete: bool) -> Vec<(String, Option<SubscaleValue>)> {
    let scoring = &instrument.scoring;
    let ruled = scoring.rule.map(|rule| rule.apply(sheet, complete)).unwrap_or_default();
    let least = match scoring.prorate.as_ref().map(|prorate| prorate.allowed) {
        Some(Allowed::MinAnswered(least)) => Some(least as usize),
        Some(Allowed::MaxMissing(_)) | None => None,
    };
    let value = |subscale: &Subscale| match subscale.method {
        Some(method) => {
            combine(method, &sheet.gather_ids(&subscale.items), least, complete).map(SubscaleValue::Number)
        }
        None => ruled.iter().find(|(id, _)| *id == subscale.id).and_then(|(_, value)| value.clone()),
    };
    scoring.subscales.iter().map(|subscale| (subscale.id.clone(), value(subscale))).collect()
}

fn combine(method: SubscaleMethod, gathered: &Gathered, least: Option<usize>, complete: bool) -> Option<f64> {
    if method == SubscaleMethod::Mean && least.is_some_and(|least| gathered.points.len() >= least.max(1)) {
        return gathered.mean();
    }
    // Nothing lacking and nothing answered is a group that a gate has closed, if the form says so as a whole.
    if gathered.lacking > 0 || gathered.points.is_empty() && !complete {
        return None;
    }
    match method {
        SubscaleMethod::Sum => Some(gathered.sum),
        SubscaleMethod::Mean => gathered.mean(),
        SubscaleMethod::CountAtLeast(least) => {
            Some(gathered.points.iter().filter(|points| **points >= least).count() as f64)
        }
    }
}

/// What the bands are laid over: the total, or the one boolean or category subscale.
fn banded(
    instrument: &Instrument,
    total: Option<f64>,
    subscales: &[(String, Option<SubscaleValue>)],
) -> Option<f64> {
    if instrument.scoring.has_total {
        return total;
    }
    instrument.scoring.subscales.iter().zip(subscales).find_map(|(subscale, (_, value))| {
        match (&subscale.kind, value.as_ref()?) {
            (SubscaleKind::Boolean, SubscaleValue::Boolean(yes)) => Some(f64::from(u8::from(*yes))),
            (SubscaleKind::Category(values), SubscaleValue::Category(name)) => {
                values.iter().position(|value| value == name).map(|at| at as f64)
            }
            _ => None,
        }
    })
}

/// The band with the greatest start that is not above the value; totals can be fractional.
fn band_of(instrument: &Instrument, bands: &[&Band], value: f64) -> Option<usize> {
    let band =
        bands.iter().filter(|band| band.min <= value).max_by(|one, other| one.min.total_cmp(&other.min))?;
    instrument.bands.iter().position(|each| each == *band)
}

fn critical(instrument: &Instrument, answers: &Answers) -> Vec<CriticalAnswer> {
    let found = instrument.items.iter().filter_map(|item| {
        let critical = item.critical.as_ref()?;
        let answer = answers.get(&item.id)?;
        critical
            .when
            .holds(*answer)
            .then(|| CriticalAnswer { item: item.id.clone(), reason: critical.reason.clone() })
    });
    found.collect()
}
