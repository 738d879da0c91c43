//! Every word the interface says, one module per page, so that a translation is a second set of these modules.
//! Dates and numbers are never written here: see [`crate::format`].

pub mod about;
pub mod alerts;
pub mod appearance;
pub mod audit;
pub mod clients;
pub mod common;
pub mod filling;
pub mod first_run;
pub mod home;
pub mod instruments;
pub mod models;
pub mod recovery;
pub mod results;
pub mod search;
pub mod security;
pub mod sessions;
pub mod shell;
pub mod support;
pub mod today;
pub mod unlock;
