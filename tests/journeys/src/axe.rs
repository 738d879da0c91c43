//! What axe-core says about a page.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::{Page, tools};

/// All of its rules: WCAG 2.2 A and AA, and good practice.
const RUN: &str = "const done = arguments[0]; \
    axe.run(document, { resultTypes: ['violations'] }) \
       .then((found) => done({ violations: found.violations, passed: found.passes.length }), (error) => done({ error: String(error) }));";

/// The source of axe-core; none where it is not installed. Where journeys are required it has to be.
pub fn source() -> Result<Option<String>> {
    let file = tools::node_modules().map(|folder| folder.join("axe-core/axe.min.js"));
    match file.and_then(|file| std::fs::read_to_string(file).ok()) {
        Some(source) => Ok(Some(source)),
        None if std::env::var_os("ATTUNE_REQUIRE_E2E").is_some() => {
            bail!("axe-core is not installed; run scripts/setup or set ATTUNE_NODE_MODULES")
        }
        None => {
            eprintln!("SKIPPED: axe-core is not installed, so nothing was checked for accessibility");
            Ok(None)
        }
    }
}

/// What a page does wrong, one line for each element.
pub async fn violations(page: &Page, source: &str) -> Result<Vec<String>> {
    let loaded = page.run("return typeof window.axe === 'object'", vec![]).await?;
    if loaded != true {
        page.run(source, vec![]).await.context("loading axe-core into the page")?;
    }
    let answer = page.run_async(RUN, vec![]).await.context("running axe-core")?;
    if let Some(error) = answer["error"].as_str() {
        bail!("axe-core could not check the page: {error}");
    }
    ensure!(answer["passed"].as_u64() > Some(5), "axe-core looked at something: {}", answer["passed"]);
    let found = answer["violations"].as_array().context("axe-core lists violations")?;
    Ok(found.iter().flat_map(lines).collect())
}

fn lines(violation: &Value) -> Vec<String> {
    let word = |name: &str| violation[name].as_str().unwrap_or_default().to_owned();
    let nodes = violation["nodes"].as_array().cloned().unwrap_or_default();
    let line = |node: &Value| {
        let html: String = node["html"].as_str().unwrap_or_default().chars().take(160).collect();
        let why = node["failureSummary"].as_str().unwrap_or_default().replace('\n', " ");
        format!("{} ({}): {html} — {why}", word("id"), word("impact"))
    };
    nodes.iter().map(line).collect()
}
