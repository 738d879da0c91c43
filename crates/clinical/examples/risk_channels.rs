//! What the two channels of `clinical::risk` make of labelled conversations, one line of JSON for each: label, and for each
//! turn of the speaker the level of the rules and the odds of the network. For choosing the thresholds in `risk::weigh`.
//!
//! `cargo run --release -p attune-clinical --example risk_channels -- crates/clinical/tests/risk/training_b.json …`

use std::io::Write as _;
use std::path::Path;

use clinical::risk::{Role, Turn, channels};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        let file: Value = serde_json::from_str(&std::fs::read_to_string(&path)?)?;
        let part = Path::new(&path).file_stem().map(|name| name.to_string_lossy().into_owned());
        for case in file["conversations"].as_array().into_iter().flatten() {
            let turns: Vec<Turn<'_>> = case["turns"].as_array().into_iter().flatten().map(turn).collect();
            let heard: Vec<Value> = channels(&turns)
                .into_iter()
                .map(|(ruled, odds, alone)| json!({"ruled": ruled.as_str(), "odds": odds, "alone": alone}))
                .collect();
            writeln!(
                out,
                "{}",
                json!({"part": part, "id": case["id"], "level": case["level"], "turns": heard})
            )?;
        }
    }
    Ok(())
}

fn turn(value: &Value) -> Turn<'_> {
    let role = if value["role"] == "user" { Role::User } else { Role::Assistant };
    Turn { role, text: value["text"].as_str().unwrap_or_default() }
}
