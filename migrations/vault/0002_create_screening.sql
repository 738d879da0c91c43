-- Screening and the risk protocol. Scores are kept as they were computed; answers are kept one by one.

-- Instruments that a practice brought in: packs under a condition, and licensed ones in their slots. Those that may be
-- bundled are part of the program.
CREATE TABLE instruments (
    id BLOB PRIMARY KEY NOT NULL,
    code TEXT NOT NULL,
    revision INTEGER NOT NULL,
    slot TEXT,
    pack TEXT NOT NULL,
    statement TEXT NOT NULL,
    enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
    accepted_by TEXT,
    accepted_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (code, revision),
    -- Nothing is used before its condition was accepted.
    CHECK (enabled = 0 OR (accepted_by IS NOT NULL AND accepted_at IS NOT NULL))
) STRICT;

CREATE TABLE batteries (
    id BLOB PRIMARY KEY NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    instruments TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE screening_plans (
    id BLOB PRIMARY KEY NOT NULL,
    client_id BLOB NOT NULL REFERENCES clients (id),
    battery TEXT NOT NULL,
    every_days INTEGER CHECK (every_days BETWEEN 1 AND 366),
    due_on TEXT NOT NULL,
    ended_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX screening_plans_by_client ON screening_plans (client_id);
CREATE INDEX screening_plans_by_due ON screening_plans (due_on) WHERE ended_at IS NULL;

CREATE TABLE screenings (
    id BLOB PRIMARY KEY NOT NULL,
    client_id BLOB NOT NULL REFERENCES clients (id),
    session_id BLOB REFERENCES sessions (id),
    plan_id BLOB REFERENCES screening_plans (id),
    name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'completed', 'discarded')),
    comment TEXT NOT NULL,
    -- Questions meant to be answered, and answered or declined, as of the last answer.
    asked INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    completed_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((status = 'completed') = (completed_at IS NOT NULL))
) STRICT;
CREATE INDEX screenings_by_client ON screenings (client_id, completed_at);
CREATE INDEX screenings_by_plan ON screenings (plan_id);

-- One instrument within a screening. The scores are null until it is finished.
CREATE TABLE administrations (
    id BLOB PRIMARY KEY NOT NULL,
    screening_id BLOB NOT NULL REFERENCES screenings (id),
    position INTEGER NOT NULL,
    instrument TEXT NOT NULL,
    -- Edition and coding at the time, and for instruments of the practice which revision of the pack.
    version TEXT NOT NULL,
    revision INTEGER NOT NULL,
    -- The instrument whose result asked for this one; null for those of the chosen set.
    asked_by TEXT,
    complete INTEGER CHECK (complete IN (0, 1)),
    total REAL,
    severity TEXT,
    band TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (screening_id, instrument)
) STRICT;

-- One answer; a value of null says that the person would rather not answer.
CREATE TABLE responses (
    id BLOB PRIMARY KEY NOT NULL,
    administration_id BLOB NOT NULL REFERENCES administrations (id),
    item TEXT NOT NULL,
    value REAL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (administration_id, item)
) STRICT;

CREATE TRIGGER responses_added_while_open BEFORE INSERT ON responses
WHEN (SELECT s.status FROM administrations a JOIN screenings s ON s.id = a.screening_id
      WHERE a.id = NEW.administration_id) <> 'open'
BEGIN
    SELECT raise(ABORT, 'a finished screening never changes');
END;
CREATE TRIGGER responses_changed_while_open BEFORE UPDATE ON responses
WHEN (SELECT s.status FROM administrations a JOIN screenings s ON s.id = a.screening_id
      WHERE a.id = OLD.administration_id) <> 'open' OR NEW.administration_id IS NOT OLD.administration_id
BEGIN
    SELECT raise(ABORT, 'a finished screening never changes');
END;
CREATE TRIGGER responses_removed_while_open BEFORE DELETE ON responses
WHEN (SELECT s.status FROM administrations a JOIN screenings s ON s.id = a.screening_id
      WHERE a.id = OLD.administration_id) <> 'open'
BEGIN
    SELECT raise(ABORT, 'a finished screening never changes');
END;
CREATE TRIGGER administrations_scored_while_open BEFORE UPDATE ON administrations
WHEN (SELECT status FROM screenings WHERE id = OLD.screening_id) <> 'open'
BEGIN
    SELECT raise(ABORT, 'a finished screening never changes');
END;
CREATE TRIGGER administrations_added_while_open BEFORE INSERT ON administrations
WHEN (SELECT status FROM screenings WHERE id = NEW.screening_id) <> 'open'
BEGIN
    SELECT raise(ABORT, 'a finished screening never changes');
END;
CREATE TRIGGER administrations_removed_while_open BEFORE DELETE ON administrations
WHEN (SELECT status FROM screenings WHERE id = OLD.screening_id) <> 'open'
BEGIN
    SELECT raise(ABORT, 'a finished screening never changes');
END;
CREATE TRIGGER screenings_frozen_once_finished BEFORE UPDATE ON screenings
WHEN OLD.status <> 'open'
BEGIN
    SELECT raise(ABORT, 'a finished screening never changes');
END;
CREATE TRIGGER screenings_never_deleted BEFORE DELETE ON screenings
BEGIN
    SELECT raise(ABORT, 'screenings are put aside, never deleted');
END;

-- What a finished screening says about the dimensions it fed, one row each. The position is 0 (best) to 100 (worst).
CREATE TABLE dimension_scores (
    id BLOB PRIMARY KEY NOT NULL,
    screening_id BLOB NOT NULL REFERENCES screenings (id),
    dimension TEXT NOT NULL,
    instrument TEXT NOT NULL,
    score REAL,
    position REAL NOT NULL CHECK (position BETWEEN 0 AND 100),
    severity TEXT,
    band TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (screening_id, dimension)
) STRICT;
CREATE TRIGGER dimension_scores_never_change BEFORE UPDATE ON dimension_scores
BEGIN
    SELECT raise(ABORT, 'a finished screening never changes');
END;
CREATE TRIGGER dimension_scores_never_deleted BEFORE DELETE ON dimension_scores
BEGIN
    SELECT raise(ABORT, 'a finished screening never changes');
END;

-- The device in a client's hands. At most one is not ended.
CREATE TABLE hand_overs (
    id BLOB PRIMARY KEY NOT NULL,
    screening_id BLOB NOT NULL REFERENCES screenings (id),
    ended_at INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX hand_overs_one_at_a_time ON hand_overs (ended_at IS NULL) WHERE ended_at IS NULL;

CREATE TABLE risk_alerts (
    id BLOB PRIMARY KEY NOT NULL,
    client_id BLOB NOT NULL REFERENCES clients (id),
    screening_id BLOB REFERENCES screenings (id),
    level TEXT NOT NULL CHECK (level IN ('mild', 'moderate', 'high', 'critical')),
    reasons TEXT NOT NULL,
    acknowledged_at INTEGER,
    acknowledged_by TEXT,
    action TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL)),
    CHECK ((acknowledged_at IS NULL) = (action IS NULL)),
    CHECK (action <> '')
) STRICT;
CREATE INDEX risk_alerts_by_client ON risk_alerts (client_id);
CREATE INDEX risk_alerts_unacknowledged ON risk_alerts (created_at) WHERE acknowledged_at IS NULL;

CREATE TRIGGER risk_alerts_acknowledged_once BEFORE UPDATE ON risk_alerts
WHEN OLD.acknowledged_at IS NOT NULL
BEGIN
    SELECT raise(ABORT, 'an acknowledged alert never changes');
END;
CREATE TRIGGER risk_alerts_never_deleted BEFORE DELETE ON risk_alerts
BEGIN
    SELECT raise(ABORT, 'alerts are acknowledged, never deleted');
END;

-- Every version is kept.
CREATE TABLE safety_plans (
    id BLOB PRIMARY KEY NOT NULL,
    client_id BLOB NOT NULL REFERENCES clients (id),
    version INTEGER NOT NULL,
    plan TEXT NOT NULL,
    author TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (client_id, version)
) STRICT;
CREATE TRIGGER safety_plans_never_change BEFORE UPDATE ON safety_plans
BEGIN
    SELECT raise(ABORT, 'a version of a safety plan never changes');
END;
CREATE TRIGGER safety_plans_never_deleted BEFORE DELETE ON safety_plans
BEGIN
    SELECT raise(ABORT, 'a version of a safety plan is never deleted');
END;
