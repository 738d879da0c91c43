//! A note as a column of blocks.

use super::blocks::{Block, Composer, Frame, Role, printable, span};
use super::lines::{Span, Style};
use super::style;
use crate::note::{Mark, NoteDocument, Screening, Section, Source};
use crate::text::paragraphs;
use crate::wording;

/// A list of marks longer than this may break.
const MOST_MARKS_TOGETHER: usize = 6;

/// Makes the blocks of a note.
pub(super) struct NoteComposer<'a, 'c> {
    pub(super) note: &'a NoteDocument,
    pub(super) composer: &'c mut Composer<'a>,
}

impl NoteComposer<'_, '_> {
    /// The whole note.
    pub(super) fn blocks(&mut self) -> Vec<Block> {
        let note = self.note;
        let mut blocks = vec![self.composer.heading(1, printable(&wording::title(note)), 20.0, 0.0)];
        blocks.push(self.banner());
        if note.transcript.as_ref().is_some_and(|t| t.demo_model) {
            blocks.push(self.demo_warning());
        }
        for (index, row) in wording::header(note).iter().enumerate() {
            blocks.push(self.composer.particular(index, wording::PARTICULARS, row));
        }
        for section in &note.sections {
            blocks.push(self.composer.heading(2, printable(&wording::section_name(section)), 12.5, 20.0));
            blocks.push(self.section(section));
        }
        let authorship = wording::authorship(note);
        if !authorship.is_empty() {
            blocks.push(self.composer.paragraph(
                vec![span(authorship, style::plain(8.0, style::ink_3()))],
                12.0,
                18.0,
            ));
        }
        self.addenda(&mut blocks);
        self.what_was_said(&mut blocks);
        self.screenings(&mut blocks);
        blocks.retain(|b| b.len() > 0);
        blocks
    }

    /// The status, in a box.
    fn banner(&mut self) -> Block {
        let text = printable(&wording::banner(self.note));
        if self.note.is_signed() {
            let frame = Frame { ground: style::accent_soft(), edge: style::accent() };
            self.composer.framed(vec![span(text, style::plain(8.5, style::accent()))], 13.0, frame)
        } else {
            let frame = Frame { ground: style::warn_soft(), edge: style::warn() };
            self.composer.framed(vec![span(text, style::bold(10.0, style::warn()))], 14.0, frame)
        }
    }

    fn demo_warning(&mut self) -> Block {
        let frame = Frame { ground: style::danger_soft(), edge: style::danger() };
        let text = wording::DEMO_MODEL.to_owned();
        self.composer.framed(vec![span(text, style::bold(9.0, style::danger()))], 13.0, frame)
    }

    /// The sentences of a section as one paragraph, with the marks of their support.
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
            marks(&support, &mut spans);
        }
        if spans.is_empty() {
            spans.push(span(wording::NOTHING_RECORDED.to_owned(), quiet));
        }
        self.composer.paragraph(spans, 15.5, 5.0)
    }

    fn addenda(&mut self, blocks: &mut Vec<Block>) {
        if self.note.addenda.is_empty() {
            return;
        }
        blocks.push(self.composer.heading(2, wording::ADDENDA.to_owned(), 12.5, 22.0));
        for addendum in &self.note.addenda {
            blocks.push(self.composer.heading(
                3,
                printable(&wording::addendum_line(self.note, addendum)),
                9.0,
                10.0,
            ));
            for paragraph in paragraphs(&addendum.text) {
                let spans = vec![span(printable(&paragraph), style::plain(10.0, style::ink()))];
                blocks.push(self.composer.paragraph(spans, 15.5, 3.0));
            }
        }
    }

    fn what_was_said(&mut self, blocks: &mut Vec<Block>) {
        if self.note.sources.is_empty() {
            return;
        }
        blocks.push(self.composer.heading(2, wording::WHAT_WAS_SAID.to_owned(), 12.5, 26.0));
        let head = style::bold(7.5, style::ink_3());
        let cells = wording::SAID_COLUMNS.map(|name| vec![span(name.to_owned(), head)]);
        let edges = self.columns();
        blocks.push(self.composer.row(Role::TableHead(wording::WHAT_WAS_SAID), 11.0, cells, edges));
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
        let edges = self.columns();
        let mut row = self.composer.row(Role::TableRow(Some(Mark::Said(number))), 13.5, cells, edges);
        row.cells[3].spoken = true;
        row
    }

    /// Where the columns of what was said begin and end.
    fn columns(&self) -> [(f32, f32); 4] {
        [(0.0, 22.0), (28.0, 102.0), (108.0, 178.0), (184.0, self.composer.width)]
    }

    fn screenings(&mut self, blocks: &mut Vec<Block>) {
        if self.note.screenings.is_empty() {
            return;
        }
        blocks.push(self.composer.heading(2, wording::SCREENINGS.to_owned(), 12.5, 26.0));
        let head = style::bold(7.5, style::ink_3());
        let cells = wording::SCREENING_COLUMNS.map(|name| vec![span(name.to_owned(), head)]);
        let edges = self.screening_columns();
        blocks.push(self.composer.row(Role::TableHead(wording::SCREENINGS), 11.0, cells, edges));
        for (screening, number) in self.note.screenings.iter().zip(1..) {
            blocks.push(self.screening(Mark::Screening(number), screening));
        }
    }

    fn screening(&mut self, mark: Mark, screening: &Screening) -> Block {
        let [finished, name, questionnaires] = wording::screening(self.note, screening);
        let cells = [
            vec![span(mark.to_string(), style::bold(8.5, style::accent()))],
            vec![span(finished, style::plain(8.5, style::ink_3()))],
            vec![span(printable(&name), style::bold(8.5, style::ink()))],
            vec![span(printable(&questionnaires), style::plain(9.0, style::ink()))],
        ];
        let edges = self.screening_columns();
        self.composer.row(Role::TableRow(Some(mark)), 13.5, cells, edges)
    }

    /// Where the columns of the screenings begin and end.
    fn screening_columns(&self) -> [(f32, f32); 4] {
        [(0.0, 22.0), (28.0, 134.0), (140.0, 230.0), (236.0, self.composer.width)]
    }
}

/// The marks of a sentence's support, raised, glued to the sentence.
fn marks(support: &[Mark], spans: &mut Vec<Span>) {
    let raised = Style { rise: 3.4, ..style::bold(6.5, style::accent()) };
    for (index, mark) in support.iter().enumerate() {
        // Narrow no-break spaces keep the marks with the word before them; a long list may break now and then.
        let gap = match index {
            0 => "\u{202f}",
            _ if index % MOST_MARKS_TOGETHER == 0 => ", ",
            _ => ",\u{202f}",
        };
        spans.push(span(gap.to_owned(), raised));
        spans.push(Span { text: mark.to_string(), style: raised, target: Some(*mark) });
    }
}
