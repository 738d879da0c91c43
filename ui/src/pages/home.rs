//! The first page of clients and of practice managers.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Icon, IconName, PageHeader};
use crate::format;
use crate::pages::screening::OwnScreenings;
use crate::pages::support::{HelpButton, Occasion};
use crate::strings::{home as words, shell};

/// A client's own vault.
#[component]
pub fn ClientHome() -> impl IntoView {
    let today = format::weekday(js_sys::Date::now());
    let client = RwSignal::new(None);
    let occasion = Signal::derive(move || Occasion { client: client.get(), ..Occasion::default() });
    view! {
        <PageHeader
            title=words::CLIENT_TITLE
            above=move || today.clone()
            actions=move || view! { <HelpButton occasion /> }
        />
        <div class="page-body page-narrow">
            <OwnScreenings client />
            <p class="quiet">{words::CLIENT_PROMISE}</p>
        </div>
    }
}

/// A practice manager's vault.
#[component]
pub fn PracticeHome() -> impl IntoView {
    let door = |href: &'static str, icon, label, detail| {
        view! {
            <li>
                <A href=href attr:class="door">
                    <Icon name=icon />
                    <span class="door-label">{label}</span>
                    <span class="door-detail">{detail}</span>
                </A>
            </li>
        }
    };
    let today = format::weekday(js_sys::Date::now());
    view! {
        <PageHeader title=words::PRACTICE_TITLE above=move || today.clone() />
        <div class="page-body page-narrow">
            <p class="lead">{words::PRACTICE_DETAIL}</p>
            <ul class="doors">
                {door("/practice/instruments", IconName::Checklist, shell::INSTRUMENTS, words::INSTRUMENTS_DETAIL)}
                {door("/practice/models", IconName::Models, shell::MODELS, words::MODELS_DETAIL)}
                {door("/practice/security", IconName::Security, shell::SECURITY, words::SECURITY_DETAIL)}
                {door("/practice/audit", IconName::Audit, shell::AUDIT, words::AUDIT_DETAIL)}
            </ul>
        </div>
    }
}
