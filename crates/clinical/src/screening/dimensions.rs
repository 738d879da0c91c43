//! The 25 dimensions: where a person stands in each, which instrument said so, and when.
//!
//! A position from 0 (best) to 100 (worst) is a way of drawing scores side by side; it is a convention of this project and
//! not part of any instrument. Without a score there is no position: missing is not 0.

use super::Answers;
use super::instrument::{Band, Direction, Instrument, Severity};
use super::score::{CriticalAnswer, Score, SubscaleValue};

/// One dimension.
#[derive(Debug, PartialEq)]
pub struct Dimension {
    /// Stable id: `depression`.
    pub id: &'static str,
    /// Name for people.
    pub name: &'static str,
    /// Whether more points of what feeds it are worse. Positions are always 0 best, 100 worst.
    pub direction: Direction,
    sources: &'static [Source],
    choice: Choice,
}

impl Dimension {
    /// Ids of the instruments that feed it, first the one that is preferred.
    pub fn instruments(&self) -> impl Iterator<Item = &'static str> {
        self.sources.iter().map(|source| source.instrument)
    }
}

/// The dimension of this id.
pub fn dimension(id: &str) -> Option<&'static Dimension> {
    DIMENSIONS.iter().find(|dimension| dimension.id == id)
}

/// Which of several sources counts.
#[derive(Debug, PartialEq)]
enum Choice {
    /// The first with a score.
    First,
    /// The one with the highest position.
    Highest,
}

#[derive(Debug, PartialEq)]
struct Source {
    instrument: &'static str,
    reading: Reading,
}

/// How a score becomes a position.
#[derive(Debug, PartialEq)]
enum Reading {
    /// The total, placed within the instrument’s bands.
    Total,
    /// A subscale from 0 to `max`, placed within two bands that meet at `from`.
    Cutoff { subscale: &'static str, from: f64, max: f64, labels: [&'static str; 2] },
    /// The first category, or no, is 0; anything else 100.
    Indicated(&'static str),
    /// A category: its place among `positions`.
    Categories { subscale: &'static str, positions: &'static [(&'static str, f64)] },
    /// The highest of these subscales, each 0 to 4.
    Frequency(&'static [&'static str]),
    /// 100 − a subscale from 0 to 100.
    Remainder(&'static str),
    /// A subscale from 1 to 4, stretched.
    Weighted(&'static str),
    /// The answer to one item, 0 to 3, stretched.
    Answer(&'static str),
}

const fn from(instrument: &'static str, reading: Reading) -> Source {
    Source { instrument, reading }
}

const fn total(instrument: &'static str) -> Source {
    from(instrument, Reading::Total)
}

const fn half(subscale: &'static str) -> Source {
    let labels = ["Below the cut-off of 3", "At or above the cut-off of 3"];
    from("phq4", Reading::Cutoff { subscale, from: 3.0, max: 6.0, labels })
}

const fn worse(id: &'static str, name: &'static str, sources: &'static [Source]) -> Dimension {
    Dimension { id, name, direction: Direction::HigherWorse, sources, choice: Choice::First }
}

const fn better(id: &'static str, name: &'static str, sources: &'static [Source]) -> Dimension {
    Dimension { id, name, direction: Direction::HigherBetter, sources, choice: Choice::First }
}

const RAND: &str = "rand36";
const TAPS: &str = "taps1";
const SUICIDE_RISK: &str = "suicide_risk";

/// All dimensions, in the order in which they are shown.
pub static DIMENSIONS: [Dimension; 25] = [
    worse("depression", "Depression", &[total("phq9"), half("depression"), total("cesd")]),
    worse("anxiety", "Generalised anxiety", &[total("gad7"), half("anxiety")]),
    worse("worry", "Worry", &[total("pswq")]),
    worse("panic", "Panic", &[from("phq_panic", Reading::Indicated("panic_syndrome"))]),
    worse("trauma", "Post-traumatic stress", &[total("pcl5"), total("pcptsd5")]),
    worse("somatic", "Somatic symptoms", &[total("phq15")]),
    worse("eating", "Eating", &[from("phq_eating", Reading::Indicated("result"))]),
    worse("alcohol_use", "Alcohol use", &[total("auditc"), from(TAPS, Reading::Frequency(&["alcohol"]))]),
    worse(
        "alcohol_consequences",
        "Alcohol consequences",
        &[
            from(
                "phq_alcohol",
                Reading::Cutoff {
                    subscale: "problems_yes",
                    from: 1.0,
                    max: 5.0,
                    labels: ["No problems reported", "One or more problems reported"],
                },
            ),
            total("cage"),
        ],
    ),
    worse("drug_use", "Drug use", &[from(TAPS, Reading::Frequency(&["drugs", "prescription"]))]),
    worse("tobacco", "Tobacco and nicotine", &[from(TAPS, Reading::Frequency(&["tobacco"]))]),
    worse(
        SUICIDE_RISK,
        "Suicide risk",
        &[from(
            "asq",
            Reading::Categories {
                subscale: "result",
                positions: &[("negative", 0.0), ("non_acute_positive", 50.0), ("acute_positive", 100.0)],
            },
        )],
    ),
    worse("distress", "Psychological distress", &[total("k10"), total("k6")]),
    worse("therapy_outcome", "Global therapy outcome", &[total("core10")]),
    better("wellbeing", "Emotional well-being", &[from(RAND, Reading::Remainder("emotional_wellbeing"))]),
    better("energy", "Energy and fatigue", &[from(RAND, Reading::Remainder("energy"))]),
    better("pain", "Pain", &[from(RAND, Reading::Remainder("pain"))]),
    better("social_functioning", "Social functioning", &[from(RAND, Reading::Remainder("social"))]),
    better(
        "role_functioning",
        "Role functioning (emotional)",
        &[from(RAND, Reading::Remainder("role_emotional")), from("phq9", Reading::Answer("q10"))],
    ),
    worse("late_life_depression", "Late-life depression", &[total("gds15")]),
    worse(
        "psychotic_experiences",
        "Psychotic experiences",
        &[from("cape42", Reading::Weighted("positive_frequency"))],
    ),
    worse(
        "negative_symptoms",
        "Mood and negative symptoms",
        &[from("cape42", Reading::Weighted("negative_frequency"))],
    ),
    worse("adhd", "Attention (ADHD)", &[total("asrs_a")]),
    worse("anger", "Anger", &[total("dar5")]),
    Dimension {
        id: "loneliness_grief",
        name: "Loneliness or grief",
        direction: Direction::HigherWorse,
        sources: &[total("ucla3"), total("bgq")],
        choice: Choice::Highest,
    },
];

/// A scored form.
#[derive(Clone, Copy, Debug)]
pub struct Scored<'a> {
    /// What was asked.
    pub instrument: &'a Instrument,
    /// What was answered.
    pub answers: &'a Answers,
    /// What it came to.
    pub score: &'a Score,
    /// When: milliseconds since 1970-01-01 UTC. Forms of one sitting carry the same time.
    pub at: i64,
}

/// Where a person stands in one dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionScore {
    /// Which.
    pub dimension: &'static Dimension,
    /// What is known; `None` where nothing was scored.
    pub standing: Option<Standing>,
    /// Answers that need attention whatever the standing is; for suicide risk only.
    pub alerts: Vec<Alert>,
}

/// A position and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// 0 best to 100 worst.
    pub position: f64,
    /// As far as the instrument says.
    pub severity: Option<Severity>,
    /// Name of the band, the category or the answer.
    pub label: Option<String>,
    /// The instrument’s own number, where there is one.
    pub raw: Option<f64>,
    /// Id of the instrument.
    pub instrument: String,
    /// When.
    pub at: i64,
    /// Whether the form was complete; a score can be estimated where the publisher allows it.
    pub complete: bool,
}

/// An answer that needs attention, and where it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Id of the instrument.
    pub instrument: String,
    /// When.
    pub at: i64,
    /// Which item, and why.
    pub answer: CriticalAnswer,
}

/// Where a person stands in all 25 dimensions, from the latest score of each instrument.
pub fn dimension_scores(forms: &[Scored]) -> Vec<DimensionScore> {
    DIMENSIONS.iter().map(|dimension| stands(dimension, forms)).collect()
}

/// How a person stood in one dimension at each sitting that says something about it, oldest first.
pub fn series(dimension: &'static Dimension, forms: &[Scored]) -> Vec<DimensionScore> {
    let mut forms = forms.to_vec();
    forms.sort_by_key(|form| form.at);
    forms
        .chunk_by(|one, other| one.at == other.at)
        .map(|sitting| stands(dimension, sitting))
        .filter(|score| score.standing.is_some() || !score.alerts.is_empty())
        .collect()
}

/// Position of a value within bands that are given in order: each band takes an equal part of 0 to 100.
pub fn band_position(bands: &[&Band], value: f64) -> Option<f64> {
    let at = bands.iter().rposition(|band| band.min <= value)?;
    let start = bands[at].min;
    let end = bands.get(at + 1).map_or(bands[at].max, |next| next.min);
    // A last band of one value ends where it starts: who is in it is at its end.
    let within = if end > start { ((value - start) / (end - start)).min(1.0) } else { 1.0 };
    Some(100.0 / bands.len() as f64 * (at as f64 + within))
}

fn stands(dimension: &'static Dimension, forms: &[Scored]) -> DimensionScore {
    let mut found = dimension.sources.iter().filter_map(|source| {
        forms.iter().filter_map(|form| read(source, form)).max_by_key(|standing| standing.at)
    });
    let mut standing = match dimension.choice {
        Choice::First => found.next(),
        Choice::Highest => found.max_by(|one, other| one.position.total_cmp(&other.position)),
    };
    let mut alerts = Vec::new();
    if dimension.id == SUICIDE_RISK {
        alerts = latest_alerts(forms);
        // An unfinished screen with a yes in it overtakes an earlier negative one: that must not look like the present.
        let overtaken = |standing: &Standing| {
            standing.position == 0.0
                && alerts
                    .iter()
                    .any(|alert| alert.instrument == standing.instrument && alert.at > standing.at)
        };
        standing = standing.filter(|standing| !overtaken(standing));
    }
    DimensionScore { dimension, standing, alerts }
}

/// Of each item about suicide risk, the latest answer, if it needs attention.
fn latest_alerts(forms: &[Scored]) -> Vec<Alert> {
    let about_risk: Vec<_> = forms
        .iter()
        .filter(|form| form.instrument.dimensions.iter().any(|dimension| dimension == SUICIDE_RISK))
        .collect();
    let mut alerts = Vec::new();
    for form in &about_risk {
        for answer in &form.score.critical {
            let later = |other: &&&Scored| {
                other.instrument.id == form.instrument.id
                    && other.at > form.at
                    && other.answers.contains_key(&answer.item)
            };
            if about_risk.iter().find(later).is_none() {
                alerts.push(Alert {
                    instrument: form.instrument.id.clone(),
                    at: form.at,
                    answer: answer.clone(),
                });
            }
        }
    }
    alerts
}

fn read(source: &Source, form: &Scored) -> Option<Standing> {
    if form.instrument.id != source.instrument {
        return None;
    }
    let score = form.score;
    let subscale = |id: &str| score.subscale(id);
    let number = |id: &str| subscale(id)?.number();
    let band = score.band.and_then(|at| form.instrument.bands.get(at));
    let of_band = || (score.severity, band.map(|band| band.label.clone()));
    let ((severity, label), raw, position) = match &source.reading {
        Reading::Total => {
            let total = score.total?;
            let sex = band?.sex;
            let bands: Vec<_> = form.instrument.bands.iter().filter(|band| band.sex == sex).collect();
            (of_band(), Some(total), band_position(&bands, total)?)
        }
        Reading::Cutoff { subscale, from, max, labels } => {
            let value = number(subscale)?;
            let above = value >= *from;
            let severity = if above { Severity::Positive } else { Severity::Negative };
            let part = if above { 1.0 + (value - from) / (max - from) } else { value / from };
            let label = labels[usize::from(above)].to_owned();
            ((Some(severity), Some(label)), Some(value), 50.0 * part)
        }
        Reading::Indicated(id) => {
            let indicated = match subscale(id)? {
                SubscaleValue::Boolean(yes) => *yes,
                SubscaleValue::Category(category) => category != "none",
                SubscaleValue::Number(_) => return None,
            };
            (of_band(), None, if indicated { 100.0 } else { 0.0 })
        }
        Reading::Categories { subscale: id, positions } => {
            let SubscaleValue::Category(category) = subscale(id)? else { return None };
            let (_, position) = positions.iter().find(|(name, _)| name == category)?;
            (of_band(), None, *position)
        }
        Reading::Frequency(ids) => {
            // One answer alone does not tell which of several is the highest.
            let values: Option<Vec<_>> = ids.iter().map(|id| number(id)).collect();
            let highest = values?.into_iter().reduce(f64::max)?;
            let severity = if highest > 0.0 { Severity::Positive } else { Severity::Negative };
            let label = option_label(form.instrument, ids[0], highest);
            ((Some(severity), label), Some(highest), highest * 25.0)
        }
        Reading::Remainder(id) => {
            let value = number(id)?;
            ((None, None), Some(value), 100.0 - value)
        }
        Reading::Weighted(id) => {
            let value = number(id)?;
            ((None, None), Some(value), (value - 1.0) / 3.0 * 100.0)
        }
        Reading::Answer(id) => {
            let value = asked(form, id)?;
            let label = form.instrument.item(id).and_then(|item| form.instrument.label(item, value));
            ((None, label.map(str::to_owned)), Some(value), value * 100.0 / 3.0)
        }
    };
    Some(Standing {
        position: position.clamp(0.0, 100.0),
        severity,
        label,
        raw,
        instrument: source.instrument.to_owned(),
        at: form.at,
        complete: score.complete,
    })
}

/// The answer to an item, if the item was to be asked.
fn asked(form: &Scored, id: &str) -> Option<f64> {
    super::sheet::Sheet::new(form.instrument, form.answers).answer(id)
}

/// The words of an answer to the first item of a subscale.
fn option_label(instrument: &Instrument, subscale: &str, value: f64) -> Option<String> {
    let subscale = instrument.scoring.subscales.iter().find(|each| each.id == subscale)?;
    let item = instrument.item(subscale.items.first()?)?;
    instrument.label(item, value).map(str::to_owned)
}
