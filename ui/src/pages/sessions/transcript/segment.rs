//! One stretch of speech.

use contract::ApiError;
use contract::transcripts::{CorrectSegment, SegmentView};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::pick::cut_at;
use crate::components::{Button, ButtonKind, ErrorNote, IconName};
use crate::format;
use crate::pages::sessions::desk::Desk;
use crate::pages::sessions::{keys, speaker_word};
use crate::state::use_api;
use crate::strings::common;
use crate::strings::sessions as told;

/// Words less sure than this are marked.
const UNSURE_BELOW: f32 = 0.5;

/// A segment in its row.
#[component]
pub fn SegmentRow(desk: Desk, row: usize) -> impl IntoView {
    let words = desk.words;
    let segment = Memo::new(move |_| words.segment(row));
    let lit = Memo::new(move |_| {
        let Some(id) = segment.with(|s| s.as_ref().map(|s| s.id)) else { return false };
        let Some(key) = desk.note.selected.get() else { return false };
        desk.note.draft.with(|draft| draft.get(key).is_some_and(|s| s.evidence.contains(&id)))
    });
    let current = Memo::new(move |_| words.current.get() == Some(row));
    let picked = Memo::new(move |_| words.picked.with(|picked| picked.contains(row)));
    let correcting = Memo::new(move |_| words.correcting.get() == Some(row));
    let class = move || {
        let speaker = segment.with(|s| s.as_ref().map_or("unknown", |s| speaker_word(s.speaker)));
        format!("segment speaker-{speaker}")
    };
    let press = move |event: web_sys::MouseEvent| {
        // Buttons, boxes and fields in the row answer for themselves; marking words to copy them is not a press.
        if on_control(&event) || marking_words() {
            return;
        }
        if event.shift_key() {
            words.picked.update(|picked| picked.extend_to(row));
        } else if event.ctrl_key() || event.meta_key() {
            words.picked.update(|picked| picked.toggle(row));
        } else {
            desk.play_row(row);
        }
    };
    view! {
        <div
            class=class
            class:is-lit=lit
            class:is-current=current
            class:is-picked=picked
            class:is-picking=words.picking
            data-testid="segment"
            data-row=row.to_string()
            data-start-ms=move || segment.with(|s| s.as_ref().map(|s| s.start_ms.to_string()))
            data-lit=move || lit.get().to_string()
            aria-current=move || current.get().then_some("true")
            on:mousedown=move |event: web_sys::MouseEvent| {
                // With Shift a browser would mark words instead of selecting segments.
                if event.shift_key() && !on_control(&event) {
                    event.prevent_default();
                }
            }
            on:click=press
        >
            {move || match (segment.get(), correcting.get()) {
                (None, _) => ().into_any(),
                (Some(segment), true) => view! { <Correction desk row segment /> }.into_any(),
                (Some(segment), false) => view! { <Said desk row segment picked /> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Said(desk: Desk, row: usize, segment: SegmentView, picked: Memo<bool>) -> impl IntoView {
    let words = desk.words;
    let at = format::clock(segment.start_ms);
    let unsure = segment.confidence < UNSURE_BELOW && segment.original_text.is_none();
    let id = segment.id;
    let numbers = Memo::new(move |_| {
        desk.note.draft.with(|draft| {
            let numbers = draft.numbers();
            let here = draft.sentences().filter(|s| s.evidence.contains(&id));
            here.filter_map(|s| numbers.get(&s.key)).map(u32::to_string).collect::<Vec<_>>().join(", ")
        })
    });
    let text = segment.text.clone();
    let found = move || {
        words.wanted.with(|wanted| {
            cut_at(&text, wanted)
                .into_iter()
                .map(|(part, found)| match found {
                    true => view! { <mark>{part}</mark> }.into_any(),
                    false => part.into_any(),
                })
                .collect_view()
        })
    };
    // Only in the row the keyboard is at are its controls stops of the Tab key.
    let stop = move || if words.active.get() == Some(row) { "0" } else { "-1" };
    let supports = move || {
        let numbers = numbers.get();
        (!numbers.is_empty()).then(|| {
            view! {
                <span class="supports">
                    <span aria-hidden="true">{numbers.clone()}</span>
                    <span class="visually-hidden">{told::supports(&numbers)}</span>
                </span>
            }
        })
    };
    let original = segment.original_text.clone();
    view! {
        <button
            type="button"
            class="segment-time"
            tabindex=stop
            aria-label=told::play_from(&at)
            data-testid="segment-play"
            on:click=move |_| desk.play_row(row)
        >
            {at.clone()}
        </button>
        <div class="segment-words">
            <p class="segment-head">
                <span class="segment-speaker">{told::speaker(segment.speaker)}</span>
                {unsure.then(|| view! { <span class="segment-mark" title=told::UNSURE_SPOKEN>{told::UNSURE}</span> })}
                {original.is_some().then(|| view! { <span class="segment-mark">{told::CORRECTED}</span> })}
                {supports}
            </p>
            <p class="segment-text" class:is-unsure=unsure>{found}</p>
            {original.map(|text| view! { <p class="segment-original">{told::heard_as(&text)}</p> })}
        </div>
        <div class="segment-tools">
            <Button
                kind=ButtonKind::Quiet
                icon=IconName::Edit
                label=told::correct_segment(&at)
                on_press=move || words.correcting.set(Some(row))
                attr:tabindex=stop
                attr:data-testid="segment-correct"
            />
            <input
                type="checkbox"
                class="segment-box"
                tabindex=stop
                aria-label=told::select_segment(&at)
                data-testid="segment-select"
                prop:checked=picked
                on:click=move |event: web_sys::MouseEvent| {
                    words.picked.update(|picked| match event.shift_key() {
                        true => picked.extend_to(row),
                        false => picked.toggle(row),
                    });
                }
            />
        </div>
    }
}

/// The words being corrected, with what was heard beneath.
#[component]
fn Correction(desk: Desk, row: usize, segment: SegmentView) -> impl IntoView {
    let api = use_api();
    let words = desk.words;
    let text = RwSignal::new(segment.text.clone());
    let error = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let field = NodeRef::<html::Textarea>::new();
    desk.player.pause();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field on the page can be focused.
            let _ = field.focus();
        }
    });
    let close = move || {
        words.correcting.set(None);
        keys::focus_soon(&format!(".segments .vlist-row[data-index=\"{row}\"]"));
    };
    let before = segment.text.clone();
    let save = move || {
        let text = text.get_untracked().trim().to_owned();
        if text == before {
            return close();
        }
        busy.set(true);
        spawn_local(async move {
            let corrected = api.call(CorrectSegment { segment_id: segment.id, text }).await;
            let _ = busy.try_set(false);
            match corrected {
                Ok(corrected) => {
                    let _ = words.segments.try_update(|all| {
                        if let Some(here) = all.iter_mut().find(|s| s.id == corrected.id) {
                            *here = corrected;
                        }
                    });
                    close();
                }
                Err(refused) => {
                    let _ = error.try_set(Some(refused));
                }
            }
        });
    };
    let save = Callback::from(save);
    let on_keys = move |event: web_sys::KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" => save.run(()),
            "Escape" => close(),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let heard = segment.original_text.clone().unwrap_or(segment.text);
    view! {
        <span class="segment-time">{format::clock(segment.start_ms)}</span>
        <div class="segment-words">
            <p class="segment-head"><span class="segment-speaker">{told::speaker(segment.speaker)}</span></p>
            <textarea
                class="input"
                rows="3"
                autocomplete="off"
                aria-label=told::CORRECT_LABEL
                data-testid="segment-correction"
                node_ref=field
                prop:value=text
                on:input=move |event| text.set(event_target_value(&event))
                on:keydown=on_keys
            ></textarea>
            <p class="segment-original">{told::heard_as(&heard)}</p>
            <ErrorNote error />
            <div class="actions">
                <Button busy on_press=move || save.run(()) attr:data-testid="segment-save">{told::SAVE}</Button>
                <Button kind=ButtonKind::Quiet on_press=close>{common::CANCEL}</Button>
            </div>
        </div>
    }
}

fn on_control(event: &web_sys::MouseEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| element.closest("button, input, textarea, label").ok().flatten().is_some())
}

fn marking_words() -> bool {
    window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}
