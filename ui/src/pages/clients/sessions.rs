//! A client's sessions, newest first, and planning another one.

use chrono::TimeDelta;
use contract::notes::NoteStatus;
use contract::sessions::{
    CreateSession, ListSessions, SessionDetails, SessionKind, SessionStatus, SessionSummary,
};
use contract::{ApiError, ClientId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::components::{
    Button, ButtonKind, Choice, DateTimeField, Dialog, EmptyState, ErrorNote, IconName, Pill, RowHeight,
    Select, TextField, Tone, VirtualList,
};
use crate::format;
use crate::pages::sessions::{session_path, status_tone};
use crate::state::{use_api, use_paged};
use crate::strings::clients as words;
use crate::strings::{common, sessions as session_words};

const ROW_HEIGHT: f64 = 52.0;
/// Rows up to which the list is as tall as its rows; beyond that it scrolls.
const TALLEST: usize = 9;

/// The list.
#[component]
pub fn SessionsList(client_id: ClientId) -> impl IntoView {
    let navigate = use_navigate();
    let sessions = use_paged(
        move |page| ListSessions { client_id: Some(client_id), page, ..ListSessions::default() },
        |reply| (reply.total, reply.sessions),
    );
    let trouble = Signal::derive(move || sessions.trouble());
    let open = move |index: usize| {
        if let Some(session) = untrack(|| sessions.row(index)) {
            navigate(&session_path(session.id), Default::default());
        }
    };
    let on_activate = Callback::from(open);
    let count = Signal::derive(move || sessions.total().unwrap_or(0));
    let height = move || format!("{}px", count.get().min(TALLEST) as f64 * ROW_HEIGHT);
    view! {
        <ErrorNote error=trouble on_retry=move || sessions.reload() />
        <Show when=move || sessions.total() == Some(0)>
            <EmptyState
                icon=IconName::Today
                heading=words::NO_SESSIONS
                detail=words::NO_SESSIONS_DETAIL
            />
        </Show>
        <div class="sessions-list" style:height=height>
            <VirtualList
                label=words::SESSIONS
                count
                height=RowHeight::Fixed(ROW_HEIGHT)
                on_activate
                on_range=move |range| sessions.show(range)
                let:index
            >
                {move || match sessions.row(index) {
                    Some(session) => view! { <SessionRow session /> }.into_any(),
                    None => view! { <p class="session-row quiet">{words::ROW_LOADING}</p> }.into_any(),
                }}
            </VirtualList>
        </div>
    }
}

#[component]
fn SessionRow(session: SessionSummary) -> impl IntoView {
    let name = match session.number {
        Some(number) => format!("{} · {}", session_words::number(number), session_words::kind(session.kind)),
        None => session_words::kind(session.kind).to_owned(),
    };
    let mark = mark(&session).map(|(tone, words)| view! { <Pill tone>{words}</Pill> });
    // That a session took place is what a list of sessions is about; only other ends and beginnings are worth a word.
    let status = (session.status != SessionStatus::Completed).then(|| {
        view! { <Pill tone=status_tone(session.status)>{session_words::status(session.status)}</Pill> }
    });
    view! {
        <A href=session_path(session.id) attr:class="session-row" attr:tabindex="-1" attr:data-testid="session-row">
            <span class="session-row-at">{format::date_time(session.at)}</span>
            <span class="session-row-name">{name}</span>
            <span class="session-row-marks">{mark} {status}</span>
        </A>
    }
}

/// How far the session's work has come, where that says something.
fn mark(session: &SessionSummary) -> Option<(Tone, &'static str)> {
    match session.note_status {
        Some(NoteStatus::Signed | NoteStatus::Archived) => Some((Tone::Good, words::NOTE_SIGNED)),
        Some(NoteStatus::Draft | NoteStatus::Reviewed) => Some((Tone::Warn, words::NOTE_TO_SIGN)),
        None if session.transcribed => Some((Tone::Plain, words::TRANSCRIBED)),
        None if session.recorded => Some((Tone::Plain, words::RECORDED)),
        None if session.status == SessionStatus::Completed => Some((Tone::Plain, words::NO_NOTE)),
        None => None,
    }
}

/// The kinds of session to choose from.
pub fn kinds() -> Vec<Choice<SessionKind>> {
    [
        SessionKind::Individual,
        SessionKind::Group,
        SessionKind::Family,
        SessionKind::Couples,
        SessionKind::Assessment,
        SessionKind::FollowUp,
    ]
    .map(|kind| Choice::new(kind, session_words::kind(kind)))
    .to_vec()
}

/// Plans a session.
#[component]
pub fn NewSessionDialog(open: RwSignal<bool>, client_id: ClientId) -> impl IntoView {
    view! {
        <Dialog open title=words::NEW_SESSION>
            <NewSessionForm open client_id />
        </Dialog>
    }
}

#[component]
fn NewSessionForm(open: RwSignal<bool>, client_id: ClientId) -> impl IntoView {
    let api = use_api();
    let navigate = StoredValue::new_local(use_navigate());
    let start = RwSignal::new(format::local_input(next_hour()));
    let minutes = RwSignal::new(50_u32);
    let kind = RwSignal::new(SessionKind::Individual);
    let place = RwSignal::new(String::new());
    let error = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let create = move || {
        let Some(begins) = format::from_local_input(&start.get_untracked()) else {
            return error.set(Some(ApiError::invalid("scheduled_start", words::START_UNREADABLE)));
        };
        let details = SessionDetails {
            kind: kind.get_untracked(),
            scheduled_start: Some(begins),
            scheduled_end: Some(begins + TimeDelta::minutes(i64::from(minutes.get_untracked()))),
            place: place.get_untracked().trim().to_owned(),
            ..SessionDetails::default()
        };
        busy.set(true);
        spawn_local(async move {
            let made = api.call(CreateSession { client_id, details }).await;
            let _ = busy.try_set(false);
            match made {
                Ok(session) => {
                    let _ = open.try_set(false);
                    navigate.try_with_value(|go| go(&session_path(session.id), Default::default()));
                }
                Err(refused) => {
                    let _ = error.try_set(Some(refused));
                }
            }
        });
    };
    let wrong = move |name: &'static str| {
        Signal::derive(move || error.get().filter(|e| e.field.as_deref() == Some(name)).map(|e| e.message))
    };
    let known = |error: &ApiError| matches!(error.field.as_deref(), Some("scheduled_start" | "place"));
    let other = Signal::derive(move || error.get().filter(|error| !known(error)));
    let lengths: Vec<_> =
        [15, 25, 30, 45, 50, 60, 75, 80, 90, 120].map(|n| Choice::new(n, words::minutes(n))).to_vec();
    view! {
        <form
            class="stack"
            novalidate=true
            on:submit=move |event| {
                event.prevent_default();
                if !busy.get_untracked() {
                    create();
                }
            }
        >
            <DateTimeField label=words::SESSION_START value=start error=wrong("scheduled_start") />
            <Select label=words::SESSION_LENGTH choices=lengths value=minutes />
            <Select label=words::SESSION_KIND choices=kinds() value=kind />
            <TextField label=words::SESSION_PLACE value=place optional=true error=wrong("place") />
            <ErrorNote error=other />
            <div class="actions actions-end">
                <Button on_press=move || open.set(false)>{common::CANCEL}</Button>
                <Button kind=ButtonKind::Primary submit=true busy attr:data-testid="session-create">
                    {words::PLAN_SESSION}
                </Button>
            </div>
        </form>
    }
}

/// The next full hour, as a first suggestion.
fn next_hour() -> chrono::DateTime<chrono::Utc> {
    let now = format::now();
    let hour = 3600;
    let next = (now.timestamp() / hour + 1) * hour;
    chrono::DateTime::from_timestamp(next, 0).unwrap_or(now)
}
