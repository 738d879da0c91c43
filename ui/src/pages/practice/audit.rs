//! The audit log: every entry, whether the chain is whole, and checkpoints to keep elsewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use contract::audit::{AuditEntryView, AuditVerdict, ExportAuditCheckpoint, ListAuditEntries, VerifyAudit};
use contract::notes::ExportedFile;
use contract::{ApiError, Page};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{
    Button, EmptyState, ErrorNote, IconName, ListKind, Notice, PageHeader, Pill, RowHeight, Tone, VirtualList,
};
use crate::format;
use crate::state::{Api, use_api, use_toasts};
use crate::strings::audit as words;

/// Entries that belong to one call.
const PAGE: u32 = 100;
/// Entries fetched beyond them: looking at the log adds to it, which moves everything down.
const SPARE: u32 = 20;

/// The entries fetched so far, by their place in the list.
#[derive(Clone, Copy)]
struct Log {
    api: Api,
    /// How many entries there were when the page was opened. The list stays as it was then.
    total: RwSignal<Option<u64>>,
    /// How many have been added since, as far as known.
    added: StoredValue<u64>,
    entries: RwSignal<BTreeMap<usize, AuditEntryView>>,
    asked: StoredValue<BTreeSet<u32>>,
    refused: RwSignal<Option<ApiError>>,
}

impl Log {
    /// Fetches what is in sight and not here yet.
    fn show(self, range: Range<usize>) {
        for page in pages_of(range) {
            let new = self.asked.try_update_value(|asked| asked.insert(page)).unwrap_or(false);
            if new {
                spawn_local(self.fetch(page));
            }
        }
    }

    async fn fetch(self, page: u32) {
        let added = self.added.try_get_value().and_then(|added| u32::try_from(added).ok()).unwrap_or(0);
        let slice = Page { offset: page * PAGE + added, limit: PAGE + SPARE };
        match self.api.call(ListAuditEntries { subject: None, page: slice }).await {
            Ok(list) => {
                let Some(known) = self.total.try_get_untracked() else { return };
                let total = known.unwrap_or(list.total);
                self.added.set_value(list.total.saturating_sub(total));
                self.entries.update(|all| {
                    all.extend(
                        list.entries.into_iter().filter_map(|e| Some((row_of(e.sequence, total)?, e))),
                    );
                });
                self.total.set(Some(total));
            }
            Err(error) => {
                let _ = self.asked.try_update_value(|asked| asked.remove(&page));
                let _ = self.refused.try_set(Some(error));
            }
        }
    }

    fn again(self) {
        self.refused.set(None);
        self.asked.set_value(BTreeSet::new());
        self.entries.set(BTreeMap::new());
        self.total.set(None);
        self.added.set_value(0);
        self.show(0..1);
    }
}

/// The row of an entry, newest first, in a log of `total` entries; entries added since have none.
fn row_of(sequence: u64, total: u64) -> Option<usize> {
    total.checked_sub(sequence).and_then(|row| usize::try_from(row).ok())
}

fn pages_of(range: Range<usize>) -> Range<u32> {
    let page = |row: usize| u32::try_from(row / PAGE as usize).unwrap_or(u32::MAX);
    match range.end.checked_sub(1) {
        Some(last) if !range.is_empty() => page(range.start)..page(last) + 1,
        _ => 0..0,
    }
}

/// The log.
#[component]
pub fn AuditPage() -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let log = Log {
        api,
        total: RwSignal::new(None),
        added: StoredValue::new(0),
        entries: RwSignal::new(BTreeMap::new()),
        asked: StoredValue::new(BTreeSet::new()),
        refused: RwSignal::new(None),
    };
    log.show(0..1);
    let verdict = RwSignal::new(None::<AuditVerdict>);
    let busy = RwSignal::new(false);
    let verify = move || {
        busy.set(true);
        spawn_local(async move {
            match api.call(VerifyAudit::default()).await {
                Ok(found) => {
                    let _ = verdict.try_set(Some(found));
                }
                Err(error) => toasts.danger(error.message),
            }
            let _ = busy.try_set(false);
        });
    };
    let checkpoint = move || {
        spawn_local(async move {
            match save_checkpoint(api).await {
                Ok(true) => toasts.good(words::CHECKPOINT_SAVED),
                Ok(false) => {}
                Err(error) => toasts.danger(error.message),
            }
        });
    };
    let actions = move || {
        view! {
            <Button icon=IconName::Export on_press=checkpoint>{words::CHECKPOINT}</Button>
            <Button icon=IconName::Check busy on_press=verify>{words::VERIFY}</Button>
        }
    };
    view! {
        <PageHeader title=words::TITLE actions />
        <div class="page-body page-fill">
            <p class="lead">{words::INTRO} " " {words::CHECKPOINT_DETAIL}</p>
            <div role="status">{move || verdict.get().map(|verdict| view! { <Verdict verdict /> })}</div>
            <ErrorNote error=log.refused on_retry=move || log.again() />
            <Entries log />
        </div>
    }
}

async fn save_checkpoint(api: Api) -> Result<bool, ApiError> {
    let checkpoint = api.call(ExportAuditCheckpoint {}).await?;
    let text = serde_json::to_string_pretty(&checkpoint).unwrap_or_default();
    // ASCII only: JSON of hexadecimal text, numbers and ids.
    let data_base64 = window().btoa(&text).unwrap_or_default();
    let file_name = format!("attune-audit-checkpoint-{}.json", checkpoint.sequence);
    api.save_file(ExportedFile { file_name, media_type: "application/json".to_owned(), data_base64 }).await
}

#[component]
fn Verdict(verdict: AuditVerdict) -> impl IntoView {
    match verdict {
        AuditVerdict::Intact { entries } => {
            view! { <Notice tone=Tone::Good heading=words::intact(&format::number(entries as f64)) /> }
                .into_any()
        }
        AuditVerdict::Broken { sequence, message } => view! {
            <Notice tone=Tone::Danger heading=words::BROKEN_TITLE>
                {words::broken(&format::number(sequence as f64), &message)}
            </Notice>
        }
        .into_any(),
    }
}

#[component]
fn Entries(log: Log) -> impl IntoView {
    let count =
        Signal::derive(move || log.total.get().and_then(|total| usize::try_from(total).ok()).unwrap_or(0));
    let known = Memo::new(move |_| log.total.get());
    let row = move |index: usize| {
        let entry = move || log.entries.with(|all| all.get(&index).cloned());
        move || entry().map(cells)
    };
    move || {
        match known.get() {
        None => ().into_any(),
        Some(0) => view! { <EmptyState icon=IconName::Audit heading=words::EMPTY /> }.into_any(),
        Some(total) => view! {
            <div class="grid-table audit" role="table" aria-label=words::LIST aria-rowcount=(total + 1).to_string()>
                <div role="rowgroup" class="grid-head">
                    <div role="row" aria-rowindex="1">
                        <span role="columnheader">{words::NUMBER}</span>
                        <span role="columnheader">{words::WHEN}</span>
                        <span role="columnheader">{words::WHAT}</span>
                        <span role="columnheader">{words::WHO}</span>
                        <span role="columnheader">{words::THROUGH}</span>
                        <span role="columnheader">{words::OUTCOME}</span>
                    </div>
                </div>
                <VirtualList
                    label=words::LIST
                    count
                    height=RowHeight::Measured(44.0)
                    kind=ListKind::Rows
                    on_range=move |range| log.show(range)
                    let:index
                >
                    {row(index)}
                </VirtualList>
            </div>
        }
        .into_any(),
    }
    }
}

fn cells(entry: AuditEntryView) -> impl IntoView {
    let ok = entry.outcome == "ok";
    let tone = if ok { Tone::Plain } else { Tone::Warn };
    let outcome = if ok { words::OK.to_owned() } else { entry.outcome.replace('_', " ") };
    view! {
        <span role="cell" class="number">{format::number(entry.sequence as f64)}</span>
        <span role="cell">{format::date_time_seconds(entry.at)}</span>
        <span role="cell" class="what" title=entry.action.clone()><span>{words::action(&entry.action).to_owned()}</span> <span class="quiet">{words::kind(&entry.kind).to_owned()}</span></span>
        <span role="cell">{entry.actor}</span>
        <span role="cell">{entry.front}</span>
        <span role="cell"><Pill tone>{outcome}</Pill></span>
    }
}

#[cfg(test)]
mod tests {
    use super::{pages_of, row_of};

    #[test]
    fn an_entry_keeps_its_row_while_the_log_grows() {
        assert_eq!(row_of(50, 50), Some(0), "the newest entry when the page was opened");
        assert_eq!(row_of(1, 50), Some(49), "the first entry of all");
        assert_eq!(row_of(51, 50), None, "an entry added since is not shown");
    }

    #[test]
    fn rows_in_sight_are_fetched_by_whole_pages() {
        assert_eq!(pages_of(0..0), 0..0, "nothing in sight asks for nothing");
        assert_eq!(pages_of(0..1), 0..1, "one row asks for its page");
        assert_eq!(pages_of(0..100), 0..1, "a whole page is one page");
        assert_eq!(pages_of(95..201), 0..3, "a stretch over three pages asks for all three");
    }
}
