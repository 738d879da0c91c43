//! Unlocking with the passphrase or this computer's key.

use contract::ApiError;
use contract::vault::{KeyStoreState, UnlockOutcome, UnlockVault, UnlockWithKeyStore};
use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{Button, ButtonKind, Entrance, ErrorNote, IconName, Notice, PassphraseField, Tone};
use crate::format;
use crate::state::{Api, use_api};
use crate::strings::unlock as words;

/// What the last try came to, as far as the page has to show it. Shared with the recovery page.
#[derive(Clone, Copy)]
pub(super) struct Attempt {
    api: Api,
    pub busy: RwSignal<bool>,
    pub refused: RwSignal<Option<ApiError>>,
    pub outcome: RwSignal<Option<UnlockOutcome>>,
    /// When the next try may be made, in milliseconds since 1970.
    until: RwSignal<f64>,
    now: RwSignal<f64>,
}

pub(super) fn use_attempt() -> Attempt {
    let api = use_api();
    let attempt = Attempt {
        api,
        busy: RwSignal::new(false),
        refused: RwSignal::new(None),
        outcome: RwSignal::new(None),
        until: RwSignal::new(0.0),
        now: RwSignal::new(js_sys::Date::now()),
    };
    // The wait survives a restart: the core tells it with the vault's state.
    if let Some(status) = untrack(move || api.status()) {
        attempt.wait(status.retry_after_ms);
    }
    let tick = move || attempt.now.set(js_sys::Date::now());
    let every = set_interval_with_handle(tick, std::time::Duration::from_millis(250));
    on_cleanup(move || {
        if let Ok(every) = every {
            every.clear();
        }
    });
    attempt
}

impl Attempt {
    fn wait(self, ms: u64) {
        let _ = self.until.try_set(js_sys::Date::now() + ms as f64);
    }

    /// Seconds until the next try; 0 when it may be made. Reactive.
    pub fn seconds_left(self) -> u64 {
        ((self.until.get() - self.now.get()).max(0.0) / 1000.0).ceil() as u64
    }

    /// It is neither running nor has to wait.
    pub fn may_try(self) -> bool {
        !self.busy.get() && self.seconds_left() == 0
    }

    /// Makes a try. An open vault shows itself through its state; anything else is kept to be shown.
    pub async fn make(self, command: impl contract::Command<Reply = UnlockOutcome>) {
        self.busy.set(true);
        self.refused.set(None);
        self.outcome.set(None);
        match self.api.call(command).await {
            Ok(outcome) => {
                if let UnlockOutcome::Wrong { retry_after_ms, .. }
                | UnlockOutcome::Delayed { retry_after_ms } = outcome
                {
                    self.wait(retry_after_ms);
                }
                let _ = self.outcome.try_set(Some(outcome));
            }
            Err(error) => {
                let _ = self.refused.try_set(Some(error));
            }
        }
        self.api.refresh().await;
        let _ = self.busy.try_set(false);
    }
}

/// The passphrase, this computer's key where it may be used, and the way to the recovery key.
#[component]
pub(super) fn Unlock(recovering: RwSignal<bool>) -> impl IntoView {
    let api = use_api();
    let attempt = use_attempt();
    let passphrase = RwSignal::new(String::new());
    let empty = RwSignal::new(false);
    let field = NodeRef::<html::Input>::new();
    let enrolled =
        Memo::new(move |_| api.status().is_some_and(|status| status.key_store == KeyStoreState::Enrolled));

    let error = Signal::derive(move || match attempt.outcome.get() {
        Some(UnlockOutcome::Wrong { .. }) => Some(words::WRONG.to_owned()),
        _ => (empty.get() && passphrase.with(String::is_empty)).then(|| words::MISSING.to_owned()),
    });
    let unlock = move |event: SubmitEvent| {
        event.prevent_default();
        empty.set(passphrase.with_untracked(String::is_empty));
        if empty.get_untracked() || !untrack(move || attempt.may_try()) {
            return;
        }
        spawn_local(async move {
            attempt.make(UnlockVault { passphrase: passphrase.get_untracked() }).await;
            if let Some(Some(field)) = field.try_get_untracked() {
                // Ready to be typed over.
                field.select();
                let _ = field.focus();
            }
        });
    };
    let with_key_store = move || {
        spawn_local(async move { attempt.make(UnlockWithKeyStore {}).await });
    };
    let blocked = Signal::derive(move || attempt.seconds_left() > 0);
    view! {
        <Entrance title=words::TITLE>
            <Damage attempt />
            <form on:submit=unlock novalidate>
                <PassphraseField label=words::PASSPHRASE value=passphrase error autofocus=true node_ref=field />
                <Wait attempt />
                <Show when=move || attempt.outcome.get() == Some(UnlockOutcome::KeyStoreUnusable)>
                    <Notice tone=Tone::Warn heading=words::KEY_STORE_UNUSABLE />
                </Show>
                <ErrorNote error=attempt.refused />
                <div class="actions">
                    <Button kind=ButtonKind::Primary submit=true busy=attempt.busy disabled=blocked>{words::UNLOCK}</Button>
                    <Show when=move || enrolled.get()>
                        <Button icon=IconName::Key on_press=with_key_store disabled=attempt.busy>{words::WITH_KEY_STORE}</Button>
                    </Show>
                </div>
            </form>
            <div class="entrance-other">
                <Button kind=ButtonKind::Quiet on_press=move || recovering.set(true)>{words::FORGOT}</Button>
            </div>
        </Entrance>
    }
}

/// How long the next try has to wait, counting down; screen readers hear it once.
#[component]
pub(super) fn Wait(attempt: Attempt) -> impl IntoView {
    let api = use_api();
    let waiting = Memo::new(move |_| attempt.seconds_left() > 0);
    let told = move || {
        let seconds = attempt.seconds_left();
        let time = if seconds >= 90 { words::minutes(seconds.div_ceil(60)) } else { words::seconds(seconds) };
        (seconds > 0).then(|| words::wait(&time))
    };
    let heard = move || waiting.get().then(|| untrack(told)).flatten();
    let tries = move || {
        let tries = api.status().map_or(0, |status| status.failed_tries);
        (tries > 1).then(|| words::tries(&format::number(f64::from(tries))))
    };
    view! {
        <div class="wait">
            <p aria-hidden="true">{told}</p>
            <p class="visually-hidden" role="status">{heard}</p>
            <p>{tries}</p>
        </div>
    }
}

/// The vault's files are damaged: said at once and never mistaken for a wrong passphrase.
#[component]
pub(super) fn Damage(attempt: Attempt) -> impl IntoView {
    let found = move || match attempt.outcome.get() {
        Some(UnlockOutcome::Damaged { message }) => Some(message),
        _ => None,
    };
    let notice = move || {
        found().map(|message| {
            view! {
                <div role="alert">
                    <Notice tone=Tone::Danger heading=words::DAMAGED_TITLE>
                        <p>{message}</p>
                        <p>{words::DAMAGED_DETAIL}</p>
                    </Notice>
                </div>
            }
        })
    };
    view! { {notice} }
}
