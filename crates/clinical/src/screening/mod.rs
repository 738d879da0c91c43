//! Screening: instruments as data, and what a filled-in form comes to.
//!
//! Scores are screening results, not diagnoses. What is incomplete is said to be incomplete; nothing is estimated but where
//! the publisher of an instrument says how. An answer that needs attention is reported whatever else is missing.
//!
//! Start at [`Instrument`], [`score`], [`applicable`], [`change`], [`dimensions`] and [`insights`].

mod change;
pub mod dimensions;
mod finding;
mod insights;
mod instrument;
mod rules;
mod score;
mod sheet;
mod validate;

use std::collections::BTreeMap;

pub use change::{Change, Verdict, change, change_of_totals};
pub use finding::finding;
pub use insights::{Insight, InsightKind, insights};
pub use instrument::*;
pub use rules::{Gives, Rule};
pub use score::{
    AnswerError, CriticalAnswer, Score, SubscaleValue, applicable, check_answers, score, score_for,
};
pub use validate::{Fault, limits, validate};

/// Item id → marked value. What is not there was not answered.
pub type Answers = BTreeMap<String, f64>;
