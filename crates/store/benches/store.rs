//! What encryption costs: the same statements on the same tables, through SQLCipher as the vault opens it and through
//! plain SQLite; and the store's own calls on a large vault.

use std::hint::black_box;
use std::path::Path;

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use crypto::{DatabaseKey, MasterKey};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{Connection, SqliteConnection};
use store::Vault;
use store::transcripts::{Owner, SegmentRow, Speaker};
use tokio::runtime::Runtime;
use uuid::Uuid;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations/vault");

const BATCH: u64 = 1_000;
const LARGE: u64 = 50_000;
const CLIENT: Uuid = Uuid::from_u128(1);
const SESSION: Uuid = Uuid::from_u128(2);
const RECORDING: Uuid = Uuid::from_u128(3);

const PARENTS: &str = "
    INSERT INTO clients VALUES (x'00000000000000000000000000000001', 1, 'Ada', '', '', '', NULL, '', '', '', '[]',
        '[]', '', '', '', '', '', '', 'active', 0, 0);
    INSERT INTO sessions (id, revision, client_id, number, kind, status, place, goals, homework, next_goals,
        payment_status, created_at, updated_at)
        VALUES (x'00000000000000000000000000000002', 1, x'00000000000000000000000000000001', 1, 'individual',
        'completed', '', '', '', '', 'pending', 0, 0);
    INSERT INTO recordings VALUES (x'00000000000000000000000000000003', x'00000000000000000000000000000002', 'ready',
        60000, 1, 'WAV', 0, x'00', 0, 0);";

/// Invented speech: words of a skewed distribution, as real speech has.
fn text(n: u64) -> String {
    const WORDS: [&str; 24] = [
        "the",
        "I",
        "and",
        "was",
        "it",
        "sleep",
        "work",
        "mother",
        "tired",
        "better",
        "morning",
        "worry",
        "garden",
        "letter",
        "kitchen",
        "thursday",
        "breathing",
        "neighbour",
        "holiday",
        "promotion",
        "headache",
        "bicycle",
        "orchestra",
        "lighthouse",
    ];
    let mut state = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut pick = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let uniform = (state % 1_000) as usize;
        WORDS[uniform * uniform * WORDS.len() / 1_000_000]
    };
    (0..14).map(|_| pick()).collect::<Vec<_>>().join(" ")
}

fn segment(transcript_id: Uuid, n: u64) -> SegmentRow {
    let start_ms = i64::try_from(n).unwrap_or(0) * 4_000;
    SegmentRow {
        id: Uuid::from_u128((1 << 80) | (transcript_id.as_u128() << 32) | u128::from(n)),
        transcript_id,
        speaker: if n.is_multiple_of(2) { Speaker::Therapist } else { Speaker::Client },
        start_ms,
        end_ms: start_ms + 3_500,
        text: text(n + transcript_id.as_u128() as u64 * BATCH),
        original_text: None,
        confidence: 0.8,
        created_at: 0,
        updated_at: 0,
    }
}

fn transcript(n: u64) -> Uuid {
    Uuid::from_u128(100 + u128::from(n))
}

/// A connection set up as the vault's are; without a key it is plain SQLite.
async fn connect(path: &Path, key: Option<&DatabaseKey>) -> SqliteConnection {
    let mut options = SqliteConnectOptions::new().filename(path).create_if_missing(true);
    if let Some(key) = key {
        options = options.pragma("key", format!("\"{}\"", key.pragma_value().as_str()));
    }
    let options = options
        .pragma("temp_store", "MEMORY")
        .pragma("secure_delete", "ON")
        .foreign_keys(true)
        .synchronous(SqliteSynchronous::Full)
        .journal_mode(SqliteJournalMode::Wal);
    let mut conn = SqliteConnection::connect_with(&options).await.expect("it connects");
    MIGRATIONS.run_direct(None, &mut conn, false).await.expect("the tables are made");
    conn
}

async fn add_transcript(conn: &mut SqliteConnection, n: u64) {
    sqlx::query("INSERT INTO transcripts VALUES (?, ?, 'completed', 'm', 0, 'en', 0, 0, 0)")
        .bind(transcript(n))
        .bind(RECORDING)
        .execute(conn)
        .await
        .expect("a transcript is written");
}

/// The statements of `store::transcripts::append_segments`, in one transaction.
async fn insert(conn: &mut SqliteConnection, rows: &[SegmentRow]) {
    let mut tx = conn.begin_with("BEGIN IMMEDIATE").await.expect("it begins");
    for row in rows {
        sqlx::query("INSERT INTO segments VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(row.id)
            .bind(row.transcript_id)
            .bind(row.speaker)
            .bind(row.start_ms)
            .bind(row.end_ms)
            .bind(&row.text)
            .bind(&row.original_text)
            .bind(row.confidence)
            .bind(row.created_at)
            .bind(row.updated_at)
            .execute(&mut *tx)
            .await
            .expect("a segment is written");
        sqlx::query(
            "INSERT INTO search_documents (id, kind, client_id, session_id, body, created_at, updated_at)
             VALUES (?1, 'segment', ?2, ?3, ?4, ?5, ?5)",
        )
        .bind(row.id)
        .bind(CLIENT)
        .bind(SESSION)
        .bind(&row.text)
        .bind(row.created_at)
        .execute(&mut *tx)
        .await
        .expect("and can be found");
    }
    tx.commit().await.expect("it commits");
}

async fn list(conn: &mut SqliteConnection, transcript_id: Uuid) -> Vec<SegmentRow> {
    sqlx::query_as("SELECT * FROM segments WHERE transcript_id = ? ORDER BY start_ms, end_ms, id")
        .bind(transcript_id)
        .fetch_all(conn)
        .await
        .expect("it lists")
}

/// The statement of `store::search::find` without the names.
async fn find(conn: &mut SqliteConnection, expression: &str) -> Vec<(Uuid, String)> {
    sqlx::query_as(
        "SELECT d.id, snippet(search_index, 0, char(0xE000), char(0xE001), '…', 14)
         FROM search_index JOIN search_documents d ON d.row = search_index.rowid
         WHERE search_index MATCH ? ORDER BY rank LIMIT 50",
    )
    .bind(expression)
    .fetch_all(conn)
    .await
    .expect("it finds")
}

/// A database of the large size.
async fn large(path: &Path, key: Option<&DatabaseKey>) -> SqliteConnection {
    let mut conn = connect(path, key).await;
    sqlx::raw_sql(PARENTS).execute(&mut conn).await.expect("parents are written");
    for n in 0..LARGE / BATCH {
        add_transcript(&mut conn, n).await;
        let rows: Vec<_> = (0..BATCH).map(|k| segment(transcript(n), k)).collect();
        insert(&mut conn, &rows).await;
    }
    conn
}

fn encryption(criterion: &mut Criterion) {
    let runtime = Runtime::new().expect("a runtime can be made");
    let key = MasterKey::from_bytes([1; 32]).derive_database_key();
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let mut group = criterion.benchmark_group("store");
    group.sample_size(10);
    for (kind, key) in [("plain", None), ("sqlcipher", Some(&key))] {
        let path = folder.path().join(format!("{kind}.db"));
        let mut conn = runtime.block_on(large(&path, key));
        let mut next = LARGE / BATCH;
        group.bench_function(BenchmarkId::new("insert 1,000 segments", kind), |bencher| {
            bencher.iter_batched_ref(
                || {
                    next += 1;
                    (0..BATCH).map(|k| segment(transcript(next), k)).collect::<Vec<_>>()
                },
                |rows| {
                    // The parent is written inside the measurement: one row of a thousand.
                    runtime.block_on(async {
                        sqlx::query("INSERT OR IGNORE INTO transcripts VALUES (?, ?, 'completed', 'm', 0, 'en', 0, 0, 0)")
                            .bind(rows[0].transcript_id)
                            .bind(RECORDING)
                            .execute(&mut conn)
                            .await
                            .expect("a transcript is written");
                        insert(&mut conn, rows).await;
                    });
                },
                BatchSize::PerIteration,
            );
        });
        group.bench_function(BenchmarkId::new("list 1,000 segments", kind), |bencher| {
            let mut n = 0;
            bencher.iter(|| {
                n = (n + 1) % (LARGE / BATCH);
                black_box(runtime.block_on(list(&mut conn, transcript(n))))
            });
        });
        for (what, expression) in [("rare word", "\"lighthouse\"*"), ("two words", "\"mother\" \"garden\"*")]
        {
            group.bench_function(
                BenchmarkId::new(format!("search 50,000 segments, {what}"), kind),
                |bencher| {
                    bencher.iter(|| black_box(runtime.block_on(find(&mut conn, expression))));
                },
            );
        }
        runtime.block_on(conn.close()).expect("it closes");
    }
    group.finish();
}

fn vault(criterion: &mut Criterion) {
    let runtime = Runtime::new().expect("a runtime can be made");
    let key = MasterKey::from_bytes([1; 32]).derive_database_key();
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("vault.db");
    runtime.block_on(async { large(&path, Some(&key)).await.close().await }).expect("a large vault is made");
    let mut group = criterion.benchmark_group("vault");
    group.sample_size(10);
    group.bench_function("open, read one row, close", |bencher| {
        bencher.iter(|| {
            runtime.block_on(async {
                let vault = Vault::open(&path, &key).await.expect("it opens");
                let mut tx = vault.begin().await.expect("it begins");
                black_box(store::clients::get(&mut tx, CLIENT).await.expect("it reads"));
                drop(tx);
                vault.close().await;
            });
        });
    });
    let vault = runtime.block_on(Vault::open(&path, &key)).expect("it opens");
    group.bench_function("check the integrity of 50,000 segments", |bencher| {
        bencher.iter(|| runtime.block_on(vault.check_integrity()).expect("it is whole"));
    });
    group.bench_function("append 20 segments and commit", |bencher| {
        let mut next = BATCH;
        bencher.iter(|| {
            let rows: Vec<_> = (next..next + 20).map(|k| segment(transcript(0), k)).collect();
            next += 20;
            runtime.block_on(async {
                let mut tx = vault.begin().await.expect("it begins");
                let owner = Owner { session_id: SESSION, client_id: Some(CLIENT) };
                store::transcripts::append_segments(&mut tx, owner, &rows).await.expect("they are written");
                tx.commit().await.expect("it commits");
            });
        });
    });
    group.finish();
}

criterion_group!(benches, encryption, vault);
criterion_main!(benches);
