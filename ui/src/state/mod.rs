//! What outlives a page: the vault's state, queries, jobs, autosave, activity, and how a person likes the window.

mod activity;
mod api;
mod appearance;
mod autosave;
mod job;
mod query;
mod toasts;

pub use activity::watch_activity;
pub use api::{Api, provide_api, use_api};
pub use appearance::{Appearance, TextSize, Theme, provide_appearance, use_appearance};
pub use autosave::{Autosave, SaveState, unsaved_anywhere, use_autosave};
pub use job::{Job, use_job};
pub use query::{Phase, Query, use_query};
pub use toasts::{Toast, Toasts, Tone, provide_toasts, use_toasts};
