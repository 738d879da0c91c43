//! Alerts and safety plans. The database keeps every alert and every version of a plan.

use uuid::Uuid;

use crate::{StoreError, TextList, Tx, clients};

/// An alert.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct AlertRow {
    /// Id.
    pub id: Uuid,
    /// Whose.
    pub client_id: Uuid,
    /// The screening it was raised by.
    pub screening_id: Option<Uuid>,
    /// `mild`, `moderate`, `high`, `critical`.
    pub level: String,
    /// Why, one sentence each.
    pub reasons: TextList,
    /// Acknowledged at.
    pub acknowledged_at: Option<i64>,
    /// By whom.
    pub acknowledged_by: Option<String>,
    /// What was done.
    pub action: Option<String>,
    /// Raised at.
    pub created_at: i64,
    /// Last changed at.
    pub updated_at: i64,
}

/// An alert with its client's name.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct NamedAlertRow {
    /// The alert.
    #[sqlx(flatten)]
    pub alert: AlertRow,
    given_name: String,
    family_name: String,
    preferred_name: String,
}

impl NamedAlertRow {
    /// The client's name to show.
    pub fn client_name(&self) -> String {
        clients::display_name(&self.given_name, &self.family_name, &self.preferred_name)
    }
}

/// Writes an alert, new or changed. One that was acknowledged is refused by the database.
pub async fn put_alert(tx: &mut Tx<'_>, row: &AlertRow) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO risk_alerts VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)
         ON CONFLICT (id) DO UPDATE SET level=?4, reasons=?5, acknowledged_at=?6, acknowledged_by=?7, action=?8,
            updated_at=?10",
    )
    .bind(row.id)
    .bind(row.client_id)
    .bind(row.screening_id)
    .bind(&row.level)
    .bind(&row.reasons)
    .bind(row.acknowledged_at)
    .bind(&row.acknowledged_by)
    .bind(&row.action)
    .bind(row.created_at)
    .bind(row.updated_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Reads an alert.
pub async fn get_alert(tx: &mut Tx<'_>, id: Uuid) -> Result<NamedAlertRow, StoreError> {
    Ok(sqlx::query_as(
        "SELECT r.*, c.given_name, c.family_name, c.preferred_name
         FROM risk_alerts r JOIN clients c ON c.id = r.client_id WHERE r.id = ?",
    )
    .bind(id)
    .fetch_one(tx.conn())
    .await?)
}

/// The alerts that a screening raised, oldest first.
pub async fn alerts_of(tx: &mut Tx<'_>, screening_id: Uuid) -> Result<Vec<AlertRow>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM risk_alerts WHERE screening_id = ? ORDER BY created_at, id")
        .bind(screening_id)
        .fetch_all(tx.conn())
        .await?)
}

/// Lists alerts: unacknowledged first, gravest first, newest first; at most 1,000.
pub async fn list_alerts(
    tx: &mut Tx<'_>,
    client_id: Option<Uuid>,
    with_acknowledged: bool,
) -> Result<Vec<NamedAlertRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT r.*, c.given_name, c.family_name, c.preferred_name
         FROM risk_alerts r JOIN clients c ON c.id = r.client_id
         WHERE (?1 IS NULL OR r.client_id = ?1) AND (?2 OR r.acknowledged_at IS NULL)
         ORDER BY r.acknowledged_at IS NOT NULL,
            CASE r.level WHEN 'critical' THEN 0 WHEN 'high' THEN 1 WHEN 'moderate' THEN 2 ELSE 3 END,
            r.created_at DESC, r.id DESC
         LIMIT 1000",
    )
    .bind(client_id)
    .bind(with_acknowledged)
    .fetch_all(tx.conn())
    .await?)
}

/// One version of a safety plan; the plan itself is JSON that `app` reads and writes.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct SafetyPlanRow {
    /// Id.
    pub id: Uuid,
    /// Whose.
    pub client_id: Uuid,
    /// Counted from 1.
    pub version: u32,
    /// The plan, JSON.
    pub plan: String,
    /// Who wrote this version.
    pub author: String,
    /// When.
    pub created_at: i64,
    /// The same.
    pub updated_at: i64,
}

/// Keeps a new version. A version that is there already is a conflict.
pub async fn append_safety_plan(tx: &mut Tx<'_>, row: &SafetyPlanRow) -> Result<(), StoreError> {
    let newest: Option<u32> = sqlx::query_scalar("SELECT max(version) FROM safety_plans WHERE client_id = ?")
        .bind(row.client_id)
        .fetch_one(tx.conn())
        .await?;
    if newest.unwrap_or(0) + 1 != row.version {
        return Err(StoreError::Conflict);
    }
    sqlx::query("INSERT INTO safety_plans VALUES (?,?,?,?,?,?,?)")
        .bind(row.id)
        .bind(row.client_id)
        .bind(row.version)
        .bind(&row.plan)
        .bind(&row.author)
        .bind(row.created_at)
        .bind(row.updated_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The newest version of a client's plan.
pub async fn safety_plan(tx: &mut Tx<'_>, client_id: Uuid) -> Result<Option<SafetyPlanRow>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM safety_plans WHERE client_id = ? ORDER BY version DESC LIMIT 1")
        .bind(client_id)
        .fetch_optional(tx.conn())
        .await?)
}
