//! What is exported: a person, and the forms this person has filled in.

use chrono::{DateTime, NaiveDate, Utc};
use clinical::screening::{
    Answers, Circumstances, Instrument, Item, Score, Subscale, SubscaleKind, SubscaleValue, applicable,
};
use uuid::Uuid;

/// The results of one person.
#[derive(Clone, Debug)]
pub struct ResultsExport<'a> {
    /// Whose results these are.
    pub patient: Patient,
    /// The finished screenings, in the order in which they are to appear.
    pub screenings: Vec<Screening<'a>>,
    /// When the export is made.
    pub generated_at: DateTime<Utc>,
}

/// The person, as far as an export names them.
#[derive(Clone, Debug)]
pub struct Patient {
    /// Id in the vault.
    pub id: Uuid,
    /// Name as the vault has it; may be empty.
    pub name: String,
    /// Date of birth, if recorded.
    pub birth_date: Option<NaiveDate>,
}

/// Forms filled in at one sitting.
#[derive(Clone, Debug)]
pub struct Screening<'a> {
    /// Id in the vault. Ids of what is made from it are derived from this one.
    pub id: Uuid,
    /// When it was finished.
    pub completed_at: DateTime<Utc>,
    /// The forms in the order in which they were given.
    pub administrations: Vec<Administration<'a>>,
}

/// One form, filled in and scored.
#[derive(Clone, Copy, Debug)]
pub struct Administration<'a> {
    /// What was asked.
    pub instrument: &'a Instrument,
    /// What was answered.
    pub answers: &'a Answers,
    /// Ids of the items that were shown and left unanswered on purpose.
    pub declined: &'a [String],
    /// What it came to.
    pub score: &'a Score,
}

/// How an item stands on a form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Standing<'a> {
    /// Answered with one of its options.
    Answered { value: f64, label: &'a str },
    /// Left unanswered on purpose.
    Declined,
    /// Needed for the score, and without an answer.
    Missing,
    /// Shown without an answer that would be needed.
    Open,
    /// Not for this person, or not after these answers.
    NotAsked,
}

impl<'a> Administration<'a> {
    /// Every item of the form and how it stands. An answer is never left out, even one to an item that was not to be
    /// asked: it may need attention. A value that is no option counts as not given, as in scoring.
    pub(crate) fn items(&self) -> Vec<(&'a Item, Standing<'a>)> {
        let shown = applicable(self.instrument, self.answers, &Circumstances::default());
        let standing = |item: &'a Item| {
            let marked = self.answers.get(&item.id).copied();
            let answer = marked.and_then(|value| Some((value, self.instrument.label(item, value)?)));
            if let Some((value, label)) = answer {
                Standing::Answered { value, label }
            } else if self.declined.contains(&item.id) {
                Standing::Declined
            } else if self.score.missing.contains(&item.id) {
                Standing::Missing
            } else if shown.iter().any(|each| each.id == item.id) {
                Standing::Open
            } else {
                Standing::NotAsked
            }
        };
        self.instrument.items.iter().map(|item| (item, standing(item))).collect()
    }

    /// The further scores, each with what it came to.
    pub(crate) fn subscales(&self) -> impl Iterator<Item = (&'a Subscale, Option<&'a SubscaleValue>)> {
        let score = self.score;
        self.instrument.scoring.subscales.iter().map(|subscale| (subscale, score.subscale(&subscale.id)))
    }

    /// Name of the band, if the score lies in one.
    pub(crate) fn band(&self) -> Option<&'a str> {
        self.instrument.bands.get(self.score.band?).map(|band| band.label.as_str())
    }

    /// Whether the bands are laid over this further score: the yes-or-no or category of a form without a total.
    pub(crate) fn is_banded(&self, subscale: &Subscale) -> bool {
        !self.instrument.scoring.has_total
            && matches!(subscale.kind, SubscaleKind::Boolean | SubscaleKind::Category(_))
    }

    /// Why an answer to this item needs attention.
    pub(crate) fn attention(&self, item: &Item) -> Option<&'a str> {
        self.score.critical.iter().find(|answer| answer.item == item.id).map(|answer| answer.reason.as_str())
    }
}

/// A number as it is written: whole where it is whole, else with at most four decimal places.
pub(crate) fn rounded(value: f64) -> f64 {
    // Adding zero makes a negative zero a plain one.
    (value * 1e4).round() / 1e4 + 0.0
}

/// One line of text: white space becomes single spaces, control characters go. `None` where nothing is left.
pub(crate) fn line(text: &str) -> Option<String> {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}
