//! The blocks that documents are made of, each broken into lines.

use krilla::color::rgb;

use super::figure::Drawing;
use super::fonts::Fonts;
use super::lines::{Line, Span, Style, break_lines};
use super::style::{self, Paper};
use crate::note::Mark;
use crate::text::line;
use crate::wording::Particular;

/// What a block is to a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A heading of a level, with its text.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// A row of a table without a heading row: what the table is.
    Particular(&'static str),
    /// The heading row of a table: what the table is.
    TableHead(&'static str),
    /// A row of the table begun last; the mark whose links lead to it.
    TableRow(Option<Mark>),
    /// A row that says something about those after it.
    TableStem,
    /// A drawing, and what it shows in words.
    Figure(String),
}

impl Role {
    /// Below the heading row of a table.
    pub(super) fn is_row(&self) -> bool {
        matches!(self, Self::TableRow(_) | Self::TableStem)
    }
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
    pub(super) marks: Vec<(Style, Option<Mark>)>,
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
    /// Shapes behind the cells; a block with a drawing is one line as high as the drawing.
    pub(super) drawing: Option<Drawing>,
}

impl Block {
    /// How many lines it has.
    pub(super) fn len(&self) -> usize {
        if self.drawing.is_some() {
            return 1;
        }
        self.cells.iter().map(|c| c.lines.len()).max().unwrap_or(0)
    }

    /// Room inside the frame, above and below the lines.
    pub(super) fn padding(&self) -> f32 {
        if self.frame.is_some() { 7.0 } else { 0.0 }
    }

    /// Stays on the page of the block after it.
    pub(super) fn leads(&self) -> bool {
        matches!(self.role, Role::Heading(..) | Role::TableHead(_) | Role::TableStem)
    }
}

/// Makes blocks as wide as the text column.
pub(super) struct Composer<'a> {
    pub(super) fonts: &'a mut Fonts,
    pub(super) width: f32,
}

impl<'a> Composer<'a> {
    pub(super) fn new(fonts: &'a mut Fonts, paper: Paper) -> Self {
        Self { fonts, width: paper.size().0 - 2.0 * style::MARGIN }
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

    pub(super) fn cell(&mut self, x: f32, width: f32, spans: Vec<Span>) -> Cell {
        let lines = break_lines(&spans, width, self.fonts);
        Cell { x, marks: spans.into_iter().map(|s| (s.style, s.target)).collect(), lines, spoken: false }
    }

    pub(super) fn paragraph(&mut self, spans: Vec<Span>, leading: f32, before: f32) -> Block {
        let cells = vec![self.cell(0.0, self.width, spans)];
        Block { role: Role::Paragraph, cells, leading, before, frame: None, drawing: None }
    }

    pub(super) fn heading(&mut self, level: u16, text: String, size: f32, before: f32) -> Block {
        let spans = vec![span(text.clone(), style::bold(size, style::ink()))];
        let block = self.paragraph(spans, size * 1.35, before);
        Block { role: Role::Heading(level, text), ..block }
    }

    pub(super) fn framed(&mut self, spans: Vec<Span>, leading: f32, frame: Frame) -> Block {
        let cells = vec![self.cell(12.0, self.width - 24.0, spans)];
        Block { role: Role::Paragraph, cells, leading, before: 10.0, frame: Some(frame), drawing: None }
    }

    pub(super) fn particular(&mut self, index: usize, table: &'static str, row: &Particular) -> Block {
        let label = self.cell(0.0, 80.0, vec![span(row.name.to_owned(), style::plain(8.5, style::ink_3()))]);
        let values = vec![
            span(printable(&row.lead), style::bold(9.0, style::ink())),
            span(printable_tail(&row.value), style::plain(9.0, style::ink())),
        ];
        let value = self.cell(84.0, self.width - 84.0, values);
        let before = if index == 0 { 16.0 } else { 3.0 };
        Block {
            role: Role::Particular(table),
            cells: vec![label, value],
            leading: 13.5,
            before,
            frame: None,
            drawing: None,
        }
    }

    /// A row of a table whose columns go from `starts` to `ends`.
    pub(super) fn row<const N: usize>(
        &mut self,
        role: Role,
        leading: f32,
        columns: [Vec<Span>; N],
        edges: [(f32, f32); N],
    ) -> Block {
        let placed = columns.into_iter().zip(edges);
        let cells = placed.map(|(spans, (from, to))| self.cell(from, to - from, spans)).collect();
        Block { role, cells, leading, before: 7.0, frame: None, drawing: None }
    }
}

pub(super) fn span(text: String, style: Style) -> Span {
    Span { text, style, target: None }
}

/// Text with private-use characters, whose meaning does not leave the program they come from, made visible.
pub(super) fn printable(text: &str) -> String {
    let text = line(text);
    if text.contains(is_private) { text.replace(is_private, "\u{fffd}") } else { text }
}

/// The same for text that goes on after other text, and so may begin with a space.
pub(super) fn printable_tail(text: &str) -> String {
    let space = if text.starts_with(' ') { " " } else { "" };
    format!("{space}{}", printable(text))
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{ffffd}' | '\u{100000}'..='\u{10fffd}')
}
