//! Sets: the standard ones to look at, one's own to make and change.

use contract::instruments::{BatteryView, InstrumentCatalogue, ListBatteries, RemoveBattery, SaveBattery};
use contract::{ApiError, BatteryId};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::shown::short_title;
use crate::components::{
    Button, ButtonKind, Card, Choice, Confirm, Dialog, EmptyState, ErrorNote, IconName, Loaded, Select,
    TextField, focus_first_wrong,
};
use crate::state::{Query, use_api, use_query, use_toasts};
use crate::strings::{common, instruments as words};

/// Both kinds of sets.
#[component]
pub fn Sets(
    /// What instruments are called.
    all: Signal<InstrumentCatalogue>,
) -> impl IntoView {
    let sets = use_query(|| ListBatteries {});
    let making = RwSignal::new(false);
    let aside = move || {
        view! {
            <Button icon=IconName::Plus on_press=move || making.set(true) attr:data-testid="set-new">
                {words::NEW_SET}
            </Button>
        }
    };
    view! {
        <p class="quiet">{words::SETS_DETAIL}</p>
        <Loaded query=sets let:list>
            <div class="sets">
                <Card heading=words::OWN aside>
                    <SetRows list own=true all sets />
                </Card>
                <Card heading=words::STANDARD>
                    <SetRows list own=false all sets />
                </Card>
            </div>
        </Loaded>
        <SetDialog open=making set=None all sets />
    }
}

#[component]
fn SetRows(
    list: Signal<Vec<BatteryView>>,
    own: bool,
    all: Signal<InstrumentCatalogue>,
    sets: Query<Vec<BatteryView>>,
) -> impl IntoView {
    let shown = Memo::new(move |_| {
        list.with(|list| list.iter().filter(|set| set.id.is_some() == own).cloned().collect::<Vec<_>>())
    });
    let empty = || view! { <EmptyState icon=IconName::Checklist heading=words::NO_OWN detail=words::NO_OWN_DETAIL /> };
    view! {
        <Show when=move || shown.with(|sets| !sets.is_empty()) fallback=empty>
            <ul class="rows">
                {move || shown.get().into_iter().map(|set| view! { <SetRow set all sets /> }).collect_view()}
            </ul>
        </Show>
    }
}

#[component]
fn SetRow(
    set: BatteryView,
    all: Signal<InstrumentCatalogue>,
    sets: Query<Vec<BatteryView>>,
) -> impl IntoView {
    let titles: Vec<_> = set
        .instruments
        .iter()
        .map(|id| {
            let title = all.with(|all| title_of(all, id));
            view! { <li>{short_title(&title).to_owned()}</li> }
        })
        .collect();
    let own = set.id.map(|id| view! { <OwnActions id set=set.clone() all sets /> });
    view! {
        <li class="row row-tall" data-testid="set-row">
            <div class="row-main">
                <p class="row-title"><strong>{set.name.clone()}</strong></p>
                {(!set.purpose.is_empty()).then(|| view! { <p class="quiet">{set.purpose.clone()}</p> })}
                <ol class="set-parts">{titles}</ol>
                <p class="quiet">{words::set_size(set.instruments.len(), set.items)}</p>
            </div>
            {own}
        </li>
    }
}

#[component]
fn OwnActions(
    id: BatteryId,
    set: BatteryView,
    all: Signal<InstrumentCatalogue>,
    sets: Query<Vec<BatteryView>>,
) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let (changing, removing) = (RwSignal::new(false), RwSignal::new(false));
    let remove = move || {
        spawn_local(async move {
            match api.call(RemoveBattery { battery_id: id }).await {
                Ok(_) => toasts.good(words::SET_REMOVED),
                Err(error) => toasts.danger(error.message),
            }
            sets.reload();
        });
    };
    view! {
        <div class="actions">
            <Button
                kind=ButtonKind::Quiet
                icon=IconName::Edit
                label=words::edit_set(&set.name)
                on_press=move || changing.set(true)
            />
            <Button
                kind=ButtonKind::Quiet
                icon=IconName::Trash
                label=words::remove_set(&set.name)
                on_press=move || removing.set(true)
            />
        </div>
        <Confirm
            open=removing
            title=words::remove_set(&set.name)
            detail=words::REMOVE_SET_DETAIL
            action=words::REMOVE_SET
            danger=true
            on_confirm=remove
        />
        <SetDialog open=changing set=Some(set) all sets />
    }
}

fn title_of(all: &InstrumentCatalogue, id: &str) -> String {
    let known = all.instruments.iter().find(|instrument| instrument.id == id);
    known.map_or_else(|| id.to_owned(), |instrument| instrument.title.clone())
}

#[component]
fn SetDialog(
    open: RwSignal<bool>,
    set: Option<BatteryView>,
    all: Signal<InstrumentCatalogue>,
    sets: Query<Vec<BatteryView>>,
) -> impl IntoView {
    let title = if set.is_some() { words::EDIT_SET } else { words::NEW_SET };
    let set = StoredValue::new(set);
    view! {
        <Dialog open title wide=true>
            <SetForm open set=set.get_value() all sets />
        </Dialog>
    }
}

#[component]
fn SetForm(
    open: RwSignal<bool>,
    set: Option<BatteryView>,
    all: Signal<InstrumentCatalogue>,
    sets: Query<Vec<BatteryView>>,
) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let battery_id = set.as_ref().and_then(|set| set.id);
    let name = RwSignal::new(set.as_ref().map(|set| set.name.clone()).unwrap_or_default());
    let chosen = RwSignal::new(set.map(|set| set.instruments).unwrap_or_default());
    let error = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let save = move || {
        let (name, instruments) =
            (name.with_untracked(|name| name.trim().to_owned()), chosen.get_untracked());
        let refusal = match (name.is_empty(), instruments.is_empty()) {
            (true, _) => Some(("name", words::SET_NAME_MISSING)),
            (false, true) => Some(("instruments", words::SET_EMPTY)),
            (false, false) => None,
        };
        if let Some((field, message)) = refusal {
            error.set(Some(ApiError::invalid(field, message)));
            return focus_first_wrong();
        }
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            match api.call(SaveBattery { battery_id, name, instruments }).await {
                Ok(_) => {
                    let _ = open.try_set(false);
                    toasts.good(words::SET_SAVED);
                    sets.reload();
                }
                Err(refused) => {
                    let _ = error.try_set(Some(refused));
                    focus_first_wrong();
                }
            }
            let _ = busy.try_set(false);
        });
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            save();
        }
    };
    let wrong_name =
        Signal::derive(move || error.get().filter(|e| e.field.as_deref() == Some("name")).map(|e| e.message));
    let other = Signal::derive(move || error.get().filter(|e| e.field.as_deref() != Some("name")));
    view! {
        <form class="stack" novalidate=true on:submit=submit>
            <TextField label=words::SET_NAME value=name error=wrong_name max_length=80u32 autofocus=true />
            <Order chosen all />
            <Addable chosen all />
            <ErrorNote error=other />
            <div class="actions actions-end">
                <Button on_press=move || open.set(false)>{common::CANCEL}</Button>
                <Button kind=ButtonKind::Primary submit=true busy attr:data-testid="set-save">{words::SAVE_SET}</Button>
            </div>
        </form>
    }
}

/// What is in the set, with buttons that move it; the focus goes along.
#[component]
fn Order(chosen: RwSignal<Vec<String>>, all: Signal<InstrumentCatalogue>) -> impl IntoView {
    let list = NodeRef::<html::Ol>::new();
    let said = RwSignal::new(String::new());
    let shift = move |id: &str, by: isize| {
        let place = chosen.with_untracked(|ids| ids.iter().position(|one| one == id));
        let count = chosen.with_untracked(Vec::len);
        let target = place.and_then(|place| place.checked_add_signed(by)).filter(|target| *target < count);
        let (Some(place), Some(target)) = (place, target) else { return };
        chosen.update(|ids| ids.swap(place, target));
        said.set(words::moved(&all.with_untracked(|all| title_of(all, id)), target + 1, count));
        refocus(list, target, by);
    };
    let row = move |id: String| {
        let title = all.with_untracked(|all| title_of(all, &id));
        let (up, down, out) = (id.clone(), id.clone(), id.clone());
        let first = {
            let id = id.clone();
            Signal::derive(move || chosen.with(|ids| ids.first() == Some(&id)))
        };
        let last = Signal::derive(move || chosen.with(|ids| ids.last() == Some(&id)));
        view! {
            <li class="order-row">
                <span class="order-title">{title.clone()}</span>
                <span class="order-buttons">
                    <Button
                        kind=ButtonKind::Quiet icon=IconName::Up label=words::move_up(&title) disabled=first
                        on_press=move || shift(&up, -1)
                    />
                    <Button
                        kind=ButtonKind::Quiet icon=IconName::Down label=words::move_down(&title) disabled=last
                        on_press=move || shift(&down, 1)
                    />
                    <Button
                        kind=ButtonKind::Quiet icon=IconName::Close label=words::take_out(&title)
                        on_press=move || chosen.update(|ids| ids.retain(|one| *one != out))
                    />
                </span>
            </li>
        }
    };
    view! {
        <div>
            <h3 id="set-order">{words::CHOSEN}</h3>
            <Show
                when=move || chosen.with(|ids| !ids.is_empty())
                fallback=|| view! { <p class="quiet">{words::SET_EMPTY}</p> }
            >
                <ol class="order" aria-labelledby="set-order" node_ref=list>
                    <For each=move || chosen.get() key=Clone::clone children=row />
                </ol>
            </Show>
            <p class="visually-hidden" role="status">{move || said.get()}</p>
        </div>
    }
}

/// Moving an element in the page takes its focus away: the same button gets it back, or its neighbour at an end.
fn refocus(list: NodeRef<html::Ol>, place: usize, by: isize) {
    request_animation_frame(move || {
        let row = list.get_untracked().and_then(|list| list.children().item(place as u32));
        let button = row.and_then(|row| {
            let wanted = if by < 0 { 0 } else { 1 };
            let buttons = row.query_selector_all(".button").ok()?;
            buttons.item(wanted)?.dyn_into::<web_sys::HtmlElement>().ok()
        });
        if let Some(button) = button {
            // A button on the page can be focused.
            let _ = button.focus();
        }
    });
}

/// What can still be put in.
#[component]
fn Addable(chosen: RwSignal<Vec<String>>, all: Signal<InstrumentCatalogue>) -> impl IntoView {
    let left = Memo::new(move |_| {
        let taken = chosen.get();
        all.with(|all| {
            let free = all.instruments.iter().filter(|i| i.enabled && !taken.contains(&i.id));
            free.map(|i| Choice::new(i.id.clone(), i.title.clone())).collect::<Vec<_>>()
        })
    });
    let pick = RwSignal::new(String::new());
    Effect::new(move |_| {
        // What was just put in cannot stay chosen.
        let first = left.with(|left| left.first().map(|choice| choice.value.clone()));
        if !left.with(|left| left.iter().any(|choice| choice.value == pick.get_untracked())) {
            pick.set(first.unwrap_or_default());
        }
    });
    let add = move || {
        let id = pick.get_untracked();
        if !id.is_empty() {
            chosen.update(|ids| ids.push(id));
        }
    };
    view! {
        <Show
            when=move || left.with(|left| !left.is_empty())
            fallback=|| view! { <p class="quiet">{words::ALL_CHOSEN}</p> }
        >
            <div class="addable">
                <Select label=words::ADD_TO_SET choices=Signal::derive(move || left.get()) value=pick />
                <Button icon=IconName::Plus on_press=add attr:data-testid="set-add">{words::ADD_THIS}</Button>
            </div>
        </Show>
    }
}
