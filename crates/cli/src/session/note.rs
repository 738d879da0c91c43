use std::path::Path;

use contract::notes::{AddAddendum, DraftNote, GetNote, NoteFormat, NoteView, SignNote};
use contract::sessions::GetSession;
use contract::{ErrorCode, NoteId, SessionId, TranscriptId};

use super::{sound, text};
use crate::context::Core;
use crate::exit::{Exit, Failure};
use crate::export::{self, ExportArgs};
use crate::note::read_text;

pub(crate) async fn draft(
    core: &Core,
    session_id: SessionId,
    transcript: Option<TranscriptId>,
) -> Result<Exit, Failure> {
    let transcript_id = match transcript {
        Some(id) => id,
        None => sound::newest_complete(&core.run(GetSession { session_id }).await?)?,
    };
    let note = core.run(DraftNote { session_id, transcript_id, format: NoteFormat::Soap }).await?;
    core.output.show(&note, text::note)
}

pub(crate) async fn show(core: &Core, session_id: SessionId) -> Result<Exit, Failure> {
    let note = note_of(core, session_id).await?;
    let note: NoteView = core.run(GetNote { note_id: note }).await?;
    core.output.show(&note, text::note)
}

pub(crate) async fn sign(core: &Core, session_id: SessionId, version: u32) -> Result<Exit, Failure> {
    let note_id = note_of(core, session_id).await?;
    let note = core.run(SignNote { note_id, version }).await?;
    core.output.show(&note, text::note)
}

pub(crate) async fn add_addendum(core: &Core, session_id: SessionId, words: &Path) -> Result<Exit, Failure> {
    let note_id = note_of(core, session_id).await?;
    let text = read_text(words)?.trim().to_owned();
    let note = core.run(AddAddendum { note_id, text }).await?;
    core.output.show(&note, text::note)
}

pub(crate) async fn export(core: &Core, session_id: SessionId, args: ExportArgs) -> Result<Exit, Failure> {
    let note_id = note_of(core, session_id).await?;
    let files = export::write(core, note_id, &args).await?;
    core.output.show(&files, |files| export::describe(files))
}

async fn note_of(core: &Core, session_id: SessionId) -> Result<NoteId, Failure> {
    let session = core.run(GetSession { session_id }).await?;
    session.note.map(|(id, _)| id).ok_or_else(|| {
        Failure::new(ErrorCode::NotFound, "This session has no note yet. Draft one with `session draft`.")
    })
}
