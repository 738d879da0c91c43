//! The vault's owner and settings: one row.

use uuid::Uuid;

use crate::{StoreError, Tx};

/// What the owner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum Role {
    /// Therapist or nurse.
    Clinician,
    /// A person in care.
    Client,
    /// Practice manager.
    Practice,
}

/// The owner and settings.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ProfileRow {
    /// Id; also the vault's id.
    pub id: Uuid,
    /// The owner's name.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// They have proved to hold the recovery key.
    pub recovery_confirmed: bool,
    /// Minutes without activity before locking.
    pub auto_lock_minutes: u32,
    /// Made at.
    pub created_at: i64,
    /// Last changed at.
    pub updated_at: i64,
}

/// Writes the one row of a new vault.
pub async fn insert(tx: &mut Tx<'_>, row: &ProfileRow) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO profiles VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(row.id)
        .bind(&row.name)
        .bind(row.role)
        .bind(row.recovery_confirmed)
        .bind(row.auto_lock_minutes)
        .bind(row.created_at)
        .bind(row.updated_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Reads it.
pub async fn get(tx: &mut Tx<'_>) -> Result<ProfileRow, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM profiles").fetch_one(tx.conn()).await?)
}

/// Remembers whether the recovery key was proved.
pub async fn set_recovery_confirmed(tx: &mut Tx<'_>, confirmed: bool, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE profiles SET recovery_confirmed = ?, updated_at = ?")
        .bind(confirmed)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Sets the idle time.
pub async fn set_auto_lock(tx: &mut Tx<'_>, minutes: u32, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE profiles SET auto_lock_minutes = ?, updated_at = ?")
        .bind(minutes)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}
