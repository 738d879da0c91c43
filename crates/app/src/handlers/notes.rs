use std::collections::{HashMap, HashSet};

use clinical::notes::{Kind, Turn};
use contract::consents::ConsentScope;
use contract::notes::{
    AddAddendum, AddendumView, DraftNote, ExportNote, ExportedFile, GetNote, GetNoteVersion,
    ListNoteVersions, NoteFormat, NoteStatus, NoteVersionSummary, NoteView, SaveNote, SectionEdit,
    SectionView, SentenceEdit, SentenceView, SignNote,
};
use contract::transcripts::TranscriptStatus;
use contract::{
    AddendumId, ApiError, Command, ErrorCode, NoteId, ScreeningId, SegmentId, SentenceId, SessionId,
    TranscriptId,
};
use sha2::{Digest as _, Sha256};
use store::notes::{AddendumRow, NoteRow, NoteVersionRow, Origin, Section, Sentence};
use uuid::Uuid;

use super::{MAX_TEXT, check_length, consents, results, transcripts};
use crate::convert::{instant, note_status_from, note_status_to, origin_from, span, turn_speaker_from};
use crate::errors::{from_store, internal, not_found};
use crate::{App, Cx, Handle, export};

const SOAP: &str = "soap";
/// More sentences than any note has; a bound on what one call can make the vault keep.
const MAX_SENTENCES: usize = 2_000;

fn sentence_view(sentence: Sentence) -> SentenceView {
    SentenceView {
        id: SentenceId(sentence.id),
        text: sentence.text,
        evidence: sentence.evidence.into_iter().map(SegmentId).collect(),
        screenings: sentence.screenings.into_iter().map(ScreeningId).collect(),
        origin: origin_from(sentence.origin),
        drafted_text: sentence.drafted_text,
        not_assessed: sentence.not_assessed,
    }
}

fn section_views(sections: Vec<Section>) -> Vec<SectionView> {
    let view = |section: Section| SectionView {
        name: section.name,
        sentences: section.sentences.into_iter().map(sentence_view).collect(),
    };
    sections.into_iter().map(view).collect()
}

/// SHA-256 over the sections as they are stored.
fn hash(sections: &[Section]) -> Result<String, ApiError> {
    let bytes = serde_json::to_vec(sections).map_err(|error| internal(&error))?;
    Ok(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Reads a note as it stands.
pub(crate) async fn read<C: Command>(cx: &mut Cx<'_, C>, id: Uuid) -> Result<NoteView, ApiError> {
    let tx = cx.tx()?;
    let note = store::notes::get(tx, id).await.map_err(from_store)?;
    let version = store::notes::get_version(tx, id, note.version).await.map_err(from_store)?;
    let addenda = store::notes::list_addenda(tx, id).await.map_err(from_store)?;
    let addendum = |row: AddendumRow| AddendumView {
        id: AddendumId(row.id),
        text: row.text,
        author: row.author,
        created_at: instant(row.created_at),
    };
    Ok(NoteView {
        id: NoteId(id),
        session_id: SessionId(note.session_id),
        transcript_id: note.transcript_id.map(TranscriptId),
        format: NoteFormat::Soap,
        status: note_status_from(note.status),
        version: note.version,
        sections: section_views(version.sections.0),
        addenda: addenda.into_iter().map(addendum).collect(),
        signed_by: note.signed_by,
        signed_at: note.signed_at.map(instant),
        hash: version.hash,
        updated_at: instant(version.created_at),
    })
}

fn signed() -> ApiError {
    ApiError::new(ErrorCode::Signed, "This note is signed and never changes. Add an addendum instead.")
}

fn is_signed(note: &NoteRow) -> bool {
    matches!(note_status_from(note.status), NoteStatus::Signed | NoteStatus::Archived)
}

/// What a new version is made of.
struct NewVersion {
    note: NoteRow,
    sections: Vec<Section>,
    origin: Origin,
    summary: String,
}

/// Saves a version and returns the note as it stands then.
async fn save<C: Command>(cx: &mut Cx<'_, C>, new: NewVersion) -> Result<NoteView, ApiError> {
    let NewVersion { note, sections, origin, summary } = new;
    cx.about(note.id);
    let version = NoteVersionRow {
        id: cx.make_id(),
        note_id: note.id,
        version: note.version,
        author: cx.open()?.owner_name(),
        origin,
        summary,
        hash: hash(&sections)?,
        sections: sections.into(),
        created_at: cx.now,
        updated_at: cx.now,
    };
    let tx = cx.tx()?;
    let session = store::sessions::get(tx, note.session_id).await.map_err(from_store)?;
    store::notes::put(tx, &note).await.map_err(from_store)?;
    store::notes::append_version(tx, &version, session.id, session.client_id).await.map_err(from_store)?;
    read(cx, note.id).await
}

async fn note_for<C: Command>(cx: &mut Cx<'_, C>, session_id: Uuid) -> Result<NoteRow, ApiError> {
    let found = store::notes::find_by_session(cx.tx()?, session_id).await.map_err(from_store)?;
    Ok(found.unwrap_or_else(|| NoteRow {
        id: cx.make_id(),
        session_id,
        transcript_id: None,
        format: SOAP.to_owned(),
        status: note_status_to(NoteStatus::Draft),
        version: 0,
        signed_by: None,
        signed_at: None,
        created_at: cx.now,
        updated_at: cx.now,
    }))
}

impl Handle<DraftNote> for App {
    async fn handle(&self, cx: &mut Cx<'_, DraftNote>, command: DraftNote) -> Result<NoteView, ApiError> {
        let session_id = command.session_id.0;
        cx.about(session_id);
        consents::require(cx, session_id, ConsentScope::Analysis).await?;
        let owner = store::transcripts::owner(cx.tx()?, command.transcript_id.0).await.map_err(from_store)?;
        if owner.session_id != session_id {
            return Err(not_found("transcript"));
        }
        let transcript = transcripts::read(cx, command.transcript_id).await?;
        if transcript.status == TranscriptStatus::Processing {
            return Err(ApiError::new(
                ErrorCode::Busy,
                "This transcript is still being made. Wait for it to end.",
            ));
        }
        let mut note = note_for(cx, session_id).await?;
        if is_signed(&note) {
            return Err(signed());
        }
        let segments =
            store::transcripts::list_segments(cx.tx()?, command.transcript_id.0).await.map_err(from_store)?;
        let ids: Vec<Uuid> = segments.iter().map(|segment| segment.id).collect();
        let turns = segments.into_iter().map(|segment| Turn {
            speaker: turn_speaker_from(segment.speaker),
            start_ms: span(segment.start_ms),
            end_ms: span(segment.end_ms),
            text: segment.text,
        });
        let turns: Vec<Turn> = turns.collect();
        // Pure computation over a long transcript: off the threads that answer people.
        let draft = tokio::task::spawn_blocking(move || {
            clinical::notes::draft(&clinical::notes::extract_facts(&turns), clinical::notes::Format::Soap)
        })
        .await
        .map_err(|error| internal(&error))?;
        let app = cx.app.clone();
        let sentence = |drafted: clinical::notes::Sentence| Sentence {
            id: app.clock().make_id(),
            text: drafted.text,
            evidence: drafted.evidence.iter().filter_map(|index| ids.get(*index)).copied().collect(),
            screenings: Vec::new(),
            origin: Origin::Rules,
            drafted_text: None,
            not_assessed: drafted.kind == Kind::NotAssessed,
        };
        let section = |drafted: clinical::notes::Section| Section {
            name: drafted.name.as_str().to_owned(),
            sentences: drafted.sentences.into_iter().map(sentence).collect(),
        };
        let mut sections: Vec<_> = draft.sections.into_iter().map(section).collect();
        add_findings(cx, session_id, &mut sections).await?;
        note.transcript_id = Some(command.transcript_id.0);
        note.status = note_status_to(NoteStatus::Draft);
        note.version += 1;
        note.updated_at = cx.now;
        let summary = format!("Drafted from the transcript by {}", transcript.model);
        save(cx, NewVersion { note, sections, origin: Origin::Rules, summary }).await
    }
}

/// Adds what screenings since the client's last session found, as objective findings that point at their results.
async fn add_findings<C: Command>(
    cx: &mut Cx<'_, C>,
    session_id: Uuid,
    sections: &mut [Section],
) -> Result<(), ApiError> {
    let session = store::sessions::get(cx.tx()?, session_id).await.map_err(from_store)?;
    let Some(client) = session.client_id else { return Ok(()) };
    let at = session.started_at.or(session.scheduled_start).unwrap_or(session.created_at);
    let since = store::sessions::last_before(cx.tx()?, client, at).await.map_err(from_store)?;
    let until = session.ended_at.unwrap_or(cx.now);
    let findings = results::findings(cx, client, since.unwrap_or(i64::MIN), until).await?;
    let objective = clinical::notes::SectionName::Objective.as_str();
    let Some(section) = sections.iter_mut().find(|section| section.name == objective) else { return Ok(()) };
    for (screening, text) in findings {
        section.sentences.push(Sentence {
            id: cx.make_id(),
            text,
            evidence: Vec::new(),
            screenings: vec![screening],
            origin: Origin::Rules,
            drafted_text: None,
            not_assessed: false,
        });
    }
    Ok(())
}

impl Handle<GetNote> for App {
    async fn handle(&self, cx: &mut Cx<'_, GetNote>, command: GetNote) -> Result<NoteView, ApiError> {
        cx.about(command.note_id.0);
        read(cx, command.note_id.0).await
    }
}

/// A sentence as a person left it: what they did not touch stays what it was, words of software that they changed are
/// kept beside theirs.
fn edited(edit: SentenceEdit, before: Option<&Sentence>, id: Uuid) -> Sentence {
    let text = edit.text.trim().to_owned();
    let evidence = edit.evidence.into_iter().map(|id| id.0).collect();
    // Which results a sentence stands on is not edited: it goes with the sentence.
    let screenings = before.map(|before| before.screenings.clone()).unwrap_or_default();
    match before {
        Some(before) if before.text == text => Sentence { evidence, ..before.clone() },
        Some(before) => {
            let drafted = match (&before.drafted_text, before.origin) {
                (Some(drafted), _) => Some(drafted.clone()),
                (None, Origin::Person) => None,
                (None, _) => Some(before.text.clone()),
            };
            // Back to the very words software wrote: they are its words again.
            if drafted.as_deref() == Some(&text) {
                return Sentence {
                    id,
                    text,
                    evidence,
                    screenings,
                    origin: Origin::Rules,
                    drafted_text: None,
                    not_assessed: before.not_assessed,
                };
            }
            Sentence {
                id,
                text,
                evidence,
                screenings,
                origin: Origin::Person,
                drafted_text: drafted,
                not_assessed: false,
            }
        }
        None => Sentence {
            id,
            text,
            evidence,
            screenings,
            origin: Origin::Person,
            drafted_text: None,
            not_assessed: false,
        },
    }
}

fn check_edit(sections: &[SectionEdit]) -> Result<(), ApiError> {
    let sentences = sections.iter().map(|section| section.sentences.len()).sum::<usize>();
    if sentences > MAX_SENTENCES || sections.len() > 100 {
        return Err(ApiError::invalid("sections", "This is more than a note can hold. Nothing was saved."));
    }
    for section in sections {
        check_length("sections", &section.name, super::MAX_LINE)?;
        section
            .sentences
            .iter()
            .try_for_each(|sentence| check_length("sections", &sentence.text, MAX_TEXT))?;
    }
    Ok(())
}

impl Handle<SaveNote> for App {
    async fn handle(&self, cx: &mut Cx<'_, SaveNote>, command: SaveNote) -> Result<NoteView, ApiError> {
        cx.about(command.session_id.0);
        check_edit(&command.sections)?;
        let mut note = note_for(cx, command.session_id.0).await?;
        if is_signed(&note) {
            return Err(signed());
        }
        if note.version != command.version {
            return Err(from_store(store::StoreError::Conflict));
        }
        let before = match note.version {
            0 => Vec::new(),
            version => {
                let row = store::notes::get_version(cx.tx()?, note.id, version).await;
                row.map_err(from_store)?.sections.0
            }
        };
        let brought_back = brought_back(cx, note.id, &before, &command.sections).await?;
        let known: HashMap<Uuid, &Sentence> = before
            .iter()
            .flat_map(|section| &section.sentences)
            .chain(&brought_back)
            .map(|sentence| (sentence.id, sentence))
            .collect();
        let mut used = HashSet::new();
        let mut sections = Vec::with_capacity(command.sections.len());
        for section in command.sections {
            let mut sentences = Vec::with_capacity(section.sentences.len());
            for edit in section.sentences {
                if edit.text.trim().is_empty() {
                    continue;
                }
                // An id that is unknown or used twice is a new sentence.
                let before = edit.id.and_then(|id| known.get(&id.0)).copied().filter(|s| used.insert(s.id));
                let id = before.map_or_else(|| cx.make_id(), |sentence| sentence.id);
                sentences.push(edited(edit, before, id));
            }
            sections.push(Section { name: section.name.trim().to_owned(), sentences });
        }
        check_evidence(cx, note.transcript_id, &sections).await?;
        let status = if command.reviewed { NoteStatus::Reviewed } else { NoteStatus::Draft };
        let summary = describe_change(&before, &sections);
        note.status = note_status_to(status);
        note.version += 1;
        note.updated_at = cx.now;
        save(cx, NewVersion { note, sections, origin: Origin::Person, summary }).await
    }
}

/// Sentences that an edit names, that the last version no longer has and an earlier one had: a deletion that was undone.
/// Each as it was last, so that it comes back with what it stood on.
async fn brought_back<C: Command>(
    cx: &mut Cx<'_, C>,
    note_id: Uuid,
    before: &[Section],
    edits: &[SectionEdit],
) -> Result<Vec<Sentence>, ApiError> {
    let named = edits.iter().flat_map(|section| &section.sentences).filter_map(|edit| edit.id);
    let mut missing: HashSet<Uuid> = named.map(|id| id.0).collect();
    for sentence in before.iter().flat_map(|section| &section.sentences) {
        missing.remove(&sentence.id);
    }
    if missing.is_empty() {
        return Ok(Vec::new());
    }
    let versions = store::notes::list_versions(cx.tx()?, note_id).await.map_err(from_store)?;
    let sentences = versions.into_iter().flat_map(|row| row.sections.0).flat_map(|section| section.sentences);
    Ok(sentences.filter(|sentence| missing.remove(&sentence.id)).collect())
}

/// Evidence must be words of the transcript that the note stands on.
async fn check_evidence<C: Command>(
    cx: &mut Cx<'_, C>,
    transcript_id: Option<Uuid>,
    sections: &[Section],
) -> Result<(), ApiError> {
    let cited: HashSet<Uuid> = sections
        .iter()
        .flat_map(|s| &s.sentences)
        .flat_map(|sentence| sentence.evidence.iter().copied())
        .collect();
    if cited.is_empty() {
        return Ok(());
    }
    let known: HashSet<Uuid> = match transcript_id {
        Some(id) => {
            let rows = store::transcripts::list_segments(cx.tx()?, id).await.map_err(from_store)?;
            rows.into_iter().map(|row| row.id).collect()
        }
        None => HashSet::new(),
    };
    if cited.is_subset(&known) {
        return Ok(());
    }
    Err(ApiError::invalid(
        "sections",
        "A sentence points at words that are not in this note’s transcript. Nothing was saved.",
    ))
}

/// What changed between two versions, in a few words.
fn describe_change(before: &[Section], after: &[Section]) -> String {
    let texts = |sections: &[Section]| -> HashMap<Uuid, String> {
        sections.iter().flat_map(|s| &s.sentences).map(|s| (s.id, s.text.clone())).collect()
    };
    let (old, new) = (texts(before), texts(after));
    let added = new.keys().filter(|id| !old.contains_key(*id)).count();
    let removed = old.keys().filter(|id| !new.contains_key(*id)).count();
    let changed = new.iter().filter(|(id, text)| old.get(*id).is_some_and(|before| before != *text)).count();
    let parts: Vec<String> = [(changed, "changed"), (added, "added"), (removed, "removed")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if parts.is_empty() { "No words changed".to_owned() } else { format!("Sentences: {}", parts.join(", ")) }
}

impl Handle<SignNote> for App {
    async fn handle(&self, cx: &mut Cx<'_, SignNote>, command: SignNote) -> Result<NoteView, ApiError> {
        let id = command.note_id.0;
        cx.about(id);
        let mut note = store::notes::get(cx.tx()?, id).await.map_err(from_store)?;
        if is_signed(&note) {
            return Err(signed());
        }
        if note.version != command.version {
            return Err(from_store(store::StoreError::Conflict));
        }
        let version = store::notes::get_version(cx.tx()?, id, note.version).await.map_err(from_store)?;
        if version.sections.iter().all(|section| section.sentences.is_empty()) {
            return Err(ApiError::new(
                ErrorCode::IllegalMove,
                "This note is empty. Write something before signing it.",
            ));
        }
        note.status = note_status_to(NoteStatus::Signed);
        note.signed_by = Some(cx.open()?.owner_name());
        note.signed_at = Some(cx.now);
        note.updated_at = cx.now;
        store::notes::put(cx.tx()?, &note).await.map_err(from_store)?;
        read(cx, id).await
    }
}

impl Handle<AddAddendum> for App {
    async fn handle(&self, cx: &mut Cx<'_, AddAddendum>, command: AddAddendum) -> Result<NoteView, ApiError> {
        let id = command.note_id.0;
        cx.about(id);
        let text = command.text.trim().to_owned();
        check_length("text", &text, MAX_TEXT)?;
        if text.is_empty() {
            return Err(ApiError::invalid("text", "Write the addendum first."));
        }
        let note = store::notes::get(cx.tx()?, id).await.map_err(from_store)?;
        if !is_signed(&note) {
            return Err(ApiError::new(
                ErrorCode::IllegalMove,
                "An addendum belongs to a signed note. This one can still be edited.",
            ));
        }
        let row = AddendumRow {
            id: cx.make_id(),
            note_id: id,
            text,
            author: cx.open()?.owner_name(),
            created_at: cx.now,
            updated_at: cx.now,
        };
        store::notes::append_addendum(cx.tx()?, &row).await.map_err(from_store)?;
        read(cx, id).await
    }
}

impl Handle<ListNoteVersions> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ListNoteVersions>,
        command: ListNoteVersions,
    ) -> Result<Vec<NoteVersionSummary>, ApiError> {
        cx.about(command.note_id.0);
        let rows = store::notes::list_versions(cx.tx()?, command.note_id.0).await.map_err(from_store)?;
        let view = |row: NoteVersionRow| NoteVersionSummary {
            version: row.version,
            author: row.author,
            origin: origin_from(row.origin),
            summary: row.summary,
            hash: row.hash,
            created_at: instant(row.created_at),
        };
        Ok(rows.into_iter().map(view).collect())
    }
}

impl Handle<GetNoteVersion> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, GetNoteVersion>,
        command: GetNoteVersion,
    ) -> Result<Vec<SectionView>, ApiError> {
        cx.about(command.note_id.0);
        let row = store::notes::get_version(cx.tx()?, command.note_id.0, command.version).await;
        Ok(section_views(row.map_err(from_store)?.sections.0))
    }
}

impl Handle<ExportNote> for App {
    async fn handle(
        &self,
        cx: &mut Cx<'_, ExportNote>,
        command: ExportNote,
    ) -> Result<ExportedFile, ApiError> {
        cx.about(command.note_id.0);
        let document = export::note_document(cx, command.note_id.0).await?;
        tokio::task::spawn_blocking(move || export::write(&document, command.format))
            .await
            .map_err(|error| internal(&error))?
    }
}
