//! What the database itself refuses, whoever asks: attempted in raw SQL with the key.

use sqlx::SqliteConnection;
use store::StoreError;
use uuid::Uuid;

use crate::fixtures::{
    CLIENT, NOW, Place, SESSION, TRANSCRIPT, entry, execute, id, segment, sentences, session, write_story,
};

const SIGNED: Uuid = id(70);
const DRAFT: Uuid = id(71);
/// A draft without a version: nothing but its own rule keeps it from being deleted.
const BARE: Uuid = id(72);
const OTHER_SESSION: Uuid = id(20);
const THIRD_SESSION: Uuid = id(21);
const CONSENT: Uuid = id(30);
const WITHDRAWN: Uuid = id(31);

fn blob(id: Uuid) -> String {
    format!("x'{}'", id.simple())
}

/// A signed note with an addendum, a draft, two consents, a corrected segment and a log.
async fn prepare(place: &Place) -> SqliteConnection {
    let vault = place.create().await;
    write_story(&vault, &sentences(3)).await.expect("the story is written");
    let mut tx = vault.begin().await.expect("a transaction begins");
    for other in [OTHER_SESSION, THIRD_SESSION] {
        store::sessions::insert(&mut tx, &session(other, None)).await.expect("a session is written");
    }
    store::transcripts::correct(&mut tx, segment(1, "").id, "as corrected", NOW).await.expect("corrected");
    for n in 1..=3 {
        store::audit::append(&mut tx, &place.audit_key(), &entry(n)).await.expect("an entry is written");
    }
    tx.commit().await.expect("it commits");
    vault.close().await;
    let mut conn = place.raw().await;
    let (signed, draft, session, other) = (blob(SIGNED), blob(DRAFT), blob(SESSION), blob(OTHER_SESSION));
    let (bare, third) = (blob(BARE), blob(THIRD_SESSION));
    let (transcript, client, consent, withdrawn) =
        (blob(TRANSCRIPT), blob(CLIENT), blob(CONSENT), blob(WITHDRAWN));
    let statements = format!(
        "INSERT INTO notes VALUES ({signed}, {session}, {transcript}, 'soap', 'draft', 1, NULL, NULL, 0, 0);
         INSERT INTO notes VALUES ({draft}, {other}, NULL, 'soap', 'draft', 1, NULL, NULL, 0, 0);
         INSERT INTO notes VALUES ({bare}, {third}, NULL, 'soap', 'draft', 1, NULL, NULL, 0, 0);
         INSERT INTO note_versions VALUES (x'01', {signed}, 1, 'A', 'rules', '', '[]', 'h', 0, 0);
         INSERT INTO note_versions VALUES (x'02', {draft}, 1, 'A', 'rules', '', '[]', 'h', 0, 0);
         UPDATE notes SET status = 'signed', signed_by = 'A', signed_at = 1 WHERE id = {signed};
         INSERT INTO addenda VALUES (x'03', {signed}, 'later', 'A', 0, 0);
         INSERT INTO consents VALUES ({consent}, {client}, NULL, 'recording', 1, 'verbal', 'c', 'r', NULL, NULL, 0, 0);
         INSERT INTO consents VALUES ({withdrawn}, {client}, NULL, 'analysis', 1, 'verbal', 'c', 'r', NULL, NULL, 0, 0);
         UPDATE consents SET withdrawn_at = 5, withdrawn_note = 'n', updated_at = 5 WHERE id = {withdrawn};"
    );
    execute(&mut conn, &statements).await.expect("what is allowed goes through");
    conn
}

/// Statements that must be refused.
fn attempts() -> Vec<String> {
    let (signed, draft, other) = (blob(SIGNED), blob(DRAFT), blob(OTHER_SESSION));
    let (consent, withdrawn) = (blob(CONSENT), blob(WITHDRAWN));
    let (plain, corrected) = (blob(segment(0, "").id), blob(segment(1, "").id));
    let mut attempts: Vec<String> = Vec::new();
    let mut set = |table: &str, id: &str, changes: &[&str]| {
        attempts.extend(changes.iter().map(|change| format!("UPDATE {table} SET {change} WHERE id = {id}")));
    };
    let another = format!("session_id = {other}");
    set(
        "notes",
        &signed,
        &[
            "status = 'draft', signed_by = NULL, signed_at = NULL",
            "transcript_id = NULL",
            "format = 'dap'",
            "version = 2",
            "signed_by = 'B'",
            "signed_at = 2",
            "created_at = 9",
            "id = x'99'",
            &another,
        ],
    );
    for version in ["x'01'", "x'02'"] {
        let columns = [
            "author = 'B'",
            "origin = 'person'",
            "summary = 's'",
            "sections = '[1]'",
            "hash = 'i'",
            "version = 2",
            "created_at = 9",
        ];
        set("note_versions", version, &columns);
    }
    set("addenda", "x'03'", &["text = 'other'", "author = 'B'", "created_at = 9"]);
    let columns = [
        "scope = 'cloud'",
        "version = 2",
        "method = 'written'",
        "given_by = 'x'",
        "recorded_by = 'x'",
        "created_at = 9",
        "id = x'99'",
    ];
    set("consents", &consent, &columns);
    set("consents", &withdrawn, &["withdrawn_at = NULL, withdrawn_note = NULL", "withdrawn_at = 6"]);
    set("segments", &plain, &["text = 'put in their mouth'", "text = 'x', original_text = 'invented'"]);
    set(
        "segments",
        &corrected,
        &["original_text = NULL", "original_text = 'invented'", "text = 'y', original_text = text"],
    );
    for sequence in ["1", "3"] {
        for change in [
            "at = 9",
            "actor = 'B'",
            "front = 'x'",
            "action = 'x'",
            "kind = 'x'",
            "outcome = 'x'",
            "subject = x'00'",
            "chain = x'00'",
            "sequence = 9",
        ] {
            attempts.push(format!("UPDATE audit_entries SET {change} WHERE sequence = {sequence}"));
        }
        attempts.push(format!("DELETE FROM audit_entries WHERE sequence = {sequence}"));
    }
    attempts.extend([
        format!("DELETE FROM notes WHERE id = {draft}"),
        format!("DELETE FROM notes WHERE id = {}", blob(BARE)),
        format!("DELETE FROM notes WHERE id = {signed}"),
        "DELETE FROM note_versions WHERE id = x'01'".to_owned(),
        "DELETE FROM note_versions WHERE id = x'02'".to_owned(),
        format!("INSERT INTO note_versions VALUES (x'04', {signed}, 2, 'B', 'person', '', '[]', 'h', 0, 0)"),
        format!("INSERT INTO addenda VALUES (x'05', {draft}, 'too early', 'A', 0, 0)"),
        "DELETE FROM addenda WHERE id = x'03'".to_owned(),
        format!("DELETE FROM consents WHERE id = {consent}"),
        format!("DELETE FROM consents WHERE id = {withdrawn}"),
    ]);
    attempts
}

/// Every row of every protected table, in order.
async fn contents(conn: &mut SqliteConnection) -> Vec<String> {
    let mut all = Vec::new();
    for (table, columns) in [
        ("notes", "id, session_id, transcript_id, format, status, version, signed_by, signed_at, created_at"),
        ("note_versions", "id, note_id, version, author, origin, summary, sections, hash, created_at"),
        ("addenda", "id, note_id, text, author, created_at"),
        (
            "consents",
            "id, client_id, scope, version, method, given_by, recorded_by, withdrawn_at, created_at",
        ),
        ("segments", "id, transcript_id, speaker, text, original_text"),
        ("audit_entries", "id, sequence, at, actor, front, action, kind, outcome, subject, chain"),
    ] {
        let quoted: Vec<_> = columns.split(", ").map(|column| format!("quote({column})")).collect();
        let select = format!("SELECT {} FROM {table} ORDER BY id", quoted.join(" || ',' || "));
        let rows: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(select))
            .fetch_all(&mut *conn)
            .await
            .expect("the table reads");
        assert!(!rows.is_empty(), "{table} has something to protect");
        all.extend(rows);
    }
    all
}

#[tokio::test]
async fn what_is_final_stays_final() {
    let place = Place::new();
    let mut conn = prepare(&place).await;
    let before = contents(&mut conn).await;
    for attempt in attempts() {
        let result = execute(&mut conn, &attempt).await.map_err(StoreError::from);
        assert!(matches!(result, Err(StoreError::Refused(_))), "{attempt} gives {result:?}");
    }
    assert_eq!(contents(&mut conn).await, before, "nothing was changed by what was refused");
    let (signed, consent) = (blob(SIGNED), blob(CONSENT));
    for allowed in [
        format!("UPDATE notes SET status = 'archived', updated_at = 9 WHERE id = {signed}"),
        format!("INSERT INTO addenda VALUES (x'06', {signed}, 'later still', 'A', 0, 0)"),
        format!("UPDATE consents SET withdrawn_at = 7, withdrawn_note = 'n' WHERE id = {consent}"),
    ] {
        let result = execute(&mut conn, &allowed).await;
        assert!(result.is_ok(), "{allowed} is allowed: {result:?}");
    }
}

/// Without this, a rule could be dropped and no attempt would show it.
#[tokio::test]
async fn each_rule_stops_something_that_no_other_stops() {
    let place = Place::new();
    let mut conn = prepare(&place).await;
    let rules: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND sql LIKE '%raise(ABORT%'",
    )
    .fetch_all(&mut conn)
    .await
    .expect("the triggers are listed");
    assert!(rules.len() >= 13, "the rules are there: {rules:?}");
    for rule in rules {
        execute(&mut conn, &format!("BEGIN; DROP TRIGGER {rule}")).await.expect("a rule can be dropped");
        let mut passed = 0;
        for attempt in attempts() {
            execute(&mut conn, "SAVEPOINT attempt").await.expect("a savepoint can be set");
            passed += u32::from(execute(&mut conn, &attempt).await.is_ok());
            execute(&mut conn, "ROLLBACK TO attempt").await.expect("and gone back to");
        }
        execute(&mut conn, "ROLLBACK").await.expect("the rule comes back");
        assert!(passed > 0, "without {rule} something must pass that it alone refuses");
    }
}
