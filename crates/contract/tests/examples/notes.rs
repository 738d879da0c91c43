use contract::notes::*;
use contract::{AddendumId, NoteId, ScreeningId, SegmentId, SentenceId, SessionId, TranscriptId};

use super::{Group, at, every, id, text};

fn sections() -> Vec<SectionView> {
    let drafted = SentenceView {
        id: SentenceId(id(72)),
        text: text("Client reports poor sleep this week."),
        evidence: vec![SegmentId(id(61))],
        screenings: vec![],
        origin: Origin::Person,
        drafted_text: Some(text("Client reports sleeping badly.")),
        not_assessed: false,
    };
    let silent = SentenceView {
        id: SentenceId(id(73)),
        text: text("Appetite: not assessed."),
        evidence: vec![],
        screenings: vec![ScreeningId(id(70))],
        origin: Origin::Rules,
        drafted_text: None,
        not_assessed: true,
    };
    vec![
        SectionView { name: text("Subjective"), sentences: vec![drafted, silent] },
        SectionView { name: text("Plan"), sentences: vec![] },
    ]
}

fn note(status: NoteStatus) -> NoteView {
    let signed = status == NoteStatus::Signed;
    let addendum = AddendumView {
        id: AddendumId(id(74)),
        text: text("Homework was set by telephone."),
        author: text("Robin Field"),
        created_at: at(90),
    };
    NoteView {
        id: NoteId(id(70)),
        session_id: SessionId(id(20)),
        transcript_id: signed.then(|| TranscriptId(id(50))),
        format: NoteFormat::Soap,
        status,
        version: 2,
        sections: sections(),
        addenda: if signed { vec![addendum] } else { vec![] },
        signed_by: signed.then(|| text("Robin Field")),
        signed_at: signed.then(|| at(60)),
        hash: "0123456789abcdef".repeat(4),
        updated_at: at(58),
    }
}

fn edits() -> Vec<SectionEdit> {
    let kept = SentenceEdit {
        id: Some(SentenceId(id(72))),
        text: text("Client reports poor sleep this week."),
        evidence: vec![SegmentId(id(61))],
    };
    let added = SentenceEdit { id: None, text: text("Seemed rested."), evidence: vec![] };
    vec![SectionEdit { name: text("Subjective"), sentences: vec![kept, added] }]
}

pub(super) fn group() -> Group {
    let (note_id, session_id) = (NoteId(id(70)), SessionId(id(20)));
    let version = NoteVersionSummary {
        version: 1,
        author: text("Attune"),
        origin: Origin::Rules,
        summary: text("Drafted from the transcript"),
        hash: "fedcba9876543210".repeat(4),
        created_at: at(55),
    };
    let export = |format| ExportNote { note_id, format };
    Group::default()
        .command(
            vec![DraftNote { session_id, transcript_id: TranscriptId(id(50)), format: NoteFormat::Soap }],
            vec![note(NoteStatus::Draft)],
        )
        .command(vec![GetNote { note_id }], vec![note(NoteStatus::Reviewed), note(NoteStatus::Signed)])
        .command(
            vec![SaveNote { session_id, version: 1, sections: edits(), reviewed: true }],
            vec![note(NoteStatus::Reviewed)],
        )
        .command(vec![SignNote { note_id, version: 2 }], vec![note(NoteStatus::Signed)])
        .command(
            vec![AddAddendum { note_id, text: text("Homework was set by telephone.") }],
            vec![note(NoteStatus::Signed)],
        )
        .command(vec![ListNoteVersions { note_id }], vec![vec![version]])
        .command(vec![GetNoteVersion { note_id, version: 1 }], vec![sections()])
        .command(
            every!(ExportFormat: Pdf, Markdown, Json).into_iter().map(export).collect(),
            vec![ExportedFile {
                file_name: text("note-2026-11-21.pdf"),
                media_type: text("application/pdf"),
                data_base64: text("JVBERi0xLjc="),
            }],
        )
        .values("NoteStatus", every!(NoteStatus: Draft, Reviewed, Signed, Archived))
        .values("NoteFormat", every!(NoteFormat: Soap))
        .values("Origin", every!(Origin: Rules, Model, Person))
}
