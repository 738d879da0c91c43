//! How close drafts come to the notes clinicians wrote, in ROUGE F1, beside two trivial notes.
//!
//! ROUGE as used here: lower case, runs of letters and digits as tokens, no stemmer, no stop words, ROUGE-L by one
//! longest common subsequence over the whole note.

use std::collections::HashMap;
use std::path::PathBuf;

use clinical::notes::{Format, Speaker, Turn, draft, extract_facts};

fn tokens(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|t| !t.is_empty())
        .map(str::to_owned)
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "token counts are small")]
fn f1(hits: usize, candidate: usize, reference: usize) -> f64 {
    if hits == 0 { 0.0 } else { 2.0 * hits as f64 / (candidate + reference) as f64 }
}

fn rouge_n(candidate: &[String], reference: &[String], n: usize) -> f64 {
    let mut counts: HashMap<&[String], usize> = HashMap::new();
    for gram in reference.windows(n) {
        *counts.entry(gram).or_default() += 1;
    }
    let mut hits = 0;
    for gram in candidate.windows(n) {
        if let Some(left) = counts.get_mut(gram).filter(|left| **left > 0) {
            *left -= 1;
            hits += 1;
        }
    }
    f1(hits, candidate.len().saturating_sub(n - 1), reference.len().saturating_sub(n - 1))
}

fn rouge_l(candidate: &[String], reference: &[String]) -> f64 {
    let mut row = vec![0_usize; reference.len() + 1];
    for a in candidate {
        let mut diagonal = 0;
        for (at, b) in reference.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if a == b { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    f1(row[reference.len()], candidate.len(), reference.len())
}

fn scores(candidate: &str, reference: &str) -> [f64; 3] {
    let (c, r) = (tokens(candidate), tokens(reference));
    [rouge_n(&c, &r, 1), rouge_n(&c, &r, 2), rouge_l(&c, &r)]
}

struct Consultation {
    turns: Vec<Turn>,
    note: String,
}

fn load() -> Vec<Consultation> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/transcripts/primock57");
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "json"));
    paths.sort();
    paths
        .iter()
        .map(|path| read(&std::fs::read_to_string(path).expect("a file that is listed can be read")))
        .collect()
}

fn read(json: &str) -> Consultation {
    let value: serde_json::Value = serde_json::from_str(json).expect("the data set is JSON");
    let turns = value["turns"].as_array().expect("turns").iter().map(|t| Turn {
        speaker: if t["speaker"] == "clinician" { Speaker::Therapist } else { Speaker::Client },
        start_ms: t["start_ms"].as_u64().unwrap_or_default(),
        end_ms: t["end_ms"].as_u64().unwrap_or_default(),
        text: t["text"].as_str().unwrap_or_default().to_owned(),
    });
    Consultation { turns: turns.collect(), note: value["note"].as_str().unwrap_or_default().to_owned() }
}

fn joined<'a>(turns: impl Iterator<Item = &'a Turn>) -> String {
    turns.map(|t| t.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn ours(turns: &[Turn]) -> String {
    let draft = draft(&extract_facts(turns), Format::Soap);
    let sentences = draft.sections.iter().flat_map(|s| &s.sentences);
    sentences.map(|s| s.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn mean(rows: &[[f64; 3]]) -> [f64; 3] {
    #[expect(clippy::cast_precision_loss, reason = "thirty rows")]
    let n = rows.len().max(1) as f64;
    [0, 1, 2].map(|at| rows.iter().map(|r| r[at]).sum::<f64>() / n)
}

#[test]
fn drafts_beat_the_transcript_and_the_first_turns() {
    let all = load();
    if all.is_empty() {
        println!("skipped: shared data absent");
        return;
    }
    for (half, offset) in [("tuning", 0), ("held out", 1)] {
        let part: Vec<&Consultation> = all.iter().skip(offset).step_by(2).collect();
        let score = |note: &dyn Fn(&Consultation) -> String| {
            mean(&part.iter().map(|c| scores(&note(c), &c.note)).collect::<Vec<_>>())
        };
        let draft = score(&|c| ours(&c.turns));
        let whole = score(&|c| joined(c.turns.iter()));
        let first = score(&|c| joined(c.turns.iter().filter(|t| t.speaker == Speaker::Therapist).take(12)));
        let words = part.iter().map(|c| tokens(&ours(&c.turns)).len()).sum::<usize>() / part.len();
        println!("{half}: {} consultations, {words} words a draft", part.len());
        for (name, row) in
            [("draft", draft), ("whole transcript", whole), ("first twelve clinician turns", first)]
        {
            println!("  {name:30} R1 {:.3}  R2 {:.3}  RL {:.3}", row[0], row[1], row[2]);
        }
        for at in 0..3 {
            let measure = ["ROUGE-1", "ROUGE-2", "ROUGE-L"][at];
            assert!(draft[at] > whole[at], "{half}: {measure} of the draft must beat the whole transcript's");
            assert!(
                draft[at] > first[at],
                "{half}: {measure} of the draft must beat the first twelve turns'"
            );
        }
    }
}

#[test]
fn the_measure_gives_known_values() {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
    let [one, two, long] = scores("the cat sat on the mat", "the cat is on the mat");
    assert!(near(one, 10.0 / 12.0), "five of six words are shared on both sides");
    assert!(near(two, 6.0 / 10.0), "three of five pairs are shared on both sides");
    assert!(near(long, 10.0 / 12.0), "the longest common subsequence has five words");
}
