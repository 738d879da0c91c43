//! Invented results for tests.
#![allow(dead_code, unreachable_pub, reason = "each test uses a part of this module")]

use chrono::{DateTime, NaiveDate, TimeZone as _, Utc};
use clinical::screening::{Answers, Instrument, Score, score};
use interop::{Administration, Patient, ResultsExport, Screening};
use uuid::Uuid;

/// A form with its answers, owned.
pub struct Filled {
    pub instrument: Instrument,
    pub answers: Answers,
    pub declined: Vec<String>,
    pub score: Score,
}

impl Filled {
    pub fn new(instrument: &Instrument, answers: &[(&str, f64)], declined: &[&str]) -> Self {
        let answers = answers.iter().map(|(item, value)| ((*item).to_owned(), *value)).collect();
        Self::of(instrument, answers, declined.iter().map(|item| (*item).to_owned()).collect())
    }

    pub fn of(instrument: &Instrument, answers: Answers, declined: Vec<String>) -> Self {
        let score = score(instrument, &answers);
        Self { instrument: instrument.clone(), answers, declined, score }
    }
}

/// A form of a bundled instrument.
pub fn filled(id: &str, answers: &[(&str, f64)], declined: &[&str]) -> Filled {
    Filled::new(instruments::find(id).expect("a bundled instrument"), answers, declined)
}

/// A form on which every item has the last of its options.
pub fn full(id: &str) -> Filled {
    let instrument = instruments::find(id).expect("a bundled instrument");
    let last = |item| instrument.options(item).last().expect("options").value;
    let answers = instrument.items.iter().map(|item| (item.id.clone(), last(item))).collect();
    Filled::of(instrument, answers, Vec::new())
}

pub fn at(day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, day, 9, 30, 0).single().expect("an instant that exists")
}

/// Forms of one sitting each, on successive days.
pub fn results(forms: &[Filled]) -> ResultsExport<'_> {
    let screenings = forms.iter().enumerate().map(|(index, form)| Screening {
        id: Uuid::from_u128(0x0199_a0b1_c2d3_7e4f_8a5b_0000_0000_0000 + index as u128),
        completed_at: at(index as u32 % 28 + 1),
        administrations: vec![Administration {
            instrument: &form.instrument,
            answers: &form.answers,
            declined: &form.declined,
            score: &form.score,
        }],
    });
    ResultsExport { patient: patient(), screenings: screenings.collect(), generated_at: at(28) }
}

/// All forms at one sitting.
pub fn sitting(forms: &[Filled]) -> ResultsExport<'_> {
    let mut results = results(forms);
    let rest = results.screenings.split_off(1);
    results.screenings[0]
        .administrations
        .extend(rest.into_iter().flat_map(|screening| screening.administrations));
    results
}

pub fn patient() -> Patient {
    Patient {
        id: Uuid::from_u128(0x0199_a0b1_0000_7000_8000_0000_0000_0042),
        name: "Jordan Marsh".to_owned(),
        birth_date: NaiveDate::from_ymd_opt(1990, 3, 2),
    }
}

/// A few forms in which everything happens: totals, bands, gaps, refusals, an estimate, answers that need attention.
pub fn varied() -> Vec<Filled> {
    vec![
        filled(
            "phq9",
            &[
                ("q1", 2.0),
                ("q2", 1.0),
                ("q3", 3.0),
                ("q4", 0.0),
                ("q5", 1.0),
                ("q6", 2.0),
                ("q7", 1.0),
                ("q8", 0.0),
                ("q9", 1.0),
                ("q10", 2.0),
            ],
            &[],
        ),
        filled("phq9", &[("q1", 2.0), ("q2", 1.0), ("q9", 0.0)], &["q3", "q4"]),
        filled("asq", &[("q1", 0.0), ("q2", 1.0), ("q3", 0.0), ("q4", 0.0), ("q5", 1.0)], &[]),
        filled("pcptsd5", &[("gate", 0.0)], &[]),
        filled(
            "core10",
            &[
                ("q1", 2.0),
                ("q2", 1.0),
                ("q3", 3.0),
                ("q4", 0.0),
                ("q5", 1.0),
                ("q6", 0.0),
                ("q7", 1.0),
                ("q8", 0.0),
                ("q9", 1.0),
            ],
            &["q10"],
        ),
        full("rand36"),
        full("cape42"),
        filled("gad7", &[], &[]),
        filled("phq_eating", &[], &[]),
    ]
}
