//! Notes, their versions and addenda. The database itself refuses any change to what is signed.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{StoreError, Tx, search};

/// How a note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum NoteStatus {
    Draft,
    Reviewed,
    Signed,
    Archived,
}

/// Who wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Origin {
    Rules,
    Model,
    Person,
}

/// A sentence as kept in a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Stays through edits.
    pub id: Uuid,
    /// The words.
    pub text: String,
    /// Segments it stands on.
    pub evidence: Vec<Uuid>,
    /// Screenings it stands on. Left out where there are none, so that versions from before keep their hash.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub screenings: Vec<Uuid>,
    /// Who wrote the words as they stand.
    pub origin: Origin,
    /// What software wrote, where a person changed it.
    pub drafted_text: Option<String>,
    /// Says only that something was not discussed.
    pub not_assessed: bool,
}

/// A section as kept in a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Heading.
    pub name: String,
    /// In order.
    pub sentences: Vec<Sentence>,
}

/// A note without its words.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct NoteRow {
    /// Id.
    pub id: Uuid,
    /// Of which session.
    pub session_id: Uuid,
    /// The transcript its evidence points into.
    pub transcript_id: Option<Uuid>,
    /// Layout.
    pub format: String,
    /// How it stands.
    pub status: NoteStatus,
    /// The newest version.
    pub version: u32,
    /// Who signed.
    pub signed_by: Option<String>,
    /// When.
    pub signed_at: Option<i64>,
    /// Made at.
    pub created_at: i64,
    /// Last changed at.
    pub updated_at: i64,
}

/// A version with its words.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct NoteVersionRow {
    /// Id.
    pub id: Uuid,
    /// Of which note.
    pub note_id: Uuid,
    /// Counted from 1.
    pub version: u32,
    /// Who saved it.
    pub author: String,
    /// Software or a person.
    pub origin: Origin,
    /// What changed.
    pub summary: String,
    /// The words.
    pub sections: sqlx::types::Json<Vec<Section>>,
    /// SHA-256 over the sections as stored.
    pub hash: String,
    /// Saved at.
    pub created_at: i64,
    /// The same.
    pub updated_at: i64,
}

/// An addendum.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct AddendumRow {
    /// Id.
    pub id: Uuid,
    /// Of which note.
    pub note_id: Uuid,
    /// The words.
    pub text: String,
    /// Who.
    pub author: String,
    /// When.
    pub created_at: i64,
    /// The same.
    pub updated_at: i64,
}

/// Writes the note row: new, or with a new version, status or signature.
pub async fn put(tx: &mut Tx<'_>, row: &NoteRow) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO notes VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (id) DO UPDATE SET transcript_id = ?3, format = ?4, status = ?5, version = ?6, signed_by = ?7,
         signed_at = ?8, updated_at = ?10",
    )
    .bind(row.id)
    .bind(row.session_id)
    .bind(row.transcript_id)
    .bind(&row.format)
    .bind(row.status)
    .bind(row.version)
    .bind(&row.signed_by)
    .bind(row.signed_at)
    .bind(row.created_at)
    .bind(row.updated_at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Appends a version and makes it the one that is searched.
pub async fn append_version(
    tx: &mut Tx<'_>,
    row: &NoteVersionRow,
    session_id: Uuid,
    client_id: Option<Uuid>,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO note_versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(row.id)
        .bind(row.note_id)
        .bind(row.version)
        .bind(&row.author)
        .bind(row.origin)
        .bind(&row.summary)
        .bind(&row.sections)
        .bind(&row.hash)
        .bind(row.created_at)
        .bind(row.updated_at)
        .execute(tx.conn())
        .await?;
    let texts = row.sections.iter().flat_map(|section| &section.sentences).map(|s| s.text.as_str());
    let body = texts.collect::<Vec<_>>().join(" ");
    let place = search::Place { kind: search::Kind::Note, client_id, session_id: Some(session_id) };
    search::put(tx, row.note_id, place, &body, row.created_at).await
}

/// Reads a note.
pub async fn get(tx: &mut Tx<'_>, id: Uuid) -> Result<NoteRow, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM notes WHERE id = ?").bind(id).fetch_one(tx.conn()).await?)
}

/// Reads the note of a session, if there is one.
pub async fn find_by_session(tx: &mut Tx<'_>, session_id: Uuid) -> Result<Option<NoteRow>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM notes WHERE session_id = ?")
        .bind(session_id)
        .fetch_optional(tx.conn())
        .await?)
}

/// Reads one version.
pub async fn get_version(tx: &mut Tx<'_>, note_id: Uuid, version: u32) -> Result<NoteVersionRow, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM note_versions WHERE note_id = ? AND version = ?")
        .bind(note_id)
        .bind(version)
        .fetch_one(tx.conn())
        .await?)
}

/// Lists all versions, newest first.
pub async fn list_versions(tx: &mut Tx<'_>, note_id: Uuid) -> Result<Vec<NoteVersionRow>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM note_versions WHERE note_id = ? ORDER BY version DESC")
        .bind(note_id)
        .fetch_all(tx.conn())
        .await?)
}

/// Appends an addendum; refused unless the note is signed.
pub async fn append_addendum(tx: &mut Tx<'_>, row: &AddendumRow) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO addenda VALUES (?, ?, ?, ?, ?, ?)")
        .bind(row.id)
        .bind(row.note_id)
        .bind(&row.text)
        .bind(&row.author)
        .bind(row.created_at)
        .bind(row.updated_at)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Lists addenda, oldest first.
pub async fn list_addenda(tx: &mut Tx<'_>, note_id: Uuid) -> Result<Vec<AddendumRow>, StoreError> {
    Ok(sqlx::query_as("SELECT * FROM addenda WHERE note_id = ? ORDER BY created_at, id")
        .bind(note_id)
        .fetch_all(tx.conn())
        .await?)
}
