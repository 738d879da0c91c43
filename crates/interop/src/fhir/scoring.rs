//! Which scores a Questionnaire calculates.

use std::collections::BTreeMap;

use clinical::screening::limits;

use super::expression::{Linear, Reading};
use super::options::Choice;
use super::questionnaire::{Form, Kind};

/// Sums and means of binary fractions may be a little off.
const NEAR: f64 = 1e-9;

/// What is calculated from the answers.
#[derive(Debug, Default)]
pub(super) struct Scores {
    /// How often each answer counts, by place of the question among the nodes; below 0 where it is reversed.
    pub(super) weights: BTreeMap<usize, f64>,
    /// The score that all others are parts of.
    pub(super) total: Option<Calculated>,
    pub(super) parts: Vec<Calculated>,
    pub(super) notes: Vec<String>,
}

/// One score.
#[derive(Debug)]
pub(super) struct Calculated {
    pub(super) node: usize,
    pub(super) label: String,
    pub(super) loinc: Option<String>,
    /// Whether it is a mean and not a sum.
    pub(super) mean: bool,
    pub(super) whole: bool,
    /// How often each answer counts.
    pub(super) weights: BTreeMap<usize, f64>,
}

/// What an answer is worth: its points, as often as they count; reversed points are lowest + highest − points.
pub(super) fn worth(choices: &[Choice], choice: &Choice, weight: f64) -> Option<f64> {
    let points = choice.points?;
    Some(if weight < 0.0 { weight.abs() * (ends(choices) - points) } else { weight * points })
}

/// Lowest + highest points.
fn ends(choices: &[Choice]) -> f64 {
    let points = || choices.iter().filter_map(|choice| choice.points);
    points().fold(f64::INFINITY, f64::min) + points().fold(f64::NEG_INFINITY, f64::max)
}

/// The scores of a form: those that are shown to be weighted sums or means of answers.
pub(super) fn scores(form: &Form<'_>) -> Scores {
    let mut scores = Scores::default();
    let mut found = Vec::new();
    let mut reading = Reading::new(form);
    for (at, node) in form.nodes.iter().enumerate() {
        let Kind::Computed(computed) = &node.kind else { continue };
        let few = found.len() < limits::ENTRIES;
        match few.then(|| reading.linear(at)).flatten().and_then(|linear| rule(form, linear)) {
            Some((weights, mean)) => found.push(Calculated {
                node: at,
                label: computed.label.clone(),
                loinc: computed.loinc.clone(),
                mean,
                whole: computed.whole && !mean,
                weights,
            }),
            None => scores.notes.push(format!(
                "“{}” is calculated in a way that is not known to be a weighted sum or mean of answers: it is left out.",
                computed.label
            )),
        }
    }
    if let Some(at) = whole(&found) {
        let total = found.remove(at);
        scores.weights.clone_from(&total.weights);
        scores.total = Some(total);
    } else {
        scores.notes.push("The Questionnaire has no total that could be taken over.".to_owned());
    }
    for part in found {
        let agrees =
            |(node, weight): (&usize, &f64)| scores.weights.get(node).is_none_or(|known| known == weight);
        if part.weights.iter().all(agrees) {
            scores.weights.extend(&part.weights);
            scores.parts.push(part);
        } else {
            scores.notes.push(format!(
                "“{}” counts answers differently from the other scores: it is left out.",
                part.label
            ));
        }
    }
    scores
}

/// The score that holds the items of all others; of several the one that is called a total, or the first.
fn whole(found: &[Calculated]) -> Option<usize> {
    let holds_all = |one: &Calculated| {
        found.iter().all(|other| other.weights.keys().all(|node| one.weights.contains_key(node)))
    };
    let mut whole: Vec<_> = (0..found.len()).filter(|at| holds_all(&found[*at])).collect();
    whole.sort_by_key(|at| !found[*at].label.to_lowercase().contains("total"));
    whole.first().copied()
}

/// How often each answer counts, and whether the score is a mean.
fn rule(form: &Form<'_>, linear: Linear) -> Option<(BTreeMap<usize, f64>, bool)> {
    let questions = |node: &usize| match &form.nodes[*node].kind {
        Kind::Question(question) => Some(question),
        Kind::Other | Kind::Computed(_) => None,
    };
    let mut constant = 0.0;
    for (node, weight) in &linear.weights {
        let question = questions(node)?;
        if question.choices.iter().any(|choice| choice.points.is_none()) {
            return None;
        }
        // “4 − answer” is the answer reversed, and nothing else: the constant must be what reversing takes.
        if *weight < 0.0 {
            constant += weight.abs() * ends(&question.choices);
        }
    }
    let items = linear.weights.len();
    if items == 0 || (linear.constant - constant).abs() > NEAR {
        return None;
    }
    let share = 1.0 / items as f64;
    let mean = items > 1 && linear.weights.values().all(|weight| (weight.abs() - share).abs() < NEAR);
    if !mean {
        return Some((linear.weights, false));
    }
    // Divided by a number that does not follow what is hidden, it would be no mean.
    let hidden = |node: &usize| form.nodes[*node].within.iter().any(|item| item.get("enableWhen").is_some());
    if linear.weights.keys().any(hidden) {
        return None;
    }
    Some((linear.weights.into_iter().map(|(node, weight)| (node, weight.signum())).collect(), true))
}
