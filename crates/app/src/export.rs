//! Notes on their way out of the vault.

use std::collections::{BTreeSet, HashMap};

use base64::Engine as _;
use contract::notes::{ExportFormat, ExportedFile};
use contract::{ApiError, Command, TranscriptId};
use documents::{
    Addendum, NoteDocument, Screening, Section, Sentence, SessionLine, Signature, Source, TranscriptLine,
};
use store::notes::Origin;
use store::sessions::SessionKind;
use store::transcripts::{SegmentRow, Speaker};
use store::{StoreError, Tx};
use uuid::Uuid;

use crate::Cx;
use crate::convert::{document_origin_from, document_status_from, instant, span};
use crate::errors::{from_store, internal};
use crate::library::Library;

fn kind_name(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Individual => "Individual",
        SessionKind::Group => "Group",
        SessionKind::Family => "Family",
        SessionKind::Couples => "Couples",
        SessionKind::Assessment => "Assessment",
        SessionKind::FollowUp => "Follow-up",
    }
}

fn speaker_name(speaker: Speaker) -> &'static str {
    match speaker {
        Speaker::Therapist => "Therapist",
        Speaker::Client => "Client",
        Speaker::Unknown => "Speaker not known",
    }
}

/// Gathers everything a note's document shows.
pub(crate) async fn note_document<C: Command>(
    cx: &mut Cx<'_, C>,
    id: Uuid,
) -> Result<NoteDocument, ApiError> {
    let clinician = cx.open()?.owner_name();
    let tx = cx.tx()?;
    let note = store::notes::get(tx, id).await.map_err(from_store)?;
    let version = store::notes::get_version(tx, id, note.version).await.map_err(from_store)?;
    let addenda = store::notes::list_addenda(tx, id).await.map_err(from_store)?;
    let session = store::sessions::get(tx, note.session_id).await.map_err(from_store)?;
    let client = match session.client_id {
        Some(client_id) => Some(store::clients::get(tx, client_id).await.map_err(from_store)?),
        None => None,
    };
    let segments = match note.transcript_id {
        Some(transcript) => store::transcripts::list_segments(tx, transcript).await.map_err(from_store)?,
        None => Vec::new(),
    };
    let transcript = match note.transcript_id {
        Some(transcript) => Some(crate::handlers::transcript_summary(cx, TranscriptId(transcript)).await?),
        None => None,
    };
    let screenings = cited_screenings(cx.tx()?, &version.sections.0).await?;
    let (sections, sources) = cite(version.sections.0, &segments, &screenings);
    let exported_at = instant(cx.now);
    Ok(NoteDocument {
        note_id: id,
        session_id: session.id,
        client_name: client.as_ref().map(store::clients::ClientRow::display_name),
        pronouns: client.as_ref().map(|client| client.pronouns.clone()).unwrap_or_default(),
        birth_date: client.as_ref().and_then(|client| client.birth_date.as_deref()?.parse().ok()),
        session: SessionLine {
            kind: kind_name(session.kind).to_owned(),
            number: session.number,
            began_at: session.started_at.or(session.scheduled_start).map(instant),
            ended_at: session.ended_at.map(instant),
            place: session.place,
        },
        clinician,
        format: "SOAP".to_owned(),
        status: document_status_from(note.status),
        version: note.version,
        hash: version.hash,
        signed: note.signed_by.zip(note.signed_at).map(|(by, at)| Signature { by, at: instant(at) }),
        sections,
        sources,
        screenings,
        addenda: addenda
            .into_iter()
            .map(|row| Addendum { text: row.text, author: row.author, at: instant(row.created_at) })
            .collect(),
        transcript: transcript.map(|transcript| TranscriptLine {
            model: transcript.model,
            demo_model: transcript.demo_model,
            language: transcript.language,
            covered_ms: transcript.covered_ms,
            duration_ms: transcript.duration_ms,
        }),
        exported_at,
        offset_minutes: cx.app.clock().local_offset_minutes(exported_at),
    })
}

/// The screenings that sentences stand on, in the order in which they were finished. One that is not on record, or not
/// finished, supports nothing and is left out; a missing title of a questionnaire never keeps a note from leaving.
async fn cited_screenings(
    tx: &mut Tx<'_>,
    sections: &[store::notes::Section],
) -> Result<Vec<Screening>, ApiError> {
    let sentences = sections.iter().flat_map(|section| &section.sentences);
    let cited: BTreeSet<Uuid> = sentences.flat_map(|sentence| sentence.screenings.iter().copied()).collect();
    if cited.is_empty() {
        return Ok(Vec::new());
    }
    let library = Library::load(tx).await?;
    let mut screenings = Vec::with_capacity(cited.len());
    for id in cited {
        let row = match store::screenings::get(tx, id).await {
            Err(StoreError::NotFound) => continue,
            row => row.map_err(from_store)?,
        };
        let Some(completed_at) = row.completed_at else { continue };
        let parts = store::screenings::administrations(tx, id).await.map_err(from_store)?;
        screenings.push(Screening {
            id,
            name: row.name,
            instruments: parts
                .into_iter()
                .map(|part| library.title(part.instrument, part.revision))
                .collect(),
            completed_at: instant(completed_at),
        });
    }
    screenings.sort_by_key(|screening| (screening.completed_at, screening.id));
    Ok(screenings)
}

/// Turns evidence by ids into numbers of what is cited, in time order.
fn cite(
    sections: Vec<store::notes::Section>,
    segments: &[SegmentRow],
    screenings: &[Screening],
) -> (Vec<Section>, Vec<Source>) {
    let places: HashMap<Uuid, usize> =
        segments.iter().enumerate().map(|(index, row)| (row.id, index)).collect();
    let cited: BTreeSet<usize> = sections
        .iter()
        .flat_map(|section| &section.sentences)
        .flat_map(|sentence| &sentence.evidence)
        .filter_map(|id| places.get(id).copied())
        .collect();
    let number: HashMap<usize, usize> =
        cited.iter().enumerate().map(|(number, place)| (*place, number)).collect();
    let source = |place: &usize| {
        let row = &segments[*place];
        Source {
            start_ms: span(row.start_ms),
            end_ms: span(row.end_ms),
            speaker: speaker_name(row.speaker).to_owned(),
            text: row.text.clone(),
        }
    };
    let sentence = |sentence: store::notes::Sentence| Sentence {
        evidence: sentence.evidence.iter().filter_map(|id| number.get(places.get(id)?).copied()).collect(),
        screenings: sentence
            .screenings
            .iter()
            .filter_map(|id| screenings.iter().position(|screening| screening.id == *id))
            .collect(),
        origin: document_origin_from(if sentence.drafted_text.is_some() {
            Origin::Rules
        } else {
            sentence.origin
        }),
        edited: sentence.drafted_text.is_some(),
        not_assessed: sentence.not_assessed,
        text: sentence.text,
    };
    let section = |section: store::notes::Section| Section {
        name: section.name,
        sentences: section.sentences.into_iter().map(sentence).collect(),
    };
    (sections.into_iter().map(section).collect(), cited.iter().map(source).collect())
}

/// Writes the document in one of the forms.
pub(crate) fn write(document: &NoteDocument, format: ExportFormat) -> Result<ExportedFile, ApiError> {
    let (ending, media_type, bytes) = match format {
        ExportFormat::Pdf => {
            let pdf = documents::to_pdf(document, documents::Paper::A4).map_err(|error| internal(&error))?;
            ("pdf", "application/pdf", pdf)
        }
        ExportFormat::Markdown => ("md", "text/markdown", documents::to_markdown(document).into_bytes()),
        ExportFormat::Json => ("json", "application/json", documents::to_json(document).into_bytes()),
    };
    let day = document.session.began_at.unwrap_or(document.exported_at).format("%Y-%m-%d");
    Ok(ExportedFile {
        // No client name: file names end up in folders, mails and logs.
        file_name: format!("session-note-{day}.{ending}"),
        media_type: media_type.to_owned(),
        data_base64: base64::engine::general_purpose::STANDARD.encode(bytes),
    })
}
