//! Where a person is in a form, and where the next step leads. Free of web types, so that its rules can be tested.

use contract::instruments::OptionView;
use contract::screenings::{Answer, FormInstrument, FormItem, FormView};

/// A question of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The instrument's id.
    pub instrument: String,
    /// The question's id.
    pub item: String,
}

impl Spot {
    /// The id of the question's heading on the page.
    pub fn heading_id(&self) -> String {
        format!("question-{}-{}", self.instrument, self.item)
    }
}

/// Where a person is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At a question.
    Question(Spot),
    /// Behind the last one.
    End,
}

/// How far a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// To the next or previous question.
    Question,
    /// To the next or previous instrument.
    Instrument,
}

/// An answer of which the core may not know yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// To what.
    pub spot: Spot,
    /// What was answered.
    pub answer: Answer,
}

impl crate::state::Replaces for Given {
    fn same_thing(&self, other: &Self) -> bool {
        self.spot == other.spot
    }
}

/// All questions of a form in order.
pub fn spots(form: &FormView) -> impl Iterator<Item = (Spot, &FormItem)> {
    form.instruments.iter().flat_map(|instrument| {
        instrument
            .items
            .iter()
            .map(|item| (Spot { instrument: instrument.id.clone(), item: item.id.clone() }, item))
    })
}

/// The instrument and the question of a spot, with their places counted from 0.
pub fn find<'a>(form: &'a FormView, spot: &Spot) -> Option<(usize, &'a FormInstrument, usize, &'a FormItem)> {
    let (of, instrument) = form.instruments.iter().enumerate().find(|(_, one)| one.id == spot.instrument)?;
    let (at, item) = instrument.items.iter().enumerate().find(|(_, one)| one.id == spot.item)?;
    Some((of, instrument, at, item))
}

/// Whether a person has done with a question: answered it, or said that they would rather not.
pub fn dealt_with(item: &FormItem) -> bool {
    item.answer.is_some() || item.declined
}

/// The question to go on with: the first that is open. One that may stay empty counts as passed when a later one was
/// dealt with.
pub fn first_open(form: &FormView) -> Place {
    let all: Vec<(Spot, &FormItem)> = spots(form).collect();
    let last = all.iter().rposition(|(_, item)| dealt_with(item));
    let open = all.into_iter().enumerate().find(|(at, (_, item))| {
        let passed = item.optional && last.is_some_and(|last| last > *at);
        !dealt_with(item) && !passed
    });
    open.map_or(Place::End, |(_, (spot, _))| Place::Question(spot))
}

/// Where a step leads. Behind the last question is the end; before the first there is nothing.
pub fn step(form: &FormView, from: &Place, forward: bool, stride: Stride) -> Place {
    let all: Vec<Spot> = spots(form).map(|(spot, _)| spot).collect();
    let begins_instrument = |at: usize| at == 0 || all[at - 1].instrument != all[at].instrument;
    let here = match from {
        Place::End => all.len(),
        Place::Question(spot) => match all.iter().position(|other| other == spot) {
            Some(at) => at,
            None => return first_open(form),
        },
    };
    let wanted = |at: &usize| stride == Stride::Question || begins_instrument(*at);
    let to = if forward {
        (here + 1..all.len()).find(wanted).unwrap_or(all.len())
    } else {
        // Back from within an instrument leads to the one before, not to the top of its own page.
        let start = (0..=here.min(all.len().saturating_sub(1))).rev().find(|at| begins_instrument(*at));
        let before = match (stride, from) {
            (Stride::Instrument, Place::Question(_)) => start.unwrap_or(0),
            _ => here,
        };
        (0..before).rev().find(wanted).unwrap_or(0)
    };
    all.get(to).map_or(Place::End, |spot| Place::Question(spot.clone()))
}

/// Marks an answer in a form, as the core will once it hears of it.
pub fn mark(form: &mut FormView, given: &Given) {
    let instruments = form.instruments.iter_mut().filter(|one| one.id == given.spot.instrument);
    for item in instruments.flat_map(|one| &mut one.items).filter(|one| one.id == given.spot.item) {
        (item.answer, item.declined) = match given.answer {
            Answer::Value { value } => (Some(value), false),
            Answer::Declined => (None, true),
            Answer::Cleared => (None, false),
        };
    }
}

/// The digit that chooses each option: its value where all values are single digits, else its place counted from 1.
/// Options beyond the ninth have none.
pub fn digits(options: &[OptionView]) -> Vec<Option<u8>> {
    let digit = |value: f64| (0..=9_u8).find(|digit| f64::from(*digit) == value);
    let values: Vec<Option<u8>> = options.iter().map(|option| digit(option.value)).collect();
    if values.iter().all(Option::is_some) {
        return values;
    }
    (1..=options.len()).map(|place| u8::try_from(place).ok().filter(|place| *place <= 9)).collect()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use contract::screenings::{ScreeningStatus, ScreeningView};
    use contract::{ClientId, ScreeningId};

    use super::*;

    fn item(id: &str, optional: bool) -> FormItem {
        FormItem {
            id: id.to_owned(),
            stem: String::new(),
            text: id.to_owned(),
            options: vec![],
            answer: None,
            declined: false,
            optional,
        }
    }

    /// Two instruments: a1, a2 (may stay empty), a3; b1, b2.
    fn form() -> FormView {
        let instrument = |id: &str, items: Vec<FormItem>| FormInstrument {
            id: id.to_owned(),
            title: id.to_owned(),
            recall_period: String::new(),
            instructions: String::new(),
            attribution: String::new(),
            language: "en".to_owned(),
            items,
        };
        let at = DateTime::UNIX_EPOCH;
        FormView {
            screening: ScreeningView {
                id: ScreeningId(Default::default()),
                client_id: ClientId(Default::default()),
                client_name: String::new(),
                name: String::new(),
                instruments: vec![],
                status: ScreeningStatus::Open,
                answered: 0,
                asked: 5,
                started_at: at,
                updated_at: at,
                completed_at: None,
            },
            instruments: vec![
                instrument("a", vec![item("a1", false), item("a2", true), item("a3", false)]),
                instrument("b", vec![item("b1", false), item("b2", false)]),
            ],
            comment: String::new(),
            supportive: false,
        }
    }

    fn at(item: &str) -> Place {
        Place::Question(Spot { instrument: item[..1].to_owned(), item: item.to_owned() })
    }

    fn given(item: &str, answer: Answer) -> Given {
        Given { spot: Spot { instrument: item[..1].to_owned(), item: item.to_owned() }, answer }
    }

    #[test]
    fn a_form_is_gone_on_with_at_the_first_open_question() {
        let mut form = form();
        assert_eq!(first_open(&form), at("a1"), "an untouched form begins at its beginning");
        mark(&mut form, &given("a1", Answer::Value { value: 0.0 }));
        assert_eq!(first_open(&form), at("a2"), "an answer of 0 is an answer");
        mark(&mut form, &given("a3", Answer::Declined));
        assert_eq!(
            first_open(&form),
            at("b1"),
            "what may stay empty and was passed is passed; declined is done"
        );
        for spot in ["b1", "b2"] {
            mark(&mut form, &given(spot, Answer::Value { value: 1.0 }));
        }
        assert_eq!(first_open(&form), Place::End, "nothing is open");
        mark(&mut form, &given("b1", Answer::Cleared));
        assert_eq!(first_open(&form), at("b1"), "an answer taken back is open again");
    }

    #[test]
    fn steps_lead_through_every_question_and_back() {
        let form = form();
        let walk = |from: Place, forward, stride| {
            let mut seen = vec![from];
            while seen.len() < 10 {
                let next = step(&form, &seen[seen.len() - 1], forward, stride);
                if next == seen[seen.len() - 1] {
                    break;
                }
                seen.push(next);
            }
            seen
        };
        let there = walk(at("a1"), true, Stride::Question);
        let all = [at("a1"), at("a2"), at("a3"), at("b1"), at("b2"), Place::End];
        assert_eq!(there, all, "forward through all");
        let back: Vec<Place> = walk(Place::End, false, Stride::Question).into_iter().rev().collect();
        assert_eq!(back, all, "and the same way back");
        assert_eq!(
            walk(at("a2"), true, Stride::Instrument),
            [at("a2"), at("b1"), Place::End],
            "by instruments"
        );
        assert_eq!(walk(Place::End, false, Stride::Instrument), [Place::End, at("b1"), at("a1")], "and back");
        assert_eq!(step(&form, &at("b2"), false, Stride::Instrument), at("a1"), "back leaves the instrument");
        assert_eq!(
            step(&form, &at("az"), true, Stride::Question),
            at("a1"),
            "a question that is gone leads to what is open"
        );
    }

    #[test]
    fn digits_choose_by_value_and_else_by_place() {
        let options = |values: &[f64]| -> Vec<OptionView> {
            values.iter().map(|value| OptionView { value: *value, label: String::new() }).collect()
        };
        assert_eq!(digits(&options(&[1.0, 0.0])), [Some(1), Some(0)], "values stay with their labels");
        assert_eq!(
            digits(&options(&[0.0, 25.0, 50.0])),
            [Some(1), Some(2), Some(3)],
            "larger values: by place"
        );
        assert_eq!(digits(&options(&[0.5, 1.0])), [Some(1), Some(2)], "fractions: by place");
        assert_eq!(digits(&options(&[11.0; 11]))[8..], [Some(9), None, None], "a digit is never used twice");
    }
}
