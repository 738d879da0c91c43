//! The head of a session: whose it is, how it stands, how far it has come, and the one thing to do next.

use contract::consents::ConsentScope;
use contract::notes::{ExportFormat, ExportNote, NoteStatus};
use contract::recordings::DeleteRecording;
use contract::sessions::{MoveSession, SessionStatus, SessionView};
use contract::transcripts::TranscriptStatus;
use contract::{ApiError, ErrorCode};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::complete::{self, CompleteDialog};
use super::desk::Desk;
use super::note::SignDialog;
use super::steps::{ImportChoice, SessionConsents, TranscribeDialog};
use crate::components::{
    Breadcrumb, Button, ButtonKind, Confirm, Crumb, Dialog, ErrorNote, IconName, Menu, MenuItem, PageHeader,
    Pill, Tone,
};
use crate::format;
use crate::pages::clients::client_path;
use crate::state::{use_api, use_toasts};
use crate::strings::clients as client_words;
use crate::strings::common;
use crate::strings::sessions as words;

/// The header of the page.
#[component]
pub fn SessionHeader(desk: Desk, keys_open: RwSignal<bool>) -> impl IntoView {
    let view = desk.view;
    let title = Signal::derive(move || view.with(|v| format::date_time(time_of(v))));
    let trouble = RwSignal::new(None::<ApiError>);
    let above = move || {
        let crumbs = Signal::derive(move || view.with(crumbs));
        let about = move || view.with(about);
        view! { <Breadcrumb steps=crumbs /> <span class="session-about">{about}</span> }
    };
    let consents = RwSignal::new(false);
    let actions = move || view! { <Actions desk keys_open consents trouble /> };
    view! {
        <PageHeader title window_title=words::SESSION above actions />
        <Trouble trouble consents />
        <Dialog open=consents title=words::CONSENTS_TITLE><SessionConsents desk scopes=&[] /></Dialog>
        <div class="session-stand"><Steps desk /><Pills desk /></div>
    }
}

/// Why the last step was refused; where consent is missing, the way to it.
#[component]
fn Trouble(trouble: RwSignal<Option<ApiError>>, consents: RwSignal<bool>) -> impl IntoView {
    let shown = Memo::new(move |_| trouble.with(Option::is_some));
    let of_consent =
        Memo::new(move |_| trouble.with(|t| t.as_ref().is_some_and(|t| t.code == ErrorCode::ConsentMissing)));
    view! {
        <Show when=move || shown.get()>
            <div class="session-trouble">
                <ErrorNote error=trouble />
                <Show when=move || of_consent.get()>
                    <Button on_press=move || consents.set(true)>{words::CONSENTS}</Button>
                </Show>
                <Button
                    kind=ButtonKind::Quiet
                    icon=IconName::Close
                    label=common::DISMISS
                    on_press=move || trouble.set(None)
                />
            </div>
        </Show>
    }
}

fn time_of(view: &SessionView) -> chrono::DateTime<chrono::Utc> {
    view.started_at.or(view.details.scheduled_start).unwrap_or(view.created_at)
}

fn crumbs(view: &SessionView) -> Vec<Crumb> {
    let all = Crumb::new(client_words::TITLE, "/clients");
    match &view.client {
        Some(client) => vec![all, Crumb::new(client.display_name.clone(), client_path(client.id))],
        None => vec![all],
    }
}

fn about(view: &SessionView) -> String {
    let kind = words::kind(view.details.kind);
    match view.number {
        Some(number) => format!("{} · {kind}", words::number(number)),
        None => kind.to_owned(),
    }
}

/// Consent, coverage, and a warning where the words are the demo model's.
#[component]
fn Pills(desk: Desk) -> impl IntoView {
    let view = desk.view;
    let consent = Memo::new(move |_| {
        view.with(|v| {
            let found = v.consents.iter().find(|c| c.in_force && c.scope == ConsentScope::Recording);
            (v.may_record, found.map(|c| c.version), v.may_analyse)
        })
    });
    let consent_pill = move || match consent.get() {
        (true, version, _) => {
            let told = words::consent_pill(version.unwrap_or(1));
            view! { <Pill tone=Tone::Good attr:data-testid="session-consent">{told}</Pill> }.into_any()
        }
        (false, ..) => {
            view! { <Pill tone=Tone::Warn attr:data-testid="session-consent">{words::CONSENT_MISSING}</Pill> }
                .into_any()
        }
    };
    let analysis_pill = move || {
        let (record, _, analyse) = consent.get();
        (record && !analyse).then(|| view! { <Pill tone=Tone::Warn>{words::ANALYSIS_MISSING}</Pill> })
    };
    let coverage = Memo::new(move |_| {
        let ended = |status| matches!(status, TranscriptStatus::Completed | TranscriptStatus::Failed);
        let summary = desk.words.summary.get().filter(|s| ended(s.status) && s.covered_ms > 0)?;
        let gaps = desk.view.with(|v| {
            v.recordings.iter().find(|r| r.id == summary.recording_id).map_or(0, |recording| recording.gaps)
        });
        let told =
            words::coverage(&format::clock(summary.covered_ms), &format::clock(summary.duration_ms), gaps);
        let whole = summary.status == TranscriptStatus::Completed && gaps == 0;
        Some((told, if whole { Tone::Plain } else { Tone::Warn }))
    });
    let demo = Memo::new(move |_| desk.words.summary.with(|s| s.as_ref().is_some_and(|s| s.demo_model)));
    view! {
        <span class="session-pills">
            // They stand at the right edge: what comes later comes on the left and moves nothing.
            {move || coverage.get().map(|(told, tone)| view! {
                <Pill tone attr:data-testid="session-coverage">{told}</Pill>
            })}
            <Show when=move || demo.get()>
                <Pill tone=Tone::Warn attr:data-testid="session-demo">{words::DEMO_PILL}</Pill>
            </Show>
            {analysis_pill}
            {consent_pill}
        </span>
    }
}

#[component]
fn Actions(
    desk: Desk,
    keys_open: RwSignal<bool>,
    consents: RwSignal<bool>,
    trouble: RwSignal<Option<ApiError>>,
) -> impl IntoView {
    let signing = RwSignal::new(false);
    let has_note = Memo::new(move |_| desk.note.note.with(Option::is_some));
    let open_note = Memo::new(move |_| has_note.get() && desk.note.editable());
    let completable =
        Memo::new(move |_| desk.view.with(|view| complete::may_complete(view) && complete::took_place(view)));
    view! {
        <StatusMenu desk trouble />
        <Show when=move || completable.get()>
            <Button on_press=move || desk.completing.set(true) attr:data-testid="session-complete">
                {words::COMPLETE}
            </Button>
        </Show>
        <MoreMenu desk keys_open consents trouble />
        <Show when=move || has_note.get()><ExportMenu desk trouble /></Show>
        <Show when=move || open_note.get()>
            <Button
                kind=ButtonKind::Primary
                busy=desk.note.busy
                on_press=move || {
                    desk.note.finish_edit();
                    signing.set(true);
                }
                attr:data-testid="note-sign"
            >
                {words::SIGN}
            </Button>
        </Show>
        <SignDialog open=signing desk />
        <CompleteDialog desk />
    }
}

/// How the session stands, and where it may go from here.
#[component]
fn StatusMenu(desk: Desk, trouble: RwSignal<Option<ApiError>>) -> impl IntoView {
    let api = use_api();
    let stand = Memo::new(move |_| desk.view.with(|v| (v.status, v.moves.clone())));
    let go = move |to: SessionStatus| {
        let session_id = desk.session_id;
        spawn_local(async move {
            match api.call(MoveSession { session_id, to, at: None }).await {
                Ok(view) => {
                    let _ = trouble.try_set(None);
                    desk.session.set(view);
                }
                Err(refused) => {
                    let _ = trouble.try_set(Some(refused));
                }
            }
        });
    };
    move || {
        let (status, moves) = stand.get();
        if moves.is_empty() {
            let tone = super::status_tone(status);
            return view! { <Pill tone attr:data-testid="session-status">{words::status(status)}</Pill> }
                .into_any();
        }
        let items: Vec<MenuItem> =
            moves.into_iter().map(|to| MenuItem::new(words::move_to(to), move || go(to))).collect();
        let label = words::status_menu(words::status(status));
        view! { <Menu label items attr:data-testid="session-status" /> }.into_any()
    }
}

/// What is needed seldom.
#[component]
fn MoreMenu(
    desk: Desk,
    keys_open: RwSignal<bool>,
    consents: RwSignal<bool>,
    trouble: RwSignal<Option<ApiError>>,
) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let deleting = RwSignal::new(false);
    let transcribing = RwSignal::new(false);
    let import = ImportChoice::new(desk, trouble);
    let items = Signal::derive(move || {
        let mut items = Vec::new();
        let (recorded, may_record, transcribed) =
            desk.view.with(|v| (!v.recordings.is_empty(), v.may_record, !v.transcripts.is_empty()));
        if transcribed && recorded {
            let again = MenuItem::new(words::TRANSCRIBE_AGAIN, move || transcribing.set(true));
            items.push(again.icon(IconName::Retry));
        }
        if recorded && may_record {
            items.push(MenuItem::new(words::IMPORT_ANOTHER, move || import.run()).icon(IconName::Import));
        }
        if recorded {
            items.push(
                MenuItem::new(words::DELETE_RECORDING, move || deleting.set(true)).icon(IconName::Trash),
            );
        }
        items.push(MenuItem::new(words::CONSENTS, move || consents.set(true)).icon(IconName::Consent));
        items.push(MenuItem::new(words::KEYBOARD, move || keys_open.set(true)).icon(IconName::Key));
        items
    });
    let delete = move || {
        let Some(recording_id) = desk.recording.get_untracked().map(|r| r.id) else { return };
        desk.player.pause();
        spawn_local(async move {
            match api.call(DeleteRecording { recording_id }).await {
                Ok(_) => {
                    toasts.good(words::RECORDING_DELETED);
                    desk.session.reload();
                }
                Err(refused) => {
                    let _ = trouble.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <Menu label=words::MORE icon=IconName::More icon_only=true items attr:data-testid="session-more" />
        <Confirm
            open=deleting
            title=words::DELETE_RECORDING
            detail=words::DELETE_RECORDING_DETAIL
            action=words::DELETE_RECORDING
            danger=true
            on_confirm=delete
        />
        <TranscribeDialog open=transcribing desk />
    }
}

/// The ways a note leaves the vault.
#[component]
fn ExportMenu(desk: Desk, trouble: RwSignal<Option<ApiError>>) -> impl IntoView {
    let toasts = use_toasts();
    let export = move |format: ExportFormat| {
        let _ = trouble.try_set(None);
        desk.note.after_saving(async move |api, note| {
            let file = api.call(ExportNote { note_id: note.id, format }).await?;
            if api.save_file(file).await? {
                toasts.good(words::EXPORTED);
            }
            Ok(None)
        });
    };
    let item = move |name: &'static str, format| MenuItem::new(name, move || export(format));
    let items = vec![
        item(words::EXPORT_PDF, ExportFormat::Pdf).test("export-pdf"),
        item(words::EXPORT_MARKDOWN, ExportFormat::Markdown).test("export-markdown"),
        item(words::EXPORT_JSON, ExportFormat::Json).test("export-json"),
    ];
    view! { <Menu label=words::EXPORT items attr:data-testid="note-export" /> }
}

/// How far one step of a session has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Open,
    /// There is consent to recording and none to analysis.
    Partly,
    Done,
}

impl Stage {
    const fn of(done: bool) -> Self {
        if done { Self::Done } else { Self::Open }
    }
}

/// How far the session has come.
#[component]
fn Steps(desk: Desk) -> impl IntoView {
    let done = Memo::new(move |_| {
        desk.view.with(|v| {
            let transcribed = v.transcripts.iter().any(|t| t.status == TranscriptStatus::Completed);
            let status =
                desk.note.note.with(|n| n.as_ref().map(|n| n.status)).or(v.note.map(|(_, status)| status));
            let signed = matches!(status, Some(NoteStatus::Signed | NoteStatus::Archived));
            let consent = match (v.may_record, v.may_analyse) {
                (true, true) => Stage::Done,
                (true, false) => Stage::Partly,
                (false, _) => Stage::Open,
            };
            let rest = [!v.recordings.is_empty(), transcribed, status.is_some(), signed].map(Stage::of);
            [consent, rest[0], rest[1], rest[2], rest[3]]
        })
    });
    let names = [
        words::STEP_CONSENT,
        words::STEP_RECORDING,
        words::STEP_TRANSCRIPT,
        words::STEP_NOTE,
        words::STEP_SIGNED,
    ];
    let steps = move || {
        let done = done.get();
        let next = done.iter().position(|stage| *stage == Stage::Open);
        let step = |(index, name): (usize, &'static str)| {
            let (class, spoken) = match (done[index], next == Some(index)) {
                (Stage::Done, _) => ("stage is-done", words::STEP_DONE),
                (Stage::Partly, _) => ("stage is-partly", words::STEP_PARTLY),
                (Stage::Open, true) => ("stage is-next", words::STEP_NOW),
                (Stage::Open, false) => ("stage", ""),
            };
            view! {
                <li class=class aria-current=(next == Some(index)).then_some("step")>
                    <span class="stage-dot" aria-hidden="true"></span>
                    {name}
                    <span class="visually-hidden">{format!(" {spoken}")}</span>
                </li>
            }
        };
        names.into_iter().enumerate().map(step).collect_view()
    };
    let signed = Memo::new(move |_| done.get()[4] == Stage::Done);
    view! {
        <Show when=move || !signed.get()>
            <ol class="stages" aria-label=words::STEPS>{steps}</ol>
        </Show>
    }
}
