//! Starting a screening: what is filled in, and who holds the device meanwhile.

use contract::instruments::{BatteryView, InstrumentSummary, ListBatteries, ListInstruments};
use contract::screenings::{
    BeginHandOver, DiscardScreening, ListPlans, ListScreenings, PlanView, ScreeningStatus, ScreeningView,
    StartScreening,
};
use contract::vault::Role;
use contract::{ApiError, ClientId, ScreeningId, ScreeningPlanId};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::screening_path;
use crate::app::NotFound;
use crate::components::{
    Breadcrumb, Button, ButtonKind, Card, Checkbox, Choice, Confirm, Crumb, ErrorNote, Loaded, PageHeader,
    RadioCards,
};
use crate::format;
use crate::pages::clients::{ClientCrumbs, client_in_address};
use crate::state::{Api, Phase, Query, use_api, use_query};
use crate::strings::{filling as words, home};

/// What can be started.
#[derive(Clone, Debug, PartialEq)]
enum What {
    Plan { id: ScreeningPlanId, battery: String },
    Battery(String),
    Single,
}

/// Who fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Together,
    Client,
}

/// Everything there is to choose from, read together.
#[derive(Clone, Copy)]
struct Offer {
    plans: Query<Vec<PlanView>>,
    batteries: Query<Vec<BatteryView>>,
    instruments: Query<contract::instruments::InstrumentCatalogue>,
    screenings: Query<Vec<ScreeningView>>,
}

/// The page on which a screening of a client is started.
#[component]
pub fn StartPage() -> impl IntoView {
    let id = client_in_address();
    move || match id.get() {
        Some(id) => view! { <Start id /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

#[component]
fn Start(id: ClientId) -> impl IntoView {
    let role = use_api().role();
    let own = role.get_untracked() == Some(Role::Client);
    let offer = Offer {
        plans: use_query(move || ListPlans { client_id: id }),
        batteries: use_query(|| ListBatteries {}),
        instruments: use_query(|| ListInstruments {}),
        screenings: use_query(move || ListScreenings { client_id: id }),
    };
    let above = move || {
        if own {
            view! { <Breadcrumb steps=vec![Crumb::new(home::CLIENT_TITLE, "/")] /> }.into_any()
        } else {
            view! { <ClientCrumbs id /> }.into_any()
        }
    };
    let detail = if own { words::START_DETAIL_OWN } else { words::START_DETAIL_CLINICIAN };
    view! {
        <PageHeader title=words::START above />
        <div class="page-body page-narrow">
            <p class="lead">{detail}</p>
            <Unfinished offer own />
            <Ready offer own id />
        </div>
    }
}

/// Screenings that were begun and not finished.
#[component]
fn Unfinished(offer: Offer, own: bool) -> impl IntoView {
    let open = Memo::new(move |_| {
        let all = offer.screenings.get().unwrap_or_default();
        all.into_iter().filter(|one| one.status == ScreeningStatus::Open).collect::<Vec<_>>()
    });
    let failed = Signal::derive(move || match offer.screenings.phase() {
        Phase::Failed(error) => Some(error),
        _ => offer.screenings.stale(),
    });
    let rows = move || {
        let row = |screening| view! { <OpenRow screening own on_change=move || offer.screenings.reload() /> };
        open.get().into_iter().map(row).collect_view()
    };
    view! {
        <ErrorNote error=failed on_retry=move || offer.screenings.reload() />
        <Show when=move || !open.with(Vec::is_empty)>
            <Card heading=words::OPEN_HEADING><ul class="rows">{rows}</ul></Card>
        </Show>
    }
}

/// How far an open screening is.
pub fn begun(screening: &ScreeningView) -> String {
    words::begun(
        &format::date(screening.started_at),
        &format::number(f64::from(screening.answered)),
        &format::number(f64::from(screening.asked)),
    )
}

#[component]
fn OpenRow(screening: ScreeningView, own: bool, #[prop(into)] on_change: Callback<()>) -> impl IntoView {
    let api = use_api();
    let go = use_opening(api);
    let id = screening.id;
    let asking = RwSignal::new(false);
    let refused = RwSignal::new(None);
    let discard = move || {
        spawn_local(async move {
            match api.call(DiscardScreening { screening_id: id }).await {
                Ok(_) => {
                    let _ = on_change.try_run(());
                }
                Err(error) => {
                    let _ = refused.try_set(Some(error));
                }
            }
        });
    };
    let open = move |who| spawn_local(async move { report(refused, go.open(id, who).await) });
    view! {
        <li class="row open-row">
            <div class="row-main">
                <p class="row-name">{screening.name.clone()}</p>
                <p class="quiet">{begun(&screening)}</p>
                <ErrorNote error=refused />
            </div>
            <div class="actions">
                <Button on_press=move || open(Who::Together)>{words::GO_ON}</Button>
                {(!own).then(|| view! { <Button on_press=move || open(Who::Client)>{words::HAND_OVER}</Button> })}
                <Button kind=ButtonKind::Quiet on_press=move || asking.set(true)>{words::DISCARD}</Button>
            </div>
            <Confirm
                open=asking
                title=words::DISCARD_TITLE
                detail=words::DISCARD_DETAIL
                action=words::DISCARD
                danger=true
                on_confirm=discard
            />
        </li>
    }
}

fn report(refused: RwSignal<Option<ApiError>>, outcome: Result<(), ApiError>) {
    let _ = refused.try_set(outcome.err());
}

/// Opens a screening to whoever fills it in.
#[derive(Clone, Copy)]
struct Opening {
    api: Api,
    navigate: StoredValue<Navigate, LocalStorage>,
}

type Navigate = Box<dyn Fn(&str)>;

fn use_opening(api: Api) -> Opening {
    let navigate = use_navigate();
    let go: Navigate = Box::new(move |path| navigate(path, Default::default()));
    Opening { api, navigate: StoredValue::new_local(go) }
}

impl Opening {
    async fn open(self, id: ScreeningId, who: Who) -> Result<(), ApiError> {
        if who == Who::Client {
            self.api.call(BeginHandOver { screening_id: id }).await?;
            // From here on nothing of this page is left.
            self.api.begin_hand_over(id);
            self.api.refresh().await;
        } else {
            self.navigate.try_with_value(|go| go(&screening_path(id)));
        }
        Ok(())
    }
}

/// Waits for all that can be chosen, then offers it.
#[component]
fn Ready(offer: Offer, own: bool, id: ClientId) -> impl IntoView {
    view! {
        <Loaded query=offer.batteries let:batteries>
            <Loaded query=offer.plans let:plans>
                <Loaded query=offer.instruments let:catalogue>
                    <StartForm
                        id own
                        plans=plans.get_untracked()
                        batteries=batteries.get_untracked()
                        instruments=catalogue.get_untracked().instruments
                    />
                </Loaded>
            </Loaded>
        </Loaded>
    }
}

#[component]
fn StartForm(
    id: ClientId,
    own: bool,
    plans: Vec<PlanView>,
    batteries: Vec<BatteryView>,
    instruments: Vec<InstrumentSummary>,
) -> impl IntoView {
    let api = use_api();
    let go = use_opening(api);
    let choices = choices(&plans, &batteries);
    let first_due = choices.iter().find(|choice| matches!(choice.value, What::Plan { .. }));
    let what = RwSignal::new(first_due.map(|choice| choice.value.clone()));
    let who = RwSignal::new(Some(Who::Together));
    let whos = vec![
        Choice::new(Who::Together, words::WHO_TOGETHER).detail(words::WHO_TOGETHER_DETAIL),
        Choice::new(Who::Client, words::WHO_CLIENT).detail(words::WHO_CLIENT_DETAIL),
    ];
    let chosen: Vec<(String, RwSignal<bool>)> = instruments
        .iter()
        .filter(|one| one.enabled)
        .map(|one| (one.id.clone(), RwSignal::new(false)))
        .collect();
    let chosen = StoredValue::new(chosen);
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<ApiError>);
    let missing = RwSignal::new(None::<&'static str>);
    let single = Memo::new(move |_| what.get() == Some(What::Single));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let picked = chosen.with_value(|all| {
            let on = all.iter().filter(|(_, on)| on.get_untracked());
            on.map(|(id, _)| id.clone()).collect::<Vec<_>>()
        });
        let command = match command(id, what.get_untracked(), picked) {
            Ok(command) => command,
            Err(words) => return missing.set(Some(words)),
        };
        missing.set(None);
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let who = who.get_untracked().unwrap_or(Who::Together);
        spawn_local(async move {
            let outcome = start(api, go, command, who).await;
            let _ = busy.try_set(false);
            report(refused, outcome);
        });
    };
    let begin = move || {
        if who.get() == Some(Who::Client) { words::BEGIN_HAND_OVER } else { words::BEGIN }
    };
    view! {
        <form class="start-form" on:submit=submit novalidate data-testid="start-form">
            <RadioCards label=words::WHAT choices value=what />
            <Show when=move || single.get()><Singles instruments=instruments.clone() chosen /></Show>
            {(!own).then(|| view! { <RadioCards label=words::WHO choices=whos value=who /> })}
            <p class="field-error" role="alert">{move || missing.get()}</p>
            <ErrorNote error=refused />
            <div class="actions">
                <Button kind=ButtonKind::Primary submit=true busy attr:data-testid="start-begin">{begin}</Button>
            </div>
        </form>
    }
}

async fn start(api: Api, go: Opening, command: StartScreening, who: Who) -> Result<(), ApiError> {
    let form = api.call(command).await?;
    go.open(form.screening.id, who).await
}

/// What is due first, then the sets, then single instruments.
fn choices(plans: &[PlanView], batteries: &[BatteryView]) -> Vec<Choice<What>> {
    let count = |key: &str| batteries.iter().find(|set| set.key == key).map(|set| set.items);
    let due = plans.iter().filter(|plan| plan.open_screening.is_none()).map(|plan| {
        let when = words::due(plan.days_late, &format::day(plan.due_on));
        let items =
            count(&plan.battery).map(|items| words::questions_at_most(&format::number(f64::from(items))));
        let detail: Vec<String> = [Some(when), items].into_iter().flatten().collect();
        let value = What::Plan { id: plan.id, battery: plan.battery.clone() };
        Choice::new(value, plan.name.clone()).detail(detail.join(" "))
    });
    let planned: Vec<&str> =
        plans.iter().filter(|p| p.open_screening.is_none()).map(|plan| plan.battery.as_str()).collect();
    let sets = batteries.iter().filter(|set| !planned.contains(&set.key.as_str())).map(|set| {
        let items = words::questions_at_most(&format::number(f64::from(set.items)));
        let purpose = Some(set.purpose.clone()).filter(|purpose| !purpose.is_empty());
        let detail: Vec<String> = [purpose, Some(items)].into_iter().flatten().collect();
        Choice::new(What::Battery(set.key.clone()), set.name.clone()).detail(detail.join(" "))
    });
    let single = Choice::new(What::Single, words::SINGLE).detail(words::SINGLE_DETAIL);
    due.chain(sets).chain([single]).collect()
}

/// What the core is asked for; or what is still to be chosen.
fn command(
    client_id: ClientId,
    what: Option<What>,
    picked: Vec<String>,
) -> Result<StartScreening, &'static str> {
    let (battery, instruments, plan_id) = match what {
        None => return Err(words::WHAT_MISSING),
        Some(What::Single) if picked.is_empty() => return Err(words::SINGLE_MISSING),
        Some(What::Single) => (None, picked, None),
        Some(What::Battery(key)) => (Some(key), vec![], None),
        Some(What::Plan { id, battery }) => (Some(battery), vec![], Some(id)),
    };
    Ok(StartScreening { client_id, battery, instruments, session_id: None, plan_id })
}

/// The instruments that can be used now.
#[component]
fn Singles(
    instruments: Vec<InstrumentSummary>,
    chosen: StoredValue<Vec<(String, RwSignal<bool>)>>,
) -> impl IntoView {
    let rows = chosen.with_value(|all| {
        all.iter()
            .filter_map(|(id, on)| {
                let one = instruments.iter().find(|one| one.id == *id)?;
                let count = words::questions(&format::number(f64::from(one.items)), one.items == 1);
                Some(view! { <li><Checkbox label=one.title.clone() hint=count value=*on /></li> })
            })
            .collect_view()
    });
    view! {
        <div class="singles">
        <fieldset>
            <legend>{words::INSTRUMENTS}</legend>
            <ul>{rows}</ul>
        </fieldset>
        </div>
    }
}
