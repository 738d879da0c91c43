//! How a phrase is placed under a topic, and how much it matters.

use super::lexicon::symptoms::{BODILY, ILLNESSES, LIFE};
use super::lexicon::{medicines, term_weight};
use super::model::Topic;

/// The topic a phrase is mainly about, and how strongly the word lists tie it there.
pub(crate) fn topic_of(keys: &[String]) -> Option<(Topic, f32)> {
    let mut score: Vec<(Topic, f32)> = Vec::new();
    let mut add = |topic: Topic, weight: f32| match score.iter_mut().find(|s| s.0 == topic) {
        Some(s) => s.1 += weight,
        None => score.push((topic, weight)),
    };
    for hit in LIFE.find(keys) {
        #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
        let words = (hit.end - hit.start) as f32;
        let weak = matches!(hit.label, Topic::Social | Topic::Strengths);
        add(hit.label, if weak { 0.6 } else { 1.0 } + 0.4 * (words - 1.0));
    }
    for _ in BODILY.find(keys) {
        add(Topic::Physical, 0.9);
    }
    for _ in ILLNESSES.find(keys) {
        add(Topic::MedicalHistory, 1.0);
    }
    for _ in medicines::mentions(keys) {
        add(Topic::Medication, 1.4);
    }
    score.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// Whether the phrase names a symptom, an illness, a medicine or a matter of mental health.
pub(crate) fn is_clinical(keys: &[String]) -> bool {
    topic_of(keys).is_some()
}

/// How much the words of a phrase matter for a note, by what was learnt about words.
pub(crate) fn word_salience(keys: &[String]) -> f32 {
    let known: Vec<f32> = keys.iter().map(|k| term_weight(k)).filter(|w| *w != 0.0).collect();
    #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
    let n = (known.len() + 2) as f32;
    known.iter().map(|w| w.clamp(-2.0, 2.5)).sum::<f32>() / n
}

/// Whether the phrase has a number or a measure of time or amount.
pub(crate) fn has_quantity(keys: &[String]) -> bool {
    keys.iter().any(|k| {
        k.chars().any(|c| c.is_ascii_digit())
            || matches!(
                k.as_str(),
                "one"
                    | "two"
                    | "three"
                    | "four"
                    | "five"
                    | "six"
                    | "seven"
                    | "eight"
                    | "nine"
                    | "ten"
                    | "twice"
                    | "couple"
                    | "few"
                    | "half"
                    | "once"
                    | "twenty"
                    | "thirty"
                    | "dozen"
                    | "fifteen"
                    | "forty"
                    | "fifty"
                    | "sixty"
                    | "hundred"
                    | "milligrams"
                    | "mg"
                    | "daily"
                    | "weekly"
                    | "days"
                    | "weeks"
                    | "months"
                    | "years"
                    | "hours"
                    | "yesterday"
                    | "week"
                    | "month"
                    | "year"
                    | "since"
                    | "ago"
                    | "every"
                    | "morning"
                    | "night"
                    | "evening"
            )
    })
}
