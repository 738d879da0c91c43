//! `attunectl note draft`: from a transcript file to a draft, without a vault.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use clinical::notes::{Draft, Format, Speaker, Turn, draft, extract_facts};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use crate::context::Context;
use crate::exit::{Exit, Failure};

/// A day of speech is about a megabyte of JSON.
const MAX_TEXT_BYTES: u64 = 64 << 20;

#[derive(Subcommand)]
pub(crate) enum NoteCommand {
    /// Draft a note whose every sentence points at the turns it stands on.
    Draft(DraftArgs),
}

#[derive(Args)]
pub(crate) struct DraftArgs {
    /// {"turns":[{"speaker","start_ms","end_ms","text"}]} or the output of `transcribe --json`; `-` for standard input.
    #[arg(long, value_name = "FILE")]
    transcript: PathBuf,
    /// The layout of the note.
    #[arg(long, value_enum, default_value = "soap")]
    format: NoteLayout,
}

#[derive(Clone, Copy, ValueEnum)]
enum NoteLayout {
    /// Subjective, Objective, Assessment, Plan.
    Soap,
}

/// A transcript as a file. Fields that are not known are passed over.
#[derive(Deserialize)]
struct TranscriptFile {
    #[serde(alias = "segments")]
    turns: Vec<TurnLine>,
}

#[derive(Deserialize)]
struct TurnLine {
    #[serde(default, deserialize_with = "speaker")]
    speaker: Option<Speaker>,
    #[serde(default, deserialize_with = "milliseconds")]
    start_ms: u64,
    #[serde(default, deserialize_with = "milliseconds")]
    end_ms: u64,
    text: String,
}

impl From<TurnLine> for Turn {
    fn from(line: TurnLine) -> Self {
        Turn {
            speaker: line.speaker.unwrap_or(Speaker::Unknown),
            start_ms: line.start_ms,
            end_ms: line.end_ms.max(line.start_ms),
            text: line.text,
        }
    }
}

/// Transcripts come from many programs, each with its own word for the two people.
fn speaker<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Speaker>, D::Error> {
    let value = Value::deserialize(input)?;
    let name = value.as_str().unwrap_or_default().trim().to_lowercase();
    Ok(Some(match name.as_str() {
        "therapist" | "clinician" | "counsellor" | "counselor" | "psychologist" | "doctor" | "nurse"
        | "provider" | "interviewer" => Speaker::Therapist,
        "client" | "patient" | "participant" => Speaker::Client,
        _ => Speaker::Unknown,
    }))
}

/// Times are a help, not a condition: what is no time is the beginning.
fn milliseconds<'de, D: Deserializer<'de>>(input: D) -> Result<u64, D::Error> {
    let value = Value::deserialize(input)?;
    // The cast saturates: below zero is zero.
    Ok(value.as_u64().or_else(|| value.as_f64().map(|ms| ms.round() as u64)).unwrap_or(0))
}

/// A draft as this front shows it.
#[derive(Serialize)]
struct DraftView {
    format: &'static str,
    sections: Vec<SectionView>,
}

#[derive(Serialize)]
struct SectionView {
    name: &'static str,
    sentences: Vec<SentenceView>,
}

#[derive(Serialize)]
struct SentenceView {
    text: String,
    evidence: Vec<usize>,
}

impl From<Draft> for DraftView {
    fn from(draft: Draft) -> Self {
        let sections = draft.sections.into_iter().map(|section| SectionView {
            name: section.name.as_str(),
            sentences: section
                .sentences
                .into_iter()
                .map(|sentence| SentenceView { text: sentence.text, evidence: sentence.evidence })
                .collect(),
        });
        DraftView { format: draft.format.as_str(), sections: sections.collect() }
    }
}

pub(crate) fn run(context: &Context, command: NoteCommand) -> Result<Exit, Failure> {
    let NoteCommand::Draft(args) = command;
    let turns = read_turns(&read_text(&args.transcript)?)?;
    let format = match args.format {
        NoteLayout::Soap => Format::Soap,
    };
    let view = DraftView::from(draft(&extract_facts(&turns), format));
    context.output.show(&view, |view| describe(view, &turns))
}

fn read_turns(text: &str) -> Result<Vec<Turn>, Failure> {
    let file: TranscriptFile = serde_json::from_str(text).map_err(|error| {
        // Serde's message could repeat what was said; where it stands is enough to find it.
        Failure::unreadable(format!(
            "The transcript cannot be read at line {}, column {}: it must be JSON of the form \
             {{\"turns\":[{{\"speaker\":\"therapist\",\"start_ms\":0,\"end_ms\":0,\"text\":\"…\"}}]}}. Nothing was drafted.",
            error.line(),
            error.column()
        ))
    })?;
    Ok(file.turns.into_iter().map(Turn::from).collect())
}

fn describe(view: &DraftView, turns: &[Turn]) -> String {
    let mut text = String::new();
    for section in &view.sections {
        text.push_str(section.name);
        text.push('\n');
        for sentence in &section.sentences {
            text.push_str(&format!("  {}\n", sentence.text));
            for turn in sentence.evidence.iter().filter_map(|index| turns.get(*index)) {
                text.push_str(&format!("      “{}”\n", turn.text.trim()));
            }
        }
        text.push('\n');
    }
    text
}

/// Reads a text file, or standard input for `-`.
pub(crate) fn read_text(path: &Path) -> Result<String, Failure> {
    let bytes = if path == Path::new("-") {
        read_bounded(io::stdin().lock())
    } else {
        File::open(path).and_then(read_bounded)
    };
    let bytes = bytes.map_err(|error| Failure::cannot_read("The file", &error))?;
    if bytes.len() as u64 > MAX_TEXT_BYTES {
        return Err(Failure::unreadable(
            "The file is larger than 64 MB, more than any text this takes. Nothing was changed.",
        ));
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| Failure::unreadable("The file is not UTF-8 text. Nothing was changed."))?;
    // Some editors begin a file with a byte order mark; it is no part of the text.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn read_bounded(input: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(MAX_TEXT_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn transcripts_are_read_liberally_and_keep_their_order() {
        let turns = read_turns(
            r#"{"source":"x","segments":[
                {"speaker":"Clinician","start_ms":10.4,"end_ms":5,"text":"a","confidence":0.5},
                {"text":"b"},
                {"speaker":null,"start_ms":null,"end_ms":"late","text":"c"},
                {"speaker":"PATIENT ","start_ms":-3,"end_ms":1e30,"text":""}]}"#,
        )
        .unwrap();
        let seen: Vec<_> = turns.iter().map(|t| (t.speaker, t.start_ms, t.end_ms, t.text.as_str())).collect();
        let expected = [
            (Speaker::Therapist, 10, 10, "a"),
            (Speaker::Unknown, 0, 0, "b"),
            (Speaker::Unknown, 0, 0, "c"),
            (Speaker::Client, 0, u64::MAX, ""),
        ];
        assert_eq!(seen, expected, "other words for the speakers and missing times are taken");
    }

    #[test]
    fn what_is_no_transcript_is_refused_without_repeating_it() {
        for text in [
            "",
            "[]",
            "{}",
            "{\"turns\":1}",
            "{\"turns\":[{\"text\":7}]}",
            "{\"turns\":[{\"speaker\":\"client\"}]}",
        ] {
            let failure = read_turns(text).unwrap_err();
            assert_eq!(failure.exit, Exit::Unreadable, "{text:?} is not a transcript");
        }
        let secret = r#"{"turns":[{"text":{"Anna":"secret"}}]}"#;
        let message = read_turns(secret).unwrap_err().error.message;
        assert!(
            !message.contains("Anna") && !message.contains("secret"),
            "an error must not repeat what was said"
        );
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".{0,300}") {
            let _ = read_turns(&text);
        }
    }
}
