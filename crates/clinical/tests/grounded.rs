//! On real transcripts: every word of a drafted sentence is said in its evidence, or belongs to the fixed wording.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clinical::notes::{Format, Kind, Speaker, Turn, draft, extract_facts};

/// The fixed wording of drafts: verbs of reporting, labels, and what the change of person brings.
const FIXED: &[&str] = &[
    "client",
    "intends",
    "started",
    "reports",
    "denies",
    "states",
    "says",
    "of",
    "someone",
    "else",
    "adds",
    "asked",
    "about",
    "answers",
    "when",
    "feeling",
    "safe",
    "discussed",
    "responds",
    "with",
    "reluctance",
    "clinician",
    "clinician's",
    "remarked",
    "stated",
    "by",
    "impression",
    "wonders",
    "whether",
    "proposed",
    "agreed",
    "not",
    "homework",
    "next",
    "meeting",
    "none",
    "reported",
    "no",
    "answer",
    "in",
    "the",
    "transcript",
    "see",
    "said",
    "a",
    "language",
    "that",
    "is",
    "drafted",
    "they",
    "their",
    "them",
    "theirs",
    "themselves",
    "are",
    "were",
    "was",
    "have",
    "has",
    "had",
    "will",
    "would",
    "does",
    "did",
    "can",
    "cannot",
    "could",
    "should",
    "or",
    "and",
    "recommends",
    "suggests",
    "advises",
    "wants",
    "worth",
    "need",
    "to",
    "going",
    "like",
    "happy",
    "make",
    "sure",
    "try",
    "may",
    "might",
    "want",
    "under",
    "am",
    "feels",
    // Labels of short answers.
    "allergies",
    "family",
    "history",
    "medical",
    "sleep",
    "appetite",
    "mood",
    "energy",
    "concentration",
    "alcohol",
    "smoking",
    "drugs",
    "caffeine",
    "medication",
    "dose",
    "work",
    "home",
    "exercise",
    "diet",
    "concerns",
    "hopes",
    "for",
    "today",
    "severity",
    "duration",
    "frequency",
    "site",
    "colour",
    "worse",
    "tried",
    "eased",
    "description",
    // Kinds of intervention.
    "cognitive",
    "restructuring",
    "naming",
    "thinking",
    "patterns",
    "eliciting",
    "thoughts",
    "breathing",
    "relaxation",
    "grounding",
    "behavioural",
    "activation",
    "exposure",
    "safety",
    "planning",
    "agenda",
    "setting",
    "review",
    "scaling",
    "question",
    "exploring",
    "change",
    "reflection",
    "validation",
    "affirmation",
    "problem",
    "solving",
    "alternative",
    "thought",
    "on",
    "evidence",
    "psychoeducation",
    "permission",
    "as",
    "summed",
    "up",
];

fn words(text: &str) -> Vec<String> {
    let plain = text.to_lowercase().replace('’', "'").replace(',', " ");
    let trim = |w: &str| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    plain.split_whitespace().map(trim).filter(|w| !w.is_empty()).collect()
}

/// The word, or the forms that the third person is made from.
fn said(word: &str, heard: &BTreeSet<String>) -> bool {
    let mut forms = vec![word.to_owned()];
    forms.extend(word.strip_suffix("ies").map(|w| format!("{w}y")));
    forms.extend(word.strip_suffix("es").map(str::to_owned));
    forms.extend(word.strip_suffix('s').map(str::to_owned));
    if word == "because" {
        forms.extend(["cause", "cos", "cuz", "coz"].map(str::to_owned));
    }
    // "It's" is written out.
    if heard.iter().any(|h| h.split_once('\'').is_some_and(|(head, _)| head == word)) {
        return true;
    }
    // A stammer leaves its last part: "sh-should".
    forms.iter().any(|f| {
        heard.contains(f) || heard.iter().any(|h| h.contains('-') && h.split('-').any(|part| part == f))
    })
}

fn load(path: &Path) -> Vec<Turn> {
    let text = std::fs::read_to_string(path).expect("a file that is listed can be read");
    let value: serde_json::Value = serde_json::from_str(&text).expect("the data set is JSON");
    let turn = |t: &serde_json::Value| Turn {
        speaker: if t["speaker"] == "client" { Speaker::Client } else { Speaker::Therapist },
        start_ms: 0,
        end_ms: 0,
        text: t["text"].as_str().unwrap_or_default().to_owned(),
    };
    value["turns"].as_array().expect("turns").iter().map(turn).collect()
}

#[test]
fn every_word_of_a_draft_is_said_in_its_evidence() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/transcripts");
    let listed =
        ["primock57", "annomi"].iter().filter_map(|folder| std::fs::read_dir(root.join(folder)).ok());
    let mut paths: Vec<PathBuf> = listed.flatten().filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "json"));
    paths.sort();
    if paths.is_empty() {
        println!("skipped: shared data absent");
        return;
    }
    let (mut sentences, mut loose) = (0, Vec::new());
    for path in &paths {
        let turns = load(path);
        for sentence in draft(&extract_facts(&turns), Format::Soap).sections.iter().flat_map(|s| &s.sentences)
        {
            if sentence.kind == Kind::NotAssessed {
                continue;
            }
            sentences += 1;
            let heard: BTreeSet<String> =
                sentence.evidence.iter().flat_map(|at| words(&turns[*at].text)).collect();
            let made_up = words(&sentence.text)
                .into_iter()
                .filter(|w| !FIXED.contains(&w.as_str()) && !said(w, &heard));
            loose.extend(made_up.map(|w| {
                (w, path.file_stem().map(|s| s.to_string_lossy().into_owned()), sentence.evidence.clone())
            }));
        }
    }
    println!("{} drafts, {sentences} sentences, {} words without evidence", paths.len(), loose.len());
    assert!(loose.is_empty(), "words that are not in the evidence: {loose:#?}");
}
