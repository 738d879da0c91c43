//! Consents with their history. Withdrawing is the only change the database allows.

use uuid::Uuid;

use crate::{StoreError, Tx};

/// What is consented to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum ConsentScope {
    /// Recording or importing sound.
    Recording,
    /// Models on this device.
    Analysis,
    /// A provider elsewhere.
    Cloud,
    /// Someone else.
    Sharing,
    /// Research.
    Research,
}

/// How it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum ConsentMethod {
    /// Said.
    Verbal,
    /// On paper.
    Written,
    /// On a screen.
    Electronic,
}

/// A consent.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ConsentRow {
    /// Id.
    pub id: Uuid,
    /// The client it is about, or …
    pub client_id: Option<Uuid>,
    /// … the session, for one without a client at the time.
    pub session_id: Option<Uuid>,
    /// What it covers.
    pub scope: ConsentScope,
    /// Version of the text.
    pub version: u32,
    /// How it was given.
    pub method: ConsentMethod,
    /// Who gave it.
    pub given_by: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// Withdrawn at.
    pub withdrawn_at: Option<i64>,
    /// Why.
    pub withdrawn_note: Option<String>,
    /// Given at.
    pub created_at: i64,
    /// Last changed at.
    pub updated_at: i64,
}

/// Writes a consent.
pub async fn insert(tx: &mut Tx<'_>, row: &ConsentRow) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO consents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(row.id)
        .bind(row.client_id)
        .bind(row.session_id)
        .bind(row.scope)
        .bind(row.version)
        .bind(row.method)
        .bind(&row.given_by)
        .bind(&row.recorded_by)
        .bind(row.withdrawn_at)
        .bind(&row.withdrawn_note)
        .bind(row.created_at)
        .bind(row.updated_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Withdraws a consent; one that is withdrawn already is refused by the database.
pub async fn withdraw(tx: &mut Tx<'_>, id: Uuid, note: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE consents SET withdrawn_at = ?2, withdrawn_note = ?3, updated_at = ?2 WHERE id = ?1")
        .bind(id)
        .bind(now)
        .bind(note)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Reads a consent.
pub async fn get(tx: &mut Tx<'_>, id: Uuid) -> Result<ConsentRow, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM consents WHERE id = ?").bind(id).fetch_one(tx.conn()).await?)
}

/// Lists the consents about a client, or a session, or both, newest first.
pub async fn list(
    tx: &mut Tx<'_>,
    client_id: Option<Uuid>,
    session_id: Option<Uuid>,
) -> Result<Vec<ConsentRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT * FROM consents WHERE client_id = ?1 OR session_id = ?2 ORDER BY created_at DESC, id DESC",
    )
    .bind(client_id)
    .bind(session_id)
    .fetch_all(tx.conn())
    .await?)
}
