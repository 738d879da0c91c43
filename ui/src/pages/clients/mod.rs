//! Clients: the caseload, one client's record, and their consents.

mod consents;
mod edit;
mod form;
mod list;
mod record;
mod sessions;

pub use consents::ConsentRows;
pub use edit::{EditClientPage, NewClientPage};
pub use list::ClientsPage;
pub use record::ClientPage;
pub use sessions::kinds as session_kinds;

use contract::ClientId;
use contract::clients::{ClientStatus, GetClient};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::components::{Breadcrumb, Crumb, Tone};
use crate::state::use_query;
use crate::strings::clients as words;

/// The client the address names; `None` when it names none.
pub fn client_in_address() -> Memo<Option<ClientId>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("client_id").and_then(|id| id.parse().ok())))
}

/// The way to a page of a client's record.
#[component]
pub fn ClientCrumbs(id: ClientId) -> impl IntoView {
    let client = use_query(move || GetClient { client_id: id });
    let steps = move || {
        let name = client
            .with(|client| client.map_or_else(|| words::RECORD.to_owned(), |one| one.display_name.clone()));
        vec![Crumb::new(words::TITLE, "/clients"), Crumb::new(name, client_path(id))]
    };
    view! { <Breadcrumb steps=Signal::derive(steps) /> }
}

/// Where a client's record is.
pub fn client_path(id: ClientId) -> String {
    format!("/clients/{id}")
}

const fn status_tone(status: ClientStatus) -> Tone {
    match status {
        ClientStatus::Active => Tone::Good,
        ClientStatus::Paused => Tone::Warn,
        ClientStatus::Discharged => Tone::Plain,
    }
}
