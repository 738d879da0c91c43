//! Dialogs, on the browser's own `<dialog>`: it keeps the focus inside, closes on Escape, and gives the focus back.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{Button, ButtonKind, IconName, unique_id};
use crate::strings::common as words;

/// A dialog over the page. What is in it is built when it opens and taken away when it closes, so that nothing secret
/// stays behind.
#[component]
pub fn Dialog(
    /// Whether it is open; closing it sets this to `false`.
    open: RwSignal<bool>,
    /// Its name.
    #[prop(into)]
    title: String,
    /// Wider, for lists and forms in two columns.
    #[prop(optional)]
    wide: bool,
    /// Hears that a person closed it.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    let title_id = unique_id("dialog");
    let labelled = title_id.clone();
    Effect::new(move |_| {
        let open = open.get();
        let Some(element) = element.get() else { return };
        if open && !element.open() {
            // Showing a dialog that is on the page and not open cannot fail.
            let _ = element.show_modal();
            request_animation_frame(move || focus_content(&element));
        } else if !open && element.open() {
            element.close();
        }
    });
    let closed = move |_| {
        if open.try_get_untracked() == Some(true) {
            open.set(false);
            if let Some(on_close) = on_close {
                on_close.run(());
            }
        }
    };
    let close = move || {
        if let Some(element) = element.get_untracked() {
            element.close();
        }
    };
    view! {
        <dialog node_ref=element class="dialog" class:dialog-wide=wide aria-labelledby=labelled on:close=closed>
            <div class="dialog-head">
                <h2 id=title_id tabindex="-1">{title}</h2>
                <Button kind=ButtonKind::Quiet icon=IconName::Close label=words::CLOSE on_press=close />
            </div>
            <Show when=move || open.get()>{children()}</Show>
        </dialog>
    }
}

/// Moves the focus from the close button, where the browser puts it, to what the dialog is about: its first field; its
/// first button where there is nothing to fill in; its name where there is something to read before a choice.
fn focus_content(dialog: &web_sys::HtmlDialogElement) {
    let untouched = document().active_element().is_none_or(|focused| {
        focused.closest(".dialog-head").ok().flatten().is_some() || !dialog.contains(Some(&focused))
    });
    if !untouched || !dialog.open() {
        return;
    }
    let first = |selector| dialog.query_selector(selector).ok().flatten();
    let target = match first("input, select, textarea") {
        Some(choice) if choice.matches("[type=radio], [type=checkbox]").unwrap_or(false) => None,
        Some(field) => Some(field),
        None => first(".actions .button"),
    };
    let target = target.or_else(|| first(".dialog-head h2"));
    if let Some(target) = target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok()) {
        // What is in an open dialog can be focused.
        let _ = target.focus();
    }
}

/// Asks before something that cannot be taken back.
#[component]
pub fn Confirm(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The question.
    #[prop(into)]
    title: String,
    /// What will happen and what stays.
    #[prop(into)]
    detail: String,
    /// The words on the button that does it; a verb.
    #[prop(into)]
    action: String,
    /// It destroys something.
    #[prop(optional)]
    danger: bool,
    /// Does it. The dialog closes by itself.
    #[prop(into)]
    on_confirm: Callback<()>,
) -> impl IntoView {
    let kind = if danger { ButtonKind::Danger } else { ButtonKind::Primary };
    let detail = StoredValue::new(detail);
    let action = StoredValue::new(action);
    let confirm = move || {
        open.set(false);
        on_confirm.run(());
    };
    view! {
        <Dialog open title>
            <p class="dialog-detail">{detail.get_value()}</p>
            <div class="actions actions-end">
                <Button on_press=move || open.set(false)>{words::CANCEL}</Button>
                <Button kind on_press=confirm>{action.get_value()}</Button>
            </div>
        </Dialog>
    }
}
