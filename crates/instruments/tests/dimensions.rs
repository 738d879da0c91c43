//! The 25 dimensions against their published table, and what scores say over time.

#![allow(clippy::unwrap_used)] // the helpers of a test may fail it

use std::fs;
use std::path::Path;

use clinical::screening::dimensions::{
    DIMENSIONS, DimensionScore, Scored, dimension, dimension_scores, series,
};
use clinical::screening::{
    Answers, Circumstances, Direction, InsightKind, Instrument, Score, Severity, Sex, Verdict, change,
    insights, score, score_for,
};
use instruments::find;

/// A form with its answers: every item has `fill` but those named; a value of −1 leaves an item open.
struct Form {
    instrument: &'static Instrument,
    answers: Answers,
    score: Score,
    at: i64,
}

fn form(id: &str, fill: f64, named: &[(&str, f64)], at: i64) -> Form {
    let instrument = find(id).unwrap();
    let mut answers: Answers = instrument.items.iter().map(|item| (item.id.clone(), fill)).collect();
    answers.extend(named.iter().map(|(item, value)| ((*item).to_owned(), *value)));
    answers.retain(|_, value| *value >= 0.0);
    let score = score(instrument, &answers);
    Form { instrument, answers, score, at }
}

fn scored(forms: &[Form]) -> Vec<Scored<'_>> {
    forms
        .iter()
        .map(|form| Scored {
            instrument: form.instrument,
            answers: &form.answers,
            score: &form.score,
            at: form.at,
        })
        .collect()
}

fn standing(forms: &[Form], id: &str) -> DimensionScore {
    let scores = dimension_scores(&scored(forms));
    scores.into_iter().find(|score| score.dimension.id == id).unwrap()
}

fn position(forms: &[Form], id: &str) -> Option<f64> {
    standing(forms, id).standing.map(|standing| (standing.position * 100.0).round() / 100.0)
}

#[test]
fn the_table_is_the_published_one() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/instruments/README.md");
    let Ok(text) = fs::read_to_string(readme) else {
        println!("skipped: shared data absent");
        return;
    };
    let rows: Vec<Vec<&str>> = text
        .lines()
        .map(|line| line.split('|').map(str::trim).collect::<Vec<_>>())
        .filter(|cells| cells.len() == 8 && cells[1].parse::<u32>().is_ok())
        .collect();
    assert_eq!(rows.len(), 25, "the table has 25 rows");
    for (row, dimension) in rows.iter().zip(&DIMENSIONS) {
        assert_eq!(row[2].trim_matches('`'), dimension.id, "the ids are in order");
        assert_eq!(row[3], dimension.name, "{}: the name is the published one", dimension.id);
        let better = dimension.direction == Direction::HigherBetter;
        assert_eq!(row[5].starts_with("better"), better, "{}: its direction", dimension.id);
        let first = row[4].split([' ', ',']).next().unwrap();
        assert_eq!(dimension.instruments().next(), Some(first), "{}: what feeds it first", dimension.id);
        for id in dimension.instruments() {
            assert!(row[4].contains(id), "{}: {id} is in the table", dimension.id);
        }
    }
}

#[test]
fn positions_follow_the_table() {
    let by_hand: &[(&str, Form, f64)] = &[
        ("depression", form("phq9", 1.0, &[("q1", 2.0), ("q2", 2.0), ("q3", 2.0)], 0), 48.0),
        ("depression", form("phq9", 3.0, &[], 0), 100.0),
        ("depression", form("phq4", 1.0, &[], 0), 33.33),
        ("depression", form("cesd", 1.0, &[], 0), 59.09),
        ("anxiety", form("phq4", 3.0, &[("q2", 0.0)], 0), 50.0),
        ("panic", form("phq_panic", 1.0, &[], 0), 100.0),
        ("eating", form("phq_eating", 0.0, &[], 0), 0.0),
        ("alcohol_use", form("taps1", 0.0, &[("q2", 3.0)], 0), 75.0),
        ("alcohol_consequences", form("phq_alcohol", 0.0, &[("q9", 1.0), ("q10b", 1.0)], 0), 50.0),
        ("alcohol_consequences", form("phq_alcohol", 1.0, &[], 0), 100.0),
        ("drug_use", form("taps1", 0.0, &[("q5", 2.0)], 0), 50.0),
        ("tobacco", form("taps1", 0.0, &[("q1", 4.0)], 0), 100.0),
        ("suicide_risk", form("asq", 0.0, &[], 0), 0.0),
        ("suicide_risk", form("asq", 0.0, &[("q4", 1.0)], 0), 50.0),
        ("suicide_risk", form("asq", 1.0, &[], 0), 100.0),
        ("pain", form("rand36", -1.0, &[("q21", 3.0), ("q22", 2.0)], 0), 32.5),
        ("role_functioning", form("phq9", 1.0, &[("q10", 2.0)], 0), 66.67),
        ("psychotic_experiences", form("cape42", 2.0, &[], 0), 33.33),
        ("late_life_depression", form("gds15", 0.0, &[], 0), 25.0),
    ];
    for (id, form, expected) in by_hand {
        let form = Form { answers: form.answers.clone(), score: form.score.clone(), ..*form };
        assert_eq!(position(&[form], id), Some(*expected), "{id}: the position computed by hand");
    }
    assert!(dimension_scores(&[]).iter().all(|score| score.standing.is_none()), "missing is not 0");
}

#[test]
fn the_preferred_instrument_counts_and_what_is_missing_is_not_made_up() {
    let both = [form("phq4", 3.0, &[], 5), form("phq9", 0.0, &[], 4)];
    assert_eq!(position(&both, "depression"), Some(0.0), "the PHQ-9 goes before the PHQ-4");
    let open = [form("phq4", 3.0, &[], 5), form("phq9", 0.0, &[("q8", -1.0)], 4)];
    assert_eq!(position(&open, "depression"), Some(100.0), "the first with a score is used");
    let later = [form("gad7", 3.0, &[], 1), form("gad7", 0.0, &[], 9), form("gad7", 1.0, &[], 3)];
    let latest = standing(&later, "anxiety").standing.unwrap();
    assert_eq!((latest.raw, latest.at), (Some(0.0), 9), "of one instrument the latest score is used");
    let half = [form("taps1", 0.0, &[("q5", -1.0)], 0)];
    assert_eq!(position(&half, "drug_use"), None, "one answer does not tell the higher of two");
    assert_eq!(position(&half, "tobacco"), Some(0.0), "but each answer stands for itself");
    let unasked = [form("phq9", 0.0, &[("q10", 3.0)], 0)];
    assert_eq!(position(&unasked, "role_functioning"), None, "an answer that was not asked for is ignored");
    let prorated = [form("core10", 2.0, &[("q1", -1.0)], 0)];
    let estimated = standing(&prorated, "therapy_outcome").standing.unwrap();
    assert!(!estimated.complete, "an estimated score is called incomplete");
}

#[test]
fn imported_packs_feed_their_dimensions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/instruments");
    if !folder.is_dir() {
        println!("skipped: shared data absent");
        return;
    }
    let position = |given: &[(&str, f64)], id: &str| {
        let forms = given.iter().map(|(pack, fill)| {
            let text = fs::read_to_string(folder.join(format!("{pack}.json"))).unwrap();
            let instrument = instruments::parse_pack(&text).unwrap();
            let answers: Answers = instrument.items.iter().map(|item| (item.id.clone(), *fill)).collect();
            let score = score(&instrument, &answers);
            (instrument, answers, score)
        });
        let forms: Vec<_> = forms.collect();
        let scored =
            forms.iter().map(|(instrument, answers, score)| Scored { instrument, answers, score, at: 0 });
        let scores = dimension_scores(&scored.collect::<Vec<_>>());
        scores.into_iter().find(|score| score.dimension.id == id)?.standing.map(|standing| standing.position)
    };
    assert_eq!(position(&[("asrs_a", 4.0)], "adhd"), Some(100.0), "24 of 24");
    assert_eq!(position(&[("dar5", 1.0)], "anger"), Some(0.0), "5 is the least");
    assert_eq!(position(&[("ucla3", 2.0)], "loneliness_grief"), Some(50.0), "6 is the cut-off");
    let both = position(&[("ucla3", 2.0), ("bgq", 2.0)], "loneliness_grief");
    assert_eq!(both, Some(100.0), "of loneliness and grief the higher position counts");
    assert_eq!(position(&[("cage", 1.0)], "alcohol_consequences"), Some(100.0), "4 of 4");
    let second = position(&[("cage", 1.0), ("phq_alcohol", 0.0)], "alcohol_consequences");
    assert_eq!(second, Some(0.0), "the PHQ module goes before the CAGE");
}

#[test]
fn nothing_lowers_suicide_risk() {
    let asq = |named: &[(&str, f64)], at| form("asq", 0.0, named, at);
    let calm = [asq(&[("q1", 1.0)], 1), form("phq9", 0.0, &[], 2), form("core10", 0.0, &[], 3)];
    let score = standing(&calm, "suicide_risk");
    assert_eq!(score.standing.unwrap().position, 50.0, "other instruments do not lower it");
    assert_eq!(score.alerts.len(), 1, "the yes stays an alert");

    let other = [asq(&[], 1), form("phq9", 0.0, &[("q9", 1.0)], 1), form("core10", 0.0, &[("q6", 2.0)], 1)];
    let score = standing(&other, "suicide_risk");
    assert_eq!(score.standing.unwrap().position, 0.0, "nor are they averaged into it");
    let alerts: Vec<_> = score.alerts.iter().map(|alert| alert.answer.item.as_str()).collect();
    assert_eq!(alerts, ["q9", "q6"], "they raise alerts of their own");

    let alone = standing(&[form("phq9", -1.0, &[("q9", 3.0)], 1)], "suicide_risk");
    assert!(alone.standing.is_none() && alone.alerts.len() == 1, "one answer of an open form is an alert");

    let unfinished = [asq(&[], 1), asq(&[("q3", 1.0), ("q5", -1.0)], 2)];
    let score = standing(&unfinished, "suicide_risk");
    assert!(score.standing.is_none(), "an old negative result does not hide a yes given since");
    assert_eq!(score.alerts.len(), 1, "and the yes is told");
    let acute = [asq(&[("q1", 1.0), ("q5", 1.0)], 1), asq(&[("q1", 1.0), ("q5", -1.0)], 2)];
    assert_eq!(position(&acute, "suicide_risk"), Some(100.0), "an unfinished form does not lower a result");
}

#[test]
fn a_series_has_a_point_for_each_sitting() {
    let forms = [
        form("gad7", 1.0, &[], 30),
        form("phq9", 2.0, &[], 10),
        form("phq4", 0.0, &[], 10),
        form("phq9", 1.0, &[("q4", -1.0)], 20),
        form("phq9", 0.0, &[], 30),
    ];
    let points = series(dimension("depression").unwrap(), &scored(&forms));
    let seen: Vec<_> = points
        .iter()
        .filter_map(|p| p.standing.as_ref())
        .map(|s| (s.at, s.raw, s.instrument.as_str()))
        .collect();
    assert_eq!(seen, [(10, Some(18.0), "phq9"), (30, Some(0.0), "phq9")], "only what was scored has a point");
}

#[test]
fn change_is_judged_by_published_figures() {
    let verdict = |id: &str, from: &[(&str, f64)], to: &[(&str, f64)]| {
        let (earlier, later) = (form(id, 1.0, from, 0), form(id, 1.0, to, 1));
        change(earlier.instrument, &earlier.score, &later.score)
    };
    let phq9 = |points: &[(&str, f64)]| verdict("phq9", &[], points);
    let five = [("q1", 3.0), ("q2", 3.0), ("q3", 2.0)];
    assert_eq!(phq9(&five).verdict, Verdict::NoReliableChange, "5 points are below 6");
    assert_eq!(phq9(&five).points, Some(5.0), "the difference is told all the same");
    let six = [("q1", 3.0), ("q2", 3.0), ("q3", 3.0)];
    assert_eq!(phq9(&six).verdict, Verdict::Worse, "6 points more are worse");
    assert_eq!(verdict("phq9", &six, &[]).verdict, Verdict::Improved, "6 points less are better");
    assert_eq!(phq9(&[("q1", -1.0)]).verdict, Verdict::NotDefined, "without a total there is no change");
    assert_eq!(verdict("k10", &[], &[("q1", 5.0)]).verdict, Verdict::NotDefined, "no figure is published");
    let twelve = [("q1", 4.0), ("q2", 4.0), ("q3", 4.0), ("q4", 4.0)];
    let pcl5 = verdict("pcl5", &[], &twelve);
    assert_eq!(pcl5.verdict, Verdict::NoReliableChange, "12 points are below 15");
    assert_eq!(pcl5.clinically_meaningful, Some(true), "but above 10");
}

#[test]
fn bands_of_a_sex_hold_only_if_it_is_known() {
    let three = form("auditc", 1.0, &[], 0);
    assert_eq!(three.score.severity, Some(Severity::Positive), "3 is positive where nothing is known");
    let man = Circumstances { sex: Some(Sex::Male), ..Circumstances::default() };
    let score = score_for(three.instrument, &three.answers, &man);
    assert_eq!(score.severity, Some(Severity::Negative), "and negative for men");
    let at = score.band.unwrap();
    assert_eq!(three.instrument.bands[at].max, 3.0, "the band is that of men");
    let his = [Form { score, ..three }];
    assert_eq!(position(&his, "alcohol_use"), Some(37.5), "and so is the position");
}

#[test]
fn insights_say_what_is_known_in_plain_words() {
    let earlier = form("phq9", 2.0, &[], 0);
    let later = form("phq9", 1.0, &[("q9", 0.0)], 1);
    let said: Vec<_> = insights(later.instrument, &later.score, Some(&earlier.score))
        .into_iter()
        .map(|insight| insight.text)
        .collect();
    assert_eq!(
        said,
        [
            "PHQ-9 (last 2 weeks): 8 out of 27. Higher scores are worse.",
            "The questionnaire calls scores from 5 to 9 “Mild”. This is a screening result, not a diagnosis.",
            "The score is 10 points lower than before: a reliable change for the better.",
        ],
        "a score, its band and its change"
    );
    let (earlier, later) = (form("pcl5", 2.0, &[], 0), form("pcl5", 2.0, &[("q1", 0.0), ("q2", 0.0)], 1));
    let twelve =
        form("pcl5", 2.0, &[("q1", 0.0), ("q2", 0.0), ("q3", 0.0), ("q4", 0.0), ("q5", 0.0), ("q6", 0.0)], 1);
    let said =
        |later: &Form| insights(later.instrument, &later.score, Some(&earlier.score)).pop().unwrap().text;
    assert_eq!(
        said(&later),
        "The score is 4 points lower than before: no reliable change, which would need at least 15 points.",
        "a small change is called one"
    );
    assert_eq!(
        said(&twelve),
        "The score is 12 points lower than before: no reliable change, which would need at least 15 points. It is at \
         least the published clinically meaningful difference of 10 points.",
        "both published figures are told"
    );
    let open = form("core10", 2.0, &[("q1", -1.0), ("q6", 1.0)], 0);
    let said = insights(open.instrument, &open.score, None);
    let kinds: Vec<_> = said.iter().map(|insight| insight.kind).collect();
    use InsightKind::{Attention, Band, Incomplete, Score};
    assert_eq!(kinds, [Attention, Incomplete, Score, Band], "attention first, then what is missing");
    assert_eq!(
        said[1].text,
        "The CORE-10 is incomplete: one question that is needed was not answered. The total is estimated from the \
         other answers, as the publisher of the questionnaire allows.",
        "what is incomplete is called incomplete"
    );
}
