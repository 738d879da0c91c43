/// What can go wrong with the database. Messages hold no client data.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The key does not open this file, or its first page is damaged: SQLCipher cannot tell the two apart.
    #[error("the database cannot be read with this key")]
    NotADatabase,
    /// The database library was built without encryption.
    #[error("the database library has no cipher")]
    CipherMissing,
    /// A newer version of the program has written this vault.
    #[error("the vault was written by a newer version of the program")]
    TooNew,
    /// A page fails its check, or the database's structure is broken.
    #[error("the database is damaged")]
    Damaged,
    /// The disk is full or refuses to write.
    #[error("the disk is full or cannot be written")]
    DiskFull,
    /// No such record.
    #[error("no such record")]
    NotFound,
    /// The record was changed since it was read.
    #[error("the record was changed meanwhile")]
    Conflict,
    /// A rule of the database itself refused the change.
    #[error("the database refused the change: {0}")]
    Refused(String),
    /// Any other fault of the database.
    #[error("database: {0}")]
    Database(#[source] sqlx::Error),
    /// A migration could not be applied.
    #[error("migration: {0}")]
    Migration(#[source] sqlx::migrate::MigrateError),
    /// A file operation failed.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        if matches!(error, sqlx::Error::RowNotFound) {
            return Self::NotFound;
        }
        // Primary result codes of SQLite; extended codes carry them in their low byte.
        const CORRUPT: i32 = 11;
        const FULL: i32 = 13;
        const CONSTRAINT: i32 = 19;
        const NOT_A_DATABASE: i32 = 26;
        const CONSTRAINT_TRIGGER: i32 = 1811;
        let database = error.as_database_error();
        let code = database.and_then(|e| e.code()).and_then(|code| code.parse::<i32>().ok()).unwrap_or(0);
        match code {
            CONSTRAINT_TRIGGER => Self::Refused(database.map(|e| e.message().to_owned()).unwrap_or_default()),
            _ => match code & 0xff {
                NOT_A_DATABASE => Self::NotADatabase,
                CORRUPT => Self::Damaged,
                FULL => Self::DiskFull,
                // The constraint's own message names columns, never values.
                CONSTRAINT => Self::Refused(database.map(|e| e.message().to_owned()).unwrap_or_default()),
                _ => Self::Database(error),
            },
        }
    }
}

impl From<sqlx::migrate::MigrateError> for StoreError {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        match error {
            sqlx::migrate::MigrateError::VersionMissing(_)
            | sqlx::migrate::MigrateError::VersionTooNew(..) => Self::TooNew,
            sqlx::migrate::MigrateError::Execute(inner) => Self::from(inner),
            other => Self::Migration(other),
        }
    }
}
