//! The text assessor against labelled conversations, and what must hold for any text.

use std::collections::BTreeMap;
use std::path::Path;

use clinical::risk::{Assessment, Kind, Level, Role, Turn, assess};
use proptest::prelude::*;
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

/// The parts that rules or weights were made with. What they show is that nothing was lost on the way; how well the
/// assessor does, the held-out parts show.
#[test]
fn training_parts() {
    for name in TRAINED_ON {
        let cases = part(name);
        print!("{}", misses(&cases));
        let figures = measure(&format!("{name}, trained on"), &cases);
        println!("{}", figures.text);
        assert!(figures.recall >= 0.93, "recall on {name}: {:.3}", figures.recall);
        assert!(figures.alarms <= 0.10, "false alarms on {name}: {:.3}", figures.alarms);
    }
}

/// Nothing was trained or tuned on these parts; their texts are never printed. The floors are what was seen, rounded
/// down, so that a change that loses ground is noticed: see docs/risk-assessment.md.
#[test]
fn held_out_parts() {
    for (name, recall, alarms) in HELD_OUT {
        let figures = measure(&format!("{name}, held out"), &part(name));
        println!("{}", figures.text);
        assert!(figures.recall >= recall, "recall on {name}: {:.3}", figures.recall);
        assert!(figures.alarms <= alarms, "false alarms on {name}: {:.3}", figures.alarms);
    }
}

const TRAINED_ON: [&str; 12] = [
    "own.json",
    "tuning.json",
    "training_a.json",
    "training_b.json",
    "training_c.json",
    "training_e.json",
    "training_f.json",
    "training_g.json",
    "training_h.json",
    "training_i.json",
    "training_j.json",
    "training_k.json",
];
/// Name, least recall of high and critical, most false alarms on none.
const HELD_OUT: [(&str, f64, f64); 2] = [("held_out.json", 0.97, 0.36), ("examination.json", 0.86, 0.15)];

fn level_of(turns: &[(Role, String)]) -> Level {
    let turns: Vec<Turn<'_>> = turns.iter().map(|(role, text)| Turn { role: *role, text }).collect();
    assess(&turns).level
}

#[test]
fn a_level_never_falls_and_is_always_the_same() {
    let cases: Vec<Case> = part("own.json").into_iter().chain(part("tuning.json")).collect();
    for (at, case) in cases.iter().enumerate().step_by(3) {
        // One conversation after another in one: whatever follows, the level stays.
        let next = &cases[(at + 1) % cases.len()];
        let turns: Vec<(Role, String)> = case.turns.iter().chain(&next.turns).cloned().collect();
        let mut before = Level::None;
        for end in 1..=turns.len() {
            let level = level_of(&turns[..end]);
            assert!(level >= before, "{} then {}: the level fell at turn {end}", case.id, next.id);
            before = level;
        }
        let borrowed = case.turns();
        assert_eq!(assess(&borrowed), assess(&borrowed), "{} is assessed the same twice", case.id);
    }
}

#[test]
fn case_and_apostrophes_do_not_change_a_level() {
    for case in part("own.json").into_iter().chain(part("tuning.json")) {
        let level = level_of(&case.turns);
        let with = |change: fn(&str) -> String| {
            let turns: Vec<_> = case.turns.iter().map(|(role, text)| (*role, change(text))).collect();
            level_of(&turns)
        };
        assert_eq!(with(|t| t.to_uppercase()), level, "{} in capitals", case.id);
        assert_eq!(with(|t| t.to_lowercase()), level, "{} in small letters", case.id);
        assert_eq!(with(|t| t.replace('\'', "’")), level, "{} with typographic apostrophes", case.id);
    }
}

#[test]
fn a_reason_names_words_of_its_turn() {
    for case in part("own.json").into_iter().chain(part("tuning.json")) {
        let assessment = assess(&case.turns());
        assert_eq!(
            assessment.level == Level::None,
            assessment.reasons.is_empty(),
            "{}: a level has reasons",
            case.id
        );
        for reason in &assessment.reasons {
            let text = &case.turns[reason.turn].1;
            let quoted = text.contains(reason.words.trim_end_matches('…'));
            assert!(
                quoted || reason.kind == Kind::Indirect,
                "{}: {:?} is not in its turn",
                case.id,
                reason.words
            );
            assert!(reason.describe().contains(&reason.words), "{}: the text shows the words", case.id);
        }
    }
}

#[test]
fn long_texts_and_long_conversations_are_read() {
    let sentence =
        "i cant stop thinking about the pills and the bridge, he hit me and i dont want to be here ";
    for text in [
        sentence.repeat(1200),
        "a ".repeat(50_000),
        "i".repeat(100_000),
        "s u i ".repeat(17_000),
        "\"a\" ".repeat(25_000),
    ] {
        let _ = level_of(&[(Role::User, text)]);
    }
    let turns: Vec<_> = (0..2000)
        .map(|n| (if n % 2 == 0 { Role::Assistant } else { Role::User }, sentence.to_owned()))
        .collect();
    assert!(level_of(&turns) >= Level::Moderate, "what is said again and again is heard");
}

proptest! {
    #[test]
    fn any_text_is_assessed(text in ".{0,400}", bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let bytes = String::from_utf8_lossy(&bytes).into_owned();
        let _ = level_of(&[(Role::Assistant, text.clone()), (Role::User, text), (Role::User, bytes)]);
    }

    #[test]
    fn words_in_any_order_are_assessed(words in prop::collection::vec(
        prop::sample::select(vec![
            "i", "not", "kill", "myself", "pills", "he", "hit", "me", "want", "to", "die", "“", "”", "?", ".", "’", "👋",
            "🔫", "k*ll", "s", "u", "10", "years", "ago", "never", "im", "ill", "the", "baby", "gun", "no", "yes", "\u{300}",
        ]),
        0..120,
    )) {
        let text = words.join(" ");
        let first = level_of(&[(Role::User, text.clone())]);
        let again = level_of(&[(Role::User, text.clone()), (Role::User, "no. i was joking".to_owned())]);
        prop_assert!(again >= first, "taking back does not lower");
    }
}
