//! One client's record: who they are, their sessions, their consents.

use contract::ClientId;
use contract::clients::{ClientDetails, ClientView, GetClient};
use contract::consents::{ConsentSubject, ListConsents};
use contract::sessions::StartQuickSession;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use super::consents::ConsentRows;
use super::sessions::{NewSessionDialog, SessionsList};
use super::{client_in_address, client_path, status_tone};
use crate::app::NotFound;
use crate::components::{
    Breadcrumb, Button, ButtonKind, Card, Crumb, ErrorNote, IconName, LinkButton, Loaded, PageHeader, Pill,
};
use crate::format;
use crate::pages::screening::{ClientAlerts, ScreeningCard, start_path};
use crate::pages::sessions::session_path;
use crate::pages::support::plan_path;
use crate::state::{use_api, use_query};
use crate::strings::{clients as words, filling};

/// One client's record.
#[component]
pub fn ClientPage() -> impl IntoView {
    let id = client_in_address();
    move || match id.get() {
        Some(id) => view! { <Record id /> }.into_any(),
        None => view! { <NotFound /> }.into_any(),
    }
}

#[component]
fn Record(id: ClientId) -> impl IntoView {
    let client = use_query(move || GetClient { client_id: id });
    let title = Signal::derive(move || {
        client.with(|client| client.map_or_else(|| words::TITLE.to_owned(), |c| c.display_name.clone()))
    });
    let above = || view! { <Breadcrumb steps=vec![Crumb::new(words::TITLE, "/clients")] /> };
    let beside = move || {
        client.get().map(|client| {
            let status = client.details.status;
            view! {
                <span class="client-essentials quiet">{essentials(&client)}</span>
                <Pill tone=status_tone(status)>{words::status(status)}</Pill>
            }
        })
    };
    view! {
        <PageHeader title window_title=words::RECORD above beside=move || beside actions=move || view! { <SessionActions id /> } />
        <div class="page-body">
            <ClientAlerts client_id=id />
            <Loaded query=client let:answer>
                <RecordCards id client=answer />
            </Loaded>
        </div>
    }
}

#[component]
fn SessionActions(id: ClientId) -> impl IntoView {
    let api = use_api();
    let navigate = StoredValue::new_local(use_navigate());
    let planning = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None);
    let start_now = move || {
        busy.set(true);
        spawn_local(async move {
            let begun = api.call(StartQuickSession { client_id: Some(id) }).await;
            let _ = busy.try_set(false);
            match begun {
                Ok(session) => {
                    navigate.try_with_value(|go| go(&session_path(session.id), Default::default()));
                }
                Err(refused) => {
                    let _ = error.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <ErrorNote error />
        <LinkButton href=plan_path(id) icon=IconName::Support>{filling::PLAN}</LinkButton>
        <LinkButton href=start_path(id) icon=IconName::Note attr:data-testid="screening-start">{filling::START}</LinkButton>
        <Button icon=IconName::Plus on_press=move || planning.set(true) attr:data-testid="session-new">
            {words::NEW_SESSION}
        </Button>
        <Button kind=ButtonKind::Primary busy on_press=start_now attr:data-testid="session-start-now">
            {words::START_NOW}
        </Button>
        <NewSessionDialog open=planning client_id=id />
    }
}

#[component]
fn RecordCards(id: ClientId, client: Signal<ClientView>) -> impl IntoView {
    let consents = use_query(move || ListConsents { subject: ConsentSubject::Client(id) });
    let sessions_aside = move || {
        let count = move || {
            let count = client.with(|c| c.session_count);
            words::session_count(&format::number(f64::from(count)), count == 1)
        };
        view! { <span class="quiet">{count}</span> }
    };
    let details_aside = move || {
        view! {
            <LinkButton
                href=format!("{}/edit", client_path(id))
                kind=ButtonKind::Quiet
                icon=IconName::Edit
                attr:data-testid="client-edit"
            >
                {words::EDIT}
            </LinkButton>
        }
    };
    view! {
        <div class="record">
            <div class="record-main">
                <Card heading=words::SESSIONS aside=sessions_aside>
                    <SessionsList client_id=id />
                </Card>
                <ScreeningCard client_id=id />
            </div>
            <div class="record-side">
                <Card heading=words::CONSENTS>
                    <Loaded query=consents let:list>
                        <ConsentRows
                            subject=ConsentSubject::Client(id)
                            consents=list
                            on_change=move || consents.reload()
                        />
                    </Loaded>
                </Card>
                <Card heading=words::DETAILS aside=details_aside>
                    {move || client.with(|client| details_list(&client.details))}
                </Card>
            </div>
        </div>
    }
}

fn essentials(client: &ClientView) -> String {
    let details = &client.details;
    let born = details.birth_date.map(|date| {
        words::born(&format::day(date), &format::number(f64::from(age(date, format::now().date_naive()))))
    });
    let pronouns = Some(details.pronouns.clone()).filter(|text| !text.is_empty());
    [pronouns, born].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Whole years from a birth date to a day.
fn age(born: chrono::NaiveDate, today: chrono::NaiveDate) -> u32 {
    today.years_since(born).unwrap_or(0)
}

fn details_list(details: &ClientDetails) -> impl IntoView + use<> {
    let contact = &details.emergency_contact;
    let insurance = &details.insurance;
    let join = |parts: &[&str], between: &str| {
        parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(between)
    };
    let rows: Vec<(&'static str, String)> = [
        (words::PREFERRED_NAME, details.preferred_name.clone()),
        (words::PHONE, details.phone.clone()),
        (words::EMAIL, details.email.clone()),
        (words::LOCATION, details.location.clone()),
        (words::LANGUAGES, details.languages.join(", ")),
        (words::CONDITIONS, details.conditions.join("\n")),
        (
            words::FORM_EMERGENCY,
            join(&[&words::person_with_role(&contact.name, &contact.relationship), &contact.phone], "\n"),
        ),
        (words::FORM_INSURANCE, join(&[&insurance.payer, &insurance.plan, &insurance.member_id], "\n")),
    ]
    .into_iter()
    .filter(|(_, value)| !value.trim().is_empty())
    .collect();
    if rows.is_empty() {
        return view! { <p class="quiet">{words::NOTHING_KNOWN}</p> }.into_any();
    }
    let rows = rows.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! { <dl class="facts">{rows.collect_view()}</dl> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::age;
    use chrono::NaiveDate;

    #[test]
    fn nobody_is_older_before_their_birthday() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap_or_default();
        assert_eq!(age(day(1990, 5, 3), day(2026, 5, 2)), 35, "the day before");
        assert_eq!(age(day(1990, 5, 3), day(2026, 5, 3)), 36, "the day itself");
        assert_eq!(age(day(2026, 5, 3), day(2026, 5, 2)), 0, "a date to come counts as no years");
    }
}
