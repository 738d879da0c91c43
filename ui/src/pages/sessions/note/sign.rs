//! Signing, the signature line, and what is added after it.

use contract::notes::{AddAddendum, NoteStatus, SignNote};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::NoteDesk;
use crate::components::{Button, ButtonKind, Dialog, ErrorNote, IconName, TextArea};
use crate::format;
use crate::pages::sessions::complete::may_complete;
use crate::pages::sessions::desk::Desk;
use crate::state::{use_api, use_toasts};
use crate::strings::common;
use crate::strings::sessions as words;

/// Says what signing means, shows what has no support, and signs.
#[component]
pub fn SignDialog(open: RwSignal<bool>, desk: Desk) -> impl IntoView {
    view! {
        <Dialog open title=words::SIGN_TITLE>
            <SignForm open desk />
        </Dialog>
    }
}

#[component]
fn SignForm(open: RwSignal<bool>, desk: Desk) -> impl IntoView {
    let note = desk.note;
    let sentences = note.draft.with_untracked(|draft| draft.unsupported());
    let sign = move || {
        open.set(false);
        note.after_saving(async move |api, saved| {
            let signed = api.call(SignNote { note_id: saved.id, version: saved.version }).await?;
            note.say(words::SIGNED);
            // What is signed about has most likely taken place: the record can say so while it is fresh.
            if desk.view.try_with_untracked(may_complete) == Some(true) {
                let _ = desk.completing.try_set(true);
            }
            Ok(Some(signed))
        });
    };
    let doubts = if !desk.grounded.get_untracked() {
        view! { <p class="quiet">{words::SIGN_WITHOUT_TRANSCRIPT}</p> }.into_any()
    } else if sentences.is_empty() {
        view! { <p class="quiet">{words::SIGN_ALL_SUPPORTED}</p> }.into_any()
    } else {
        let count = sentences.len();
        let items = sentences.into_iter().map(|sentence| view! { <li>{sentence.text}</li> }).collect_view();
        view! {
            <div class="sign-doubts" data-testid="sign-doubts">
                <p>{words::unsupported(count)}</p>
                <ul>{items}</ul>
            </div>
        }
        .into_any()
    };
    view! {
        <p class="dialog-detail">{words::SIGN_MEANING}</p>
        {doubts}
        <div class="actions actions-end">
            <Button on_press=move || open.set(false)>{common::CANCEL}</Button>
            <Button kind=ButtonKind::Primary on_press=sign attr:data-testid="note-sign-confirm">
                {words::SIGN_CONFIRM}
            </Button>
        </div>
    }
}

/// Who signed, when, and the fingerprint of what was signed.
#[component]
pub fn Signature(note: NoteDesk) -> impl IntoView {
    let toasts = use_toasts();
    let line = move || {
        let (by, at, hash) = note.note.with(|n| {
            let n = n.as_ref()?;
            Some((n.signed_by.clone()?, n.signed_at?, n.hash.clone()))
        })?;
        let start: String = hash.chars().take(12).collect();
        let copy = move || {
            // Where there is no clipboard nothing is lost: the fingerprint is in every export.
            let _ = window().navigator().clipboard().write_text(&hash);
            toasts.good(common::COPIED);
        };
        Some(view! {
            <div class="signature" data-testid="note-signature">
                <p>{words::signature(&by, &format::date_time(at))}</p>
                <p class="quiet">
                    <code>{words::fingerprint(&start)}</code>
                    <Button
                        kind=ButtonKind::Quiet
                        icon=IconName::Copy
                        label=words::COPY_FINGERPRINT
                        on_press=copy
                    />
                </p>
            </div>
        })
    };
    view! { {line} }
}

/// Remarks added after signing, and adding one.
#[component]
pub fn Addenda(note: NoteDesk) -> impl IntoView {
    let signed = Memo::new(move |_| {
        note.note.with(|n| {
            n.as_ref().is_some_and(|n| matches!(n.status, NoteStatus::Signed | NoteStatus::Archived))
        })
    });
    let addenda =
        Memo::new(move |_| note.note.with(|n| n.as_ref().map(|n| n.addenda.clone()).unwrap_or_default()));
    let adding = RwSignal::new(false);
    let list = move || {
        let one = |addendum: contract::notes::AddendumView| {
            view! {
                <li data-testid="addendum">
                    <p class="quiet">{words::addendum_by(&addendum.author, &format::date_time(addendum.created_at))}</p>
                    <p class="addendum-text">{addendum.text}</p>
                </li>
            }
        };
        addenda.get().into_iter().map(one).collect_view()
    };
    view! {
        <Show when=move || signed.get()>
            <section class="addenda" aria-label=words::ADDENDA>
                <Show when=move || addenda.with(|a| !a.is_empty())>
                    <h3>{words::ADDENDA}</h3>
                    <ul>{list}</ul>
                </Show>
                <Button icon=IconName::Plus on_press=move || adding.set(true) attr:data-testid="addendum-add">
                    {words::ADD_ADDENDUM}
                </Button>
                <Dialog open=adding title=words::ADDENDUM><AddendumForm open=adding note /></Dialog>
            </section>
        </Show>
    }
}

#[component]
fn AddendumForm(open: RwSignal<bool>, note: NoteDesk) -> impl IntoView {
    let api = use_api();
    let text = RwSignal::new(String::new());
    let error = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let add = move || {
        let Some(note_id) = note.note.with_untracked(|n| n.as_ref().map(|n| n.id)) else { return };
        busy.set(true);
        let text = text.get_untracked().trim().to_owned();
        spawn_local(async move {
            let added = api.call(AddAddendum { note_id, text }).await;
            let _ = busy.try_set(false);
            match added {
                Ok(view) => {
                    let _ = open.try_set(false);
                    note.adopt(view);
                    note.say(words::ADDENDUM_ADDED);
                }
                Err(refused) => {
                    let _ = error.try_set(Some(refused));
                }
            }
        });
    };
    let empty = Signal::derive(move || text.with(|text| text.trim().is_empty()));
    view! {
        <TextArea label=words::ADDENDUM value=text hint=words::ADDENDUM_HINT rows=5 autofocus=true />
        <ErrorNote error />
        <div class="actions actions-end">
            <Button on_press=move || open.set(false)>{common::CANCEL}</Button>
            <Button kind=ButtonKind::Primary busy disabled=empty on_press=add attr:data-testid="addendum-confirm">
                {words::ADD_ADDENDUM}
            </Button>
        </div>
    }
}
