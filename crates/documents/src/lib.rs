//! Notes and screening results as files that leave the vault.
//!
//! Owns: the form of an exported note as PDF ([`to_pdf`]), Markdown ([`to_markdown`]) and JSON ([`to_json`]), and of
//! screening results as PDF ([`results_to_pdf`]): layout, words, fonts, drawings, and the guard against text that would
//! come alive in the reader's program.
//!
//! Never: files, network, clocks, randomness, logging. Data in, bytes out; equal input gives equal bytes.
//!
//! Entry types: [`NoteDocument`], [`ResultsDocument`], [`Paper`], [`JSON_SCHEMA`].

mod json;
mod markdown;
mod note;
mod pdf;
mod results;
mod text;
mod times;
mod wording;

pub use json::{JSON_SCHEMA, to_json};
pub use markdown::to_markdown;
pub use note::{
    Addendum, NoteDocument, Origin, Screening, Section, Sentence, SessionLine, Signature, Source, Status,
    TranscriptLine,
};
pub use pdf::{Paper, PdfError, results_to_pdf, to_pdf};
pub use results::{Answer, BandLine, InstrumentResult, Point, ResultsDocument, Scale, ScoreLine};
