//! Speech models: what the catalogue knows and what this device has.

use serde::{Deserialize, Serialize};

use crate::command::{STAFF, command};
use crate::recordings::FileSource;
use crate::{Audit, Done, JobId};

/// What a model is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ModelKind {
    /// Turns speech into text.
    Speech,
    /// Finds where someone speaks.
    VoiceActivity,
    /// A speech model for trying the program out, with a tiny vocabulary. Never used unless picked by name.
    Demo,
}

/// A model of the catalogue, or one added from elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelView {
    /// Id, such as "small.en".
    pub id: String,
    /// Name to show.
    pub name: String,
    /// What it is good for and what it is not.
    pub description: String,
    /// What it is for.
    pub kind: ModelKind,
    /// Size of its file.
    pub bytes: u64,
    /// SHA-256 of its file, hexadecimal.
    pub sha256: String,
    /// Understands more than English.
    pub multilingual: bool,
    /// The file is here and was checked.
    pub installed: bool,
    /// Part of the published catalogue; false for a file someone added knowingly.
    pub listed: bool,
}

/// Lists the catalogue and what is installed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListModels {}
command!(ListModels, "models.list", STAFF, Audit::None, Vec<ModelView>);

/// Adds a model from a file. Its hash decides which one it is. Answers with the job at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddModel {
    /// The file.
    pub source: FileSource,
    /// Take a well-formed model that the catalogue does not know, at one's own risk.
    #[serde(default)]
    pub allow_unlisted: bool,
}
command!(AddModel, "models.add", STAFF, Audit::Change, JobId);

/// Removes a model's file from this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemoveModel {
    /// Which.
    pub model_id: String,
}
command!(RemoveModel, "models.remove", STAFF, Audit::Change, Done);
