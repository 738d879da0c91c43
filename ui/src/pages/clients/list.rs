//! The caseload: everyone, by name, however many there are.

use std::time::Duration;

use contract::Page;
use contract::clients::{ClientStatus, ClientSummary, ListClients};
use leptos::html;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;

use super::{client_path, status_tone};
use crate::components::{
    Button, ButtonKind, Choice, EmptyState, ErrorNote, IconName, LinkButton, ListKind, PageHeader, Pill,
    RowHeight, Select, TextField, Tone, VirtualList,
};
use crate::format;
use crate::state::{Paged, use_paged};
use crate::strings::clients as words;

/// How long after the last key a search begins.
const PAUSE: Duration = Duration::from_millis(150);
const ROW_HEIGHT: f64 = 56.0;

/// The caseload.
#[component]
pub fn ClientsPage() -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let query = RwSignal::new(String::new());
    let status = RwSignal::new(None::<ClientStatus>);
    let clients = use_paged(
        move |page: Page| ListClients { query: query.get(), status: status.get(), page },
        |reply| (reply.total, reply.clients),
    );
    let timer = StoredValue::new_local(None::<TimeoutHandle>);
    let search = move || {
        timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            let run = move || {
                let _ = query.try_set(typed.get_untracked().trim().to_owned());
            };
            *timer = set_timeout_with_handle(run, PAUSE).ok();
        });
    };
    let everyone = move || {
        typed.set(String::new());
        query.set(String::new());
        status.set(None);
    };
    let narrowed = move || !query.read().is_empty() || status.get().is_some();
    let count = move || match clients.total() {
        Some(total) => words::count(&format::number(total as f64), total == 1),
        None => String::new(),
    };
    let actions = || {
        view! {
            <LinkButton href="/clients/new" kind=ButtonKind::Primary icon=IconName::Plus attr:data-testid="client-new">
                {words::NEW}
            </LinkButton>
        }
    };
    let field = NodeRef::<html::Input>::new();
    let trouble = Signal::derive(move || clients.trouble());
    view! {
        <PageHeader title=words::TITLE actions />
        <div class="page-body clients-page">
            <div class="clients-tools" role="search">
                <TextField
                    label=words::SEARCH
                    value=typed
                    kind="search"
                    node_ref=field
                    on_input=search
                    attr:data-testid="client-search"
                    on:keydown=move |event: web_sys::KeyboardEvent| if event.key() == "ArrowDown" {
                        event.prevent_default();
                        focus_first_row();
                    }
                />
                <Select label=words::SHOW choices=statuses() value=status attr:data-testid="client-status" />
                <p class="clients-count" role="status">{count}</p>
            </div>
            <ErrorNote error=trouble on_retry=move || clients.reload() />
            {move || match (clients.total(), narrowed()) {
                (Some(0), true) => view! {
                    <EmptyState icon=IconName::Search heading=words::NOT_FOUND detail=words::NOT_FOUND_DETAIL>
                        <Button on_press=everyone>{words::SHOW_EVERYONE}</Button>
                    </EmptyState>
                }
                .into_any(),
                (Some(0), false) => {
                    view! { <EmptyState icon=IconName::Clients heading=words::EMPTY detail=words::EMPTY_DETAIL /> }
                        .into_any()
                }
                (None, _) => ().into_any(),
                (Some(_), _) => view! { <ClientTable clients /> }.into_any(),
            }}
        </div>
    }
}

fn statuses() -> Vec<Choice<Option<ClientStatus>>> {
    let some = [ClientStatus::Active, ClientStatus::Paused, ClientStatus::Discharged]
        .map(|status| Choice::new(Some(status), words::status(status)));
    std::iter::once(Choice::new(None, words::EVERYONE)).chain(some).collect()
}

#[component]
fn ClientTable(clients: Paged<ClientSummary>) -> impl IntoView {
    let navigate = use_navigate();
    let open = move |index: usize| {
        if let Some(client) = untrack(|| clients.row(index)) {
            navigate(&client_path(client.id), Default::default());
        }
    };
    let on_activate = Callback::from(open.clone());
    let count = Signal::derive(move || clients.total().unwrap_or(0));
    let columns =
        [words::NAME, words::LAST_SESSION, words::NEXT_SESSION, words::NOTES_TO_SIGN, words::STATUS];
    let head = columns.map(|name| view! { <span role="columnheader">{name}</span> });
    view! {
        <div
            class="clients-table"
            role="table"
            aria-label=words::LIST
            aria-rowcount=move || (count.get() + 1).to_string()
        >
            <div class="clients-row clients-head" role="row" aria-rowindex="1">{head.to_vec()}</div>
            <VirtualList
                label=words::LIST
                count
                height=RowHeight::Fixed(ROW_HEIGHT)
                kind=ListKind::Rows
                on_activate
                on_range=move |range| clients.show(range)
                let:index
            >
                <ClientRow clients index on_open=on_activate />
            </VirtualList>
        </div>
    }
}

#[component]
fn ClientRow(clients: Paged<ClientSummary>, index: usize, on_open: Callback<(usize,)>) -> impl IntoView {
    let cells = move || match clients.row(index) {
        None => view! { <span role="cell" class="clients-waiting">{words::ROW_LOADING}</span> }.into_any(),
        Some(client) => {
            let date = |at: Option<_>| at.map_or_else(|| words::NONE.to_owned(), format::date);
            let to_sign = match client.notes_to_sign {
                0 => view! { <span class="quiet">{words::NONE}</span> }.into_any(),
                n => view! { <Pill tone=Tone::Warn>{format::number(f64::from(n))}</Pill> }.into_any(),
            };
            view! {
                <span role="cell" class="clients-name">
                    <A href=client_path(client.id) attr:tabindex="-1">{client.display_name}</A>
                    <span class="quiet">{client.pronouns}</span>
                </span>
                <span role="cell" class="clients-date">{date(client.last_session_at)}</span>
                <span role="cell" class="clients-date">{date(client.next_session_at)}</span>
                <span role="cell">{to_sign}</span>
                <span role="cell"><Pill tone=status_tone(client.status)>{words::status(client.status)}</Pill></span>
            }
            .into_any()
        }
    };
    // The row's link answers its own clicks; everywhere else on the row leads to the same place.
    let press = move |event: web_sys::MouseEvent| {
        let on_link = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| element.closest("a").ok().flatten().is_some());
        if !on_link {
            on_open.run((index,));
        }
    };
    view! { <div class="clients-row" role="presentation" data-testid="client-row" on:click=press>{cells}</div> }
}

fn focus_first_row() {
    let row = document().query_selector(".clients-table .vlist-row").ok().flatten();
    if let Some(row) = row.and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) {
        // A row on the page can be focused.
        let _ = row.focus();
    }
}
