//! Notes.

use contract::notes::*;
use contract::{AddendumId, ApiError, ErrorCode, NoteId, SentenceId, SessionId};

use super::world::{World, missing, now};
use super::{Answer, data};

impl World {
    fn note_mut(&mut self, id: NoteId) -> Result<&mut NoteView, ApiError> {
        self.notes.iter_mut().find(|note| note.id == id).ok_or_else(missing)
    }

    /// Keeps a version of a note as it stands.
    pub fn keep_version(&mut self, note: &NoteView, origin: Origin, summary: &str) {
        let version = NoteVersionSummary {
            version: note.version,
            author: self.owner.name.clone(),
            origin,
            summary: summary.to_owned(),
            hash: note.hash.clone(),
            created_at: now(),
        };
        self.versions.entry(note.id).or_default().insert(0, (version, note.sections.clone()));
    }

    fn new_note(&mut self, session_id: SessionId) -> NoteView {
        NoteView {
            id: NoteId(self.id()),
            session_id,
            transcript_id: None,
            format: NoteFormat::Soap,
            status: NoteStatus::Draft,
            version: 0,
            sections: Vec::new(),
            addenda: Vec::new(),
            signed_by: None,
            signed_at: None,
            hash: "a3c1".repeat(16),
            updated_at: now(),
        }
    }

    fn edited(&mut self, old: &NoteView, sections: Vec<SectionEdit>) -> Vec<SectionView> {
        let before: Vec<&SentenceView> = old.sections.iter().flat_map(|s| &s.sentences).collect();
        let mut after = Vec::new();
        for section in sections {
            let mut sentences = Vec::new();
            for edit in section.sentences {
                let known = before.iter().find(|sentence| Some(sentence.id) == edit.id);
                sentences.push(match known {
                    Some(known) if known.text == edit.text => {
                        SentenceView { evidence: edit.evidence, ..(*known).clone() }
                    }
                    Some(known) => SentenceView {
                        text: edit.text,
                        evidence: edit.evidence,
                        screenings: known.screenings.clone(),
                        origin: Origin::Person,
                        drafted_text: known.drafted_text.clone().or_else(|| Some(known.text.clone())),
                        not_assessed: false,
                        id: known.id,
                    },
                    None => SentenceView {
                        id: SentenceId(self.id()),
                        text: edit.text,
                        evidence: edit.evidence,
                        screenings: Vec::new(),
                        origin: Origin::Person,
                        drafted_text: None,
                        not_assessed: false,
                    },
                });
            }
            after.push(SectionView { name: section.name, sentences });
        }
        after
    }
}

impl Answer<DraftNote> for World {
    fn answer(&mut self, command: DraftNote) -> Result<NoteView, ApiError> {
        let segments = self
            .transcripts
            .iter()
            .find(|t| t.summary.id == command.transcript_id)
            .map(|t| t.segments.clone())
            .ok_or_else(missing)?;
        let mut note = match self.notes.iter().find(|note| note.session_id == command.session_id) {
            Some(note) if note.signed_at.is_some() => {
                return Err(ApiError::new(ErrorCode::Signed, "The note is signed and never changes."));
            }
            Some(note) => note.clone(),
            None => self.new_note(command.session_id),
        };
        note.version += 1;
        note.transcript_id = Some(command.transcript_id);
        note.sections = data::sections(self, &segments);
        self.keep_version(&note, Origin::Rules, "Drafted from the transcript");
        self.notes.retain(|other| other.id != note.id);
        self.notes.push(note.clone());
        Ok(note)
    }
}

impl Answer<GetNote> for World {
    fn answer(&mut self, command: GetNote) -> Result<NoteView, ApiError> {
        self.note_mut(command.note_id).cloned()
    }
}

impl Answer<SaveNote> for World {
    fn answer(&mut self, command: SaveNote) -> Result<NoteView, ApiError> {
        let known = self.notes.iter().find(|note| note.session_id == command.session_id).cloned();
        let mut note = known.unwrap_or_else(|| self.new_note(command.session_id));
        if note.signed_at.is_some() {
            return Err(ApiError::new(ErrorCode::Signed, "The note is signed and never changes."));
        }
        if note.version != command.version {
            let message = "Someone saved a newer version meanwhile. Nothing was overwritten.";
            return Err(ApiError::new(ErrorCode::Conflict, message));
        }
        note.sections = self.edited(&note, command.sections);
        note.version += 1;
        note.updated_at = now();
        note.status = if command.reviewed { NoteStatus::Reviewed } else { NoteStatus::Draft };
        self.keep_version(&note, Origin::Person, "Edited");
        self.notes.retain(|other| other.id != note.id);
        self.notes.push(note.clone());
        Ok(note)
    }
}

impl Answer<SignNote> for World {
    fn answer(&mut self, command: SignNote) -> Result<NoteView, ApiError> {
        let owner = self.owner.name.clone();
        let note = self.note_mut(command.note_id)?;
        note.status = NoteStatus::Signed;
        note.signed_by = Some(owner);
        note.signed_at = Some(now());
        Ok(note.clone())
    }
}

impl Answer<AddAddendum> for World {
    fn answer(&mut self, command: AddAddendum) -> Result<NoteView, ApiError> {
        let addendum = AddendumView {
            id: AddendumId(self.id()),
            text: command.text,
            author: self.owner.name.clone(),
            created_at: now(),
        };
        let note = self.note_mut(command.note_id)?;
        note.addenda.push(addendum);
        Ok(note.clone())
    }
}

impl Answer<ListNoteVersions> for World {
    fn answer(&mut self, command: ListNoteVersions) -> Result<Vec<NoteVersionSummary>, ApiError> {
        let versions = self.versions.get(&command.note_id).ok_or_else(missing)?;
        Ok(versions.iter().map(|(summary, _)| summary.clone()).collect())
    }
}

impl Answer<GetNoteVersion> for World {
    fn answer(&mut self, command: GetNoteVersion) -> Result<Vec<SectionView>, ApiError> {
        let versions = self.versions.get(&command.note_id).ok_or_else(missing)?;
        let found = versions.iter().find(|(summary, _)| summary.version == command.version);
        found.map(|(_, sections)| sections.clone()).ok_or_else(missing)
    }
}

impl Answer<ExportNote> for World {
    fn answer(&mut self, command: ExportNote) -> Result<ExportedFile, ApiError> {
        let (ending, media_type) = match command.format {
            ExportFormat::Pdf => ("pdf", "application/pdf"),
            ExportFormat::Markdown => ("md", "text/markdown"),
            ExportFormat::Json => ("json", "application/json"),
        };
        let file_name = format!("note.{ending}");
        Ok(ExportedFile {
            file_name,
            media_type: media_type.to_owned(),
            data_base64: "SW52ZW50ZWQu".to_owned(),
        })
    }
}
