//! The hash-chained audit log.
//!
//! Each entry's chain value is a keyed hash over the one before and the entry itself, so an edit, a removal or a
//! reordering shows; the head row, under the same key, shows a shortened log. Entries hold no clinical text.

use crypto::AuditKey;
use uuid::Uuid;

use crate::{StoreError, Tx};

/// What is to be logged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEntry<'a> {
    /// Id.
    pub id: Uuid,
    /// When.
    pub at: i64,
    /// Who.
    pub actor: &'a str,
    /// Through which front.
    pub front: &'a str,
    /// What.
    pub action: &'a str,
    /// read, change, export or security.
    pub kind: &'a str,
    /// "ok" or an error code.
    pub outcome: &'a str,
    /// About which record.
    pub subject: Option<Uuid>,
}

/// An entry as kept.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
#[allow(missing_docs)] // as in NewEntry
pub struct AuditRow {
    pub id: Uuid,
    pub sequence: i64,
    pub at: i64,
    pub actor: String,
    pub front: String,
    pub action: String,
    pub kind: String,
    pub outcome: String,
    pub subject: Option<Uuid>,
    /// The chain value after this entry.
    pub chain: Vec<u8>,
    pub created_at: i64,
    pub updated_at: i64,
}

/// A point of the chain.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Point {
    /// The entry's place, from 1; 0 before the first.
    pub sequence: i64,
    /// The chain value there.
    pub chain: Vec<u8>,
}

/// What a check of the chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Whole.
    Intact {
        /// Entries checked.
        entries: u64,
    },
    /// Not what was written.
    Broken {
        /// The first place that does not fit.
        sequence: i64,
        /// What is wrong there.
        reason: Break,
    },
}

/// What can be wrong with the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// An entry is missing or out of order.
    Missing,
    /// An entry differs from what was written.
    Changed,
    /// Entries at the end are missing.
    Shortened,
    /// The chain does not contain the checkpoint.
    Checkpoint,
}

const START: &[u8] = b"attune audit chain v1";

fn chain(key: &AuditKey, before: &[u8], sequence: i64, entry: &NewEntry<'_>) -> Vec<u8> {
    // Every part is preceded by its length, so that no two entries give the same bytes.
    let mut bytes = Vec::with_capacity(256);
    let mut push = |part: &[u8]| {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(part);
    };
    push(before);
    push(&sequence.to_le_bytes());
    push(entry.id.as_bytes());
    push(&entry.at.to_le_bytes());
    for text in [entry.actor, entry.front, entry.action, entry.kind, entry.outcome] {
        push(text.as_bytes());
    }
    push(entry.subject.as_ref().map_or(&[], |id| id.as_bytes()));
    key.mac(&bytes).to_vec()
}

fn head_mac(key: &AuditKey, sequence: i64, chain: &[u8]) -> Vec<u8> {
    let mut bytes = b"head".to_vec();
    bytes.extend(sequence.to_le_bytes());
    bytes.extend(chain);
    key.mac(&bytes).to_vec()
}

async fn newest(tx: &mut Tx<'_>) -> Result<Point, StoreError> {
    let newest = sqlx::query_as("SELECT sequence, chain FROM audit_entries ORDER BY sequence DESC LIMIT 1")
        .fetch_optional(tx.conn())
        .await?;
    Ok(newest.unwrap_or_else(|| Point { sequence: 0, chain: START.to_vec() }))
}

/// Whether the head row is the one that was written with the newest entry.
async fn head_fits(tx: &mut Tx<'_>, key: &AuditKey, newest: &Point) -> Result<bool, StoreError> {
    let head: Option<Point> =
        sqlx::query_as("SELECT sequence, chain FROM audit_heads").fetch_optional(tx.conn()).await?;
    Ok(match head {
        Some(head) => {
            head.sequence == newest.sequence && head.chain == head_mac(key, newest.sequence, &newest.chain)
        }
        None => newest.sequence == 0,
    })
}

/// Appends an entry.
pub async fn append(tx: &mut Tx<'_>, key: &AuditKey, entry: &NewEntry<'_>) -> Result<(), StoreError> {
    let before = newest(tx).await?;
    // The new head would cover up that the log no longer ends where the old one says: a number left out keeps a
    // shortened log visible for good, without stopping the work that is being logged.
    let step = if head_fits(tx, key, &before).await? { 1 } else { 2 };
    let sequence = before.sequence.checked_add(step).ok_or(StoreError::Damaged)?;
    let chain = chain(key, &before.chain, sequence, entry);
    sqlx::query("INSERT INTO audit_entries VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?3, ?3)")
        .bind(entry.id)
        .bind(sequence)
        .bind(entry.at)
        .bind(entry.actor)
        .bind(entry.front)
        .bind(entry.action)
        .bind(entry.kind)
        .bind(entry.outcome)
        .bind(entry.subject)
        .bind(&chain)
        .execute(tx.conn())
        .await?;
    sqlx::query(
        "INSERT INTO audit_heads VALUES (?1, ?2, ?3, ?4, ?4)
         ON CONFLICT (id) DO UPDATE SET sequence = ?2, chain = ?3, updated_at = ?4",
    )
    .bind(Uuid::nil())
    .bind(sequence)
    .bind(head_mac(key, sequence, &chain))
    .bind(entry.at)
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Lists entries, newest first, all or about one record.
pub async fn list(
    tx: &mut Tx<'_>,
    subject: Option<Uuid>,
    offset: u32,
    limit: u32,
) -> Result<Vec<AuditRow>, StoreError> {
    Ok(sqlx::query_as(
        "SELECT * FROM audit_entries WHERE ?1 IS NULL OR subject = ?1 ORDER BY sequence DESC LIMIT ?2 OFFSET ?3",
    )
    .bind(subject)
    .bind(limit)
    .bind(offset)
    .fetch_all(tx.conn())
    .await?)
}

/// Counts entries, all or about one record.
pub async fn count(tx: &mut Tx<'_>, subject: Option<Uuid>) -> Result<u64, StoreError> {
    let count: i64 =
        sqlx::query_scalar("SELECT count(*) FROM audit_entries WHERE ?1 IS NULL OR subject = ?1")
            .bind(subject)
            .fetch_one(tx.conn())
            .await?;
    Ok(count.unsigned_abs())
}

/// The newest point, to keep elsewhere and compare later.
pub async fn checkpoint(tx: &mut Tx<'_>) -> Result<Point, StoreError> {
    newest(tx).await
}

/// Ends the time of an audit key: entries up to the newest are under it, later ones under its successor. Does nothing
/// when that was recorded already, so that an interrupted change of keys can be taken up again.
pub async fn close_epoch(tx: &mut Tx<'_>, key: &AuditKey, id: Uuid, now: i64) -> Result<(), StoreError> {
    let stored = key.to_stored();
    let done: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM audit_epochs WHERE key = ?)")
        .bind(stored.as_slice())
        .fetch_one(tx.conn())
        .await?;
    if done {
        return Ok(());
    }
    let newest = newest(tx).await?;
    sqlx::query("INSERT INTO audit_epochs VALUES (?1, ?2, ?3, ?4, ?4)")
        .bind(id)
        .bind(newest.sequence)
        .bind(stored.as_slice())
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Puts the head row under the key of the present, after the key has changed. A head that does not fit the log under the
/// key before is left as it is, so that the break stays visible.
pub async fn renew_head(tx: &mut Tx<'_>, key: &AuditKey, now: i64) -> Result<(), StoreError> {
    let newest = newest(tx).await?;
    let fitted = match epochs(tx).await?.last() {
        Some((_, before)) => head_fits(tx, before, &newest).await?,
        None => false,
    };
    if !fitted {
        return Ok(());
    }
    sqlx::query("UPDATE audit_heads SET chain = ?, updated_at = ?")
        .bind(head_mac(key, newest.sequence, &newest.chain))
        .bind(now)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// The keys of the past with the last entry each is good for, oldest first.
async fn epochs(tx: &mut Tx<'_>) -> Result<Vec<(i64, AuditKey)>, StoreError> {
    let rows: Vec<(i64, Vec<u8>)> =
        sqlx::query_as("SELECT last_sequence, key FROM audit_epochs ORDER BY last_sequence")
            .fetch_all(tx.conn())
            .await?;
    let parse = |(last, bytes): (i64, Vec<u8>)| {
        <[u8; 32]>::try_from(bytes)
            .map(|key| (last, AuditKey::from_stored(key)))
            .map_err(|_| StoreError::Damaged)
    };
    rows.into_iter().map(parse).collect()
}

/// Checks the whole chain, and that it contains an earlier checkpoint.
pub async fn verify(
    tx: &mut Tx<'_>,
    key: &AuditKey,
    checkpoint: Option<&Point>,
) -> Result<Verdict, StoreError> {
    const STEP: u32 = 1000;
    let mut last = Point { sequence: 0, chain: START.to_vec() };
    let epochs = epochs(tx).await?;
    let key_at = |sequence| epochs.iter().find(|(end, _)| sequence <= *end).map_or(key, |(_, key)| key);
    let mut checkpoint_seen = checkpoint.is_none_or(|point| *point == last);
    // Before the first number too: an entry put there would be listed and must not escape the check.
    let mut read_to = i64::MIN;
    loop {
        let rows: Vec<AuditRow> =
            sqlx::query_as("SELECT * FROM audit_entries WHERE sequence > ? ORDER BY sequence LIMIT ?")
                .bind(read_to)
                .bind(STEP)
                .fetch_all(tx.conn())
                .await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            if row.sequence != last.sequence + 1 {
                return Ok(Verdict::Broken { sequence: last.sequence + 1, reason: Break::Missing });
            }
            let entry = NewEntry {
                id: row.id,
                at: row.at,
                actor: &row.actor,
                front: &row.front,
                action: &row.action,
                kind: &row.kind,
                outcome: &row.outcome,
                subject: row.subject,
            };
            let stamped = row.created_at == row.at && row.updated_at == row.at;
            if !stamped || chain(key_at(row.sequence), &last.chain, row.sequence, &entry) != row.chain {
                return Ok(Verdict::Broken { sequence: row.sequence, reason: Break::Changed });
            }
            last = Point { sequence: row.sequence, chain: row.chain };
            read_to = last.sequence;
            checkpoint_seen |= checkpoint.is_some_and(|point| *point == last);
        }
    }
    if !head_fits(tx, key, &last).await? {
        return Ok(Verdict::Broken { sequence: last.sequence + 1, reason: Break::Shortened });
    }
    if !checkpoint_seen {
        let sequence = checkpoint.map_or(0, |point| point.sequence);
        return Ok(Verdict::Broken { sequence, reason: Break::Checkpoint });
    }
    Ok(Verdict::Intact { entries: last.sequence.unsigned_abs() })
}
