//! The audit log against someone who holds the database key, drops the triggers and edits at will, but does not hold
//! the audit key.

use crypto::{AuditKey, MasterKey};
use sqlx::Connection;
use store::Vault;
use store::audit::{Break, NewEntry, Point, Verdict};

use crate::fixtures::{NOW, Place, entry, execute, id};

const ENTRIES: u32 = 12;
const NO_TRIGGERS: &str =
    "DROP TRIGGER audit_entries_never_change; DROP TRIGGER audit_entries_never_deleted;";

async fn append(vault: &Vault, key: &AuditKey, numbers: std::ops::RangeInclusive<u32>) {
    let mut tx = vault.begin().await.expect("a transaction begins");
    for n in numbers {
        store::audit::append(&mut tx, key, &entry(n)).await.expect("an entry is written");
    }
    tx.commit().await.expect("it commits");
}

async fn verify(vault: &Vault, key: &AuditKey, checkpoint: Option<&Point>) -> Verdict {
    let mut tx = vault.begin().await.expect("a transaction begins");
    store::audit::verify(&mut tx, key, checkpoint).await.expect("the check runs")
}

async fn checkpoint(vault: &Vault) -> Point {
    let mut tx = vault.begin().await.expect("a transaction begins");
    store::audit::checkpoint(&mut tx).await.expect("there is a newest entry")
}

fn broken(sequence: i64, reason: Break) -> Verdict {
    Verdict::Broken { sequence, reason }
}

/// A closed vault with a log, and its bytes, so that each attempt begins anew.
async fn logged(place: &Place) -> Vec<u8> {
    let vault = place.create().await;
    append(&vault, &place.audit_key(), 1..=ENTRIES).await;
    let verdict = verify(&vault, &place.audit_key(), None).await;
    assert_eq!(verdict, Verdict::Intact { entries: ENTRIES.into() }, "a log nobody touched is whole");
    vault.close().await;
    std::fs::read(place.path()).expect("it can be read")
}

async fn tamper(place: &Place, original: &[u8], statements: &str) -> Vault {
    std::fs::write(place.path(), original).expect("the file can be put back");
    let mut conn = place.raw().await;
    execute(&mut conn, &format!("{NO_TRIGGERS} {statements}"))
        .await
        .unwrap_or_else(|error| panic!("{statements} must go through with the key: {error}"));
    conn.close().await.expect("it closes");
    place.open().await
}

#[tokio::test]
async fn every_edit_removal_and_reordering_is_found_where_it_is() {
    let place = Place::new();
    let original = logged(&place).await;
    let mut cases: Vec<(String, Verdict)> = [
        "id = randomblob(16)",
        "at = at + 1",
        "actor = 'B'",
        "front = 'http'",
        "action = 'clients.list'",
        "kind = 'export'",
        "outcome = 'forbidden'",
        "subject = NULL",
        "subject = randomblob(16)",
        "chain = randomblob(32)",
        "chain = x''",
        "created_at = 0",
        "updated_at = 0",
        // The same letters, divided otherwise between two columns.
        "actor = 'Robin Fieldw', front = 'indow'",
    ]
    .iter()
    .map(|change| {
        (format!("UPDATE audit_entries SET {change} WHERE sequence = 5"), broken(5, Break::Changed))
    })
    .collect();
    let renumber = "UPDATE audit_entries SET sequence = -sequence WHERE sequence > 5;
        UPDATE audit_entries SET sequence = -sequence - 1 WHERE sequence < 0";
    let swap = "UPDATE audit_entries SET sequence = -1 WHERE sequence = 4;
        UPDATE audit_entries SET sequence = 4 WHERE sequence = 5;
        UPDATE audit_entries SET sequence = 5 WHERE sequence = -1";
    let forged =
        "INSERT INTO audit_entries SELECT randomblob(16), sequence + 1, at, actor, front, action, kind,
        outcome, subject, chain, at, at FROM audit_entries WHERE sequence = 12";
    let before_the_first = "INSERT INTO audit_entries SELECT randomblob(16), 0, at, 'B', front, action, kind,
        outcome, subject, chain, at, at FROM audit_entries WHERE sequence = 1";
    for (statements, verdict) in [
        ("UPDATE audit_entries SET sequence = 500 WHERE sequence = 5", broken(5, Break::Missing)),
        ("DELETE FROM audit_entries WHERE sequence = 5", broken(5, Break::Missing)),
        ("DELETE FROM audit_entries WHERE sequence = 1", broken(1, Break::Missing)),
        ("DELETE FROM audit_entries WHERE sequence BETWEEN 2 AND 11", broken(2, Break::Missing)),
        (&format!("DELETE FROM audit_entries WHERE sequence = 5; {renumber}"), broken(5, Break::Changed)),
        (swap, broken(4, Break::Changed)),
        (forged, broken(13, Break::Changed)),
        (before_the_first, broken(1, Break::Missing)),
        ("DELETE FROM audit_entries WHERE sequence > 9", broken(10, Break::Shortened)),
        (
            "DELETE FROM audit_entries WHERE sequence > 9; UPDATE audit_heads SET sequence = 9",
            broken(10, Break::Shortened),
        ),
        ("DELETE FROM audit_entries", broken(1, Break::Shortened)),
        ("DELETE FROM audit_heads", broken(13, Break::Shortened)),
        ("UPDATE audit_heads SET chain = randomblob(32)", broken(13, Break::Shortened)),
        ("INSERT INTO audit_epochs VALUES (x'01', 12, randomblob(32), 0, 0)", broken(1, Break::Changed)),
    ] {
        cases.push((statements.to_owned(), verdict));
    }
    for (statements, expected) in cases {
        let vault = tamper(&place, &original, &statements).await;
        let found = verify(&vault, &place.audit_key(), None).await;
        assert_eq!(found, expected, "{statements}");
        // Unlocking itself is logged: what was found must not be covered up by the log going on.
        append(&vault, &place.audit_key(), 600..=603).await;
        let later = verify(&vault, &place.audit_key(), None).await;
        assert!(
            matches!(later, Verdict::Broken { .. }),
            "{statements}: forgotten after more entries: {later:?}"
        );
        vault.close().await;
    }
}

#[tokio::test]
async fn an_older_state_put_back_whole_is_found_by_a_checkpoint_alone() {
    let place = Place::new();
    let key = place.audit_key();
    let vault = place.create().await;
    append(&vault, &key, 1..=9).await;
    let at_nine = checkpoint(&vault).await;
    vault.close().await;
    let older = std::fs::read(place.path()).expect("it can be read");
    let vault = place.open().await;
    append(&vault, &key, 10..=ENTRIES).await;
    let at_twelve = checkpoint(&vault).await;
    assert_eq!(at_twelve.sequence, i64::from(ENTRIES), "a checkpoint is of the newest entry");
    let verdict = verify(&vault, &key, Some(&at_nine)).await;
    assert_eq!(
        verdict,
        Verdict::Intact { entries: 12 },
        "a log that went on still contains an older checkpoint"
    );
    vault.close().await;

    let vault = tamper(&place, &older, "SELECT 1").await;
    assert_eq!(
        verify(&vault, &key, None).await,
        Verdict::Intact { entries: 9 },
        "by itself an older state, head and all, cannot be told from the log at that time"
    );
    assert_eq!(
        verify(&vault, &key, Some(&at_twelve)).await,
        broken(12, Break::Checkpoint),
        "a checkpoint kept elsewhere tells"
    );
    append(&vault, &key, 20..=29).await;
    assert_eq!(
        verify(&vault, &key, Some(&at_twelve)).await,
        broken(12, Break::Checkpoint),
        "also once the log has grown past it"
    );
    let foreign = Point { sequence: 9, chain: vec![7; 32] };
    assert_eq!(
        verify(&vault, &key, Some(&foreign)).await,
        broken(9, Break::Checkpoint),
        "a checkpoint of another vault is not contained"
    );
}

/// The strongest one short of the audit key: writes a log of their own under a key of their own and declares it an
/// earlier epoch, which the database allows.
#[tokio::test]
async fn a_log_written_anew_under_another_key_is_found() {
    let place = Place::new();
    let original = logged(&place).await;
    let own = AuditKey::from_stored([7; 32]);
    let clear =
        "CREATE TABLE kept AS SELECT * FROM audit_heads; DELETE FROM audit_entries; DELETE FROM audit_heads";
    let vault = tamper(&place, &original, clear).await;
    let mut tx = vault.begin().await.expect("a transaction begins");
    for n in 1..=ENTRIES {
        let nothing_happened = NewEntry { outcome: "nothing", ..entry(n) };
        store::audit::append(&mut tx, &own, &nothing_happened).await.expect("they can write");
    }
    tx.commit().await.expect("it commits");
    assert_eq!(
        verify(&vault, &own, None).await,
        Verdict::Intact { entries: ENTRIES.into() },
        "their log is whole under their key"
    );
    vault.close().await;
    let mut conn = place.raw().await;
    let declare = format!(
        "DELETE FROM audit_heads; INSERT INTO audit_heads SELECT * FROM kept; DROP TABLE kept;
         INSERT INTO audit_epochs VALUES (x'01', {ENTRIES}, x'{}', 0, 0)",
        "07".repeat(32)
    );
    execute(&mut conn, &declare).await.expect("the database lets them declare it an epoch");
    conn.close().await.expect("it closes");
    let vault = place.open().await;
    let found = verify(&vault, &place.audit_key(), None).await;
    assert!(matches!(found, Verdict::Broken { .. }), "the head is not theirs: {found:?}");
    append(&vault, &place.audit_key(), 700..=702).await;
    let later = verify(&vault, &place.audit_key(), None).await;
    assert!(matches!(later, Verdict::Broken { .. }), "nor does going on make it theirs: {later:?}");
}

/// What the core does when the vault's keys change, from the log's side.
async fn change_keys(place: &Place, from: &MasterKey, to: &MasterKey, epoch: u128) -> Vault {
    for interrupted in [true, false] {
        let key = from.derive_database_key();
        let vault = Vault::open(&place.path(), &key).await.expect("it opens");
        let mut tx = vault.begin().await.expect("a transaction begins");
        // Taken up again after a kill, it is done once.
        store::audit::close_epoch(
            &mut tx,
            &from.derive_audit_key(),
            id(epoch + u128::from(interrupted)),
            NOW,
        )
        .await
        .expect("the epoch closes");
        tx.commit().await.expect("it commits");
        vault.close().await;
    }
    Vault::rekey(&place.path(), &from.derive_database_key(), &to.derive_database_key())
        .await
        .expect("rekeyed");
    let vault = Vault::open(&place.path(), &to.derive_database_key()).await.expect("it opens");
    for _ in 0..2 {
        let mut tx = vault.begin().await.expect("a transaction begins");
        store::audit::renew_head(&mut tx, &to.derive_audit_key(), NOW).await.expect("the head is renewed");
        tx.commit().await.expect("it commits");
    }
    vault
}

#[tokio::test]
async fn the_log_stays_verifiable_through_changes_of_keys() {
    let place = Place::new();
    let keys: Vec<_> = (0..3).map(|_| MasterKey::make().expect("there is randomness")).collect();
    let vault = place.create().await;
    append(&vault, &place.audit_key(), 1..=4).await;
    let early = checkpoint(&vault).await;
    vault.close().await;
    let mut current = &place.master;
    let mut written = 4;
    for (n, next) in keys.iter().enumerate() {
        let vault = change_keys(&place, current, next, 900 + 10 * n as u128).await;
        let audit_key = next.derive_audit_key();
        let intact = |entries: u32| Verdict::Intact { entries: entries.into() };
        assert_eq!(verify(&vault, &audit_key, Some(&early)).await, intact(written), "right after change {n}");
        append(&vault, &audit_key, written + 1..=written + 3).await;
        written += 3;
        assert_eq!(verify(&vault, &audit_key, Some(&early)).await, intact(written), "and as it goes on");
        let old = verify(&vault, &current.derive_audit_key(), None).await;
        assert!(matches!(old, Verdict::Broken { .. }), "the key before no longer vouches for it: {old:?}");
        vault.close().await;
        current = next;
    }
    let key = current.derive_database_key();
    let original = std::fs::read(place.path()).expect("it can be read");
    for statements in [
        "UPDATE audit_entries SET actor = 'B' WHERE sequence = 2",
        "UPDATE audit_epochs SET key = randomblob(32) WHERE last_sequence = 4",
        "UPDATE audit_epochs SET last_sequence = 3 WHERE last_sequence = 4",
        "DELETE FROM audit_epochs WHERE last_sequence = 7",
    ] {
        std::fs::write(place.path(), &original).expect("the file can be put back");
        let mut conn = crate::fixtures::raw(&place.path(), Some(&key)).await.expect("a raw connection");
        execute(&mut conn, &format!("{NO_TRIGGERS} {statements}"))
            .await
            .expect("it goes through with the key");
        conn.close().await.expect("it closes");
        let vault = Vault::open(&place.path(), &key).await.expect("it opens");
        let found = verify(&vault, &current.derive_audit_key(), None).await;
        assert!(matches!(found, Verdict::Broken { .. }), "{statements}: {found:?}");
        vault.close().await;
    }
}

#[tokio::test]
async fn a_change_of_keys_does_not_cover_up_a_shortened_log() {
    let place = Place::new();
    let original = logged(&place).await;
    tamper(&place, &original, "DELETE FROM audit_entries WHERE sequence > 9").await.close().await;
    let next = MasterKey::make().expect("there is randomness");
    let vault = change_keys(&place, &place.master, &next, 950).await;
    let found = verify(&vault, &next.derive_audit_key(), None).await;
    assert_eq!(found, broken(10, Break::Shortened), "the head under the new key vouches for nothing more");
    append(&vault, &next.derive_audit_key(), 800..=802).await;
    let later = verify(&vault, &next.derive_audit_key(), None).await;
    assert!(matches!(later, Verdict::Broken { .. }), "and it stays so: {later:?}");
}
