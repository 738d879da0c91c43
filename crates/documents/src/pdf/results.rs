//! Screening results as a column of blocks.

use super::blocks::{Block, Composer, Frame, Role, printable, span};
use super::figure::{band_bar, number, trend};
use super::style;
use crate::results::{Answer, InstrumentResult, ResultsDocument};
use crate::text::line;
use crate::times::{date, instant, local};
use crate::wording::{Particular, join};

pub(super) const TITLE: &str = "Screening results";
pub(super) const NOT_A_DIAGNOSIS: &str = "A screening result, not a diagnosis.";
const PARTICULARS: &str = "Particulars of the results";
const SCALES: &str = "Further scores";
const ANSWERS: &str = "Answers";
const OVER_TIME: &str = "Scores over time";
const COLUMNS: [&str; 3] = ["No.", "Question", "Answer"];

/// Whose results these are, in a line for every page after the first.
pub(super) fn running_head(document: &ResultsDocument) -> String {
    let name = document.client_name.as_deref().map(line).unwrap_or_default();
    let day = date(local(document.offset_minutes, document.exported_at).date_naive());
    join(&[name, TITLE.to_owned(), day], " · ")
}

/// Makes the blocks of results.
pub(super) struct ResultsComposer<'a, 'c> {
    pub(super) document: &'a ResultsDocument,
    pub(super) composer: &'c mut Composer<'a>,
}

impl ResultsComposer<'_, '_> {
    /// The whole document.
    pub(super) fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = vec![self.composer.heading(1, TITLE.to_owned(), 20.0, 0.0)];
        let frame = Frame { ground: style::accent_soft(), edge: style::accent() };
        let text = vec![span(NOT_A_DIAGNOSIS.to_owned(), style::plain(8.5, style::accent()))];
        blocks.push(self.composer.framed(text, 13.0, frame));
        for (index, row) in particulars(self.document).iter().enumerate() {
            blocks.push(self.composer.particular(index, PARTICULARS, row));
        }
        for result in &self.document.results {
            self.result(result, &mut blocks);
        }
        blocks.retain(|block| block.len() > 0);
        blocks
    }

    fn result(&mut self, result: &InstrumentResult, blocks: &mut Vec<Block>) {
        let offset = self.document.offset_minutes;
        let title = Some(printable(&result.title)).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| "Untitled questionnaire".to_owned());
        blocks.push(self.composer.heading(2, title, 12.5, 24.0));
        let asked = join(
            &[instant(offset, result.completed_at), line(&result.recall_period), line(&result.version)],
            " · ",
        );
        blocks.push(self.composer.paragraph(
            vec![span(printable(&asked), style::plain(8.0, style::ink_3()))],
            12.0,
            2.0,
        ));
        blocks.push(self.score(result));
        for sentence in [&result.incomplete, &result.change] {
            let text = vec![span(printable(sentence), style::plain(10.0, style::ink()))];
            blocks.push(self.composer.paragraph(text, 15.5, 3.0));
        }
        for reason in &result.critical {
            let frame = Frame { ground: style::danger_soft(), edge: style::danger() };
            let text = format!("Needs attention: {}", printable(reason));
            blocks.push(self.composer.framed(
                vec![span(text, style::bold(9.0, style::danger()))],
                13.0,
                frame,
            ));
        }
        blocks.extend(band_bar(self.composer, result));
        if let Some(chart) = trend(self.composer, result, offset) {
            blocks.push(self.composer.heading(3, OVER_TIME.to_owned(), 9.0, 10.0));
            blocks.push(chart);
        }
        self.scales(result, blocks);
        self.answers(result, blocks);
        let credit = vec![span(printable(&result.attribution), style::plain(7.5, style::ink_3()))];
        blocks.push(self.composer.paragraph(credit, 11.0, 12.0));
    }

    /// The score, large, and the name of its band.
    fn score(&mut self, result: &InstrumentResult) -> Block {
        let score = result.score.map(|score| {
            let about = if score.estimated { "About " } else { "" };
            let scale = if score.min == 0.0 {
                format!(" of {}", number(score.max))
            } else {
                format!(" on a scale from {} to {}", number(score.min), number(score.max))
            };
            (format!("{about}{}", number(score.value)), scale)
        });
        let (value, scale) = score.unwrap_or_default();
        let band = result.band.as_deref().map(printable).unwrap_or_default();
        if value.is_empty() && band.is_empty() {
            return self.composer.paragraph(
                vec![span("No score".to_owned(), style::bold(13.0, style::ink_2()))],
                20.0,
                8.0,
            );
        }
        let dot = if value.is_empty() || band.is_empty() { "" } else { " · " };
        let text = vec![
            span(value, style::bold(15.0, style::ink())),
            span(scale, style::plain(10.0, style::ink_2())),
            span(format!("{dot}{band}"), style::bold(11.0, style::ink())),
        ];
        self.composer.paragraph(text, 20.0, 8.0)
    }

    fn scales(&mut self, result: &InstrumentResult, blocks: &mut Vec<Block>) {
        if result.scales.is_empty() {
            return;
        }
        blocks.push(self.composer.heading(3, SCALES.to_owned(), 9.0, 12.0));
        let edges = [(0.0, self.composer.width * 0.68), (self.composer.width * 0.72, self.composer.width)];
        let head =
            ["Score", "Value"].map(|name| vec![span(name.to_owned(), style::bold(7.5, style::ink_3()))]);
        blocks.push(self.composer.row(Role::TableHead(SCALES), 11.0, head, edges));
        for scale in &result.scales {
            let cells = [
                vec![span(printable(&scale.label), style::plain(9.0, style::ink()))],
                vec![span(printable(&scale.value), style::bold(9.0, style::ink()))],
            ];
            blocks.push(self.composer.row(Role::TableRow(None), 13.5, cells, edges));
        }
    }

    fn answers(&mut self, result: &InstrumentResult, blocks: &mut Vec<Block>) {
        if result.answers.is_empty() {
            return;
        }
        blocks.push(self.composer.heading(3, ANSWERS.to_owned(), 9.0, 12.0));
        let head = COLUMNS.map(|name| vec![span(name.to_owned(), style::bold(7.5, style::ink_3()))]);
        let edges = self.columns();
        blocks.push(self.composer.row(Role::TableHead(ANSWERS), 11.0, head, edges));
        let mut stem = String::new();
        for (index, answer) in result.answers.iter().enumerate() {
            let own = printable(&answer.stem);
            if own != stem && !own.is_empty() {
                let words = vec![span(own.clone(), style::plain(8.5, style::ink_2()))];
                blocks.push(self.composer.row(Role::TableStem, 12.5, [Vec::new(), words, Vec::new()], edges));
            }
            stem = own;
            blocks.push(self.answer(index + 1, answer));
        }
    }

    fn answer(&mut self, position: usize, answer: &Answer) -> Block {
        let color = if answer.critical { style::danger() } else { style::ink() };
        let said = if answer.critical {
            format!("{} – needs attention", printable(&answer.answer))
        } else {
            printable(&answer.answer)
        };
        let cells = [
            vec![span(position.to_string(), style::plain(8.5, style::ink_3()))],
            vec![span(printable(&answer.question), style::plain(9.0, style::ink()))],
            vec![span(said, style::bold(9.0, color))],
        ];
        let edges = self.columns();
        self.composer.row(Role::TableRow(None), 13.5, cells, edges)
    }

    /// Where the columns of the table of answers begin and end.
    fn columns(&self) -> [(f32, f32); 3] {
        let width = self.composer.width;
        [(0.0, 22.0), (28.0, width * 0.68), (width * 0.72, width)]
    }
}

/// The header block: those particulars that are known.
fn particulars(document: &ResultsDocument) -> Vec<Particular> {
    let row = |name, value| Particular { name, lead: String::new(), value };
    let born = document.birth_date.map(|day| format!("born {}", date(day))).unwrap_or_default();
    let details = join(&[line(&document.pronouns), born], " · ");
    let name = document.client_name.as_deref().map(line).filter(|name| !name.is_empty());
    let client = Particular {
        name: "Client",
        lead: name.unwrap_or_else(|| "Not assigned".to_owned()),
        value: if details.is_empty() { details } else { format!(" · {details}") },
    };
    let offset = document.offset_minutes;
    let mut days: Vec<_> =
        document.results.iter().map(|result| local(offset, result.completed_at).date_naive()).collect();
    days.sort_unstable();
    days.dedup();
    let days = match days.as_slice() {
        [] => String::new(),
        [day] => date(*day),
        [first, .., last] => format!("{} – {}", date(*first), date(*last)),
    };
    let mut rows = vec![
        client,
        row("Answered", days),
        row("Clinician", line(&document.clinician)),
        row("Exported", instant(offset, document.exported_at)),
    ];
    rows.retain(|row| !row.lead.is_empty() || !row.value.is_empty());
    rows
}
