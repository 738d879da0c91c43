//! What holds for every instrument and any answers.

#![allow(clippy::unwrap_used)] // the helpers of a test may fail it

use std::collections::BTreeSet;

use clinical::screening::dimensions::{Scored, band_position, dimension_scores};
use clinical::screening::{
    Answers, Circumstances, Instrument, Item, Method, Score, SubscaleValue, applicable, check_answers,
    insights, score,
};
use instruments::{bundled, find, parse_pack};
use proptest::prelude::*;

/// The lowest and the highest value of an item.
fn ends(instrument: &Instrument, item: &Item) -> (f64, f64) {
    let values = || instrument.options(item).iter().map(|option| option.value);
    (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max))
}

/// An instrument with a choice for each item: 0 leaves it open.
fn form(least: u8) -> impl Strategy<Value = (&'static Instrument, Answers)> {
    let at = 0..bundled().len();
    (at, prop::collection::vec(least..=6, 84)).prop_map(|(at, choices)| {
        let instrument = &bundled()[at];
        let answers = instrument.items.iter().zip(choices).filter(|(_, choice)| *choice > 0);
        let answers = answers.map(|(item, choice)| {
            let options = instrument.options(item);
            (item.id.clone(), options[(usize::from(choice) - 1) % options.len()].value)
        });
        (instrument, answers.collect())
    })
}

fn within(instrument: &Instrument, score: &Score) {
    let id = &instrument.id;
    if let Some(total) = score.total {
        let (min, max) = (instrument.scoring.min.unwrap(), instrument.scoring.max.unwrap());
        assert!((min..=max).contains(&total), "{id}: {total} lies between {min} and {max}");
        let prorates = instrument.scoring.prorate.is_some();
        assert!(score.complete || prorates, "{id}: no total is made up for an incomplete form");
    }
    for (subscale, (name, value)) in instrument.scoring.subscales.iter().zip(&score.subscales) {
        assert_eq!(&subscale.id, name, "{id}: subscales keep their order");
        if let Some(SubscaleValue::Number(value)) = value {
            let (min, max) = (subscale.min.unwrap(), subscale.max.unwrap());
            assert!((min..=max).contains(value), "{id} {name}: {value} lies between {min} and {max}");
        }
    }
    assert_eq!(score.complete, score.missing.is_empty(), "{id}: complete means that nothing is missing");
    assert_eq!(score.severity.is_some(), score.band.is_some(), "{id}: a severity is that of a band");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn scores_stay_within_their_bounds((instrument, answers) in form(0)) {
        prop_assert_eq!(check_answers(instrument, &answers), Ok(()), "options are answers");
        let score = score(instrument, &answers);
        within(instrument, &score);
        for item in &instrument.items {
            let meets = item.critical.as_ref().zip(answers.get(&item.id)).is_some_and(|(c, a)| c.when.holds(*a));
            let told = score.critical.iter().any(|answer| answer.item == item.id);
            prop_assert_eq!(meets, told, "{} {}: told whenever it is met, and only then", instrument.id, item.id);
        }
        let form = Scored { instrument, answers: &answers, score: &score, at: 7 };
        for scored in dimension_scores(&[form]) {
            let Some(standing) = scored.standing else { continue };
            prop_assert!((0.0..=100.0).contains(&standing.position), "{}", scored.dimension.id);
            prop_assert!(
                instrument.dimensions.iter().any(|id| id == scored.dimension.id),
                "{} says that it feeds {}", instrument.id, scored.dimension.id
            );
        }
        for insight in insights(instrument, &score, Some(&score)) {
            let text = insight.text.to_lowercase();
            prop_assert!(!text.contains("you have") && !text.contains("you suffer"), "{}", insight.text);
            prop_assert!(!text.replace("not a diagnosis", "").contains("diagnos"), "{}", insight.text);
            prop_assert!(text.ends_with('.'), "{} is a sentence", insight.text);
        }
    }

    #[test]
    fn answers_that_were_not_asked_for_change_nothing((instrument, answers) in form(0)) {
        let mut whole = score(instrument, &answers);
        let shown = applicable(instrument, &answers, &Circumstances::default());
        let shown: BTreeSet<_> = shown.into_iter().map(|item| item.id.as_str()).collect();
        let mut asked = answers.clone();
        asked.retain(|id, _| shown.contains(id.as_str()));
        asked.insert("no such item".to_owned(), 1.0);
        let mut part = score(instrument, &asked);
        // What needs attention is told even of answers that were not asked for.
        whole.critical.clear();
        part.critical.clear();
        prop_assert_eq!(whole, part, "{}: answers to hidden items are passed over", instrument.id);
    }

    #[test]
    fn a_missing_answer_is_missed((instrument, mut answers) in form(1), pick in any::<prop::sample::Index>()) {
        let whole = score(instrument, &answers);
        prop_assert!(whole.complete, "{}: everything is answered", instrument.id);
        let needed: Vec<_> = applicable(instrument, &answers, &Circumstances::default())
            .into_iter()
            .filter(|item| item.counts() && !item.optional && item.one_of.is_none())
            .collect();
        let item = pick.get(&needed);
        answers.remove(&item.id);
        let score = score(instrument, &answers);
        prop_assert!(!score.complete, "{} {}: it is needed", instrument.id, item.id);
        prop_assert_eq!(score.missing, vec![item.id.clone()], "{}: and nothing else is", instrument.id);
        prop_assert!(score.answered < whole.answered, "{}: one answer less", instrument.id);
        let estimated = instrument.scoring.has_total && instrument.scoring.prorate.is_some();
        prop_assert_eq!(score.total.is_some(), estimated, "{}: only a published rule estimates", instrument.id);
        prop_assert_eq!(score.severity.is_some(), estimated, "{}: no total, no band", instrument.id);
    }

    #[test]
    fn more_of_an_item_is_never_less(
        (instrument, answers) in form(1),
        pick in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
    ) {
        let item = pick.get(&instrument.items);
        let mut raised = answers.clone();
        let value = to.get(instrument.options(item)).value;
        let before = raised.insert(item.id.clone(), value).unwrap();
        let (low, high) = if before <= value { (&answers, &raised) } else { (&raised, &answers) };
        let (low, high) = (score(instrument, low), score(instrument, high));
        if let Some((low, high)) = low.total.zip(high.total) {
            let fine = if item.reverse { low >= high } else { low <= high };
            prop_assert!(fine, "{} {}: {low} and {high}", instrument.id, item.id);
        }
        if instrument.scoring.method == Method::Algorithm {
            let rank = |score: &Score| score.severity.map(|severity| severity.rank());
            prop_assert!(rank(&low) <= rank(&high), "{} {}: a yes never lowers a result", instrument.id, item.id);
        }
    }

    #[test]
    fn the_mirrored_form_has_the_mirrored_total((instrument, answers) in form(1)) {
        let plain = instrument.items.iter().filter(|item| item.scored);
        prop_assume!(instrument.scoring.method == Method::Sum && plain.clone().all(|i| i.one_of.is_none()));
        let mirrored = plain.map(|item| {
            let (low, high) = ends(instrument, item);
            (item.id.clone(), low + high - answers[&item.id])
        });
        let sum = score(instrument, &answers).total.zip(score(instrument, &mirrored.collect()).total);
        let ends = instrument.scoring.min.zip(instrument.scoring.max).map(|(min, max)| min + max);
        prop_assert_eq!(sum.map(|(one, other)| one + other), ends, "{}", instrument.id);
    }

    #[test]
    fn damaged_packs_are_refused_or_score_without_harm(
        at in 0..bundled().len(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0..40usize, "[-0-9a-z{}\\[\\]\",:.]{0,4}"), 1..4),
    ) {
        let id = &bundled()[at].id;
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("packs/{id}.json"));
        let mut text: Vec<char> = std::fs::read_to_string(file).unwrap().chars().collect();
        for (place, length, put) in cuts {
            let from = place.index(text.len());
            let to = (from + length).min(text.len());
            text.splice(from..to, put.chars());
        }
        let text: String = text.into_iter().collect();
        match parse_pack(&text) {
            Err(error) => prop_assert!(!error.to_string().is_empty(), "a refusal has words"),
            Ok(instrument) => {
                let all = |end: fn((f64, f64)) -> f64| -> Answers {
                    let items = instrument.items.iter();
                    items.map(|item| (item.id.clone(), end(ends(&instrument, item)))).collect()
                };
                for answers in [Answers::new(), all(|ends| ends.0), all(|ends| ends.1)] {
                    let score = score(&instrument, &answers);
                    if let Some(total) = score.total {
                        let (min, max) = (instrument.scoring.min.unwrap(), instrument.scoring.max.unwrap());
                        prop_assert!((min..=max).contains(&total), "{}: {total}", instrument.id);
                    }
                }
            }
        }
    }
}

#[test]
fn positions_rise_with_the_total_from_0_to_100() {
    for instrument in bundled().iter().filter(|instrument| instrument.scoring.has_total) {
        let (min, max) = (instrument.scoring.min.unwrap(), instrument.scoring.max.unwrap());
        let bands = instrument.bands_for(&Circumstances::default());
        let steps = ((max - min) * 4.0) as u32;
        let positions: Vec<_> =
            (0..=steps).map(|step| band_position(&bands, min + f64::from(step) / 4.0).unwrap()).collect();
        assert_eq!(positions.first(), Some(&0.0), "{}: the best total lies at 0", instrument.id);
        assert_eq!(positions.last(), Some(&100.0), "{}: the worst at 100", instrument.id);
        assert!(positions.is_sorted(), "{}: more points never lie lower", instrument.id);
        assert_eq!(band_position(&bands, min - 1.0), None, "{}: nothing lies below the bands", instrument.id);
    }
}

#[test]
fn a_form_shows_what_is_asked_now() {
    let shown = |id: &str, answers: &[(&str, f64)], circumstances: Circumstances| -> Vec<String> {
        let instrument = find(id).unwrap();
        let answers = answers.iter().map(|(item, value)| ((*item).to_owned(), *value)).collect();
        applicable(instrument, &answers, &circumstances).into_iter().map(|item| item.id.clone()).collect()
    };
    let unknown = Circumstances::default();
    let man = Circumstances { sex: Some(clinical::screening::Sex::Male), menstruation: Some(false) };
    assert_eq!(shown("asq", &[], unknown), ["q1", "q2", "q3", "q4"], "question 5 waits for a yes");
    assert_eq!(shown("asq", &[("q3", 1.0)], unknown).len(), 5, "one yes is enough");
    assert_eq!(shown("pcptsd5", &[], unknown), ["gate"], "nothing follows before the gate is answered");
    assert_eq!(shown("taps1", &[], unknown).len(), 5, "both alcohol questions are shown to anyone");
    assert_eq!(shown("taps1", &[], man), ["q1", "q2", "q4", "q5"], "a man is asked the men’s question");
    assert_eq!(shown("phq15", &[], man).len(), 14, "a question that does not apply is left out");
    assert_eq!(shown("phq9", &[("q4", 0.0)], unknown).len(), 9, "difficulty is asked only about problems");
    assert_eq!(shown("phq9", &[("q4", 1.0)], unknown).len(), 10, "and then it is");
}

#[test]
fn bad_answers_are_refused_without_repeating_them() {
    let instrument = find("phq9").unwrap();
    let check = |item: &str, value: f64| {
        check_answers(instrument, &[(item.to_owned(), value)].into_iter().collect()).unwrap_err().to_string()
    };
    assert_eq!(check("q11", 1.0), "phq9 has no item “q11”.", "an unknown item is named");
    for value in [-1.0, 0.5, 4.0, f64::NAN, f64::INFINITY, 987.0] {
        let said = check("q3", value);
        assert_eq!(said, "The answer to item q3 is none of its options: 0, 1, 2, 3.", "{value} is no option");
    }
    let odd: Answers = [("q9".to_owned(), 7.0), ("q1".to_owned(), f64::NAN)].into_iter().collect();
    let score = score(instrument, &odd);
    assert_eq!((score.answered, score.total), (0, None), "what is no option is no answer");
    assert_eq!(score.critical.len(), 1, "but nothing that may matter is passed over in silence");
}
