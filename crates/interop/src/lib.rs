//! Screening results and questionnaires in the forms of other programs.
//!
//! Owns: results as a FHIR R4 bundle ([`fhir::export`]) and as tables ([`csv::scores`], [`csv::items`]); a FHIR R4
//! Questionnaire as a pack for one of the slots for licensed instruments ([`fhir::import_questionnaire`]).
//!
//! Never: files, network, clocks, randomness, scoring, logging; a code that no pack states; a value nobody gave.
//! Data in, text out; equal input gives equal output.
//!
//! Entry types: [`ResultsExport`], [`fhir::ImportError`].

pub mod csv;
pub mod fhir;
mod results;

pub use results::{Administration, Patient, ResultsExport, Screening};
