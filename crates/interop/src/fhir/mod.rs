//! HL7 FHIR R4 (4.0.1, <https://hl7.org/fhir/R4/>) in JSON.
//!
//! Out: [`export`] gives what was asked and answered as QuestionnaireResponses, and what it came to as Observations in
//! the pattern of US Core for screening and assessment. In: [`import_questionnaire`] turns a Questionnaire into a pack.

mod conditions;
mod elements;
mod expression;
mod fhirpath;
mod observations;
mod options;
mod pack;
mod questionnaire;
mod response;
mod scoring;

pub use observations::export;
pub use questionnaire::{ImportError, MAX_BYTES, import_questionnaire};

/// Code system of this program: `phq9` is an instrument, `phq9.total` its total, `phq9.q1` an item or further score,
/// `phq9.freq.1` an answer of an answer list, `phq9.result.positive` a category of a further score.
pub const SYSTEM: &str = "urn:attune:screening";

/// LOINC’s code system.
pub(crate) const LOINC: &str = "http://loinc.org";

/// A number that goes with a code (<http://hl7.org/fhir/R4/extension-ordinalvalue.html>).
pub(crate) const ORDINAL_VALUE: &str = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
