//! Two screenings of one client side by side.

use contract::ScreeningId;
use contract::results::{CompareScreenings, Comparison, InstrumentComparison, ItemComparison};
use contract::screenings::ScreeningView;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use super::results::steps;
use super::results_path;
use super::shown::ChangeLine;
use crate::components::{
    Breadcrumb, Button, Card, Checkbox, EmptyState, IconName, Loaded, PageHeader, Pill, Tone,
};
use crate::format;
use crate::state::{use_api, use_query};
use crate::strings::results as words;

/// The two that the address names.
#[component]
pub fn ComparePage() -> impl IntoView {
    let params = use_query_map();
    let two: Memo<Option<(ScreeningId, ScreeningId)>> = Memo::new(move |_| {
        let id = |name| params.with(|params| params.get(name).and_then(|id| id.parse().ok()));
        Some((id("one")?, id("other")?))
    });
    move || match two.get() {
        Some((one, other)) => view! { <Two one other /> }.into_any(),
        None => view! {
            <PageHeader title=words::COMPARISON />
            <div class="page-body">
                <EmptyState icon=IconName::Swap heading=words::WHICH_TWO detail=words::WHICH_TWO_DETAIL />
            </div>
        }
        .into_any(),
    }
}

#[component]
fn Two(one: ScreeningId, other: ScreeningId) -> impl IntoView {
    let comparison = use_query(move || CompareScreenings { one, other });
    let role = use_api().role();
    let whose =
        Memo::new(move |_| comparison.with(|c| c.map(|c| (c.later.client_id, c.later.client_name.clone()))));
    let above = move || view! { <Breadcrumb steps=Signal::derive(move || steps(role.get(), whose.get())) /> };
    let only_changed = RwSignal::new(false);
    let actions = || {
        let print = || drop(window().print());
        view! { <Button icon=IconName::Print on_press=print>{words::PRINT}</Button> }
    };
    view! {
        <PageHeader title=words::COMPARISON window_title=words::WINDOW above actions />
        <div class="page-body">
            <p class="print-only">{move || whose.get().map(|(_, name)| name)}</p>
            <Loaded query=comparison let:answer>
                <div class="screen-only"><Checkbox label=words::ONLY_CHANGED value=only_changed /></div>
                {move || answer.with(|comparison| view! { <SideBySide comparison=comparison.clone() only_changed /> })}
            </Loaded>
        </div>
    }
}

#[component]
fn SideBySide(comparison: Comparison, only_changed: RwSignal<bool>) -> impl IntoView {
    let Comparison { earlier, later, instruments, only_in_one } = comparison;
    let nothing = instruments.is_empty().then(|| {
        view! { <EmptyState icon=IconName::Swap heading=words::NOTHING_COMMON /> }
    });
    let cards = instruments.into_iter().map(|instrument| {
        view! { <InstrumentCard instrument earlier=earlier.clone() later=later.clone() only_changed /> }
    });
    let cards = cards.collect_view();
    let rest = (!only_in_one.is_empty()).then(|| {
        let titles = only_in_one.into_iter().map(|title| view! { <li>{title}</li> }).collect_view();
        view! { <Card heading=words::ONLY_IN_ONE><ul class="bullets">{titles}</ul></Card> }
    });
    view! { {nothing} {cards} {rest} }
}

#[component]
fn InstrumentCard(
    instrument: InstrumentComparison,
    earlier: ScreeningView,
    later: ScreeningView,
    only_changed: RwSignal<bool>,
) -> impl IntoView {
    let side = |screening: &ScreeningView, name: &'static str| {
        let at = screening.completed_at.map(format::date).unwrap_or_default();
        view! {
            <th scope="col">
                {name} <br /> <A href=results_path(screening.id)>{at}</A>
            </th>
        }
    };
    let score = |total: Option<f64>, band: Option<String>| {
        let total = total.map_or_else(|| words::NO_TOTAL.to_owned(), format::score);
        view! { <td><strong>{total}</strong> {band.map(|band| view! { <br /> {band} })}</td> }
    };
    let change = instrument.change.clone().map(|change| view! { <ChangeLine change /> });
    let items = StoredValue::new(instrument.items);
    let none_changed = items.with_value(|items| items.iter().all(|item| !item.changed));
    let rows = move || {
        let only = only_changed.get();
        let shown = items
            .with_value(|items| items.iter().filter(|i| i.changed || !only).cloned().collect::<Vec<_>>());
        shown.into_iter().map(item_row).collect_view()
    };
    let same = move || {
        (only_changed.get() && none_changed).then(|| view! { <p class="quiet">{words::NOTHING_CHANGED}</p> })
    };
    view! {
        <section class="card" data-testid=format!("compare-{}", instrument.instrument)>
            <h2>{instrument.title.clone()}</h2>
            {change}
            <table class="table compare">
                <caption class="visually-hidden">{instrument.title}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words::QUESTION}</th>
                        {side(&earlier, words::EARLIER)}
                        {side(&later, words::LATER)}
                    </tr>
                </thead>
                <tbody>
                    <tr class="compare-total">
                        <th scope="row">{words::TOTAL}</th>
                        {score(instrument.from, instrument.from_band)}
                        {score(instrument.to, instrument.to_band)}
                    </tr>
                    {rows}
                </tbody>
            </table>
            {same}
        </section>
    }
}

fn item_row(item: ItemComparison) -> impl IntoView {
    let answer = |answer: Option<String>| match answer {
        Some(answer) => view! { {answer} }.into_any(),
        None => view! { <span class="quiet">{words::NOT_ANSWERED}</span> }.into_any(),
    };
    let mark = item.changed.then(|| view! { " " <Pill tone=Tone::Accent>{words::CHANGED}</Pill> });
    view! {
        <tr class:is-changed=item.changed>
            <th scope="row">{item.text}</th>
            <td>{answer(item.from)}</td>
            <td>{answer(item.to)} {mark}</td>
        </tr>
    }
}
