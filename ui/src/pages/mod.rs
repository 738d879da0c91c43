//! One module per page.

pub mod clients;
pub mod entrance;
pub mod home;
pub mod practice;
pub mod screening;
pub mod search;
pub mod sessions;
pub mod support;
pub mod today;
