//! The text assessor against labelled conversations, and what must hold for any text.

use std::collections::BTreeMap;
use std::path::Path;

use clinical::risk::{Assessment, Level, Role, Turn, assess};
use serde_json::Value;

const LEVELS: [Level; 5] = [Level::None, Level::Mild, Level::Moderate, Level::High, Level::Critical];

struct Case {
    id: String,
    kind: String,
    turns: Vec<(Role, String)>,
    level: Level,
}

impl Case {
    fn turns(&self) -> Vec<Turn<'_>> {
        self.turns.iter().map(|(role, text)| Turn { role: *role, text }).collect()
    }

    fn grave(&self) -> bool {
        self.level >= Level::High
    }
}

/// The cases of a part, in order; none when the part is not there.
fn part(name: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/risk").join(name);
    let text = std::fs::read_to_string(path).expect("the labelled part is there");
    let file: Value = serde_json::from_str(&text).expect("the labelled part is JSON");
    let word = |v: &Value, k: &str| v[k].as_str().unwrap_or_default().to_owned();
    file["conversations"]
        .as_array()
        .expect("a part has conversations")
        .iter()
        .map(|c| Case {
            id: word(c, "id"),
            kind: word(c, "kind"),
            turns: c["turns"]
                .as_array()
                .expect("a conversation has turns")
                .iter()
                .map(|t| {
                    let role = if word(t, "role") == "user" { Role::User } else { Role::Assistant };
                    (role, word(t, "text"))
                })
                .collect(),
            level: *LEVELS.iter().find(|l| l.as_str() == word(c, "level")).expect("a level is one of five"),
        })
        .collect()
}

/// What was measured on a part.
struct Figures {
    recall: f64,
    alarms: f64,
    text: String,
}

fn measure(name: &str, cases: &[Case]) -> Figures {
    let mut table = [[0_u32; 5]; 5];
    let mut kinds: BTreeMap<&str, [u32; 4]> = BTreeMap::new();
    for case in cases {
        let level = assess(&case.turns()).level;
        table[case.level as usize][level as usize] += 1;
        let kind = kinds.entry(case.kind.as_str()).or_default();
        if case.grave() {
            kind[0] += 1;
            kind[1] += u32::from(level >= Level::High);
        }
        if case.level == Level::None {
            kind[2] += 1;
            kind[3] += u32::from(level > Level::None);
        }
    }
    let grave: u32 = table[3..].iter().flatten().sum();
    let found: u32 = table[3..].iter().flat_map(|row| &row[3..]).sum();
    let quiet: u32 = table[0].iter().sum();
    let false_alarms: u32 = table[0][1..].iter().sum();
    let share = |part: u32, of: u32| if of == 0 { f64::NAN } else { f64::from(part) / f64::from(of) };
    let (recall, alarms) = (share(found, grave), share(false_alarms, quiet));
    let mut text = format!(
        "{name}: {} conversations\n  recall of high and critical {found}/{grave} = {recall:.3}\n  \
         false alarms on none {false_alarms}/{quiet} = {alarms:.3}\n  label \\ assessed as  none mild mod. high crit.\n",
        cases.len()
    );
    for (level, row) in LEVELS.iter().zip(table) {
        let cells: Vec<String> = row.iter().map(|n| format!("{n:>4}")).collect();
        text.push_str(&format!("  {:<20} {}\n", level.as_str(), cells.join(" ")));
    }
    for (kind, [grave, found, quiet, alarms]) in kinds {
        text.push_str(&format!(
            "  {kind}: grave {found} of {grave} found, {alarms} alarms on {quiet} none\n"
        ));
    }
    Figures { recall, alarms, text }
}

/// What a tuning part gets wrong, with `RISK_MISSES=1`. The held-out part is never looked at like this.
fn misses(cases: &[Case]) -> String {
    let mut out = String::new();
    if std::env::var_os("RISK_MISSES").is_none() {
        return out;
    }
    for case in cases {
        let Assessment { level, reasons } = assess(&case.turns());
        if level == case.level {
            continue;
        }
        let bad = case.grave() && level < Level::High || case.level == Level::None;
        let mark = if bad { "!!" } else { "  " };
        let (label, got) = (case.level.as_str(), level.as_str());
        out.push_str(&format!("{mark} {} [{}] is {label} assessed {got}\n", case.id, case.kind));
        for (role, text) in &case.turns {
            out.push_str(&format!("      {}: {text}\n", if *role == Role::User { "U" } else { "A" }));
        }
        for reason in reasons.iter().take(4) {
            out.push_str(&format!("        -> {} {}\n", reason.level.as_str(), reason.describe()));
        }
    }
    out
}

#[test]
fn own_part() {
    let cases = part("own.json");
    print!("{}", misses(&cases));
    let figures = measure("own part", &cases);
    println!("{}", figures.text);
    assert!(figures.recall >= 0.95, "recall on the own tuning part: {:.3}", figures.recall);
    assert!(figures.alarms <= 0.10, "false alarms on the own tuning part: {:.3}", figures.alarms);
}

#[test]
fn tuning_part() {
    let mut cases = part("tuning.json");
    if let Ok(half) = std::env::var("RISK_HALF") {
        let mut at = 0;
        cases.retain(|_| {
            at += 1;
            (at % 2).to_string() == half
        });
    }
    print!("{}", misses(&cases));
    let figures = measure("tuning part", &cases);
    println!("{}", figures.text);
    assert!(figures.recall >= 0.45, "recall on the tuning part before tuning: {:.3}", figures.recall);
    assert!(figures.alarms <= 0.28, "false alarms on the tuning part before tuning: {:.3}", figures.alarms);
}

#[test]
fn dump() {
    for file in ["tuning.json", "own.json"] {
        for case in part(file) {
            let a = assess(&case.turns());
            eprintln!("CASE\t{}\t{}\t{}\t{}", case.id, case.level as u8, a.level as u8, a.reasons.iter().map(|r| format!("{r:?}").split("sign: ").nth(1).unwrap_or("").split(',').next().unwrap_or("").to_owned()).collect::<Vec<_>>().join(" "));
        }
    }
}
