//! Results as tables: RFC 4180, UTF-8, comma-separated, one heading row, lines that end in CR LF.
//!
//! Times are RFC 3339 in UTC. A cell of words that a spreadsheet would take for a formula begins with an apostrophe,
//! which spreadsheets read as “this is text”. The person is named by id only.

use chrono::SecondsFormat;
use clinical::screening::{SubscaleKind, SubscaleValue};

use crate::results::{Administration, ResultsExport, Screening, Standing, line, rounded};

/// Columns of [`scores`].
pub const SCORE_COLUMNS: [&str; 17] = [
    "client_id",
    "screening_id",
    "completed_at",
    "instrument",
    "title",
    "version",
    "scale",
    "scale_label",
    "value",
    "minimum",
    "maximum",
    "severity",
    "band",
    "complete",
    "estimated",
    "answered",
    "missing",
];

/// Columns of [`items`].
pub const ITEM_COLUMNS: [&str; 12] = [
    "client_id",
    "screening_id",
    "completed_at",
    "instrument",
    "version",
    "item",
    "text",
    "value",
    "label",
    "status",
    "scored",
    "needs_attention",
];

/// One row per form, with `total` in the column `scale`, followed by one row for each of its further scores.
///
/// A score that there is not has an empty `value`: an incomplete form has no total unless its publisher allows an
/// estimate, and then `estimated` says yes. `severity` and `band` stand in the row of the score the bands are laid over.
pub fn scores(results: &ResultsExport<'_>) -> String {
    let mut table = Table::new(&SCORE_COLUMNS);
    for (screening, form) in forms(results) {
        let scoring = &form.instrument.scoring;
        let band =
            [form.score.severity.map_or("", |severity| severity.as_str()), form.band().unwrap_or_default()];
        let total = form.score.total.map(number).unwrap_or_default();
        let (bounds, banded) =
            if scoring.has_total { ([scoring.min, scoring.max], band) } else { ([None, None], [""; 2]) };
        table.row(score_row(results, screening, form, ["total", "Total"], total, bounds, banded));
        for (subscale, value) in form.subscales() {
            let value = value.map(subscale_value).unwrap_or_default();
            let bounds = match subscale.kind {
                SubscaleKind::Integer | SubscaleKind::Number => [subscale.min, subscale.max],
                SubscaleKind::Boolean | SubscaleKind::Category(_) => [None, None],
            };
            let banded = if form.is_banded(subscale) { band } else { [""; 2] };
            let scale = [subscale.id.as_str(), subscale.label.as_str()];
            table.row(score_row(results, screening, form, scale, value, bounds, banded));
        }
    }
    table.finish()
}

/// One row per item of each form.
///
/// `status` is `answered`, `declined` (left out on purpose), `missing` (needed and not there), `open` (shown, not needed
/// and not answered) or `not_asked`. `value` is the answer as marked, before any reversal. `needs_attention` says why.
pub fn items(results: &ResultsExport<'_>) -> String {
    let mut table = Table::new(&ITEM_COLUMNS);
    for (screening, form) in forms(results) {
        for (item, standing) in form.items() {
            let (value, label, status) = match standing {
                Standing::Answered { value, label } => (number(value), label, "answered"),
                Standing::Declined => (String::new(), "", "declined"),
                Standing::Missing => (String::new(), "", "missing"),
                Standing::Open => (String::new(), "", "open"),
                Standing::NotAsked => (String::new(), "", "not_asked"),
            };
            table.row([
                results.patient.id.to_string(),
                screening.id.to_string(),
                time(screening),
                words(&form.instrument.id),
                words(&form.instrument.version),
                words(&item.id),
                words(&item.text),
                value,
                words(label),
                status.to_owned(),
                yes_no(item.scored),
                words(form.attention(item).unwrap_or_default()),
            ]);
        }
    }
    table.finish()
}

fn score_row(
    results: &ResultsExport<'_>,
    screening: &Screening<'_>,
    form: &Administration<'_>,
    scale: [&str; 2],
    value: String,
    bounds: [Option<f64>; 2],
    banded: [&str; 2],
) -> [String; SCORE_COLUMNS.len()] {
    let [minimum, maximum] = bounds.map(|bound| bound.map(number).unwrap_or_default());
    [
        results.patient.id.to_string(),
        screening.id.to_string(),
        time(screening),
        words(&form.instrument.id),
        words(&form.instrument.title),
        words(&form.instrument.version),
        words(scale[0]),
        words(scale[1]),
        value,
        minimum,
        maximum,
        words(banded[0]),
        words(banded[1]),
        yes_no(form.score.complete),
        yes_no(form.score.is_prorated()),
        form.score.answered.to_string(),
        form.score.missing.len().to_string(),
    ]
}

fn forms<'r, 'a>(
    results: &'r ResultsExport<'a>,
) -> impl Iterator<Item = (&'r Screening<'a>, &'r Administration<'a>)> {
    results
        .screenings
        .iter()
        .flat_map(|screening| screening.administrations.iter().map(move |form| (screening, form)))
}

fn time(screening: &Screening<'_>) -> String {
    screening.completed_at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn number(value: f64) -> String {
    rounded(value).to_string()
}

fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

fn subscale_value(value: &SubscaleValue) -> String {
    match value {
        SubscaleValue::Number(value) => number(*value),
        SubscaleValue::Boolean(yes) => yes_no(*yes),
        SubscaleValue::Category(name) => words(name),
    }
}

/// Words as one line that no spreadsheet takes for a formula.
fn words(text: &str) -> String {
    let text = line(text).unwrap_or_default();
    // Full-width forms are read as their plain ones by some programs.
    let acts = |c| matches!(c, '=' | '+' | '-' | '@' | '|' | '%' | '＝' | '＋' | '－' | '＠');
    if text.starts_with(acts) { format!("'{text}") } else { text }
}

/// Rows on their way into text.
struct Table(::csv::Writer<Vec<u8>>);

impl Table {
    fn new<const N: usize>(columns: &[&str; N]) -> Self {
        let writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
        let mut table = Self(writer);
        table.row(columns.map(str::to_owned));
        table
    }

    /// The array types keep every row as long as its heading, so that memory is the only thing written to that could
    /// fail, and it does not.
    fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.0.write_record(&cells).expect("rows of one length are written to memory");
    }

    fn finish(self) -> String {
        let bytes = self.0.into_inner().expect("memory takes what is left");
        String::from_utf8(bytes).expect("text and separators make text")
    }
}
