//! Files that are not what was written: flipped, cut, foreign, from the future.

use std::path::Path;

use sqlx::{Connection, SqliteConnection};
use store::{StoreError, Vault};

use crate::fixtures::{Place, Seeded, execute, raw, sentences, write_story};

async fn bytes_of_a_vault(place: &Place) -> Vec<u8> {
    let vault = place.create().await;
    write_story(&vault, &sentences(300)).await.expect("the story is written");
    vault.close().await;
    std::fs::read(place.path()).expect("it can be read")
}

/// What opening and checking a file says.
async fn verdict(place: &Place, bytes: &[u8]) -> Result<(), StoreError> {
    for side in ["vault.db-wal", "vault.db-shm", "vault.db-journal"] {
        let _ = std::fs::remove_file(place.folder().join(side));
    }
    std::fs::write(place.path(), bytes).expect("the damaged file can be written");
    let vault = Vault::open(&place.path(), &place.key()).await?;
    let verdict = vault.check_integrity().await;
    vault.close().await;
    verdict
}

fn is_damage(verdict: &Result<(), StoreError>) -> bool {
    matches!(verdict, Err(StoreError::Damaged | StoreError::NotADatabase))
}

#[tokio::test]
async fn one_flipped_bit_anywhere_is_noticed() {
    let place = Place::new();
    let whole = bytes_of_a_vault(&place).await;
    let intact = verdict(&place, &whole).await;
    assert!(intact.is_ok(), "the untouched file passes: {intact:?}");
    let mut seeded = Seeded(11);
    // The salt, the first page, its tag, and then anywhere.
    let mut offsets = vec![0, 15, 16, 100, 4_015, 4_016, 4_095, whole.len() - 1];
    offsets.extend((0..60).map(|_| seeded.below(whole.len() as u64) as usize));
    for offset in offsets {
        let mut flipped = whole.clone();
        flipped[offset] ^= 1 << seeded.below(8);
        let verdict = verdict(&place, &flipped).await;
        assert!(is_damage(&verdict), "a bit flipped at byte {offset} gives {verdict:?}");
    }
}

#[tokio::test]
async fn a_truncated_file_is_noticed_and_never_becomes_an_empty_vault() {
    let place = Place::new();
    let whole = bytes_of_a_vault(&place).await;
    let len = whole.len();
    let half = len / 2 / 4_096 * 4_096;
    for kept in [0, 1, 15, 16, 512, 4_095, 4_096, 8_192, half, half + 17, len - 4_096, len - 1] {
        let verdict = verdict(&place, &whole[..kept]).await;
        assert!(is_damage(&verdict), "{kept} of {len} bytes give {verdict:?}");
    }
    let empty = Vault::fits(&place.path(), &place.key()).await;
    assert!(empty.is_ok(), "the last file still has its first page: {empty:?}");
    std::fs::write(place.path(), b"").expect("the file can be emptied");
    let empty = Vault::fits(&place.path(), &place.key()).await;
    assert!(is_damage(&empty.map(|_| ())), "an empty file fits no key");
}

/// What a power cut leaves on some file systems: the right length, and nothing in it.
#[tokio::test]
async fn zeroed_pages_are_noticed() {
    let place = Place::new();
    let whole = bytes_of_a_vault(&place).await;
    let pages = whole.len() / 4_096;
    let ranges =
        [0..pages, 0..1, 1..2, 1..pages, pages / 2..pages / 2 + 1, pages / 2..pages, pages - 1..pages];
    for range in ranges {
        let mut zeroed = whole.clone();
        zeroed[range.start * 4_096..range.end * 4_096].fill(0);
        let verdict = verdict(&place, &zeroed).await;
        assert!(is_damage(&verdict), "pages {range:?} of {pages} zeroed give {verdict:?}");
    }
}

#[tokio::test]
async fn pages_swapped_within_the_file_are_noticed() {
    let place = Place::new();
    let whole = bytes_of_a_vault(&place).await;
    let pages = whole.len() / 4_096;
    let mut swapped = whole.clone();
    let (one, other) = (pages / 3 * 4_096, pages / 2 * 4_096);
    let page = swapped[one..one + 4_096].to_vec();
    swapped.copy_within(other..other + 4_096, one);
    swapped[other..other + 4_096].copy_from_slice(&page);
    let verdict = verdict(&place, &swapped).await;
    assert!(is_damage(&verdict), "each page is bound to its place: {verdict:?}");
}

#[tokio::test]
async fn foreign_files_are_no_database() {
    let place = Place::new();
    let plain = place.folder().join("plain.db");
    std::fs::write(&plain, b"").expect("a file can be made");
    let mut conn = raw(&plain, None).await.expect("plain SQLite opens it");
    execute(&mut conn, "CREATE TABLE clients (id INTEGER)").await.expect("and writes into it");
    conn.close().await.expect("it closes");
    let plain = std::fs::read(plain).expect("it can be read");
    assert!(plain.starts_with(b"SQLite format 3"), "it is plain SQLite");
    for (what, bytes) in [("plain SQLite", plain), ("a text", b"dear diary ".repeat(2_000).to_vec())] {
        let verdict = verdict(&place, &bytes).await;
        assert!(matches!(verdict, Err(StoreError::NotADatabase)), "{what} gives {verdict:?}");
        assert!(std::fs::read(place.path()).is_ok_and(|after| after == bytes), "{what} is left as it was");
    }
}

async fn schema(conn: &mut SqliteConnection) -> Vec<(String, Option<String>)> {
    sqlx::query_as("SELECT name, sql FROM sqlite_schema ORDER BY name")
        .fetch_all(conn)
        .await
        .expect("it reads")
}

async fn migrations(path: &Path, place: &Place) -> Vec<(i64, String, bool)> {
    let mut conn = raw(path, Some(&place.key())).await.expect("a raw connection can be made");
    sqlx::query_as("SELECT version, description || hex(checksum) || installed_on, success FROM _sqlx_migrations ORDER BY version")
        .fetch_all(&mut conn)
        .await
        .expect("the migrations are listed")
}

#[tokio::test]
async fn migrations_run_once_and_a_vault_from_the_future_is_left_alone() {
    let place = Place::new();
    place.create().await.close().await;
    let (mut conn, before) = (place.raw().await, migrations(&place.path(), &place).await);
    let schema_before = schema(&mut conn).await;
    conn.close().await.expect("it closes");
    assert!(!before.is_empty() && before.iter().all(|(.., success)| *success), "all were applied");
    for _ in 0..3 {
        place.open().await.close().await;
    }
    assert_eq!(migrations(&place.path(), &place).await, before, "opening again applies nothing");
    let mut conn = place.raw().await;
    assert_eq!(schema(&mut conn).await, schema_before, "and changes no table");
    let future = "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
        VALUES (9999, 'from the future', 1, x'00', 0)";
    execute(&mut conn, future).await.expect("a later program can have left its mark");
    conn.close().await.expect("it closes");
    let opened = Vault::open(&place.path(), &place.key()).await.map(|_| ());
    assert!(matches!(opened, Err(StoreError::TooNew)), "a newer program's vault is told: {opened:?}");
    let mut conn = place.raw().await;
    assert_eq!(schema(&mut conn).await, schema_before, "and not touched");
}
