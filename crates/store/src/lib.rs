//! The encrypted vault's database.
//!
//! Owns SQLCipher, the migrations, and one module per group of tables. Every statement that touches client data stands
//! here and nowhere else. It never decides who may do what, never reads a clock and never makes an id: callers pass
//! instants (milliseconds since 1970, UTC) and ids. Keys come from `crypto`; none is logged or kept.
//!
//! Entry types: [`Vault`] opens, migrates and rekeys; [`Tx`] is one transaction, in which a command's reads, writes and
//! audit entry stand or fall together.

mod error;
mod vault;

pub mod audit;
pub mod clients;
pub mod consents;
pub mod instruments;
pub mod notes;
pub mod profiles;
pub mod recordings;
pub mod risk;
pub mod screenings;
pub mod search;
pub mod sessions;
pub mod transcripts;

pub use error::StoreError;
pub use vault::{Tx, Vault};

/// A JSON list of strings as a column.
pub type TextList = sqlx::types::Json<Vec<String>>;
