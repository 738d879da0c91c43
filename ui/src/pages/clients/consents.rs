//! Consents: what is in force for a client or a session, giving and withdrawing it, and the history.

use contract::ApiError;
use contract::consents::{
    ConsentMethod, ConsentScope, ConsentSubject, ConsentText, ConsentView, GiveConsent, ListConsentTexts,
    WithdrawConsent,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{
    Button, ButtonKind, Choice, Dialog, ErrorNote, Loaded, Pill, RadioCards, TextArea, TextField, Tone,
};
use crate::format;
use crate::state::{use_api, use_query};
use crate::strings::clients as words;
use crate::strings::common;

/// One row for each scope that there is a text for: how it stands, what can be done, and what was before.
#[component]
pub fn ConsentRows(
    /// Whom or what it is about.
    #[prop(into)]
    subject: Signal<ConsentSubject>,
    /// What is on record, newest first.
    #[prop(into)]
    consents: Signal<Vec<ConsentView>>,
    /// Only these scopes; all where empty.
    #[prop(optional)]
    scopes: &'static [ConsentScope],
    /// Hears that something was given or withdrawn.
    #[prop(into)]
    on_change: Callback<()>,
) -> impl IntoView {
    let texts = use_query(|| ListConsentTexts {});
    view! {
        <Loaded query=texts let:texts>
            <ul class="consents">
                {move || {
                    let wanted = |text: &ConsentText| scopes.is_empty() || scopes.contains(&text.scope);
                    let shown = texts.get().into_iter().filter(wanted);
                    shown.map(|text| view! { <ConsentRow text subject consents on_change /> }).collect_view()
                }}
            </ul>
        </Loaded>
    }
}

#[component]
fn ConsentRow(
    text: ConsentText,
    subject: Signal<ConsentSubject>,
    consents: Signal<Vec<ConsentView>>,
    on_change: Callback<()>,
) -> impl IntoView {
    let scope = text.scope;
    let history = Memo::new(move |_| {
        consents.with(|all| all.iter().filter(|c| c.scope == scope).cloned().collect::<Vec<_>>())
    });
    let in_force = Memo::new(move |_| history.with(|h| h.iter().find(|c| c.in_force).cloned()));
    let giving = RwSignal::new(false);
    let withdrawing = RwSignal::new(false);
    let word = words::scope_word(scope);
    let pill = move || match (in_force.get(), history.with(|h| h.first().cloned())) {
        (Some(consent), _) => {
            let words = words::in_force(consent.version);
            view! { <Pill tone=Tone::Good>{words}</Pill> }.into_any()
        }
        (None, None) => view! { <Pill>{words::NOT_GIVEN}</Pill> }.into_any(),
        (None, Some(last)) if last.withdrawn_at.is_some() => {
            view! { <Pill tone=Tone::Danger>{words::WITHDRAWN}</Pill> }.into_any()
        }
        (None, Some(_)) => view! { <Pill tone=Tone::Warn>{words::OUTDATED}</Pill> }.into_any(),
    };
    let button = move || match in_force.get() {
        Some(_) => view! {
            <Button
                kind=ButtonKind::Quiet
                label=words::withdraw_scope(scope)
                on_press=move || withdrawing.set(true)
                attr:data-testid=format!("consent-withdraw-{word}")
            >
                {words::WITHDRAW}
            </Button>
        }
        .into_any(),
        None => view! {
            <Button
                label=words::give_scope(scope)
                on_press=move || giving.set(true)
                attr:data-testid=format!("consent-give-{word}")
            >
                {words::GIVE}
            </Button>
        }
        .into_any(),
    };
    view! {
        <li class="consent" data-testid=format!("consent-{word}")>
            <div class="consent-words">
                <p class="consent-scope">{words::scope(scope)} " " {pill}</p>
                <p class="quiet">{words::scope_detail(scope)}</p>
                <Show when=move || history.with(|h| !h.is_empty())>
                    <details class="consent-history">
                        <summary>{words::HISTORY}</summary>
                        <ul>{move || history.get().into_iter().map(history_line).collect_view()}</ul>
                    </details>
                </Show>
            </div>
            {button}
            <GiveConsentDialog open=giving text subject on_change />
            <WithdrawDialog open=withdrawing scope consent=in_force on_change />
        </li>
    }
}

fn history_line(consent: ConsentView) -> impl IntoView {
    let given = words::given_line(
        &consent.given_by,
        words::method(consent.method),
        &format::date_time(consent.given_at),
        consent.version,
        &consent.recorded_by,
    );
    let withdrawn = consent
        .withdrawn_at
        .map(|at| words::withdrawn_line(&format::date_time(at), consent.withdrawn_note.as_deref()));
    view! { <li>{given} {withdrawn.map(|line| view! { <br />{line} })}</li> }
}

/// Shows a consent text in large type and records how consent to it was given.
#[component]
pub fn GiveConsentDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The text.
    text: ConsentText,
    /// Whom or what it is about.
    #[prop(into)]
    subject: Signal<ConsentSubject>,
    /// Hears that consent was recorded.
    #[prop(into)]
    on_change: Callback<()>,
) -> impl IntoView {
    let title = text.title.clone();
    view! {
        <Dialog open title wide=true>
            <GiveForm open text=text.clone() subject on_change />
        </Dialog>
    }
}

#[component]
fn GiveForm(
    open: RwSignal<bool>,
    text: ConsentText,
    subject: Signal<ConsentSubject>,
    on_change: Callback<()>,
) -> impl IntoView {
    let api = use_api();
    let method = RwSignal::new(None::<ConsentMethod>);
    let given_by = RwSignal::new(words::GIVEN_BY_DEFAULT.to_owned());
    let error = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let (scope, version) = (text.scope, text.version);
    let give = move || {
        let Some(method) = method.get_untracked() else {
            return error.set(Some(ApiError::invalid("method", words::METHOD_MISSING)));
        };
        busy.set(true);
        let given_by = given_by.get_untracked().trim().to_owned();
        let subject = subject.get_untracked();
        spawn_local(async move {
            let given = api.call(GiveConsent { subject, scope, version, method, given_by }).await;
            let _ = busy.try_set(false);
            match given {
                Ok(_) => {
                    let _ = open.try_set(false);
                    let _ = on_change.try_run(());
                }
                Err(refused) => {
                    let _ = error.try_set(Some(refused));
                }
            }
        });
    };
    let methods = [ConsentMethod::Verbal, ConsentMethod::Written, ConsentMethod::Electronic]
        .map(|method| Choice::new(method, words::method(method)));
    let wrong = move |field: &'static str| {
        Signal::derive(move || error.get().filter(|e| e.field.as_deref() == Some(field)).map(|e| e.message))
    };
    let other = Signal::derive(move || {
        error.get().filter(|e| !matches!(e.field.as_deref(), Some("given_by" | "method")))
    });
    let paragraphs =
        text.body.split("\n\n").map(|part| view! { <p>{part.trim().to_owned()}</p> }).collect_view();
    view! {
        <p class="quiet">{words::text_version(version)}</p>
        <div class="consent-text" tabindex="0" role="group" aria-label=text.title.clone()>{paragraphs}</div>
        <RadioCards
            label=words::GIVE_METHOD
            choices=methods.to_vec()
            value=method
            in_row=true
            error=wrong("method")
            on_change=move || error.set(None)
        />
        <TextField label=words::GIVEN_BY value=given_by hint=words::GIVEN_BY_HINT error=wrong("given_by") />
        <ErrorNote error=other />
        <div class="actions actions-end">
            <Button on_press=move || open.set(false)>{common::CANCEL}</Button>
            <Button kind=ButtonKind::Primary busy on_press=give attr:data-testid="consent-confirm">
                {words::GIVE_CONFIRM}
            </Button>
        </div>
    }
}

#[component]
fn WithdrawDialog(
    open: RwSignal<bool>,
    scope: ConsentScope,
    consent: Memo<Option<ConsentView>>,
    on_change: Callback<()>,
) -> impl IntoView {
    let api = use_api();
    let note = RwSignal::new(String::new());
    let error = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let withdraw = move || {
        let Some(consent) = consent.get_untracked() else { return open.set(false) };
        busy.set(true);
        let note = note.get_untracked().trim().to_owned();
        spawn_local(async move {
            let withdrawn = api.call(WithdrawConsent { consent_id: consent.id, note }).await;
            let _ = busy.try_set(false);
            match withdrawn {
                Ok(_) => {
                    let _ = open.try_set(false);
                    let _ = on_change.try_run(());
                }
                Err(refused) => {
                    let _ = error.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <Dialog open title=words::withdraw_scope(scope)>
            <p class="dialog-detail">{words::WITHDRAW_DETAIL}</p>
            <TextArea label=words::WITHDRAW_NOTE value=note rows=2 optional=true />
            <ErrorNote error />
            <div class="actions actions-end">
                <Button on_press=move || open.set(false)>{common::CANCEL}</Button>
                <Button kind=ButtonKind::Danger busy on_press=withdraw attr:data-testid="consent-withdraw-confirm">
                    {words::WITHDRAW}
                </Button>
            </div>
        </Dialog>
    }
}
