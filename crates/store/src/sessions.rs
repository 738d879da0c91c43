//! Sessions.

use uuid::Uuid;

use crate::{StoreError, Tx, clients};

/// Kind of session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum SessionKind {
    Individual,
    Group,
    Family,
    Couples,
    Assessment,
    FollowUp,
}

/// Where a session stands; the moves between are `clinical::sessions`' business.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum SessionStatus {
    Requested,
    Upcoming,
    InProgress,
    Completed,
    Cancelled,
    Rescheduled,
    NoShow,
}

/// How the fee stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum PaymentStatus {
    Pending,
    Paid,
    Partial,
    Waived,
    Cancelled,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
#[allow(missing_docs)] // contract::sessions documents the fields
pub struct SessionRow {
    pub id: Uuid,
    pub revision: u32,
    pub client_id: Option<Uuid>,
    pub number: Option<u32>,
    pub kind: SessionKind,
    pub status: SessionStatus,
    pub scheduled_start: Option<i64>,
    pub scheduled_end: Option<i64>,
    pub started_at: Option<i64>,
    pub ended_at: Option<i64>,
    pub place: String,
    pub goals: String,
    pub homework: String,
    pub next_goals: String,
    pub mood_before: Option<u8>,
    pub mood_after: Option<u8>,
    pub effectiveness: Option<u8>,
    pub fee_minor: Option<i64>,
    pub payment_status: PaymentStatus,
    pub created_at: i64,
    pub updated_at: i64,
}

/// A row of a sessions list.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct SessionSummaryRow {
    pub id: Uuid,
    pub client_id: Option<Uuid>,
    pub given_name: Option<String>,
    pub family_name: Option<String>,
    pub preferred_name: Option<String>,
    pub number: Option<u32>,
    pub kind: SessionKind,
    pub status: SessionStatus,
    pub at: i64,
    pub recorded: bool,
    pub transcribed: bool,
    pub note_status: Option<crate::notes::NoteStatus>,
    /// The newest recording-consent version in force for the session or its client.
    pub recording_consent_version: Option<u32>,
}

impl SessionSummaryRow {
    /// The client's name to show.
    pub fn client_name(&self) -> Option<String> {
        let given = self.given_name.as_deref()?;
        Some(clients::display_name(
            given,
            self.family_name.as_deref().unwrap_or(""),
            self.preferred_name.as_deref().unwrap_or(""),
        ))
    }
}

/// Which sessions are wanted.
#[derive(Default)]
pub struct SessionFilter {
    /// Only this client's.
    pub client_id: Option<Uuid>,
    /// At or after.
    pub from: Option<i64>,
    /// Before.
    pub until: Option<i64>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows wanted.
    pub limit: u32,
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Sqlite, sqlx::sqlite::SqliteArguments>;

fn bind_all<'q>(query: Query<'q>, row: &'q SessionRow) -> Query<'q> {
    query
        .bind(row.id)
        .bind(row.revision)
        .bind(row.client_id)
        .bind(row.number)
        .bind(row.kind)
        .bind(row.status)
        .bind(row.scheduled_start)
        .bind(row.scheduled_end)
        .bind(row.started_at)
        .bind(row.ended_at)
        .bind(&row.place)
        .bind(&row.goals)
        .bind(&row.homework)
        .bind(&row.next_goals)
        .bind(row.mood_before)
        .bind(row.mood_after)
        .bind(row.effectiveness)
        .bind(row.fee_minor)
        .bind(row.payment_status)
        .bind(row.created_at)
        .bind(row.updated_at)
}

/// Writes a new session.
pub async fn insert(tx: &mut Tx<'_>, row: &SessionRow) -> Result<(), StoreError> {
    bind_all(
        sqlx::query(
            "INSERT INTO sessions (id, revision, client_id, number, kind, status, scheduled_start, scheduled_end,
             started_at, ended_at, place, goals, homework, next_goals, mood_before, mood_after, effectiveness,
             fee_minor, payment_status, created_at, updated_at)
             VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21)",
        ),
        row,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Replaces a session whose stored revision is one below the row's.
pub async fn update(tx: &mut Tx<'_>, row: &SessionRow) -> Result<(), StoreError> {
    let changed = bind_all(
        sqlx::query(
            "UPDATE sessions SET revision=?2, client_id=?3, number=?4, kind=?5, status=?6, scheduled_start=?7,
             scheduled_end=?8, started_at=?9, ended_at=?10, place=?11, goals=?12, homework=?13, next_goals=?14,
             mood_before=?15, mood_after=?16, effectiveness=?17, fee_minor=?18, payment_status=?19, created_at=?20,
             updated_at=?21 WHERE id=?1 AND revision=?2-1",
        ),
        row,
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    if changed == 0 { Err(StoreError::Conflict) } else { Ok(()) }
}

/// Reads a session.
pub async fn get(tx: &mut Tx<'_>, id: Uuid) -> Result<SessionRow, StoreError> {
    Ok(sqlx::query_as(
        "SELECT id, revision, client_id, number, kind, status, scheduled_start, scheduled_end, started_at, ended_at,
         place, goals, homework, next_goals, mood_before, mood_after, effectiveness, fee_minor, payment_status,
         created_at, updated_at FROM sessions WHERE id = ?",
    )
    .bind(id)
    .fetch_one(tx.conn())
    .await?)
}

/// The number that a client's next session gets.
pub async fn next_number(tx: &mut Tx<'_>, client_id: Uuid) -> Result<u32, StoreError> {
    Ok(sqlx::query_scalar("SELECT coalesce(max(number), 0) + 1 FROM sessions WHERE client_id = ?")
        .bind(client_id)
        .fetch_one(tx.conn())
        .await?)
}

/// When the client's last session before an instant took place.
pub async fn last_before(tx: &mut Tx<'_>, client_id: Uuid, before: i64) -> Result<Option<i64>, StoreError> {
    Ok(sqlx::query_scalar(
        "SELECT max(at) FROM sessions WHERE client_id = ? AND at < ? AND status IN ('completed', 'in_progress')",
    )
    .bind(client_id)
    .bind(before)
    .fetch_one(tx.conn())
    .await?)
}

const MATCHES: &str =
    "(?1 IS NULL OR s.client_id = ?1) AND (?2 IS NULL OR s.at >= ?2) AND (?3 IS NULL OR s.at < ?3)";

/// Counts the sessions that match.
pub async fn count(tx: &mut Tx<'_>, filter: &SessionFilter) -> Result<u32, StoreError> {
    let statement = format!("SELECT count(*) FROM sessions s WHERE {MATCHES}");
    Ok(sqlx::query_scalar(sqlx::AssertSqlSafe(statement))
        .bind(filter.client_id)
        .bind(filter.from)
        .bind(filter.until)
        .fetch_one(tx.conn())
        .await?)
}

/// Lists the sessions that match, newest first.
pub async fn list(tx: &mut Tx<'_>, filter: &SessionFilter) -> Result<Vec<SessionSummaryRow>, StoreError> {
    let statement = format!(
        "SELECT s.id, s.client_id, c.given_name, c.family_name, c.preferred_name, s.number, s.kind, s.status, s.at,
            EXISTS (SELECT 1 FROM recordings r WHERE r.session_id = s.id AND r.status = 'ready') AS recorded,
            EXISTS (SELECT 1 FROM transcripts t JOIN recordings r ON r.id = t.recording_id
                WHERE r.session_id = s.id AND t.status = 'completed') AS transcribed,
            n.status AS note_status,
            (SELECT max(k.version) FROM consents k WHERE k.scope = 'recording' AND k.withdrawn_at IS NULL
                AND (k.client_id = s.client_id OR k.session_id = s.id)) AS recording_consent_version
         FROM sessions s LEFT JOIN clients c ON c.id = s.client_id LEFT JOIN notes n ON n.session_id = s.id
         WHERE {MATCHES} ORDER BY s.at DESC, s.id DESC LIMIT ?4 OFFSET ?5"
    );
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(statement))
        .bind(filter.client_id)
        .bind(filter.from)
        .bind(filter.until)
        .bind(filter.limit)
        .bind(filter.offset)
        .fetch_all(tx.conn())
        .await?)
}
