//! Every word the interface says, one module per page, so that a translation is a second set of these modules.
//! Dates and numbers are never written here: see [`crate::format`].

pub mod common;
