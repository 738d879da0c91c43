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
    execute(&mut conn, &screening(&client)).await.expect("so does a screening");
    conn
}

/// A finished screening with an answer, one without anything, an acknowledged alert and a safety plan.
fn screening(client: &str) -> String {
    format!(
        "INSERT INTO screenings VALUES (x'40', {client}, NULL, NULL, 'Weekly', 'open', '', 1, 1, NULL, 0, 0);
         INSERT INTO screenings VALUES (x'41', {client}, NULL, NULL, 'Weekly', 'discarded', '', 0, 0, NULL, 0, 0);
         INSERT INTO administrations VALUES (x'42', x'40', 0, 'gad7', 'v', 0, NULL, 1, 3, 'none', 'b', 0, 0);
         INSERT INTO administrations VALUES (x'47', x'40', 1, 'phq9', 'v', 0, NULL, 1, 3, 'none', 'b', 0, 0);
         INSERT INTO responses VALUES (x'43', x'42', 'q1', 1, 0, 0);
         INSERT INTO dimension_scores VALUES (x'44', x'40', 'anxiety', 'gad7', 3, 10, 'none', 'b', 0, 0);
         UPDATE screenings SET status = 'completed', completed_at = 1 WHERE id = x'40';
         INSERT INTO risk_alerts VALUES (x'45', {client}, x'40', 'high', '[]', 1, 'A', 'seen', 0, 1);
         INSERT INTO safety_plans VALUES (x'46', {client}, 1, '{{}}', 'A', 0, 0);"
    )
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
    set("screenings", "x'40'", &["status = 'open', completed_at = NULL", "comment = 'x'", "name = 'x'"]);
    set("administrations", "x'42'", &["total = 0", "complete = 0", "severity = 'severe'"]);
    set("responses", "x'43'", &["value = 0", "item = 'q2'"]);
    set("dimension_scores", "x'44'", &["position = 0", "score = 0"]);
    set(
        "risk_alerts",
        "x'45'",
        &["acknowledged_at = NULL, acknowledged_by = NULL, action = NULL", "level = 'mild'"],
    );
    set("safety_plans", "x'46'", &["plan = '[]'", "author = 'B'"]);
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
        "INSERT INTO responses VALUES (x'48', x'42', 'q2', 1, 0, 0)".to_owned(),
        "DELETE FROM responses WHERE id = x'43'".to_owned(),
        "INSERT INTO administrations VALUES (x'49', x'40', 2, 'k6', 'v', 0, NULL, 1, 3, 'none', 'b', 0, 0)"
            .to_owned(),
        "DELETE FROM administrations WHERE id = x'47'".to_owned(),
        "DELETE FROM screenings WHERE id = x'41'".to_owned(),
        "DELETE FROM dimension_scores WHERE id = x'44'".to_owned(),
        "DELETE FROM risk_alerts WHERE id = x'45'".to_owned(),
        "DELETE FROM safety_plans WHERE id = x'46'".to_owned(),
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
        ("screenings", "id, client_id, name, status, comment, completed_at, created_at"),
        ("administrations", "id, screening_id, instrument, version, complete, total, severity, band"),
        ("responses", "id, administration_id, item, value"),
        ("dimension_scores", "id, screening_id, dimension, score, position"),
        ("risk_alerts", "id, client_id, level, reasons, acknowledged_at, acknowledged_by, action"),
        ("safety_plans", "id, client_id, version, plan, author"),
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
