//! Vaults in temporary folders, invented records, and a raw connection for those who would go behind the store's back.

use std::path::{Path, PathBuf};

use crypto::{AuditKey, DatabaseKey, MasterKey};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{Connection, SqliteConnection};
use store::audit::NewEntry;
use store::clients::{ClientRow, ClientStatus};
use store::recordings::{RecordingRow, RecordingStatus};
use store::sessions::{PaymentStatus, SessionKind, SessionRow, SessionStatus};
use store::transcripts::{Owner, SegmentRow, Speaker, TranscriptRow, TranscriptStatus};
use store::{StoreError, Vault};
use uuid::Uuid;

/// A Saturday in November 2026.
pub(crate) const NOW: i64 = 1_795_255_200_000;

pub(crate) const CLIENT: Uuid = id(1);
pub(crate) const SESSION: Uuid = id(2);
pub(crate) const RECORDING: Uuid = id(3);
pub(crate) const TRANSCRIPT: Uuid = id(4);

pub(crate) const fn id(n: u128) -> Uuid {
    Uuid::from_u128(0x0190_4d2a_b1c0_7000_8000_0000_0000_0000 + n)
}

/// A folder with at most one vault, and its keys.
pub(crate) struct Place {
    folder: tempfile::TempDir,
    pub(crate) master: MasterKey,
}

impl Place {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        Self { folder, master: MasterKey::make().expect("there is randomness") }
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("vault.db")
    }

    pub(crate) fn key(&self) -> DatabaseKey {
        self.master.derive_database_key()
    }

    pub(crate) fn audit_key(&self) -> AuditKey {
        self.master.derive_audit_key()
    }

    pub(crate) async fn create(&self) -> Vault {
        Vault::create(&self.path(), &self.key()).await.expect("a vault can be made")
    }

    pub(crate) async fn open(&self) -> Vault {
        Vault::open(&self.path(), &self.key()).await.expect("the vault opens with its key")
    }

    /// A connection with the key and without the store, as someone has who holds the key and means ill.
    pub(crate) async fn raw(&self) -> SqliteConnection {
        raw(&self.path(), Some(&self.key())).await.expect("a raw connection can be made")
    }
}

/// Opens a database file directly, with or without a key.
pub(crate) async fn raw(path: &Path, key: Option<&DatabaseKey>) -> Result<SqliteConnection, sqlx::Error> {
    let mut options = SqliteConnectOptions::new().filename(path).foreign_keys(true);
    if let Some(key) = key {
        options = options.pragma("key", format!("\"{}\"", key.pragma_value().as_str()));
    }
    SqliteConnection::connect_with(&options).await
}

pub(crate) async fn execute(conn: &mut SqliteConnection, statements: &str) -> Result<(), sqlx::Error> {
    sqlx::raw_sql(sqlx::AssertSqlSafe(statements.to_owned())).execute(conn).await.map(|_| ())
}

pub(crate) fn client(id: Uuid, given_name: &str) -> ClientRow {
    let empty = String::new;
    ClientRow {
        id,
        revision: 1,
        given_name: given_name.to_owned(),
        family_name: empty(),
        preferred_name: empty(),
        pronouns: empty(),
        birth_date: None,
        phone: empty(),
        email: empty(),
        location: empty(),
        languages: sqlx::types::Json(Vec::new()),
        conditions: sqlx::types::Json(Vec::new()),
        emergency_name: empty(),
        emergency_relationship: empty(),
        emergency_phone: empty(),
        payer: empty(),
        plan: empty(),
        member_id: empty(),
        status: ClientStatus::Active,
        created_at: NOW,
        updated_at: NOW,
    }
}

pub(crate) fn session(id: Uuid, client_id: Option<Uuid>) -> SessionRow {
    let empty = String::new;
    SessionRow {
        id,
        revision: 1,
        client_id,
        number: client_id.map(|_| 1),
        kind: SessionKind::Individual,
        status: SessionStatus::InProgress,
        scheduled_start: None,
        scheduled_end: None,
        started_at: Some(NOW),
        ended_at: None,
        place: empty(),
        goals: empty(),
        homework: empty(),
        next_goals: empty(),
        mood_before: None,
        mood_after: None,
        effectiveness: None,
        fee_minor: None,
        payment_status: PaymentStatus::Pending,
        created_at: NOW,
        updated_at: NOW,
    }
}

/// The nth segment of the one transcript.
pub(crate) fn segment(n: u32, text: &str) -> SegmentRow {
    let start_ms = i64::from(n) * 3_000;
    SegmentRow {
        id: id(1_000 + u128::from(n)),
        transcript_id: TRANSCRIPT,
        speaker: if n.is_multiple_of(2) { Speaker::Therapist } else { Speaker::Client },
        start_ms,
        end_ms: start_ms + 2_500,
        text: text.to_owned(),
        original_text: None,
        confidence: 0.75,
        created_at: NOW,
        updated_at: NOW,
    }
}

/// Writes a client, a session, a recording and a transcript of these words.
pub(crate) async fn write_story(vault: &Vault, texts: &[String]) -> Result<(), StoreError> {
    let mut tx = vault.begin().await?;
    store::clients::insert(&mut tx, &client(CLIENT, "Ada")).await?;
    store::sessions::insert(&mut tx, &session(SESSION, Some(CLIENT))).await?;
    let recording = RecordingRow {
        id: RECORDING,
        session_id: SESSION,
        status: RecordingStatus::Ready,
        duration_ms: 60_000,
        channels: 1,
        source: "WAV".to_owned(),
        gaps: 0,
        peaks: vec![1, 2, 3],
        created_at: NOW,
        updated_at: NOW,
    };
    store::recordings::insert(&mut tx, &recording).await?;
    let transcript = TranscriptRow {
        id: TRANSCRIPT,
        recording_id: RECORDING,
        status: TranscriptStatus::Completed,
        model: "small.en".to_owned(),
        demo_model: false,
        language: "en".to_owned(),
        covered_ms: 60_000,
        created_at: NOW,
        updated_at: NOW,
    };
    store::transcripts::insert(&mut tx, &transcript).await?;
    let owner = Owner { session_id: SESSION, client_id: Some(CLIENT) };
    let rows: Vec<_> = (0..).zip(texts).map(|(n, text)| segment(n, text)).collect();
    store::transcripts::append_segments(&mut tx, owner, &rows).await?;
    tx.commit().await
}

/// The nth audit entry.
pub(crate) fn entry(n: u32) -> NewEntry<'static> {
    NewEntry {
        id: id(50_000 + u128::from(n)),
        at: NOW + i64::from(n),
        actor: "Robin Field",
        front: "window",
        action: if n.is_multiple_of(2) { "clients.get" } else { "clients.update" },
        kind: if n.is_multiple_of(2) { "read" } else { "change" },
        outcome: "ok",
        subject: (!n.is_multiple_of(3)).then_some(CLIENT),
    }
}

/// Everything the store can read of the story, for comparing before and after.
pub(crate) async fn read_story(vault: &Vault) -> Result<Vec<SegmentRow>, StoreError> {
    let mut tx = vault.begin().await?;
    store::clients::get(&mut tx, CLIENT).await?;
    store::sessions::get(&mut tx, SESSION).await?;
    store::transcripts::list_segments(&mut tx, TRANSCRIPT).await
}

/// Numbers that look random and are the same in every run (SplitMix64).
pub(crate) struct Seeded(pub(crate) u64);

impl Seeded {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }
}

/// Invented sentences, enough to fill pages.
pub(crate) fn sentences(count: u32) -> Vec<String> {
    const WORDS: [&str; 16] = [
        "sleep", "worry", "garden", "letter", "sister", "office", "window", "breath", "kettle", "monday",
        "walking", "quiet", "harbour", "supper", "bicycle", "thunder",
    ];
    let mut seeded = Seeded(u64::from(count));
    let mut sentence = || {
        let words: Vec<_> = (0..12).map(|_| WORDS[seeded.below(16) as usize]).collect();
        words.join(" ")
    };
    (0..count).map(|_| sentence()).collect()
}
