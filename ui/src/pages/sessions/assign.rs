//! A quick session that has no client yet, and giving it one.

use contract::clients::{ClientDetails, ClientSummary, CreateClient, ListClients};
use contract::sessions::AssignSession;
use contract::{ApiError, ClientId, Page};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::components::{Button, Dialog, ErrorNote, Notice, TextField, Tone, unique_id};
use crate::format;
use crate::state::{use_api, use_query, use_toasts};
use crate::strings::sessions as words;

/// Rows offered at a time; typing narrows them.
const OFFERED: u32 = 8;

/// Says that the session has no client; nothing where it has one.
#[component]
pub fn Unassigned(desk: Desk) -> impl IntoView {
    let open = RwSignal::new(false);
    let missing = Memo::new(move |_| desk.view.with(|v| v.client.is_none()));
    let actions = move || {
        view! {
            <Button on_press=move || open.set(true) attr:data-testid="session-assign">{words::ASSIGN}</Button>
        }
    };
    view! {
        <Show when=move || missing.get()>
            <div class="session-banner">
                <Notice tone=Tone::Warn heading=words::UNASSIGNED_HEADING actions>{words::UNASSIGNED_DETAIL}</Notice>
            </div>
        </Show>
        <Dialog open title=words::ASSIGN_TITLE><AssignForm open desk /></Dialog>
    }
}

#[component]
fn AssignForm(open: RwSignal<bool>, desk: Desk) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let query = RwSignal::new(String::new());
    let given_name = RwSignal::new(String::new());
    let family_name = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let clients = use_query(move || ListClients {
        query: query.get().trim().to_owned(),
        status: None,
        page: Page { offset: 0, limit: OFFERED },
    });
    let assign = async move |client_id: ClientId| {
        let session_id = desk.session_id;
        let assigned = api.call(AssignSession { session_id, client_id }).await?;
        let _ = open.try_set(false);
        desk.session.set(assigned);
        toasts.good(words::ASSIGNED);
        Ok::<(), ApiError>(())
    };
    let run = move |client: Option<ClientId>| {
        busy.set(true);
        trouble.set(None);
        let details = ClientDetails {
            given_name: given_name.get_untracked().trim().to_owned(),
            family_name: family_name.get_untracked().trim().to_owned(),
            ..ClientDetails::default()
        };
        spawn_local(async move {
            let outcome = match client {
                Some(id) => assign(id).await,
                None => match api.call(CreateClient { details }).await {
                    Ok(made) => assign(made.id).await,
                    Err(refused) => Err(refused),
                },
            };
            let _ = busy.try_set(false);
            if let Err(refused) = outcome {
                let _ = trouble.try_set(Some(refused));
            }
        });
    };
    let choose = Callback::new(move |id: ClientId| run(Some(id)));
    let rows = move || {
        clients.with(|list| {
            let list = list.map(|list| list.clients.clone()).unwrap_or_default();
            list.into_iter().map(|client| view! { <ClientChoice client choose /> }).collect_view()
        })
    };
    let heading = unique_id("section");
    let looked_for = move || query.with(|query| !query.trim().is_empty());
    let nobody =
        move || looked_for() && clients.with(|list| list.is_some_and(|list| list.clients.is_empty()));
    let wrong = Signal::derive(move || {
        trouble.get().filter(|e| e.field.as_deref() == Some("given_name")).map(|e| e.message)
    });
    let other = Signal::derive(move || trouble.get().filter(|e| e.field.as_deref() != Some("given_name")));
    view! {
        <TextField label=words::ASSIGN_SEARCH value=query autofocus=true />
        <ul class="client-choices" aria-busy=move || busy.get().to_string()>{rows}</ul>
        <p class="quiet" role="status">{move || nobody().then_some(words::ASSIGN_NOBODY)}</p>
        <section class="form-section" role="group" aria-labelledby=heading>
            <h3 id=heading.clone()>{words::ASSIGN_NEW}</h3>
            <div class="form-grid">
                <TextField label=words::ASSIGN_NEW_NAME value=given_name error=wrong />
                <TextField label=words::ASSIGN_NEW_FAMILY value=family_name optional=true />
            </div>
            <Button busy on_press=move || run(None) attr:data-testid="session-assign-new">
                {words::ASSIGN_CREATE}
            </Button>
        </section>
        <ErrorNote error=other />
    }
}

#[component]
fn ClientChoice(client: ClientSummary, choose: Callback<ClientId>) -> impl IntoView {
    let id = client.id;
    let born = client.birth_date.map(format::day);
    view! {
        <li>
            <button type="button" data-testid="session-assign-client" on:click=move |_| choose.run(id)>
                <span>{client.display_name}</span>
                <span class="quiet">{born}</span>
            </button>
        </li>
    }
}
