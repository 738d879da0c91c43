//! Alerts: first on the page until a clinician said what was done.

use contract::risk::{AcknowledgeAlert, AlertView, ListAlerts, RiskLevel};
use contract::{ApiError, ClientId, ScreeningId};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use super::results_path;
use crate::components::{
    Button, ButtonKind, Dialog, ErrorNote, Icon, IconName, LinkButton, Loaded, Pill, TextArea, Tone,
    focus_first_wrong,
};
use crate::format;
use crate::pages::clients::client_path;
use crate::pages::support::plan_path;
use crate::state::{use_alerts, use_api, use_query, use_toasts};
use crate::strings::{alerts as words, common};

/// Everyone's alerts that wait. Nothing is shown while there are none; that they cannot be read is always shown.
#[component]
pub fn AlertList() -> impl IntoView {
    view! { <Waiting client_id=None here=None /> }
}

/// One client's.
#[component]
pub fn ClientAlerts(
    /// Whose.
    client_id: ClientId,
    /// The screening whose answers are on the page.
    #[prop(optional, into)]
    here: Option<ScreeningId>,
) -> impl IntoView {
    view! { <Waiting client_id=Some(client_id) here /> }
}

#[component]
fn Waiting(client_id: Option<ClientId>, here: Option<ScreeningId>) -> impl IntoView {
    let alerts = use_alerts();
    let mine = Memo::new(move |_| {
        let wanted = |alert: &AlertView| client_id.is_none_or(|id| alert.client_id == id);
        alerts.waiting().into_iter().filter(wanted).collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| mine.with(Vec::len));
    let heading = move || words::heading(count.get(), &format::number(count.get() as f64));
    let trouble = Signal::derive(move || alerts.trouble());
    view! {
        <ErrorNote error=trouble on_retry=move || alerts.reload() />
        <Show when=move || count.get() != 0>
            <section class="alerts" aria-labelledby="alerts-heading" data-testid="alerts">
                <h2 id="alerts-heading"><Icon name=IconName::Warning /> {heading}</h2>
                <ul>
                    <For each=move || mine.get() key=|alert| alert.id let:alert><Alert alert here /></For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Alert(alert: AlertView, here: Option<ScreeningId>) -> impl IntoView {
    let open = RwSignal::new(false);
    let tone = if alert.level >= RiskLevel::High { Tone::Danger } else { Tone::Warn };
    let reasons = alert.reasons.iter().map(|reason| view! { <li>{reason.clone()}</li> }).collect_view();
    let answers = alert
        .screening_id
        .filter(|id| here != Some(*id))
        .map(|id| view! { <LinkButton href=results_path(id)>{words::SEE_ANSWERS}</LinkButton> });
    let name = alert.client_name.clone();
    let label = words::acknowledge_for(&alert.client_name);
    let (client_id, raised) = (alert.client_id, words::raised(&format::date_time(alert.raised_at)));
    let level = words::level(alert.level);
    view! {
        <li class="alert" data-testid="alert">
            <div class="alert-words">
                <p class="row-title">
                    <A href=client_path(client_id)>{name}</A>
                    <Pill tone>{level}</Pill>
                    <span class="quiet">{raised}</span>
                </p>
                <ul class="reasons">{reasons}</ul>
            </div>
            <div class="actions">
                {answers}
                <LinkButton href=plan_path(client_id)>{words::SAFETY_PLAN}</LinkButton>
                <Button
                    label
                    on_press=move || open.set(true)
                    attr:data-testid="alert-acknowledge"
                >
                    {words::ACKNOWLEDGE}
                </Button>
            </div>
            <Dialog open title=words::DIALOG_TITLE><Acknowledge open alert=alert.clone() /></Dialog>
        </li>
    }
}

#[component]
fn Acknowledge(open: RwSignal<bool>, alert: AlertView) -> impl IntoView {
    let api = use_api();
    let alerts = use_alerts();
    let toasts = use_toasts();
    let action = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<ApiError>);
    let field = NodeRef::<html::Textarea>::new();
    let alert_id = alert.id;
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let action = action.with_untracked(|text| text.trim().to_owned());
        let bare = words::PHRASES.iter().any(|phrase| phrase.trim() == action);
        missing.set(action.is_empty() || bare);
        if missing.get_untracked() || busy.get_untracked() {
            return focus_first_wrong();
        }
        busy.set(true);
        refused.set(None);
        spawn_local(async move {
            match api.call(AcknowledgeAlert { alert_id, action }).await {
                Ok(_) => {
                    let _ = open.try_set(false);
                    toasts.good(words::DONE);
                    alerts.reload();
                }
                Err(error) => {
                    let _ = refused.try_set(Some(error));
                }
            }
            let _ = busy.try_set(false);
        });
    };
    let error = Signal::derive(move || missing.get().then(|| words::WHAT_MISSING.to_owned()));
    view! {
        <form class="stack" novalidate=true on:submit=submit>
            <p>
                <strong>{alert.client_name.clone()}</strong> " · " {words::level(alert.level)}
            </p>
            <p class="quiet">{words::DIALOG_DETAIL}</p>
            <TextArea
                label=words::WHAT
                hint=words::WHAT_HINT
                value=action
                error
                rows=4
                required=true
                node_ref=field
                on_input=move || missing.set(false)
            />
            <Beginnings action missing field />
            <ErrorNote error=refused />
            <div class="actions actions-end">
                <Button on_press=move || open.set(false)>{common::CANCEL}</Button>
                <Button kind=ButtonKind::Primary submit=true busy attr:data-testid="alert-done">{words::CONFIRM}</Button>
            </div>
        </form>
    }
}

/// Plain beginnings to choose from; each begins a line of its own, and writing goes on behind it.
#[component]
fn Beginnings(
    action: RwSignal<String>,
    missing: RwSignal<bool>,
    field: NodeRef<html::Textarea>,
) -> impl IntoView {
    let begin = move |phrase: &'static str| {
        action.update(|text| {
            let end = text.trim_end().len();
            text.truncate(end);
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(phrase);
        });
        missing.set(false);
        if let Some(field) = field.get_untracked() {
            // A field on the page can be focused.
            let _ = field.focus();
        }
    };
    let phrase = |phrase: &'static str| {
        let shown = phrase.trim_end().trim_end_matches(':');
        view! { <Button on_press=move || begin(phrase)>{shown}</Button> }
    };
    view! {
        <div class="phrases" role="group" aria-label=words::BEGINNINGS>
            {words::PHRASES.into_iter().map(phrase).collect_view()}
        </div>
    }
}

/// Alerts that were acknowledged, each with what was done; asked for when a person unfolds them.
#[component]
pub fn EarlierAlerts(
    /// Whose.
    client_id: ClientId,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <details
            on:toggle=move |event| open.set(event_target::<web_sys::Element>(&event).has_attribute("open"))
        >
            <summary>{words::EARLIER}</summary>
            <Show when=move || open.get()><Acknowledged client_id /></Show>
        </details>
    }
}

#[component]
fn Acknowledged(client_id: ClientId) -> impl IntoView {
    let all = use_query(move || ListAlerts { client_id: Some(client_id), with_acknowledged: true });
    let line = |alert: AlertView| {
        let done = alert.acknowledged?;
        Some(view! {
            <li>
                <p>{words::raised(&format::date_time(alert.raised_at))} " · " {words::level(alert.level)}</p>
                <p class="quiet">{alert.reasons.join(" ")}</p>
                <p class="alert-done">
                    <span class="quiet">{words::acknowledged(&done.by, &format::date_time(done.at))}</span> " " {done.action}
                </p>
            </li>
        })
    };
    view! {
        <Loaded query=all let:list>
            <ul class="earlier-alerts">
                {move || {
                    let lines: Vec<_> = list.get().into_iter().filter_map(line).collect();
                    match lines.is_empty() {
                        true => view! { <li class="quiet">{words::NO_EARLIER}</li> }.into_any(),
                        false => lines.into_any(),
                    }
                }}
            </ul>
        </Loaded>
    }
}
