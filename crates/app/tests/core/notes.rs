//! Notes written and edited by hand, through the dispatcher.

use contract::SessionId;
use contract::notes::{NoteView, SaveNote, SectionEdit, SentenceEdit};
use contract::sessions::StartQuickSession;
use testkit::{TestCore, create_vault};

use crate::{core, ok};

async fn save(
    core: &TestCore,
    session_id: SessionId,
    version: u32,
    sentences: Vec<SentenceEdit>,
) -> NoteView {
    let sections = vec![SectionEdit { name: "Objective".to_owned(), sentences }];
    ok(core, SaveNote { session_id, version, sections, reviewed: false }).await
}

#[tokio::test]
async fn a_deletion_that_is_undone_brings_the_same_sentence_back() {
    let core = core();
    ok(&core, create_vault()).await;
    let session = ok(&core, StartQuickSession { client_id: None }).await.id;
    let new = |text: &str| SentenceEdit { id: None, text: text.to_owned(), evidence: Vec::new() };
    let first = save(&core, session, 0, vec![new("Seemed rested."), new("Spoke freely.")]).await;
    let edit = |view: &NoteView, at: usize| {
        let sentence = &view.sections[0].sentences[at];
        SentenceEdit { id: Some(sentence.id), text: sentence.text.clone(), evidence: Vec::new() }
    };
    let (rested, spoke) = (edit(&first, 0), edit(&first, 1));
    let deleted = save(&core, session, first.version, vec![spoke.clone()]).await;
    let undone = save(&core, session, deleted.version, vec![rested.clone(), spoke.clone()]).await;
    assert_eq!(undone.sections, first.sections, "with its id, and so with all that is kept with it");

    let twice = save(&core, session, undone.version, vec![rested.clone(), rested, spoke]).await;
    let ids: Vec<_> = twice.sections[0].sentences.iter().map(|sentence| sentence.id).collect();
    assert!(ids[0] != ids[1], "one id is one sentence, named twice or not");
    let made_up = SentenceEdit { id: Some(contract::SentenceId(session.0)), ..new("Another.") };
    let strange = save(&core, session, twice.version, vec![made_up]).await;
    assert_ne!(
        strange.sections[0].sentences[0].id.0, session.0,
        "an id that no version knows is not taken over"
    );
}
