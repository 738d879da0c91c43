//! What a screening instrument is: its wording, options, scoring, bands and terms of use, as data.

use std::collections::BTreeMap;

use super::rules::Rule;

/// A screening instrument.
///
/// Whoever builds one by other means than a checked pack runs [`super::validate`] on it before scoring.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    /// Short name, unique among the instruments of a practice: `phq9`.
    pub id: String,
    /// Full name as published.
    pub title: String,
    /// Edition and coding.
    pub version: String,
    /// Ids of the [`super::dimensions::DIMENSIONS`] it feeds.
    pub dimensions: Vec<String>,
    /// Under what terms it may be used.
    pub licence: Licence,
    /// BCP 47 tag of the wording.
    pub language: String,
    /// The time the questions ask about, in words: “last 2 weeks”.
    pub recall_period: String,
    /// The instructions as published; may be empty.
    pub instructions: String,
    /// Named lists of answers, each in published order. Values belong to labels, not to positions.
    pub option_lists: BTreeMap<String, Vec<AnswerOption>>,
    /// The questions in published order.
    pub items: Vec<Item>,
    /// How answers become scores.
    pub scoring: Scoring,
    /// Ranges of the total, or of the one boolean or category subscale where there is no total.
    pub bands: Vec<Band>,
    /// How large a difference of the total means something.
    pub change: ChangeThresholds,
    /// Codes of the panel and of its total.
    pub loinc: PanelCodes,
    /// Where wording, rule, bands and codes come from.
    pub sources: Vec<String>,
    /// Traps, and what is not confirmed.
    pub notes: Vec<String>,
}

impl Instrument {
    /// The item of this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The answers an item offers; none for an item of another instrument.
    pub fn options(&self, item: &Item) -> &[AnswerOption] {
        self.option_lists.get(&item.options).map_or(&[], Vec::as_slice)
    }

    /// The printed words of the answer with this value.
    pub fn label(&self, item: &Item, value: f64) -> Option<&str> {
        self.options(item).iter().find(|option| option.value == value).map(|option| option.label.as_str())
    }

    /// The part of the title people say: what stands in brackets at its end, or the whole title.
    pub fn short_title(&self) -> &str {
        self.title
            .strip_suffix(')')
            .and_then(|title| title.rsplit_once('('))
            .map_or(self.title.as_str(), |(_, short)| short)
    }

    /// The bands that hold for these circumstances, in order: those of a known sex before the general ones.
    pub fn bands_for(&self, circumstances: &Circumstances) -> Vec<&Band> {
        let own: Vec<_> =
            self.bands.iter().filter(|band| band.sex.is_some() && band.sex == circumstances.sex).collect();
        if own.is_empty() { self.bands.iter().filter(|band| band.sex.is_none()).collect() } else { own }
    }

    /// Whether more points are worse, read from the severities of the bands; worse where they do not say.
    pub fn direction(&self) -> Direction {
        let bands = self.bands_for(&Circumstances::default());
        match (bands.first(), bands.last()) {
            (Some(first), Some(last)) if last.severity.rank() < first.severity.rank() => {
                Direction::HigherBetter
            }
            _ => Direction::HigherWorse,
        }
    }
}

/// Terms of use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    /// What kind of terms these are.
    pub class: LicenceClass,
    /// Whether it may be shipped switched on.
    pub bundle: bool,
    /// What the class was judged by.
    pub evidence: String,
    /// The credit to show with the form and on prints.
    pub attribution: String,
}

/// Kinds of terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LicenceClass {
    /// Nobody’s property.
    PublicDomain,
    /// Owned, free to use without asking.
    FreeNoPermission,
    /// Free to use as long as the credit is shown.
    FreeWithAttribution,
    /// Free for uses that earn nothing.
    Noncommercial,
    /// Free as long as nothing is changed.
    NoDerivatives,
    /// Free after registration with the owner.
    Registration,
    /// Only with the owner’s permission.
    PermissionRequired,
    /// No statement of an owner was found.
    Unknown,
}

impl LicenceClass {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::PublicDomain,
        Self::FreeNoPermission,
        Self::FreeWithAttribution,
        Self::Noncommercial,
        Self::NoDerivatives,
        Self::Registration,
        Self::PermissionRequired,
        Self::Unknown,
    ];

    /// The name in pack files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PublicDomain => "public-domain",
            Self::FreeNoPermission => "free-no-permission",
            Self::FreeWithAttribution => "free-with-attribution",
            Self::Noncommercial => "noncommercial",
            Self::NoDerivatives => "no-derivatives",
            Self::Registration => "registration",
            Self::PermissionRequired => "permission-required",
            Self::Unknown => "unknown",
        }
    }

    /// Whether terms of this kind can let anyone ship the instrument.
    pub fn can_be_bundled(self) -> bool {
        matches!(
            self,
            Self::PublicDomain | Self::FreeNoPermission | Self::FreeWithAttribution | Self::NoDerivatives
        )
    }
}

/// One answer to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerOption {
    /// What is stored when it is marked.
    pub value: f64,
    /// What is printed.
    pub label: String,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Unique within the instrument: `q1`.
    pub id: String,
    /// The question as published.
    pub text: String,
    /// Text printed above a group of questions.
    pub stem: Option<String>,
    /// Name of the list of answers.
    pub options: String,
    /// LOINC code, where an official artefact gives one.
    pub loinc: Option<String>,
    /// Whether lowest + highest value − answer counts instead of the answer.
    pub reverse: bool,
    /// Whether it counts in the total.
    pub scored: bool,
    /// Whether it is needed to know what follows.
    pub gate: bool,
    /// Whether it may stay empty.
    pub optional: bool,
    /// Name of a group of items of which one answer is enough; if several are given, the most points count.
    pub one_of: Option<String>,
    /// Points instead of the marked value: pairs of value and points. Empty where the value itself counts.
    pub recode: Vec<(f64, f64)>,
    /// Points when the item is known not to be shown.
    pub when_hidden: Option<f64>,
    /// An answer that needs attention at once.
    pub critical: Option<Critical>,
    /// When it is asked; `None` is always.
    pub show_if: Option<Condition>,
}

impl Item {
    /// Whether an answer to it enters completeness.
    pub fn counts(&self) -> bool {
        self.scored || self.gate
    }
}

/// Which answers need attention at once, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Critical {
    /// Compared with the stored answer.
    pub when: Comparison,
    /// In words for the clinician.
    pub reason: String,
}

/// A comparison with a fixed value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// How to compare.
    pub operator: Operator,
    /// What to compare with.
    pub value: f64,
}

impl Comparison {
    /// Whether an answer meets it.
    pub fn holds(self, answer: f64) -> bool {
        match self.operator {
            Operator::Equal => answer == self.value,
            Operator::Greater => answer > self.value,
            Operator::AtLeast => answer >= self.value,
            Operator::Less => answer < self.value,
            Operator::NotEqual => answer != self.value,
            Operator::AtMost => answer <= self.value,
        }
    }
}

/// How to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `==`
    Equal,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `<`
    Less,
    /// `!=`; questionnaires in FHIR have it, packs do not.
    NotEqual,
    /// `<=`; questionnaires in FHIR have it, packs do not.
    AtMost,
}

impl Operator {
    /// The operator that a pack writes so.
    pub fn named(text: &str) -> Option<Self> {
        match text {
            "==" => Some(Self::Equal),
            ">" => Some(Self::Greater),
            ">=" => Some(Self::AtLeast),
            "<" => Some(Self::Less),
            _ => None,
        }
    }
}

/// When an item is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// The answer to another item compares so.
    Answer {
        /// Id of the other item.
        item: String,
        /// How its stored answer has to compare.
        is: Comparison,
    },
    /// All hold.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It depends on who answers.
    Applies(Group),
}

/// Whom an item is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// People who menstruate.
    Menstruation,
    /// Men.
    Male,
    /// Women.
    Female,
}

/// Sex as far as instruments ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// What is known about the person who answers. Nothing is inferred from one fact to another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// Sex, if recorded.
    pub sex: Option<Sex>,
    /// Whether questions about periods apply, if known.
    pub menstruation: Option<bool>,
}

impl Circumstances {
    /// Whether an item for this group applies; `None` if not known.
    pub fn applies(&self, group: Group) -> Option<bool> {
        match group {
            Group::Menstruation => self.menstruation,
            Group::Male => self.sex.map(|sex| sex == Sex::Male),
            Group::Female => self.sex.map(|sex| sex == Sex::Female),
        }
    }
}

/// How answers become scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Scoring {
    /// How the total is made.
    pub method: Method,
    /// Whether a total is published.
    pub has_total: bool,
    /// Least total (or least score of a subscale where there is no total).
    pub min: Option<f64>,
    /// Greatest total (or greatest score of a subscale where there is no total).
    pub max: Option<f64>,
    /// What the publisher allows where answers are missing.
    pub prorate: Option<Prorate>,
    /// Further scores, in published order.
    pub subscales: Vec<Subscale>,
    /// The rule that gives those subscales that have no method of their own.
    pub rule: Option<Rule>,
    /// The published rule in words.
    pub algorithm: String,
}

/// How points become one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Points of the scored items together.
    Sum,
    /// Mean points of the scored items.
    Mean,
    /// A mean that is weighted by the number of items answered, as the CAPE calls it: the mean of what was answered.
    WeightedMean,
    /// A sum that is 0 when the gate says that nothing follows.
    GatedSum,
    /// No total: subscales by a rule.
    Algorithm,
}

/// What may be done about missing answers. Nothing else ever is.
#[derive(Clone, Debug, PartialEq)]
pub struct Prorate {
    /// How many.
    pub allowed: Allowed,
    /// The published formula in words.
    pub formula: String,
}

/// How many answers may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// A total is estimated from the others if at most so many are missing.
    MaxMissing(u32),
    /// A mean is taken of those answered if there are at least so many.
    MinAnswered(u32),
}

/// One further score.
#[derive(Clone, Debug, PartialEq)]
pub struct Subscale {
    /// Unique within the instrument.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What its values are.
    pub kind: SubscaleKind,
    /// The items it is made from; empty where the rule says.
    pub items: Vec<String>,
    /// How they become one number; `None` where the rule says.
    pub method: Option<SubscaleMethod>,
    /// Least value.
    pub min: Option<f64>,
    /// Greatest value.
    pub max: Option<f64>,
    /// Whether more is worse, where stated.
    pub direction: Option<Direction>,
}

/// What the values of a subscale are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SubscaleKind {
    /// Whole numbers.
    Integer,
    /// Numbers.
    Number,
    /// Yes or no.
    Boolean,
    /// One of these, in order of rising severity.
    Category(Vec<String>),
}

/// How the items of a subscale become one number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SubscaleMethod {
    /// Points together.
    Sum,
    /// Mean points.
    Mean,
    /// Number of items with at least so many points.
    CountAtLeast(f64),
}

/// Which way is worse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// More is worse.
    HigherWorse,
    /// More is better.
    HigherBetter,
}

/// A range of scores with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Where it starts.
    pub min: f64,
    /// Where it ends.
    pub max: f64,
    /// Its published name.
    pub label: String,
    /// How bad it is.
    pub severity: Severity,
    /// Holds for this sex only, and then instead of the general bands.
    pub sex: Option<Sex>,
}

/// How bad a score is, as far as an instrument says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// None or minimal.
    None,
    /// Mild.
    Mild,
    /// Moderate.
    Moderate,
    /// Moderately severe.
    ModeratelySevere,
    /// Severe.
    Severe,
    /// On the upper side of a cut-off.
    Positive,
    /// On the lower side of a cut-off.
    Negative,
}

impl Severity {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::None,
        Self::Mild,
        Self::Moderate,
        Self::ModeratelySevere,
        Self::Severe,
        Self::Positive,
        Self::Negative,
    ];

    /// The name in pack files and in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::ModeratelySevere => "moderately_severe",
            Self::Severe => "severe",
            Self::Positive => "positive",
            Self::Negative => "negative",
        }
    }

    /// Order of badness within one instrument; not comparable between instruments.
    pub fn rank(self) -> u8 {
        match self {
            Self::None | Self::Negative => 0,
            Self::Mild => 1,
            Self::Moderate => 2,
            Self::ModeratelySevere => 3,
            Self::Severe | Self::Positive => 4,
        }
    }
}

/// Differences of the total that mean something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeThresholds {
    /// Least difference that is unlikely to be measurement error.
    pub reliable: Option<f64>,
    /// Least difference that matters to people.
    pub clinically_meaningful: Option<f64>,
    /// Where the numbers come from.
    pub source: Option<String>,
}

/// LOINC codes of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PanelCodes {
    /// The panel.
    pub panel: Option<String>,
    /// Its total.
    pub total: Option<String>,
}
