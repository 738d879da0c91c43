//! What outlives a page: the vault's state, queries, jobs, autosave, activity, and how a person likes the window.

mod activity;
mod alerts;
mod api;
mod appearance;
mod autosave;
mod device;
mod job;
mod outbox;
mod paged;
mod query;
mod toasts;

pub use activity::{warn_before_closing, watch_activity};
pub use alerts::{provide_alerts, use_alerts};
pub use api::{Api, FreshKey, provide_api, use_api};
pub use appearance::{TextSize, Theme, provide_appearance, use_appearance};
pub use autosave::{Autosave, SaveState, use_autosave};
pub use device::{ANYWHERE, provide_device, use_device};
pub use job::{Job, use_job};
pub use outbox::{Outbox, Replaces, Sequence, may_pass, use_outbox};
pub use paged::{Paged, use_paged};
pub use query::{Phase, Query, use_query};
pub use toasts::{Toast, Toasts, Tone, provide_toasts, use_toasts};
