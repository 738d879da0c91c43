//! The messages at the edge of the window.

use leptos::prelude::*;

use super::{Button, ButtonKind, Icon, IconName};
use crate::state::{Toast, Tone, use_toasts};
use crate::strings::common as words;

/// Shows the messages; once, at the root, so that it is there before the first message and screen readers hear it.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let toasts = use_toasts();
    let row = move |toast: Toast| {
        let (icon, class) = match toast.tone {
            Tone::Good => (IconName::Check, "toast toast-good"),
            Tone::Danger => (IconName::Warning, "toast toast-danger"),
        };
        view! {
            <div class=class>
                <Icon name=icon />
                <p>{toast.text}</p>
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::Close
                    label=words::DISMISS
                    on_press=move || toasts.dismiss(toast.id)
                />
            </div>
        }
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.shown() key=|toast| toast.id children=row />
        </div>
    }
}
