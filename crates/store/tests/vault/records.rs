//! Records: revisions, corrections, transactions, writers that take turns.

use std::sync::Arc;

use store::StoreError;
use store::clients::ClientFilter;
use store::recordings::{RecordingStatus, list_with_status, remove_unfinished};
use store::transcripts::{Speaker, TranscriptStatus};

use crate::fixtures::{
    CLIENT, NOW, Place, RECORDING, SESSION, TRANSCRIPT, client, id, segment, sentences, session, write_story,
};

#[tokio::test]
async fn a_change_from_an_older_revision_is_a_conflict_and_overwrites_nothing() {
    let place = Place::new();
    let vault = place.create().await;
    write_story(&vault, &sentences(1)).await.expect("the story is written");
    let mut tx = vault.begin().await.expect("a transaction begins");
    let mut row = client(CLIENT, "Beatrix");
    row.revision = 2;
    store::clients::update(&mut tx, &row).await.expect("the next revision is taken");
    let mut meeting = session(SESSION, Some(CLIENT));
    (meeting.revision, meeting.goals) = (2, "Sleep".to_owned());
    store::sessions::update(&mut tx, &meeting).await.expect("the next revision is taken");
    for revision in [0, 1, 2, 4] {
        let mut stale = client(CLIENT, "Overwritten");
        stale.revision = revision;
        let result = store::clients::update(&mut tx, &stale).await;
        assert!(matches!(result, Err(StoreError::Conflict)), "client at revision {revision}: {result:?}");
        let mut stale = session(SESSION, Some(CLIENT));
        stale.revision = revision;
        let result = store::sessions::update(&mut tx, &stale).await;
        assert!(matches!(result, Err(StoreError::Conflict)), "session at revision {revision}: {result:?}");
    }
    assert_eq!(
        store::clients::get(&mut tx, CLIENT).await.expect("it reads"),
        row,
        "the client is the saved one"
    );
    assert_eq!(store::sessions::get(&mut tx, SESSION).await.expect("it reads"), meeting, "so is the session");
    let hits = store::search::find(&mut tx, "Overwritten", 10).await.expect("the search runs");
    assert!(hits.is_empty(), "what was refused is not found either");
    let unknown = store::clients::get(&mut tx, id(999)).await;
    assert!(matches!(unknown, Err(StoreError::NotFound)), "an unknown id is told: {unknown:?}");
}

#[tokio::test]
async fn a_name_is_found_in_any_case_of_any_script() {
    let place = Place::new();
    let vault = place.create().await;
    let mut tx = vault.begin().await.expect("a transaction begins");
    for (number, name) in [(11, "Özlem"), (12, "ЕЛЕНА"), (13, "Zoë"), (14, "Ada")] {
        store::clients::insert(&mut tx, &client(id(number), name)).await.expect("a client is written");
    }
    for (query, found) in [
        ("özl", vec![id(11)]),
        ("ÖZLEM", vec![id(11)]),
        ("елена", vec![id(12)]),
        ("zOË", vec![id(13)]),
        ("ada", vec![id(14)]),
        ("ü", vec![]),
    ] {
        let filter = ClientFilter { query, status: None, now: NOW, offset: 0, limit: 10 };
        let rows = store::clients::list(&mut tx, &filter).await.expect("clients are listed");
        let ids: Vec<_> = rows.into_iter().map(|row| row.id).collect();
        assert_eq!(ids, found, "who is found by {query:?}");
        let count = store::clients::count(&mut tx, &filter).await.expect("clients are counted");
        assert_eq!(count as usize, found.len(), "and counted by {query:?}");
    }
}

#[tokio::test]
async fn a_correction_keeps_the_first_words_and_relabelling_touches_nothing_else() {
    let place = Place::new();
    let vault = place.create().await;
    let texts: Vec<String> = ["aubergine kettle", "second", "third"].map(str::to_owned).to_vec();
    write_story(&vault, &texts).await.expect("the story is written");
    let mut tx = vault.begin().await.expect("a transaction begins");
    let first = segment(0, &texts[0]);
    for (n, words) in ["marzipan kettle", "nutmeg kettle", "aubergine kettle"].into_iter().enumerate() {
        let row = store::transcripts::correct(&mut tx, first.id, words, NOW + 1).await.expect("corrected");
        assert_eq!(row.text, words, "correction {n} stands");
        assert_eq!(row.original_text.as_deref(), Some("aubergine kettle"), "the first words stay through it");
    }
    let last = store::transcripts::correct(&mut tx, first.id, "saffron", NOW + 2).await.expect("corrected");
    for (query, expected) in [("saffron", 1), ("aubergine", 0), ("nutmeg", 0)] {
        let hits = store::search::find(&mut tx, query, 10).await.expect("the search runs");
        assert_eq!(hits.len(), expected, "{query}: only words as they stand are found");
    }
    store::transcripts::set_speaker(&mut tx, first.id, Speaker::Unknown, NOW + 3).await.expect("relabelled");
    let relabelled = store::transcripts::get_segment(&mut tx, first.id).await.expect("it reads");
    let expected = store::transcripts::SegmentRow { speaker: Speaker::Unknown, updated_at: NOW + 3, ..last };
    assert_eq!(relabelled, expected, "only speaker and time of change differ");
    let hits = store::search::find(&mut tx, "saffron", 10).await.expect("the search runs");
    assert_eq!(hits.len(), 1, "it is found as before");
    let others = store::transcripts::list_segments(&mut tx, TRANSCRIPT).await.expect("it lists");
    assert_eq!(others[1..], [segment(1, "second"), segment(2, "third")], "other segments are untouched");
    let unknown = store::transcripts::set_speaker(&mut tx, id(999), Speaker::Client, NOW).await;
    assert!(matches!(unknown, Err(StoreError::NotFound)), "an unknown segment is told: {unknown:?}");
}

#[tokio::test]
async fn a_transaction_that_is_dropped_never_was() {
    let place = Place::new();
    let vault = place.create().await;
    write_story(&vault, &sentences(2)).await.expect("the story is written");
    let mut tx = vault.begin().await.expect("a transaction begins");
    store::clients::insert(&mut tx, &client(id(9), "Never")).await.expect("it is written");
    store::transcripts::correct(&mut tx, segment(0, "").id, "never said", NOW).await.expect("corrected");
    drop(tx);
    let mut tx = vault.begin().await.expect("the next transaction begins");
    assert!(
        matches!(store::clients::get(&mut tx, id(9)).await, Err(StoreError::NotFound)),
        "the client is not there"
    );
    for words in ["Never", "never said"] {
        let hits = store::search::find(&mut tx, words, 10).await.expect("the search runs");
        assert!(hits.is_empty(), "{words} is not found");
    }
    drop(tx);
    vault.check_integrity().await.expect("and nothing is torn");
}

#[tokio::test]
async fn what_a_crash_left_unfinished_is_told_apart() {
    let place = Place::new();
    let vault = place.create().await;
    write_story(&vault, &sentences(2)).await.expect("the story is written");
    let mut tx = vault.begin().await.expect("a transaction begins");
    let covered = |status, ms| (TRANSCRIPT, status, ms);
    for (transcript, status, ms) in
        [covered(TranscriptStatus::Processing, 5_000), covered(TranscriptStatus::Processing, 3_000)]
    {
        store::transcripts::set_progress(&mut tx, transcript, status, ms, NOW)
            .await
            .expect("progress is kept");
    }
    assert_eq!(
        store::transcripts::fail_unfinished(&mut tx, NOW).await.expect("it runs"),
        1,
        "one was under way"
    );
    assert_eq!(store::transcripts::fail_unfinished(&mut tx, NOW).await.expect("it runs"), 0, "now none is");
    let row = store::transcripts::get(&mut tx, TRANSCRIPT).await.expect("it reads");
    assert_eq!((row.status, row.covered_ms), (TranscriptStatus::Failed, 60_000), "coverage never goes back");
    let words = store::transcripts::list_segments(&mut tx, TRANSCRIPT).await.expect("it lists");
    assert_eq!(words.len(), 2, "its words so far stay");

    remove_unfinished(&mut tx, RECORDING).await.expect("it runs");
    let mut recording = store::recordings::get(&mut tx, RECORDING).await.expect("a whole recording stays");
    recording.id = id(33);
    recording.status = RecordingStatus::Importing;
    store::recordings::insert(&mut tx, &recording).await.expect("an import begins");
    let cut = list_with_status(&mut tx, RecordingStatus::Importing).await.expect("it lists");
    assert_eq!(cut, [recording.clone()], "an import that was cut short is found");
    let shown = store::recordings::list_ready(&mut tx, SESSION).await.expect("it lists");
    assert!(shown.iter().all(|row| row.id != recording.id), "and not shown");
    remove_unfinished(&mut tx, recording.id).await.expect("it runs");
    let gone = store::recordings::get(&mut tx, recording.id).await;
    assert!(matches!(gone, Err(StoreError::NotFound)), "it can be forgotten: {gone:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_writers_take_turns_and_none_fails() {
    const WRITERS: u32 = 8;
    const CHANGES: u32 = 25;
    let place = Place::new();
    let vault = Arc::new(place.create().await);
    write_story(&vault, &sentences(1)).await.expect("the story is written");
    let writer = |vault: Arc<store::Vault>| async move {
        for _ in 0..CHANGES {
            let mut tx = vault.begin().await?;
            let mut row = store::clients::get(&mut tx, CLIENT).await?;
            row.revision += 1;
            store::clients::update(&mut tx, &row).await?;
            tx.commit().await?;
        }
        Ok::<_, StoreError>(())
    };
    let tasks: Vec<_> = (0..WRITERS).map(|_| tokio::spawn(writer(vault.clone()))).collect();
    for task in tasks {
        let result = task.await.expect("no writer panics");
        assert!(result.is_ok(), "no writer is told that the database is busy: {result:?}");
    }
    let mut tx = vault.begin().await.expect("a transaction begins");
    let revision = store::clients::get(&mut tx, CLIENT).await.expect("it reads").revision;
    assert_eq!(revision, 1 + WRITERS * CHANGES, "no change was lost");
}
