//! Speech models: what this computer has, what is known, and adding one from a file.

use contract::jobs::{CancelJob, JobKind, JobState, JobView, ListJobs};
use contract::models::{AddModel, ListModels, ModelKind, ModelView, RemoveModel};
use contract::recordings::{FileSource, PickedFile};
use contract::{ApiError, ErrorCode, JobId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::{
    Button, ButtonKind, Card, Confirm, EmptyState, ErrorNote, IconName, JobProgress, Loaded, PageHeader,
    Pill, Tone,
};
use crate::format;
use crate::state::{Api, Query, Toasts, use_api, use_job, use_query, use_toasts};
use crate::strings::models as words;
use crate::transport::Purpose;

/// The models page.
#[component]
pub fn ModelsPage() -> impl IntoView {
    let models = use_query(|| ListModels {});
    let adding = use_adding(models);
    let actions = move || {
        view! {
            <Button kind=ButtonKind::Primary icon=IconName::Plus busy=adding.busy on_press=move || adding.pick()>
                {words::ADD}
            </Button>
        }
    };
    let unlisted = RwSignal::new(false);
    Effect::new(move |_| unlisted.set(adding.unlisted.with(Option::is_some)));
    view! {
        <PageHeader title=words::TITLE actions />
        <div class="page-body page-narrow">
            <p class="lead">{words::INTRO}</p>
            <AddingProgress adding />
            <Loaded query=models let:all>
                <Installed models all />
                <Catalogue all />
            </Loaded>
        </div>
        <Confirm
            open=unlisted
            title=words::UNLISTED_TITLE
            detail=words::UNLISTED_DETAIL
            action=words::TAKE_IT
            on_confirm=move || adding.take_unlisted()
        />
    }
}

/// Adding a model from a file: the job, and what stood in its way.
#[derive(Clone, Copy)]
struct Adding {
    api: Api,
    toasts: Toasts,
    models: Query<Vec<ModelView>>,
    busy: RwSignal<bool>,
    job_id: RwSignal<Option<JobId>>,
    picked: RwSignal<Option<PickedFile>>,
    /// The file is well formed and not in the catalogue: a person has to say that they want it.
    unlisted: RwSignal<Option<PickedFile>>,
    refused: RwSignal<Option<ApiError>>,
}

fn use_adding(models: Query<Vec<ModelView>>) -> Adding {
    let adding = Adding {
        api: use_api(),
        toasts: use_toasts(),
        models,
        busy: RwSignal::new(false),
        job_id: RwSignal::new(None),
        picked: RwSignal::new(None),
        unlisted: RwSignal::new(None),
        refused: RwSignal::new(None),
    };
    // A page opened while a model is being added shows where that stands.
    spawn_local(async move {
        if let Ok(jobs) = adding.api.call(ListJobs::default()).await {
            let running =
                |job: &&JobView| job.kind == JobKind::ModelInstall && job.state == JobState::Running;
            let _ = adding.job_id.try_set(jobs.iter().find(running).map(|job| job.id));
        }
    });
    adding
}

impl Adding {
    fn pick(self) {
        if self.busy.get_untracked() || self.job_id.with_untracked(Option::is_some) {
            return;
        }
        self.refused.set(None);
        self.busy.set(true);
        spawn_local(async move {
            match self.api.pick_file(Purpose::Model).await {
                Ok(Some(file)) => self.start(file, false).await,
                Ok(None) => {}
                Err(error) => {
                    let _ = self.refused.try_set(Some(error));
                }
            }
            let _ = self.busy.try_set(false);
        });
    }

    async fn start(self, file: PickedFile, allow_unlisted: bool) {
        let _ = self.picked.try_set(Some(file.clone()));
        let source = FileSource::Picked(file.pick_id);
        match self.api.call(AddModel { source, allow_unlisted }).await {
            Ok(job_id) => {
                let _ = self.job_id.try_set(Some(job_id));
            }
            Err(error) => self.failed(error, allow_unlisted),
        }
    }

    /// A file that only the catalogue stands against can still be taken knowingly.
    fn failed(self, error: ApiError, allowed: bool) {
        let about_listing =
            error.code == ErrorCode::ModelUnusable && error.field.as_deref() == Some("allow_unlisted");
        if about_listing && !allowed {
            let _ = self.unlisted.try_set(self.picked.try_get_untracked().flatten());
        } else {
            let _ = self.refused.try_set(Some(error));
        }
    }

    fn take_unlisted(self) {
        if let Some(file) = self.unlisted.get_untracked() {
            self.unlisted.set(None);
            spawn_local(self.start(file, true));
        }
    }

    fn cancel(self) {
        if let Some(job_id) = self.job_id.get_untracked() {
            spawn_local(async move {
                if let Err(error) = self.api.call(CancelJob { job_id }).await {
                    let _ = self.refused.try_set(Some(error));
                }
            });
        }
    }
}

impl Adding {
    /// The job has ended: the list is read afresh, and what went wrong is said on the page.
    fn ended(self, job: JobView) {
        let _ = self.job_id.try_set(None);
        match job.state {
            JobState::Finished { .. } => self.toasts.good(words::ADDED),
            JobState::Failed { error } => self.failed(error, false),
            JobState::Cancelled => self.toasts.good(words::STOPPED),
            JobState::Running => {}
        }
        self.models.reload();
    }
}

#[component]
fn AddingProgress(adding: Adding) -> impl IntoView {
    let job = use_job(move || adding.job_id.get(), move |end| adding.ended(end));
    let working = Memo::new(move |_| adding.job_id.with(Option::is_some));
    let label = Signal::derive(move || match adding.picked.get() {
        Some(file) => format!("{} · {}", words::ADDING, file.name),
        None => words::ADDING.to_owned(),
    });
    view! {
        <Show when=move || working.get()>
            <Card><JobProgress job label on_cancel=Callback::new(move |()| adding.cancel()) /></Card>
        </Show>
        <ErrorNote error=adding.refused />
    }
}

/// What this computer has.
#[component]
fn Installed(models: Query<Vec<ModelView>>, #[prop(into)] all: Signal<Vec<ModelView>>) -> impl IntoView {
    let installed = move || all.get().into_iter().filter(|model| model.installed).collect::<Vec<_>>();
    let has = move |kind: ModelKind| all.with(|all| all.iter().any(|m| m.installed && m.kind == kind));
    let missing = Memo::new(move |_| match (has(ModelKind::Speech), has(ModelKind::Demo)) {
        (true, _) => None,
        (false, true) => Some((words::ONLY_DEMO, words::ONLY_DEMO_DETAIL)),
        (false, false) => Some((words::NONE_INSTALLED, words::NONE_INSTALLED_DETAIL)),
    });
    view! {
        <Card heading=words::INSTALLED>
            {move || missing.get().map(|(heading, detail)| view! {
                <EmptyState icon=IconName::Models heading detail />
            })}
            <ul class="rows">
                <For each=installed key=|model| model.id.clone() let:model>
                    <InstalledRow models model />
                </For>
            </ul>
        </Card>
    }
}

#[component]
fn InstalledRow(models: Query<Vec<ModelView>>, model: ModelView) -> impl IntoView {
    let api = use_api();
    let toasts = use_toasts();
    let asking = RwSignal::new(false);
    let id = model.id.clone();
    let remove = move || {
        let model_id = id.clone();
        spawn_local(async move {
            match api.call(RemoveModel { model_id }).await {
                Ok(_) => toasts.good(words::REMOVED),
                Err(error) => toasts.danger(error.message),
            }
            models.reload();
        });
    };
    let demo = model.kind == ModelKind::Demo;
    let name = model.name.clone();
    view! {
        <li class="row">
            <div class="row-main">
                <p class="row-title"><strong>{model.name}</strong> <Kind kind=model.kind listed=model.listed /></p>
                <p class="quiet">{if demo { words::DEMO_WARNING.to_owned() } else { model.description }}</p>
            </div>
            <span class="quiet nowrap">{format::bytes(model.bytes)}</span>
            <Button
                kind=ButtonKind::Quiet
                icon=IconName::Trash
                label=words::remove(&name)
                on_press=move || asking.set(true)
            />
            <Confirm
                open=asking
                title=words::REMOVE_TITLE
                detail=words::REMOVE_DETAIL
                action=words::REMOVE
                danger=true
                on_confirm=remove
            />
        </li>
    }
}

/// What kind of model, where it is not the usual one.
#[component]
fn Kind(kind: ModelKind, listed: bool) -> impl IntoView {
    let kind = match kind {
        ModelKind::Demo => view! { <Pill tone=Tone::Warn>{words::DEMO}</Pill> }.into_any(),
        ModelKind::VoiceActivity => view! { <Pill>{words::VOICE}</Pill> }.into_any(),
        ModelKind::Speech => ().into_any(),
    };
    view! { {kind} {(!listed).then(|| view! { <Pill tone=Tone::Warn>{words::UNLISTED}</Pill> })} }
}

/// What is known and could be added.
#[component]
fn Catalogue(#[prop(into)] all: Signal<Vec<ModelView>>) -> impl IntoView {
    let missing =
        move || all.get().into_iter().filter(|model| !model.installed && model.listed).collect::<Vec<_>>();
    let any = Memo::new(move |_| all.with(|all| all.iter().any(|model| !model.installed && model.listed)));
    let row = |model: ModelView| {
        let languages = if model.multilingual { words::MULTILINGUAL } else { words::ENGLISH };
        view! {
            <li class="row row-tall">
                <div class="row-main">
                    <p class="row-title"><strong>{model.name}</strong> <Kind kind=model.kind listed=model.listed /></p>
                    <p class="quiet">{model.description}</p>
                    <details>
                        <summary>{words::SHOW_DETAILS}</summary>
                        <dl class="facts">
                            <div><dt>{words::LANGUAGES}</dt><dd>{languages}</dd></div>
                            <div><dt>{words::FINGERPRINT}</dt><dd><code>{model.sha256}</code></dd></div>
                        </dl>
                    </details>
                </div>
                <span class="quiet nowrap">{format::bytes(model.bytes)}</span>
            </li>
        }
    };
    view! {
        <Show when=move || any.get()>
            <Card heading=words::CATALOGUE>
                <p class="quiet">{words::CATALOGUE_DETAIL}</p>
                <ul class="rows">
                    <For each=missing key=|model| model.id.clone() children=row />
                </ul>
            </Card>
        </Show>
    }
}
