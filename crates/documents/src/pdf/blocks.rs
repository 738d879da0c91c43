//! A note as a column of blocks, each broken into lines.

use krilla::color::rgb;

use super::fonts::Fonts;
use super::lines::{Line, Span, Style, break_lines};
use super::style;
use crate::note::{NoteDocument, Section, Source};
use crate::text::{line, paragraphs};
use crate::wording;

/// A list of numbers longer than this may break.
const MOST_NUMBERS_TOGETHER: usize = 6;

/// What a block is to a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A heading of a level, with its text.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// A row of the table of particulars.
    Particular,
    /// The heading row of the table of what was said.
    SaidHead,
    /// A row of that table: its number.
    Said(usize),
}

/// A coloured box behind a block.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) ground: rgb::Color,
    pub(super) edge: rgb::Color,
}

/// Text at a place in a block.
pub(super) struct Cell {
    /// Distance from the left margin.
    pub(super) x: f32,
    pub(super) marks: Vec<(Style, Option<usize>)>,
    pub(super) lines: Vec<Line>,
    /// Holds words of the session, in the session's language.
    pub(super) spoken: bool,
}

/// A stretch of the page that breaks only between lines.
pub(super) struct Block {
    pub(super) role: Role,
    pub(super) cells: Vec<Cell>,
    pub(super) leading: f32,
    pub(super) before: f32,
    pub(super) frame: Option<Frame>,
}

impl Block {
    /// How many lines it has.
    pub(super) fn len(&self) -> usize {
        self.cells.iter().map(|c| c.lines.len()).max().unwrap_or(0)
    }

    /// Room inside the frame, above and below the lines.
    pub(super) fn padding(&self) -> f32 {
        if self.frame.is_some() { 7.0 } else { 0.0 }
    }

    /// Stays on the page of the block after it.
    pub(super) fn leads(&self) -> bool {
        matches!(self.role, Role::Heading(..) | Role::SaidHead)
    }
}

/// Makes blocks as wide as the text column.
pub(super) struct Composer<'a> {
    pub(super) note: &'a NoteDocument,
    pub(super) fonts: &'a mut Fonts,
    pub(super) width: f32,
}

impl Composer<'_> {
    /// The whole note.
    pub(super) fn blocks(&mut self) -> Vec<Block> {
        let note = self.note;
        let mut blocks = vec![self.heading(1, printable(&wording::title(note)), 20.0, 0.0)];
        blocks.push(self.banner());
        if note.transcript.as_ref().is_some_and(|t| t.demo_model) {
            blocks.push(self.demo_warning());
        }
        for (index, row) in wording::header(note).iter().enumerate() {
            blocks.push(self.particular(index, row));
        }
        for section in &note.sections {
            blocks.push(self.heading(2, printable(&wording::section_name(section)), 12.5, 20.0));
            blocks.push(self.section(section));
        }
        let authorship = wording::authorship(note);
        if !authorship.is_empty() {
            blocks.push(self.paragraph(
                vec![span(authorship, style::plain(8.0, style::ink_3()))],
                12.0,
                18.0,
            ));
        }
        self.addenda(&mut blocks);
        self.what_was_said(&mut blocks);
        blocks.retain(|b| b.len() > 0);
        blocks
    }

    /// Lines of a text that is cut with an ellipsis after `most` lines.
    pub(super) fn short(&mut self, text: &str, style: Style, width: f32, most: usize) -> Cell {
        // No line holds more characters than this; what lies beyond need not be measured.
        let text = printable(text);
        let mut kept: String = text.chars().take(400 * most).collect();
        let mut lines = break_lines(&[span(kept.clone(), style)], width, self.fonts);
        while lines.len() > most || kept.len() < text.len() && !kept.ends_with('…') {
            let shown: usize =
                lines.iter().take(most).flat_map(|l| &l.pieces).map(|p| p.run.text.len()).sum();
            let mut cut: String = kept[..shown.min(kept.len())].trim_end_matches([' ', '…']).to_owned();
            for _ in 0..3 {
                cut.pop();
            }
            cut.push('…');
            kept = cut;
            lines = break_lines(&[span(kept.clone(), style)], width, self.fonts);
        }
        Cell { x: 0.0, marks: vec![(style, None)], lines, spoken: false }
    }

    fn cell(&mut self, x: f32, width: f32, spans: Vec<Span>) -> Cell {
        let lines = break_lines(&spans, width, self.fonts);
        Cell { x, marks: spans.into_iter().map(|s| (s.style, s.source)).collect(), lines, spoken: false }
    }

    fn paragraph(&mut self, spans: Vec<Span>, leading: f32, before: f32) -> Block {
        let cells = vec![self.cell(0.0, self.width, spans)];
        Block { role: Role::Paragraph, cells, leading, before, frame: None }
    }

    fn heading(&mut self, level: u16, text: String, size: f32, before: f32) -> Block {
        let spans = vec![span(text.clone(), style::bold(size, style::ink()))];
        let block = self.paragraph(spans, size * 1.35, before);
        Block { role: Role::Heading(level, text), ..block }
    }

    fn framed(&mut self, spans: Vec<Span>, leading: f32, frame: Frame) -> Block {
        let cells = vec![self.cell(12.0, self.width - 24.0, spans)];
        Block { role: Role::Paragraph, cells, leading, before: 10.0, frame: Some(frame) }
    }

    /// The status, in a box.
    fn banner(&mut self) -> Block {
        let text = printable(&wording::banner(self.note));
        if self.note.is_signed() {
            let frame = Frame { ground: style::accent_soft(), edge: style::accent() };
            self.framed(vec![span(text, style::plain(8.5, style::accent()))], 13.0, frame)
        } else {
            let frame = Frame { ground: style::warn_soft(), edge: style::warn() };
            self.framed(vec![span(text, style::bold(10.0, style::warn()))], 14.0, frame)
        }
    }

    fn demo_warning(&mut self) -> Block {
        let frame = Frame { ground: style::danger_soft(), edge: style::danger() };
        let text = wording::DEMO_MODEL.to_owned();
        self.framed(vec![span(text, style::bold(9.0, style::danger()))], 13.0, frame)
    }

    fn particular(&mut self, index: usize, row: &wording::Particular) -> Block {
        let label = self.cell(0.0, 80.0, vec![span(row.name.to_owned(), style::plain(8.5, style::ink_3()))]);
        let values = vec![
            span(printable(&row.lead), style::bold(9.0, style::ink())),
            span(printable_tail(&row.value), style::plain(9.0, style::ink())),
        ];
        let value = self.cell(84.0, self.width - 84.0, values);
        let before = if index == 0 { 16.0 } else { 3.0 };
        Block { role: Role::Particular, cells: vec![label, value], leading: 13.5, before, frame: None }
    }

    /// The sentences of a section as one paragraph, with the numbers of their support.
    fn section(&mut self, section: &Section) -> Block {
        let body = style::plain(10.0, style::ink());
        let quiet = Style { color: style::ink_3(), ..body };
        let mut spans: Vec<Span> = Vec::new();
        for sentence in &section.sentences {
            let text = printable(&sentence.text);
            if text.is_empty() {
                continue;
            }
            if !spans.is_empty() {
                spans.push(span(" ".to_owned(), body));
            }
            spans.push(span(text, if sentence.not_assessed { quiet } else { body }));
            let support = self.note.support(sentence);
            if support.is_empty() && !sentence.not_assessed {
                let chip = style::plain(7.5, style::warn());
                spans.push(span(" ".to_owned(), body));
                let chip = Style { ground: Some(style::warn_soft()), whole: true, ..chip };
                // Narrow spaces are the chip's padding.
                spans.push(span(format!("\u{202f}{}\u{202f}", wording::NO_SUPPORT), chip));
            }
            numbers(&support, &mut spans);
        }
        if spans.is_empty() {
            spans.push(span(wording::NOTHING_RECORDED.to_owned(), quiet));
        }
        self.paragraph(spans, 15.5, 5.0)
    }

    fn addenda(&mut self, blocks: &mut Vec<Block>) {
        if self.note.addenda.is_empty() {
            return;
        }
        blocks.push(self.heading(2, wording::ADDENDA.to_owned(), 12.5, 22.0));
        for addendum in &self.note.addenda {
            blocks.push(self.heading(3, printable(&wording::addendum_line(self.note, addendum)), 9.0, 10.0));
            for paragraph in paragraphs(&addendum.text) {
                let spans = vec![span(printable(&paragraph), style::plain(10.0, style::ink()))];
                blocks.push(self.paragraph(spans, 15.5, 3.0));
            }
        }
    }

    fn what_was_said(&mut self, blocks: &mut Vec<Block>) {
        if self.note.sources.is_empty() {
            return;
        }
        blocks.push(self.heading(2, wording::WHAT_WAS_SAID.to_owned(), 12.5, 26.0));
        let head = style::bold(7.5, style::ink_3());
        let cells = wording::SAID_COLUMNS.map(|name| vec![span(name.to_owned(), head)]);
        blocks.push(self.said_row(Role::SaidHead, 11.0, 7.0, cells));
        for (index, source) in self.note.sources.iter().enumerate() {
            blocks.push(self.said(index + 1, source));
        }
    }

    fn said(&mut self, number: usize, source: &Source) -> Block {
        let speaker = printable(&source.speaker);
        let time = format!("{}–{}", wording::clock(source.start_ms), wording::clock(source.end_ms));
        let name = style::bold(8.5, style::speaker(&speaker));
        let cells = [
            vec![span(number.to_string(), style::bold(8.5, style::accent()))],
            vec![span(time, style::plain(8.5, style::ink_3()))],
            vec![span(speaker, name)],
            vec![span(printable(&source.text), style::plain(9.0, style::ink()))],
        ];
        let mut row = self.said_row(Role::Said(number), 13.5, 7.0, cells);
        row.cells[3].spoken = true;
        row
    }

    fn said_row(&mut self, role: Role, leading: f32, before: f32, columns: [Vec<Span>; 4]) -> Block {
        let starts = [0.0, 28.0, 108.0, 184.0];
        let ends = [22.0, 102.0, 178.0, self.width];
        let placed = columns.into_iter().zip(starts.into_iter().zip(ends));
        let cells = placed.map(|(spans, (from, to))| self.cell(from, to - from, spans)).collect();
        Block { role, cells, leading, before, frame: None }
    }
}

/// The numbers of a sentence's support, raised, glued to the sentence.
fn numbers(support: &[usize], spans: &mut Vec<Span>) {
    let raised = Style { rise: 3.4, ..style::bold(6.5, style::accent()) };
    for (index, number) in support.iter().enumerate() {
        // Narrow no-break spaces keep the numbers with the word before them; a long list may break now and then.
        let gap = match index {
            0 => "\u{202f}",
            _ if index % MOST_NUMBERS_TOGETHER == 0 => ", ",
            _ => ",\u{202f}",
        };
        spans.push(span(gap.to_owned(), raised));
        spans.push(Span { text: number.to_string(), style: raised, source: Some(*number) });
    }
}

fn span(text: String, style: Style) -> Span {
    Span { text, style, source: None }
}

/// Text with private-use characters, whose meaning does not leave the program they come from, made visible.
fn printable(text: &str) -> String {
    let text = line(text);
    if text.contains(is_private) { text.replace(is_private, "\u{fffd}") } else { text }
}

/// The same for text that goes on after other text, and so may begin with a space.
fn printable_tail(text: &str) -> String {
    let space = if text.starts_with(' ') { " " } else { "" };
    format!("{space}{}", printable(text))
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}
