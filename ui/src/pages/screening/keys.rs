//! The keys of a form: digits choose, Enter goes on, Backspace and the left arrow go back. Arrows within the answers are the
//! browser's own. Nothing is reached by keys alone, and digits can be turned off.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::place::{Place, Stride};
use super::sheet::{Intent, Sheet};
use crate::state::use_device;

/// Listens until the form is left.
pub fn listen(sheet: Sheet) {
    let number_keys = use_device().number_keys;
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let held = event.ctrl_key() || event.meta_key() || event.alt_key();
        if held || event.default_prevented() || event.is_composing() || dialog_is_open() || writing(&event) {
            return;
        }
        if let Some(intent) = intent(&event, number_keys.get_untracked()) {
            let at_question = matches!(sheet.place_untracked(), Place::Question(_));
            // At the end only going back makes sense: finishing takes its own button.
            if at_question || matches!(intent, Intent::Back(_)) {
                event.prevent_default();
                sheet.want(intent);
            }
        }
    });
    on_cleanup(move || listener.remove());
}

fn intent(event: &KeyboardEvent, number_keys: bool) -> Option<Intent> {
    let key = event.key();
    let mut letters = key.chars();
    if let (Some(digit), None) = (letters.next().and_then(|letter| letter.to_digit(10)), letters.next()) {
        return u8::try_from(digit).ok().filter(|_| number_keys && !event.repeat()).map(Intent::Digit);
    }
    match key.as_str() {
        "Enter" if !event.repeat() && !on(event, "button, a, summary, select, input[type=checkbox]") => {
            Some(Intent::Next(Stride::Question))
        }
        "Backspace" => Some(Intent::Back(Stride::Question)),
        "ArrowLeft" if !on(event, "input, select, summary") => Some(Intent::Back(Stride::Question)),
        _ => None,
    }
}

/// The event comes from something to write in, where every key means itself.
fn writing(event: &KeyboardEvent) -> bool {
    on(event, "textarea, select, input:not([type=radio], [type=checkbox])")
}

fn on(event: &KeyboardEvent, selector: &str) -> bool {
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    target.is_some_and(|element| element.matches(selector).unwrap_or(false))
}

fn dialog_is_open() -> bool {
    document().query_selector("dialog[open]").ok().flatten().is_some()
}
