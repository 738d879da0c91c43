//! The form of a pack file, and its way into an [`Instrument`].
//!
//! A pack can come from anyone: what is not known is refused, sizes are bounded, and nothing of a pack is used before all
//! of it was checked. The build script includes this module, so that a pack of the project is checked by the same code.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use clinical::screening::{
    Allowed, AnswerOption, Band, ChangeThresholds, Comparison, Condition, Critical, Direction, Fault, Group,
    Instrument, Item, Licence, LicenceClass, Method, Operator, PanelCodes, Prorate, Rule, Scoring, Severity,
    Sex, Subscale, SubscaleKind, SubscaleMethod, validate,
};
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, de::Error as _};

/// The largest pack file that is looked at, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// Why a pack cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// It is larger than any questionnaire.
    #[error("the pack has {bytes} bytes; {MAX_BYTES} is the most")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It is no JSON, or not of the form of a pack.
    #[error("line {line}, column {column}: {problem}")]
    Form {
        /// Line, from 1.
        line: usize,
        /// Column, from 1; 0 if the whole line is meant.
        column: usize,
        /// What is wrong.
        problem: String,
    },
    /// It has the form of a pack but cannot be scored.
    #[error(transparent)]
    Content(#[from] Fault),
    /// Its licence does not let it be shipped.
    #[error("licence: {class} with bundle {bundle} must not be shipped with the program")]
    Licence {
        /// Its licence class.
        class: &'static str,
        /// Whether the pack says that it may be shipped.
        bundle: bool,
    },
}

/// Reads and checks a pack.
///
/// # Errors
/// Says what is wrong and where. Nothing of a refused pack is to be used.
pub fn parse_pack(text: &str) -> Result<Instrument, PackError> {
    if text.len() > MAX_BYTES {
        return Err(PackError::TooLarge { bytes: text.len() });
    }
    // Some editors begin a file with a byte order mark; it is no part of the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file: PackFile = serde_json::from_str(text).map_err(|error| {
        let (line, column, said) = (error.line(), error.column(), error.to_string());
        let problem = said.rsplit_once(" at line ").map_or(said.as_str(), |(problem, _)| problem);
        let problem = problem.chars().filter(|c| !c.is_control()).take(300).collect();
        PackError::Form { line, column, problem }
    })?;
    let instrument = file.into_instrument()?;
    validate(&instrument)?;
    Ok(instrument)
}

/// Reads and checks a pack that is to be shipped with the program.
///
/// # Errors
/// As [`parse_pack`], and if its licence does not let it be shipped.
pub fn parse_bundled(text: &str) -> Result<Instrument, PackError> {
    let instrument = parse_pack(text)?;
    let Licence { class, bundle, .. } = instrument.licence;
    if bundle && class.can_be_bundled() {
        Ok(instrument)
    } else {
        Err(PackError::Licence { class: class.as_str(), bundle })
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackFile {
    id: String,
    title: String,
    version: String,
    dimensions: Vec<String>,
    licence: LicenceFile,
    language: String,
    recall_period: String,
    instructions: String,
    options: Table<Vec<OptionFile>>,
    items: Vec<ItemFile>,
    scoring: ScoringFile,
    bands: Vec<BandFile>,
    change: ChangeFile,
    loinc: CodesFile,
    sources: Vec<String>,
    notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LicenceFile {
    #[serde(deserialize_with = "licence_class")]
    class: LicenceClass,
    bundle: bool,
    evidence: String,
    attribution: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OptionFile {
    value: f64,
    label: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemFile {
    id: String,
    text: String,
    #[serde(default)]
    stem: Option<String>,
    options: String,
    #[serde(default)]
    loinc: Option<String>,
    #[serde(default)]
    reverse: bool,
    #[serde(default = "yes")]
    scored: bool,
    #[serde(default)]
    gate: bool,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    one_of: Option<String>,
    #[serde(default)]
    recode: Option<Table<f64>>,
    #[serde(default)]
    when_hidden: Option<f64>,
    #[serde(default)]
    critical: Option<CriticalFile>,
    #[serde(default)]
    show_if: Option<ConditionFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriticalFile {
    #[serde(deserialize_with = "comparison")]
    when: Comparison,
    reason: String,
}

/// One of three forms; [`ConditionFile::into_condition`] refuses mixtures.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionFile {
    #[serde(default)]
    item: Option<String>,
    #[serde(default)]
    op: Option<String>,
    #[serde(default)]
    value: Option<f64>,
    #[serde(default)]
    all: Option<Vec<ConditionFile>>,
    #[serde(default)]
    any: Option<Vec<ConditionFile>>,
    #[serde(default)]
    applies: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScoringFile {
    #[serde(deserialize_with = "method")]
    method: Method,
    has_total: bool,
    min: Option<f64>,
    max: Option<f64>,
    prorate: Option<ProrateFile>,
    subscales: Vec<SubscaleFile>,
    /// Name of a [`Rule`]; without it, the rule published with the instrument of this id.
    #[serde(default)]
    rule: Option<String>,
    algorithm: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProrateFile {
    #[serde(default)]
    max_missing: Option<u32>,
    #[serde(default)]
    min_answered: Option<u32>,
    formula: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SubscaleFile {
    id: String,
    label: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    values: Option<Vec<String>>,
    #[serde(default)]
    items: Vec<String>,
    #[serde(default)]
    method: Option<String>,
    #[serde(default)]
    min: Option<f64>,
    #[serde(default)]
    max: Option<f64>,
    #[serde(default)]
    direction: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BandFile {
    min: f64,
    max: f64,
    label: String,
    #[serde(deserialize_with = "severity")]
    severity: Severity,
    #[serde(default)]
    when: Option<WhenFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WhenFile {
    #[serde(deserialize_with = "sex")]
    sex: Sex,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeFile {
    reliable: Option<f64>,
    clinically_meaningful: Option<f64>,
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CodesFile {
    panel: Option<String>,
    total: Option<String>,
}

impl PackFile {
    fn into_instrument(self) -> Result<Instrument, Fault> {
        let option_lists = self.options.0.into_iter().map(|(name, options)| {
            let options =
                options.into_iter().map(|OptionFile { value, label }| AnswerOption { value, label });
            (name, options.collect())
        });
        Ok(Instrument {
            scoring: self.scoring.into_scoring(&self.id)?,
            items: self.items.into_iter().map(ItemFile::into_item).collect::<Result<_, _>>()?,
            id: self.id,
            title: self.title,
            version: self.version,
            dimensions: self.dimensions,
            licence: Licence {
                class: self.licence.class,
                bundle: self.licence.bundle,
                evidence: self.licence.evidence,
                attribution: self.licence.attribution,
            },
            language: self.language,
            recall_period: self.recall_period,
            instructions: self.instructions,
            option_lists: option_lists.collect(),
            bands: self.bands.into_iter().map(BandFile::into_band).collect(),
            change: ChangeThresholds {
                reliable: self.change.reliable,
                clinically_meaningful: self.change.clinically_meaningful,
                source: self.change.source,
            },
            loinc: PanelCodes { panel: self.loinc.panel, total: self.loinc.total },
            sources: self.sources,
            notes: self.notes,
        })
    }
}

impl ItemFile {
    fn into_item(self) -> Result<Item, Fault> {
        let place = format!("item {}", self.id);
        let mut recode = Vec::new();
        for (from, points) in self.recode.map(|table| table.0).unwrap_or_default() {
            let from =
                from.parse().map_err(|_| fault(&place, "an answer in its recode table is no number"))?;
            recode.push((from, points));
        }
        let show_if = self.show_if.map(|condition| condition.into_condition(&place)).transpose()?;
        Ok(Item {
            id: self.id,
            text: self.text,
            stem: self.stem,
            options: self.options,
            loinc: self.loinc,
            reverse: self.reverse,
            scored: self.scored,
            gate: self.gate,
            optional: self.optional,
            one_of: self.one_of,
            recode,
            when_hidden: self.when_hidden,
            critical: self.critical.map(|CriticalFile { when, reason }| Critical { when, reason }),
            show_if,
        })
    }
}

impl ConditionFile {
    fn into_condition(self, place: &str) -> Result<Condition, Fault> {
        let every = |conditions: Vec<ConditionFile>| -> Result<Vec<_>, Fault> {
            conditions.into_iter().map(|condition| condition.into_condition(place)).collect()
        };
        match (self.item, self.op, self.value, self.all, self.any, self.applies) {
            (Some(item), Some(op), Some(value), None, None, None) => {
                let operator = Operator::named(&op)
                    .ok_or_else(|| fault(place, "an operator in show_if is none of == > >= <"))?;
                Ok(Condition::Answer { item, is: Comparison { operator, value } })
            }
            (None, None, None, Some(all), None, None) => Ok(Condition::All(every(all)?)),
            (None, None, None, None, Some(any), None) => Ok(Condition::Any(every(any)?)),
            (None, None, None, None, None, Some(group)) => match group.as_str() {
                "menstruation" => Ok(Condition::Applies(Group::Menstruation)),
                "male" => Ok(Condition::Applies(Group::Male)),
                "female" => Ok(Condition::Applies(Group::Female)),
                _ => Err(fault(place, "applies is none of menstruation, male, female")),
            },
            _ => Err(fault(place, "a condition is item with op and value, or all, or any, or applies")),
        }
    }
}

impl ScoringFile {
    fn into_scoring(self, id: &str) -> Result<Scoring, Fault> {
        let subscales: Vec<_> =
            self.subscales.into_iter().map(SubscaleFile::into_subscale).collect::<Result<_, _>>()?;
        let rule = match self.rule {
            Some(name) => Some(Rule::named(&name).ok_or_else(|| fault("scoring", "no rule has this name"))?),
            None if subscales.iter().any(|subscale| subscale.method.is_none()) => Rule::of(id),
            None => None,
        };
        let prorate = match self.prorate {
            None => None,
            Some(prorate) => {
                let allowed = match (prorate.max_missing, prorate.min_answered) {
                    (Some(most), None) => Allowed::MaxMissing(most),
                    (None, Some(least)) => Allowed::MinAnswered(least),
                    _ => return Err(fault("scoring, prorate", "it is max_missing or min_answered")),
                };
                Some(Prorate { allowed, formula: prorate.formula })
            }
        };
        Ok(Scoring {
            method: self.method,
            has_total: self.has_total,
            min: self.min,
            max: self.max,
            prorate,
            subscales,
            rule,
            algorithm: self.algorithm,
        })
    }
}

impl SubscaleFile {
    fn into_subscale(self) -> Result<Subscale, Fault> {
        let place = format!("subscale {}", self.id);
        let kind = match (self.kind.as_str(), self.values) {
            ("integer", None) => SubscaleKind::Integer,
            ("number", None) => SubscaleKind::Number,
            ("boolean", None) => SubscaleKind::Boolean,
            ("category", Some(values)) => SubscaleKind::Category(values),
            _ => {
                let problem = "its type is none of integer, number, boolean, or category with values";
                return Err(fault(&place, problem));
            }
        };
        let method = match self.method.as_deref() {
            Some(name) => Some(
                subscale_method(name)
                    .ok_or_else(|| fault(&place, "its method is none of sum, mean of …, count>=NUMBER"))?,
            ),
            // Items without a method: their points together, which for one item is its answer.
            None if !self.items.is_empty() => Some(SubscaleMethod::Sum),
            None => None,
        };
        let direction = match self.direction.as_deref() {
            None => None,
            Some("higher_worse") => Some(Direction::HigherWorse),
            Some("higher_better") => Some(Direction::HigherBetter),
            Some(_) => return Err(fault(&place, "its direction is none of higher_worse, higher_better")),
        };
        Ok(Subscale {
            id: self.id,
            label: self.label,
            kind,
            items: self.items,
            method,
            min: self.min,
            max: self.max,
            direction,
        })
    }
}

impl BandFile {
    fn into_band(self) -> Band {
        Band {
            min: self.min,
            max: self.max,
            label: self.label,
            severity: self.severity,
            sex: self.when.map(|when| when.sex),
        }
    }
}

/// `sum`, `mean` with or without a remark, `count>=2`.
fn subscale_method(name: &str) -> Option<SubscaleMethod> {
    match name {
        "sum" => Some(SubscaleMethod::Sum),
        "mean"
        | "mean of recoded items"
        | "mean of answered items"
        | "mean of answered items (never = 1)" => Some(SubscaleMethod::Mean),
        _ => name.strip_prefix("count>=")?.trim().parse().ok().map(SubscaleMethod::CountAtLeast),
    }
}

fn fault(place: &str, problem: &str) -> Fault {
    Fault { place: place.to_owned(), problem: problem.to_owned() }
}

fn yes() -> bool {
    true
}

fn licence_class<'de, D: Deserializer<'de>>(input: D) -> Result<LicenceClass, D::Error> {
    let name = String::deserialize(input)?;
    let class = LicenceClass::ALL.into_iter().find(|class| class.as_str() == name);
    class.ok_or_else(|| D::Error::custom("the licence class is not known"))
}

fn method<'de, D: Deserializer<'de>>(input: D) -> Result<Method, D::Error> {
    match String::deserialize(input)?.as_str() {
        "sum" => Ok(Method::Sum),
        "mean" => Ok(Method::Mean),
        "weighted_mean" => Ok(Method::WeightedMean),
        "gated_sum" => Ok(Method::GatedSum),
        "algorithm" => Ok(Method::Algorithm),
        _ => Err(D::Error::custom("the method is none of sum, mean, weighted_mean, gated_sum, algorithm")),
    }
}

fn severity<'de, D: Deserializer<'de>>(input: D) -> Result<Severity, D::Error> {
    let name = String::deserialize(input)?;
    let severity = Severity::ALL.into_iter().find(|severity| severity.as_str() == name);
    severity.ok_or_else(|| D::Error::custom("the severity is not known"))
}

fn sex<'de, D: Deserializer<'de>>(input: D) -> Result<Sex, D::Error> {
    match String::deserialize(input)?.as_str() {
        "male" => Ok(Sex::Male),
        "female" => Ok(Sex::Female),
        _ => Err(D::Error::custom("sex is male or female")),
    }
}

/// `>=1`: an operator and a number.
fn comparison<'de, D: Deserializer<'de>>(input: D) -> Result<Comparison, D::Error> {
    let text = String::deserialize(input)?;
    let (operator, value) = text.split_at(text.find(|c: char| !"=<>".contains(c)).unwrap_or(text.len()));
    let operator = Operator::named(operator);
    operator
        .zip(value.trim().parse().ok())
        .map(|(operator, value)| Comparison { operator, value })
        .ok_or_else(|| D::Error::custom("when is an operator and a number, such as >=1"))
}

/// A JSON object with free names, none of them twice.
struct Table<T>(BTreeMap<String, T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Table<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = Table<T>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table<T>, A::Error> {
                let mut table = BTreeMap::new();
                while let Some((name, value)) = map.next_entry()? {
                    if table.insert(name, value).is_some() {
                        return Err(de::Error::custom("a name stands there twice"));
                    }
                }
                Ok(Table(table))
            }
        }
        input.deserialize_map(Entries(PhantomData))
    }
}
