//! Recordings. The sound itself lies in encrypted containers beside the database.

use uuid::Uuid;

use crate::{StoreError, Tx};

/// How a recording stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum RecordingStatus {
    /// Its container is being written; found so at unlocking, the import was cut short and is undone.
    Importing,
    /// Whole.
    Ready,
    /// Its key was destroyed, or is to be.
    Deleted,
}

/// A recording.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct RecordingRow {
    /// Id; also the container's name.
    pub id: Uuid,
    /// Of which session.
    pub session_id: Uuid,
    /// How it stands.
    pub status: RecordingStatus,
    /// Length.
    pub duration_ms: i64,
    /// 1 or 2.
    pub channels: u8,
    /// What it was imported from, in words.
    pub source: String,
    /// Stretches that could not be decoded.
    pub gaps: u32,
    /// Loudness every tenth of a second, 0 to 255, channels interleaved.
    pub peaks: Vec<u8>,
    /// Made at.
    pub created_at: i64,
    /// Last changed at.
    pub updated_at: i64,
}

/// Writes a recording.
pub async fn insert(tx: &mut Tx<'_>, row: &RecordingRow) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO recordings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(row.id)
        .bind(row.session_id)
        .bind(row.status)
        .bind(row.duration_ms)
        .bind(row.channels)
        .bind(&row.source)
        .bind(row.gaps)
        .bind(&row.peaks)
        .bind(row.created_at)
        .bind(row.updated_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Replaces everything but id, session and date.
pub async fn update(tx: &mut Tx<'_>, row: &RecordingRow) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE recordings SET status = ?2, duration_ms = ?3, channels = ?4, source = ?5, gaps = ?6, peaks = ?7,
         updated_at = ?8 WHERE id = ?1",
    )
    .bind(row.id)
    .bind(row.status)
    .bind(row.duration_ms)
    .bind(row.channels)
    .bind(&row.source)
    .bind(row.gaps)
    .bind(&row.peaks)
    .bind(row.updated_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Forgets a recording whose import did not end.
pub async fn remove_unfinished(tx: &mut Tx<'_>, id: Uuid) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM recordings WHERE id = ? AND status = 'importing'")
        .bind(id)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Reads a recording.
pub async fn get(tx: &mut Tx<'_>, id: Uuid) -> Result<RecordingRow, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM recordings WHERE id = ?").bind(id).fetch_one(tx.conn()).await?)
}

/// Lists the whole recordings of a session, newest first.
pub async fn list_ready(tx: &mut Tx<'_>, session_id: Uuid) -> Result<Vec<RecordingRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT * FROM recordings WHERE session_id = ? AND status = 'ready' ORDER BY created_at DESC, id DESC",
    )
    .bind(session_id)
    .fetch_all(tx.conn())
    .await?)
}

/// Lists all recordings of a status, of any session.
pub async fn list_with_status(
    tx: &mut Tx<'_>,
    status: RecordingStatus,
) -> Result<Vec<RecordingRow>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM recordings WHERE status = ? ORDER BY id")
        .bind(status)
        .fetch_all(tx.conn())
        .await?)
}
