//! The text assessor against labelled conversations, and what must hold for any text.

use std::collections::BTreeMap;
use std::path::Path;

use clinical::risk::{Assessment, Level, Role, Turn, assess};
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

/// The assessments of all cases, in their order. Reading is work for every processor there is.
fn assess_all(cases: &[Case]) -> Vec<Assessment> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = cases.len().div_ceil(threads).max(1);
    std::thread::scope(|scope| {
        let parts: Vec<_> = cases
            .chunks(share)
            .map(|part| scope.spawn(|| part.iter().map(|case| assess(&case.turns())).collect::<Vec<_>>()))
            .collect();
        parts.into_iter().flat_map(|part| part.join().expect("assessing never fails")).collect()
    })
}

fn measure(name: &str, cases: &[Case]) -> Figures {
    let mut table = [[0_u32; 5]; 5];
    let mut kinds: BTreeMap<&str, [u32; 4]> = BTreeMap::new();
    for (case, Assessment { level, .. }) in cases.iter().zip(assess_all(cases)) {
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
    for (case, Assessment { level, reasons }) in cases.iter().zip(assess_all(cases)) {
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

/// The parts that rules or the network were made with. What they show is that nothing was lost on the way; how well the
/// assessor does, the held-out parts show. Every eighth conversation, or all of them with `RISK_ALL=1`.
#[test]
fn parts_that_were_trained_on() {
    let step = if std::env::var_os("RISK_ALL").is_some() { 1 } else { 8 };
    let mut all = Vec::new();
    for name in TRAINED_ON {
        let cases: Vec<Case> = part(name).into_iter().step_by(step).collect();
        print!("{}", misses(&cases));
        if step == 1 {
            println!("{}", measure(&format!("{name}, trained on"), &cases).text);
        }
        all.extend(cases);
    }
    let figures = measure("what was trained on", &all);
    println!("{}", figures.text);
    assert!(figures.recall >= 0.93, "recall on what was trained on: {:.3}", figures.recall);
    assert!(figures.alarms <= 0.10, "false alarms on what was trained on: {:.3}", figures.alarms);
}

/// Nothing was trained or tuned on these parts; their texts are never printed. The floors are what was seen, rounded
/// down, so that a change that loses ground is noticed: see docs/risk-assessment.md.
#[test]
fn held_out_parts() {
    let measured = HELD_OUT.map(|(name, ..)| measure(&format!("{name}, held out"), &part(name)));
    for figures in &measured {
        println!("{}", figures.text);
    }
    for (figures, (name, recall, alarms)) in measured.iter().zip(HELD_OUT) {
        assert!(figures.recall >= recall, "recall on {name}: {:.3}", figures.recall);
        assert!(figures.alarms <= alarms, "false alarms on {name}: {:.3}", figures.alarms);
    }
}

const TRAINED_ON: [&str; 29] = [
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
    "training_l.json",
    "training_m.json",
    "training_n.json",
    "training_o.json",
    "training_p.json",
    "training_q.json",
    "training_r.json",
    "training_s.json",
    "training_t.json",
    "training_u.json",
    "training_v.json",
    "training_w.json",
    "training_x.json",
    "training_y.json",
    "training_z.json",
    "training_aa.json",
    "training_ab.json",
];
/// Name, least recall of high and critical, most false alarms on none.
const HELD_OUT: [(&str, f64, f64); 2] = [("held_out.json", 0.95, 0.23), ("examination.json", 0.93, 0.06)];

fn level_of(turns: &[(Role, String)]) -> Level {
    let turns: Vec<Turn<'_>> = turns.iter().map(|(role, text)| Turn { role: *role, text }).collect();
    assess(&turns).level
}

/// Plain statements of the levels of ideation, of harm to others and from others, and what each is at least.
const PLAIN: [(&str, Level); 14] = [
    ("I want to die.", Level::Moderate),
    ("i want to die", Level::Moderate),
    ("I wish I was dead.", Level::Moderate),
    ("I don't want to wake up tomorrow.", Level::Moderate),
    ("I want to kill myself.", Level::High),
    ("im going to kill myself", Level::High),
    ("I am suicidal.", Level::Moderate),
    ("I have been thinking about ending my life.", Level::Moderate),
    ("I cut myself again tonight.", Level::High),
    ("I took all my pills an hour ago.", Level::High),
    ("I stopped taking my insulin because I don't want to live.", Level::High),
    ("My husband beat me again last night.", Level::High),
    ("My stepfather touches me at night.", Level::High),
    ("I am going to kill my boss on Monday.", Level::High),
];

/// The most of them, in a hundred, that may be lost among ordinary words. None should be; see docs/risk-assessment.md.
const UNHEARD: usize = 3;

#[test]
fn plain_statements_are_heard_also_among_ordinary_words() {
    let ordinary = [
        "What is a good recipe for banana bread? I have three ripe bananas and no eggs.",
        "We painted the kitchen at my sister's on Monday, a pale green, and the kids played with the dog.",
        "The spreadsheet works now: column B has the rent and column C the groceries.",
    ];
    let (mut among, mut unheard) = (0, Vec::new());
    for (text, least) in PLAIN {
        assert!(level_of(&[(Role::User, text.to_owned())]) >= least, "{text:?} by itself");
        for other in ordinary {
            let next = [
                (Role::User, other.to_owned()),
                (Role::Assistant, "Of course, let me help with that.".to_owned()),
                (Role::User, text.to_owned()),
            ];
            let one = |text: String| vec![(Role::User, text)];
            for turns in [
                one(format!("{other} {text}")),
                one(format!("{text} {other}")),
                one(format!("{other} {text} {other}")),
                next.to_vec(),
            ] {
                among += 1;
                if level_of(&turns) < least {
                    unheard.push(turns.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" / "));
                }
            }
        }
    }
    println!("plain statements among ordinary words: {} of {among} not heard", unheard.len());
    assert!(
        unheard.len() * 100 <= among * UNHEARD,
        "plain statements are not heard among ordinary words:\n{}",
        unheard.join("\n")
    );
    for other in ordinary {
        assert_eq!(level_of(&[(Role::User, other.to_owned())]), Level::None, "{other:?} is ordinary");
    }
}

#[test]
fn a_level_never_falls_and_is_always_the_same() {
    let cases: Vec<Case> = part("own.json").into_iter().chain(part("tuning.json")).collect();
    for (at, case) in cases.iter().enumerate().step_by(24) {
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
    for case in part("own.json").into_iter().chain(part("tuning.json")).step_by(12) {
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
    for case in part("own.json").into_iter().chain(part("tuning.json")).step_by(4) {
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
            assert!(quoted, "{}: {:?} is not in its turn", case.id, reason.words);
            assert!(reason.describe().contains(&reason.words), "{}: the text shows the words", case.id);
        }
    }
}

#[test]
fn long_texts_and_long_conversations_are_read() {
    let sentence =
        "i cant stop thinking about the pills and the bridge, he hit me and i dont want to be here ";
    for text in [
        sentence.repeat(120),
        "a ".repeat(5_000),
        "i".repeat(100_000),
        "s u i ".repeat(1_000),
        "\"a\" ".repeat(1_000),
    ] {
        let _ = level_of(&[(Role::User, text)]);
    }
    let turns: Vec<_> = (0..400)
        .map(|n| (if n % 2 == 0 { Role::Assistant } else { Role::User }, sentence.to_owned()))
        .collect();
    assert!(level_of(&turns) >= Level::Moderate, "what is said again and again is heard");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

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
