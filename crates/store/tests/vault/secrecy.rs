//! What someone sees who has the files and not the key.

use store::notes::{NoteRow, NoteStatus, NoteVersionRow, Origin, Section, Sentence};
use store::{StoreError, Vault};

use crate::fixtures::{
    CLIENT, NOW, Place, SESSION, TRANSCRIPT, client, execute, id, raw, read_story, sentences, write_story,
};

const CANARY: &str = "canaryQuillfeather";

/// Files of the vault by name.
fn files(place: &Place) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(place.folder()).expect("the folder can be listed");
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.expect("an entry can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (name, std::fs::read(&path).expect("a file of the vault can be read"))
    };
    entries.map(read).collect()
}

fn assert_nothing_readable(place: &Place, when: &str) {
    let utf16: Vec<u8> = CANARY.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let lower = CANARY.to_lowercase();
    let never: [&[u8]; 5] =
        [CANARY.as_bytes(), lower.as_bytes(), &utf16, b"SQLite format 3", b"CREATE TABLE"];
    for (name, bytes) in files(place) {
        for needle in never {
            let found = bytes.windows(needle.len()).any(|window| window == needle);
            assert!(!found, "{when}, {name} shows {:?}", String::from_utf8_lossy(needle));
        }
    }
}

async fn write_canaries(vault: &Vault) -> Result<(), StoreError> {
    let mut texts = sentences(600);
    texts.iter_mut().for_each(|text| *text = format!("{CANARY} {text} {CANARY}"));
    write_story(vault, &texts).await?;
    let mut tx = vault.begin().await?;
    let mut row = client(id(9), CANARY);
    row.conditions.0.push(CANARY.to_owned());
    store::clients::insert(&mut tx, &row).await?;
    let note = NoteRow {
        id: id(70),
        session_id: SESSION,
        transcript_id: Some(TRANSCRIPT),
        format: "soap".to_owned(),
        status: NoteStatus::Draft,
        version: 1,
        signed_by: None,
        signed_at: None,
        created_at: NOW,
        updated_at: NOW,
    };
    store::notes::put(&mut tx, &note).await?;
    let sentence = Sentence {
        id: id(71),
        text: CANARY.to_owned(),
        evidence: Vec::new(),
        screenings: vec![],
        origin: Origin::Person,
        drafted_text: Some(CANARY.to_owned()),
        not_assessed: false,
    };
    let version = NoteVersionRow {
        id: id(72),
        note_id: id(70),
        version: 1,
        author: CANARY.to_owned(),
        origin: Origin::Person,
        summary: CANARY.to_owned(),
        sections: sqlx::types::Json(vec![Section { name: "Plan".to_owned(), sentences: vec![sentence] }]),
        hash: "00".to_owned(),
        created_at: NOW,
        updated_at: NOW,
    };
    store::notes::append_version(&mut tx, &version, SESSION, Some(CLIENT)).await?;
    tx.commit().await
}

#[tokio::test]
async fn nothing_readable_reaches_the_disk() {
    let place = Place::new();
    let vault = place.create().await;
    write_canaries(&vault).await.expect("the canaries are written");
    let log = files(&place).into_iter().find(|(name, _)| name.ends_with("-wal"));
    assert!(log.is_some_and(|(_, bytes)| bytes.len() > 100_000), "there is a write-ahead log to look into");
    assert_nothing_readable(&place, "while open");
    let mut tx = vault.begin().await.expect("a transaction begins");
    let hits = store::search::find(&mut tx, CANARY, 10).await.expect("the search runs");
    assert!(!hits.is_empty(), "the canaries are really in it");
    // More changed pages than the cache holds: some are written out before the transaction ends.
    for n in 0..3_000 {
        let row = client(id(100_000 + n), &format!("{CANARY} {}", "feather ".repeat(150)));
        store::clients::insert(&mut tx, &row).await.expect("a client is written");
    }
    assert_nothing_readable(&place, "inside a large transaction");
    drop(tx);
    vault.close().await;
    assert_nothing_readable(&place, "after closing");
    let other = Place::new();
    Vault::rekey(&place.path(), &place.key(), &other.key()).await.expect("the key can be changed");
    assert_nothing_readable(&place, "after a change of keys");
}

#[tokio::test]
async fn the_cipher_is_on_and_asks_for_the_key() {
    let place = Place::new();
    place.create().await.close().await;
    let mut keyed = place.raw().await;
    let version: String =
        sqlx::query_scalar("PRAGMA cipher_version").fetch_one(&mut keyed).await.expect("SQLCipher answers");
    assert!(version.starts_with("4."), "the file format is that of SQLCipher 4, got {version}");
    let authenticated: String =
        sqlx::query_scalar("PRAGMA cipher_use_hmac").fetch_one(&mut keyed).await.expect("it answers");
    assert_eq!(authenticated, "1", "every page carries an authentication tag");
    let temporary: i64 = sqlx::query_scalar("SELECT count(*) FROM pragma_compile_options WHERE compile_options LIKE 'TEMP_STORE=%' AND compile_options NOT LIKE 'TEMP_STORE=0'")
        .fetch_one(&mut keyed)
        .await
        .expect("it answers");
    assert_eq!(temporary, 1, "the library was built to let temporary tables stay in memory");
    let mut keyless = raw(&place.path(), None).await.expect("a file can be opened without a key");
    let refused = execute(&mut keyless, "SELECT count(*) FROM sqlite_schema").await;
    let error = StoreError::from(refused.expect_err("and not read"));
    assert!(matches!(error, StoreError::NotADatabase), "without the key it is no database: {error:?}");

    let twin = Place::new();
    Vault::create(&twin.path(), &place.key()).await.expect("a twin is made").close().await;
    let salt = |place: &Place| std::fs::read(place.path()).expect("it can be read")[..16].to_vec();
    assert_ne!(salt(&place), salt(&twin), "each file has a salt of its own, under the same key too");
}

#[tokio::test]
async fn a_wrong_key_is_told_and_changes_nothing() {
    let place = Place::new();
    let stranger = Place::new();
    let vault = place.create().await;
    write_story(&vault, &sentences(20)).await.expect("the story is written");
    vault.close().await;
    let before = std::fs::read(place.path()).expect("it can be read");
    let opened = Vault::open(&place.path(), &stranger.key()).await.map(|_| ());
    let rekeyed = Vault::rekey(&place.path(), &stranger.key(), &stranger.key()).await;
    for (what, result) in [("opening", opened), ("rekeying", rekeyed)] {
        let error = result.expect_err("a wrong key is refused");
        assert!(matches!(error, StoreError::NotADatabase), "{what} with a wrong key: {error:?}");
        let told = format!("{error} {error:?}").to_lowercase();
        for key in [place.key(), stranger.key()] {
            let digits = key.pragma_value()[2..66].to_lowercase();
            assert!(!told.contains(&digits), "the error of {what} holds no key");
        }
    }
    assert!(!Vault::fits(&place.path(), &stranger.key()).await.expect("it can be asked"), "it does not fit");
    assert!(Vault::fits(&place.path(), &place.key()).await.expect("it can be asked"), "the right one does");
    assert!(std::fs::read(place.path()).expect("it can be read") == before, "no byte was changed");
    let vault = place.open().await;
    assert_eq!(read_story(&vault).await.expect("it reads").len(), 20, "everything is still there");
}

#[tokio::test]
async fn nothing_is_overwritten_and_nothing_is_made_by_opening() {
    let place = Place::new();
    let missing = Vault::open(&place.path(), &place.key()).await.map(|_| ());
    assert!(matches!(missing, Err(StoreError::File(_))), "a missing vault is told: {missing:?}");
    assert!(!place.path().exists(), "and not made by opening it");
    place.create().await.close().await;
    let again = Vault::create(&place.path(), &place.key()).await.map(|_| ());
    assert!(matches!(again, Err(StoreError::File(_))), "an existing vault is never overwritten: {again:?}");
}
