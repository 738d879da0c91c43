//! Screening results with everything that is printed around them.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// Screening results with everything that is printed around them.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultsDocument {
    /// Id of the document, for the file’s records.
    pub document_id: Uuid,
    /// The client’s name; none where there is no client.
    pub client_name: Option<String>,
    /// The client’s pronouns; may be empty.
    pub pronouns: String,
    /// The client’s date of birth.
    pub birth_date: Option<NaiveDate>,
    /// Name of the clinician; may be empty.
    pub clinician: String,
    /// The results, in the order in which they are to be read.
    pub results: Vec<InstrumentResult>,
    /// When the file is made.
    pub exported_at: DateTime<Utc>,
    /// Minutes that the shown times are ahead of UTC. One that no clock on earth could show counts as 0.
    pub offset_minutes: i32,
}

/// What one form came to.
#[derive(Clone, Debug, PartialEq)]
pub struct InstrumentResult {
    /// Full title: “Patient Health Questionnaire-9 (PHQ-9)”.
    pub title: String,
    /// Edition and coding.
    pub version: String,
    /// The time it asks about: “last 2 weeks”.
    pub recall_period: String,
    /// When it was finished.
    pub completed_at: DateTime<Utc>,
    /// The total; none where there is none.
    pub score: Option<ScoreLine>,
    /// Name of the band, or of the result of a form without a total; none where there is none.
    pub band: Option<String>,
    /// The bands of the total, from the lowest up; empty where there are none.
    pub bands: Vec<BandLine>,
    /// What is missing, in a sentence; empty for a finished form.
    pub incomplete: String,
    /// How it has changed, in a sentence; empty where there is nothing to compare with.
    pub change: String,
    /// Totals over time with this one, oldest first. Fewer than two are not drawn.
    pub series: Vec<Point>,
    /// Further scores.
    pub scales: Vec<Scale>,
    /// Why answers need attention, a sentence each.
    pub critical: Vec<String>,
    /// The questions with their answers, in printed order.
    pub answers: Vec<Answer>,
    /// The credit that its terms ask for.
    pub attribution: String,
}

/// A total within its bounds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreLine {
    /// The total.
    pub value: f64,
    /// The least total there can be.
    pub min: f64,
    /// The greatest total there can be.
    pub max: f64,
    /// It was estimated from an unfinished form.
    pub estimated: bool,
}

/// A range of totals with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct BandLine {
    /// Where it starts.
    pub min: f64,
    /// Where it ends.
    pub max: f64,
    /// Its name.
    pub label: String,
    /// How bad it is: 0 none or negative, 1 mild, 2 moderate, 3 moderately severe, 4 severe or positive.
    pub severity: u8,
}

/// A total at a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// When.
    pub at: DateTime<Utc>,
    /// The total.
    pub value: f64,
}

/// A further score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Its name.
    pub label: String,
    /// What it came to, as shown: “12”, “yes”, “not scored”.
    pub value: String,
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Text printed above the question; may be empty. Said once for neighbours that share it.
    pub stem: String,
    /// The question.
    pub question: String,
    /// The answer as shown: “Several days (1)”, “declined”, “not answered”.
    pub answer: String,
    /// It needs attention.
    pub critical: bool,
}
