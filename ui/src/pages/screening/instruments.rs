//! Instruments: the catalogue, one of them in full, adding and switching on.

use contract::instruments::{
    BandView, GetInstrument, InstrumentCatalogue, InstrumentOrigin, InstrumentSummary, InstrumentView,
    ItemView, ListInstruments, SetInstrumentEnabled, SlotView,
};
use contract::vault::Role;
use contract::{ApiError, ErrorCode};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use super::add::AddDialog;
use super::batteries::Sets;
use crate::components::{
    Breadcrumb, Button, ButtonKind, Card, Checkbox, Confirm, Crumb, Dialog, EmptyState, ErrorNote, IconName,
    Loaded, PageHeader, Pill, Tab, TabPanel, Tabs, TextField, Tone,
};
use crate::format;
use crate::state::{Query, use_api, use_query, use_toasts};
use crate::strings::{common, instruments as words};

/// Where an instrument is shown in full.
fn instrument_path(id: &str) -> String {
    format!("/practice/instruments/{}", js_sys::encode_uri_component(id))
}

/// The catalogue, the sets and the slots.
#[component]
pub fn InstrumentsPage() -> impl IntoView {
    let catalogue = use_query(|| ListInstruments {});
    let role = use_api().role();
    let adding = RwSignal::new(false);
    let slot = RwSignal::new(None::<String>);
    let selected = RwSignal::new("catalogue");
    let actions = move || {
        let add = move || {
            slot.set(None);
            adding.set(true);
        };
        view! {
            <Button icon=IconName::Plus on_press=add attr:data-testid="instrument-add">{words::ADD}</Button>
        }
    };
    let fill = Callback::new(move |id: String| {
        slot.set(Some(id));
        adding.set(true);
    });
    let clinician = role.get_untracked() == Some(Role::Clinician);
    let sets = clinician.then(|| Tab::new("sets", words::SETS));
    let tabs = [Some(Tab::new("catalogue", words::CATALOGUE)), sets, Some(Tab::new("slots", words::SLOTS))];
    let tabs = tabs.into_iter().flatten().collect();
    view! {
        <PageHeader title=words::TITLE actions />
        <div class="page-body">
            <p class="lead">{words::INTRO}</p>
            <Tabs label=words::VIEWS tabs selected />
            <TabPanel id="catalogue" selected>
                <Loaded query=catalogue let:all><Catalogue all catalogue /></Loaded>
            </TabPanel>
            {clinician.then(|| view! {
                <TabPanel id="sets" selected>
                    <Loaded query=catalogue let:all><Sets all /></Loaded>
                </TabPanel>
            })}
            <TabPanel id="slots" selected>
                <Loaded query=catalogue let:all><Slots all fill /></Loaded>
            </TabPanel>
        </div>
        <AddDialog open=adding for_slot=slot catalogue />
    }
}

#[component]
fn Catalogue(all: Signal<InstrumentCatalogue>, catalogue: Query<InstrumentCatalogue>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        typed.with(|typed| {
            all.with(|all| all.instruments.iter().filter(|i| matches(i, typed)).cloned().collect::<Vec<_>>())
        })
    });
    let count =
        move || found.with(|found| words::count(&format::number(found.len() as f64), found.len() == 1));
    let none = move || {
        view! {
            <EmptyState icon=IconName::Search heading=words::NOT_FOUND detail=words::NOT_FOUND_DETAIL>
                <Button on_press=move || typed.set(String::new())>{words::SHOW_ALL}</Button>
            </EmptyState>
        }
    };
    view! {
        <div class="catalogue-tools" role="search">
            <TextField label=words::SEARCH hint=words::SEARCH_HINT value=typed kind="search" />
            <p class="quiet" role="status">{count}</p>
        </div>
        <Show when=move || found.with(|found| !found.is_empty()) fallback=none>
            <ul class="catalogue">
                <For each=move || found.get() key=|i| (i.id.clone(), i.enabled) let:instrument>
                    <CatalogueRow instrument catalogue />
                </For>
            </ul>
        </Show>
    }
}

/// Whether every word typed is in an instrument's name or in what it is about.
fn matches(instrument: &InstrumentSummary, typed: &str) -> bool {
    let mut text = format!("{} {} {}", instrument.id, instrument.title, instrument.version);
    for id in &instrument.dimensions {
        text.push(' ');
        text.push_str(words::dimension(id));
    }
    let text = text.to_lowercase();
    typed.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

fn feeds(instrument: &InstrumentSummary) -> String {
    let names: Vec<&str> = instrument.dimensions.iter().map(|id| words::dimension(id)).collect();
    if names.is_empty() { words::NO_DIMENSION.to_owned() } else { names.join(", ") }
}

#[component]
fn CatalogueRow(instrument: InstrumentSummary, catalogue: Query<InstrumentCatalogue>) -> impl IntoView {
    let about = format!(
        "{} · {} · {}",
        feeds(&instrument),
        words::questions(instrument.items),
        words::licence(&instrument.licence)
    );
    let own = instrument.origin != InstrumentOrigin::Bundled;
    let switch = own.then(|| view! { <Switch instrument=instrument.clone() catalogue /> });
    view! {
        <li class="row" data-testid=format!("instrument-{}", instrument.id)>
            <div class="row-main">
                <p class="row-title">
                    <A href=instrument_path(&instrument.id)>{instrument.title.clone()}</A>
                    {own.then(|| view! { <Use enabled=instrument.enabled /> <Pill>{words::origin(instrument.origin)}</Pill> })}
                </p>
                <p class="quiet">{about}</p>
            </div>
            {switch}
        </li>
    }
}

#[component]
fn Use(enabled: bool) -> impl IntoView {
    let (tone, word) = if enabled { (Tone::Good, words::IN_USE) } else { (Tone::Warn, words::OFF) };
    view! { <Pill tone>{word}</Pill> }
}

/// Switches one on, once its condition was read, or off.
#[component]
fn Switch(instrument: InstrumentSummary, catalogue: Query<InstrumentCatalogue>) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let open = RwSignal::new(false);
    let id = instrument.id.clone();
    let off = move || {
        let command =
            SetInstrumentEnabled { instrument: id.clone(), enabled: false, condition_accepted: false };
        spawn_local(async move {
            match api.call(command).await {
                Ok(_) => toasts.good(words::SWITCHED_OFF),
                Err(error) => toasts.danger(error.message),
            }
            catalogue.reload();
        });
    };
    if instrument.enabled {
        return view! {
            <Button label=words::switch_off(&instrument.title) on_press=move || open.set(true)>{words::SWITCH_OFF}</Button>
            <Confirm
                open
                title=words::switch_off(&instrument.title)
                detail=words::SWITCH_OFF_DETAIL
                action=words::SWITCH_OFF
                on_confirm=off
            />
        }
        .into_any();
    }
    view! {
        <Button label=words::switch_on(&instrument.title) on_press=move || open.set(true)>{words::SWITCH_ON}</Button>
        <Dialog open title=words::CONDITION_TITLE>
            <Condition open instrument=instrument.clone() catalogue />
        </Dialog>
    }
    .into_any()
}

#[component]
fn Condition(
    open: RwSignal<bool>,
    instrument: InstrumentSummary,
    catalogue: Query<InstrumentCatalogue>,
) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let accepted = RwSignal::new(false);
    let missing = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<ApiError>);
    let id = instrument.id.clone();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        missing.set(!accepted.get_untracked());
        if missing.get_untracked() || busy.get_untracked() {
            return;
        }
        let command =
            SetInstrumentEnabled { instrument: id.clone(), enabled: true, condition_accepted: true };
        busy.set(true);
        spawn_local(async move {
            match api.call(command).await {
                Ok(_) => {
                    let _ = open.try_set(false);
                    toasts.good(words::SWITCHED_ON);
                    catalogue.reload();
                }
                Err(error) => {
                    let _ = refused.try_set(Some(error));
                }
            }
            let _ = busy.try_set(false);
        });
    };
    let condition = match instrument.attribution.trim() {
        "" => view! { <p class="condition">{words::CONDITION_NONE}</p> }.into_any(),
        text => view! { <p class="condition">{text.to_owned()}</p> }.into_any(),
    };
    let statement = (!instrument.statement.is_empty()).then(|| {
        view! { <div><dt>{words::STATEMENT}</dt><dd>{instrument.statement.clone()}</dd></div> }
    });
    view! {
        <form class="stack" novalidate=true on:submit=submit>
            <p><strong>{instrument.title.clone()}</strong></p>
            <p class="quiet">{words::CONDITION_DETAIL}</p>
            {condition}
            <dl class="facts">
                <div><dt>{words::LICENCE}</dt><dd>{words::licence(&instrument.licence).to_owned()}</dd></div>
                {statement}
            </dl>
            <Checkbox label=words::CONDITION_ACCEPT value=accepted on_change=move || missing.set(false) />
            <p class="field-error" role="alert">{move || missing.get().then_some(words::CONDITION_MISSING)}</p>
            <ErrorNote error=refused />
            <div class="actions actions-end">
                <Button on_press=move || open.set(false)>{common::CANCEL}</Button>
                <Button kind=ButtonKind::Primary submit=true busy attr:data-testid="instrument-accept">
                    {words::SWITCH_ON}
                </Button>
            </div>
        </form>
    }
}

#[component]
fn Slots(all: Signal<InstrumentCatalogue>, fill: Callback<String>) -> impl IntoView {
    let row = move |slot: SlotView| {
        let id = slot.id.clone();
        let held = all.with(|all| {
            let held = all.instruments.iter().filter(|i| i.slot.as_deref() == Some(id.as_str()));
            held.map(|i| (i.id.clone(), i.title.clone())).collect::<Vec<_>>()
        });
        let state = held.is_empty().then(|| view! { <Pill>{words::SLOT_EMPTY}</Pill> });
        let links: Vec<_> = held
            .into_iter()
            .map(|(id, title)| view! { <li><A href=instrument_path(&id)>{title}</A></li> })
            .collect();
        let filled = (!links.is_empty())
            .then(|| view! { <div><dt>{words::FILLED_BY}</dt><dd><ul>{links}</ul></dd></div> });
        let press = move || fill.run(id.clone());
        view! {
            <li class="row row-tall" data-testid=format!("slot-{}", slot.id)>
                <div class="row-main">
                    <p class="row-title"><strong>{slot.title.clone()}</strong> {state}</p>
                    <dl class="facts">
                        {filled}
                        <div><dt>{words::CANDIDATES}</dt><dd>{slot.candidates}</dd></div>
                        <div><dt>{words::WHY_NONE}</dt><dd>{slot.reason}</dd></div>
                    </dl>
                </div>
                <Button label=words::fill_slot(&slot.title) on_press=press>{words::ADD}</Button>
            </li>
        }
    };
    view! {
        <p class="quiet">{words::SLOTS_DETAIL}</p>
        <ul class="catalogue">{move || all.get().slots.into_iter().map(row).collect_view()}</ul>
    }
}

/// One instrument in full.
#[component]
pub fn InstrumentPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("instrument").unwrap_or_default()));
    let instrument = use_query(move || GetInstrument { instrument: id.get() });
    let catalogue = use_query(|| ListInstruments {});
    // Switched on or off in the list behind it: the row is read again as well.
    Effect::new(move |before: Option<()>| {
        catalogue.data().track();
        if before.is_some() {
            instrument.reload();
        }
    });
    let title = Signal::derive(move || {
        instrument.with(|i| i.map_or_else(|| words::TITLE.to_owned(), |i| i.summary.title.clone()))
    });
    let above = || view! { <Breadcrumb steps=vec![Crumb::new(words::TITLE, "/practice/instruments")] /> };
    let beside = move || {
        let summary = instrument.with(|i| i.map(|i| i.summary.clone()))?;
        (summary.origin != InstrumentOrigin::Bundled).then(|| view! { <Use enabled=summary.enabled /> })
    };
    let may = use_api().role().get_untracked().is_some_and(|role| role != Role::Client);
    let actions = move || {
        let summary = instrument.with(|i| i.map(|i| i.summary.clone()))?;
        let own = may && summary.origin != InstrumentOrigin::Bundled;
        own.then(|| view! { <Switch instrument=summary catalogue /> })
    };
    let unknown =
        move || matches!(instrument.phase(), crate::state::Phase::Failed(e) if e.code == ErrorCode::NotFound);
    move || match unknown() {
        true => view! { <crate::app::NotFound /> }.into_any(),
        false => view! {
            <PageHeader title above beside actions />
            <div class="page-body page-narrow">
                <Loaded query=instrument let:answer>
                    {move || answer.with(|instrument| view! { <Whole instrument=instrument.clone() /> })}
                </Loaded>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn Whole(instrument: InstrumentView) -> impl IntoView {
    let InstrumentView { summary, recall_period, instructions, algorithm, bands, items, sources, notes } =
        instrument;
    let fact = |name: &'static str, value: String| {
        (!value.is_empty()).then(|| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    };
    let list = |heading: &'static str, lines: Vec<String>| {
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! { <Card heading><ul class="bullets">{lines}</ul></Card> }
        })
    };
    let dimensions = feeds(&summary);
    view! {
        <Card>
            <dl class="facts">
                {fact(words::VERSION, summary.version)}
                {fact(words::RECALL, recall_period)}
                {fact(words::DIMENSIONS, dimensions)}
                {fact(words::ORIGIN, words::origin(summary.origin).to_owned())}
                {fact(words::LICENCE, words::licence(&summary.licence).to_owned())}
                {fact(words::CREDIT, summary.attribution)}
                {fact(words::STATEMENT, summary.statement)}
            </dl>
        </Card>
        <Card heading=words::SCORING>
            <p>{algorithm}</p>
            <Bands bands />
        </Card>
        <Card heading=words::QUESTIONS>
            {(!instructions.is_empty()).then(|| view! { <p class="quiet">{instructions}</p> })}
            <Questions items />
        </Card>
        {list(words::NOTES, notes)}
        {list(words::SOURCES, sources)}
    }
}

#[component]
fn Bands(bands: Vec<BandView>) -> impl IntoView {
    if bands.is_empty() {
        return view! { <p class="quiet">{words::NO_BANDS}</p> }.into_any();
    }
    let row = |band: BandView| {
        view! {
            <tr>
                <th scope="row"><super::shown::BandWords label=band.label severity=Some(band.severity) /></th>
                <td>{format::number(band.min)}</td>
                <td>{format::number(band.max)}</td>
            </tr>
        }
    };
    view! {
        <table class="table">
            <caption class="visually-hidden">{words::BANDS}</caption>
            <thead>
                <tr><th scope="col">{words::BAND}</th><th scope="col">{words::FROM}</th><th scope="col">{words::TO}</th></tr>
            </thead>
            <tbody>{bands.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// Every question; answers are listed again only where they differ from the question before.
#[component]
fn Questions(items: Vec<ItemView>) -> impl IntoView {
    let mut before = (String::new(), Vec::new());
    let rows: Vec<_> = items
        .into_iter()
        .map(|item| {
            let stem = (item.stem != before.0 && !item.stem.is_empty()).then(|| item.stem.clone());
            let labels: Vec<String> =
                item.options.iter().map(|o| format!("{} ({})", o.label, format::number(o.value))).collect();
            let answers = (labels != before.1).then(|| labels.join(" · "));
            before = (item.stem, labels);
            view! {
                <li>
                    {stem.map(|stem| view! { <p class="question-stem">{stem}</p> })}
                    <p>{item.text}</p>
                    {answers.map(|answers| view! { <p class="quiet">{answers}</p> })}
                </li>
            }
        })
        .collect();
    view! { <ol class="questions">{rows}</ol> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_finds_names_and_what_they_are_about() {
        let instrument = InstrumentSummary {
            id: "gad7".into(),
            title: "Generalized Anxiety Disorder 7-item scale (GAD-7)".into(),
            version: "2006".into(),
            dimensions: vec!["anxiety".into()],
            origin: InstrumentOrigin::Bundled,
            slot: None,
            licence: "public-domain".into(),
            attribution: String::new(),
            statement: String::new(),
            enabled: true,
            items: 7,
        };
        for typed in ["", "gad", "GAD-7", "generalised", "scale anxiety"] {
            assert!(matches(&instrument, typed), "{typed:?} finds it");
        }
        assert!(!matches(&instrument, "gad depression"), "every word has to be there");
    }
}
