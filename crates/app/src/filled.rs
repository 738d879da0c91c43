//! A screening as it stands: its instruments, each with the answers given so far.

use std::collections::{BTreeSet, HashMap};

use clinical::screening::{Answers, Circumstances, Condition, Instrument, Item, Score, applicable, score};
use contract::instruments::OptionView;
use contract::screenings::{FormInstrument, FormItem, FormView, ScreeningView};
use contract::{ApiError, ClientId, ScreeningId};
use store::Tx;
use store::clients::ClientRow;
use store::screenings::{AdministrationRow, ScreeningRow};
use uuid::Uuid;

use crate::convert::{instant, screening_status_from};
use crate::errors::{from_store, not_found};
use crate::library::Library;

/// A screening with its instruments and answers.
pub(crate) struct Filled {
    pub(crate) row: ScreeningRow,
    pub(crate) client_name: String,
    pub(crate) parts: Vec<Part>,
}

/// One instrument of a screening with its answers.
pub(crate) struct Part {
    pub(crate) row: AdministrationRow,
    pub(crate) instrument: Instrument,
    pub(crate) answers: Answers,
    /// Questions the person would rather not answer.
    pub(crate) declined: BTreeSet<String>,
}

impl Part {
    pub(crate) fn new(row: AdministrationRow, instrument: Instrument) -> Self {
        Self { row, instrument, answers: Answers::new(), declined: BTreeSet::new() }
    }

    /// Whether nothing of it was answered or declined.
    pub(crate) fn is_untouched(&self) -> bool {
        self.answers.is_empty() && self.declined.is_empty()
    }

    pub(crate) fn score(&self) -> Score {
        score(&self.instrument, &self.answers)
    }

    fn is_handled(&self, item: &Item) -> bool {
        self.answers.contains_key(&item.id) || self.declined.contains(&item.id)
    }

    /// Whether a question may stay empty and the result is still complete.
    fn may_stay_empty(&self, item: &Item) -> bool {
        let another_stands_for_it = item.one_of.as_ref().is_some_and(|group| {
            let members = self.instrument.items.iter().filter(|other| other.one_of.as_ref() == Some(group));
            members.into_iter().any(|other| other.id != item.id && self.answers.contains_key(&other.id))
        });
        let for_some_people = matches!(item.show_if, Some(Condition::Applies(_)));
        item.optional || !item.counts() || for_some_people || another_stands_for_it
    }

    /// The questions that apply now.
    pub(crate) fn items(&self) -> Vec<&Item> {
        applicable(&self.instrument, &self.answers, &Circumstances::default())
    }

    fn form(&self) -> FormInstrument {
        let items = self.items().into_iter().map(|item| FormItem {
            id: item.id.clone(),
            stem: item.stem.clone().unwrap_or_default(),
            text: item.text.clone(),
            options: options(&self.instrument, item),
            answer: self.answers.get(&item.id).copied(),
            declined: self.declined.contains(&item.id),
            optional: self.may_stay_empty(item),
        });
        FormInstrument {
            id: self.instrument.id.clone(),
            title: self.instrument.title.clone(),
            recall_period: self.instrument.recall_period.clone(),
            instructions: self.instrument.instructions.clone(),
            attribution: self.instrument.licence.attribution.clone(),
            language: self.instrument.language.clone(),
            items: items.collect(),
        }
    }
}

/// The answers an item offers.
pub(crate) fn options(instrument: &Instrument, item: &Item) -> Vec<OptionView> {
    let option = |option: &clinical::screening::AnswerOption| OptionView {
        value: option.value,
        label: option.label.clone(),
    };
    instrument.options(item).iter().map(option).collect()
}

impl Filled {
    pub(crate) async fn read(tx: &mut Tx<'_>, id: Uuid) -> Result<Self, ApiError> {
        let row = store::screenings::get(tx, id).await.map_err(from_store)?;
        let client = store::clients::get(tx, row.client_id).await.map_err(from_store)?;
        let library = Library::load(tx).await?;
        let administrations = store::screenings::administrations(tx, id).await.map_err(from_store)?;
        let mut given: HashMap<Uuid, (Answers, BTreeSet<String>)> = HashMap::new();
        for response in store::screenings::responses(tx, id).await.map_err(from_store)? {
            let (answers, declined) = given.entry(response.administration_id).or_default();
            match response.value {
                Some(value) => drop(answers.insert(response.item, value)),
                None => drop(declined.insert(response.item)),
            }
        }
        let mut parts = Vec::with_capacity(administrations.len());
        for row in administrations {
            let instrument = library.revision(&row.instrument, row.revision).cloned();
            let instrument = instrument.ok_or_else(|| not_found("instrument"))?;
            let (answers, declined) = given.remove(&row.id).unwrap_or_default();
            parts.push(Part { row, instrument, answers, declined });
        }
        Ok(Self { row, client_name: client.display_name(), parts })
    }

    /// Questions meant to be answered, and how many of them were answered or declined.
    pub(crate) fn counts(&self) -> (u32, u32) {
        let (mut asked, mut answered) = (0, 0);
        for part in &self.parts {
            for item in part.items() {
                let handled = part.is_handled(item);
                asked += u32::from(handled || !part.may_stay_empty(item));
                answered += u32::from(handled);
            }
        }
        (asked, answered)
    }

    pub(crate) fn view(&self) -> ScreeningView {
        let titles = self.parts.iter().map(|part| part.instrument.title.clone()).collect();
        screening_view(&self.row, self.client_name.clone(), titles)
    }

    pub(crate) fn form(&self, supportive: bool) -> FormView {
        FormView {
            screening: self.view(),
            instruments: self.parts.iter().map(Part::form).collect(),
            comment: self.row.comment.clone(),
            supportive,
        }
    }
}

/// A screening as a row of a list.
pub(crate) fn screening_view(
    row: &ScreeningRow,
    client_name: String,
    instruments: Vec<String>,
) -> ScreeningView {
    ScreeningView {
        id: ScreeningId(row.id),
        client_id: ClientId(row.client_id),
        client_name,
        name: row.name.clone(),
        instruments,
        status: screening_status_from(row.status),
        answered: row.answered,
        asked: row.asked,
        started_at: instant(row.created_at),
        updated_at: instant(row.updated_at),
        completed_at: row.completed_at.map(instant),
    }
}

/// A client's screenings as rows of a list, newest first.
pub(crate) async fn list(tx: &mut Tx<'_>, client: &ClientRow) -> Result<Vec<ScreeningView>, ApiError> {
    let library = Library::load(tx).await?;
    let mut titles: HashMap<Uuid, Vec<String>> = HashMap::new();
    for row in store::screenings::all_administrations(tx, client.id).await.map_err(from_store)? {
        let title = library.title(row.instrument, row.revision);
        titles.entry(row.screening_id).or_default().push(title);
    }
    let rows = store::screenings::list(tx, client.id).await.map_err(from_store)?;
    let view = |row: &ScreeningRow| {
        screening_view(row, client.display_name(), titles.remove(&row.id).unwrap_or_default())
    };
    Ok(rows.iter().map(view).collect())
}
