//! What the structure of the workspace promises: which way dependencies point, which licences come in, how long a file may
//! be. Read from `cargo metadata`, so that a promise broken is a check that fails.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::ui::workspace_root;

/// A foreign crate, and the only crates of ours that may depend on it outside tests.
const ONLY_IN: [(&str, &[&str]); 10] = [
    ("tauri", &["attune"]),
    ("leptos", &["attune-ui"]),
    ("sqlx", &["attune-store"]),
    ("libsqlite3-sys", &["attune-store"]),
    ("whisper-rs", &["attune-speech"]),
    ("symphonia", &["attune-audio"]),
    ("keyring-core", &["attune-crypto"]),
    ("krilla", &["attune-documents"]),
    ("ndarray", &["attune-encoder"]),
    ("axum", &["attune-http"]),
];

/// Our crates, and which of ours each may depend on outside tests.
const ARROWS: [(&str, &[&str]); 19] = [
    ("attune-contract", &[]),
    ("attune-encoder", &[]),
    ("attune-clinical", &["attune-encoder"]),
    ("attune-crypto", &[]),
    ("attune-instruments", &["attune-clinical"]),
    ("attune-interop", &["attune-clinical"]),
    ("attune-documents", &[]),
    ("attune-helplines", &[]),
    ("attune-audio", &["attune-crypto"]),
    ("attune-store", &["attune-crypto"]),
    ("attune-speech", &[]),
    (
        "attune-app",
        &[
            "attune-audio",
            "attune-clinical",
            "attune-contract",
            "attune-crypto",
            "attune-documents",
            "attune-helplines",
            "attune-instruments",
            "attune-interop",
            "attune-speech",
            "attune-store",
        ],
    ),
    ("attune-http", &["attune-app", "attune-contract"]),
    (
        "attune-cli",
        &[
            "attune-app",
            "attune-audio",
            "attune-clinical",
            "attune-contract",
            "attune-crypto",
            "attune-http",
            "attune-instruments",
            "attune-speech",
        ],
    ),
    ("attune", &["attune-app", "attune-contract", "attune-speech"]),
    ("attune-ui", &["attune-contract"]),
    ("attune-testkit", &["attune-app", "attune-contract", "attune-crypto"]),
    ("attune-journeys", &["attune-contract"]),
    ("xtask", &[]),
];

/// What rules of care must not know: everything that makes them depend on where and when they run.
const NOT_IN_CLINICAL: [&str; 8] =
    ["tokio", "serde_json", "uuid", "rand", "getrandom", "reqwest", "sqlx", "tracing"];

/// Licences that may come in. MPL-2.0 is per file and asks nothing of ours.
const LICENCES: [&str; 17] = [
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "CC0-1.0",
    "Unlicense",
    "Unicode-3.0",
    "MPL-2.0",
    "OpenSSL",
    "BSL-1.0",
    "CDLA-Permissive-2.0",
    "bzip2-1.0.6",
];

/// Longer files read better as several.
const MOST_LINES: usize = 900;

/// Checks all promises.
pub(crate) fn check() -> Result<()> {
    let root = workspace_root()?;
    let metadata = metadata(&root)?;
    let mut faults = arrows(&metadata)?;
    faults.extend(licences(&metadata)?);
    faults.extend(long_files(&root)?);
    ensure!(faults.is_empty(), "the structure's promises are broken:\n  {}", faults.join("\n  "));
    println!("arrows, licences and lengths are as promised");
    Ok(())
}

fn metadata(root: &Path) -> Result<Value> {
    let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(root)
        .args(["metadata", "--format-version", "1", "--locked"])
        .output()
        .context("running cargo metadata")?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn list<'a>(value: &'a Value, key: &str) -> Result<&'a Vec<Value>> {
    value[key].as_array().with_context(|| format!("cargo metadata has no {key}"))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// Our crates with the names of what they depend on outside tests.
fn ours(metadata: &Value) -> Result<BTreeMap<String, Vec<String>>> {
    let mut found = BTreeMap::new();
    for package in list(metadata, "packages")? {
        if !package["source"].is_null() {
            continue;
        }
        let normal = list(package, "dependencies")?.iter().filter(|dependency| dependency["kind"].is_null());
        found.insert(text(package, "name").to_owned(), normal.map(|d| text(d, "name").to_owned()).collect());
    }
    Ok(found)
}

fn arrows(metadata: &Value) -> Result<Vec<String>> {
    let ours = ours(metadata)?;
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.into_iter().collect();
    let mut faults = Vec::new();
    for (name, dependencies) in &ours {
        let Some(arrows) = allowed.get(name.as_str()) else {
            faults.push(format!("{name} has no place in the map of arrows (xtask/src/tidy.rs)"));
            continue;
        };
        for dependency in dependencies {
            if ours.contains_key(dependency) && !arrows.contains(&dependency.as_str()) {
                faults.push(format!("{name} must not depend on {dependency}"));
            }
            let keepers =
                ONLY_IN.iter().find(|(foreign, _)| foreign == dependency).map(|(_, keepers)| *keepers);
            if keepers.is_some_and(|keepers| !keepers.contains(&name.as_str())) {
                faults.push(format!("{name} must not know {dependency}"));
            }
            if name == "attune-clinical" && NOT_IN_CLINICAL.contains(&dependency.as_str()) {
                faults.push(format!("rules of care must not know {dependency}"));
            }
        }
    }
    Ok(faults)
}

/// Whether a licence expression can be satisfied with the licences that may come in. AND binds closer than OR.
fn may_come_in(expression: &str) -> bool {
    let spaced =
        expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ").replace(" WITH ", "\u{0}");
    let words: Vec<String> = spaced.split_whitespace().map(|word| word.replace('\u{0}', " WITH ")).collect();
    let mut rest = words.as_slice();
    any_of(&mut rest) && rest.is_empty()
}

fn any_of(words: &mut &[String]) -> bool {
    let mut fine = all_of(words);
    while take(words, "OR") {
        fine |= all_of(words);
    }
    fine
}

fn all_of(words: &mut &[String]) -> bool {
    let mut fine = one(words);
    while take(words, "AND") {
        fine &= one(words);
    }
    fine
}

fn one(words: &mut &[String]) -> bool {
    if take(words, "(") {
        let fine = any_of(words);
        return take(words, ")") && fine;
    }
    match words.split_first() {
        Some((licence, rest)) => {
            *words = rest;
            LICENCES.contains(&licence.as_str())
        }
        None => false,
    }
}

fn take(words: &mut &[String], word: &str) -> bool {
    match words.split_first() {
        Some((first, rest)) if first == word => {
            *words = rest;
            true
        }
        _ => false,
    }
}

fn licences(metadata: &Value) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for package in list(metadata, "packages")? {
        let licence = text(package, "license");
        let has_file = package["license_file"].is_string();
        if !(may_come_in(licence) || licence.is_empty() && has_file) {
            faults.push(format!("{} comes under “{licence}”", text(package, "name")));
        }
    }
    Ok(faults)
}

fn long_files(root: &Path) -> Result<Vec<String>> {
    let output =
        Command::new("git").current_dir(root).args(["ls-files", "*.rs"]).output().context("asking git")?;
    let mut faults = Vec::new();
    for name in String::from_utf8_lossy(&output.stdout).lines() {
        let Ok(content) = fs::read_to_string(root.join(name)) else { continue };
        let lines = content.lines().count();
        if lines > MOST_LINES {
            faults.push(format!("{name} has {lines} lines; {MOST_LINES} is the most"));
        }
    }
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::may_come_in;

    #[test]
    fn licence_expressions_are_read_as_written() {
        for fine in ["MIT", "MIT OR GPL-3.0", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert!(may_come_in(fine), "{fine} offers what may come in");
        }
        for refused in ["GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND GPL-3.0", "", "AGPL-3.0-only"]
        {
            assert!(!may_come_in(refused), "{refused} would bind the whole program");
        }
    }
}
