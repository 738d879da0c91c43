//! The keys of a session's page. Single keys can be turned off; nothing is reached by them alone.

use contract::transcripts::Speaker;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::desk::{Desk, Pane};
use super::note::Place;
use crate::components::{Checkbox, Dialog};
use crate::strings::sessions as words;

const KEPT: &str = "attune.single-keys";
const STEP_MS: i64 = 5_000;

/// Listens for the page's keys until it is left. `open` shows the list of them.
pub fn listen(desk: Desk, open: RwSignal<bool>, single: RwSignal<bool>) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        if event.default_prevented() || event.is_composing() || in_dialog(&event) {
            return;
        }
        let find = event.key().eq_ignore_ascii_case("f") && (event.ctrl_key() || event.meta_key());
        if find && focus_now("[data-testid=transcript-find]") {
            return event.prevent_default();
        }
        if in_field(&event) || event.ctrl_key() || event.meta_key() {
            return;
        }
        let handled = if event.alt_key() {
            with_alt(desk, &event.key())
        } else {
            single.get_untracked() && by_itself(desk, open, &event)
        };
        if handled {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Whether single keys are on, as kept on this computer.
pub fn single_keys() -> RwSignal<bool> {
    let storage = || window().local_storage().ok().flatten();
    let off = storage().and_then(|s| s.get_item(KEPT).ok().flatten()).is_some_and(|word| word == "off");
    let single = RwSignal::new(!off);
    Effect::new(move |_| {
        let word = if single.get() { "on" } else { "off" };
        if let Some(storage) = storage() {
            // A browser that refuses storage forgets the choice; nothing else depends on it.
            let _ = storage.set_item(KEPT, word);
        }
    });
    single
}

fn with_alt(desk: Desk, key: &str) -> bool {
    let Some(sentence) = desk.note.selected.get_untracked() else { return false };
    match key {
        "ArrowUp" => desk.note.shift(sentence, false),
        "ArrowDown" => desk.note.shift(sentence, true),
        _ => return false,
    }
    focus_soon(".sentence.is-selected");
    true
}

fn by_itself(desk: Desk, open: RwSignal<bool>, event: &KeyboardEvent) -> bool {
    let on_control = on_control(event);
    match event.key().as_str() {
        " " if on_control => return false,
        " " | "p" | "P" => desk.player.toggle(),
        "ArrowLeft" if !in_list_of_choices(event) => desk.player.skip(-STEP_MS),
        "ArrowRight" if !in_list_of_choices(event) => desk.player.skip(STEP_MS),
        "j" | "J" => step(desk, true),
        "k" | "K" => step(desk, false),
        "ArrowDown" if on_sentence(event) => step(desk, true),
        "ArrowUp" if on_sentence(event) => step(desk, false),
        "e" | "E" => edit(desk),
        "x" | "X" => pick(desk),
        "t" | "T" => desk.words.relabel(Speaker::Therapist),
        "c" | "C" => desk.words.relabel(Speaker::Client),
        "u" | "U" => desk.words.relabel(Speaker::Unknown),
        "v" | "V" => desk.attach_picked(),
        "a" | "A" => match desk.note.selected.get_untracked() {
            Some(key) => desk.note.add(Place::After(key)),
            None => return false,
        },
        "Delete" if on_sentence(event) => match desk.note.selected.get_untracked() {
            Some(key) => {
                desk.note.delete(key);
                focus_soon(".sentence.is-selected");
            }
            None => return false,
        },
        "/" => return focus_now("[data-testid=transcript-find]"),
        "?" => open.set(true),
        _ => return false,
    }
    true
}

/// Goes to the next or the previous sentence or segment, whichever half the keyboard is in.
fn step(desk: Desk, down: bool) {
    match desk.pane.get_untracked() {
        Pane::Note => {
            let now = desk.note.selected.get_untracked();
            if let Some(next) = desk.note.draft.with_untracked(|draft| draft.neighbour(now, down)) {
                desk.show_sentence(next, false);
                focus_soon(".sentence.is-selected");
            }
        }
        Pane::Words => {
            let last = desk.words.segments.with_untracked(Vec::len).saturating_sub(1);
            let next = match (desk.words.active.get_untracked(), down) {
                (None, _) => 0,
                (Some(row), true) => (row + 1).min(last),
                (Some(row), false) => row.saturating_sub(1),
            };
            desk.words.active.set(Some(next));
            focus_soon(&format!(".segments .vlist-row[data-index=\"{next}\"]"));
        }
    }
}

fn edit(desk: Desk) {
    match desk.pane.get_untracked() {
        Pane::Note => {
            if let Some(key) = desk.note.selected.get_untracked() {
                desk.note.edit(key);
            }
        }
        Pane::Words => desk.words.correcting.set(desk.words.active.get_untracked()),
    }
}

fn pick(desk: Desk) {
    if let (Pane::Words, Some(row)) = (desk.pane.get_untracked(), desk.words.active.get_untracked()) {
        desk.words.picked.update(|picked| picked.toggle(row));
    }
}

fn target(event: &KeyboardEvent) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

fn within(event: &KeyboardEvent, selector: &str) -> bool {
    target(event).is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

fn in_field(event: &KeyboardEvent) -> bool {
    within(event, "textarea, select, [contenteditable=true], input:not([type=checkbox]):not([type=radio])")
}

fn in_dialog(event: &KeyboardEvent) -> bool {
    within(event, "dialog, [role=menu]") || document().query_selector("dialog[open]").ok().flatten().is_some()
}

/// Something that Space is for; a sentence is not, for Enter does what it does.
fn on_control(event: &KeyboardEvent) -> bool {
    within(event, "button, a, summary, input, [role=tab]")
}

/// Something that moves by left and right arrow keys itself.
fn in_list_of_choices(event: &KeyboardEvent) -> bool {
    within(event, "[role=tab], [role=slider], input")
}

fn on_sentence(event: &KeyboardEvent) -> bool {
    within(event, ".sentence")
}

fn focus_now(selector: &str) -> bool {
    let found =
        document().query_selector(selector).ok().flatten().and_then(|e| e.dyn_into::<HtmlElement>().ok());
    match found {
        // An element on the page can be focused.
        Some(element) => element.focus().is_ok(),
        None => false,
    }
}

/// Gives something the focus once this change is on the page.
pub fn focus_soon(selector: &str) {
    let selector = selector.to_owned();
    request_animation_frame(move || {
        focus_now(&selector);
    });
}

/// The list of keys.
#[component]
pub fn KeysDialog(open: RwSignal<bool>, single: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open title=words::KEYS_TITLE wide=true>
            <dl class="keys">
                {words::KEYS
                    .into_iter()
                    .map(|(keys, does)| view! { <div><dt><kbd>{keys}</kbd></dt><dd>{does}</dd></div> })
                    .collect_view()}
            </dl>
            <Checkbox label=words::KEYS_SINGLE value=single hint=words::KEYS_SINGLE_HINT />
        </Dialog>
    }
}
