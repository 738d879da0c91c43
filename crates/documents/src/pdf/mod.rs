//! Documents as PDF that can be read aloud, archived and printed.
//!
//! [`note`] and [`results`] make [`blocks`] of [`lines`] shaped with [`fonts`], and [`figure`]s; [`pages`] places them;
//! [`paint`] draws the pages and builds the structure tree.

mod blocks;
mod figure;
mod fonts;
mod lines;
mod note;
mod pages;
mod paint;
mod results;
mod style;
mod tree;

use chrono::{Datelike as _, Timelike as _};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder, PdfVersion};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::{Document, SerializeSettings};

use crate::note::NoteDocument;
use crate::results::ResultsDocument;
use crate::text::line;
use crate::wording;
use blocks::Composer;
pub use style::Paper;

/// The longest text put into the file's own records, in characters; the standards bound them.
const LONGEST_RECORD: usize = 240;

/// A document could not be written as PDF. Carries nothing of its content.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A font of the program is damaged.
    #[error("a bundled font cannot be read")]
    Font,
    /// The file would break the standard it claims to follow.
    #[error("the document does not meet the archival standard ({0} findings)")]
    Standard(usize),
    /// It needs more than a PDF may hold.
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
    let mut composer = Composer::new(&mut fonts, paper);
    let blocks = note::NoteComposer { note, composer: &mut composer }.blocks();
    let banner = wording::banner(note);
    let short = if note.is_signed() { wording::SIGNED } else { &banner };
    let running =
        paint::Running::new(&mut composer, [&wording::running_head(note), short, &banner], !note.is_signed());
    let language = note.transcript.as_ref().and_then(|t| tree::language_tag(&t.language));
    let pages = pages::paginate(&blocks, paper);
    let records = Records {
        title: wording::title(note),
        author: line(&note.clinician),
        id: format!("{}/{}", note.note_id, note.version),
        made: note.exported_at,
    };
    write(&paint::Layout { language, paper, blocks, pages, running }, &records, &mut fonts)
}

/// Screening results as PDF: PDF/A-2a and PDF/UA-1, as [`to_pdf`]. Drawings are vectors and have words that say what they
/// show.
///
/// # Errors
/// When the bundled fonts are damaged, or the results exceed the bounds of the format.
pub fn results_to_pdf(document: &ResultsDocument, paper: Paper) -> Result<Vec<u8>, PdfError> {
    let mut fonts = fonts::Fonts::load().ok_or(PdfError::Font)?;
    let mut composer = Composer::new(&mut fonts, paper);
    let blocks = results::ResultsComposer { document, composer: &mut composer }.blocks();
    let head = results::running_head(document);
    let texts = [head.as_str(), "", results::NOT_A_DIAGNOSIS];
    let running = paint::Running::new(&mut composer, texts, false);
    let pages = pages::paginate(&blocks, paper);
    let records = Records {
        title: results::TITLE.to_owned(),
        author: line(&document.clinician),
        id: document.document_id.to_string(),
        made: document.exported_at,
    };
    write(&paint::Layout { language: None, paper, blocks, pages, running }, &records, &mut fonts)
}

fn write(
    layout: &paint::Layout<'_>,
    records: &Records,
    fonts: &mut fonts::Fonts,
) -> Result<Vec<u8>, PdfError> {
    let mut document = Document::new_with(settings()?);
    paint::draw(&mut document, layout, fonts)?;
    document.set_metadata(metadata(records));
    document.finish().map_err(|error| match error {
        krilla::error::KrillaError::Font(..) => PdfError::Font,
        krilla::error::KrillaError::Validation(findings) => PdfError::Standard(findings.len()),
        krilla::error::KrillaError::Limit(_) => PdfError::TooLarge,
        _ => PdfError::Write,
    })
}

/// The file's own records. They name no client: programs that index files show them.
struct Records {
    title: String,
    author: String,
    id: String,
    made: chrono::DateTime<chrono::Utc>,
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

fn metadata(records: &Records) -> Metadata {
    let at = records.made;
    let made = DateTime::new(u16::try_from(at.year()).unwrap_or(0))
        .month(at.month() as u8)
        .day(at.day() as u8)
        .hour(at.hour() as u8)
        .minute(at.minute() as u8)
        .second(at.second() as u8)
        .utc_offset_hour(0)
        .utc_offset_minute(0);
    let author = record(&records.author);
    Metadata::new()
        .title(record(&records.title))
        .authors(if author.is_empty() { Vec::new() } else { vec![author] })
        .creator("Attune".to_owned())
        .language("en".to_owned())
        .text_direction(TextDirection::LeftToRight)
        .creation_date(made)
        .document_id(records.id.clone())
}

/// Text short enough for the file's records.
fn record(text: &str) -> String {
    text.chars().take(LONGEST_RECORD).collect()
}
