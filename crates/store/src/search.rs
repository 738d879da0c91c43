//! Full-text search (FTS5, inside the encrypted database).

use uuid::Uuid;

use crate::{StoreError, Tx};

/// What kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Kind {
    Client,
    Segment,
    Note,
}

/// Where a document belongs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) kind: Kind,
    pub(crate) client_id: Option<Uuid>,
    pub(crate) session_id: Option<Uuid>,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct HitRow {
    /// Id of the client, segment or note.
    pub id: Uuid,
    /// Which of them.
    pub kind: Kind,
    /// The client it belongs to.
    pub client_id: Option<Uuid>,
    /// Parts of that client's name.
    pub given_name: Option<String>,
    /// Parts of that client's name.
    pub family_name: Option<String>,
    /// Parts of that client's name.
    pub preferred_name: Option<String>,
    /// The session it belongs to.
    pub session_id: Option<Uuid>,
    /// Text around the words, which stand between U+E000 and U+E001.
    pub snippet: String,
    /// The session's time, or when the record was made.
    pub at: i64,
}

impl HitRow {
    /// The client's name to show.
    pub fn client_name(&self) -> Option<String> {
        let given = self.given_name.as_deref()?;
        Some(crate::clients::display_name(
            given,
            self.family_name.as_deref().unwrap_or(""),
            self.preferred_name.as_deref().unwrap_or(""),
        ))
    }
}

/// Adds a document or replaces its text.
pub(crate) async fn put(
    tx: &mut Tx<'_>,
    id: Uuid,
    place: Place,
    body: &str,
    now: i64,
) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO search_documents (id, kind, client_id, session_id, body, created_at, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6)
         ON CONFLICT (id) DO UPDATE SET client_id = ?3, session_id = ?4, body = ?5, updated_at = ?6",
    )
    .bind(id)
    .bind(place.kind)
    .bind(place.client_id)
    .bind(place.session_id)
    .bind(body)
    .bind(now)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Gives everything found in a session to its client, once the session has one.
pub async fn assign_session(tx: &mut Tx<'_>, session_id: Uuid, client_id: Uuid) -> Result<(), StoreError> {
    sqlx::query("UPDATE search_documents SET client_id = ? WHERE session_id = ?")
        .bind(client_id)
        .bind(session_id)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Letters, digits, and the accents that stand apart from their letter: the index keeps such a word whole.
fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

/// Turns what a person typed into an FTS5 expression: every word must occur, the last may be unfinished. Nothing a
/// person types is taken as query syntax. `None` when there is no word in it.
fn expression(query: &str) -> Option<String> {
    let words: Vec<_> = query.split(|c: char| !is_of_a_word(c)).filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return None;
    }
    Some(words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" ") + "*")
}

/// Finds documents that hold all words, best first.
pub async fn find(tx: &mut Tx<'_>, query: &str, limit: u32) -> Result<Vec<HitRow>, StoreError> {
    let Some(expression) = expression(query) else { return Ok(Vec::new()) };
    Ok(sqlx::query_as(
        "SELECT d.id, d.kind, d.client_id, d.session_id, c.given_name, c.family_name, c.preferred_name,
            snippet(search_index, 0, char(0xE000), char(0xE001), '…', 14) AS snippet,
            coalesce(s.at, d.created_at) AS at
         FROM search_index JOIN search_documents d ON d.row = search_index.rowid
         LEFT JOIN clients c ON c.id = d.client_id LEFT JOIN sessions s ON s.id = d.session_id
         WHERE search_index MATCH ? ORDER BY rank LIMIT ?",
    )
    .bind(expression)
    .bind(limit)
    .fetch_all(tx.conn())
    .await?)
}

#[cfg(test)]
mod tests {
    use super::expression;

    #[test]
    fn typed_text_never_becomes_query_syntax() {
        assert_eq!(
            expression("sleep AND (\"x\" OR -y*)").as_deref(),
            Some("\"sleep\" \"AND\" \"x\" \"OR\" \"y\"*")
        );
        assert_eq!(expression(" -*\" "), None, "marks alone ask for nothing");
    }
}
