//! Clients.

use uuid::Uuid;

use crate::{StoreError, TextList, Tx, search};

/// Whether a client is being seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
pub enum ClientStatus {
    /// On the caseload.
    Active,
    /// Not at present.
    Paused,
    /// Care has ended.
    Discharged,
}

/// A client's record.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
#[allow(missing_docs)] // the columns speak for themselves; contract::clients documents them
pub struct ClientRow {
    pub id: Uuid,
    pub revision: u32,
    pub given_name: String,
    pub family_name: String,
    pub preferred_name: String,
    pub pronouns: String,
    pub birth_date: Option<String>,
    pub phone: String,
    pub email: String,
    pub location: String,
    pub languages: TextList,
    pub conditions: TextList,
    pub emergency_name: String,
    pub emergency_relationship: String,
    pub emergency_phone: String,
    pub payer: String,
    pub plan: String,
    pub member_id: String,
    pub status: ClientStatus,
    pub created_at: i64,
    pub updated_at: i64,
}

impl ClientRow {
    /// The name to show: what they want to be called, then the family name.
    pub fn display_name(&self) -> String {
        display_name(&self.given_name, &self.family_name, &self.preferred_name)
    }

    fn search_body(&self) -> String {
        [
            &self.given_name,
            &self.family_name,
            &self.preferred_name,
            &self.email,
            &self.phone,
            &self.location,
            &self.conditions.join(" "),
        ]
        .map(String::as_str)
        .join(" ")
    }
}

pub(crate) fn display_name(given: &str, family: &str, preferred: &str) -> String {
    let first = if preferred.is_empty() { given } else { preferred };
    format!("{first} {family}").trim().to_owned()
}

/// A row of the clients list.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
#[allow(missing_docs)]
pub struct ClientSummaryRow {
    pub id: Uuid,
    pub given_name: String,
    pub family_name: String,
    pub preferred_name: String,
    pub pronouns: String,
    pub birth_date: Option<String>,
    pub status: ClientStatus,
    pub session_count: u32,
    pub last_session_at: Option<i64>,
    pub next_session_at: Option<i64>,
    pub notes_to_sign: u32,
}

impl ClientSummaryRow {
    /// The name to show.
    pub fn display_name(&self) -> String {
        display_name(&self.given_name, &self.family_name, &self.preferred_name)
    }
}

/// Which clients are wanted.
pub struct ClientFilter<'a> {
    /// Part of a name; empty for all.
    pub query: &'a str,
    /// Only this status.
    pub status: Option<ClientStatus>,
    /// The present, to tell last from next session.
    pub now: i64,
    /// Rows to skip.
    pub offset: u32,
    /// Rows wanted.
    pub limit: u32,
}

/// What a client's name is looked for in.
const NAMES: &str = "given_name || ' ' || family_name || ' ' || preferred_name";

/// The rows of a filter: query, status, and what [`matches_beyond_ascii`] found.
fn matches() -> String {
    format!(
        "(?1 = '' OR instr(lower({NAMES}), lower(?1)) > 0 OR hex(id) IN (SELECT value FROM json_each(?3)))
         AND (?2 IS NULL OR status = ?2)"
    )
}

/// The ids, as a JSON list in hexadecimal, of clients whose name has the query in it in another case: SQLite knows
/// upper and lower case of ASCII letters only, so a query with others is compared here.
async fn matches_beyond_ascii(tx: &mut Tx<'_>, query: &str) -> Result<String, StoreError> {
    let mut ids = Vec::new();
    if !query.is_ascii() {
        let wanted = query.to_lowercase();
        let statement = format!("SELECT hex(id), {NAMES} FROM clients");
        let names: Vec<(String, String)> =
            sqlx::query_as(sqlx::AssertSqlSafe(statement)).fetch_all(tx.conn()).await?;
        let found = names.into_iter().filter(|(_, name)| name.to_lowercase().contains(&wanted));
        ids.extend(found.map(|(id, _)| id));
    }
    Ok(serde_json::Value::from(ids).to_string())
}

/// Writes a new client.
pub async fn insert(tx: &mut Tx<'_>, row: &ClientRow) -> Result<(), StoreError> {
    bind_all(
        sqlx::query("INSERT INTO clients VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?21)"),
        row,
    )
    .execute(tx.conn())
    .await?;
    index(tx, row).await
}

/// Replaces a client whose stored revision is one below the row's.
pub async fn update(tx: &mut Tx<'_>, row: &ClientRow) -> Result<(), StoreError> {
    let changed = bind_all(
        sqlx::query(
            "UPDATE clients SET revision=?2, given_name=?3, family_name=?4, preferred_name=?5, pronouns=?6,
             birth_date=?7, phone=?8, email=?9, location=?10, languages=?11, conditions=?12, emergency_name=?13,
             emergency_relationship=?14, emergency_phone=?15, payer=?16, plan=?17, member_id=?18, status=?19,
             created_at=?20, updated_at=?21 WHERE id=?1 AND revision=?2-1",
        ),
        row,
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    if changed == 0 {
        return Err(StoreError::Conflict);
    }
    index(tx, row).await
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Sqlite, sqlx::sqlite::SqliteArguments>;

fn bind_all<'q>(query: Query<'q>, row: &'q ClientRow) -> Query<'q> {
    query
        .bind(row.id)
        .bind(row.revision)
        .bind(&row.given_name)
        .bind(&row.family_name)
        .bind(&row.preferred_name)
        .bind(&row.pronouns)
        .bind(&row.birth_date)
        .bind(&row.phone)
        .bind(&row.email)
        .bind(&row.location)
        .bind(&row.languages)
        .bind(&row.conditions)
        .bind(&row.emergency_name)
        .bind(&row.emergency_relationship)
        .bind(&row.emergency_phone)
        .bind(&row.payer)
        .bind(&row.plan)
        .bind(&row.member_id)
        .bind(row.status)
        .bind(row.created_at)
        .bind(row.updated_at)
}

async fn index(tx: &mut Tx<'_>, row: &ClientRow) -> Result<(), StoreError> {
    let place = search::Place { kind: search::Kind::Client, client_id: Some(row.id), session_id: None };
    search::put(tx, row.id, place, &row.search_body(), row.updated_at).await
}

/// Reads a client.
pub async fn get(tx: &mut Tx<'_>, id: Uuid) -> Result<ClientRow, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM clients WHERE id = ?").bind(id).fetch_one(tx.conn()).await?)
}

/// Counts a client's sessions.
pub async fn count_sessions(tx: &mut Tx<'_>, id: Uuid) -> Result<u32, StoreError> {
    Ok(sqlx::query_scalar("SELECT count(*) FROM sessions WHERE client_id = ?")
        .bind(id)
        .fetch_one(tx.conn())
        .await?)
}

/// Counts the clients that match.
pub async fn count(tx: &mut Tx<'_>, filter: &ClientFilter<'_>) -> Result<u32, StoreError> {
    let beyond_ascii = matches_beyond_ascii(tx, filter.query).await?;
    let statement = format!("SELECT count(*) FROM clients WHERE {}", matches());
    Ok(sqlx::query_scalar(sqlx::AssertSqlSafe(statement))
        .bind(filter.query)
        .bind(filter.status)
        .bind(beyond_ascii)
        .fetch_one(tx.conn())
        .await?)
}

/// Lists the clients that match, by name.
pub async fn list(tx: &mut Tx<'_>, filter: &ClientFilter<'_>) -> Result<Vec<ClientSummaryRow>, StoreError> {
    let beyond_ascii = matches_beyond_ascii(tx, filter.query).await?;
    let matches = matches();
    let statement = format!(
        "SELECT id, given_name, family_name, preferred_name, pronouns, birth_date, status,
            (SELECT count(*) FROM sessions s WHERE s.client_id = clients.id) AS session_count,
            (SELECT max(at) FROM sessions s WHERE s.client_id = clients.id
                AND status IN ('completed', 'in_progress')) AS last_session_at,
            (SELECT min(at) FROM sessions s WHERE s.client_id = clients.id
                AND status = 'upcoming' AND at >= ?4) AS next_session_at,
            (SELECT count(*) FROM notes n JOIN sessions s ON s.id = n.session_id
                WHERE s.client_id = clients.id AND n.status IN ('draft', 'reviewed')) AS notes_to_sign
         FROM clients WHERE {matches}
         ORDER BY family_name COLLATE NOCASE, given_name COLLATE NOCASE, id LIMIT ?5 OFFSET ?6"
    );
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(statement))
        .bind(filter.query)
        .bind(filter.status)
        .bind(beyond_ascii)
        .bind(filter.now)
        .bind(filter.limit)
        .bind(filter.offset)
        .fetch_all(tx.conn())
        .await?)
}
