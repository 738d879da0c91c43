//! One filled-in form: which items were asked, what their answers are worth, what is missing.

use std::collections::BTreeMap;

use super::Answers;
use super::instrument::{Circumstances, Condition, Instrument, Item};

/// Whether an item was to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Yes,
    No,
    /// It depends on an answer that is missing.
    Open,
}

/// How items for a certain group of people are decided.
#[derive(Clone, Copy)]
enum Applying<'c> {
    /// They are for this person if they were answered.
    IfAnswered,
    /// They are for anyone.
    Always,
    /// They are for this person as far as is known, and otherwise for anyone.
    Known(&'c Circumstances),
}

/// A filled-in form.
pub(crate) struct Sheet<'a> {
    instrument: &'a Instrument,
    index: BTreeMap<&'a str, usize>,
    /// The marked value of each item, if it is one of its options.
    marked: Vec<Option<f64>>,
    shown: Vec<Shown>,
    lacking: Vec<bool>,
}

/// What several items add up to.
pub(crate) struct Gathered {
    pub(crate) sum: f64,
    pub(crate) points: Vec<f64>,
    /// How many are not known for want of an answer.
    pub(crate) lacking: usize,
}

impl<'a> Sheet<'a> {
    pub(crate) fn new(instrument: &'a Instrument, answers: &Answers) -> Self {
        let index = instrument.items.iter().enumerate().map(|(at, item)| (item.id.as_str(), at)).collect();
        let marked = instrument.items.iter().map(|item| marked(instrument, item, answers)).collect();
        let mut sheet = Self { instrument, index, marked, shown: Vec::new(), lacking: Vec::new() };
        sheet.shown = sheet.shown_items(Applying::IfAnswered);
        sheet.lacking = sheet.lacking_items();
        sheet
    }

    /// The items a form shows for these circumstances.
    pub(crate) fn visible(&self, circumstances: &Circumstances) -> Vec<&'a Item> {
        let shown = self.shown_items(Applying::Known(circumstances));
        let items = self.instrument.items.iter().zip(shown);
        items.filter(|(_, shown)| *shown == Shown::Yes).map(|(item, _)| item).collect()
    }

    /// Needed items without an answer, in the order of the form.
    pub(crate) fn missing(&self) -> impl Iterator<Item = &'a Item> {
        let items = self.instrument.items.iter().enumerate();
        items.filter(|(at, _)| self.lacking[*at]).map(|(_, item)| item)
    }

    /// Number of asked items with an answer, as far as they matter.
    pub(crate) fn answered(&self) -> u32 {
        let items = self.instrument.items.iter().enumerate();
        let counted =
            items.filter(|(at, item)| (item.counts() || item.optional) && self.answer_at(*at).is_some());
        u32::try_from(counted.count()).unwrap_or(u32::MAX)
    }

    /// The marked value of an item that was to be asked.
    pub(crate) fn answer(&self, id: &str) -> Option<f64> {
        self.answer_at(*self.index.get(id)?)
    }

    /// Number of these items with at least so many points.
    pub(crate) fn count(&self, ids: &[&str], at_least: f64) -> usize {
        let points = ids.iter().filter_map(|id| self.points(*self.index.get(id)?));
        points.filter(|points| *points >= at_least).count()
    }

    /// What all scored items add up to.
    pub(crate) fn gather_scored(&self) -> Gathered {
        self.gather((0..self.instrument.items.len()).filter(|at| self.instrument.items[*at].scored))
    }

    /// What these items add up to.
    pub(crate) fn gather_ids(&self, ids: &[String]) -> Gathered {
        self.gather(ids.iter().filter_map(|id| self.index.get(id.as_str()).copied()))
    }

    fn gather(&self, items: impl Iterator<Item = usize>) -> Gathered {
        let mut gathered = Gathered { sum: 0.0, points: Vec::new(), lacking: 0 };
        // Of a group, the member with the most points stands for all; the group lacks one answer, not several.
        let mut groups: BTreeMap<&str, (Option<f64>, bool)> = BTreeMap::new();
        for at in items {
            let points = self.points(at);
            let lacking = self.lacking[at] || self.shown[at] == Shown::Open && self.is_needed(at);
            match &self.instrument.items[at].one_of {
                Some(group) => {
                    let (most, wanting) = groups.entry(group.as_str()).or_default();
                    *most = points.into_iter().chain(*most).reduce(f64::max);
                    *wanting |= lacking;
                }
                None => gathered.add(points, lacking),
            }
        }
        groups.into_values().for_each(|(points, lacking)| gathered.add(points, lacking));
        gathered
    }

    fn answer_at(&self, at: usize) -> Option<f64> {
        self.marked[at].filter(|_| self.shown[at] == Shown::Yes)
    }

    fn points(&self, at: usize) -> Option<f64> {
        let item = &self.instrument.items[at];
        match self.shown[at] {
            Shown::Yes => self.marked[at].map(|value| worth(self.instrument, item, value)),
            Shown::No => item.when_hidden,
            Shown::Open => None,
        }
    }

    fn is_needed(&self, at: usize) -> bool {
        let item = &self.instrument.items[at];
        item.counts() && !item.optional
    }

    fn lacking_items(&self) -> Vec<bool> {
        let items = &self.instrument.items;
        // Few instruments have groups; only those need to know for whom else an item is meant.
        let grouped = items.iter().any(|item| item.one_of.is_some());
        let possible = if grouped { self.shown_items(Applying::Always) } else { Vec::new() };
        let given = |group: &str| {
            (0..items.len())
                .any(|at| items[at].one_of.as_deref() == Some(group) && self.answer_at(at).is_some())
        };
        (0..items.len())
            .map(|at| {
                self.is_needed(at)
                    && match &items[at].one_of {
                        Some(group) => possible[at] == Shown::Yes && !given(group),
                        None => self.shown[at] == Shown::Yes && self.marked[at].is_none(),
                    }
            })
            .collect()
    }

    fn shown_items(&self, applying: Applying) -> Vec<Shown> {
        let mut known = vec![None; self.instrument.items.len()];
        for at in 0..known.len() {
            self.shown_item(at, applying, &mut known);
        }
        // A circle of conditions, which validation refuses, shows nothing.
        known.into_iter().map(|shown| shown.unwrap_or(Shown::No)).collect()
    }

    fn shown_item(&self, at: usize, applying: Applying, known: &mut [Option<Shown>]) -> Shown {
        if let Some(shown) = known[at] {
            return shown;
        }
        // Stands while the item’s own condition is looked at, so that a circle ends.
        known[at] = Some(Shown::No);
        let shown = match &self.instrument.items[at].show_if {
            None => Shown::Yes,
            Some(condition) => self.holds(condition, at, applying, known),
        };
        known[at] = Some(shown);
        shown
    }

    fn holds(
        &self,
        condition: &Condition,
        of: usize,
        applying: Applying,
        known: &mut [Option<Shown>],
    ) -> Shown {
        match condition {
            Condition::Answer { item, is } => {
                let Some(&other) = self.index.get(item.as_str()) else { return Shown::No };
                match (self.shown_item(other, applying, known), self.marked[other]) {
                    (Shown::Yes, Some(value)) => yes(is.holds(value)),
                    (Shown::Yes, None) if self.is_awaited(other) => Shown::Open,
                    (Shown::Open, _) => Shown::Open,
                    _ => Shown::No,
                }
            }
            Condition::All(parts) => {
                let mut worst = Shown::Yes;
                for part in parts {
                    match self.holds(part, of, applying, known) {
                        Shown::No => return Shown::No,
                        Shown::Open => worst = Shown::Open,
                        Shown::Yes => {}
                    }
                }
                worst
            }
            Condition::Any(parts) => {
                let mut best = Shown::No;
                for part in parts {
                    match self.holds(part, of, applying, known) {
                        Shown::Yes => return Shown::Yes,
                        Shown::Open => best = Shown::Open,
                        Shown::No => {}
                    }
                }
                best
            }
            Condition::Applies(group) => match applying {
                Applying::IfAnswered => yes(self.marked[of].is_some()),
                Applying::Always => Shown::Yes,
                Applying::Known(circumstances) => yes(circumstances.applies(*group).unwrap_or(true)),
            },
        }
    }

    /// Whether an item without an answer still has to get one.
    fn is_awaited(&self, at: usize) -> bool {
        let items = &self.instrument.items;
        self.is_needed(at)
            && items[at].one_of.as_ref().is_none_or(|group| {
                (0..items.len()).all(|i| items[i].one_of.as_ref() != Some(group) || self.marked[i].is_none())
            })
    }
}

impl Gathered {
    fn add(&mut self, points: Option<f64>, lacking: bool) {
        match points {
            Some(points) => {
                self.sum += points;
                self.points.push(points);
            }
            None if lacking => self.lacking += 1,
            None => {}
        }
    }

    /// Mean points; none where there are no points.
    pub(crate) fn mean(&self) -> Option<f64> {
        (!self.points.is_empty()).then(|| self.sum / self.points.len() as f64)
    }
}

fn yes(shown: bool) -> Shown {
    if shown { Shown::Yes } else { Shown::No }
}

/// An answer that is none of the item’s options counts as not given.
fn marked(instrument: &Instrument, item: &Item, answers: &Answers) -> Option<f64> {
    let value = *answers.get(&item.id)?;
    instrument.options(item).iter().any(|option| option.value == value).then_some(value)
}

/// Points for a marked value: recoded, reversed, or the value itself.
pub(crate) fn worth(instrument: &Instrument, item: &Item, value: f64) -> f64 {
    if let Some((_, points)) = item.recode.iter().find(|(from, _)| *from == value) {
        return *points;
    }
    if !item.reverse {
        return value;
    }
    let values = || instrument.options(item).iter().map(|option| option.value);
    values().fold(f64::INFINITY, f64::min) + values().fold(f64::NEG_INFINITY, f64::max) - value
}
