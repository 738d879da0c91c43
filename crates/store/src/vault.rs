use std::path::{Path, PathBuf};

use crypto::DatabaseKey;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection, Row, Sqlite, SqliteConnection, Transaction};

use crate::StoreError;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("../../migrations/vault");

/// The open database of a vault. Writers take turns; closing it drops the key with the connections.
pub struct Vault {
    pool: SqlitePool,
    path: PathBuf,
    writer: tokio::sync::Mutex<()>,
}

/// One transaction. Dropped without [`Tx::commit`], nothing of it happened.
pub struct Tx<'v> {
    pub(crate) inner: Transaction<'static, Sqlite>,
    // Held so that a second writer waits its turn instead of failing with "busy".
    _turn: tokio::sync::MutexGuard<'v, ()>,
}

impl Tx<'_> {
    /// Makes everything done in this transaction durable, at once.
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.inner.commit().await?)
    }

    pub(crate) fn conn(&mut self) -> &mut SqliteConnection {
        &mut self.inner
    }
}

fn options(path: &Path, key: &DatabaseKey) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .pragma("key", format!("\"{}\"", key.pragma_value().as_str()))
        // Sorting and temporary tables must never reach the disk in the clear.
        .pragma("temp_store", "MEMORY")
        // A wrong key is an answer here, and nothing to print on a person's terminal.
        .pragma("cipher_log_level", "NONE")
        .pragma("secure_delete", "ON")
        .foreign_keys(true)
        // Without it a REPLACE would delete rows behind the back of the triggers that protect them.
        .pragma("recursive_triggers", "ON")
        .busy_timeout(std::time::Duration::from_secs(10))
        // An acknowledged change survives a power cut, not only a crash of the program.
        .synchronous(SqliteSynchronous::Full)
        // The options hold the key; a logged statement would print it.
        .disable_statement_logging()
}

/// SQLCipher's page: no database is smaller.
const PAGE_BYTES: u64 = 4096;

/// A file without a whole page would open as a new vault without anything in it: what was there is lost, and must be
/// said to be.
fn require_content(path: &Path) -> Result<(), StoreError> {
    if std::fs::metadata(path)?.len() < PAGE_BYTES { Err(StoreError::Damaged) } else { Ok(()) }
}

async fn require_cipher(conn: &mut SqliteConnection) -> Result<(), StoreError> {
    // Plain SQLite ignores the key and would write plaintext: only SQLCipher answers this.
    let row = sqlx::query("PRAGMA cipher_version").fetch_optional(&mut *conn).await?;
    match row.and_then(|row| row.try_get::<String, _>(0).ok()) {
        Some(version) if !version.is_empty() => Ok(()),
        _ => Err(StoreError::CipherMissing),
    }
}

impl Vault {
    /// Makes a new database; an existing file is refused.
    pub async fn create(path: &Path, key: &DatabaseKey) -> Result<Self, StoreError> {
        if path.exists() {
            return Err(StoreError::File(std::io::ErrorKind::AlreadyExists.into()));
        }
        Self::connect(path, key, true).await
    }

    /// Opens the database and brings it up to date.
    pub async fn open(path: &Path, key: &DatabaseKey) -> Result<Self, StoreError> {
        require_content(path)?;
        Self::connect(path, key, false).await
    }

    async fn connect(path: &Path, key: &DatabaseKey, create: bool) -> Result<Self, StoreError> {
        let options = options(path, key).create_if_missing(create);
        let mut first = SqliteConnection::connect_with(&options).await?;
        require_cipher(&mut first).await?;
        // A wrong key shows at the first read, and not before.
        sqlx::query("SELECT count(*) FROM sqlite_schema").fetch_one(&mut first).await?;
        first.close().await?;
        let pool = SqlitePoolOptions::new()
            .min_connections(1)
            .max_connections(4)
            // On a full disk SQLite rolls back by itself, which the pool does not learn: such a connection counts as
            // inside a transaction for ever and could begin no other.
            .before_acquire(|conn, _| Box::pin(async move { Ok(!conn.is_in_transaction()) }))
            .connect_with(options.journal_mode(SqliteJournalMode::Wal))
            .await?;
        MIGRATIONS.run(&pool).await?;
        Ok(Self { pool, path: path.to_owned(), writer: tokio::sync::Mutex::new(()) })
    }

    /// Begins a transaction that may write; waits for the one before it.
    pub async fn begin(&self) -> Result<Tx<'_>, StoreError> {
        let turn = self.writer.lock().await;
        let inner = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        Ok(Tx { inner, _turn: turn })
    }

    /// Closes every connection. Transactions under way end first.
    pub async fn close(&self) {
        let _turn = self.writer.lock().await;
        self.pool.close().await;
    }

    /// Re-encrypts the closed database under another key. Killed halfway, it opens with the earlier key as if nothing
    /// had happened: the roll-back journal holds the pages under it.
    pub async fn rekey(path: &Path, current: &DatabaseKey, next: &DatabaseKey) -> Result<(), StoreError> {
        require_content(path)?;
        let mut conn = SqliteConnection::connect_with(
            // Pages of an older key must not linger in a write-ahead log.
            &options(path, current).create_if_missing(false).journal_mode(SqliteJournalMode::Delete),
        )
        .await?;
        require_cipher(&mut conn).await?;
        sqlx::query("SELECT count(*) FROM sqlite_schema").fetch_one(&mut conn).await?;
        let statement = format!("PRAGMA rekey = \"{}\"", next.pragma_value().as_str());
        sqlx::raw_sql(sqlx::AssertSqlSafe(statement)).execute(&mut conn).await?;
        conn.close().await?;
        Ok(())
    }

    /// Tells whether this key opens the database, without changing anything.
    pub async fn fits(path: &Path, key: &DatabaseKey) -> Result<bool, StoreError> {
        match Self::check(path, key).await {
            Ok(()) => Ok(true),
            Err(StoreError::NotADatabase) => Ok(false),
            Err(other) => Err(other),
        }
    }

    async fn check(path: &Path, key: &DatabaseKey) -> Result<(), StoreError> {
        require_content(path)?;
        let mut conn = SqliteConnection::connect_with(&options(path, key).create_if_missing(false)).await?;
        require_cipher(&mut conn).await?;
        sqlx::query("SELECT count(*) FROM sqlite_schema").fetch_one(&mut conn).await?;
        Ok(conn.close().await?)
    }

    /// Checks every page's authentication tag and the database's structure.
    pub async fn check_integrity(&self) -> Result<(), StoreError> {
        let mut conn = self.pool.acquire().await?;
        let bad_pages = sqlx::query("PRAGMA cipher_integrity_check").fetch_all(&mut *conn).await?;
        if !bad_pages.is_empty() {
            return Err(StoreError::Damaged);
        }
        let verdict: String = sqlx::query_scalar("PRAGMA integrity_check(1)").fetch_one(&mut *conn).await?;
        if verdict == "ok" { Ok(()) } else { Err(StoreError::Damaged) }
    }

    /// Where the database lies.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn replacing_a_row_asks_the_triggers_too() {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let key = crypto::MasterKey::make().expect("there is randomness").derive_database_key();
        let vault = Vault::create(&folder.path().join("vault.db"), &key).await.expect("a vault is made");
        let mut tx = vault.begin().await.expect("a transaction begins");
        let entry = "INTO audit_entries VALUES (x'01', 1, 0, '', '', '', '', '', NULL, x'', 0, 0)";
        let first = sqlx::query(sqlx::AssertSqlSafe(format!("INSERT {entry}"))).execute(tx.conn()).await;
        first.expect("an entry can be appended");
        let again =
            sqlx::query(sqlx::AssertSqlSafe(format!("INSERT OR REPLACE {entry}"))).execute(tx.conn()).await;
        let error = StoreError::from(again.expect_err("an entry cannot be replaced"));
        assert!(matches!(error, StoreError::Refused(_)), "and it is the trigger that says so: {error:?}");
    }
}
