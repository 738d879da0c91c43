//! Passphrases: hidden unless a person wants to see them, and judged by the core while they are being typed.

use contract::vault::{CheckPassphrase, PassphraseVerdict};
use leptos::html;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::fields::{FieldFrame, FieldIds, focus_when_mounted};
use super::{Icon, IconName};
use crate::state::use_api;
use crate::strings::common as words;

/// A passphrase that exists already.
#[component]
pub fn PassphraseField(
    /// What it is.
    #[prop(into)]
    label: String,
    /// What is in it.
    value: RwSignal<String>,
    /// What to write, in a sentence.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// `current-password` or `new-password`, for password managers.
    #[prop(default = "current-password")]
    autocomplete: &'static str,
    /// Gets the focus when it appears.
    #[prop(optional)]
    autofocus: bool,
    /// The element, to give it the focus.
    #[prop(optional)]
    node_ref: NodeRef<html::Input>,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    let ids = FieldIds::new(hint.as_deref());
    let described = ids.clone();
    let controls = ids.field.clone();
    focus_when_mounted(node_ref, autofocus);
    view! {
        <FieldFrame ids=ids.clone() label hint error optional=false>
            <div class="passphrase">
                <input
                    id=ids.field
                    class="input"
                    type=move || if shown.get() { "text" } else { "password" }
                    autocomplete=autocomplete
                    autocapitalize="off"
                    spellcheck="false"
                    node_ref=node_ref
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby=move || described.described_by(error.with(Option::is_some))
                    prop:value=value
                    on:input=move |event| value.set(event_target_value(&event))
                />
                <button
                    type="button"
                    class="button button-quiet button-icon"
                    aria-controls=controls
                    aria-pressed=move || shown.get().to_string()
                    aria-label=words::SHOW_PASSPHRASE
                    title=words::SHOW_PASSPHRASE
                    on:click=move |_| shown.update(|shown| *shown = !*shown)
                >
                    {move || {
                        let name = if shown.get() { IconName::EyeOff } else { IconName::Eye };
                        view! { <Icon name /> }
                    }}
                </button>
            </div>
        </FieldFrame>
    }
}

/// A new passphrase: typed once, shown on demand, and judged in words while it is typed.
#[component]
pub fn NewPassphrase(
    /// What it is.
    #[prop(into)]
    label: String,
    /// What is in it.
    value: RwSignal<String>,
    /// The owner's name: a passphrase made of it is refused.
    #[prop(optional, into)]
    name: Signal<String>,
    /// Whether the core would take it.
    acceptable: RwSignal<bool>,
    /// Gets the focus when it appears.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let api = use_api();
    let verdict = RwSignal::new(None::<PassphraseVerdict>);
    Effect::new(move |_| {
        let passphrase = value.get();
        let name = name.get();
        acceptable.set(false);
        if passphrase.is_empty() {
            verdict.set(None);
            return;
        }
        spawn_local_scoped_with_cancellation(async move {
            // Without an answer the verdict stays as it was; making the vault asks again anyway.
            if let Ok(new) = api.call(CheckPassphrase { passphrase, name }).await {
                let _ = acceptable.try_set(new == PassphraseVerdict::Acceptable);
                let _ = verdict.try_set(Some(new));
            }
        });
    });
    let good = move || verdict.get() == Some(PassphraseVerdict::Acceptable);
    view! {
        <PassphraseField label value hint=words::PASSPHRASE_HINT autocomplete="new-password" autofocus />
        <p class="verdict" class:verdict-good=good role="status">
            {move || verdict.get().map(|verdict| {
                let name = if good() { IconName::Check } else { IconName::About };
                view! { <Icon name /> <span>{words::verdict(verdict)}</span> }
            })}
        </p>
    }
}
