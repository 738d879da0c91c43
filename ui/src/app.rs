//! What is shown when: the way into the vault, or the pages behind it.
//!
//! The address stays as it is while the vault is locked, so that unlocking leads back to where a person was.

use contract::vault::{Role, VaultState};
use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use crate::components::{EmptyState, ErrorNote, IconName, LinkButton, Mark, PageHeader, ToastRegion};
use crate::pages::clients::{ClientPage, ClientsPage, EditClientPage, NewClientPage};
use crate::pages::entrance::{FirstRun, Locked, RecoveryKey};
use crate::pages::practice::{AboutPage, AppearancePage, AuditPage, ModelsPage, SecurityPage};
use crate::pages::screening::{
    ComparePage, FillPage, HandedOver, InstrumentPage, InstrumentsPage, OwnTrendsPage, ResultsPage,
    StartPage, TrendsPage,
};
use crate::pages::sessions::SessionPage;
use crate::pages::support::{HelpButton, HelpLayer, SafetyPlanPage, provide_help};
use crate::pages::{home, today};
use crate::shell::Shell;
use crate::state::{self, Api, use_api, use_toasts};
use crate::strings::{shell as words, support};
use crate::transport::Transport;

/// The whole interface.
#[component]
pub fn App() -> impl IntoView {
    state::provide_appearance();
    state::provide_device();
    state::provide_toasts();
    provide_help();
    let api = state::provide_api(Transport::detect());
    state::watch_activity(api);
    state::warn_before_closing();
    view! {
        <Router>
            <Gate />
            <HelpLayer />
        </Router>
        <ToastRegion />
    }
}

/// Decides between the way in and the pages. Nothing behind it is built, or stays, while the vault is not open.
#[component]
fn Gate() -> impl IntoView {
    let api = use_api();
    let vault = api.vault_state();
    let handed_over = api.handed_over();
    let new_key = Memo::new(move |_| api.new_key().with(Option::is_some));
    let toasts = use_toasts();
    Effect::new(move |_| {
        if vault.get() == Some(VaultState::Locked) {
            toasts.clear();
        }
    });
    move || match (vault.get(), handed_over.get(), new_key.get()) {
        (None, ..) => view! { <Starting api /> }.into_any(),
        (Some(VaultState::Absent), ..) => view! { <HelpAtTheDoor /> <FirstRun /> }.into_any(),
        (Some(VaultState::Locked), ..) => view! { <HelpAtTheDoor /> <Locked /> }.into_any(),
        // In a client's hands there are no pages, whatever the address says.
        (Some(VaultState::Unlocked), Some(id), _) => view! { <HandedOver id /> }.into_any(),
        (Some(VaultState::Unlocked), None, true) => view! { <HelpAtTheDoor /> <RecoveryKey /> }.into_any(),
        (Some(VaultState::Unlocked), None, false) => view! { <Pages /> }.into_any(),
    }
}

/// Helplines need no vault.
#[component]
fn HelpAtTheDoor() -> impl IntoView {
    view! { <aside class="door-help" aria-label=support::HELP_NOW><HelpButton /></aside> }
}

/// The core has not answered yet, or cannot be reached.
#[component]
fn Starting(api: Api) -> impl IntoView {
    let trouble = Signal::derive(move || api.trouble());
    view! {
        <main class="starting" id="main">
            <Mark />
            <p role="status">{words::STARTING}</p>
            <ErrorNote error=trouble on_retry=move || leptos::task::spawn_local(api.refresh()) />
        </main>
    }
}

/// The pages behind the gate. Each role finds what there is for it; everything else is not there.
#[component]
fn Pages() -> impl IntoView {
    let role = use_api().role();
    let start = move || match role.get() {
        Some(Role::Clinician) => view! { <today::TodayPage /> }.into_any(),
        Some(Role::Client) => view! { <home::ClientHome /> }.into_any(),
        Some(Role::Practice) => view! { <home::PracticeHome /> }.into_any(),
        None => ().into_any(),
    };
    let clinician = [Role::Clinician].as_slice();
    let client = [Role::Client].as_slice();
    let staff = [Role::Clinician, Role::Practice].as_slice();
    let care = [Role::Clinician, Role::Client].as_slice();
    view! {
        <Shell>
            <Routes fallback=NotFound>
                <Route path=path!("/") view=start />
                <Route path=path!("/clients") view=move || only(role, clinician, || view! { <ClientsPage /> }) />
                <Route path=path!("/clients/new") view=move || only(role, clinician, || view! { <NewClientPage /> }) />
                <Route path=path!("/clients/:client_id") view=move || only(role, clinician, || view! { <ClientPage /> }) />
                <Route path=path!("/clients/:client_id/edit") view=move || only(role, clinician, || view! { <EditClientPage /> }) />
                <Route path=path!("/clients/:client_id/screening/start") view=move || only(role, care, || view! { <StartPage /> }) />
                <Route path=path!("/clients/:client_id/safety-plan") view=move || only(role, care, || view! { <SafetyPlanPage /> }) />
                <Route path=path!("/screenings/compare") view=move || only(role, care, || view! { <ComparePage /> }) />
                <Route path=path!("/screenings/:screening_id") view=move || only(role, care, || view! { <FillPage /> }) />
                <Route path=path!("/sessions/:session_id") view=move || only(role, clinician, || view! { <SessionPage /> }) />
                <Route path=path!("/clients/:client_id/results") view=move || only(role, care, || view! { <TrendsPage /> }) />
                <Route path=path!("/results") view=move || only(role, client, || view! { <OwnTrendsPage /> }) />
                <Route path=path!("/screenings/:screening_id/results") view=move || only(role, care, || view! { <ResultsPage /> }) />
                <Route path=path!("/practice/instruments") view=move || only(role, staff, || view! { <InstrumentsPage /> }) />
                <Route path=path!("/practice/instruments/:instrument") view=move || only(role, staff, || view! { <InstrumentPage /> }) />
                <Route path=path!("/practice/models") view=move || only(role, staff, || view! { <ModelsPage /> }) />
                <Route path=path!("/practice/audit") view=move || only(role, staff, || view! { <AuditPage /> }) />
                <Route path=path!("/practice/security") view=SecurityPage />
                <Route path=path!("/practice/appearance") view=AppearancePage />
                <Route path=path!("/practice/about") view=AboutPage />
            </Routes>
        </Shell>
    }
}

/// A page for some roles. The core refuses the others anyway; here they find that there is no such page.
fn only<V: IntoView + 'static>(
    role: Memo<Option<Role>>,
    roles: &'static [Role],
    page: impl Fn() -> V + Send + Sync + 'static,
) -> impl IntoView {
    move || match role.get() {
        Some(role) if roles.contains(&role) => page().into_any(),
        _ => view! { <NotFound /> }.into_any(),
    }
}

/// There is no such page.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <PageHeader title=words::NOT_FOUND />
        <div class="page-body">
            <EmptyState icon=IconName::Search heading=words::NOT_FOUND_HEADING detail=words::NOT_FOUND_DETAIL>
                <LinkButton href="/">{words::BACK_TO_START}</LinkButton>
            </EmptyState>
        </div>
    }
}
