//! What this program is, and what it is not.

use leptos::prelude::*;

use crate::components::{Card, PageHeader};
use crate::state::use_api;
use crate::strings::{about as words, first_run};

/// Version, vault, what stays on this computer and what the program does not do.
#[component]
pub fn AboutPage() -> impl IntoView {
    let api = use_api();
    let fact = |name: &'static str, value: Signal<Option<String>>| {
        let row = move || value.get().map(|value| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
        view! { {row} }
    };
    let version = Signal::derive(move || api.status().map(|status| status.version));
    let owner = Signal::derive(move || api.owner().map(|owner| owner.name));
    let role = Signal::derive(move || api.owner().map(|owner| first_run::role(owner.role).to_owned()));
    let vault = Signal::derive(move || api.status().and_then(|s| s.vault_id).map(|id| id.to_string()));
    view! {
        <PageHeader title=words::TITLE />
        <div class="page-body page-narrow">
            <p class="lead">{words::WHAT}</p>
            <Card heading=words::PRIVACY><p>{words::PRIVACY_DETAIL}</p></Card>
            <Card heading=words::LIMITS><p>{words::LIMITS_DETAIL}</p></Card>
            <Card>
                <dl class="facts">
                    {fact(words::VERSION, version)} {fact(words::OWNER, owner)} {fact(words::ROLE, role)} {fact(words::VAULT, vault)}
                </dl>
            </Card>
        </div>
    }
}
