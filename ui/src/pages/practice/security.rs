//! The keys of the vault: passphrase, recovery key, key store, and when it locks itself.

use contract::vault::{
    ChangePassphrase, KeyStoreState, MakeRecoveryKey, NewRecoveryKey, RekeyVault, SetAutoLock, SetKeyStore,
};
use contract::{ApiError, Command, ErrorCode};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{
    Button, ButtonKind, Card, Checkbox, Choice, Dialog, ErrorNote, NewPassphrase, PageHeader,
    PassphraseField, Pill, Progress, Select, Tone, focus_first_wrong,
};
use crate::state::{FreshKey, use_api, use_toasts};
use crate::strings::security as words;

/// The times one can choose to lock after.
const MINUTES: [u32; 8] = [1, 2, 5, 10, 15, 20, 30, 60];

/// The security page, the same for every role.
#[component]
pub fn SecurityPage() -> impl IntoView {
    view! {
        <PageHeader title=words::TITLE />
        <div class="page-body page-narrow">
            <AutoLock />
            <Passphrase />
            <Recovery />
            <KeyStore />
            <Rekey />
        </div>
    }
}

#[component]
fn AutoLock() -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let now = Memo::new(move |_| api.status().and_then(|status| status.auto_lock_minutes));
    let value = RwSignal::new(now.get_untracked().unwrap_or_default());
    Effect::new(move |_| {
        if let Some(now) = now.get() {
            value.set(now);
        }
    });
    let choices = Signal::derive(move || choices(now.get()));
    let set = move || {
        spawn_local(async move {
            match api.call(SetAutoLock { minutes: value.get_untracked() }).await {
                Ok(status) => {
                    api.adopt(status);
                    toasts.good(words::AUTO_LOCK_SET);
                }
                Err(error) => toasts.danger(error.message),
            }
        });
    };
    view! {
        <Card heading=words::AUTO_LOCK>
            <Select
                label=words::AUTO_LOCK_AFTER
                hint=words::AUTO_LOCK_DETAIL
                choices
                value
                on_change=set
            />
        </Card>
    }
}

/// The usual times, and the one in force where it is not among them.
fn choices(now: Option<u32>) -> Vec<Choice<u32>> {
    let mut minutes: Vec<u32> = MINUTES.into_iter().chain(now).collect();
    minutes.sort_unstable();
    minutes.dedup();
    minutes.into_iter().map(|count| Choice::new(count, words::minutes(count))).collect()
}

#[component]
fn Passphrase() -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Card heading=words::PASSPHRASE>
            <p class="quiet">{words::PASSPHRASE_DETAIL}</p>
            <div class="actions"><Button on_press=move || open.set(true)>{words::CHANGE}</Button></div>
            <Dialog open title=words::CHANGE><ChangeForm open /></Dialog>
        </Card>
    }
}

#[component]
fn ChangeForm(open: RwSignal<bool>) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let (current, new) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let usable = RwSignal::new(false);
    let tried = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<ApiError>);
    let owner = Memo::new(move |_| api.owner().map(|owner| owner.name).unwrap_or_default());
    let missing = move || tried.get() && current.with(String::is_empty);
    let wrong = move || refused.get().filter(|e| e.code == ErrorCode::WrongPassphrase).map(|e| e.message);
    let current_error =
        Signal::derive(move || wrong().or_else(|| missing().then(|| words::CURRENT_MISSING.to_owned())));
    let other = Signal::derive(move || refused.get().filter(|e| e.code != ErrorCode::WrongPassphrase));
    let change = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if current.with_untracked(String::is_empty) || !usable.get_untracked() || busy.get_untracked() {
            return focus_first_wrong();
        }
        busy.set(true);
        refused.set(None);
        let command = ChangePassphrase { current: current.get_untracked(), new: new.get_untracked() };
        spawn_local(async move {
            match api.call(command).await {
                Ok(_) => {
                    toasts.good(words::CHANGED);
                    let _ = open.try_set(false);
                }
                Err(error) => {
                    let _ = refused.try_set(Some(error));
                }
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <form on:submit=change novalidate>
            <PassphraseField label=words::CURRENT value=current error=current_error autofocus=true />
            <NewPassphrase label=words::NEW value=new name=owner usable tried />
            <ErrorNote error=other />
            <div class="actions actions-end">
                <Button kind=ButtonKind::Primary submit=true busy>{words::CHANGE}</Button>
            </div>
        </form>
    }
}

#[component]
fn Recovery() -> impl IntoView {
    let api = use_api();
    let open = RwSignal::new(false);
    let confirmed = Memo::new(move |_| api.status().and_then(|status| status.recovery_confirmed));
    let state = move || {
        confirmed.get().map(|confirmed| {
            let (tone, word) = if confirmed {
                (Tone::Good, words::RECOVERY_CONFIRMED)
            } else {
                (Tone::Warn, words::RECOVERY_UNCONFIRMED)
            };
            view! { <Pill tone>{word}</Pill> }
        })
    };
    view! {
        <Card heading=words::RECOVERY aside=state>
            <p class="quiet">{words::RECOVERY_DETAIL}</p>
            <div class="actions"><Button on_press=move || open.set(true)>{words::NEW_RECOVERY}</Button></div>
            <Dialog open title=words::NEW_RECOVERY>
                <KeyForm make=|passphrase| MakeRecoveryKey { passphrase } action=words::MAKE />
            </Dialog>
        </Card>
    }
}

#[component]
fn Rekey() -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Card heading=words::REKEY>
            <p class="quiet">{words::REKEY_DETAIL}</p>
            <div class="actions">
                <Button kind=ButtonKind::Danger on_press=move || open.set(true)>{words::DO_REKEY}</Button>
            </div>
            <Dialog open title=words::DO_REKEY>
                <KeyForm make=|passphrase| RekeyVault { passphrase } action=words::DO_REKEY working=words::REKEYING />
            </Dialog>
        </Card>
    }
}

/// Asks for the passphrase and makes a key; the key is then shown on a page of its own.
#[component]
fn KeyForm<C>(
    /// The command that makes it.
    make: fn(String) -> C,
    /// The words on the button.
    action: &'static str,
    /// What is said while it takes long.
    #[prop(optional, into)]
    working: Option<&'static str>,
) -> impl IntoView
where
    C: Command<Reply = NewRecoveryKey>,
{
    let api = use_api();
    let passphrase = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let tried = RwSignal::new(false);
    let refused = RwSignal::new(None::<ApiError>);
    let wrong = move || refused.get().filter(|e| e.code == ErrorCode::WrongPassphrase).map(|e| e.message);
    let missing = move || tried.get() && passphrase.with(String::is_empty);
    let field_error =
        Signal::derive(move || wrong().or_else(|| missing().then(|| words::CURRENT_MISSING.to_owned())));
    let other = Signal::derive(move || refused.get().filter(|e| e.code != ErrorCode::WrongPassphrase));
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if passphrase.with_untracked(String::is_empty) || busy.get_untracked() {
            return;
        }
        busy.set(true);
        refused.set(None);
        let command = make(passphrase.get_untracked());
        spawn_local(async move {
            match api.call(command).await {
                Ok(key) => {
                    api.refresh().await;
                    api.new_key().set(Some(FreshKey { key, first_run: false }));
                }
                Err(error) => {
                    let _ = refused.try_set(Some(error));
                }
            }
            let _ = busy.try_set(false);
        });
    };
    let waiting =
        move || working.filter(|_| busy.get()).map(|words| view! { <Progress label=words fraction=None /> });
    view! {
        <form on:submit=send novalidate>
            <PassphraseField label=words::PASSPHRASE_AGAIN value=passphrase error=field_error autofocus=true />
            <ErrorNote error=other />
            {waiting}
            <div class="actions actions-end">
                <Button kind=ButtonKind::Primary submit=true busy>{action}</Button>
            </div>
        </form>
    }
}

#[component]
fn KeyStore() -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let state = Memo::new(move |_| api.status().map(|status| status.key_store));
    let enrolled = RwSignal::new(false);
    let busy = RwSignal::new(false);
    Effect::new(move |_| enrolled.set(state.get() == Some(KeyStoreState::Enrolled)));
    let set = move || {
        let wanted = enrolled.get_untracked();
        busy.set(true);
        spawn_local(async move {
            match api.call(SetKeyStore { enrolled: wanted }).await {
                Ok(status) => {
                    api.adopt(status);
                    toasts.good(if wanted { words::KEY_STORE_SET } else { words::KEY_STORE_UNSET });
                }
                Err(error) => {
                    // The box shows what holds, not what was wished for.
                    let _ = enrolled.try_set(!wanted);
                    toasts.danger(error.message);
                }
            }
            let _ = busy.try_set(false);
        });
    };
    let available = Memo::new(move |_| state.get().is_some_and(|s| s != KeyStoreState::Unavailable));
    view! {
        <Card heading=words::KEY_STORE>
            <Show
                when=move || available.get()
                fallback=|| view! { <p class="quiet">{words::KEY_STORE_UNAVAILABLE}</p> }
            >
                <Checkbox
                    label=words::KEY_STORE_ON
                    hint=words::KEY_STORE_DETAIL
                    value=enrolled
                    disabled=busy
                    on_change=set
                />
            </Show>
        </Card>
    }
}

#[cfg(test)]
mod tests {
    use super::choices;

    #[test]
    fn the_time_in_force_can_always_be_seen() {
        for now in [None, Some(5), Some(7), Some(60)] {
            let offered: Vec<u32> = choices(now).into_iter().map(|choice| choice.value).collect();
            assert!(now.is_none_or(|now| offered.contains(&now)), "{now:?} is offered");
            assert!(offered.windows(2).all(|pair| pair[0] < pair[1]), "in order, each once: {offered:?}");
        }
    }
}
