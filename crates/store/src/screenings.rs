//! Screenings with their answers and scores, plans, and the device in a client's hands.

use uuid::Uuid;

use crate::{StoreError, Tx, clients};

/// How far a screening is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum ScreeningStatus {
    Open,
    Completed,
    Discarded,
}

/// A screening.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct ScreeningRow {
    /// Id.
    pub id: Uuid,
    /// Whose.
    pub client_id: Uuid,
    /// The session it is filled in for.
    pub session_id: Option<Uuid>,
    /// The plan it answers.
    pub plan_id: Option<Uuid>,
    /// The set's name at the start.
    pub name: String,
    /// How far.
    pub status: ScreeningStatus,
    /// What the person added in their own words.
    pub comment: String,
    /// Questions meant to be answered, as of the last answer.
    pub asked: u32,
    /// Of these answered or declined.
    pub answered: u32,
    /// Finished at.
    pub completed_at: Option<i64>,
    /// Begun at.
    pub created_at: i64,
    /// Last answered at.
    pub updated_at: i64,
}

/// One instrument within a screening.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct AdministrationRow {
    /// Id.
    pub id: Uuid,
    /// Of which screening.
    pub screening_id: Uuid,
    /// Place within it, from 0.
    pub position: u32,
    /// `phq9`.
    pub instrument: String,
    /// Edition and coding at the time.
    pub version: String,
    /// Revision of the practice's pack; 0 for bundled ones.
    pub revision: u32,
    /// The instrument whose result asked for this one; none for those of the chosen set.
    pub asked_by: Option<String>,
    /// Whether all needed questions were answered; none until it is scored.
    pub complete: Option<bool>,
    /// The total.
    pub total: Option<f64>,
    /// How grave, by the instrument's bands.
    pub severity: Option<String>,
    /// The band's name.
    pub band: Option<String>,
    /// Made at.
    pub created_at: i64,
    /// Last changed at.
    pub updated_at: i64,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct ResponseRow {
    /// Id.
    pub id: Uuid,
    /// Of which instrument of which screening.
    pub administration_id: Uuid,
    /// `q1`.
    pub item: String,
    /// The value marked; none if the person would rather not answer.
    pub value: Option<f64>,
    /// First answered at.
    pub created_at: i64,
    /// Last answered at.
    pub updated_at: i64,
}

/// What a finished screening says about one dimension.
#[derive(Clone, Debug, PartialEq, sqlx::FromRow)]
pub struct DimensionScoreRow {
    /// Id.
    pub id: Uuid,
    /// Which screening.
    pub screening_id: Uuid,
    /// `depression`.
    pub dimension: String,
    /// Which instrument fed it.
    pub instrument: String,
    /// The score as the instrument gives it.
    pub score: Option<f64>,
    /// 0 (best) to 100 (worst).
    pub position: f64,
    /// How grave.
    pub severity: Option<String>,
    /// The band's name.
    pub band: Option<String>,
    /// Scored at.
    pub created_at: i64,
    /// The same.
    pub updated_at: i64,
}

/// Writes a new screening with its instruments.
pub async fn insert(
    tx: &mut Tx<'_>,
    row: &ScreeningRow,
    administrations: &[AdministrationRow],
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO screenings VALUES (?,?,?,?,?,?,?,?,?,?,?,?)")
        .bind(row.id)
        .bind(row.client_id)
        .bind(row.session_id)
        .bind(row.plan_id)
        .bind(&row.name)
        .bind(row.status)
        .bind(&row.comment)
        .bind(row.asked)
        .bind(row.answered)
        .bind(row.completed_at)
        .bind(row.created_at)
        .bind(row.updated_at)
        .execute(tx.conn())
        .await?;
    for administration in administrations {
        insert_administration(tx, administration).await?;
    }
    Ok(())
}

/// Adds an instrument to a screening.
pub async fn insert_administration(tx: &mut Tx<'_>, row: &AdministrationRow) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO administrations VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .bind(row.id)
        .bind(row.screening_id)
        .bind(row.position)
        .bind(&row.instrument)
        .bind(&row.version)
        .bind(row.revision)
        .bind(&row.asked_by)
        .bind(row.complete)
        .bind(row.total)
        .bind(&row.severity)
        .bind(&row.band)
        .bind(row.created_at)
        .bind(row.updated_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Takes an instrument of which nothing was answered out of a screening.
pub async fn remove_administration(tx: &mut Tx<'_>, id: Uuid) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM administrations WHERE id = ?").bind(id).execute(tx.conn()).await?;
    Ok(())
}

/// Keeps how a screening stands: status, words, counts. Refused once it is finished.
pub async fn update(tx: &mut Tx<'_>, row: &ScreeningRow) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE screenings SET status=?2, comment=?3, asked=?4, answered=?5, completed_at=?6, updated_at=?7
         WHERE id=?1",
    )
    .bind(row.id)
    .bind(row.status)
    .bind(&row.comment)
    .bind(row.asked)
    .bind(row.answered)
    .bind(row.completed_at)
    .bind(row.updated_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Reads a screening.
pub async fn get(tx: &mut Tx<'_>, id: Uuid) -> Result<ScreeningRow, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM screenings WHERE id = ?").bind(id).fetch_one(tx.conn()).await?)
}

/// Lists a client's screenings, newest first.
pub async fn list(tx: &mut Tx<'_>, client_id: Uuid) -> Result<Vec<ScreeningRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT * FROM screenings WHERE client_id = ? ORDER BY coalesce(completed_at, created_at) DESC, id DESC",
    )
    .bind(client_id)
    .fetch_all(tx.conn())
    .await?)
}

/// The newest unfinished screening of a plan.
pub async fn open_of_plan(tx: &mut Tx<'_>, plan_id: Uuid) -> Result<Option<Uuid>, StoreError> {
    Ok(sqlx::query_scalar(
        "SELECT id FROM screenings WHERE plan_id = ? AND status = 'open' ORDER BY created_at DESC LIMIT 1",
    )
    .bind(plan_id)
    .fetch_optional(tx.conn())
    .await?)
}

/// The instruments of a screening, in order.
pub async fn administrations(
    tx: &mut Tx<'_>,
    screening_id: Uuid,
) -> Result<Vec<AdministrationRow>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM administrations WHERE screening_id = ? ORDER BY position")
        .bind(screening_id)
        .fetch_all(tx.conn())
        .await?)
}

/// The instruments of all of a client's screenings, in order within each.
pub async fn all_administrations(
    tx: &mut Tx<'_>,
    client_id: Uuid,
) -> Result<Vec<AdministrationRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT a.* FROM screenings s JOIN administrations a ON a.screening_id = s.id
         WHERE s.client_id = ? ORDER BY a.screening_id, a.position",
    )
    .bind(client_id)
    .fetch_all(tx.conn())
    .await?)
}

/// All scored instruments of a client's finished screenings with the time each was finished, oldest first.
pub async fn scored(tx: &mut Tx<'_>, client_id: Uuid) -> Result<Vec<(AdministrationRow, i64)>, StoreError> {
    #[derive(sqlx::FromRow)]
    struct Scored {
        #[sqlx(flatten)]
        row: AdministrationRow,
        completed_at: i64,
    }
    let rows: Vec<Scored> = sqlx::query_as(
        "SELECT a.*, s.completed_at FROM screenings s JOIN administrations a ON a.screening_id = s.id
         WHERE s.client_id = ? AND s.status = 'completed' ORDER BY s.completed_at, s.id, a.position",
    )
    .bind(client_id)
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|scored| (scored.row, scored.completed_at)).collect())
}

/// Keeps an instrument's scores. Refused once the screening is finished.
pub async fn put_scores(tx: &mut Tx<'_>, row: &AdministrationRow) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE administrations SET complete=?2, total=?3, severity=?4, band=?5, updated_at=?6 WHERE id=?1",
    )
    .bind(row.id)
    .bind(row.complete)
    .bind(row.total)
    .bind(&row.severity)
    .bind(&row.band)
    .bind(row.updated_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Keeps one answer; a later one to the same question takes its place.
pub async fn put_response(tx: &mut Tx<'_>, row: &ResponseRow) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO responses VALUES (?1,?2,?3,?4,?5,?6)
         ON CONFLICT (administration_id, item) DO UPDATE SET value=?4, updated_at=?6",
    )
    .bind(row.id)
    .bind(row.administration_id)
    .bind(&row.item)
    .bind(row.value)
    .bind(row.created_at)
    .bind(row.updated_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes an answer back.
pub async fn remove_response(tx: &mut Tx<'_>, administration_id: Uuid, item: &str) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM responses WHERE administration_id = ? AND item = ?")
        .bind(administration_id)
        .bind(item)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// All answers of a screening.
pub async fn responses(tx: &mut Tx<'_>, screening_id: Uuid) -> Result<Vec<ResponseRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT r.* FROM responses r JOIN administrations a ON a.id = r.administration_id
         WHERE a.screening_id = ? ORDER BY a.position, r.created_at, r.id",
    )
    .bind(screening_id)
    .fetch_all(tx.conn())
    .await?)
}

/// All answers to one instrument of a screening.
pub async fn responses_to(tx: &mut Tx<'_>, administration_id: Uuid) -> Result<Vec<ResponseRow>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM responses WHERE administration_id = ? ORDER BY created_at, id")
        .bind(administration_id)
        .fetch_all(tx.conn())
        .await?)
}

/// Keeps what a finished screening says about a dimension.
pub async fn insert_dimension(tx: &mut Tx<'_>, row: &DimensionScoreRow) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO dimension_scores VALUES (?,?,?,?,?,?,?,?,?,?)")
        .bind(row.id)
        .bind(row.screening_id)
        .bind(&row.dimension)
        .bind(&row.instrument)
        .bind(row.score)
        .bind(row.position)
        .bind(&row.severity)
        .bind(&row.band)
        .bind(row.created_at)
        .bind(row.updated_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// What a screening says about the dimensions it fed.
pub async fn dimensions_of(
    tx: &mut Tx<'_>,
    screening_id: Uuid,
) -> Result<Vec<DimensionScoreRow>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM dimension_scores WHERE screening_id = ?")
        .bind(screening_id)
        .fetch_all(tx.conn())
        .await?)
}

/// A client's dimension scores over time, oldest first.
pub async fn dimensions(tx: &mut Tx<'_>, client_id: Uuid) -> Result<Vec<DimensionScoreRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT d.* FROM screenings s JOIN dimension_scores d ON d.screening_id = s.id
         WHERE s.client_id = ? ORDER BY s.completed_at, d.id",
    )
    .bind(client_id)
    .fetch_all(tx.conn())
    .await?)
}

/// A set that is due again and again, or once.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PlanRow {
    /// Id.
    pub id: Uuid,
    /// Whose.
    pub client_id: Uuid,
    /// Key of the set.
    pub battery: String,
    /// Days from one to the next; none for once.
    pub every_days: Option<u32>,
    /// The day it is due next, ISO 8601.
    pub due_on: String,
    /// Ended at.
    pub ended_at: Option<i64>,
    /// Made at.
    pub created_at: i64,
    /// Last changed at.
    pub updated_at: i64,
}

/// A plan with its client's name.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct NamedPlanRow {
    /// The plan.
    #[sqlx(flatten)]
    pub plan: PlanRow,
    given_name: String,
    family_name: String,
    preferred_name: String,
}

impl NamedPlanRow {
    /// The client's name to show.
    pub fn client_name(&self) -> String {
        clients::display_name(&self.given_name, &self.family_name, &self.preferred_name)
    }
}

/// Writes a plan, new or changed.
pub async fn put_plan(tx: &mut Tx<'_>, row: &PlanRow) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO screening_plans VALUES (?1,?2,?3,?4,?5,?6,?7,?8)
         ON CONFLICT (id) DO UPDATE SET battery=?3, every_days=?4, due_on=?5, ended_at=?6, updated_at=?8",
    )
    .bind(row.id)
    .bind(row.client_id)
    .bind(&row.battery)
    .bind(row.every_days)
    .bind(&row.due_on)
    .bind(row.ended_at)
    .bind(row.created_at)
    .bind(row.updated_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Reads a plan.
pub async fn get_plan(tx: &mut Tx<'_>, id: Uuid) -> Result<PlanRow, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM screening_plans WHERE id = ?").bind(id).fetch_one(tx.conn()).await?)
}

/// Lists plans that have not ended: a client's, or everyone's that are due by a day. The earliest due first.
pub async fn list_plans(
    tx: &mut Tx<'_>,
    client_id: Option<Uuid>,
    due_by: Option<&str>,
) -> Result<Vec<NamedPlanRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT p.*, c.given_name, c.family_name, c.preferred_name
         FROM screening_plans p JOIN clients c ON c.id = p.client_id
         WHERE p.ended_at IS NULL AND (?1 IS NULL OR p.client_id = ?1)
            AND (?2 IS NULL OR (p.due_on <= ?2 AND c.status = 'active'))
         ORDER BY p.due_on, c.family_name COLLATE NOCASE, p.id",
    )
    .bind(client_id)
    .bind(due_by)
    .fetch_all(tx.conn())
    .await?)
}

/// Ends the plans that use a set.
pub async fn end_plans_with(tx: &mut Tx<'_>, battery: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE screening_plans SET ended_at = ?2, updated_at = ?2 WHERE battery = ?1 AND ended_at IS NULL",
    )
    .bind(battery)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Hands the device over. A second time before the first has ended is refused by the database.
pub async fn begin_hand_over(
    tx: &mut Tx<'_>,
    id: Uuid,
    screening_id: Uuid,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO hand_overs VALUES (?1, ?2, NULL, ?3, ?3)")
        .bind(id)
        .bind(screening_id)
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The screening the device is handed over for.
pub async fn handed_over(tx: &mut Tx<'_>) -> Result<Option<Uuid>, StoreError> {
    Ok(sqlx::query_scalar("SELECT screening_id FROM hand_overs WHERE ended_at IS NULL")
        .fetch_optional(tx.conn())
        .await?)
}

/// Takes the device back.
pub async fn end_hand_over(tx: &mut Tx<'_>, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE hand_overs SET ended_at = ?1, updated_at = ?1 WHERE ended_at IS NULL")
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}
