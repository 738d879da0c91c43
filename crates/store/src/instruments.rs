//! Instruments that the practice brought in, and its own sets of instruments.

use uuid::Uuid;

use crate::{StoreError, TextList, Tx};

/// One revision of an instrument of the practice. The newest is in use; earlier ones explain what was filled in then.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct InstrumentRow {
    /// Id.
    pub id: Uuid,
    /// The instrument's id, `asrs_a`.
    pub code: String,
    /// Counted from 1 for each code.
    pub revision: u32,
    /// The slot it fills, for licensed ones.
    pub slot: Option<String>,
    /// The pack, as JSON.
    pub pack: String,
    /// By what right the practice uses it.
    pub statement: String,
    /// Whether it can be used now.
    pub enabled: bool,
    /// Who accepted its condition.
    pub accepted_by: Option<String>,
    /// When.
    pub accepted_at: Option<i64>,
    /// Added at.
    pub created_at: i64,
    /// Last changed at.
    pub updated_at: i64,
}

/// Writes a new revision.
pub async fn insert(tx: &mut Tx<'_>, row: &InstrumentRow) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO instruments VALUES (?,?,?,?,?,?,?,?,?,?,?)")
        .bind(row.id)
        .bind(&row.code)
        .bind(row.revision)
        .bind(&row.slot)
        .bind(&row.pack)
        .bind(&row.statement)
        .bind(row.enabled)
        .bind(&row.accepted_by)
        .bind(row.accepted_at)
        .bind(row.created_at)
        .bind(row.updated_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Switches the newest revision on or off.
pub async fn set_enabled(tx: &mut Tx<'_>, row: &InstrumentRow) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE instruments SET enabled=?2, accepted_by=?3, accepted_at=?4, updated_at=?5 WHERE id=?1",
    )
    .bind(row.id)
    .bind(row.enabled)
    .bind(&row.accepted_by)
    .bind(row.accepted_at)
    .bind(row.updated_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Switches every revision of an instrument off: a newer one takes its place.
pub async fn disable(tx: &mut Tx<'_>, code: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE instruments SET enabled = 0, updated_at = ?2 WHERE code = ?1 AND enabled = 1")
        .bind(code)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Lists all revisions, by code, the newest first.
pub async fn list(tx: &mut Tx<'_>) -> Result<Vec<InstrumentRow>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM instruments ORDER BY code, revision DESC").fetch_all(tx.conn()).await?)
}

/// A set of one's own.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct BatteryRow {
    /// Id.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// Ids of its instruments in order.
    pub instruments: TextList,
    /// Made at.
    pub created_at: i64,
    /// Last changed at.
    pub updated_at: i64,
}

/// Writes a set, new or changed.
pub async fn put_battery(tx: &mut Tx<'_>, row: &BatteryRow) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO batteries VALUES (?1,?2,?3,?4,?5)
         ON CONFLICT (id) DO UPDATE SET name=?2, instruments=?3, updated_at=?5",
    )
    .bind(row.id)
    .bind(&row.name)
    .bind(&row.instruments)
    .bind(row.created_at)
    .bind(row.updated_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Reads a set.
pub async fn get_battery(tx: &mut Tx<'_>, id: Uuid) -> Result<BatteryRow, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM batteries WHERE id = ?").bind(id).fetch_one(tx.conn()).await?)
}

/// Lists the sets by name.
pub async fn list_batteries(tx: &mut Tx<'_>) -> Result<Vec<BatteryRow>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM batteries ORDER BY name COLLATE NOCASE, id")
        .fetch_all(tx.conn())
        .await?)
}

/// Removes a set. Screenings made with it keep its name and instruments.
pub async fn remove_battery(tx: &mut Tx<'_>, id: Uuid) -> Result<(), StoreError> {
    let removed =
        sqlx::query("DELETE FROM batteries WHERE id = ?").bind(id).execute(tx.conn()).await?.rows_affected();
    if removed == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}
