//! `attunectl risk assess`: what a conversation says of risk, without a vault.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use clinical::risk::{Role, Turn, assess};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::note::read_text;
use crate::output::Output;

#[derive(Subcommand)]
pub(crate) enum RiskCommand {
    /// Assess conversations by rules; the result is always JSON. No substitute for a clinician.
    Assess(AssessArgs),
}

#[derive(Args)]
pub(crate) struct AssessArgs {
    /// A file with [{"id","turns":[{"role":"user|assistant","text"}]}], or `-` for standard input.
    #[arg(long, value_name = "FILE")]
    batch: PathBuf,
}

/// A conversation as a file has it. Fields that are not known are passed over.
#[derive(Deserialize)]
struct CaseLine {
    turns: Vec<TurnLine>,
}

#[derive(Deserialize)]
struct TurnLine {
    role: RoleLine,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum RoleLine {
    User,
    Assistant,
}

/// What became of one case of a batch.
#[derive(Serialize)]
#[serde(untagged)]
enum CaseView {
    Assessed { id: Value, level: &'static str, reasons: Vec<String> },
    Refused { id: Value, error: String },
}

pub(crate) fn run(context: &Context, command: RiskCommand) -> Result<Exit, Failure> {
    let RiskCommand::Assess(args) = command;
    let views = assess_all(&read_text(&args.batch)?)?;
    let refused = views.iter().filter(|view| matches!(view, CaseView::Refused { .. })).count();
    // Assessments are for programs to read.
    let output = Output { json: true, ..context.output };
    output.show(&views, |_| String::new())?;
    if refused == 0 {
        return Ok(Exit::Ok);
    }
    output
        .remark(&format!("{refused} of {} cases could not be read; the others were assessed.", views.len()));
    Ok(Exit::Refused)
}

/// Assesses the cases in their order; one that cannot be read stands in its place with its error.
fn assess_all(text: &str) -> Result<Vec<CaseView>, Failure> {
    let cases: Vec<Value> = serde_json::from_str(text).map_err(|error| {
        // Serde's message could repeat what was said; where it stands is enough to find it.
        Failure::unreadable(format!(
            "The batch cannot be read at line {}, column {}: it must be a JSON array of \
             {{\"id\",\"turns\":[{{\"role\":\"user\",\"text\":\"…\"}}]}}. Nothing was assessed.",
            error.line(),
            error.column()
        ))
    })?;
    Ok(cases.into_iter().map(one).collect())
}

fn one(case: Value) -> CaseView {
    let id = case.get("id").cloned().unwrap_or(Value::Null);
    if !matches!(id, Value::String(_) | Value::Number(_)) {
        return CaseView::Refused { id: Value::Null, error: "A case needs an id.".to_owned() };
    }
    let Ok(case) = CaseLine::deserialize(case) else {
        let error = "A case needs turns, each with a role (user or assistant) and a text.".to_owned();
        return CaseView::Refused { id, error };
    };
    let turns: Vec<Turn<'_>> = case
        .turns
        .iter()
        .map(|line| {
            let role = match line.role {
                RoleLine::User => Role::User,
                RoleLine::Assistant => Role::Assistant,
            };
            Turn { role, text: &line.text }
        })
        .collect();
    let assessment = assess(&turns);
    let reasons = assessment.reasons.iter().map(|reason| reason.describe()).collect();
    CaseView::Assessed { id, level: assessment.level.as_str(), reasons }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_keeps_its_order_and_a_bad_case_stands_in_its_place() {
        let text = r#"[
            {"id":"a","turns":[{"role":"user","text":"I am going to kill myself tonight."}]},
            {"id":"b","turns":[{"role":"judge","text":"Anna, secret"}]},
            {"turns":[]},
            {"id":4,"turns":[],"note":"passed over"}]"#;
        let views = serde_json::to_value(assess_all(text).unwrap()).unwrap();
        let levels: Vec<_> = views.as_array().unwrap().iter().map(|view| view["level"].as_str()).collect();
        assert_eq!(levels, [Some("critical"), None, None, Some("none")], "in order, with gaps for bad cases");
        let reason = views[0]["reasons"][0].as_str().unwrap_or_default();
        assert!(
            reason.contains("suicide") && reason.contains("kill myself"),
            "a reason names kind and words"
        );
        assert_eq!(views[1]["id"], "b", "a bad case keeps its id");
        assert!(!views[1]["error"].to_string().contains("secret"), "an error must not repeat what was said");
    }

    #[test]
    fn what_is_no_batch_is_refused() {
        for text in ["", "{}", "7", "[{]"] {
            assert_eq!(
                assess_all(text).err().map(|f| f.exit),
                Some(Exit::Unreadable),
                "{text:?} is no batch"
            );
        }
    }
}
