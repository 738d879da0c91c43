//! Sets that come again: made, changed, ended.

use chrono::NaiveDate;
use contract::instruments::{BatteryView, ListBatteries};
use contract::screenings::{EndPlan, ListPlans, PlanView, SavePlan};
use contract::{ApiError, ClientId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::due::{BeginPlan, DuePill};
use crate::components::{
    Button, ButtonKind, Card, Choice, Confirm, DateField, Dialog, EmptyState, ErrorNote, IconName, Loaded,
    Select, TextField, focus_first_wrong,
};
use crate::format;
use crate::state::{Query, use_api, use_query, use_toasts};
use crate::strings::{common, results as words};

/// A client's plans.
#[component]
pub fn Plans(client_id: ClientId) -> impl IntoView {
    let plans = use_query(move || ListPlans { client_id });
    let making = RwSignal::new(false);
    let aside = move || {
        view! {
            <Button icon=IconName::Plus on_press=move || making.set(true) attr:data-testid="plan-new">
                {words::NEW_PLAN}
            </Button>
        }
    };
    let empty = || {
        view! { <EmptyState icon=IconName::Calendar heading=words::NO_PLANS detail=words::NO_PLANS_DETAIL /> }
    };
    view! {
        <Card heading=words::PLANS aside>
            <Loaded query=plans let:list>
                <Show when=move || list.with(|list| !list.is_empty()) fallback=empty>
                    <ul class="rows">
                        {move || list.get().into_iter().map(|plan| view! { <PlanRow plan plans /> }).collect_view()}
                    </ul>
                </Show>
            </Loaded>
        </Card>
        <PlanDialog open=making client_id plan=None plans />
    }
}

#[component]
fn PlanRow(plan: PlanView, plans: Query<Vec<PlanView>>) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let changing = RwSignal::new(false);
    let ending = RwSignal::new(false);
    let (plan_id, client_id) = (plan.id, plan.client_id);
    let end = move || {
        spawn_local(async move {
            match api.call(EndPlan { plan_id }).await {
                Ok(_) => toasts.good(words::PLAN_ENDED),
                Err(error) => toasts.danger(error.message),
            }
            plans.reload();
        });
    };
    view! {
        <li class="row plan-row" data-testid="plan-row">
            <div class="row-main">
                <p class="row-title">
                    <strong>{plan.name.clone()}</strong> <DuePill days_late=plan.days_late due_on=plan.due_on />
                </p>
                <p class="quiet">{words::every(plan.every_days)}</p>
            </div>
            <div class="actions">
                <BeginPlan plan=plan.clone() />
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::Edit
                    label=words::edit_plan(&plan.name)
                    on_press=move || changing.set(true)
                />
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::Trash
                    label=words::end_plan(&plan.name)
                    on_press=move || ending.set(true)
                />
            </div>
            <PlanDialog open=changing client_id plan=Some(plan) plans />
            <Confirm
                open=ending
                title=words::END_PLAN
                detail=words::END_PLAN_DETAIL
                action=words::END_PLAN
                danger=true
                on_confirm=end
            />
        </li>
    }
}

#[component]
fn PlanDialog(
    open: RwSignal<bool>,
    client_id: ClientId,
    plan: Option<PlanView>,
    plans: Query<Vec<PlanView>>,
) -> impl IntoView {
    let title = if plan.is_some() { words::EDIT_PLAN } else { words::NEW_PLAN };
    let plan = StoredValue::new(plan);
    view! {
        <Dialog open title>
            <PlanSets open client_id plan=plan.get_value() plans />
        </Dialog>
    }
}

/// The form needs the sets there are.
#[component]
fn PlanSets(
    open: RwSignal<bool>,
    client_id: ClientId,
    plan: Option<PlanView>,
    plans: Query<Vec<PlanView>>,
) -> impl IntoView {
    let sets = use_query(|| ListBatteries {});
    view! {
        <Loaded query=sets let:sets>
            <PlanForm open client_id plan=plan.clone() plans sets=sets.get_untracked() />
        </Loaded>
    }
}

/// How often a set comes, as it is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rhythm {
    Days(u32),
    Once,
    Other,
}

impl Rhythm {
    const fn of(every: Option<u32>) -> Self {
        match every {
            None => Self::Once,
            Some(days @ (7 | 14 | 28)) => Self::Days(days),
            Some(_) => Self::Other,
        }
    }

    /// The days it stands for; an error where the number typed is none.
    fn days(self, typed: &str) -> Result<Option<u32>, ()> {
        match self {
            Self::Once => Ok(None),
            Self::Days(days) => Ok(Some(days)),
            Self::Other => {
                let days = typed.trim().parse().ok().filter(|days| (1..=366).contains(days));
                days.map(Some).ok_or(())
            }
        }
    }
}

fn rhythms() -> Vec<Choice<Rhythm>> {
    vec![
        Choice::new(Rhythm::Days(7), words::WEEKLY),
        Choice::new(Rhythm::Days(14), words::TWO_WEEKLY),
        Choice::new(Rhythm::Days(28), words::MONTHLY),
        Choice::new(Rhythm::Once, words::ONCE),
        Choice::new(Rhythm::Other, words::OTHER),
    ]
}

/// What is in the form.
#[derive(Clone, Copy)]
struct PlanFields {
    battery: RwSignal<String>,
    rhythm: RwSignal<Rhythm>,
    days: RwSignal<String>,
    due_on: RwSignal<String>,
}

impl PlanFields {
    fn of(plan: Option<&PlanView>, sets: &[BatteryView]) -> Self {
        let usual = sets.iter().find(|set| set.key == "weekly").or_else(|| sets.first());
        let battery = plan.map(|plan| plan.battery.clone()).or_else(|| usual.map(|set| set.key.clone()));
        let every = plan.map_or(Some(7), |plan| plan.every_days);
        let due_on = plan.map_or_else(format::today, |plan| plan.due_on);
        Self {
            battery: RwSignal::new(battery.unwrap_or_default()),
            rhythm: RwSignal::new(Rhythm::of(every)),
            days: RwSignal::new(every.map(|days| days.to_string()).unwrap_or_default()),
            due_on: RwSignal::new(due_on.to_string()),
        }
    }

    fn due_on(self) -> Option<NaiveDate> {
        self.due_on.with_untracked(|day| day.parse().ok())
    }
}

#[component]
fn PlanForm(
    open: RwSignal<bool>,
    client_id: ClientId,
    plan: Option<PlanView>,
    plans: Query<Vec<PlanView>>,
    sets: Vec<BatteryView>,
) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let fields = PlanFields::of(plan.as_ref(), &sets);
    let choices: Vec<_> = sets.into_iter().map(|set| Choice::new(set.key, set.name)).collect();
    let error = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let plan_id = plan.map(|plan| plan.id);
    let refuse = move |field: &str, message: &str| {
        error.set(Some(ApiError::invalid(field, message)));
        focus_first_wrong();
    };
    let save = move || {
        let Ok(every_days) = fields.days.with_untracked(|typed| fields.rhythm.get_untracked().days(typed))
        else {
            return refuse("every_days", words::DAYS_WRONG);
        };
        let Some(due_on) = fields.due_on() else { return refuse("due_on", words::DUE_MISSING) };
        let battery = fields.battery.get_untracked();
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            match api.call(SavePlan { plan_id, client_id, battery, every_days, due_on }).await {
                Ok(_) => {
                    toasts.good(words::PLAN_SAVED);
                    let _ = open.try_set(false);
                    plans.reload();
                }
                Err(refused) => {
                    let _ = error.try_set(Some(refused));
                    focus_first_wrong();
                }
            }
            let _ = busy.try_set(false);
        });
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            save();
        }
    };
    let wrong = move |name: &'static str| {
        Signal::derive(move || error.get().filter(|e| e.field.as_deref() == Some(name)).map(|e| e.message))
    };
    let known =
        |error: &ApiError| matches!(error.field.as_deref(), Some("every_days" | "due_on" | "battery"));
    let other = Signal::derive(move || error.get().filter(|error| !known(error)));
    view! {
        <form class="stack" novalidate=true on:submit=submit>
            <Select label=words::SET choices value=fields.battery error=wrong("battery") />
            <Select label=words::HOW_OFTEN choices=rhythms() value=fields.rhythm />
            <Show when=move || fields.rhythm.get() == Rhythm::Other>
                <TextField label=words::DAYS value=fields.days kind="number" error=wrong("every_days") />
            </Show>
            <DateField label=words::DUE_ON value=fields.due_on error=wrong("due_on") />
            <ErrorNote error=other />
            <div class="actions actions-end">
                <Button on_press=move || open.set(false)>{common::CANCEL}</Button>
                <Button kind=ButtonKind::Primary submit=true busy attr:data-testid="plan-save">{words::SAVE_PLAN}</Button>
            </div>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::Rhythm;

    #[test]
    fn every_rhythm_comes_back_as_it_was_chosen() {
        for every in [None, Some(7), Some(14), Some(28), Some(30), Some(1), Some(366)] {
            let typed = every.map(|days: u32| days.to_string()).unwrap_or_default();
            assert_eq!(Rhythm::of(every).days(&typed), Ok(every), "{every:?} stays what it is");
        }
    }

    #[test]
    fn only_days_a_plan_can_have_are_taken() {
        for typed in ["", "0", "367", "-3", "seven", "7.5"] {
            assert_eq!(Rhythm::Other.days(typed), Err(()), "{typed:?} is no number of days");
        }
    }
}
