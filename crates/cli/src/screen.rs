//! `attunectl screen`: the instruments and what answers to them come to, without a vault.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use clinical::screening::{
    AnswerError, Answers, Band, Instrument, Item, Score, Sex, SubscaleValue, check_answers, score,
};
use contract::ErrorCode;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::arguments::invalid;
use crate::context::Context;
use crate::exit::{Exit, Failure};
use crate::note::read_text;
use crate::output::Output;

#[derive(Subcommand)]
pub(crate) enum ScreenCommand {
    /// The instruments there are.
    List(PacksArgs),
    /// One instrument: its questions, answers, bands, licence and sources.
    Show(ShowArgs),
    /// Score answers; the result is always JSON.
    Score(ScoreArgs),
}

#[derive(Args)]
pub(crate) struct PacksArgs {
    /// An instrument pack of your own, beside those of the program. May be given several times.
    #[arg(long = "pack", value_name = "FILE")]
    packs: Vec<PathBuf>,
}

#[derive(Args)]
pub(crate) struct ShowArgs {
    /// The instrument, such as phq9.
    id: String,
    #[command(flatten)]
    packs: PacksArgs,
}

#[derive(Args)]
pub(crate) struct ScoreArgs {
    /// The instrument, such as phq9.
    #[arg(long, value_name = "ID", required_unless_present = "batch", requires = "answers")]
    instrument: Option<String>,
    /// {"item": value or null}, a file with that, or `-` for standard input.
    #[arg(long, value_name = "JSON", requires = "instrument")]
    answers: Option<String>,
    /// A file with [{"id","instrument","answers"}], or `-` for standard input.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["instrument", "answers"])]
    batch: Option<PathBuf>,
    #[command(flatten)]
    packs: PacksArgs,
}

pub(crate) fn run(context: &Context, command: ScreenCommand) -> Result<Exit, Failure> {
    match command {
        ScreenCommand::List(packs) => {
            let instruments = Instruments::with(&packs)?;
            let list: Vec<_> = instruments.all().map(Listed::from).collect();
            context.output.show(&list, |list| {
                list.iter()
                    .map(|one| format!("{:<12} {} ({} items)\n", one.id, one.title, one.items))
                    .collect()
            })
        }
        ScreenCommand::Show(args) => {
            let instruments = Instruments::with(&args.packs)?;
            let instrument = instruments.find(&args.id)?;
            context.output.show(&whole(instrument), |_| describe(instrument))
        }
        ScreenCommand::Score(args) => {
            let instruments = Instruments::with(&args.packs)?;
            // Scores are for programs to read.
            let output = Output { json: true, ..context.output };
            match (args.batch, args.instrument, args.answers) {
                (Some(file), _, _) => batch(output, &instruments, &file),
                (None, Some(id), Some(answers)) => one(output, instruments.find(&id)?, &answers),
                _ => Err(Failure::usage("Give --instrument with --answers, or --batch.")),
            }
        }
    }
}

/// The instruments of the program and those of the packs that were named.
struct Instruments {
    own: Vec<Instrument>,
}

impl Instruments {
    fn with(args: &PacksArgs) -> Result<Self, Failure> {
        let mut this = Self { own: Vec::new() };
        for file in &args.packs {
            let instrument = instruments::parse_pack(&read_text(file)?)
                .map_err(|error| Failure::unreadable(format!("The pack cannot be used: {error}.")))?;
            let same = this.all().find(|other| other.id == instrument.id).map(|other| *other == instrument);
            match same {
                None => this.own.push(instrument),
                Some(true) => {}
                Some(false) => {
                    let message = format!("There is another instrument called {} already.", instrument.id);
                    return Err(Failure::new(ErrorCode::Conflict, message));
                }
            }
        }
        Ok(this)
    }

    fn all(&self) -> impl Iterator<Item = &Instrument> {
        instruments::bundled().iter().chain(&self.own)
    }

    fn find(&self, id: &str) -> Result<&Instrument, Failure> {
        self.all().find(|instrument| instrument.id == id).ok_or_else(|| {
            Failure::new(
                ErrorCode::NotFound,
                "There is no such instrument. `screen list` names those there are.",
            )
        })
    }
}

#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    title: &'a str,
    items: usize,
    dimensions: &'a [String],
    recall_period: &'a str,
    licence: &'static str,
    bundled: bool,
}

impl<'a> From<&'a Instrument> for Listed<'a> {
    fn from(instrument: &'a Instrument) -> Self {
        Self {
            id: &instrument.id,
            title: &instrument.title,
            items: instrument.items.len(),
            dimensions: &instrument.dimensions,
            recall_period: &instrument.recall_period,
            licence: instrument.licence.class.as_str(),
            bundled: instruments::find(&instrument.id).is_some(),
        }
    }
}

/// A score as this front shows it.
#[derive(Serialize)]
struct ScoreView<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a Value>,
    instrument: &'a str,
    complete: bool,
    #[serde(serialize_with = "total")]
    total: Option<f64>,
    severity: Option<&'static str>,
    #[serde(serialize_with = "subscales")]
    subscales: Vec<(String, Option<SubscaleValue>)>,
    critical: Vec<String>,
    answered: u32,
    missing: Vec<String>,
}

impl<'a> ScoreView<'a> {
    fn new(id: Option<&'a Value>, instrument: &'a Instrument, score: Score) -> Self {
        Self {
            id,
            instrument: &instrument.id,
            complete: score.complete,
            total: score.total,
            severity: score.severity.map(|severity| severity.as_str()),
            subscales: score.subscales,
            critical: score.critical.into_iter().map(|answer| answer.item).collect(),
            answered: score.answered,
            missing: score.missing,
        }
    }
}

/// What became of one case of a batch.
#[derive(Serialize)]
#[serde(untagged)]
enum CaseView<'a> {
    Scored(ScoreView<'a>),
    Refused { id: &'a Value, instrument: &'a Value, error: String },
}

/// Four decimal places, and none where the number is whole.
fn number(value: f64) -> Value {
    let rounded = (value * 10_000.0).round() / 10_000.0;
    if rounded.fract() == 0.0 { json!(rounded as i64) } else { json!(rounded) }
}

fn total<S: Serializer>(total: &Option<f64>, output: S) -> Result<S::Ok, S::Error> {
    total.map(number).serialize(output)
}

/// Keeps the published order.
fn subscales<S: Serializer>(
    subscales: &[(String, Option<SubscaleValue>)],
    output: S,
) -> Result<S::Ok, S::Error> {
    output.collect_map(subscales.iter().map(|(id, value)| {
        let value = value.as_ref().map(|value| match value {
            SubscaleValue::Number(value) => number(*value),
            SubscaleValue::Boolean(yes) => json!(yes),
            SubscaleValue::Category(name) => json!(name),
        });
        (id, value)
    }))
}

fn one(output: Output, instrument: &Instrument, given: &str) -> Result<Exit, Failure> {
    let text = match given.trim_start() {
        json if json.starts_with('{') => json.to_owned(),
        path => read_text(Path::new(path))?,
    };
    let given: Map<String, Value> = serde_json::from_str(&text).map_err(|error| {
        // Serde's message could repeat an answer; where it stands is enough to find it.
        let (line, column) = (error.line(), error.column());
        let form = "{\"item\": value or null}";
        Failure::unreadable(format!(
            "The answers are no JSON of the form {form}: line {line}, column {column}."
        ))
    })?;
    let answers = answers(instrument, &given).map_err(|message| invalid("answers", &message))?;
    output.show(&ScoreView::new(None, instrument, score(instrument, &answers)), |_| String::new())
}

/// Scores case by case. A case that cannot be scored says why in its place, and the others go on.
fn batch(output: Output, instruments: &Instruments, file: &Path) -> Result<Exit, Failure> {
    let cases: Vec<Value> = serde_json::from_str(&read_text(file)?).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let form = "[{\"id\",\"instrument\",\"answers\"}]";
        Failure::unreadable(format!("The batch is no JSON of the form {form}: line {line}, column {column}."))
    })?;
    let mut bad = 0;
    let mut results = Vec::with_capacity(cases.len());
    for case in &cases {
        results.push(scored(instruments, case).unwrap_or_else(|error| {
            bad += 1;
            CaseView::Refused { id: &case["id"], instrument: &case["instrument"], error }
        }));
    }
    output.show(&results, |_| String::new())?;
    if bad == 0 {
        return Ok(Exit::Ok);
    }
    output.remark(&format!("{bad} of {} cases could not be scored; each says why.", cases.len()));
    Ok(Exit::Refused)
}

fn scored<'a>(instruments: &'a Instruments, case: &'a Value) -> Result<CaseView<'a>, String> {
    if !case.is_object() {
        return Err("A case is an object with id, instrument and answers.".to_owned());
    }
    let name = case["instrument"].as_str().ok_or("The case names no instrument.")?;
    let instrument = instruments.find(name).map_err(|failure| failure.error.message)?;
    let given = case["answers"].as_object().ok_or("The answers are no object of items and values.")?;
    let answers = answers(instrument, given)?;
    Ok(CaseView::Scored(ScoreView::new(Some(&case["id"]), instrument, score(instrument, &answers))))
}

/// Null is no answer, but an item has to be one of the instrument's all the same.
fn answers(instrument: &Instrument, given: &Map<String, Value>) -> Result<Answers, String> {
    let mut answers = Answers::new();
    for (id, value) in given {
        if instrument.item(id).is_none() {
            let error = AnswerError::UnknownItem { item: id.clone(), instrument: instrument.id.clone() };
            return Err(error.to_string());
        }
        if !value.is_null() {
            let value = value.as_f64().ok_or_else(|| format!("The answer to item {id} is no number."))?;
            answers.insert(id.clone(), value);
        }
    }
    check_answers(instrument, &answers).map_err(|error| error.to_string())?;
    Ok(answers)
}

/// An instrument with everything a person may want to know before using it.
fn whole(instrument: &Instrument) -> Value {
    let item = |item: &Item| {
        let options = instrument.options(item).iter();
        json!({
            "id": item.id,
            "stem": item.stem,
            "text": item.text,
            "options": options.map(|o| json!({ "value": number(o.value), "label": o.label })).collect::<Vec<_>>(),
            "loinc": item.loinc,
            "reverse": item.reverse,
            "scored": item.scored,
            "always_asked": item.show_if.is_none(),
            "critical": item.critical.as_ref().map(|critical| &critical.reason),
        })
    };
    let band = |band: &Band| {
        json!({
            "min": number(band.min),
            "max": number(band.max),
            "label": band.label,
            "severity": band.severity.as_str(),
            "only_for": band.sex.map(group),
        })
    };
    json!({
        "id": instrument.id,
        "title": instrument.title,
        "version": instrument.version,
        "dimensions": instrument.dimensions,
        "language": instrument.language,
        "recall_period": instrument.recall_period,
        "instructions": instrument.instructions,
        "items": instrument.items.iter().map(item).collect::<Vec<_>>(),
        "scoring": instrument.scoring.algorithm,
        "bands": instrument.bands.iter().map(band).collect::<Vec<_>>(),
        "licence": {
            "class": instrument.licence.class.as_str(),
            "evidence": instrument.licence.evidence,
            "attribution": instrument.licence.attribution,
        },
        "sources": instrument.sources,
        "notes": instrument.notes,
    })
}

fn group(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "women",
        Sex::Male => "men",
    }
}

fn describe(instrument: &Instrument) -> String {
    let mut text = format!("{}\n{}; {}\n", instrument.title, instrument.version, instrument.recall_period);
    if !instrument.instructions.is_empty() {
        text.push_str(&format!("\n{}\n", instrument.instructions));
    }
    let mut stem = None;
    for item in &instrument.items {
        if item.stem.is_some() && item.stem != stem {
            text.push_str(&format!("\n{}\n", item.stem.as_deref().unwrap_or_default()));
        }
        stem.clone_from(&item.stem);
        text.push_str(&format!("\n{:<5}{}\n", item.id, item.text));
        for option in instrument.options(item) {
            text.push_str(&format!("     {}  {}\n", option.value, option.label));
        }
    }
    text.push_str(&format!("\nScoring: {}\n", instrument.scoring.algorithm));
    for band in &instrument.bands {
        let only = band.sex.map(|sex| format!(" ({})", group(sex))).unwrap_or_default();
        text.push_str(&format!("  {} to {}{only}: {}\n", band.min, band.max, band.label));
    }
    text.push_str(&format!(
        "\nLicence: {}. {}\n",
        instrument.licence.class.as_str(),
        instrument.licence.attribution
    ));
    text
}
