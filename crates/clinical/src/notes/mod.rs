//! Drafting a note from a transcript by rules and small statistics, on the device.
//!
//! [`extract_facts`] reads the turns once and returns what was said, by whom, with negation, history and other
//! people kept apart. [`draft`] merges, chooses and words those facts for a note [`Format`]. Every sentence carries the
//! indexes of the turns it stands on; only statements that something was not assessed stand on none.

mod answered;
mod asked;
mod client;
mod clinician;
mod compose;
mod correct;
mod cut;
mod denial;
mod exchange;
mod lexicon;
mod meeting;
mod model;
mod person;
mod plan;
mod pointing;
mod proposal;
mod quote;
mod reply;
mod risk;
mod sound;
mod text;
mod turns;
mod unsure;
mod weigh;

pub use model::{Draft, Fact, Facts, Format, Kind, Section, SectionName, Sentence, Speaker, Topic, Turn};

/// Reads a transcript and returns the facts found in it, in the order in which they were said.
///
/// Never fails: text that is not understood yields no facts. Indexes in the facts point into `turns`.
#[must_use]
pub fn extract_facts(turns: &[Turn]) -> Facts {
    let script = turns::Script::read(turns);
    let contexts = exchange::contexts(&script);
    let mut items = exchange::facts(&script, &contexts);
    items.extend(client::facts(&script, &contexts));
    items.extend(risk::facts(&script));
    items.extend(clinician::facts(&script, &contexts));
    items.extend(plan::facts(&script));
    let answers = answered::facts(&script, turns, &items);
    items.extend(answers);
    items.extend(unsure::facts(&script, turns));
    items.extend(unsure::not_assessed(&items));
    for fact in &mut items {
        fact.evidence.sort_unstable();
        fact.evidence.dedup();
    }
    items.sort_by_key(|f| f.order);
    Facts { items }
}

/// Words facts as a note in the given format. Sections come in the format's order; all are present.
#[must_use]
pub fn draft(facts: &Facts, format: Format) -> Draft {
    compose::draft(facts, format)
}
