//! The main job: a recorded session becomes a grounded, signed note.

use app::{Front, WorkerCommand};
use base64::Engine as _;
use chrono::TimeDelta;
use contract::audit::{AuditVerdict, VerifyAudit};
use contract::consents::{ConsentMethod, ConsentScope, ConsentSubject, GiveConsent, WithdrawConsent};
use contract::jobs::{JobResult, JobState, WatchJob};
use contract::notes::{
    AddAddendum, DraftNote, ExportFormat, ExportNote, NoteStatus, NoteView, Origin, SaveNote, SectionEdit,
    SentenceEdit, SignNote,
};
use contract::recordings::{DeleteRecording, FileSource, GetWaveform, ImportRecording, ReadAudio};
use contract::search::Search;
use contract::sessions::{
    AssignSession, GetSession, MoveSession, SessionStatus, SessionView, StartQuickSession,
};
use contract::transcripts::{CorrectSegment, GetTranscript, RelabelSegments, Speaker, StartTranscription};
use contract::{ErrorCode, JobId, RecordingId, SessionId, TranscriptId};
use testkit::{TestCore, create_client, create_vault, fixtures, speech_worker};

use crate::{core, ok, run};

async fn consent(core: &TestCore, session: &SessionView, scope: ConsentScope) -> contract::ConsentId {
    let subject = match &session.client {
        Some(client) => ConsentSubject::Client(client.id),
        None => ConsentSubject::Session(session.id),
    };
    let give = GiveConsent {
        subject,
        scope,
        version: 1,
        method: ConsentMethod::Verbal,
        given_by: "the client".to_owned(),
    };
    ok(core, give).await.id
}

async fn finish(core: &TestCore, job_id: JobId) -> JobState {
    ok(core, WatchJob { job_id }).await.state
}

async fn import(core: &TestCore, session_id: SessionId, file: &str) -> RecordingId {
    let path = fixtures().expect("the sample sessions are part of the project").join(file);
    let picked = core.app.pick_file(&path).expect("the sample can be picked");
    let source = FileSource::Picked(picked.pick_id);
    let job = ok(core, ImportRecording { session_id, source }).await;
    match finish(core, job).await {
        JobState::Finished { result: JobResult::Recording(id) } => id,
        other => panic!("the import must finish, got {other:?}"),
    }
}

async fn transcribe(core: &TestCore, recording_id: RecordingId) -> TranscriptId {
    let start = StartTranscription { recording_id, model_id: demo_model(core).await, language: None };
    let job = ok(core, start).await;
    match finish(core, job).await {
        JobState::Finished { result: JobResult::Transcript(id) } => id,
        other => panic!("the transcription must finish, got {other:?}"),
    }
}

async fn demo_model(core: &TestCore) -> String {
    let models = ok(core, contract::models::ListModels {}).await;
    let demo = models.into_iter().find(|model| model.kind == contract::models::ModelKind::Demo);
    demo.expect("the demo model is in the catalogue").id
}

fn edit(note: &NoteView) -> Vec<SectionEdit> {
    let sentence = |s: &contract::notes::SentenceView| SentenceEdit {
        id: Some(s.id),
        text: s.text.clone(),
        evidence: s.evidence.clone(),
    };
    let section = |s: &contract::notes::SectionView| SectionEdit {
        name: s.name.clone(),
        sentences: s.sentences.iter().map(sentence).collect(),
    };
    note.sections.iter().map(section).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_recording_becomes_a_grounded_signed_note() {
    let core = TestCore::new(speech_worker()).expect("a temporary folder can be made");
    ok(&core, create_vault()).await;
    let client = ok(&core, create_client("Ada")).await;
    let session = ok(&core, StartQuickSession { client_id: None }).await;
    let path = fixtures().expect("the sample sessions are part of the project").join("session-b.flac");
    let picked = core.app.pick_file(&path).expect("the sample can be picked");
    let refused =
        run(&core, ImportRecording { session_id: session.id, source: FileSource::Picked(picked.pick_id) })
            .await;
    assert_eq!(
        refused.map_err(|e| e.code),
        Err(ErrorCode::ConsentMissing),
        "nothing is imported without recording consent"
    );
    consent(&core, &session, ConsentScope::Recording).await;
    let recording = import(&core, session.id, "session-b.flac").await;
    let shape = ok(&core, GetWaveform { recording_id: recording, columns: 500 }).await;
    assert_eq!(shape.channels.len(), 2, "stereo stays stereo");
    assert!(
        shape.duration_ms.abs_diff(98_000) < 2_000,
        "the length is the sample's, got {}",
        shape.duration_ms
    );
    let chunk = ok(&core, ReadAudio { recording_id: recording, start_ms: 5_000, end_ms: 7_000 }).await;
    let bytes = base64::engine::general_purpose::STANDARD.decode(chunk.pcm_base64).expect("it is base64");
    assert_eq!(bytes.len(), 2 * 16_000 * 2 * 2, "two seconds of two channels of 16-bit samples");

    let start =
        StartTranscription { recording_id: recording, model_id: demo_model(&core).await, language: None };
    let refused = run(&core, start).await;
    assert_eq!(
        refused.map_err(|e| e.code),
        Err(ErrorCode::ConsentMissing),
        "analysis is a consent of its own"
    );
    consent(&core, &session, ConsentScope::Analysis).await;
    let transcript_id = transcribe(&core, recording).await;
    let transcript = ok(&core, GetTranscript { transcript_id }).await;
    assert!(transcript.summary.demo_model, "the demo model is named as such");
    assert!(transcript.segments.len() > 10, "98 s of talk give many segments");
    assert!(
        transcript.segments.iter().any(|s| s.speaker == Speaker::Therapist)
            && transcript.segments.iter().any(|s| s.speaker == Speaker::Client),
        "two channels give two speakers"
    );

    let screening = crate::screening::phq9(&core, client.id, 2.0).await;
    ok(&core, AssignSession { session_id: session.id, client_id: client.id }).await;
    let draft = DraftNote { session_id: session.id, transcript_id, format: Default::default() };
    let note = ok(&core, draft).await;
    let objective = note.sections.iter().find(|section| section.name == "Objective");
    let findings: Vec<_> = objective
        .into_iter()
        .flat_map(|section| &section.sentences)
        .filter(|sentence| sentence.screenings == [screening])
        .map(|sentence| sentence.text.as_str())
        .collect();
    assert_eq!(
        findings,
        ["PHQ-9 on 21 November 2026: 16 of 27, moderately severe."],
        "what was screened since the last session is an objective finding that points at its results"
    );
    for sentence in note.sections.iter().flat_map(|section| &section.sentences) {
        assert!(
            sentence.not_assessed || !sentence.evidence.is_empty() || !sentence.screenings.is_empty(),
            "every drafted sentence points at what was said: {}",
            sentence.text
        );
    }
    let segment = transcript.segments[0].clone();
    ok(&core, RelabelSegments { segment_ids: vec![segment.id], speaker: Speaker::Unknown }).await;
    let corrected =
        ok(&core, CorrectSegment { segment_id: segment.id, text: "Quite another thing".to_owned() }).await;
    assert_eq!(
        corrected.original_text,
        Some(segment.text),
        "the model's words are kept beside the correction"
    );

    let mut sections = edit(&note);
    let drafted = sections[0].sentences[0].text.clone();
    sections[0].sentences[0].text = "Client speaks of a difficult week.".to_owned();
    let added = SentenceEdit { id: None, text: "Seemed rested.".to_owned(), evidence: Vec::new() };
    sections[1].sentences.push(added);
    let save = SaveNote { session_id: session.id, version: note.version, sections, reviewed: true };
    let saved = ok(&core, save.clone()).await;
    let keeps = saved.sections[1].sentences.iter().any(|sentence| sentence.screenings == [screening]);
    assert!(keeps, "an edit elsewhere leaves a finding its evidence");
    let first = &saved.sections[0].sentences[0];
    assert_eq!(first.origin, Origin::Person, "changed words are the person's");
    assert_eq!(first.drafted_text.as_deref(), Some(drafted.as_str()), "what software wrote is kept");
    let stale = run(&core, save).await;
    assert_eq!(stale.map_err(|e| e.code), Err(ErrorCode::Conflict), "an older page overwrites nothing");

    let signed = ok(&core, SignNote { note_id: note.id, version: saved.version }).await;
    assert_eq!(signed.status, NoteStatus::Signed, "the note is signed");
    let save =
        SaveNote { session_id: session.id, version: signed.version, sections: edit(&signed), reviewed: true };
    let refused = run(&core, save).await;
    assert_eq!(refused.map_err(|e| e.code), Err(ErrorCode::Signed), "a signed note never changes");
    let noted =
        ok(&core, AddAddendum { note_id: note.id, text: "Homework was set by telephone.".to_owned() }).await;
    assert_eq!(noted.addenda.len(), 1, "corrections are addenda");

    let hits = ok(&core, Search { query: "difficult wee".to_owned(), limit: 10 }).await;
    assert!(
        hits.iter().any(|hit| hit.client.as_ref().is_some_and(|(id, _)| *id == client.id)),
        "the note is found by its words, under the client the session was given to"
    );
    for format in [ExportFormat::Pdf, ExportFormat::Markdown, ExportFormat::Json] {
        let file = ok(&core, ExportNote { note_id: note.id, format }).await;
        assert!(!file.data_base64.is_empty() && !file.file_name.contains("Ada"), "{}", file.file_name);
        if format == ExportFormat::Markdown {
            let bytes = base64::engine::general_purpose::STANDARD.decode(file.data_base64).expect("base64");
            let text = String::from_utf8(bytes).expect("Markdown is text");
            assert!(text.contains("moderately severe. [S1]"), "a finding points at its screening:\n{text}");
        }
    }
    let session = ok(&core, GetSession { session_id: session.id }).await;
    assert!(
        session.may_record && session.may_analyse,
        "consents recorded for the session hold after assignment"
    );
    let end = |at| MoveSession { session_id: session.id, to: SessionStatus::Completed, at };
    let began = session.started_at.expect("a quick session begins at once");
    for (wrong, why) in [(TimeDelta::days(400), "in the future"), (TimeDelta::minutes(-1), "before it began")]
    {
        let refused = run(&core, end(Some(began + wrong))).await.map_err(|e| e.field);
        assert_eq!(refused.err(), Some(Some("at".to_owned())), "no session ends {why}");
    }
    let ended = ok(&core, end(Some(began))).await;
    assert_eq!(ended.ended_at, Some(began), "the end is the one that was said");
    let back =
        run(&core, MoveSession { session_id: session.id, to: SessionStatus::Upcoming, at: None }).await;
    assert_eq!(back.map_err(|e| e.code), Err(ErrorCode::IllegalMove), "what took place stays so");

    ok(&core, DeleteRecording { recording_id: recording }).await;
    let gone = run(&core, ReadAudio { recording_id: recording, start_ms: 0, end_ms: 1_000 }).await;
    assert_eq!(gone.map_err(|e| e.code), Err(ErrorCode::NotFound), "deleted sound is gone");
    let left = std::fs::read_dir(core.data_dir().join("vault/media")).expect("the folder is there").count();
    assert_eq!(left, 0, "and so is its file");
    let verdict = ok(&core, VerifyAudit::default()).await;
    assert!(matches!(verdict, AuditVerdict::Intact { .. }), "the log verifies, got {verdict:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_dies_costs_nothing_and_can_be_tried_again() {
    let worker = WorkerCommand { executable: "/bin/false".into(), args: Vec::new() };
    let core = TestCore::new(worker).expect("a temporary folder can be made");
    ok(&core, create_vault()).await;
    let session = ok(&core, StartQuickSession { client_id: None }).await;
    consent(&core, &session, ConsentScope::Recording).await;
    let analysis = consent(&core, &session, ConsentScope::Analysis).await;
    let recording_id = import(&core, session.id, "session-a-mono.flac").await;
    let start = StartTranscription { recording_id, model_id: demo_model(&core).await, language: None };
    let job = ok(&core, start.clone()).await;
    let state = finish(&core, job).await;
    let JobState::Failed { error } = state else { panic!("a dead worker is a failure, got {state:?}") };
    assert_eq!(error.code, ErrorCode::WorkerCrashed, "and says so");
    let view = ok(&core, GetSession { session_id: session.id }).await;
    assert_eq!(view.recordings.len(), 1, "the recording is untouched");
    assert_eq!(view.recordings[0].readable_ms, view.recordings[0].duration_ms, "all of it");
    assert_eq!(view.jobs.len(), 1, "the session shows what failed");
    ok(&core, WithdrawConsent { consent_id: analysis, note: String::new() }).await;
    let refused = run(&core, start).await;
    assert_eq!(
        refused.map_err(|e| e.code),
        Err(ErrorCode::ConsentMissing),
        "withdrawn consent stops new work"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_read_leaves_nothing_behind() {
    let core = core();
    ok(&core, create_vault()).await;
    let session = ok(&core, StartQuickSession { client_id: None }).await;
    consent(&core, &session, ConsentScope::Recording).await;
    let good =
        std::fs::read(fixtures().expect("samples are there").join("session-a.flac")).expect("it can be read");
    let files: [(&str, Vec<u8>); 4] = [
        ("empty.wav", Vec::new()),
        ("text.mp3", b"this is no sound".repeat(500)),
        ("cut.flac", good[..good.len() / 3].to_vec()),
        ("header.wav", b"RIFF\xff\xff\xff\xffWAVEfmt \x66\x66\x66\x66".to_vec()),
    ];
    for (name, bytes) in files {
        let picked = core.app.pick_bytes(name, bytes).expect("bytes can be picked");
        let source = FileSource::Picked(picked.pick_id);
        let job = ok(&core, ImportRecording { session_id: session.id, source }).await;
        let state = finish(&core, job).await;
        let JobState::Failed { error } = state else { panic!("{name} must be refused, got {state:?}") };
        assert_eq!(error.code, ErrorCode::UnreadableAudio, "{name}: {}", error.message);
        let left =
            std::fs::read_dir(core.data_dir().join("vault/media")).expect("the folder is there").count();
        assert_eq!(left, 0, "{name} leaves no file");
    }
    let path = FileSource::Path("/etc/passwd".to_owned());
    let refused = run(&core, ImportRecording { session_id: session.id, source: path }).await;
    assert_eq!(refused.map_err(|e| e.code), Err(ErrorCode::Forbidden), "a page cannot name a path");
    let view = ok(&core, GetSession { session_id: session.id }).await;
    assert!(view.recordings.is_empty(), "no half recording is shown");
}

#[tokio::test]
async fn a_call_that_fits_no_command_says_so_and_changes_nothing() {
    let core = core();
    ok(&core, create_vault()).await;
    for (name, body) in [
        ("clients.shred", serde_json::json!({})),
        ("clients.create", serde_json::json!({ "details": 7 })),
        ("clients.get", serde_json::json!(null)),
    ] {
        let error = core.app.call(Front::Http, name, body).await.expect_err("it must be refused");
        assert_eq!(error.code, ErrorCode::BadCall, "{name}");
    }
}
