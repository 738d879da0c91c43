//! Results of screenings: scores, dimensions, change over time, exports. A result is never a diagnosis.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::command::{CARE, command};
use crate::instruments::{BandView, Severity};
use crate::notes::ExportedFile;
use crate::screenings::{ScreeningView, TextRisk};
use crate::{Audit, ClientId, ScreeningId};

/// Everything one screening gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScreeningResults {
    /// The screening.
    pub screening: ScreeningView,
    /// One result per instrument, in order.
    pub results: Vec<InstrumentResult>,
    /// The dimensions this screening fed.
    pub dimensions: Vec<DimensionView>,
    /// What the person added in their own words.
    pub comment: String,
    /// What was seen in these words; none if there are no words.
    pub comment_risk: Option<TextRisk>,
}

/// What one instrument gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InstrumentResult {
    /// `phq9`.
    pub instrument: String,
    /// Full name.
    pub title: String,
    /// Edition and coding.
    pub version: String,
    /// "last 2 weeks".
    pub recall_period: String,
    /// The credit that has to be shown.
    pub attribution: String,
    /// Whether every needed question was answered.
    pub complete: bool,
    /// The total, if the instrument has one and enough was answered.
    pub total: Option<f64>,
    /// Lowest total there can be.
    pub min: Option<f64>,
    /// Highest total there can be.
    pub max: Option<f64>,
    /// How grave, by the instrument's bands.
    pub severity: Option<Severity>,
    /// The band's name.
    pub band: Option<String>,
    /// The bands.
    pub bands: Vec<BandView>,
    /// Further scores.
    pub subscales: Vec<SubscaleView>,
    /// Answers that start the risk protocol.
    pub critical: Vec<CriticalView>,
    /// Questions that were needed and not answered.
    pub missing: u32,
    /// Change since the result before.
    pub change: Option<ChangeView>,
    /// The result in plain sentences.
    pub insights: Vec<String>,
    /// Every question with its answer.
    pub items: Vec<ItemAnswer>,
}

/// A further score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SubscaleView {
    /// `core_symptoms`.
    pub id: String,
    /// In words.
    pub label: String,
    /// The score as it is read: a number, "yes", "no", or a word of the rule. None if it cannot be scored.
    pub value: Option<String>,
}

/// An answer that starts the risk protocol.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CriticalView {
    /// The question's id.
    pub item: String,
    /// The question.
    pub text: String,
    /// The answer marked.
    pub answer: String,
    /// What it says.
    pub reason: String,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemAnswer {
    /// `q1`.
    pub item: String,
    /// Text printed above a group; empty if none.
    pub stem: String,
    /// The question.
    pub text: String,
    /// The answer's value.
    pub value: Option<f64>,
    /// The answer's label; none if not answered.
    pub label: Option<String>,
    /// That the person would rather not answer.
    pub declined: bool,
    /// That this answer starts the risk protocol.
    pub critical: bool,
}

/// Whether a score has changed by more than chance explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Better, reliably.
    Improved,
    /// Worse, reliably.
    Worse,
    /// Within what chance explains.
    NoReliableChange,
    /// No threshold is published for this instrument.
    NotDefined,
}

/// Change between two results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangeView {
    /// When the earlier one was finished.
    pub since: DateTime<Utc>,
    /// The earlier total.
    pub from: f64,
    /// The later total.
    pub to: f64,
    /// What it amounts to.
    pub verdict: Verdict,
    /// Points that count as reliable, where published.
    pub reliable: Option<f64>,
}

/// A dimension as it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DimensionView {
    /// `depression`.
    pub id: String,
    /// "Depression".
    pub name: String,
    /// The score; none if it was never scored.
    pub score: Option<f64>,
    /// The band's or result's name.
    pub band: Option<String>,
    /// How grave.
    pub severity: Option<Severity>,
    /// 0 (best) to 100 (worst) within the instrument's own bands; a way of drawing scores side by side.
    pub position: Option<f64>,
    /// Which instrument fed it.
    pub instrument: Option<String>,
    /// When.
    pub at: Option<DateTime<Utc>>,
}

/// Opens the results of one screening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetResults {
    /// Which.
    pub screening_id: ScreeningId,
}
command!(GetResults, "screenings.results", CARE, Audit::Read, ScreeningResults);

/// A client's scores over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trends {
    /// One series per instrument with totals, by title.
    pub series: Vec<Series>,
    /// All 25 dimensions as they stand, in their fixed order.
    pub dimensions: Vec<DimensionView>,
    /// The dimensions' positions over time; those never scored are left out.
    pub dimension_series: Vec<DimensionSeries>,
}

/// One instrument's totals over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// `phq9`.
    pub instrument: String,
    /// Full name.
    pub title: String,
    /// Lowest total there can be.
    pub min: f64,
    /// Highest.
    pub max: f64,
    /// Bands.
    pub bands: Vec<BandView>,
    /// Points that count as reliable, where published.
    pub reliable: Option<f64>,
    /// Whether a higher total is worse.
    pub higher_is_worse: bool,
    /// Totals, oldest first.
    pub points: Vec<SeriesPoint>,
}

/// One total of a series.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeriesPoint {
    /// The screening.
    pub screening_id: ScreeningId,
    /// When it was finished.
    pub at: DateTime<Utc>,
    /// The total.
    pub total: f64,
    /// The band's name.
    pub band: Option<String>,
    /// How grave.
    pub severity: Option<Severity>,
    /// Against the point before; none for the first.
    pub verdict: Option<Verdict>,
    /// Whether all needed questions were answered.
    pub complete: bool,
}

/// One dimension's positions over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DimensionSeries {
    /// `depression`.
    pub id: String,
    /// "Depression".
    pub name: String,
    /// When, and 0 (best) to 100 (worst), oldest first.
    pub points: Vec<(DateTime<Utc>, f64)>,
}

/// Opens a client's scores over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetTrends {
    /// Whose.
    pub client_id: ClientId,
}
command!(GetTrends, "screenings.trends", CARE, Audit::Read, Trends);

/// Two screenings side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The earlier one.
    pub earlier: ScreeningView,
    /// The later one.
    pub later: ScreeningView,
    /// Instruments that are in both.
    pub instruments: Vec<InstrumentComparison>,
    /// Titles of instruments that are in one of them only.
    pub only_in_one: Vec<String>,
}

/// One instrument in two screenings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InstrumentComparison {
    /// `phq9`.
    pub instrument: String,
    /// Full name.
    pub title: String,
    /// The earlier total.
    pub from: Option<f64>,
    /// The later total.
    pub to: Option<f64>,
    /// The earlier band.
    pub from_band: Option<String>,
    /// The later band.
    pub to_band: Option<String>,
    /// What it amounts to; none unless both have totals.
    pub change: Option<ChangeView>,
    /// Each question with both answers.
    pub items: Vec<ItemComparison>,
}

/// One question in two screenings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ItemComparison {
    /// `q1`.
    pub item: String,
    /// The question.
    pub text: String,
    /// The earlier answer.
    pub from: Option<String>,
    /// The later answer.
    pub to: Option<String>,
    /// Whether they differ.
    pub changed: bool,
}

/// Compares two finished screenings of one client, in whatever order they are named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompareScreenings {
    /// One.
    pub one: ScreeningId,
    /// The other.
    pub other: ScreeningId,
}
command!(CompareScreenings, "screenings.compare", CARE, Audit::Read, Comparison);

/// The form of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultFormat {
    /// For reading and printing.
    Pdf,
    /// A FHIR R4 bundle: QuestionnaireResponse and Observation.
    Fhir,
    /// Scores, a row each.
    CsvScores,
    /// Answers, a row each.
    CsvItems,
}

/// Exports results: of one screening, or of all finished ones of a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportResults {
    /// Whose.
    pub client_id: ClientId,
    /// Only this screening.
    #[serde(default)]
    pub screening_id: Option<ScreeningId>,
    /// The form.
    pub format: ResultFormat,
}
command!(ExportResults, "screenings.export", CARE, Audit::Export, ExportedFile);
