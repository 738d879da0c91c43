//! Trains the weights of `clinical::risk`'s second channel: logistic regression with a penalty on large weights, on the
//! parts of the labelled conversations that are for tuning. High and critical against none; mild and moderate are left
//! out, since they are neither. Reports cross-validation, then writes `data/risk_weights.tsv`. Deterministic.
//!
//! `cargo run --release -p attune-clinical --example train_risk`

use std::collections::BTreeMap;
use std::path::Path;

use clinical::risk::{Level, Role, Turn, assess, features};
use serde_json::Value;

/// A passage, and whether its case is grave.
struct Sample {
    case: usize,
    features: Vec<(String, f32)>,
    grave: bool,
}

type Weights = BTreeMap<String, f32>;

const ROUNDS: u16 = 250;
const PENALTY: f32 = 0.01;
const FOLDS: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut samples: Vec<Sample> = Vec::new();
    let mut ruled: Vec<Level> = Vec::new();
    let mut case = 0;
    for part in ["own.json", "tuning.json"] {
        let text = std::fs::read_to_string(root.join("tests/risk").join(part))?;
        let file: Value = serde_json::from_str(&text)?;
        for written in file["conversations"].as_array().into_iter().flatten() {
            let level = written["level"].as_str().unwrap_or_default();
            if !matches!(level, "none" | "high" | "critical") {
                continue;
            }
            let turns: Vec<Turn<'_>> = written["turns"].as_array().into_iter().flatten().map(turn).collect();
            let grave = level != "none";
            ruled.push(assess(&turns).level);
            // The words are weighed after each turn, so what is none must be none at each.
            let ends = (1..=turns.len()).filter(|end| turns[end - 1].role == Role::User);
            let ends = ends.filter(|end| !grave || *end == turns.len());
            samples.extend(ends.map(|end| Sample { case, features: features(&turns[..end]), grave }));
            case += 1;
        }
    }
    validate(&samples);
    let mut text = String::from("# feature\tweight\n");
    for (feature, weight) in train(samples.iter()) {
        if weight.abs() >= 0.004 {
            text.push_str(&format!("{feature}\t{weight:.4}\n"));
        }
    }
    std::fs::write(root.join("data/risk_weights.tsv"), text)?;
    eprintln!(
        "{} samples; {} found by both channels as they stood",
        samples.len(),
        ruled.iter().filter(|l| **l >= Level::High).count()
    );
    Ok(())
}

fn turn(value: &Value) -> Turn<'_> {
    let role = if value["role"] == "user" { Role::User } else { Role::Assistant };
    Turn { role, text: value["text"].as_str().unwrap_or_default() }
}

fn score(weights: &Weights, features: &[(String, f32)]) -> f32 {
    let of = |f: &str| weights.get(f).copied().unwrap_or(0.0);
    of("bias") + features.iter().map(|(f, v)| of(f) * v).sum::<f32>()
}

#[expect(clippy::cast_precision_loss, reason = "a count of samples is far below what an f32 holds")]
fn train<'a>(samples: impl Iterator<Item = &'a Sample> + Clone) -> Weights {
    let count = samples.clone().count() as f32;
    let mut weights = Weights::new();
    for round in 0..ROUNDS {
        let mut slope = Weights::new();
        for sample in samples.clone() {
            let chance = 1.0 / (1.0 + (-score(&weights, &sample.features)).exp());
            let miss = chance - f32::from(u8::from(sample.grave));
            *slope.entry("bias".to_owned()).or_default() += miss / 4.0;
            for (feature, value) in &sample.features {
                *slope.entry(feature.clone()).or_default() += miss * value;
            }
        }
        let pace = 0.8 / (1.0 + f32::from(round) / 60.0);
        for (feature, sum) in slope {
            let weight = weights.entry(feature).or_default();
            *weight -= pace * (4.0 * sum / count + PENALTY * *weight);
        }
    }
    weights
}

/// What each threshold would find and alarm on, case by case, on folds that were not trained on.
fn validate(samples: &[Sample]) {
    let mut scored: BTreeMap<usize, (f32, bool)> = BTreeMap::new();
    for fold in 0..FOLDS {
        let weights = train(samples.iter().filter(|s| s.case % FOLDS != fold));
        for sample in samples.iter().filter(|s| s.case % FOLDS == fold) {
            let score = score(&weights, &sample.features);
            let highest = scored.entry(sample.case).or_insert((score, sample.grave));
            highest.0 = highest.0.max(score);
        }
    }
    for threshold in [0.0, 0.4, 0.8, 1.0, 1.2, 1.4, 1.6, 2.0, 2.4] {
        let over = |grave: bool| scored.values().filter(|(s, g)| *g == grave && *s >= threshold).count();
        let all = |grave: bool| scored.values().filter(|(_, g)| *g == grave).count();
        eprintln!(
            "threshold {threshold}: finds {} of {} grave, alarms on {} of {} none",
            over(true),
            all(true),
            over(false),
            all(false)
        );
    }
}
