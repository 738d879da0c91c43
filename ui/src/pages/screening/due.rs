//! What is due to be filled in, with one press to begin it.

use contract::screenings::{PlanView, StartScreening};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::screening_path;
use crate::components::{Button, IconName, LinkButton, Pill, Tone};
use crate::format;
use crate::pages::clients::client_path;
use crate::state::{use_api, use_toasts};
use crate::strings::results as words;

/// What is due for anyone, the latest first.
#[component]
pub fn DueList(
    /// The plans.
    #[prop(into)]
    plans: Signal<Vec<PlanView>>,
) -> impl IntoView {
    let row = |plan: PlanView| {
        let (name, path) = (plan.client_name.clone(), client_path(plan.client_id));
        view! {
            <li class="row due-row" data-testid="due-row">
                <div class="row-main">
                    <p class="row-title"><span class="row-name"><A href=path>{name}</A></span> <DuePill days_late=plan.days_late due_on=plan.due_on /></p>
                    <p class="quiet">{plan.name.clone()}</p>
                </div>
                <BeginPlan plan />
            </li>
        }
    };
    let rows = move || plans.get().into_iter().map(row).collect_view();
    view! {
        <Show
            when=move || plans.with(|plans| !plans.is_empty())
            fallback=|| view! { <p class="quiet">{words::NOTHING_DUE}</p> }
        >
            <ul class="rows">{rows}</ul>
        </Show>
    }
}

/// When it is due, in words.
#[component]
pub fn DuePill(days_late: i32, due_on: chrono::NaiveDate) -> impl IntoView {
    let tone = match days_late {
        late if late > 0 => Tone::Warn,
        0 => Tone::Accent,
        _ => Tone::Plain,
    };
    view! { <Pill tone>{words::due(days_late, &format::day(due_on))}</Pill> }
}

/// Begins what a plan asks for, or goes on with what was begun for it.
#[component]
pub fn BeginPlan(plan: PlanView) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let navigate = StoredValue::new_local(use_navigate());
    let busy = RwSignal::new(false);
    if let Some(open) = plan.open_screening {
        let label = words::go_on_for(&plan.name, &plan.client_name);
        return view! { <LinkButton href=screening_path(open) attr:aria-label=label>{words::GO_ON}</LinkButton> }
            .into_any();
    }
    let label = words::start_for(&plan.name, &plan.client_name);
    let start = move || {
        let command = StartScreening {
            client_id: plan.client_id,
            battery: Some(plan.battery.clone()),
            instruments: Vec::new(),
            session_id: None,
            plan_id: Some(plan.id),
        };
        busy.set(true);
        spawn_local(async move {
            let begun = api.call(command).await;
            let _ = busy.try_set(false);
            match begun {
                Ok(form) => {
                    navigate.try_with_value(|go| go(&screening_path(form.screening.id), Default::default()));
                }
                Err(error) => toasts.danger(error.message),
            }
        });
    };
    view! { <Button icon=IconName::Play label busy on_press=start>{words::START}</Button> }.into_any()
}
