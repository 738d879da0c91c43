//! Screening on a client's record: the latest, what is planned, and what was done about earlier alerts.

use contract::ClientId;
use contract::screenings::{ListPlans, ListScreenings, PlanView};
use leptos::prelude::*;

use super::alerts::EarlierAlerts;
use super::due::{BeginPlan, DuePill};
use super::list::Row;
use super::shown::trends_path;
use crate::components::{ButtonKind, Card, IconName, LinkButton, Loaded};
use crate::format;
use crate::state::use_query;
use crate::strings::results as words;

/// What is due or begun, and the next of what is not.
fn split(plans: Vec<PlanView>) -> (Vec<PlanView>, Option<PlanView>) {
    let (now, later): (Vec<_>, Vec<_>) =
        plans.into_iter().partition(|plan| plan.days_late >= 0 || plan.open_screening.is_some());
    (now, later.into_iter().min_by_key(|plan| plan.due_on))
}

/// Screenings shown; the others are one click away.
const SHOWN: usize = 3;

/// The card.
#[component]
pub fn ScreeningCard(
    /// Whose.
    client_id: ClientId,
) -> impl IntoView {
    let screenings = use_query(move || ListScreenings { client_id });
    let plans = use_query(move || ListPlans { client_id });
    let aside = move || {
        view! {
            <LinkButton
                href=trends_path(client_id)
                kind=ButtonKind::Quiet
                icon=IconName::Trend
                attr:data-testid="client-results"
            >
                {words::OVER_TIME}
            </LinkButton>
        }
    };
    let due = |plan: PlanView| {
        view! {
            <li class="row due-row">
                <div class="row-main">
                    <p class="row-title">
                        <span class="row-name">{plan.name.clone()}</span> <DuePill days_late=plan.days_late due_on=plan.due_on />
                    </p>
                    <p class="quiet">{words::every(plan.every_days)}</p>
                </div>
                <BeginPlan plan />
            </li>
        }
    };
    view! {
        <Card heading=words::SCREENINGS aside>
            <Loaded query=plans let:list>
                {move || {
                    let (now, later) = split(list.get());
                    let rows = now.into_iter().map(due).collect::<Vec<_>>();
                    let next = later.map(|plan| words::next(&plan.name, &format::day(plan.due_on)));
                    view! {
                        {(!rows.is_empty()).then(|| view! { <ul class="rows">{rows}</ul> })}
                        {next.map(|next| view! { <p class="quiet">{next}</p> })}
                    }
                }}
            </Loaded>
            <Loaded query=screenings let:list>
                <Show
                    when=move || list.with(|list| !list.is_empty())
                    fallback=|| view! { <p class="quiet">{words::NO_SCREENINGS}</p> }
                >
                    <ul class="latest">
                        {move || {
                            let latest = list.get().into_iter().take(SHOWN);
                            latest.map(|screening| view! { <li><Row screening reachable=true /></li> }).collect_view()
                        }}
                    </ul>
                </Show>
            </Loaded>
            <EarlierAlerts client_id />
        </Card>
    }
}
