//! One sentence of the note: read, or being edited in its place.

use contract::notes::Origin;
use leptos::html;
use leptos::prelude::*;

use super::draft::{Key, Place, Sentence};
use crate::components::Pill;
use crate::components::Tone;
use crate::pages::sessions::desk::Desk;
use crate::strings::sessions as words;

/// A sentence in its place.
#[component]
pub fn SentenceItem(desk: Desk, key_of: Key) -> impl IntoView {
    let note = desk.note;
    let editing = Memo::new(move |_| note.editing.with(|e| e.as_ref().is_some_and(|e| e.key == key_of)));
    let sentence = Memo::new(move |_| note.draft.with(|draft| draft.get(key_of).cloned()));
    view! {
        <li class="sentence-item" class:is-editing=editing class:is-quiet=move || {
            sentence.with(|s| s.as_ref().is_some_and(|s| s.not_assessed))
        }>
            {move || match editing.get() {
                true => view! { <SentenceEdit desk key_of /> }.into_any(),
                false => view! { <SentenceText desk key_of sentence /> }.into_any(),
            }}
        </li>
    }
}

#[component]
fn SentenceText(desk: Desk, key_of: Key, sentence: Memo<Option<Sentence>>) -> impl IntoView {
    let note = desk.note;
    let element = NodeRef::<html::Span>::new();
    let selected = Memo::new(move |_| note.selected.get() == Some(key_of));
    // One sentence of the note is a stop of the Tab key: the selected one, else the first.
    let stop = Memo::new(move |_| match note.selected.get() {
        Some(key) => key == key_of,
        None => note.draft.with(|draft| draft.neighbour(None, true)) == Some(key_of),
    });
    let number = Memo::new(move |_| note.draft.with(|draft| draft.numbers().get(&key_of).copied()));
    let unsupported = Memo::new(move |_| {
        desk.grounded.get() && sentence.with(|s| s.as_ref().is_some_and(Sentence::unsupported))
    });
    let screened =
        Memo::new(move |_| sentence.with(|s| s.as_ref().is_some_and(|s| !s.screenings.is_empty())));
    let by_person =
        Memo::new(move |_| sentence.with(|s| s.as_ref().is_some_and(|s| s.origin == Origin::Person)));
    let supported = move || number.get().is_some().to_string();
    let pill = move || {
        let words = if by_person.get() { words::NO_EVIDENCE } else { words::NO_SUPPORT };
        view! { <Pill tone=Tone::Warn>{words}</Pill> }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" && !event.ctrl_key() && !event.meta_key() {
            event.prevent_default();
            desk.show_sentence(key_of, true);
        }
    };
    view! {
        <span
            class="sentence"
            class:is-selected=selected
            class:is-unsupported=unsupported
            class:is-by-person=by_person
            role="button"
            tabindex=move || if stop.get() { "0" } else { "-1" }
            aria-pressed=move || selected.get().to_string()
            data-testid="note-sentence"
            data-key=key_of.to_string()
            data-supported=supported
            data-screened=move || screened.get().to_string()
            node_ref=element
            on:click=move |_| desk.show_sentence(key_of, true)
            on:dblclick=move |_| note.edit(key_of)
            on:keydown=keys
        >
            {move || sentence.with(|s| s.as_ref().map(|s| s.text.clone()))}
            {move || number.get().map(|n| view! { <sup>{n.to_string()}</sup> })}
        </span>
        " "
        <Show when=move || screened.get()>
            <Pill tone=Tone::Accent attr:data-testid="sentence-screened">{words::SCREENED}</Pill>
        </Show>
        <Show when=move || unsupported.get()>{pill}</Show>
    }
}

#[component]
fn SentenceEdit(desk: Desk, key_of: Key) -> impl IntoView {
    let note = desk.note;
    let element = NodeRef::<html::Textarea>::new();
    // Nobody can listen and write at once.
    desk.player.pause();
    let text = note.draft.with_untracked(|d| d.get(key_of).map(|s| s.text.clone()).unwrap_or_default());
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            grow(&element);
            // An element on the page can be focused, and a caret put at the end of its own text.
            let _ = element.focus();
            let end = element.value().encode_utf16().count() as u32;
            let _ = element.set_selection_range(end, end);
        }
    });
    let keys = move |event: web_sys::KeyboardEvent| {
        // Enter also ends a word that is being composed; then it is not meant for us.
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => note.add(Place::After(key_of)),
            "Enter" => {
                note.finish_edit();
                focus_selected();
            }
            "Escape" => {
                note.cancel_edit();
                focus_selected();
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let input = move |event| {
        // Lines that were pasted in become one: a sentence is one paragraph.
        note.typed(key_of, &event_target_value(&event).replace(['\r', '\n'], " "));
        if let Some(element) = element.get_untracked() {
            grow(&element);
        }
    };
    let left = move |_| {
        if note.editing.with_untracked(|e| e.as_ref().is_some_and(|e| e.key == key_of)) {
            note.finish_edit();
        }
    };
    view! {
        <textarea
            class="input sentence-edit"
            rows="1"
            // Without this a browser keeps what was typed, to restore the page, outside the vault.
            autocomplete="off"
            aria-label=words::SENTENCE_LABEL
            data-testid="sentence-edit"
            prop:value=text
            node_ref=element
            on:input=input
            on:keydown=keys
            on:blur=left
        ></textarea>
    }
}

/// As tall as its words.
fn grow(element: &web_sys::HtmlTextAreaElement) {
    let style = web_sys::HtmlElement::style(element);
    // These properties exist on every element.
    let _ = style.set_property("height", "auto");
    let _ = style.set_property("height", &format!("{}px", element.scroll_height() + 2));
}

/// Gives the focus to the selected sentence, once it is on the page.
pub fn focus_selected() {
    super::super::keys::focus_soon(".sentence.is-selected");
}
