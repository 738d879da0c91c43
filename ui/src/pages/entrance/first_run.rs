//! The first run: who you are, name and passphrase; the recovery key comes after.

use contract::ApiError;
use contract::vault::{CreateVault, KeyStoreState, Role};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{
    Button, ButtonKind, Checkbox, Choice, Entrance, ErrorNote, IconName, NewPassphrase, RadioCards,
    TextField, focus_first_wrong,
};
use crate::state::{FreshKey, use_api};
use crate::strings::first_run as words;

/// The steps before the recovery key; that page counts itself as the third.
pub const STEPS: u32 = 3;

/// Two of the three steps; the third begins when the vault is made.
#[component]
pub fn FirstRun() -> impl IntoView {
    let role = RwSignal::new(None::<Role>);
    let chosen = RwSignal::new(false);
    move || {
        if chosen.get() {
            view! { <Keys role chosen /> }.into_any()
        } else {
            view! { <Who role chosen /> }.into_any()
        }
    }
}

#[component]
fn Who(role: RwSignal<Option<Role>>, chosen: RwSignal<bool>) -> impl IntoView {
    let card = |role, icon| Choice::new(role, words::role(role)).detail(words::role_detail(role)).icon(icon);
    let choices = vec![
        card(Role::Clinician, IconName::Note),
        card(Role::Client, IconName::Clients),
        card(Role::Practice, IconName::Practice),
    ];
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        chosen.set(role.with_untracked(Option::is_some));
    };
    view! {
        <Entrance title=words::WHO_TITLE step=(1, STEPS)>
            <p class="entrance-detail">{words::WHO_DETAIL}</p>
            <form on:submit=go_on>
                <RadioCards label=words::WHO_TITLE label_hidden=true choices value=role />
                <div class="actions actions-end">
                    <Button kind=ButtonKind::Primary submit=true disabled=Signal::derive(move || role.with(Option::is_none))>
                        {words::CONTINUE}
                    </Button>
                </div>
            </form>
        </Entrance>
    }
}

#[component]
fn Keys(role: RwSignal<Option<Role>>, chosen: RwSignal<bool>) -> impl IntoView {
    let api = use_api();
    let (name, passphrase) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let usable = RwSignal::new(false);
    let use_key_store = RwSignal::new(false);
    let tried = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<ApiError>);
    let has_key_store =
        Memo::new(move |_| api.status().is_some_and(|s| s.key_store != KeyStoreState::Unavailable));

    let name_error = Signal::derive(move || {
        (tried.get() && name.with(|n| n.trim().is_empty())).then(|| words::NAME_MISSING.to_owned())
    });
    let blocked = move || name_error.get().is_some() || !usable.get();

    let create = move |event: SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Some(role) = role.get_untracked() else { return };
        if untrack(blocked) || busy.get_untracked() {
            return focus_first_wrong();
        }
        busy.set(true);
        refused.set(None);
        let command = CreateVault {
            role,
            name: name.with_untracked(|n| n.trim().to_owned()),
            passphrase: passphrase.get_untracked(),
            use_key_store: use_key_store.get_untracked(),
        };
        spawn_local(async move {
            match api.call(command).await {
                Ok(key) => {
                    // The key first: the page that shows it must be there when the vault is seen to be open.
                    api.new_key().set(Some(FreshKey { key, first_run: true }));
                    api.refresh().await;
                }
                Err(error) => {
                    let _ = refused.try_set(Some(error));
                }
            }
            let _ = busy.try_set(false);
        });
    };
    view! {
        <Entrance title=words::KEYS_TITLE step=(2, STEPS)>
            <p class="entrance-detail">{words::KEYS_DETAIL}</p>
            <form on:submit=create novalidate>
                <TextField
                    label=words::NAME hint=words::NAME_HINT value=name error=name_error
                    autocomplete="name" autofocus=true max_length=200u32
                />
                <NewPassphrase label=words::PASSPHRASE value=passphrase name usable tried />
                <Show when=move || has_key_store.get()>
                    <Checkbox label=words::KEY_STORE hint=words::KEY_STORE_HINT value=use_key_store />
                </Show>
                <ErrorNote error=refused />
                <div class="actions actions-apart">
                    <Button kind=ButtonKind::Quiet icon=IconName::Left on_press=move || chosen.set(false)>{words::BACK}</Button>
                    <Button kind=ButtonKind::Primary submit=true busy>{words::CREATE}</Button>
                </div>
            </form>
        </Entrance>
    }
}
