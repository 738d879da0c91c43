//! Transcripts and their segments.

use uuid::Uuid;

use crate::{StoreError, Tx, search};

/// How a transcript stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum TranscriptStatus {
    Pending,
    Processing,
    Completed,
    Failed,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Speaker {
    Therapist,
    Client,
    Unknown,
}

/// A transcript without its words.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct TranscriptRow {
    /// Id.
    pub id: Uuid,
    /// Of which recording.
    pub recording_id: Uuid,
    /// How it stands.
    pub status: TranscriptStatus,
    /// The model's name.
    pub model: String,
    /// Made with the demo model.
    pub demo_model: bool,
    /// BCP 47 tag.
    pub language: String,
    /// Worked through so far.
    pub covered_ms: i64,
    /// Begun at.
    pub created_at: i64,
    /// Last changed at.
    pub updated_at: i64,
}

/// A stretch of speech.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct SegmentRow {
    /// Id.
    pub id: Uuid,
    /// Of which transcript.
    pub transcript_id: Uuid,
    /// Who.
    pub speaker: Speaker,
    /// From.
    pub start_ms: i64,
    /// To.
    pub end_ms: i64,
    /// The words as they stand.
    pub text: String,
    /// The model's words, once corrected.
    pub original_text: Option<String>,
    /// 0 to 1.
    pub confidence: f32,
    /// Made at.
    pub created_at: i64,
    /// Last changed at.
    pub updated_at: i64,
}

/// Whose session a transcript belongs to.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct Owner {
    /// The session.
    pub session_id: Uuid,
    /// Its client.
    pub client_id: Option<Uuid>,
}

/// Writes a transcript without words.
pub async fn insert(tx: &mut Tx<'_>, row: &TranscriptRow) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO transcripts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(row.id)
        .bind(row.recording_id)
        .bind(row.status)
        .bind(&row.model)
        .bind(row.demo_model)
        .bind(&row.language)
        .bind(row.covered_ms)
        .bind(row.created_at)
        .bind(row.updated_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Records how far a transcript has come.
pub async fn set_progress(
    tx: &mut Tx<'_>,
    id: Uuid,
    status: TranscriptStatus,
    covered_ms: i64,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE transcripts SET status = ?2, covered_ms = max(covered_ms, ?3), updated_at = ?4 WHERE id = ?1",
    )
    .bind(id)
    .bind(status)
    .bind(covered_ms)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Records the language that was found or given.
pub async fn set_language(tx: &mut Tx<'_>, id: Uuid, language: &str) -> Result<(), StoreError> {
    sqlx::query("UPDATE transcripts SET language = ?2 WHERE id = ?1")
        .bind(id)
        .bind(language)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Marks what a crash left unfinished; its words so far stay. Returns how many there were.
pub async fn fail_unfinished(tx: &mut Tx<'_>, now: i64) -> Result<u64, StoreError> {
    Ok(sqlx::query(
        "UPDATE transcripts SET status = 'failed', updated_at = ? WHERE status IN ('pending', 'processing')",
    )
    .bind(now)
    .execute(tx.conn())
    .await?
    .rows_affected())
}

/// Reads a transcript without its words.
pub async fn get(tx: &mut Tx<'_>, id: Uuid) -> Result<TranscriptRow, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM transcripts WHERE id = ?").bind(id).fetch_one(tx.conn()).await?)
}

/// Whose it is.
pub async fn owner(tx: &mut Tx<'_>, id: Uuid) -> Result<Owner, StoreError> {
    Ok(sqlx::query_as(
        "SELECT s.id AS session_id, s.client_id FROM transcripts t JOIN recordings r ON r.id = t.recording_id
         JOIN sessions s ON s.id = r.session_id WHERE t.id = ?",
    )
    .bind(id)
    .fetch_one(tx.conn())
    .await?)
}

/// Lists the transcripts of a session, newest first.
pub async fn list(tx: &mut Tx<'_>, session_id: Uuid) -> Result<Vec<TranscriptRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT t.* FROM transcripts t JOIN recordings r ON r.id = t.recording_id
         WHERE r.session_id = ? ORDER BY t.created_at DESC, t.id DESC",
    )
    .bind(session_id)
    .fetch_all(tx.conn())
    .await?)
}

/// Appends segments and makes them searchable.
pub async fn append_segments(
    tx: &mut Tx<'_>,
    owner: Owner,
    segments: &[SegmentRow],
) -> Result<(), StoreError> {
    for row in segments {
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
            .execute(tx.conn())
            .await?;
        let place = search::Place {
            kind: search::Kind::Segment,
            client_id: owner.client_id,
            session_id: Some(owner.session_id),
        };
        search::put(tx, row.id, place, &row.text, row.created_at).await?;
    }
    Ok(())
}

/// Lists a transcript's segments in order of time.
pub async fn list_segments(tx: &mut Tx<'_>, transcript_id: Uuid) -> Result<Vec<SegmentRow>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM segments WHERE transcript_id = ? ORDER BY start_ms, end_ms, id")
        .bind(transcript_id)
        .fetch_all(tx.conn())
        .await?)
}

/// Reads a segment.
pub async fn get_segment(tx: &mut Tx<'_>, id: Uuid) -> Result<SegmentRow, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM segments WHERE id = ?").bind(id).fetch_one(tx.conn()).await?)
}

/// Sets who speaks in a segment.
pub async fn set_speaker(tx: &mut Tx<'_>, id: Uuid, speaker: Speaker, now: i64) -> Result<(), StoreError> {
    let changed = sqlx::query("UPDATE segments SET speaker = ?2, updated_at = ?3 WHERE id = ?1")
        .bind(id)
        .bind(speaker)
        .bind(now)
        .execute(tx.conn())
        .await?
        .rows_affected();
    if changed == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}

/// Corrects a segment's words; the model's stay beside them.
pub async fn correct(tx: &mut Tx<'_>, id: Uuid, text: &str, now: i64) -> Result<SegmentRow, StoreError> {
    let row = get_segment(tx, id).await?;
    sqlx::query(
        "UPDATE segments SET original_text = coalesce(original_text, text), text = ?2, updated_at = ?3 WHERE id = ?1",
    )
    .bind(id)
    .bind(text)
    .bind(now)
    .execute(tx.conn())
    .await?;
    let owner = owner(tx, row.transcript_id).await?;
    let place = search::Place {
        kind: search::Kind::Segment,
        client_id: owner.client_id,
        session_id: Some(owner.session_id),
    };
    search::put(tx, id, place, text, now).await?;
    get_segment(tx, id).await
}
