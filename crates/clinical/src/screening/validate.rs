//! What an instrument must be to be scored: references that lead somewhere, bands without gaps, bounded sizes.

use std::collections::BTreeSet;
use std::fmt;

use super::dimensions::DIMENSIONS;
use super::instrument::{
    Allowed, Band, Condition, Instrument, Item, Method, Sex, Subscale, SubscaleKind, SubscaleMethod,
};
use super::rules::Gives;
use super::sheet::worth;

/// How large an instrument may be. Instruments come from files of other people.
pub mod limits {
    /// Questions.
    pub const ITEMS: usize = 500;
    /// Lists of answers, and answers in one list.
    pub const OPTIONS: usize = 100;
    /// Conditions in all items together, counting every part.
    pub const CONDITIONS: usize = 2_000;
    /// How deep conditions lie within conditions.
    pub const DEPTH: usize = 16;
    /// Subscales, bands, dimensions, sources or notes.
    pub const ENTRIES: usize = 100;
    /// Characters of an id or a code.
    pub const ID: usize = 64;
    /// Characters of any text.
    pub const TEXT: usize = 4_000;
    /// Greatest amount of any value or number of points.
    pub const VALUE: f64 = 1_000_000.0;
}

/// What is wrong with an instrument, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: `item q3`.
    pub place: String,
    /// What.
    pub problem: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}

impl std::error::Error for Fault {}

type Checked = Result<(), Fault>;

fn ensure(fine: bool, place: impl fmt::Display, problem: impl fmt::Display) -> Checked {
    if fine { Ok(()) } else { Err(Fault { place: place.to_string(), problem: problem.to_string() }) }
}

/// Checks an instrument.
///
/// # Errors
/// The first fault.
pub fn validate(instrument: &Instrument) -> Checked {
    head(instrument)?;
    option_lists(instrument)?;
    items(instrument)?;
    conditions(instrument)?;
    scoring(instrument)?;
    subscales(instrument)?;
    rule(instrument)?;
    bands(instrument)
}

fn head(instrument: &Instrument) -> Checked {
    id("id", &instrument.id)?;
    for (place, words) in [
        ("title", &instrument.title),
        ("version", &instrument.version),
        ("language", &instrument.language),
        ("recall_period", &instrument.recall_period),
        ("licence evidence", &instrument.licence.evidence),
        ("licence attribution", &instrument.licence.attribution),
        ("scoring algorithm", &instrument.scoring.algorithm),
    ] {
        text(place, words)?;
    }
    long("instructions", &instrument.instructions)?;
    few("sources", instrument.sources.len(), 0, limits::ENTRIES)?;
    few("notes", instrument.notes.len(), 0, limits::ENTRIES)?;
    instrument.sources.iter().try_for_each(|source| text("sources", source))?;
    instrument.notes.iter().try_for_each(|note| text("notes", note))?;
    unique("dimensions", instrument.dimensions.iter().map(String::as_str))?;
    for id in &instrument.dimensions {
        let known = DIMENSIONS.iter().any(|dimension| dimension.id == id);
        ensure(known, "dimensions", format_args!("there is no dimension “{}”", short(id)))?;
    }
    let codes = [&instrument.loinc.panel, &instrument.loinc.total];
    codes.into_iter().flatten().try_for_each(|code| loinc("loinc", code))?;
    let change = &instrument.change;
    let thresholds = [change.reliable, change.clinically_meaningful];
    for threshold in thresholds.into_iter().flatten() {
        number("change", threshold)?;
        ensure(threshold > 0.0, "change", "a difference that means something is above 0")?;
        ensure(instrument.scoring.has_total, "change", "without a total there is no difference of totals")?;
        ensure(change.source.is_some(), "change", "a threshold needs its source")?;
    }
    Ok(())
}

fn option_lists(instrument: &Instrument) -> Checked {
    few("options", instrument.option_lists.len(), 1, limits::OPTIONS)?;
    for (name, options) in &instrument.option_lists {
        let place = format!("options {}", short(name));
        id(&place, name)?;
        few(&place, options.len(), 1, limits::OPTIONS)?;
        for (at, option) in options.iter().enumerate() {
            number(&place, option.value)?;
            text(&place, &option.label)?;
            let repeated = options[..at].iter().any(|earlier| earlier.value == option.value);
            ensure(!repeated, &place, format_args!("the value {} stands there twice", option.value))?;
        }
    }
    Ok(())
}

fn items(instrument: &Instrument) -> Checked {
    few("items", instrument.items.len(), 1, limits::ITEMS)?;
    instrument.items.iter().try_for_each(|item| id("items", &item.id))?;
    unique("items", instrument.items.iter().map(|item| item.id.as_str()))?;
    ensure(instrument.items.iter().any(|item| item.scored), "items", "none is scored")?;
    instrument.items.iter().try_for_each(|each| item(instrument, each))
}

fn item(instrument: &Instrument, item: &Item) -> Checked {
    let place = format!("item {}", item.id);
    text(&place, &item.text)?;
    item.stem.iter().try_for_each(|stem| text(&place, stem))?;
    item.loinc.iter().try_for_each(|code| loinc(&place, code))?;
    item.one_of.iter().try_for_each(|group| id(&place, group))?;
    let options = instrument.options(item);
    let list = short(&item.options);
    ensure(!options.is_empty(), &place, format_args!("there is no list of options “{list}”"))?;
    ensure(!item.reverse || item.recode.is_empty(), &place, "it is reversed and recoded")?;
    if !item.recode.is_empty() {
        ensure(item.recode.len() == options.len(), &place, "the recode table must name every option once")?;
    }
    for (at, (from, points)) in item.recode.iter().enumerate() {
        number(&place, *points)?;
        let known = options.iter().any(|option| option.value == *from);
        let repeated = item.recode[..at].iter().any(|(earlier, _)| earlier == from);
        ensure(known && !repeated, &place, "the recode table must name every option once")?;
    }
    if let Some(points) = item.when_hidden {
        number(&place, points)?;
        ensure(item.show_if.is_some(), &place, "it is never hidden, but has points for when it is")?;
    }
    if let Some(critical) = &item.critical {
        text(&place, &critical.reason)?;
        let possible = options.iter().any(|option| critical.when.holds(option.value));
        ensure(possible, &place, "no option meets its critical condition")?;
    }
    Ok(())
}

fn conditions(instrument: &Instrument) -> Checked {
    let mut parts = 0;
    for item in &instrument.items {
        let place = format!("item {}, show_if", item.id);
        if let Some(condition) = &item.show_if {
            bounded(&place, condition, 1, &mut parts)?;
            for other in named(condition) {
                let known = instrument.item(other).is_some();
                ensure(known, &place, format_args!("there is no item “{}”", short(other)))?;
            }
        }
    }
    // Items that depend on nothing unsettled are settled, round by round; what is left over is a circle.
    let mut settled: BTreeSet<&str> = BTreeSet::new();
    loop {
        let before = settled.len();
        for item in instrument.items.iter() {
            let needs = item.show_if.as_ref().map(named).unwrap_or_default();
            if needs.iter().all(|other| settled.contains(other)) {
                settled.insert(&item.id);
            }
        }
        if settled.len() == before {
            break;
        }
    }
    match instrument.items.iter().find(|item| !settled.contains(item.id.as_str())) {
        Some(item) => ensure(false, format_args!("item {}, show_if", item.id), "it depends on itself"),
        None => Ok(()),
    }
}

fn bounded(place: &str, condition: &Condition, depth: usize, parts: &mut usize) -> Checked {
    *parts += 1;
    ensure(depth <= limits::DEPTH && *parts <= limits::CONDITIONS, place, "there are too many conditions")?;
    match condition {
        Condition::All(inner) | Condition::Any(inner) => {
            ensure(!inner.is_empty(), place, "a list of conditions is empty")?;
            inner.iter().try_for_each(|inner| bounded(place, inner, depth + 1, parts))
        }
        Condition::Answer { is, .. } => number(place, is.value),
        Condition::Applies(_) => Ok(()),
    }
}

fn named(condition: &Condition) -> Vec<&str> {
    match condition {
        Condition::Answer { item, .. } => vec![item.as_str()],
        Condition::All(inner) | Condition::Any(inner) => inner.iter().flat_map(named).collect(),
        Condition::Applies(_) => Vec::new(),
    }
}

fn scoring(instrument: &Instrument) -> Checked {
    let scoring = &instrument.scoring;
    scoring.min.iter().chain(&scoring.max).try_for_each(|bound| number("scoring", *bound))?;
    if let Some((min, max)) = scoring.min.zip(scoring.max) {
        ensure(min < max, "scoring", "min is not below max")?;
    }
    if scoring.has_total {
        ensure(scoring.method != Method::Algorithm, "scoring", "no algorithm gives a total")?;
        let (low, high) = reach(instrument);
        let inside = scoring.min.is_some_and(|min| min <= low) && scoring.max.is_some_and(|max| max >= high);
        ensure(inside, "scoring", format_args!("totals go from {low} to {high}, outside min and max"))?;
    }
    let Some(prorate) = &scoring.prorate else { return Ok(()) };
    text("scoring, prorate", &prorate.formula)?;
    match prorate.allowed {
        Allowed::MaxMissing(most) => {
            let scored = instrument.items.iter().filter(|item| item.scored).count();
            let fine = scoring.has_total && most >= 1 && (most as usize) < scored;
            ensure(fine, "scoring, prorate", "max_missing needs a total, and one item that is answered")
        }
        Allowed::MinAnswered(least) => {
            let mean = matches!(scoring.method, Method::Mean | Method::WeightedMean);
            ensure(mean && least >= 1, "scoring, prorate", "min_answered needs a mean of at least one item")
        }
    }
}

/// The least and the greatest total that answers can give.
fn reach(instrument: &Instrument) -> (f64, f64) {
    let mean = matches!(instrument.scoring.method, Method::Mean | Method::WeightedMean);
    let (mut low, mut high) = if mean { (f64::INFINITY, f64::NEG_INFINITY) } else { (0.0, 0.0) };
    let mut groups: Vec<(&str, f64, f64)> = Vec::new();
    let mut add = |least: f64, most: f64| {
        low = if mean { low.min(least) } else { low + least };
        high = if mean { high.max(most) } else { high + most };
    };
    for item in instrument.items.iter().filter(|item| item.scored) {
        let points = instrument.options(item).iter().map(|option| worth(instrument, item, option.value));
        let (mut least, mut most) =
            points.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), p| (least.min(p), most.max(p)));
        let left_out = item.show_if.is_some() || item.optional;
        if left_out && (!mean || item.when_hidden.is_some()) {
            let hidden = item.when_hidden.unwrap_or(0.0);
            (least, most) = (least.min(hidden), most.max(hidden));
        }
        match &item.one_of {
            None => add(least, most),
            Some(group) => match groups.iter_mut().find(|(name, ..)| name == group) {
                Some((_, low, high)) => (*low, *high) = (low.min(least), high.max(most)),
                None => groups.push((group, least, most)),
            },
        }
    }
    groups.into_iter().for_each(|(_, least, most)| add(least, most));
    (low, high)
}

fn subscales(instrument: &Instrument) -> Checked {
    let subscales = &instrument.scoring.subscales;
    few("subscales", subscales.len(), 0, limits::ENTRIES)?;
    subscales.iter().try_for_each(|subscale| id("subscales", &subscale.id))?;
    unique("subscales", subscales.iter().map(|subscale| subscale.id.as_str()))?;
    for subscale in subscales {
        let place = format!("subscale {}", subscale.id);
        text(&place, &subscale.label)?;
        subscale.min.iter().chain(&subscale.max).try_for_each(|bound| number(&place, *bound))?;
        let ordered = subscale.min.zip(subscale.max).is_none_or(|(min, max)| min < max);
        ensure(ordered, &place, "min is not below max")?;
        unique(&place, subscale.items.iter().map(String::as_str))?;
        for id in &subscale.items {
            let known = instrument.item(id).is_some();
            ensure(known, &place, format_args!("there is no item “{}”", short(id)))?;
        }
        kind(instrument, subscale, &place)?;
    }
    Ok(())
}

fn kind(instrument: &Instrument, subscale: &Subscale, place: &str) -> Checked {
    if let SubscaleKind::Category(values) = &subscale.kind {
        few(place, values.len(), 2, limits::ENTRIES)?;
        values.iter().try_for_each(|value| id(place, value))?;
        unique(place, values.iter().map(String::as_str))?;
    }
    let Some(method) = subscale.method else {
        let rule = instrument.scoring.rule;
        let given = rule.and_then(|rule| rule.subscales().iter().find(|(id, _)| *id == subscale.id));
        let fits = match (given, &subscale.kind) {
            (None, _) => return ensure(false, place, "no rule is known that gives it"),
            (Some((_, Gives::Count)), kind) => *kind == SubscaleKind::Integer,
            (Some((_, Gives::YesNo)), kind) => *kind == SubscaleKind::Boolean,
            (Some((_, Gives::OneOf(names))), SubscaleKind::Category(values)) => values == names,
            (Some((_, Gives::OneOf(_))), _) => false,
        };
        return ensure(fits, place, "its type or its values are not those of the rule");
    };
    ensure(!subscale.items.is_empty(), place, "it has no items")?;
    let numeric = matches!(subscale.kind, SubscaleKind::Integer | SubscaleKind::Number);
    ensure(numeric, place, "items give a number")?;
    match method {
        SubscaleMethod::CountAtLeast(least) => number(place, least),
        SubscaleMethod::Sum | SubscaleMethod::Mean => Ok(()),
    }
}

/// A rule must find its items, in the coding it was published for.
fn rule(instrument: &Instrument) -> Checked {
    let Some(rule) = instrument.scoring.rule else { return Ok(()) };
    for (id, _) in rule.subscales() {
        let declared = instrument
            .scoring
            .subscales
            .iter()
            .any(|subscale| subscale.id == *id && subscale.method.is_none());
        ensure(
            declared,
            "subscales",
            format_args!("the rule {} gives “{id}”, which is not there", rule.name()),
        )?;
    }
    for id in rule.items() {
        let place = format!("item {id}");
        let Some(item) = instrument.item(id) else {
            return ensure(false, place, format_args!("the rule {} needs it", rule.name()));
        };
        let options = instrument.options(item);
        let greatest = rule.greatest_answer();
        let coded = options.len() == usize::from(greatest) + 1
            && (0..=greatest).all(|value| options.iter().any(|option| option.value == f64::from(value)))
            && !item.reverse
            && item.recode.is_empty();
        ensure(coded, place, format_args!("the rule {} needs answers from 0 to {greatest}", rule.name()))?;
    }
    Ok(())
}

fn bands(instrument: &Instrument) -> Checked {
    few("bands", instrument.bands.len(), 0, limits::ENTRIES)?;
    let groups = [None, Some(Sex::Female), Some(Sex::Male)]
        .map(|sex| instrument.bands.iter().filter(|band| band.sex == sex).collect::<Vec<_>>());
    if instrument.bands.is_empty() {
        return Ok(());
    }
    ensure(!groups[0].is_empty(), "bands", "there are none for people whose sex is not known")?;
    let scoring = &instrument.scoring;
    let (min, max) = if scoring.has_total {
        (scoring.min, scoring.max)
    } else {
        let steps = scoring.subscales.iter().filter_map(|subscale| match &subscale.kind {
            SubscaleKind::Boolean => Some(1),
            SubscaleKind::Category(values) => Some(values.len() - 1),
            SubscaleKind::Integer | SubscaleKind::Number => None,
        });
        let steps: Vec<_> = steps.collect();
        ensure(steps.len() == 1, "bands", "without a total they need exactly one boolean or category")?;
        // The last band holds for all further categories.
        (Some(0.0), None)
    };
    groups.iter().filter(|group| !group.is_empty()).try_for_each(|group| contiguous(group, min, max))
}

fn contiguous(bands: &[&Band], min: Option<f64>, max: Option<f64>) -> Checked {
    for band in bands {
        text("bands", &band.label)?;
        number("bands", band.min)?;
        number("bands", band.max)?;
        ensure(
            band.min <= band.max,
            "bands",
            format_args!("“{}” ends before it starts", short(&band.label)),
        )?;
    }
    for pair in bands.windows(2) {
        let step = pair[1].min - pair[0].max;
        let label = short(&pair[1].label);
        ensure(step > 0.0, "bands", format_args!("“{label}” overlaps the one before"))?;
        ensure(step <= 1.0, "bands", format_args!("there is a gap before “{label}”"))?;
    }
    let starts = bands.first().map(|band| band.min) == min;
    let ends = max.is_none() || bands.last().map(|band| band.max) == max;
    ensure(starts && ends, "bands", "they do not go from the least to the greatest score")
}

fn few(place: &str, count: usize, least: usize, most: usize) -> Checked {
    ensure(
        (least..=most).contains(&count),
        place,
        format_args!("{count} entries; {least} to {most} are allowed"),
    )
}

fn unique<'t>(place: &str, ids: impl Iterator<Item = &'t str>) -> Checked {
    let mut seen = BTreeSet::new();
    for id in ids {
        ensure(seen.insert(id), place, format_args!("“{}” stands there twice", short(id)))?;
    }
    Ok(())
}

fn id(place: &str, id: &str) -> Checked {
    let fine = !id.is_empty()
        && id.chars().count() <= limits::ID
        && !id.chars().any(|c| c.is_whitespace() || c.is_control());
    let name = short(id);
    ensure(fine, place, format_args!("“{name}” is no id: up to {} characters without spaces", limits::ID))
}

fn text(place: &str, text: &str) -> Checked {
    ensure(!text.trim().is_empty(), place, "a text is empty")?;
    long(place, text)
}

fn long(place: &str, text: &str) -> Checked {
    let fine = text.chars().count() <= limits::TEXT && !text.chars().any(|c| c.is_control() && c != '\n');
    ensure(
        fine,
        place,
        format_args!("a text has more than {} characters, or control characters", limits::TEXT),
    )
}

fn number(place: &str, value: f64) -> Checked {
    // What is no number is not within the limits either.
    ensure(value.abs() <= limits::VALUE, place, format_args!("{value} is no number that can be used"))
}

fn loinc(place: &str, code: &str) -> Checked {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let fine = code.len() <= limits::ID
        && code
            .split_once('-')
            .is_some_and(|(number, check)| digits(number) && digits(check) && check.len() == 1);
    ensure(fine, place, format_args!("“{}” is no LOINC code", short(code)))
}

/// Enough of a name to find it, without what could disturb a terminal.
fn short(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(limits::ID).collect()
}
