//! A note as Markdown (CommonMark), safe to open in any program that reads it.

use std::fmt::Write as _;

use crate::note::{Mark, NoteDocument, Section};
use crate::text::{line, paragraphs};
use crate::wording;

/// The note as CommonMark text.
///
/// Numbers in brackets after a sentence point into the list "What was said" at the end, numbers after an S into the
/// list "Screenings" below it. No text of the client, the
/// transcript or the note becomes markup, HTML or a link, not even in programs that make links of bare addresses:
/// words that look like one are set as code.
#[must_use]
pub fn to_markdown(note: &NoteDocument) -> String {
    let mut out = String::new();
    let mut block = |text: &str| {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(text);
        out.push('\n');
    };
    block(&format!("# {}", escape(&wording::title(note))));
    block(&format!("**{}**", escape(&wording::banner(note))));
    if note.transcript.as_ref().is_some_and(|t| t.demo_model) {
        block(&format!("**{}**", wording::DEMO_MODEL));
    }
    let header = wording::header(note);
    let rows: Vec<String> = header
        .iter()
        .map(|r| format!("- {}: {}", r.name, escape(&format!("{}{}", r.lead, r.value))))
        .collect();
    block(&rows.join("\n"));
    for part in &note.sections {
        block(&format!("## {}", escape(&wording::section_name(part))));
        block(&section(note, part));
    }
    let authorship = wording::authorship(note);
    if !authorship.is_empty() {
        block(&authorship);
    }
    if !note.addenda.is_empty() {
        block(&format!("## {}", wording::ADDENDA));
    }
    for addendum in &note.addenda {
        block(&format!("### {}", escape(&wording::addendum_line(note, addendum))));
        for paragraph in paragraphs(&addendum.text) {
            block(&escape(&paragraph));
        }
    }
    if !note.sources.is_empty() {
        block(&format!("## {}", wording::WHAT_WAS_SAID));
        block(&sources(note));
    }
    if !note.screenings.is_empty() {
        block(&format!("## {}", wording::SCREENINGS));
        block(&screenings(note));
    }
    out
}

/// The sentences of a section, one a line, each with the marks of its support.
fn section(note: &NoteDocument, section: &Section) -> String {
    let mut lines = Vec::new();
    for sentence in &section.sentences {
        let mut text = escape(&sentence.text);
        if text.is_empty() {
            continue;
        }
        let support = note.support(sentence);
        if !support.is_empty() {
            let marks: Vec<String> = support.iter().map(ToString::to_string).collect();
            let _ = write!(text, " [{}]", marks.join(", "));
        } else if !sentence.not_assessed {
            let _ = write!(text, " *({})*", wording::NO_SUPPORT);
        }
        lines.push(text);
    }
    if lines.is_empty() { wording::NOTHING_RECORDED.to_owned() } else { lines.join("\n") }
}

/// The sources as a numbered list.
fn sources(note: &NoteDocument) -> String {
    let items = note.sources.iter().enumerate().map(|(index, source)| {
        let (from, to) = (wording::clock(source.start_ms), wording::clock(source.end_ms));
        let mut item = format!("{}. {from}–{to}", index + 1);
        for part in [&source.speaker, &source.text] {
            let part = escape(part);
            if !part.is_empty() {
                let _ = write!(item, " · {part}");
            }
        }
        item
    });
    items.collect::<Vec<_>>().join("\n")
}

/// The screenings as a list, each after its mark.
fn screenings(note: &NoteDocument) -> String {
    let items = note.screenings.iter().zip(1..).map(|(screening, number)| {
        let words = wording::join(&wording::screening(note, screening), " · ");
        format!("- {} · {}", Mark::Screening(number), escape(&words))
    });
    items.collect::<Vec<_>>().join("\n")
}

/// Text as one line of CommonMark that shows exactly that text, wherever in a line it is put.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for word in line(text).split(' ') {
        if !out.is_empty() {
            out.push(' ');
        }
        if is_address(word) {
            code(word, &mut out);
        } else {
            let first = out.is_empty();
            escape_word(word, first, &mut out);
        }
    }
    out
}

/// Whether some program might make a link of a word: it holds an address, or looks like a host name.
fn is_address(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let scheme = ["://", "www.", "mailto:", "xmpp:", "@"].iter().any(|mark| lower.contains(mark));
    scheme || {
        let letters: Vec<char> = lower.chars().collect();
        letters
            .windows(4)
            .any(|w| w[0].is_alphanumeric() && w[1] == '.' && w[2].is_alphabetic() && w[3].is_alphabetic())
    }
}

/// A word as a code span, between more backticks than it holds in a row.
fn code(word: &str, out: &mut String) {
    let longest = word.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if word.starts_with('`') || word.ends_with('`') { " " } else { "" };
    let _ = write!(out, "{fence}{pad}{word}{pad}{fence}");
}

/// A word with a backslash before every character that could mean something. What means something only at the
/// start of a line is treated so in the first word.
fn escape_word(word: &str, first: bool, out: &mut String) {
    let label = word.trim_end_matches(['.', ')']);
    let numbered = first && (label.chars().all(|c| c.is_ascii_digit()) || label.chars().count() == 1);
    for (at, c) in word.char_indices() {
        let inline = matches!(
            c,
            '\\' | '`'
                | '*'
                | '_'
                | '['
                | ']'
                | '<'
                | '>'
                | '&'
                | '~'
                | '|'
                | '$'
                | '^'
                | '='
                | '{'
                | '}'
                | '#'
        );
        let leading = first && at == 0 && c.is_ascii_punctuation();
        let ends_label = numbered && at >= label.len();
        if inline || leading || ends_label {
            out.push('\\');
        }
        out.push(c);
    }
}
