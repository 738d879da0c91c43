//! `attunectl model`: speech models on this device.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Subcommand;
use contract::jobs::JobResult;
use contract::models::{AddModel, ListModels, ModelView, RemoveModel};
use contract::recordings::FileSource;

use crate::context::{Context, Core, path_text};
use crate::exit::{Exit, Failure};
use crate::job::follow;
use crate::output::word;

#[derive(Subcommand)]
pub(crate) enum ModelCommand {
    /// List the models the program knows and what is installed.
    List,
    /// Install a model from its file. The file's hash decides which one it is.
    Add {
        /// The model's file.
        file: PathBuf,
        /// Take a well-formed model that the program does not know.
        #[arg(long)]
        allow_unlisted: bool,
    },
    /// Remove a model's file from this device.
    Remove {
        /// The model's id, as `model list` shows it.
        model: String,
    },
}

pub(crate) async fn run(context: &Context, command: ModelCommand) -> Result<Exit, Failure> {
    context
        .with_vault(async |core| match command {
            ModelCommand::List => {
                let models = core.run(ListModels {}).await?;
                context.output.show(&models, |models| table(models))
            }
            ModelCommand::Add { file, allow_unlisted } => {
                let model = add(core, path_text(&file)?, allow_unlisted).await?;
                context.output.show(&model, |model| format!("Installed: {} ({}).", model.name, model.id))
            }
            ModelCommand::Remove { model } => {
                let done = core.run(RemoveModel { model_id: model }).await?;
                context.output.show(&done, |_| "The model's file is removed.".to_owned())
            }
        })
        .await
}

/// Installs a model and gives its description.
pub(crate) async fn add(core: &Core, path: String, allow_unlisted: bool) -> Result<ModelView, Failure> {
    let job = core.run(AddModel { source: FileSource::Path(path), allow_unlisted }).await?;
    let JobResult::Model(id) = follow(core, job, "Installing the model").await? else {
        return Err(Failure::internal("The installation ended without a model."));
    };
    let models = core.run(ListModels {}).await?;
    let model = models.into_iter().find(|model| model.id == id);
    model.ok_or_else(|| Failure::internal("The model was installed and is not listed."))
}

fn table(models: &[ModelView]) -> String {
    let mut text = String::new();
    for model in models {
        let mark = if model.installed { "installed" } else { "" };
        let kind = word(&model.kind);
        let _ = writeln!(
            text,
            "{:<22} {mark:<10} {:>6} MB  {kind:<15} {}",
            model.id,
            model.bytes >> 20,
            model.name
        );
    }
    text
}
