//! One module per page.

pub mod clients;
pub mod sessions;
pub mod today;
