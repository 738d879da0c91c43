//! Passphrases: hidden unless a person wants to see them, and judged by the core while they are being typed.

use contract::vault::{CheckPassphrase, PassphraseVerdict};
use leptos::html;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::fields::{FieldFrame, FieldIds, focus_when_mounted, while_unchanged};
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
    let error = while_unchanged(value, error);
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

/// A new passphrase: typed twice, shown on demand, and judged in words while it is typed.
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
    /// Whether it can be used: the core takes it, and it was typed the same twice.
    usable: RwSignal<bool>,
    /// Whether the form was sent; from then on the fields say what is missing.
    #[prop(into)]
    tried: Signal<bool>,
) -> impl IntoView {
    let api = use_api();
    let again = RwSignal::new(String::new());
    let verdict = RwSignal::new(None::<PassphraseVerdict>);
    let accepted = RwSignal::new(false);
    Effect::new(move |_| {
        let passphrase = value.get();
        let name = name.get();
        accepted.set(false);
        if passphrase.is_empty() {
            verdict.set(None);
            return;
        }
        spawn_local_scoped_with_cancellation(async move {
            // Without an answer the verdict stays as it was; where a passphrase is taken, the core judges again anyway.
            if let Ok(new) = api.call(CheckPassphrase { passphrase, name }).await {
                let _ = accepted.try_set(new == PassphraseVerdict::Acceptable);
                let _ = verdict.try_set(Some(new));
            }
        });
    });
    let good = move || verdict.get() == Some(PassphraseVerdict::Acceptable);
    let same = move || value.with(|one| again.with(|two| one == two));
    Effect::new(move |_| usable.set(accepted.get() && same()));
    let error =
        Signal::derive(move || (tried.get() && !accepted.get()).then(|| words::NOT_ACCEPTABLE.to_owned()));
    let again_error =
        Signal::derive(move || (tried.get() && !same()).then(|| words::PASSPHRASES_DIFFER.to_owned()));
    view! {
        <PassphraseField label value hint=words::PASSPHRASE_HINT error autocomplete="new-password" />
        <p class="verdict" class:verdict-good=good role="status">
            {move || verdict.get().map(|verdict| {
                let name = if good() { IconName::Check } else { IconName::About };
                view! { <Icon name /> <span>{words::verdict(verdict)}</span> }
            })}
        </p>
        <PassphraseField
            label=words::SAME_PASSPHRASE value=again error=again_error autocomplete="new-password"
        />
    }
}
