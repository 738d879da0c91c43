//! A client's screenings, newest first, and choosing two to compare.

use contract::screenings::{ListScreenings, ScreeningStatus, ScreeningView};
use contract::{ClientId, ScreeningId};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::results::choice;
use super::shown::compare_path;
use super::{results_path, screening_path, start_path};
use crate::components::{
    Button, Card, Choice, EmptyState, IconName, LinkButton, Loaded, Pill, RowHeight, Select, Tone,
    VirtualList,
};
use crate::format;
use crate::state::use_query;
use crate::strings::{filling, results as words};

const ROW_HEIGHT: f64 = 56.0;
/// Rows up to which the list is as tall as its rows; beyond that it scrolls.
const TALLEST: usize = 10;

/// The list, and two to compare.
#[component]
pub fn Screenings(client_id: ClientId) -> impl IntoView {
    let all = use_query(move || ListScreenings { client_id });
    view! {
        <Loaded query=all let:list>
            <Show
                when=move || list.with(|list| !list.is_empty())
                fallback=move || view! {
                    <EmptyState
                        icon=IconName::Checklist
                        heading=words::NO_SCREENINGS
                        detail=words::NO_SCREENINGS_DETAIL
                    >
                        <LinkButton href=start_path(client_id)>{filling::START}</LinkButton>
                    </EmptyState>
                }
            >
                <div class="screenings">
                    <Card heading=words::SCREENINGS><Rows list /></Card>
                    {move || {
                        let finished: Vec<_> = list.with(|list| list.iter().filter_map(choice).collect());
                        (finished.len() > 1).then(|| view! { <CompareTwo finished /> })
                    }}
                </div>
            </Show>
        </Loaded>
    }
}

#[component]
fn Rows(list: Signal<Vec<ScreeningView>>) -> impl IntoView {
    let navigate = use_navigate();
    let on_activate = Callback::from(move |index: usize| {
        if let Some(path) = list.with_untracked(|list| list.get(index).and_then(leads_to)) {
            navigate(&path, Default::default());
        }
    });
    let count = Signal::derive(move || list.with(Vec::len));
    let height = move || format!("{}px", count.get().min(TALLEST) as f64 * ROW_HEIGHT);
    view! {
        <div class="sessions-list" style:height=height>
            <VirtualList label=words::SCREENINGS count height=RowHeight::Fixed(ROW_HEIGHT) on_activate let:index>
                {move || list.with(|list| list.get(index).cloned()).map(|screening| view! { <Row screening /> })}
            </VirtualList>
        </div>
    }
}

/// Where a screening can be gone on with or looked at.
fn leads_to(screening: &ScreeningView) -> Option<String> {
    match screening.status {
        ScreeningStatus::Open => Some(screening_path(screening.id)),
        ScreeningStatus::Completed => Some(results_path(screening.id)),
        ScreeningStatus::Discarded => None,
    }
}

/// One screening: when, what, and how far it is.
#[component]
pub fn Row(
    screening: ScreeningView,
    /// A stop of the Tab key of its own, where no list around it leads there.
    #[prop(optional)]
    reachable: bool,
) -> impl IntoView {
    let at = screening.completed_at.unwrap_or(screening.updated_at);
    let path = leads_to(&screening);
    let marks = match screening.status {
        ScreeningStatus::Open => {
            let progress = words::progress(screening.answered, screening.asked);
            view! { <span class="quiet">{progress}</span> <Pill tone=Tone::Warn>{words::GO_ON}</Pill> }
                .into_any()
        }
        ScreeningStatus::Completed => view! { <Pill>{words::OPEN_RESULTS}</Pill> }.into_any(),
        ScreeningStatus::Discarded => view! { <Pill>{words::status(screening.status)}</Pill> }.into_any(),
    };
    let inner = view! {
        <span class="session-row-at">{format::date_time(at)}</span>
        <span class="session-row-name">{screening.name}</span>
        <span class="session-row-marks">{marks}</span>
    };
    match path {
        Some(path) => view! {
            <A href=path attr:class="session-row" attr:tabindex=if reachable { "0" } else { "-1" } attr:data-testid="screening-row">{inner}</A>
        }
        .into_any(),
        None => view! { <div class="session-row is-still" data-testid="screening-row">{inner}</div> }.into_any(),
    }
}

/// Chooses two finished screenings; at first the latest two.
#[component]
fn CompareTwo(finished: Vec<Choice<ScreeningId>>) -> impl IntoView {
    let navigate = use_navigate();
    let (Some(last), Some(before)) = (finished.first().map(|c| c.value), finished.get(1).map(|c| c.value))
    else {
        return ().into_any();
    };
    let (one, other) = (RwSignal::new(before), RwSignal::new(last));
    let same = Signal::derive(move || (one.get() == other.get()).then(|| words::SAME_TWICE.to_owned()));
    let go = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if same.with_untracked(Option::is_none) {
            navigate(&compare_path(one.get_untracked(), other.get_untracked()), Default::default());
        }
    };
    view! {
        <Card heading=words::COMPARE_TWO>
            <form class="stack" on:submit=go>
                <Select label=words::EARLIER choices=finished.clone() value=one />
                <Select label=words::LATER choices=finished value=other error=same />
                <div class="actions">
                    <Button submit=true icon=IconName::Swap attr:data-testid="compare-chosen">{words::COMPARE}</Button>
                </div>
            </form>
        </Card>
    }
    .into_any()
}
