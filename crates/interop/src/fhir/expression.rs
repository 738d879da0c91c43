//! What a calculated expression comes to, worked out for a form on which every question is answered.
//!
//! Instead of numbers, answers stand for themselves: the result says how often each answer counts. A score is taken over
//! only if this shows it to be linear; a guess would be worse than no score.

use std::collections::BTreeMap;

use super::fhirpath::{Expr, parse};
use super::options::{Offer, SCORES};
use super::questionnaire::{Form, Kind};

/// A weighted sum of answers, by place among the nodes, and a constant.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Linear {
    pub(super) weights: BTreeMap<usize, f64>,
    pub(super) constant: f64,
}

impl Linear {
    fn constant(constant: f64) -> Self {
        Self { weights: BTreeMap::new(), constant }
    }

    fn one(node: usize) -> Self {
        Self { weights: BTreeMap::from([(node, 1.0)]), constant: 0.0 }
    }

    fn plus(mut self, other: &Self, times: f64) -> Self {
        for (node, weight) in &other.weights {
            *self.weights.entry(*node).or_default() += times * weight;
        }
        self.weights.retain(|_, weight| *weight != 0.0);
        self.constant += times * other.constant;
        self
    }

    /// The number, where no answer is in it.
    fn number(&self) -> Option<f64> {
        self.weights.is_empty().then_some(self.constant)
    }
}

/// A value: a collection, as everything in FHIRPath.
#[derive(Clone, Debug)]
enum Found {
    /// The form.
    Root,
    /// Items, by place among the nodes; `inside` are those that may have been meant where these have no answers: the
    /// ones inside groups for those beside them, and the other way round.
    Items {
        nodes: Vec<usize>,
        inside: Vec<usize>,
    },
    /// The answers of these items.
    Answers(Vec<usize>),
    /// The codes of the answers of these items.
    Codes(Vec<usize>),
    /// What these items offer.
    Offered(Vec<usize>),
    /// Extensions of the answers of these items.
    Extensions(Vec<usize>),
    Numbers(Vec<Linear>),
    Texts(Vec<String>),
    Truth(bool),
    /// Whether the answer to this yes-or-no question is yes.
    Yes(usize),
    /// Those of these items that were answered with yes.
    Affirmed(Vec<usize>),
}

/// Steps that all expressions of a form may take together, and how deep values may depend on one another.
const MOST_STEPS: usize = 4_000_000;
const DEEPEST: usize = 64;
/// Characters of a pattern that are looked at.
const LONGEST_PATTERN: usize = 500;

/// Works out expressions.
pub(super) struct Reading<'f, 'q> {
    form: &'f Form<'q>,
    steps: usize,
    depth: usize,
    /// The item whose variables can be seen.
    scope: usize,
    /// The item that the expression belongs to; none for those of the form.
    context: Option<usize>,
    /// The calculated items that are being worked out: none may need itself.
    open: Vec<usize>,
}

/// What `$this` and `$total` stand for.
#[derive(Clone, Copy, Default)]
struct Current<'c> {
    this: Option<&'c Found>,
    total: Option<&'c Found>,
}

impl<'f, 'q> Reading<'f, 'q> {
    pub(super) fn new(form: &'f Form<'q>) -> Self {
        Self { form, steps: 0, depth: 0, scope: 0, context: None, open: Vec::new() }
    }

    /// What the expression of a calculated item comes to; `None` where that is not linear or not known.
    pub(super) fn linear(&mut self, node: usize) -> Option<Linear> {
        self.depth = 0;
        self.open.clear();
        self.computed(node)
    }

    fn computed(&mut self, node: usize) -> Option<Linear> {
        let Kind::Computed(computed) = &self.form.nodes[node].kind else { return None };
        if self.open.contains(&node) {
            return None;
        }
        self.open.push(node);
        let outer = std::mem::replace(&mut self.scope, node);
        let found = self.evaluate(computed.expression, Some(node)).and_then(|found| self.single(found));
        self.scope = outer;
        self.open.pop();
        found
    }

    fn evaluate(&mut self, expression: &str, context: Option<usize>) -> Option<Found> {
        self.spend(expression.len())?;
        let expression = parse(expression)?;
        let outer = std::mem::replace(&mut self.context, context);
        let this = self.own();
        let found = self.find(&expression, Current { this: Some(&this), total: None });
        self.context = outer;
        found
    }

    /// What a path without a start begins at.
    fn own(&self) -> Found {
        match self.context {
            Some(node) => Found::Items { nodes: vec![node], inside: Vec::new() },
            None => Found::Root,
        }
    }

    fn spend(&mut self, steps: usize) -> Option<()> {
        self.steps += steps;
        (self.steps <= MOST_STEPS).then_some(())
    }

    fn single(&mut self, found: Found) -> Option<Linear> {
        let mut numbers = self.numbers(found)?;
        if numbers.len() == 1 { numbers.pop() } else { None }
    }

    fn numbers(&mut self, found: Found) -> Option<Vec<Linear>> {
        match found {
            Found::Numbers(numbers) => Some(numbers),
            // Only numbers are numbers by themselves; of a code it takes a function to get at its score.
            Found::Answers(nodes) => nodes.into_iter().map(|node| self.own_number(node)).collect(),
            _ => None,
        }
    }

    fn own_number(&mut self, node: usize) -> Option<Linear> {
        match &self.form.nodes[node].kind {
            Kind::Question(question) if question.offer == Offer::Number => Some(Linear::one(node)),
            Kind::Computed(_) => self.computed(node),
            Kind::Question(_) | Kind::Other => None,
        }
    }

    /// The scores of answers. Numbers have none, as the functions for scores pass them over.
    fn scores(&self, nodes: &[usize]) -> Option<Found> {
        let coded = nodes.iter().filter_map(|node| match &self.form.nodes[*node].kind {
            Kind::Question(question) if question.offer == Offer::Coded => Some((*node, question)),
            _ => None,
        });
        let scores = coded.map(|(node, question)| {
            question.choices.iter().all(|choice| choice.points.is_some()).then(|| Linear::one(node))
        });
        scores.collect::<Option<_>>().map(Found::Numbers)
    }

    fn find(&mut self, expr: &Expr, current: Current<'_>) -> Option<Found> {
        self.spend(1)?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let found = match expr {
            Expr::Number(number) => Some(Found::Numbers(vec![Linear::constant(*number)])),
            Expr::Text(text) => Some(Found::Texts(vec![text.clone()])),
            Expr::Truth(truth) => Some(Found::Truth(*truth)),
            Expr::Empty => Some(Found::Numbers(Vec::new())),
            Expr::Variable(name) => self.variable(name),
            Expr::Current(name) => match name.as_str() {
                "this" => current.this.cloned(),
                "total" => current.total.cloned(),
                _ => None,
            },
            Expr::Member(None, name) if name == "QuestionnaireResponse" => Some(Found::Root),
            Expr::Member(None, name) => self.member(current.this?.clone(), name),
            Expr::Member(Some(base), name) => {
                let base = self.find(base, current)?;
                self.member(base, name)
            }
            Expr::Call(None, name, arguments) if name == "iif" => self.choose(arguments, current),
            Expr::Call(base, name, arguments) => {
                let base = match base {
                    Some(base) => self.find(base, current)?,
                    None => current.this?.clone(),
                };
                self.call(base, name, arguments, current)
            }
            Expr::Index(base, index) => {
                let base = self.find(base, current)?;
                let first = **index == Expr::Number(0.0);
                first.then(|| alone(base)).flatten()
            }
            Expr::Minus(inner) => {
                let number = self.find(inner, current).and_then(|found| self.single(found))?;
                Some(Found::Numbers(vec![Linear::default().plus(&number, -1.0)]))
            }
            Expr::Binary(..) => self.chain(expr, current),
        };
        self.depth -= 1;
        found
    }

    /// Operators from left to right: a sum of many items is long and not deep.
    fn chain(&mut self, expr: &Expr, current: Current<'_>) -> Option<Found> {
        let (mut first, mut rest) = (expr, Vec::new());
        while let Expr::Binary(operator, left, right) = first {
            rest.push((operator, right));
            first = left;
        }
        let mut found = self.find(first, current)?;
        for (operator, right) in rest.into_iter().rev() {
            let right = self.find(right, current)?;
            found = self.binary(operator, found, right)?;
        }
        Some(found)
    }

    fn variable(&mut self, name: &str) -> Option<Found> {
        match name {
            "resource" | "rootResource" | "questionnaire" => return Some(Found::Root),
            "context" => return Some(self.own()),
            _ => {}
        }
        let variables = self.form.nodes[self.scope].variables.iter().rev();
        let variable = *variables.into_iter().find(|variable| variable.name == name)?;
        self.evaluate(variable.expression, variable.of)
    }

    fn member(&mut self, base: Found, name: &str) -> Option<Found> {
        match (base, name) {
            (Found::Root, "item") => {
                let inside = self.below(&self.form.top)?;
                Some(Found::Items { nodes: self.form.top.clone(), inside })
            }
            (Found::Items { nodes, inside }, "item") => {
                let nodes = if nodes.is_empty() { inside } else { nodes };
                let children = nodes.iter().flat_map(|node| self.form.nodes[*node].children.iter().copied());
                Some(Found::Items { nodes: children.collect(), inside: Vec::new() })
            }
            (Found::Items { nodes, inside }, "linkId") => {
                let nodes = if nodes.is_empty() { inside } else { nodes };
                Some(Found::Texts(nodes.iter().map(|node| self.form.nodes[*node].link.to_owned()).collect()))
            }
            (Found::Items { nodes, inside }, "answer") => Some(Found::Answers(self.answered(nodes, inside))),
            (Found::Items { nodes, inside }, "answerOption") => {
                Some(Found::Offered(self.answered(nodes, inside)))
            }
            (
                Found::Answers(nodes),
                "value" | "valueCoding" | "valueInteger" | "valueDecimal" | "valueQuantity" | "valueBoolean",
            ) => Some(Found::Answers(nodes)),
            (Found::Answers(nodes), "code" | "display") => Some(Found::Codes(nodes)),
            (Found::Answers(nodes), "extension") => Some(Found::Extensions(nodes)),
            (Found::Extensions(nodes), "value" | "valueDecimal" | "valueInteger") => self.scores(&nodes),
            _ => None,
        }
    }

    /// Of these items, those that have answers. A linkId is unique in the whole form: who seeks one beside the groups means
    /// the question inside them, as published examples do; and who seeks it in groups that are not there, the one beside.
    fn answered(&self, nodes: Vec<usize>, inside: Vec<usize>) -> Vec<usize> {
        let has_answer = |node: &usize| !matches!(self.form.nodes[*node].kind, Kind::Other);
        let mut answered: Vec<_> = nodes.into_iter().filter(has_answer).collect();
        if answered.is_empty() {
            answered.extend(inside.into_iter().filter(has_answer));
        }
        answered
    }

    fn choose(&mut self, arguments: &[Expr], current: Current<'_>) -> Option<Found> {
        let [condition, then, otherwise @ ..] = arguments else { return None };
        let otherwise = otherwise.first().unwrap_or(&Expr::Empty);
        match self.find(condition, current)? {
            Found::Truth(true) => self.find(then, current),
            Found::Truth(false) => self.find(otherwise, current),
            Found::Yes(node) => {
                let mut number =
                    |expr| self.find(expr, current).and_then(|found| self.single(found))?.number();
                let (yes, no) = (number(then)?, number(otherwise)?);
                Some(Found::Numbers(vec![Linear::constant(no).plus(&Linear::one(node), yes - no)]))
            }
            _ => None,
        }
    }

    fn call(&mut self, base: Found, name: &str, arguments: &[Expr], current: Current<'_>) -> Option<Found> {
        match (base, name, arguments) {
            (base, "repeat", [Expr::Member(None, inner)]) if inner == "item" => self.all_below(&base),
            (base, "descendants", []) => self.all_below(&base),
            (Found::Items { nodes, inside }, "where", [criterion]) => self.keep(&nodes, &inside, criterion),
            (Found::Offered(nodes), "where", [criterion]) => self.marked(nodes, criterion, current),
            (Found::Extensions(nodes), "where", [Expr::Binary("=", left, right)]) => {
                let url = **left == Expr::Member(None, "url".to_owned());
                (url && is_score(right)).then_some(Found::Extensions(nodes))
            }
            (Found::Answers(nodes), "extension", [url]) => is_score(url).then_some(Found::Extensions(nodes)),
            (Found::Answers(nodes), "weight" | "ordinal" | "ordinalValue", []) => self.scores(&nodes),
            (Found::Answers(nodes), "ofType" | "as", [_]) => Some(Found::Answers(nodes)),
            (base, "select", [projection]) => self.project(base, projection),
            (Found::Affirmed(nodes), "count", []) => {
                let add = |sum: Linear, node| sum.plus(&Linear::one(node), 1.0);
                Some(Found::Numbers(vec![nodes.into_iter().fold(Linear::default(), add)]))
            }
            (base, "count", []) => Some(Found::Numbers(vec![Linear::constant(self.size(&base)? as f64)])),
            (base, "exists" | "hasValue", []) => Some(Found::Truth(self.size(&base)? > 0)),
            (base, "empty", []) => Some(Found::Truth(self.size(&base)? == 0)),
            (Found::Truth(truth), "not", []) => Some(Found::Truth(!truth)),
            (base, "first" | "last" | "single", []) => alone(base),
            (base, "toDecimal", []) => self.numbers(base).map(Found::Numbers),
            (base, "sum", []) => {
                let sum = |sum: Linear, number: &Linear| sum.plus(number, 1.0);
                Some(Found::Numbers(vec![self.numbers(base)?.iter().fold(Linear::default(), sum)]))
            }
            (base, "avg", []) => {
                let numbers = self.numbers(base)?;
                let share = 1.0 / numbers.len() as f64;
                let mean = |sum: Linear, number: &Linear| sum.plus(number, share);
                (!numbers.is_empty())
                    .then(|| Found::Numbers(vec![numbers.iter().fold(Linear::default(), mean)]))
            }
            (base, "aggregate", [step, start @ ..]) => {
                let mut total =
                    start.first().map_or(Some(Found::Numbers(Vec::new())), |s| self.find(s, current))?;
                for number in self.numbers(base)? {
                    let this = Found::Numbers(vec![number]);
                    total = self.find(step, Current { this: Some(&this), total: Some(&total) })?;
                }
                Some(total)
            }
            (
                Found::Texts(texts),
                "startsWith" | "endsWith" | "contains" | "matches" | "matchesFull",
                [argument],
            ) => {
                let Found::Texts(argument) = self.find(argument, current)? else { return None };
                let ([text], [argument]) = (texts.as_slice(), argument.as_slice()) else { return None };
                self.spend(argument.len())?;
                compares(text, name, argument).map(Found::Truth)
            }
            _ => None,
        }
    }

    /// All items in this form, or in these items, at any depth.
    fn all_below(&mut self, base: &Found) -> Option<Found> {
        let nodes = match base {
            Found::Root => {
                let mut nodes = [self.form.top.clone(), self.below(&self.form.top)?].concat();
                nodes.sort_unstable();
                nodes
            }
            Found::Items { nodes, inside } => {
                let from = if nodes.is_empty() { inside } else { nodes };
                return Some(Found::Items { nodes: self.below(from)?, inside: from.clone() });
            }
            _ => return None,
        };
        Some(Found::Items { nodes, inside: Vec::new() })
    }

    fn below(&mut self, nodes: &[usize]) -> Option<Vec<usize>> {
        self.spend(self.form.nodes.len())?;
        let children = |node: &usize| self.form.nodes[*node].children.iter().copied();
        let mut open: Vec<usize> = nodes.iter().flat_map(children).collect();
        let mut below = Vec::new();
        while let Some(node) = open.pop() {
            open.extend(children(&node));
            below.push(node);
        }
        below.sort_unstable();
        Some(below)
    }

    fn keep(&mut self, nodes: &[usize], inside: &[usize], criterion: &Expr) -> Option<Found> {
        match (self.filter(nodes, criterion)?, self.filter(inside, criterion)?) {
            (Found::Items { nodes, .. }, Found::Items { nodes: inside, .. }) => {
                Some(Found::Items { nodes, inside })
            }
            (Found::Items { nodes, .. }, affirmed) if nodes.is_empty() => Some(affirmed),
            (affirmed, Found::Items { nodes, .. }) if nodes.is_empty() => Some(affirmed),
            (Found::Affirmed(nodes), Found::Affirmed(inside)) => {
                Some(Found::Affirmed([nodes, inside].concat()))
            }
            _ => None,
        }
    }

    fn filter(&mut self, nodes: &[usize], criterion: &Expr) -> Option<Found> {
        let (mut kept, mut affirmed) = (Vec::new(), Vec::new());
        for &node in nodes {
            let this = Found::Items { nodes: vec![node], inside: Vec::new() };
            match self.find(criterion, Current { this: Some(&this), total: None })? {
                Found::Truth(true) => kept.push(node),
                Found::Yes(asked) if asked == node => affirmed.push(node),
                // Nothing at all is not true.
                Found::Truth(false) => {}
                Found::Numbers(numbers) if numbers.is_empty() => {}
                _ => return None,
            }
        }
        match (kept.is_empty(), affirmed.is_empty()) {
            (_, true) => Some(Found::Items { nodes: kept, inside: Vec::new() }),
            (true, false) => Some(Found::Affirmed(affirmed)),
            (false, false) => None,
        }
    }

    /// Of what an item offers, that which was answered: `where(valueCoding.code = …answer.valueCoding.code)`.
    fn marked(&mut self, nodes: Vec<usize>, criterion: &Expr, current: Current<'_>) -> Option<Found> {
        let Expr::Binary("=", left, right) = criterion else { return None };
        let own = |expr: &Expr| match expr {
            Expr::Member(None, name) => name.starts_with("value"),
            Expr::Member(Some(base), name) => {
                matches!(name.as_str(), "code" | "display")
                    && matches!(&**base, Expr::Member(None, name) if name.starts_with("value"))
            }
            _ => false,
        };
        let other = if own(left) { right } else { left };
        if !own(left) && !own(right) {
            return None;
        }
        match self.find(other, current)? {
            Found::Codes(answered) | Found::Answers(answered) if answered == nodes => {
                Some(Found::Answers(nodes))
            }
            _ => None,
        }
    }

    fn project(&mut self, base: Found, projection: &Expr) -> Option<Found> {
        let mut numbers = Vec::new();
        for each in elements(base)? {
            let found = self.find(projection, Current { this: Some(&each), total: None })?;
            numbers.extend(self.numbers(found)?);
        }
        Some(Found::Numbers(numbers))
    }

    fn size(&self, found: &Found) -> Option<usize> {
        match found {
            Found::Root | Found::Truth(_) | Found::Yes(_) => Some(1),
            Found::Items { nodes, inside } => Some(if nodes.is_empty() { inside.len() } else { nodes.len() }),
            Found::Answers(nodes) | Found::Codes(nodes) | Found::Extensions(nodes) => Some(nodes.len()),
            Found::Numbers(numbers) => Some(numbers.len()),
            Found::Texts(texts) => Some(texts.len()),
            // How many there are depends on the answers.
            Found::Offered(_) | Found::Affirmed(_) => None,
        }
    }

    fn binary(&mut self, operator: &str, left: Found, right: Found) -> Option<Found> {
        match (operator, left, right) {
            ("and", Found::Truth(left), Found::Truth(right)) => Some(Found::Truth(left && right)),
            ("or", Found::Truth(left), Found::Truth(right)) => Some(Found::Truth(left || right)),
            ("|", Found::Texts(left), Found::Texts(right)) => Some(Found::Texts([left, right].concat())),
            ("in", Found::Texts(left), Found::Texts(right))
            | ("contains", Found::Texts(right), Found::Texts(left)) => {
                let [text] = left.as_slice() else { return None };
                Some(Found::Truth(right.contains(text)))
            }
            ("=" | "~", Found::Texts(left), Found::Texts(right)) => Some(Found::Truth(left == right)),
            ("!=", Found::Texts(left), Found::Texts(right)) => Some(Found::Truth(left != right)),
            ("=" | "~", Found::Answers(nodes), Found::Truth(wanted)) => match nodes.as_slice() {
                [node] if self.is_yes_no(*node) => wanted.then_some(Found::Yes(*node)),
                // What is no yes or no is never equal to one.
                [] | [_] => Some(Found::Truth(false)),
                _ => None,
            },
            (_, left, right) => {
                let (left, right) = (self.numbers(left)?, self.numbers(right)?);
                let ([left], [right]) = (left.as_slice(), right.as_slice()) else { return None };
                arithmetic(operator, left, right)
            }
        }
    }

    fn is_yes_no(&self, node: usize) -> bool {
        matches!(&self.form.nodes[node].kind, Kind::Question(question) if question.offer == Offer::YesNo)
    }
}

fn arithmetic(operator: &str, left: &Linear, right: &Linear) -> Option<Found> {
    let truth = |holds: fn(&f64, &f64) -> bool| Some(Found::Truth(holds(&left.number()?, &right.number()?)));
    let result = match operator {
        "+" => left.clone().plus(right, 1.0),
        "-" => left.clone().plus(right, -1.0),
        "*" => match (left.number(), right.number()) {
            (_, Some(times)) => Linear::default().plus(left, times),
            (Some(times), None) => Linear::default().plus(right, times),
            (None, None) => return None,
        },
        "/" => Linear::default().plus(left, 1.0 / right.number().filter(|divisor| *divisor != 0.0)?),
        "=" => return truth(f64::eq),
        "!=" => return truth(f64::ne),
        "<" => return truth(f64::lt),
        "<=" => return truth(f64::le),
        ">" => return truth(f64::gt),
        ">=" => return truth(f64::ge),
        _ => return None,
    };
    Some(Found::Numbers(vec![result]))
}

/// A collection of one, as it is. Of several, the first would drop the rest, and that is no score of a whole form.
fn alone(found: Found) -> Option<Found> {
    let one = match &found {
        Found::Items { nodes, inside } => nodes.len() + inside.len() == 1,
        Found::Answers(nodes) | Found::Codes(nodes) => nodes.len() == 1,
        Found::Numbers(numbers) => numbers.len() == 1,
        _ => false,
    };
    one.then_some(found)
}

fn elements(found: Found) -> Option<Vec<Found>> {
    match found {
        Found::Items { nodes, .. } => {
            let alone = |node| Found::Items { nodes: vec![node], inside: Vec::new() };
            Some(nodes.into_iter().map(alone).collect())
        }
        Found::Answers(nodes) => Some(nodes.into_iter().map(|node| Found::Answers(vec![node])).collect()),
        Found::Numbers(numbers) => {
            Some(numbers.into_iter().map(|number| Found::Numbers(vec![number])).collect())
        }
        _ => None,
    }
}

/// Whether an address is that of a score: written out, or as FHIRPath’s short name for extensions of FHIR itself.
fn is_score(url: &Expr) -> bool {
    match url {
        Expr::Text(url) => SCORES.contains(&url.as_str()),
        Expr::Variable(name) => name.strip_prefix("ext-").is_some_and(|name| {
            SCORES
                .iter()
                .any(|url| url.strip_prefix("http://hl7.org/fhir/StructureDefinition/") == Some(name))
        }),
        _ => false,
    }
}

fn compares(text: &str, how: &str, argument: &str) -> Option<bool> {
    let short = argument.len() <= LONGEST_PATTERN;
    let matches = |pattern: &str| Some(regex_lite::Regex::new(pattern).ok()?.is_match(text));
    match how {
        "startsWith" => Some(text.starts_with(argument)),
        "endsWith" => Some(text.ends_with(argument)),
        "contains" => Some(text.contains(argument)),
        "matches" if short => matches(argument),
        "matchesFull" if short => matches(&format!("^(?:{argument})$")),
        _ => None,
    }
}
