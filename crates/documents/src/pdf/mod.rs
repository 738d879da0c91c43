//! A note as a PDF that can be read aloud, archived and printed.
//!
//! [`blocks`] turns the note into blocks of [`lines`] shaped with [`fonts`]; [`pages`] places them; [`paint`] draws
//! the pages and builds the structure tree.

mod blocks;
mod fonts;
mod lines;
mod pages;
mod paint;
mod style;
mod tree;

use chrono::{Datelike as _, Timelike as _};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder, PdfVersion};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::{Document, SerializeSettings};

use crate::note::NoteDocument;
use crate::text::line;
use crate::wording;
pub use style::Paper;

/// The longest text put into the file's own records, in characters; the standards bound them.
const LONGEST_RECORD: usize = 240;

/// A note could not be written as PDF. Carries nothing of the note.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A font of the program is damaged.
    #[error("a bundled font cannot be read")]
    Font,
    /// The file would break the standard it claims to follow.
    #[error("the document does not meet the archival standard ({0} findings)")]
    Standard(usize),
    /// The note needs more than a PDF may hold.
    #[error("the document exceeds what a PDF file may hold")]
    TooLarge,
    /// The writer failed in another way.
    #[error("the PDF could not be written")]
    Write,
}

/// The note as PDF: PDF/A-2a and PDF/UA-1, fonts embedded, with headings, structure and bookmarks.
///
/// Equal input gives equal bytes: ids and dates come from the note. Text runs in its own direction. Latin, Greek,
/// Cyrillic, Hebrew, Arabic, Armenian, Georgian, mathematics and many symbols have pictures in the bundled fonts;
/// a character of another script is printed as a box, and stays itself when copied, searched or read aloud.
///
/// # Errors
/// When the bundled fonts are damaged, or the note exceeds the bounds of the format.
pub fn to_pdf(note: &NoteDocument, paper: Paper) -> Result<Vec<u8>, PdfError> {
    let mut fonts = fonts::Fonts::load().ok_or(PdfError::Font)?;
    let width = paper.size().0 - 2.0 * style::MARGIN;
    let mut composer = blocks::Composer { note, fonts: &mut fonts, width };
    let blocks = composer.blocks();
    let running = paint::Running::new(&mut composer);
    let pages = pages::paginate(&blocks, paper);

    let mut document = Document::new_with(settings()?);
    paint::draw(&mut document, &paint::Layout { note, paper, blocks, pages, running }, &mut fonts)?;
    document.set_metadata(metadata(note));
    document.finish().map_err(|error| match error {
        krilla::error::KrillaError::Font(..) => PdfError::Font,
        krilla::error::KrillaError::Validation(findings) => PdfError::Standard(findings.len()),
        krilla::error::KrillaError::Limit(_) => PdfError::TooLarge,
        _ => PdfError::Write,
    })
}

fn settings() -> Result<SerializeSettings, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_version(PdfVersion::Pdf17)
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PdfError::Write)?;
    Ok(SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() })
}

/// The file's own records. They name no client: programs that index files show them.
fn metadata(note: &NoteDocument) -> Metadata {
    let at = note.exported_at;
    let made = DateTime::new(u16::try_from(at.year()).unwrap_or(0))
        .month(at.month() as u8)
        .day(at.day() as u8)
        .hour(at.hour() as u8)
        .minute(at.minute() as u8)
        .second(at.second() as u8)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let author = record(&line(&note.clinician));
    Metadata::new()
        .title(record(&wording::title(note)))
        .authors(if author.is_empty() { Vec::new() } else { vec![author] })
        .creator("Attune".to_owned())
        .language("en".to_owned())
        .text_direction(TextDirection::LeftToRight)
        .creation_date(made)
        .document_id(format!("{}/{}", note.note_id, note.version))
}

/// Text short enough for the file's records.
fn record(text: &str) -> String {
    text.chars().take(LONGEST_RECORD).collect()
}
