-- Times are microseconds since 1970, UTC, by the store's clock. What has ended (expires_at) is not read any more; retention removes it.

-- What the store's clock has reached at least, so that it does not go back over restarts.
CREATE TABLE clock (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at INTEGER NOT NULL
) STRICT;

INSERT INTO clock (id, at) VALUES (1, 0);

-- created_at is unique: the order of acceptance. expires_at is null exactly while the event is in a lane.
CREATE TABLE event (
    created_at INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    event_type TEXT NOT NULL,
    external_id TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    revision TEXT NOT NULL,
    status TEXT NOT NULL,
    stage TEXT NOT NULL,
    lane TEXT,
    lead TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    last_error TEXT NOT NULL DEFAULT '',
    error_class TEXT,
    dry_run INTEGER NOT NULL DEFAULT 0,
    verified INTEGER,
    updated_at INTEGER NOT NULL,
    expires_at INTEGER,
    alert_pending_since INTEGER
) STRICT;

CREATE INDEX event_by_status ON event (status);
CREATE INDEX event_by_source ON event (source);
CREATE INDEX event_by_type ON event (event_type);
CREATE INDEX event_by_lead ON event (lead) WHERE lead IS NOT NULL;
CREATE INDEX event_by_error ON event (error_class) WHERE error_class IS NOT NULL;
CREATE INDEX event_in_lane ON event (lane, created_at) WHERE expires_at IS NULL;
CREATE INDEX event_by_end ON event (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX event_failed ON event (expires_at) WHERE status = 'failed';
CREATE INDEX event_alert_pending ON event (alert_pending_since) WHERE alert_pending_since IS NOT NULL;

CREATE TABLE payload (
    event INTEGER PRIMARY KEY REFERENCES event (created_at) ON DELETE CASCADE,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE ledger (
    event INTEGER NOT NULL REFERENCES event (created_at) ON DELETE CASCADE,
    effect TEXT NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (event, effect)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency (
    key TEXT NOT NULL,
    revision TEXT NOT NULL,
    event_id TEXT NOT NULL,
    accepted_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (key, revision)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_by_end ON idempotency (expires_at);

-- A lane is there while events wait in it. due_at is when it may next be taken; token is that of the lease, null when nobody holds it.
CREATE TABLE lane (
    name TEXT PRIMARY KEY,
    due_at INTEGER NOT NULL,
    token TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX lane_by_due ON lane (due_at);

CREATE TABLE lead (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    crm_id TEXT NOT NULL,
    written TEXT NOT NULL,
    also_ours TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX lead_by_end ON lead (expires_at);

CREATE TABLE fact (
    lead INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    fact TEXT NOT NULL,
    PRIMARY KEY (lead, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE crm_reference (
    lead INTEGER NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (lead, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
    session TEXT PRIMARY KEY,
    email TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_by_end ON meeting (expires_at);

-- Which leads have a booking, and which events await one, in an hour (ten digits).
CREATE TABLE booked_lead (
    hour TEXT NOT NULL,
    lead TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (hour, lead)
) STRICT, WITHOUT ROWID;

CREATE INDEX booked_lead_by_end ON booked_lead (expires_at);

CREATE TABLE awaiting_event (
    hour TEXT NOT NULL,
    event_id TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (hour, event_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX awaiting_event_by_end ON awaiting_event (expires_at);

CREATE TABLE circuit (
    provider TEXT PRIMARY KEY,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    reason TEXT NOT NULL,
    probe_until INTEGER,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE shared_value (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX shared_value_by_end ON shared_value (expires_at);

CREATE TABLE shared_lock (
    name TEXT PRIMARY KEY,
    token TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
