//! A new client, and the details of one on record.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use contract::clients::{ClientDetails, ClientView, CreateClient, GetClient, UpdateClient};
use contract::{ApiError, ClientId, ErrorCode};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::form::{ClientFields, ClientForm, general};
use super::{client_in_address, client_path};
use crate::app::NotFound;
use crate::components::{
    Breadcrumb, Button, ButtonKind, Crumb, ErrorNote, LinkButton, Loaded, Notice, PageHeader, SaveNote, Tone,
    focus_first_wrong,
};
use crate::state::{Query, SaveState, use_api, use_autosave, use_query};
use crate::strings::clients as words;
use crate::strings::common;

/// A new client; made by the button and not before.
#[component]
pub fn NewClientPage() -> impl IntoView {
    let api = use_api();
    let navigate = StoredValue::new_local(use_navigate());
    let fields = ClientFields::new(&ClientDetails::default());
    let error = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let create = move || {
        let details = match fields.read() {
            Ok(details) => details,
            Err(unreadable) => {
                error.set(Some(unreadable));
                return focus_first_wrong();
            }
        };
        busy.set(true);
        spawn_local(async move {
            let made = api.call(CreateClient { details }).await;
            let _ = busy.try_set(false);
            match made {
                Ok(client) => {
                    navigate.try_with_value(|go| go(&client_path(client.id), Default::default()));
                }
                Err(refused) => {
                    let _ = error.try_set(Some(refused));
                    focus_first_wrong();
                }
            }
        });
    };
    let above = || view! { <Breadcrumb steps=vec![Crumb::new(words::TITLE, "/clients")] /> };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            create();
        }
    };
    view! {
        <PageHeader title=words::NEW above />
        <div class="page-body page-narrow">
            <form class="client-form" novalidate=true on:submit=submit>
                <ErrorNote error=Signal::derive(move || general(error.get())) />
                <ClientForm fields error on_change=move || error.set(None) autofocus=true />
                <div class="actions">
                    <Button kind=ButtonKind::Primary submit=true busy attr:data-testid="client-create">
                        {words::CREATE}
                    </Button>
                    <LinkButton href="/clients">{common::CANCEL}</LinkButton>
                </div>
            </form>
        </div>
    }
}

/// The details of a client on record; saved by themselves.
#[component]
pub fn EditClientPage() -> impl IntoView {
    let id = client_in_address();
    move || match id.get() {
        Some(id) => view! { <EditClient id /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

#[component]
fn EditClient(id: ClientId) -> impl IntoView {
    let client = use_query(move || GetClient { client_id: id });
    let above = move || {
        let steps = move || {
            let name = client.with(|client| client.map(|c| c.display_name.clone()).unwrap_or_default());
            vec![Crumb::new(words::TITLE, "/clients"), Crumb::new(name, client_path(id))]
        };
        view! { <Breadcrumb steps=Signal::derive(steps) /> }
    };
    let saving = RwSignal::new(SaveState::default());
    let actions = move || {
        view! {
            <SaveNote state=saving />
            <LinkButton href=client_path(id)>{words::DONE}</LinkButton>
        }
    };
    view! {
        <PageHeader title=words::EDIT_TITLE above actions />
        <div class="page-body page-narrow">
            <Loaded query=client let:answer>
                <EditForm first=answer.get_untracked() client saving />
            </Loaded>
        </div>
    }
}

#[component]
fn EditForm(first: ClientView, client: Query<ClientView>, saving: RwSignal<SaveState>) -> impl IntoView {
    let api = use_api();
    let id = first.id;
    // Outlives the page, because the last save may still be on its way when it is left.
    let revision = Arc::new(AtomicU32::new(first.revision));
    let fields = ClientFields::new(&first.details);
    let unreadable = RwSignal::new(None::<ApiError>);
    let of_save = Arc::clone(&revision);
    let save = use_autosave(move |details: ClientDetails| {
        let revision = Arc::clone(&of_save);
        async move {
            let command = UpdateClient { client_id: id, revision: revision.load(Ordering::Relaxed), details };
            let saved = api.call(command).await?;
            revision.store(saved.revision, Ordering::Relaxed);
            Ok(())
        }
    });
    let change = move || match fields.read() {
        Ok(details) => {
            unreadable.set(None);
            save.touch(details);
        }
        Err(error) => unreadable.set(Some(error)),
    };
    Effect::new(move |_| saving.set(save.state()));
    let refused = Signal::derive(move || match save.state() {
        SaveState::Failed(error) => Some(error),
        _ => unreadable.get(),
    });
    let conflict = Memo::new(move |_| refused.get().is_some_and(|error| error.code == ErrorCode::Conflict));
    let load_newer = Callback::from(move || {
        let revision = Arc::clone(&revision);
        spawn_local(async move {
            match api.call(GetClient { client_id: id }).await {
                Ok(newer) => {
                    save.forget();
                    revision.store(newer.revision, Ordering::Relaxed);
                    fields.fill(&newer.details);
                    client.set(newer);
                }
                Err(error) => {
                    let _ = unreadable.try_set(Some(error));
                }
            }
        });
    });
    let other =
        Signal::derive(move || general(refused.get()).filter(|error| error.code != ErrorCode::Conflict));
    view! {
        <div class="client-form">
            <Show when=move || conflict.get()>
                <Notice
                    tone=Tone::Warn
                    heading=words::CONFLICT
                    actions=move || view! { <Button on_press=load_newer>{words::LOAD_NEWER}</Button> }
                >
                    {words::CONFLICT_DETAIL}
                </Notice>
            </Show>
            <ErrorNote error=other />
            <ClientForm fields error=refused on_change=change />
        </div>
    }
}
