//! Reading a long list in slices, as it is scrolled through.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use contract::{ApiError, Command, Page};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Api, use_api};

/// Rows asked for at a time.
const SLICE: usize = 200;

/// A long list of which only the slices that were in sight are here.
pub struct Paged<T: Send + Sync + 'static> {
    slices: RwSignal<BTreeMap<usize, Vec<T>>>,
    total: RwSignal<Option<usize>>,
    trouble: RwSignal<Option<ApiError>>,
    wanted: StoredValue<BTreeSet<usize>>,
    in_sight: StoredValue<Range<usize>>,
    turn: RwSignal<u32>,
    ask: Callback<(usize,)>,
}

impl<T: Send + Sync + 'static> Clone for Paged<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Paged<T> {}

impl<T: Clone + Send + Sync + 'static> Paged<T> {
    /// How many rows there are; `None` until the first answer. Reactive.
    pub fn total(self) -> Option<usize> {
        self.total.get()
    }

    /// A row, if its slice is here. Reactive.
    pub fn row(self, index: usize) -> Option<T> {
        self.slices
            .with(|slices| slices.get(&(index / SLICE)).and_then(|rows| rows.get(index % SLICE)).cloned())
    }

    /// Why the newest question was not answered. Reactive.
    pub fn trouble(self) -> Option<ApiError> {
        self.trouble.get()
    }

    /// Asks for the slices of rows that are in sight now.
    pub fn show(self, rows: Range<usize>) {
        self.in_sight.set_value(rows.clone());
        for slice in rows.start / SLICE..=rows.end.saturating_sub(1) / SLICE {
            if self.wanted.try_update_value(|wanted| wanted.insert(slice)) == Some(true) {
                self.ask.run((slice,));
            }
        }
    }

    /// Asks again for everything in sight.
    pub fn reload(self) {
        let _ = self.turn.try_update(|turn| *turn = turn.wrapping_add(1));
    }

    fn take(self, slice: usize, answer: Result<(u32, Vec<T>), ApiError>) {
        match answer {
            Ok((total, rows)) => {
                let _ = self.slices.try_update(|slices| slices.insert(slice, rows));
                let _ = self.total.try_set(Some(total as usize));
                let _ = self.trouble.try_set(None);
            }
            Err(error) => {
                self.wanted.try_update_value(|wanted| wanted.remove(&slice));
                let _ = self.trouble.try_set(Some(error));
            }
        }
    }
}

/// Reads the list that `question` names, slice by slice, and anew whenever a signal read inside it changes. `split` takes
/// an answer apart into the number of all rows and the slice.
pub fn use_paged<C, T>(
    question: impl Fn(Page) -> C + Copy + Send + Sync + 'static,
    split: fn(C::Reply) -> (u32, Vec<T>),
) -> Paged<T>
where
    C: Command,
    T: Clone + Send + Sync + 'static,
{
    let api = use_api();
    let turn = RwSignal::new(0_u32);
    // Counts questions, so that a late answer to an earlier one is not shown.
    let asked = StoredValue::new(0_u32);
    let paged_slot = StoredValue::new(None::<Paged<T>>);
    let ask = Callback::new(move |(slice,): (usize,)| {
        let Some(paged) = paged_slot.get_value() else { return };
        let page = Page { offset: (slice * SLICE) as u32, limit: SLICE as u32 };
        let mine = asked.get_value();
        let command = untrack(|| question(page));
        spawn_local(async move {
            let answer = call(api, command, split).await;
            if asked.try_get_value() == Some(mine) {
                paged.take(slice, answer);
            }
        });
    });
    let paged = Paged {
        slices: RwSignal::new(BTreeMap::new()),
        total: RwSignal::new(None),
        trouble: RwSignal::new(None),
        wanted: StoredValue::new(BTreeSet::new()),
        in_sight: StoredValue::new(0..1),
        turn,
        ask,
    };
    paged_slot.set_value(Some(paged));
    Effect::new(move |last: Option<u32>| {
        let turn = turn.get();
        // Read for its signals only: whatever it depends on makes the list another one.
        let _ = question(Page::default());
        asked.update_value(|n| *n = n.wrapping_add(1));
        paged.wanted.set_value(BTreeSet::new());
        if last != Some(turn) && last.is_some() {
            // The same list once more: what is shown stays until the answers come.
            let rows = paged.in_sight.get_value();
            paged.slices.update(|slices| slices.retain(|slice, _| slice_in(*slice, &rows)));
            paged.show(rows);
        } else {
            paged.in_sight.set_value(0..1);
            paged.slices.set(BTreeMap::new());
            paged.show(0..1);
        }
        turn
    });
    paged
}

async fn call<C: Command, T>(
    api: Api,
    command: C,
    split: fn(C::Reply) -> (u32, Vec<T>),
) -> Result<(u32, Vec<T>), ApiError> {
    api.call(command).await.map(split)
}

fn slice_in(slice: usize, rows: &Range<usize>) -> bool {
    slice * SLICE < rows.end && rows.start < (slice + 1) * SLICE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_is_kept_exactly_when_one_of_its_rows_is_in_sight() {
        for (rows, kept) in
            [(0..1, vec![0]), (150..260, vec![0, 1]), (200..400, vec![1]), (399..401, vec![1, 2])]
        {
            let found: Vec<usize> = (0..5).filter(|slice| slice_in(*slice, &rows)).collect();
            assert_eq!(found, kept, "slices of {rows:?}");
        }
    }
}
