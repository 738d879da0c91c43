//! The left half of a session: first what is missing for a transcript, step by step, then the transcript.

use contract::consents::{ConsentScope, ConsentSubject};
use contract::jobs::{CancelJob, JobKind};
use contract::models::{ListModels, ModelKind, ModelView};
use contract::recordings::{FileSource, ImportRecording};
use contract::transcripts::StartTranscription;
use contract::{ApiError, ErrorCode};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use super::player::Recordings;
use super::transcript::TranscriptPane;
use crate::components::{
    Button, ButtonKind, Choice, Dialog, EmptyState, ErrorNote, IconName, JobProgress, LinkButton, Loaded,
    Notice, RadioCards, Select, Tone,
};
use crate::format;
use crate::pages::clients::ConsentRows;
use crate::state::{Api, Job, use_api, use_query};
use crate::strings::sessions as words;
use crate::transport::Purpose;

/// Which step the left half is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Consent,
    Import,
    Transcribe,
    Words,
}

/// The left half.
#[component]
pub fn WordsPane(desk: Desk) -> impl IntoView {
    let stage = Memo::new(move |_| {
        let working = desk.transcription.running();
        desk.view.with(|v| match (v.transcripts.is_empty(), v.recordings.is_empty()) {
            (false, _) => Stage::Words,
            _ if working => Stage::Words,
            (true, true) if !v.may_record => Stage::Consent,
            (true, true) => Stage::Import,
            (true, false) => Stage::Transcribe,
        })
    });
    // Kept here, above the step: consent withdrawn meanwhile takes the import's step away, and not what the core said.
    let import_refused = RwSignal::new(None::<ApiError>);
    Effect::new(move |consented: Option<bool>| {
        let now = desk.view.with(|view| view.may_record);
        if consented == Some(false) && now {
            import_refused.set(None);
        }
        now
    });
    let refused = Memo::new(move |_| (desk.failed(JobKind::Transcription), desk.failed(JobKind::Import)));
    view! {
        <div class="pane-jobs">
            <Working desk job=desk.import label=words::IMPORTING />
            <Working desk job=desk.transcription label=words::TRANSCRIBING />
            {move || {
                let (transcription, import) = refused.get();
                let busy = desk.transcription.running() || desk.import.running();
                (!busy).then(|| view! {
                    {transcription.map(|error| view! { <Failed desk error kind=JobKind::Transcription /> })}
                    {import.map(|error| view! { <Failed desk error kind=JobKind::Import /> })}
                })
            }}
            <ErrorNote error=import_refused />
        </div>
        {move || match stage.get() {
            Stage::Consent => view! { <AskConsent desk /> }.into_any(),
            Stage::Import => view! { <ImportStep desk trouble=import_refused /> }.into_any(),
            Stage::Transcribe => view! { <TranscribeStep desk /> }.into_any(),
            Stage::Words => view! { <TranscriptPane desk /> }.into_any(),
        }}
    }
}

/// A job at work for this session, with its end in sight and a way to stop it.
#[component]
fn Working(desk: Desk, job: Job, label: &'static str) -> impl IntoView {
    let api = use_api();
    let cancel = move || {
        let Some(job_id) = job.view_signal().get_untracked().map(|view| view.id) else { return };
        spawn_local(async move {
            // A job that has ended meanwhile cannot be stopped; its end is on the page already.
            let _ = api.call(CancelJob { job_id }).await;
            desk.session.reload();
        });
    };
    let running = Memo::new(move |_| job.running() || job.trouble().is_some());
    view! {
        <Show when=move || running.get()>
            <div class="pane-job"><JobProgress job label=label on_cancel=Callback::from(cancel) /></div>
        </Show>
    }
}

/// What went wrong last time, in the core's words, and another try.
#[component]
fn Failed(desk: Desk, error: ApiError, kind: JobKind) -> impl IntoView {
    let again = RwSignal::new(false);
    let heading = match kind {
        JobKind::Import => words::LAST_FAILED_IMPORT,
        _ => words::LAST_FAILED_TRANSCRIPTION,
    };
    let retry = kind == JobKind::Transcription && desk.view.with_untracked(|v| !v.recordings.is_empty());
    let actions = move || {
        retry.then(|| {
            view! {
                <Button
                    icon=IconName::Retry
                    on_press=move || again.set(true)
                    attr:data-testid="transcription-retry"
                >
                    {crate::strings::common::TRY_AGAIN}
                </Button>
            }
        })
    };
    view! {
        <Notice tone=Tone::Danger heading actions>{error.message}</Notice>
        <TranscribeDialog open=again desk />
    }
}

/// Consent first. Recording and analysis are two things to say yes to.
#[component]
fn AskConsent(desk: Desk) -> impl IntoView {
    view! {
        <div class="task">
            <h2>{words::ASK_CONSENT}</h2>
            <p class="quiet">{words::ASK_CONSENT_DETAIL}</p>
            <SessionConsents desk scopes=&[ConsentScope::Recording, ConsentScope::Analysis] />
        </div>
    }
}

/// Whom a session's consents are about: its client, or the session itself while it has none.
pub fn subject_of(desk: Desk) -> Signal<ConsentSubject> {
    Signal::derive(move || {
        desk.view.with(|v| match &v.client {
            Some(client) => ConsentSubject::Client(client.id),
            None => ConsentSubject::Session(v.id),
        })
    })
}

/// The consents that bear on this session.
#[component]
pub fn SessionConsents(desk: Desk, scopes: &'static [ConsentScope]) -> impl IntoView {
    let consents = Signal::derive(move || desk.view.with(|v| v.consents.clone()));
    view! { <ConsentRows subject=subject_of(desk) consents scopes on_change=move || desk.session.reload() /> }
}

/// Picks a file and imports it.
#[derive(Clone, Copy)]
pub struct ImportChoice {
    api: Api,
    desk: Desk,
    trouble: RwSignal<Option<ApiError>>,
    busy: RwSignal<bool>,
}

impl ImportChoice {
    /// For a session; refusals go to `trouble`.
    pub fn new(desk: Desk, trouble: RwSignal<Option<ApiError>>) -> Self {
        Self { api: use_api(), desk, trouble, busy: RwSignal::new(false) }
    }

    /// Shows the dialog and begins.
    pub fn run(self) {
        self.trouble.set(None);
        self.busy.set(true);
        spawn_local(async move {
            let begun = self.pick_and_import().await;
            let _ = self.busy.try_set(false);
            match begun {
                Ok(()) => self.desk.session.reload(),
                Err(refused) => {
                    // Consent may have been withdrawn since the page was opened: show how it stands.
                    if refused.code == ErrorCode::ConsentMissing {
                        self.desk.session.reload();
                    }
                    let _ = self.trouble.try_set(Some(refused));
                }
            }
        });
    }

    async fn pick_and_import(self) -> Result<(), ApiError> {
        if let Some(file) = self.api.pick_file(Purpose::Audio).await? {
            let source = FileSource::Picked(file.pick_id);
            self.api.call(ImportRecording { session_id: self.desk.session_id, source }).await?;
        }
        Ok(())
    }
}

#[component]
fn ImportStep(desk: Desk, trouble: RwSignal<Option<ApiError>>) -> impl IntoView {
    let import = ImportChoice::new(desk, trouble);
    let idle = Memo::new(move |_| !desk.import.running());
    view! {
        <Show when=move || idle.get()>
            <EmptyState icon=IconName::Import heading=words::IMPORT_HEADING detail=words::IMPORT_DETAIL>
                <Button
                    kind=ButtonKind::Primary
                    busy=import.busy
                    on_press=move || import.run()
                    attr:data-testid="recording-import"
                >
                    {words::IMPORT}
                </Button>
            </EmptyState>
        </Show>
    }
}

#[component]
fn TranscribeStep(desk: Desk) -> impl IntoView {
    let may = Memo::new(move |_| desk.view.with(|v| v.may_analyse));
    view! {
        <div class="task">
            <h2>{words::TRANSCRIBE_HEADING}</h2>
            <p class="quiet">{words::TRANSCRIBE_DETAIL}</p>
            <Show
                when=move || may.get()
                fallback=move || view! {
                    <Notice tone=Tone::Warn heading=words::NEEDS_ANALYSIS />
                    <SessionConsents desk scopes=&[ConsentScope::Analysis] />
                }
            >
                <TranscribeForm desk on_begun=Callback::new(|()| ()) />
            </Show>
        </div>
    }
}

/// The same once there is a transcript already.
#[component]
pub fn TranscribeDialog(open: RwSignal<bool>, desk: Desk) -> impl IntoView {
    let may = Memo::new(move |_| desk.view.with(|v| v.may_analyse));
    view! {
        <Dialog open title=words::TRANSCRIBE_AGAIN>
            <Show
                when=move || may.get()
                fallback=move || view! {
                    <Notice tone=Tone::Warn heading=words::NEEDS_ANALYSIS />
                    <SessionConsents desk scopes=&[ConsentScope::Analysis] />
                }
            >
                <TranscribeForm desk on_begun=Callback::new(move |()| open.set(false)) />
            </Show>
        </Dialog>
    }
}

/// Chooses a model, and a language where the model knows several, and begins.
#[component]
fn TranscribeForm(desk: Desk, on_begun: Callback<()>) -> impl IntoView {
    let models = use_query(|| ListModels {});
    view! {
        <Loaded query=models let:models>
            {move || {
                let installed: Vec<ModelView> = models
                    .get()
                    .into_iter()
                    .filter(|m| m.installed && matches!(m.kind, ModelKind::Speech | ModelKind::Demo))
                    .collect();
                match installed.is_empty() {
                    true => view! { <NoModel /> }.into_any(),
                    false => view! { <ModelChoice desk installed on_begun /> }.into_any(),
                }
            }}
        </Loaded>
    }
}

#[component]
fn NoModel() -> impl IntoView {
    view! {
        <EmptyState icon=IconName::Models heading=words::NO_MODEL detail=words::NO_MODEL_DETAIL>
            <LinkButton href="/practice/models" attr:data-testid="models-open">{words::OPEN_MODELS}</LinkButton>
        </EmptyState>
    }
}

#[component]
fn ModelChoice(desk: Desk, installed: Vec<ModelView>, on_begun: Callback<()>) -> impl IntoView {
    let api = use_api();
    let only_one = match installed.iter().filter(|m| m.kind == ModelKind::Speech).collect::<Vec<_>>()[..] {
        [one] => Some(one.id.clone()),
        _ => None,
    };
    let model = RwSignal::new(only_one);
    let language = RwSignal::new(None::<&'static str>);
    let trouble = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let choices: Vec<_> = installed.iter().map(model_choice).collect();
    let multilingual = Memo::new(move |_| {
        let id = model.get();
        installed.iter().any(|m| Some(&m.id) == id.as_ref() && m.multilingual)
    });
    let begin = move || {
        let Some(recording_id) = desk.recording.get_untracked().map(|r| r.id) else { return };
        let Some(model_id) = model.get_untracked() else {
            return trouble.set(Some(ApiError::invalid("model_id", words::MODEL_MISSING)));
        };
        let language = language.get_untracked().filter(|_| multilingual.get_untracked()).map(str::to_owned);
        trouble.set(None);
        busy.set(true);
        spawn_local(async move {
            let begun = api.call(StartTranscription { recording_id, model_id, language }).await;
            let _ = busy.try_set(false);
            match begun {
                Ok(_) => {
                    desk.session.reload();
                    let _ = on_begun.try_run(());
                }
                Err(refused) => {
                    if refused.code == ErrorCode::ConsentMissing {
                        desk.session.reload();
                    }
                    let _ = trouble.try_set(Some(refused));
                }
            }
        });
    };
    let working = Memo::new(move |_| desk.transcription.running());
    let of_model = |error: &ApiError| error.field.as_deref() == Some("model_id");
    let missing = Signal::derive(move || trouble.get().filter(of_model).map(|error| error.message));
    let other = Signal::derive(move || trouble.get().filter(|error| !of_model(error)));
    view! {
        <div class="stack">
            <Recordings desk />
            <RadioCards
                label=words::MODEL
                choices
                value=model
                error=missing
                on_change=move || trouble.set(None)
            />
            <Show when=move || multilingual.get()>
                <Select label=words::LANGUAGE choices=languages() value=language />
            </Show>
            <ErrorNote error=other />
            <div class="actions">
                <Button
                    kind=ButtonKind::Primary
                    busy=Signal::derive(move || busy.get() || working.get())
                    on_press=begin
                    attr:data-testid="transcription-start"
                >
                    {words::TRANSCRIBE}
                </Button>
            </div>
        </div>
    }
}

/// A model to choose. The demo model says what it is, wherever it is offered.
fn model_choice(model: &ModelView) -> Choice<String> {
    if model.kind == ModelKind::Demo {
        return Choice::new(model.id.clone(), words::DEMO_NAME).detail(words::DEMO_DETAIL);
    }
    let size = format::bytes(model.bytes);
    Choice::new(model.id.clone(), model.name.clone()).detail(format!("{} {size}", model.description))
}

fn languages() -> Vec<Choice<Option<&'static str>>> {
    let some = words::LANGUAGES.into_iter().map(|(tag, name)| Choice::new(Some(tag), name));
    std::iter::once(Choice::new(None, words::LANGUAGE_AUTO)).chain(some).collect()
}
