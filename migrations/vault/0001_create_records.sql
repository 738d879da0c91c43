-- The vault's first tables. Times are milliseconds since 1970 in UTC, ids 16-byte UUIDs. Lists and documents that are
-- always read and written whole are JSON.

CREATE TABLE profiles (
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('clinician', 'client', 'practice')),
    recovery_confirmed INTEGER NOT NULL DEFAULT 0,
    auto_lock_minutes INTEGER NOT NULL DEFAULT 10 CHECK (auto_lock_minutes BETWEEN 1 AND 60),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE clients (
    id BLOB PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    given_name TEXT NOT NULL CHECK (given_name <> ''),
    family_name TEXT NOT NULL,
    preferred_name TEXT NOT NULL,
    pronouns TEXT NOT NULL,
    birth_date TEXT,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    location TEXT NOT NULL,
    languages TEXT NOT NULL,
    conditions TEXT NOT NULL,
    emergency_name TEXT NOT NULL,
    emergency_relationship TEXT NOT NULL,
    emergency_phone TEXT NOT NULL,
    payer TEXT NOT NULL,
    plan TEXT NOT NULL,
    member_id TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'paused', 'discharged')),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX clients_by_name ON clients (family_name COLLATE NOCASE, given_name COLLATE NOCASE);

CREATE TABLE sessions (
    id BLOB PRIMARY KEY NOT NULL,
    revision INTEGER NOT NULL,
    client_id BLOB REFERENCES clients (id),
    number INTEGER,
    kind TEXT NOT NULL,
    status TEXT NOT NULL CHECK (
        status IN ('requested', 'upcoming', 'in_progress', 'completed', 'cancelled', 'rescheduled', 'no_show')
    ),
    scheduled_start INTEGER,
    scheduled_end INTEGER,
    started_at INTEGER,
    ended_at INTEGER,
    place TEXT NOT NULL,
    goals TEXT NOT NULL,
    homework TEXT NOT NULL,
    next_goals TEXT NOT NULL,
    mood_before INTEGER CHECK (mood_before BETWEEN 1 AND 10),
    mood_after INTEGER CHECK (mood_after BETWEEN 1 AND 10),
    effectiveness INTEGER CHECK (effectiveness BETWEEN 1 AND 10),
    fee_minor INTEGER,
    payment_status TEXT NOT NULL,
    -- What lists sort by: begun, else planned, else made. Derived, so that it can be indexed.
    at INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(started_at, scheduled_start, created_at)) STORED,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((client_id IS NULL) = (number IS NULL))
) STRICT;
CREATE INDEX sessions_by_client ON sessions (client_id, at DESC);
CREATE INDEX sessions_by_time ON sessions (at DESC);

CREATE TABLE consents (
    id BLOB PRIMARY KEY NOT NULL,
    client_id BLOB REFERENCES clients (id),
    session_id BLOB REFERENCES sessions (id),
    scope TEXT NOT NULL CHECK (scope IN ('recording', 'analysis', 'cloud', 'sharing', 'research')),
    version INTEGER NOT NULL,
    method TEXT NOT NULL,
    given_by TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    withdrawn_at INTEGER,
    withdrawn_note TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((client_id IS NULL) <> (session_id IS NULL))
) STRICT;
CREATE INDEX consents_by_client ON consents (client_id);
CREATE INDEX consents_by_session ON consents (session_id);

CREATE TRIGGER consents_keep_history BEFORE DELETE ON consents
BEGIN
    SELECT raise(ABORT, 'consents are withdrawn, never deleted');
END;
CREATE TRIGGER consents_withdraw_once BEFORE UPDATE ON consents
WHEN OLD.withdrawn_at IS NOT NULL
  OR NEW.id IS NOT OLD.id OR NEW.client_id IS NOT OLD.client_id OR NEW.session_id IS NOT OLD.session_id
  OR NEW.scope IS NOT OLD.scope OR NEW.version IS NOT OLD.version OR NEW.method IS NOT OLD.method
  OR NEW.given_by IS NOT OLD.given_by OR NEW.recorded_by IS NOT OLD.recorded_by
  OR NEW.created_at IS NOT OLD.created_at
BEGIN
    SELECT raise(ABORT, 'a consent can only be withdrawn, once');
END;

CREATE TABLE recordings (
    id BLOB PRIMARY KEY NOT NULL,
    session_id BLOB NOT NULL REFERENCES sessions (id),
    status TEXT NOT NULL CHECK (status IN ('importing', 'ready', 'deleted')),
    duration_ms INTEGER NOT NULL,
    channels INTEGER NOT NULL,
    source TEXT NOT NULL,
    gaps INTEGER NOT NULL,
    peaks BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX recordings_by_session ON recordings (session_id);

CREATE TABLE transcripts (
    id BLOB PRIMARY KEY NOT NULL,
    recording_id BLOB NOT NULL REFERENCES recordings (id),
    status TEXT NOT NULL CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
    model TEXT NOT NULL,
    demo_model INTEGER NOT NULL,
    language TEXT NOT NULL,
    covered_ms INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX transcripts_by_recording ON transcripts (recording_id);

CREATE TABLE segments (
    id BLOB PRIMARY KEY NOT NULL,
    transcript_id BLOB NOT NULL REFERENCES transcripts (id),
    speaker TEXT NOT NULL CHECK (speaker IN ('therapist', 'client', 'unknown')),
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL CHECK (end_ms >= start_ms),
    text TEXT NOT NULL,
    original_text TEXT,
    confidence REAL NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX segments_by_time ON segments (transcript_id, start_ms, end_ms);

CREATE TRIGGER segments_keep_original BEFORE UPDATE OF text, original_text ON segments
WHEN NEW.text IS NOT OLD.text AND NEW.original_text IS NOT coalesce(OLD.original_text, OLD.text)
  OR OLD.original_text IS NOT NULL AND NEW.original_text IS NOT OLD.original_text
BEGIN
    SELECT raise(ABORT, 'a correction keeps the original words');
END;

CREATE TABLE notes (
    id BLOB PRIMARY KEY NOT NULL,
    session_id BLOB NOT NULL UNIQUE REFERENCES sessions (id),
    transcript_id BLOB REFERENCES transcripts (id),
    format TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'reviewed', 'signed', 'archived')),
    version INTEGER NOT NULL,
    signed_by TEXT,
    signed_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((status IN ('signed', 'archived')) = (signed_at IS NOT NULL AND signed_by IS NOT NULL))
) STRICT;

CREATE TABLE note_versions (
    id BLOB PRIMARY KEY NOT NULL,
    note_id BLOB NOT NULL REFERENCES notes (id),
    version INTEGER NOT NULL,
    author TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('rules', 'model', 'person')),
    summary TEXT NOT NULL,
    sections TEXT NOT NULL,
    hash TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (note_id, version)
) STRICT;

CREATE TABLE addenda (
    id BLOB PRIMARY KEY NOT NULL,
    note_id BLOB NOT NULL REFERENCES notes (id),
    text TEXT NOT NULL CHECK (text <> ''),
    author TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX addenda_by_note ON addenda (note_id);

-- A signed note never changes, whoever asks: it may only be put away.
CREATE TRIGGER notes_frozen_once_signed BEFORE UPDATE ON notes
WHEN OLD.status IN ('signed', 'archived') AND (
    NEW.status NOT IN ('signed', 'archived') OR NEW.id IS NOT OLD.id OR NEW.session_id IS NOT OLD.session_id
    OR NEW.transcript_id IS NOT OLD.transcript_id OR NEW.format IS NOT OLD.format OR NEW.version IS NOT OLD.version
    OR NEW.signed_by IS NOT OLD.signed_by OR NEW.signed_at IS NOT OLD.signed_at
    OR NEW.created_at IS NOT OLD.created_at
)
BEGIN
    SELECT raise(ABORT, 'a signed note never changes');
END;
CREATE TRIGGER notes_never_deleted BEFORE DELETE ON notes
BEGIN
    SELECT raise(ABORT, 'notes are never deleted');
END;
CREATE TRIGGER note_versions_none_after_signing BEFORE INSERT ON note_versions
WHEN (SELECT status FROM notes WHERE id = NEW.note_id) IN ('signed', 'archived')
BEGIN
    SELECT raise(ABORT, 'a signed note never changes');
END;
CREATE TRIGGER note_versions_never_change BEFORE UPDATE ON note_versions
BEGIN
    SELECT raise(ABORT, 'a version of a note never changes');
END;
CREATE TRIGGER note_versions_never_deleted BEFORE DELETE ON note_versions
BEGIN
    SELECT raise(ABORT, 'a version of a note is never deleted');
END;
CREATE TRIGGER addenda_only_after_signing BEFORE INSERT ON addenda
WHEN (SELECT status FROM notes WHERE id = NEW.note_id) NOT IN ('signed', 'archived')
BEGIN
    SELECT raise(ABORT, 'an addendum needs a signed note');
END;
CREATE TRIGGER addenda_never_change BEFORE UPDATE ON addenda
BEGIN
    SELECT raise(ABORT, 'an addendum never changes');
END;
CREATE TRIGGER addenda_never_deleted BEFORE DELETE ON addenda
BEGIN
    SELECT raise(ABORT, 'an addendum is never deleted');
END;

CREATE TABLE audit_entries (
    id BLOB PRIMARY KEY NOT NULL,
    sequence INTEGER NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    front TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    outcome TEXT NOT NULL,
    subject BLOB,
    chain BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX audit_entries_by_subject ON audit_entries (subject);

-- The newest entry and its chain value, so that a shortened log is noticed.
CREATE TABLE audit_heads (
    id BLOB PRIMARY KEY NOT NULL,
    sequence INTEGER NOT NULL,
    chain BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

-- Audit keys of the time before a change of the vault's keys, each good up to and including one entry. They lie inside
-- the encrypted database, so that the log from before stays verifiable.
CREATE TABLE audit_epochs (
    id BLOB PRIMARY KEY NOT NULL,
    last_sequence INTEGER NOT NULL UNIQUE,
    key BLOB NOT NULL CHECK (length(key) = 32),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER audit_entries_never_change BEFORE UPDATE ON audit_entries
BEGIN
    SELECT raise(ABORT, 'the audit log is append-only');
END;
CREATE TRIGGER audit_entries_never_deleted BEFORE DELETE ON audit_entries
BEGIN
    SELECT raise(ABORT, 'the audit log is append-only');
END;

-- What can be searched. The rowid joins the full-text index to its document.
CREATE TABLE search_documents (
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('client', 'segment', 'note')),
    client_id BLOB,
    session_id BLOB,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX search_documents_by_session ON search_documents (session_id);
CREATE VIRTUAL TABLE search_index USING fts5 (
    body, content = 'search_documents', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER search_documents_added AFTER INSERT ON search_documents
BEGIN
    INSERT INTO search_index (rowid, body) VALUES (NEW.row, NEW.body);
END;
CREATE TRIGGER search_documents_removed AFTER DELETE ON search_documents
BEGIN
    INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', OLD.row, OLD.body);
END;
CREATE TRIGGER search_documents_changed AFTER UPDATE OF body ON search_documents
BEGIN
    INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', OLD.row, OLD.body);
    INSERT INTO search_index (rowid, body) VALUES (NEW.row, NEW.body);
END;
