//! A client's own first page: what is due, what was begun, what was filled in before, and what helps.

use contract::screenings::{
    GetOwnRecord, ListPlans, ListScreenings, PlanView, ScreeningStatus, ScreeningView, StartScreening,
};
use contract::{ApiError, ClientId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::start::begun;
use super::{results_path, screening_path, start_path};
use crate::components::{
    Button, ButtonKind, Card, EmptyState, ErrorNote, Icon, IconName, LinkButton, Loaded,
};
use crate::format;
use crate::pages::support::plan_path;
use crate::state::{use_api, use_query};
use crate::strings::filling as words;

/// Screenings shown on the first page at most.
const SHOWN: usize = 8;

/// The screenings of a client's own vault.
#[component]
pub fn OwnScreenings(
    /// Hears whose record it is, for help on the same page.
    client: RwSignal<Option<ClientId>>,
) -> impl IntoView {
    let own = use_query(|| GetOwnRecord {});
    Effect::new(move |_| client.set(own.with(|own| own.map(|own| own.id))));
    view! {
        <Loaded query=own let:answer>
            <Cards id=answer.get_untracked().id />
        </Loaded>
    }
}

#[component]
fn Cards(id: ClientId) -> impl IntoView {
    let plans = use_query(move || ListPlans { client_id: id });
    let screenings = use_query(move || ListScreenings { client_id: id });
    let due_aside = move || {
        view! { <LinkButton href=start_path(id) kind=ButtonKind::Quiet icon=IconName::Plus>{words::FILL_IN_OTHER}</LinkButton> }
    };
    view! {
        <Card heading=words::DUE aside=due_aside>
            <Loaded query=plans let:plans>
                <Loaded query=screenings let:screenings>
                    {move || view! { <Due id plans=plans.get() screenings=screenings.get() /> }}
                </Loaded>
            </Loaded>
        </Card>
        {move || screenings.with(|all| past(all.map_or(&[], Vec::as_slice)))}
        <Card heading=words::PLAN>
            <p>{words::PLAN_DETAIL}</p>
            <div class="actions"><LinkButton href=plan_path(id) icon=IconName::Note>{words::PLAN_OPEN}</LinkButton></div>
        </Card>
    }
}

/// What was begun comes first, then what is due.
#[component]
fn Due(id: ClientId, plans: Vec<PlanView>, screenings: Vec<ScreeningView>) -> impl IntoView {
    let open: Vec<ScreeningView> =
        screenings.into_iter().filter(|one| one.status == ScreeningStatus::Open).collect();
    let due: Vec<PlanView> = plans.into_iter().filter(|plan| plan.open_screening.is_none()).collect();
    if open.is_empty() && due.is_empty() {
        return view! { <EmptyState icon=IconName::Check heading=words::DUE_NONE detail=words::DUE_NONE_DETAIL /> }
            .into_any();
    }
    let mut kinds = [ButtonKind::Primary].into_iter().chain(std::iter::repeat(ButtonKind::Secondary));
    let mut kind = || kinds.next().unwrap_or_default();
    let open: Vec<_> = open
        .into_iter()
        .map(|one| {
            let line = begun(&one);
            view! {
                <li class="row open-row">
                    <div class="row-main"><p class="row-name">{one.name}</p><p class="quiet">{line}</p></div>
                    <LinkButton href=screening_path(one.id) kind=kind()>{words::GO_ON}</LinkButton>
                </li>
            }
        })
        .collect();
    let due: Vec<_> = due.into_iter().map(|plan| view! { <DueRow id plan kind=kind() /> }).collect();
    view! { <ul class="rows">{open}{due}</ul> }.into_any()
}

#[component]
fn DueRow(id: ClientId, plan: PlanView, kind: ButtonKind) -> impl IntoView {
    let api = use_api();
    let navigate = StoredValue::new_local(use_navigate());
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<ApiError>);
    let command = StartScreening {
        client_id: id,
        battery: Some(plan.battery.clone()),
        instruments: vec![],
        session_id: None,
        plan_id: Some(plan.id),
    };
    let start = move || {
        let command = command.clone();
        busy.set(true);
        spawn_local(async move {
            let started = api.call(command).await;
            let _ = busy.try_set(false);
            match started {
                Ok(form) => {
                    navigate.try_with_value(|go| go(&screening_path(form.screening.id), Default::default()));
                }
                Err(error) => {
                    let _ = refused.try_set(Some(error));
                }
            }
        });
    };
    let when = words::due(plan.days_late, &format::day(plan.due_on));
    view! {
        <li class="row open-row">
            <div class="row-main">
                <p class="row-name">{plan.name}</p>
                <p class="quiet">{when}</p>
                <ErrorNote error=refused />
            </div>
            <Button kind busy on_press=start>{words::FILL_IN}</Button>
        </li>
    }
}

/// What was finished before, with its results.
fn past(screenings: &[ScreeningView]) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = screenings
        .iter()
        .filter_map(|one| one.completed_at.map(|at| (one.id, one.name.clone(), at)))
        .take(SHOWN)
        .map(|(id, name, at)| {
            view! {
                <li>
                    <A href=results_path(id) attr:class="row row-link">
                        <span class="row-main">
                            <span class="row-name">{name}</span>
                            <span class="quiet">{words::finished(&format::date(at))}</span>
                        </span>
                        <Icon name=IconName::Right />
                    </A>
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <Card heading=words::PAST><ul class="rows">{rows}</ul></Card> })
}
