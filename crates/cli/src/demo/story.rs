//! What the demo did, told to a person.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::Demo;
use crate::output::{clock, word};
use crate::{audit, export};

/// Each sentence of the note with the words it stands on, and where everything lies.
pub(super) fn tell(demo: &Demo) -> String {
    let segments: HashMap<_, _> =
        demo.transcript.segments.iter().map(|segment| (segment.id, segment)).collect();
    let mut text = String::from("\nThe note, and under each sentence the words it stands on\n");
    for section in &demo.note.sections {
        let _ = write!(text, "\n{}\n", section.name);
        for sentence in &section.sentences {
            let _ = writeln!(text, "  {}", sentence.text);
            for segment in sentence.evidence.iter().filter_map(|id| segments.get(id)) {
                let (at, speaker) = (clock(segment.start_ms), word(&segment.speaker));
                let _ = writeln!(text, "      {at:>6}  {speaker}: “{}”", segment.text);
            }
        }
    }
    let signed = demo.note.signed_by.as_deref().unwrap_or("nobody");
    let _ = write!(text, "\nSigned by {signed}. Transcribed by: {}.\n", demo.model);
    let _ = writeln!(text, "{}", audit::describe(&demo.audit));
    text.push_str(&export::describe(&demo.files));
    let _ = write!(
        text,
        "Vault: {}/data, passphrase {} (throw both away when you are done)",
        demo.folder, demo.passphrase
    );
    text
}
