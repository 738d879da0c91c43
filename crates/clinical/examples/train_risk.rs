//! Trains the weights of `clinical::risk`'s second channel: logistic regression with a penalty on large weights, on the
//! labelled conversations that are for training. High and critical against none; mild and moderate are left out, since they
//! are neither. First validates across authors (trained on all parts but one, measured on that one), then writes
//! `data/risk_weights.bin`. Deterministic.
//!
//! `cargo run --release -p attune-clinical --example train_risk`

use std::path::{Path, PathBuf};

use clinical::risk::{Level, PLACES, Role, Turn, features};
use serde_json::Value;

/// A passage, and whether its case is grave.
struct Sample {
    part: usize,
    case: usize,
    features: Vec<(u32, f32)>,
    ruled: Level,
    grave: bool,
    /// Beginnings of a conversation count less than the whole.
    weight: f32,
}

struct Model {
    bias: f32,
    weights: Vec<f32>,
}

/// Parts that are measured and never trained on.
const HELD_OUT: [&str; 2] = ["held_out.json", "examination.json"];
const STEPS: usize = 300;
/// The penalty, against the sum of the losses.
const PENALTY: f32 = 0.05;
const BEGINNING: f32 = 0.3;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut parts: Vec<PathBuf> = std::fs::read_dir(root.join("tests/risk"))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .filter(|path| !HELD_OUT.iter().any(|name| path.ends_with(name)))
        .collect();
    parts.sort();
    let mut samples = Vec::new();
    for (part, path) in parts.iter().enumerate() {
        read(part, path, &mut samples)?;
    }
    eprintln!("{} passages of {} parts", samples.len(), parts.len());
    for (part, path) in parts.iter().enumerate() {
        let model = train(&samples.iter().filter(|sample| sample.part != part).collect::<Vec<_>>());
        eprintln!("{}", path.display());
        validate(&model, &samples.iter().filter(|sample| sample.part == part).collect::<Vec<_>>());
    }
    let model = train(&samples.iter().collect::<Vec<_>>());
    let greatest = model.weights.iter().fold(f32::MIN_POSITIVE, |most, weight| most.max(weight.abs()));
    let scale = greatest / f32::from(i16::MAX);
    let mut table = [model.bias.to_le_bytes(), scale.to_le_bytes()].concat();
    for weight in &model.weights {
        #[expect(clippy::cast_possible_truncation, reason = "the scale keeps it within 16 bits")]
        table.extend(((weight / scale).round() as i16).to_le_bytes());
    }
    std::fs::write(root.join("data/risk_weights.bin"), table)?;
    Ok(())
}

fn read(part: usize, path: &Path, samples: &mut Vec<Sample>) -> Result<(), Box<dyn std::error::Error>> {
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    for (case, written) in file["conversations"].as_array().into_iter().flatten().enumerate() {
        let level = written["level"].as_str().unwrap_or_default();
        if !matches!(level, "none" | "high" | "critical") {
            continue;
        }
        let grave = level != "none";
        let turns: Vec<Turn<'_>> = written["turns"].as_array().into_iter().flatten().map(turn).collect();
        // The words are weighed after each turn, so what is none must be none at each.
        let ends = (1..=turns.len()).filter(|end| turns[end - 1].role == Role::User);
        let last = ends.clone().next_back();
        for end in ends.filter(|end| !grave || Some(*end) == last) {
            let (features, ruled) = features(&turns[..end]);
            let weight = if Some(end) == last { 1.0 } else { BEGINNING };
            samples.push(Sample { part, case, features, ruled, grave, weight });
        }
    }
    Ok(())
}

fn turn(value: &Value) -> Turn<'_> {
    let role = if value["role"] == "user" { Role::User } else { Role::Assistant };
    Turn { role, text: value["text"].as_str().unwrap_or_default() }
}

impl Model {
    fn score(&self, features: &[(u32, f32)]) -> f32 {
        self.bias + features.iter().map(|(place, value)| self.weights[*place as usize] * value).sum::<f32>()
    }
}

/// Accelerated gradient descent (Nesterov 1983) on the whole set; the loss is convex, so it ends where any way would.
fn train(samples: &[&Sample]) -> Model {
    let places = PLACES as usize;
    let total: f32 = samples.iter().map(|sample| sample.weight).sum();
    let mut model = Model { bias: 0.0, weights: vec![0.0; places] };
    let (mut before, mut before_bias) = (vec![0.0_f32; places], 0.0_f32);
    let mut pace = 1.0_f32;
    for _ in 0..STEPS {
        let mut slope = vec![0.0_f32; places];
        let mut slope_bias = 0.0;
        for sample in samples {
            let chance = 1.0 / (1.0 + (-model.score(&sample.features)).exp());
            let miss = sample.weight * (chance - f32::from(u8::from(sample.grave))) / total;
            slope_bias += miss;
            for (place, value) in &sample.features {
                slope[*place as usize] += miss * value;
            }
        }
        // The steepest the loss can bend: a quarter of the squared length of a sample (two blocks and the bias).
        let step = 1.0 / 0.75;
        let next_pace = f32::midpoint(1.0, (1.0 + 4.0 * pace * pace).sqrt());
        let onward = (pace - 1.0) / next_pace;
        pace = next_pace;
        for place in 0..places {
            let weight = model.weights[place];
            let here = weight - step * (slope[place] + PENALTY / total * weight);
            model.weights[place] = here + onward * (here - before[place]);
            before[place] = here;
        }
        let here = model.bias - step * slope_bias;
        model.bias = here + onward * (here - before_bias);
        before_bias = here;
    }
    Model { bias: before_bias, weights: before }
}

/// What each threshold finds and alarms on, case by case, with the rules beside the words.
fn validate(model: &Model, samples: &[&Sample]) {
    let worth = |ruled: Level| [0.0, 0.5, 1.0, 2.0, 2.5][ruled as usize];
    for threshold in [-0.6, -0.2, 0.0, 0.2, 0.4, 0.8] {
        let (mut found, mut graves, mut alarms, mut nones) = (0, 0, 0, 0);
        for case in samples.chunk_by(|one, other| one.case == other.case) {
            let over = case.iter().any(|sample| {
                let score = model.score(&sample.features);
                score + worth(sample.ruled) >= threshold
                    || sample.ruled >= Level::High && score >= -3.0
                    || !sample.grave
                        && sample.ruled > Level::None
                        && sample.ruled < Level::High
                        && score >= -0.7
            });
            let grave = case.iter().any(|sample| sample.grave);
            graves += u32::from(grave);
            nones += u32::from(!grave);
            found += u32::from(grave && over);
            alarms += u32::from(!grave && over);
        }
        eprintln!(
            "  threshold {threshold}: finds {found} of {graves} grave, alarms on {alarms} of {nones} none"
        );
    }
}
