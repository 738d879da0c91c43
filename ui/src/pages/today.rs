//! Today: the day's sessions, what waits to be finished, work in progress, and the next days.

use chrono::{DateTime, Utc};
use contract::clients::ListClients;
use contract::jobs::{CancelJob, JobKind, JobState, JobView, ListJobs};
use contract::notes::NoteStatus;
use contract::samples::AddSampleData;
use contract::screenings::ListDue;
use contract::sessions::{ListSessions, SessionStatus, SessionSummary, StartQuickSession};
use contract::{ApiError, JobId, Page, SessionId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use crate::components::{
    Button, ButtonKind, Card, ErrorNote, Icon, IconName, JobProgress, LinkButton, Loaded, PageHeader, Pill,
    Tone,
};
use crate::format;
use crate::pages::screening::{AlertList, DueList};
use crate::state::{Api, use_api, use_job, use_query, use_toasts};
use crate::strings::{results, sessions, today as words};

/// The newest sessions: those of the next days, and what waits to be finished is looked for among the rest.
const LOOKED_THROUGH: u32 = 500;
/// Days looked ahead, with today.
const NEXT_DAYS: i32 = 8;
/// Rows shown of it.
const SHOWN: usize = 7;

/// The page a clinician begins with.
#[component]
pub fn TodayPage() -> impl IntoView {
    let api = use_api();
    let refused = RwSignal::new(None::<ApiError>);
    let start = use_start(api, refused);
    // One question for the whole page: each is an entry in the audit log.
    let sessions = use_query(|| ListSessions {
        until: Some(format::midnight(NEXT_DAYS)),
        page: Page { offset: 0, limit: LOOKED_THROUGH },
        ..ListSessions::default()
    });
    let anyone = use_query(|| ListClients { page: Page { offset: 0, limit: 1 }, ..ListClients::default() });
    let due = use_query(|| ListDue {});
    let jobs = use_query(ListJobs::default);
    let watch = set_interval_with_handle(move || jobs.reload(), std::time::Duration::from_secs(5));
    on_cleanup(move || {
        if let Ok(watch) = watch {
            watch.clear();
        }
    });
    let job_ended = Callback::new(move |()| {
        jobs.reload();
        sessions.reload();
    });
    let new_here = Memo::new(move |_| {
        anyone.with(|clients| clients.is_some_and(|list| list.total == 0))
            && sessions.with(|list| list.is_some_and(|list| list.total == 0))
    });
    let actions = move || {
        view! {
            <LinkButton href="/clients/new">{words::NEW_CLIENT}</LinkButton>
            <Button kind=ButtonKind::Primary icon=IconName::Microphone busy=start.busy on_press=move || start.run.run(())>
                {words::START}
            </Button>
        }
    };
    let date = format::weekday(js_sys::Date::now());
    let whole = move || {
        view! {
            <Working jobs=jobs.data() job_ended />
            <div class="today">
                <Card heading=words::SESSIONS>
                    <Loaded query=sessions let:list>
                        <Rows
                            rows=Signal::derive(move || in_order_of_time(between(list.get().sessions, 0, 1)))
                            empty=words::NO_SESSIONS
                            when=When::Time
                        />
                    </Loaded>
                </Card>
                <Card heading=results::DUE>
                    <Loaded query=due let:plans><DueList plans /></Loaded>
                </Card>
                <Card heading=words::TO_FINISH>
                    <Loaded query=sessions let:list>
                        <Rows
                            rows=Signal::derive(move || unfinished(before_tomorrow(list.get().sessions)))
                            empty=words::NOTHING_TO_FINISH
                            when=When::Date
                        />
                    </Loaded>
                </Card>
                <Card heading=words::NEXT_DAYS>
                    <Loaded query=sessions let:list>
                        <Rows
                            rows=Signal::derive(move || in_order_of_time(between(list.get().sessions, 1, NEXT_DAYS)))
                            empty=words::NO_NEXT
                            when=When::DayAndTime
                        />
                    </Loaded>
                </Card>
            </div>
        }
    };
    let reload = Callback::new(move |()| {
        anyone.reload();
        sessions.reload();
        due.reload();
    });
    view! {
        <PageHeader title=words::TITLE above=move || date.clone() actions />
        <div class="page-body">
            <AlertList />
            <ErrorNote error=refused />
            <Show when=move || new_here.get() fallback=whole>
                <Welcome reload />
            </Show>
        </div>
    }
}

/// The sessions from the beginning of one day to the beginning of another, counted from today.
fn between(mut rows: Vec<SessionSummary>, from_day: i32, until_day: i32) -> Vec<SessionSummary> {
    let days = format::midnight(from_day)..format::midnight(until_day);
    rows.retain(|row| days.contains(&row.at));
    rows
}

fn before_tomorrow(mut rows: Vec<SessionSummary>) -> Vec<SessionSummary> {
    let tomorrow = format::midnight(1);
    rows.retain(|row| row.at < tomorrow);
    rows
}

/// Begins a session without a client and goes there.
#[derive(Clone, Copy)]
struct Start {
    busy: RwSignal<bool>,
    run: Callback<()>,
}

fn use_start(api: Api, refused: RwSignal<Option<ApiError>>) -> Start {
    let busy = RwSignal::new(false);
    let navigate = use_navigate();
    let run = Callback::new(move |()| {
        let navigate = navigate.clone();
        busy.set(true);
        refused.set(None);
        spawn_local(async move {
            match api.call(StartQuickSession { client_id: None }).await {
                Ok(session) => navigate(&format!("/sessions/{}", session.id), Default::default()),
                Err(error) => {
                    let _ = refused.try_set(Some(error));
                }
            }
            let _ = busy.try_set(false);
        });
    });
    Start { busy, run }
}

/// How a row says when.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Time,
    Date,
    DayAndTime,
}

#[component]
fn Rows(#[prop(into)] rows: Signal<Vec<SessionSummary>>, empty: &'static str, when: When) -> impl IntoView {
    let count = Memo::new(move |_| rows.with(Vec::len));
    let shown = move || rows.get().into_iter().take(SHOWN).collect::<Vec<_>>();
    let more = move || {
        let hidden = count.get().saturating_sub(SHOWN);
        (hidden > 0).then(|| view! { <p class="quiet">{words::more(&format::number(hidden as f64))}</p> })
    };
    view! {
        <Show when=move || count.get() != 0 fallback=move || view! { <p class="quiet">{empty}</p> }>
            <ul class="rows">{move || with_now(shown(), when).collect_view()}</ul>
            {more}
        </Show>
    }
}

/// The rows, and in a day's list a line where the day has come to.
fn with_now(rows: Vec<SessionSummary>, when: When) -> impl Iterator<Item = AnyView> {
    let now = format::now();
    let here = (when == When::Time).then(|| place_of_now(&rows, now)).flatten();
    rows.into_iter().enumerate().map(move |(index, row)| {
        let line = (here == Some(index)).then(|| {
            view! { <li class="now"><span class="visually-hidden">{words::NOW} " "</span> {format::time(now)}</li> }
        });
        view! { {line} <Row row when /> }.into_any()
    })
}

/// Before which row the day has come to; nowhere before the first and after the last.
fn place_of_now(rows: &[SessionSummary], now: DateTime<Utc>) -> Option<usize> {
    rows.iter().position(|row| row.at > now).filter(|index| *index > 0)
}

#[component]
fn Row(row: SessionSummary, when: When) -> impl IntoView {
    let at = match when {
        When::Time => format::time(row.at),
        When::Date => format::day_month(row.at),
        When::DayAndTime => format::weekday_time(row.at),
    };
    let state = state_of(&row).map(|(tone, word)| view! { <Pill tone>{word}</Pill> });
    let about = match row.number {
        Some(number) => format!("{} · {}", sessions::number(number), sessions::kind(row.kind)),
        None => sessions::kind(row.kind).to_owned(),
    };
    let now = row.status == SessionStatus::InProgress;
    let name = row.client.map_or_else(|| sessions::UNASSIGNED.to_owned(), |(_, name)| name);
    view! {
        <li>
            <A href=format!("/sessions/{}", row.id) attr:class="row row-link">
                <span class="row-when" class:is-now=now>{at}</span>
                <span class="row-main"><span class="row-name">{name}</span> <span class="quiet">{about}</span></span>
                {state}
                <Icon name=IconName::Right />
            </A>
        </li>
    }
}

/// What a session still needs, the next thing first; `None` when its note is signed or nothing can be said.
fn state_of(row: &SessionSummary) -> Option<(Tone, &'static str)> {
    use SessionStatus::{Cancelled, NoShow, Requested, Rescheduled, Upcoming};
    match row.note_status {
        Some(NoteStatus::Signed | NoteStatus::Archived) => return Some((Tone::Good, words::NOTE_SIGNED)),
        Some(NoteStatus::Reviewed) => return Some((Tone::Warn, words::NOTE_TO_SIGN)),
        Some(NoteStatus::Draft) => return Some((Tone::Warn, words::NOTE_TO_REVIEW)),
        None => {}
    }
    match row.status {
        Cancelled | NoShow | Rescheduled | Requested => Some((Tone::Plain, sessions::status(row.status))),
        _ if row.client.is_none() => Some((Tone::Warn, words::CLIENT_MISSING)),
        _ if row.transcribed => Some((Tone::Warn, words::NOTE_TO_DRAFT)),
        _ if row.recorded => Some((Tone::Warn, words::TO_TRANSCRIBE)),
        _ if !row.may_record => Some((Tone::Plain, words::CONSENT_MISSING)),
        Upcoming => None,
        _ => Some((Tone::Plain, sessions::status(row.status))),
    }
}

/// Sessions with something made and not brought to a signed note, newest first as they came.
fn unfinished(rows: Vec<SessionSummary>) -> Vec<SessionSummary> {
    let begun = |row: &SessionSummary| row.recorded || row.transcribed || row.note_status.is_some();
    let open =
        |row: &SessionSummary| !matches!(row.note_status, Some(NoteStatus::Signed | NoteStatus::Archived));
    rows.into_iter().filter(|row| begun(row) && open(row)).collect()
}

fn in_order_of_time(mut rows: Vec<SessionSummary>) -> Vec<SessionSummary> {
    rows.sort_by_key(|row| row.at);
    rows
}

/// Jobs at work.
#[component]
fn Working(jobs: ReadSignal<Option<Vec<JobView>>>, job_ended: Callback<()>) -> impl IntoView {
    let running = Memo::new(move |_| {
        let running = |job: &JobView| job.state == JobState::Running;
        jobs.get()
            .unwrap_or_default()
            .into_iter()
            .filter(running)
            .map(|job| (job.id, job.kind, job.session_id))
            .collect::<Vec<_>>()
    });
    let row = move |(job_id, kind, session_id): (JobId, JobKind, Option<SessionId>)| {
        let api = use_api();
        let toasts = use_toasts();
        let job = use_job(move || Some(job_id), move |_| job_ended.run(()));
        let cancel = Callback::new(move |()| {
            spawn_local(async move {
                if let Err(error) = api.call(CancelJob { job_id }).await {
                    toasts.danger(error.message);
                }
            });
        });
        let link = session_id.map(|id| view! { <A href=format!("/sessions/{id}")>{words::OPEN_SESSION}</A> });
        view! { <li class="working"><JobProgress job label=words::job(kind) on_cancel=cancel />{link}</li> }
    };
    view! {
        <Show when=move || running.with(|jobs| !jobs.is_empty())>
            <Card heading=words::JOBS>
                <ul class="rows"><For each=move || running.get() key=|job| job.0 children=row /></ul>
            </Card>
        </Show>
    }
}

/// Nothing is here yet: how the first note comes about.
#[component]
fn Welcome(reload: Callback<()>) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let busy = RwSignal::new(false);
    let samples = move || {
        busy.set(true);
        spawn_local(async move {
            match api.call(AddSampleData {}).await {
                Ok(_) => {
                    toasts.good(words::SAMPLES_ADDED);
                    reload.run(());
                }
                Err(error) => toasts.danger(error.message),
            }
            let _ = busy.try_set(false);
        });
    };
    let step = |icon, label: &'static str, detail: &'static str| {
        view! {
            <li>
                <span class="welcome-icon"><Icon name=icon /></span>
                <span class="welcome-label">{label}</span>
                <span class="quiet">{detail}</span>
            </li>
        }
    };
    view! {
        <section class="card welcome">
            <h2>{words::WELCOME}</h2>
            <p class="quiet">{words::WELCOME_DETAIL}</p>
            <ol class="welcome-steps">
                {step(IconName::Clients, words::STEP_CLIENT, words::STEP_CLIENT_DETAIL)}
                {step(IconName::Consent, words::STEP_CONSENT, words::STEP_CONSENT_DETAIL)}
                {step(IconName::Import, words::STEP_IMPORT, words::STEP_IMPORT_DETAIL)}
                {step(IconName::Note, words::STEP_SIGN, words::STEP_SIGN_DETAIL)}
            </ol>
            <div class="actions">
                <Button busy on_press=samples>{words::SAMPLES}</Button>
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::sessions::SessionKind;

    fn row(recorded: bool, transcribed: bool, note_status: Option<NoteStatus>) -> SessionSummary {
        SessionSummary {
            id: SessionId(Default::default()),
            client: Some((contract::ClientId(Default::default()), "A".to_owned())),
            number: Some(1),
            kind: SessionKind::Individual,
            status: SessionStatus::Completed,
            at: Default::default(),
            recorded,
            transcribed,
            note_status,
            may_record: true,
        }
    }

    #[test]
    fn a_session_leaves_the_list_of_unfinished_only_when_its_note_is_signed() {
        let open = [
            row(true, false, None),
            row(true, true, None),
            row(true, true, Some(NoteStatus::Draft)),
            row(false, false, Some(NoteStatus::Reviewed)),
        ];
        assert_eq!(unfinished(open.to_vec()).len(), open.len(), "all of these wait for someone");
        let done = [
            row(true, true, Some(NoteStatus::Signed)),
            row(true, true, Some(NoteStatus::Archived)),
            row(false, false, None),
        ];
        assert!(unfinished(done.to_vec()).is_empty(), "nothing to do for these");
    }

    #[test]
    fn the_line_of_now_stands_between_what_was_and_what_comes() {
        let at = |seconds| DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        let rows: Vec<SessionSummary> = [10, 20, 30]
            .map(|seconds| SessionSummary { at: at(seconds), ..row(false, false, None) })
            .to_vec();
        let places = [5, 15, 25, 35].map(|now| place_of_now(&rows, at(now)));
        assert_eq!(places, [None, Some(1), Some(2), None], "nowhere before the first and after the last");
    }

    #[test]
    fn a_row_names_the_next_thing_it_needs() {
        let word = |row: &SessionSummary| state_of(row).map(|(_, word)| word);
        assert_eq!(word(&row(true, false, None)), Some(words::TO_TRANSCRIBE), "recorded");
        assert_eq!(word(&row(true, true, None)), Some(words::NOTE_TO_DRAFT), "transcribed");
        assert_eq!(word(&row(true, true, Some(NoteStatus::Signed))), Some(words::NOTE_SIGNED), "signed");
        let mut unknown = row(false, false, None);
        unknown.client = None;
        assert_eq!(word(&unknown), Some(words::CLIENT_MISSING), "a quick session");
        let mut refused = row(false, false, None);
        refused.may_record = false;
        assert_eq!(word(&refused), Some(words::CONSENT_MISSING), "no consent yet");
    }
}
