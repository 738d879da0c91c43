use std::path::PathBuf;
use std::sync::Arc;

use contract::jobs::{JobKind, JobResult, JobUnit};
use contract::models::{AddModel, ListModels, ModelKind, ModelView, RemoveModel};
use contract::{ApiError, Done, ErrorCode, JobId};
use speech::catalogue::{self, CatalogueEntry, Languages};
use speech::{Identity, InstalledModel, InstalledState, ModelError, Unlisted};

use crate::errors::{from_io, internal};
use crate::jobs::Job;
use crate::picks::SourceFile;
use crate::{App, Cx, Handle};

fn kind(kind: speech::ModelKind) -> ModelKind {
    match kind {
        speech::ModelKind::Speech => ModelKind::Speech,
        speech::ModelKind::VoiceActivity => ModelKind::VoiceActivity,
        speech::ModelKind::Demo => ModelKind::Demo,
    }
}

fn describe(entry: &CatalogueEntry) -> String {
    let what = match entry.kind {
        speech::ModelKind::Demo => {
            return "Demo model: 259 words, synthetic voices. For trying Attune out with the sample sessions. Real speech \
                    becomes confident nonsense."
                .to_owned();
        }
        speech::ModelKind::VoiceActivity => {
            "Finds where someone speaks; makes transcription faster and steadier."
        }
        speech::ModelKind::Speech if entry.languages == Languages::Multilingual => {
            "Understands about a hundred languages."
        }
        speech::ModelKind::Speech => "Understands English.",
    };
    let memory = entry.memory_bytes.div_ceil(1_000_000);
    format!("{what} Needs about {memory} MB of memory.")
}

fn listed(entry: &'static CatalogueEntry, installed: bool) -> ModelView {
    ModelView {
        id: entry.id.to_owned(),
        name: entry.title.to_owned(),
        description: describe(entry),
        kind: kind(entry.kind),
        bytes: entry.size.bytes(),
        sha256: entry.sha256.to_owned(),
        multilingual: entry.languages == Languages::Multilingual,
        installed,
        listed: true,
    }
}

/// The id a front knows an installed model by.
fn id_of(model: &InstalledModel) -> String {
    match &model.identity {
        Identity::Listed(entry) => entry.id.to_owned(),
        Identity::Unlisted { .. } => format!("sha256:{}", model.file.sha256),
    }
}

fn from_model(error: ModelError) -> ApiError {
    let message = match error {
        ModelError::Io(error) => return from_io(error),
        ModelError::Cancelled => {
            return ApiError::new(ErrorCode::Cancelled, "Adding the model was stopped. Nothing was added.");
        }
        ModelError::Unlisted { .. } => {
            return ApiError {
                field: Some("allow_unlisted".to_owned()),
                ..ApiError::new(
                    ErrorCode::ModelUnusable,
                    "This file is none of the models Attune knows, or it was not copied completely. Nothing was added. If \
                     it is a model of your own that you trust, add it as unlisted.",
                )
            };
        }
        other => format!(
            "{}. Nothing was added. Copy the file again from where it is published.",
            sentence(&other)
        ),
    };
    ApiError::new(ErrorCode::ModelUnusable, message)
}

fn sentence(error: &ModelError) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A model that is ready to be used, with its name.
pub(super) struct ReadyModel {
    pub(super) file: speech::ModelFile,
    pub(super) name: String,
    pub(super) demo: bool,
    pub(super) multilingual: bool,
}

impl App {
    fn installed_models(&self) -> Result<Vec<InstalledModel>, ApiError> {
        catalogue::installed(&self.files.models()).map_err(from_model)
    }

    /// The demo model's file as it came with the program.
    pub(super) fn bundled_demo_model(&self) -> Option<PathBuf> {
        let demo = catalogue::entries().iter().find(|entry| entry.kind == speech::ModelKind::Demo)?;
        let path = self.config().samples_dir.as_ref()?.join(demo.file_name);
        path.is_file().then_some(path)
    }

    /// The installed model of this id. The demo model counts as installed where it came with the program; it is used only
    /// when it is named.
    pub(super) fn ready_model(&self, id: &str) -> Result<ReadyModel, ApiError> {
        let found = self.installed_models()?.into_iter().find(|model| id_of(model) == id);
        if let Some(model) = found {
            let (name, multilingual) = match &model.identity {
                Identity::Listed(entry) => {
                    (entry.title.to_owned(), entry.languages == Languages::Multilingual)
                }
                Identity::Unlisted { label, .. } => (label.clone(), true),
            };
            let demo = model.kind() == speech::ModelKind::Demo;
            return Ok(ReadyModel { file: model.file, name, demo, multilingual });
        }
        let entry = catalogue::find(id);
        if let (Some(entry), Some(path)) =
            (entry.filter(|e| e.kind == speech::ModelKind::Demo), self.bundled_demo_model())
        {
            let file = speech::ModelFile { path, sha256: entry.sha256.to_owned() };
            return Ok(ReadyModel { file, name: entry.title.to_owned(), demo: true, multilingual: false });
        }
        Err(ApiError {
            field: Some("model_id".to_owned()),
            ..ApiError::new(
                ErrorCode::ModelUnusable,
                "This speech model is not on this device. Add it under Practice › Speech models.",
            )
        })
    }

    /// The voice-activity model, if it is installed.
    pub(super) fn voice_activity_model(&self) -> Result<Option<speech::ModelFile>, ApiError> {
        let models = self.installed_models()?;
        Ok(models
            .into_iter()
            .find(|model| model.kind() == speech::ModelKind::VoiceActivity)
            .map(|model| model.file))
    }
}

impl Handle<ListModels> for App {
    async fn handle(&self, _: &mut Cx<'_, ListModels>, _: ListModels) -> Result<Vec<ModelView>, ApiError> {
        let installed = self.installed_models()?;
        let usable: Vec<_> =
            installed.iter().filter(|model| model.state == InstalledState::Verified).map(id_of).collect();
        let mut views: Vec<_> = catalogue::entries()
            .iter()
            .map(|entry| {
                let bundled = entry.kind == speech::ModelKind::Demo && self.bundled_demo_model().is_some();
                listed(entry, bundled || usable.iter().any(|id| id == entry.id))
            })
            .collect();
        views.extend(installed.iter().filter_map(|model| match &model.identity {
            Identity::Listed(_) => None,
            Identity::Unlisted { label, .. } => Some(ModelView {
                id: id_of(model),
                name: label.clone(),
                description: "Added from a file that the catalogue does not know.".to_owned(),
                kind: ModelKind::Speech,
                bytes: model.bytes,
                sha256: model.file.sha256.clone(),
                multilingual: true,
                installed: model.state == InstalledState::Verified,
                listed: false,
            }),
        }));
        Ok(views)
    }
}

impl Handle<AddModel> for App {
    async fn handle(&self, cx: &mut Cx<'_, AddModel>, command: AddModel) -> Result<JobId, ApiError> {
        let source = self.source_file(cx.front, &command.source)?;
        let unlisted = if command.allow_unlisted { Unlisted::Allow } else { Unlisted::Refuse };
        let job = self.register_job(JobKind::ModelInstall, None, JobUnit::Bytes);
        let id = job.id();
        cx.about(id.0);
        cx.after_commit(move |app| {
            let app_picks = app.clone();
            let work = install(app.clone(), job.clone(), source, unlisted);
            let picked = command.source;
            let work = async move {
                let result = work.await;
                // After a refusal the person may say yes to an unlisted model without choosing the file again.
                if result.is_ok() {
                    app_picks.picks().forget(&picked);
                }
                result
            };
            app.start_job(job, None, work);
        });
        Ok(id)
    }
}

async fn install(
    app: Arc<App>,
    job: Arc<Job>,
    source: SourceFile,
    unlisted: Unlisted,
) -> Result<JobResult, ApiError> {
    let models = app.files.models();
    tokio::task::spawn_blocking(move || {
        // A model picked in a browser is in memory; models hold no client data, so a passing copy on disk is harmless.
        let passing = match &source {
            SourceFile::Path(_) => None,
            SourceFile::Bytes { bytes, .. } => {
                std::fs::create_dir_all(&models).map_err(from_io)?;
                let path = models.join(format!(".picked-{}", job.id()));
                std::fs::write(&path, bytes).map_err(from_io)?;
                Some(path)
            }
        };
        let path = match (&source, &passing) {
            (SourceFile::Path(path), _) => path.clone(),
            (_, Some(path)) => path.clone(),
            (SourceFile::Bytes { .. }, None) => return Err(internal(&std::io::Error::other("no copy"))),
        };
        let result = catalogue::install_from_file(
            &path,
            &models,
            unlisted,
            &mut |progress| job.progress(progress.done_bytes, Some(progress.total_bytes)),
            &job.speech_cancel,
        );
        if let Some(path) = passing {
            std::fs::remove_file(path).map_err(from_io)?;
        }
        result.map(|model| JobResult::Model(id_of(&model))).map_err(from_model)
    })
    .await
    .map_err(|error| internal(&error))?
}

impl Handle<RemoveModel> for App {
    async fn handle(&self, _: &mut Cx<'_, RemoveModel>, command: RemoveModel) -> Result<Done, ApiError> {
        let model = self.installed_models()?.into_iter().find(|model| id_of(model) == command.model_id);
        let Some(model) = model else {
            return Err(ApiError::invalid("model_id", "This model is not among those added to this device."));
        };
        speech::catalogue::remove(&model).map_err(from_model)?;
        Ok(Done {})
    }
}
