//! Reading a Questionnaire (<https://hl7.org/fhir/R4/questionnaire.html>) from anyone.

use std::collections::BTreeSet;
use std::fmt;

use clinical::screening::{Fault, limits, validate};
use serde_json::Value;

use super::options::{Choice, Offer, offer};
use super::{LOINC, pack, scoring};
use crate::results::line;

/// The largest Questionnaire that is looked at, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// How many items of any kind it may have, and how deep they lie.
const MOST_ITEMS: usize = 2_000;
const DEEPEST: usize = 16;

const HIDDEN: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
const VARIABLE: &str = "http://hl7.org/fhir/StructureDefinition/variable";
const CALCULATED: [&str; 2] = [
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-calculatedExpression",
];
/// Extensions that change what is asked or how; a form that leaves them out would be another form.
const NOT_UNDERSTOOD: [&str; 6] = [
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-enableWhenExpression",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerExpression",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-candidateExpression",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-answerOptionsToggleExpression",
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-subQuestionnaire",
];

/// Why a Questionnaire cannot be used. The texts name the place by its linkId; they hold nothing about clients.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// It is larger than any questionnaire.
    #[error("the file has {bytes} bytes; {MAX_BYTES} is the most")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It is no JSON, or lists and objects lie too deep in one another.
    #[error("line {line}, column {column}: this is not JSON that can be read")]
    Json {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// It asks or says something that cannot be kept as it is.
    #[error("{place}: {problem}")]
    Unfit {
        /// Where: `item “q3”`.
        place: String,
        /// What.
        problem: String,
    },
    /// What it comes to is no instrument that can be scored.
    #[error(transparent)]
    Content(#[from] Fault),
}

/// A Questionnaire as the text of a pack for `slot`, under the licence that `statement` states. `instruments::parse_pack`
/// reads the pack.
///
/// Groups and displayed text become stems, enableWhen becomes `show_if`, ordinal values become values. A calculated
/// expression becomes a total or further score where it is shown to be a (weighted) sum or mean of the answers; where it
/// is not, there is no such score and the notes of the pack say so. Bands, thresholds of change and answers that need
/// attention are not part of a Questionnaire: there are none.
///
/// # Errors
/// Says what cannot be kept, and where. Nothing is left out silently.
pub fn import_questionnaire(json: &str, slot: &str, statement: &str) -> Result<String, ImportError> {
    if json.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: json.len() });
    }
    // Some editors begin a file with a byte order mark; it is no part of the text.
    let json: Value = serde_json::from_str(json.strip_prefix('\u{feff}').unwrap_or(json))
        .map_err(|error| ImportError::Json { line: error.line(), column: error.column() })?;
    let form = Form::read(&json)?;
    let scores = scoring::scores(&form);
    let instrument = pack::instrument(&form, scores, slot, statement)?;
    validate(&instrument)?;
    Ok(pack::text(&instrument))
}

/// A Questionnaire, read.
pub(super) struct Form<'q> {
    pub(super) json: &'q Value,
    pub(super) nodes: Vec<Node<'q>>,
    /// The items that lie in no other.
    pub(super) top: Vec<usize>,
    /// Text printed before everything else.
    pub(super) opening: Vec<String>,
    pub(super) notes: Vec<String>,
    links: BTreeSet<&'q str>,
}

/// One item of any kind.
pub(super) struct Node<'q> {
    pub(super) link: &'q str,
    pub(super) kind: Kind<'q>,
    pub(super) children: Vec<usize>,
    /// The items whose conditions decide whether it is shown: those it lies in, and itself.
    pub(super) within: Vec<&'q Value>,
    /// Named expressions that can be seen from here, the nearest last.
    pub(super) variables: Vec<Variable<'q>>,
}

/// A named expression.
#[derive(Clone, Copy)]
pub(super) struct Variable<'q> {
    pub(super) name: &'q str,
    pub(super) expression: &'q str,
    /// The item it belongs to; none for those of the form.
    pub(super) of: Option<usize>,
}

pub(super) enum Kind<'q> {
    /// A heading, or something nobody fills in.
    Other,
    Question(Question),
    /// A number that is calculated from answers.
    Computed(Computed<'q>),
}

pub(super) struct Question {
    pub(super) text: String,
    pub(super) stem: Option<String>,
    pub(super) loinc: Option<String>,
    pub(super) offer: Offer,
    pub(super) choices: Vec<Choice>,
}

pub(super) struct Computed<'q> {
    pub(super) label: String,
    pub(super) loinc: Option<String>,
    pub(super) expression: &'q str,
    pub(super) whole: bool,
}

/// What an item inherits from those it lies in.
#[derive(Clone, Default)]
struct Above<'q> {
    stems: Vec<String>,
    within: Vec<&'q Value>,
    variables: Vec<Variable<'q>>,
}

impl<'q> Form<'q> {
    fn read(json: &'q Value) -> Result<Self, ImportError> {
        let kind = string(json, "resourceType").unwrap_or_default();
        ensure(kind == "Questionnaire", "resourceType", "this is not a Questionnaire of FHIR R4")?;
        understood(json, &"the Questionnaire")?;
        let mut form = Self {
            json,
            nodes: Vec::new(),
            top: Vec::new(),
            opening: Vec::new(),
            notes: Vec::new(),
            links: BTreeSet::new(),
        };
        let above = Above { variables: variables(json, None), ..Above::default() };
        form.top = form.children(json, &above, 0, true)?;
        ensure(
            form.questions().next().is_some(),
            "item",
            "there is no question with answers to choose from",
        )?;
        Ok(form)
    }

    /// The questions in printed order, with their places among the nodes.
    pub(super) fn questions(&self) -> impl Iterator<Item = (usize, &Node<'q>, &Question)> {
        self.nodes.iter().enumerate().filter_map(|(at, node)| match &node.kind {
            Kind::Question(question) => Some((at, node, question)),
            Kind::Other | Kind::Computed(_) => None,
        })
    }

    /// The question of this linkId.
    pub(super) fn question(&self, link: &str) -> Option<(usize, &Question)> {
        self.questions().find(|(_, node, _)| node.link == link).map(|(at, _, question)| (at, question))
    }

    /// The id in the pack: the linkId where it can be one.
    pub(super) fn id(&self, at: usize) -> String {
        let link = self.nodes[at].link;
        let fits =
            link.chars().count() <= limits::ID && !link.chars().any(|c| c.is_whitespace() || c.is_control());
        if fits { link.to_owned() } else { self.free_id(at) }
    }

    fn free_id(&self, at: usize) -> String {
        let mut id = format!("item{}", at + 1);
        while self.links.contains(id.as_str()) {
            id.push('_');
        }
        id
    }

    /// The items inside one. Displayed texts are printed above those that follow, unless they are said already.
    fn children(
        &mut self,
        parent: &'q Value,
        above: &Above<'q>,
        depth: usize,
        displays: bool,
    ) -> Result<Vec<usize>, ImportError> {
        let Some(items) = parent.get("item") else { return Ok(Vec::new()) };
        let items = items.as_array().ok_or_else(|| unfit("item", "it must be a list"))?;
        let mut children = Vec::new();
        let (mut said, mut used) = (Vec::new(), true);
        for item in items {
            let place = place(item);
            ensure(
                self.nodes.len() < MOST_ITEMS,
                &place,
                format_args!("there are more than {MOST_ITEMS} items"),
            )?;
            ensure(
                depth < DEEPEST,
                &place,
                format_args!("items lie more than {DEEPEST} deep in one another"),
            )?;
            if string(item, "type") == Some("display") {
                self.claim_link(item, &place)?;
                understood(item, &place)?;
                plain(item, &place, "a displayed text")?;
                let text = words(item, &place)?.ok_or_else(|| unfit(&place, "it has no text"))?;
                if item.get("enableWhen").is_some() {
                    self.notes.push(format!(
                        "{place} is printed only after certain answers and is left out: {text}"
                    ));
                } else if displays && !is_hidden(item) {
                    // Text after a question starts anew; what stood before it belongs to that question.
                    if used {
                        said.clear();
                    }
                    used = false;
                    said.push(text);
                }
                continue;
            }
            if depth == 0 && self.nodes.is_empty() {
                self.opening = std::mem::take(&mut said);
            }
            let mut below = above.clone();
            below.stems.extend(said.iter().cloned());
            used = true;
            children.push(self.item(item, &place, below, depth)?);
        }
        if !used {
            self.notes.extend(said.iter().map(|text| format!("Printed after the questions: {text}")));
        }
        Ok(children)
    }

    fn item(
        &mut self,
        item: &'q Value,
        place: &str,
        above: Above<'q>,
        depth: usize,
    ) -> Result<usize, ImportError> {
        let link = self.claim_link(item, place)?;
        understood(item, &place)?;
        let mut below = above;
        below.within.push(item);
        let at = self.nodes.len();
        below.variables.extend(variables(item, Some(at)));
        let node = Node {
            link,
            kind: Kind::Other,
            children: Vec::new(),
            within: below.within.clone(),
            variables: below.variables.clone(),
        };
        self.nodes.push(node);
        let text = words(item, place)?;
        if let Some(expression) = calculated(item) {
            plain(item, place, "a calculated item")?;
            self.nodes[at].kind = Kind::Computed(Computed {
                label: text.unwrap_or_else(|| "Score".to_owned()),
                loinc: loinc(item),
                expression,
                whole: string(item, "type") == Some("integer"),
            });
            return Ok(at);
        }
        let group = string(item, "type") == Some("group");
        if is_hidden(item) || is_calculated(item) || !group && item["readOnly"] == true {
            // Nobody is asked this. Conditions on it are refused, since they could not be met.
            self.notes.push(format!("{place} is filled in by software and is left out."));
            plain(item, place, "an item that nobody fills in")?;
            return Ok(at);
        }
        if group {
            ensure(item["repeats"] != true, place, "groups that repeat are not supported")?;
            below.stems.extend(text);
        } else {
            let stems = std::mem::take(&mut below.stems);
            let helps = self.helps(item)?;
            let question = self.ask(item, place, text, &[stems.clone(), helps].concat())?;
            self.nodes[at].kind = Kind::Question(question);
            below.stems = stems;
        }
        self.nodes[at].children = self.children(item, &below, depth + 1, group)?;
        Ok(at)
    }

    fn ask(
        &self,
        item: &Value,
        place: &str,
        text: Option<String>,
        stems: &[String],
    ) -> Result<Question, ImportError> {
        ensure(item["repeats"] != true, place, "questions with several answers at once are not supported")?;
        let text = text.ok_or_else(|| unfit(place, "the question has no text"))?;
        let (offer, choices) = offer(self.json, item, place)?;
        let stem = (!stems.is_empty()).then(|| stems.join("\n"));
        Ok(Question { text, stem, loinc: loinc(item), offer, choices })
    }

    /// Displayed texts inside a question: they are printed with it.
    fn helps(&self, item: &Value) -> Result<Vec<String>, ImportError> {
        let inner = item["item"].as_array().map_or(&[][..], Vec::as_slice);
        let displays =
            inner.iter().filter(|inner| string(inner, "type") == Some("display") && !is_hidden(inner));
        displays.filter_map(|display| words(display, &place(display)).transpose()).collect()
    }

    fn claim_link(&mut self, item: &'q Value, place: &str) -> Result<&'q str, ImportError> {
        let link = string(item, "linkId").unwrap_or_default();
        ensure(!link.is_empty(), place, "it has no linkId")?;
        ensure(self.links.insert(link), place, "this linkId stands there twice")?;
        Ok(link)
    }
}

/// Refuses what must not be passed over: modifiers, and extensions that decide what is asked.
fn understood(element: &Value, place: &dyn fmt::Display) -> Result<(), ImportError> {
    let modifiers = element["modifierExtension"].as_array().is_some_and(|all| !all.is_empty());
    ensure(!modifiers, place, "it has modifier extensions, which change its meaning")?;
    match extensions(element).find(|(url, _)| NOT_UNDERSTOOD.contains(url)) {
        Some((url, _)) => {
            let name = url.rsplit('/').next().unwrap_or(url);
            Err(unfit(place, format_args!("the extension {name} is not supported")))
        }
        None => Ok(()),
    }
}

/// Refuses items inside one that can have none.
fn plain(item: &Value, place: &str, what: &str) -> Result<(), ImportError> {
    let inner = item["item"]
        .as_array()
        .is_some_and(|inner| inner.iter().any(|inner| string(inner, "type") != Some("display")));
    ensure(!inner, place, format_args!("there are questions inside {what}"))
}

/// The text of an item, as one line.
fn words(item: &Value, place: &str) -> Result<Option<String>, ImportError> {
    let text = string(item, "text").and_then(line);
    let fits = text.as_ref().is_none_or(|text| text.chars().count() <= limits::TEXT);
    ensure(fits, place, format_args!("its text has more than {} characters", limits::TEXT))?;
    Ok(text)
}

fn is_calculated(item: &Value) -> bool {
    extensions(item).any(|(url, _)| CALCULATED.contains(&url))
}

/// The expression of a calculated number.
fn calculated(item: &Value) -> Option<&str> {
    let (_, extension) = extensions(item).find(|(url, _)| CALCULATED.contains(url))?;
    let numeric = matches!(string(item, "type"), Some("integer" | "decimal" | "quantity"));
    string(&extension["valueExpression"], "expression").filter(|_| numeric)
}

fn variables(element: &Value, of: Option<usize>) -> Vec<Variable<'_>> {
    let named = extensions(element).filter(|(url, _)| *url == VARIABLE).filter_map(|(_, extension)| {
        let expression = &extension["valueExpression"];
        Some(Variable {
            name: string(expression, "name")?,
            expression: string(expression, "expression")?,
            of,
        })
    });
    named.collect()
}

fn is_hidden(item: &Value) -> bool {
    extensions(item).any(|(url, extension)| url == HIDDEN && extension["valueBoolean"] == true)
}

/// The LOINC code of an item, if it has one of the right form.
pub(super) fn loinc(element: &Value) -> Option<String> {
    let codes = element["code"].as_array()?;
    let code = codes
        .iter()
        .find(|code| string(code, "system") == Some(LOINC))
        .and_then(|code| string(code, "code"))?;
    let (number, check) = code.split_once('-')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(number) && digits(check) && check.len() == 1 && number.len() <= 10).then(|| code.to_owned())
}

/// The extensions of an element with their addresses.
pub(super) fn extensions(element: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let all = element["extension"].as_array().map_or(&[][..], Vec::as_slice);
    all.iter().filter_map(|extension| Some((string(extension, "url")?, extension)))
}

pub(super) fn string<'v>(element: &'v Value, name: &str) -> Option<&'v str> {
    element.get(name)?.as_str()
}

/// The place of an item, for messages.
pub(super) fn place(item: &Value) -> String {
    format!("item “{}”", short(string(item, "linkId").unwrap_or("without linkId")))
}

/// A name from a file, fit for a message.
pub(super) fn short(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(limits::ID).collect()
}

pub(super) fn unfit(place: impl fmt::Display, problem: impl fmt::Display) -> ImportError {
    ImportError::Unfit { place: place.to_string(), problem: problem.to_string() }
}

pub(super) fn ensure(
    fine: bool,
    place: impl fmt::Display,
    problem: impl fmt::Display,
) -> Result<(), ImportError> {
    if fine { Ok(()) } else { Err(unfit(place, problem)) }
}
