-- Facts about this data folder: the log's epoch, the keys that sign tokens and digests, the first-run token.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Everything that happened, in commit order; ids and numbers only. Readers keep a cursor into it.
CREATE TABLE event_log (
    log_position    INTEGER PRIMARY KEY AUTOINCREMENT,
    at              INTEGER NOT NULL,
    kind            INTEGER NOT NULL,
    conversation_id INTEGER,
    sequence        INTEGER,
    actor_kind      INTEGER NOT NULL,
    actor_id        INTEGER NOT NULL,
    subject_id      INTEGER NOT NULL,
    amount          INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_log_by_sequence ON event_log (conversation_id, sequence) WHERE sequence IS NOT NULL;

-- What the shop says about itself.
CREATE TABLE settings (
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- People who work at the desk. A seat is an active row.
CREATE TABLE agents (
    id              INTEGER PRIMARY KEY,
    email           TEXT NOT NULL,
    email_key       TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    role            TEXT NOT NULL CHECK (role IN ('owner', 'admin', 'agent')),
    password_hash   TEXT NOT NULL,
    active          INTEGER NOT NULL DEFAULT 1,
    availability    INTEGER NOT NULL DEFAULT 1,
    capacity        INTEGER NOT NULL DEFAULT 8,
    locale          TEXT NOT NULL DEFAULT 'zh-CN',
    theme           TEXT NOT NULL DEFAULT 'auto',
    rights_position INTEGER NOT NULL DEFAULT 0,
    created_at      INTEGER NOT NULL
) STRICT;

-- Signed-in browsers of agents; only the digest of the cookie is kept.
CREATE TABLE agent_sessions (
    id           INTEGER PRIMARY KEY,
    agent_id     INTEGER NOT NULL REFERENCES agents (id),
    token_digest BLOB NOT NULL UNIQUE,
    created_at   INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX agent_sessions_by_agent ON agent_sessions (agent_id);

-- API tokens; only their digest is kept.
CREATE TABLE api_tokens (
    id           INTEGER PRIMARY KEY,
    agent_id     INTEGER NOT NULL REFERENCES agents (id),
    name         TEXT NOT NULL,
    token_digest BLOB NOT NULL UNIQUE,
    created_at   INTEGER NOT NULL,
    revoked_at   INTEGER
) STRICT;
CREATE INDEX api_tokens_by_agent ON api_tokens (agent_id);

-- Places where customers write: public key, the secret that signs identities, looks and allowed origins.
CREATE TABLE widgets (
    id              INTEGER PRIMARY KEY,
    name            TEXT NOT NULL UNIQUE,
    public_key      TEXT NOT NULL UNIQUE,
    secret          TEXT NOT NULL,
    accent          TEXT NOT NULL DEFAULT '#1f6f5c',
    allowed_origins TEXT NOT NULL DEFAULT '[]',
    seen_url        TEXT,
    seen_at         INTEGER,
    created_at      INTEGER NOT NULL
) STRICT;

-- Customers: the person behind one or more visitors. user_id is the person's id at the shop, set only when proven.
CREATE TABLE contacts (
    id           INTEGER PRIMARY KEY,
    user_id      TEXT UNIQUE,
    verified     INTEGER NOT NULL DEFAULT 0,
    name         TEXT,
    email        TEXT,
    phone        TEXT,
    created_at   INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL
) STRICT;

-- Browsers and apps of customers. Ids never change, whoever the visitor turns out to be.
CREATE TABLE visitors (
    id              INTEGER PRIMARY KEY,
    contact_id      INTEGER NOT NULL REFERENCES contacts (id),
    widget_id       INTEGER REFERENCES widgets (id),
    channel         TEXT NOT NULL,
    device_id       TEXT,
    token_digest    BLOB UNIQUE,
    generation      INTEGER NOT NULL DEFAULT 1,
    verified        INTEGER NOT NULL DEFAULT 0,
    locale          TEXT,
    page_url        TEXT,
    page_title      TEXT,
    page_referrer   TEXT,
    page_at         INTEGER,
    visits          INTEGER NOT NULL DEFAULT 1,
    rights_position INTEGER NOT NULL DEFAULT 0,
    created_at      INTEGER NOT NULL,
    last_seen_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX visitors_by_contact ON visitors (contact_id);

-- Conversations: the head of each log and what the lists are sorted by.
CREATE TABLE conversations (
    id              INTEGER PRIMARY KEY,
    contact_id      INTEGER NOT NULL REFERENCES contacts (id),
    visitor_id      INTEGER NOT NULL REFERENCES visitors (id),
    channel         TEXT NOT NULL,
    state           INTEGER NOT NULL,
    agent_id        INTEGER REFERENCES agents (id),
    last_sequence   INTEGER NOT NULL DEFAULT 0,
    last_message    INTEGER,
    opened_at       INTEGER NOT NULL,
    updated_at      INTEGER NOT NULL,
    waiting_since   INTEGER,
    closed_at       INTEGER,
    snoozed_until   INTEGER
) STRICT;
CREATE INDEX conversations_by_update ON conversations (updated_at, id);
CREATE INDEX conversations_by_wait ON conversations (waiting_since, id) WHERE waiting_since IS NOT NULL;
CREATE INDEX conversations_by_state ON conversations (state, agent_id);
CREATE INDEX conversations_by_visitor ON conversations (visitor_id, opened_at);
CREATE INDEX conversations_by_contact ON conversations (contact_id, opened_at);
CREATE INDEX conversations_by_snooze ON conversations (snoozed_until) WHERE snoozed_until IS NOT NULL;

-- Messages and notes, at the log position where they were first said. digest is of what was first sent and outlives edits.
CREATE TABLE messages (
    log_position      INTEGER PRIMARY KEY REFERENCES event_log (log_position),
    conversation_id   INTEGER NOT NULL,
    sequence          INTEGER NOT NULL,
    sender_kind       INTEGER NOT NULL,
    sender_id         INTEGER NOT NULL,
    client_message_id TEXT,
    sent_to           INTEGER,
    digest            BLOB NOT NULL,
    note              INTEGER NOT NULL,
    content           TEXT,
    sent_at           INTEGER NOT NULL,
    edited_at         INTEGER
) STRICT;
CREATE UNIQUE INDEX messages_by_client_id ON messages (sender_id, client_message_id) WHERE client_message_id IS NOT NULL;

-- Words that belong to entries other than messages (reasons, comments, label names), as JSON.
CREATE TABLE entry_details (
    log_position    INTEGER PRIMARY KEY REFERENCES event_log (log_position),
    conversation_id INTEGER NOT NULL,
    detail          TEXT NOT NULL
) STRICT;

-- How far each member received and read a conversation; at_position is the log's head when it last moved.
CREATE TABLE progress (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id),
    member_id       INTEGER NOT NULL,
    member_kind     INTEGER NOT NULL,
    received        INTEGER NOT NULL,
    read            INTEGER NOT NULL,
    at_position     INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX progress_by_position ON progress (at_position);

-- Labels of a conversation, in the order they were given.
CREATE TABLE conversation_labels (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id),
    place           INTEGER NOT NULL,
    label           TEXT NOT NULL,
    PRIMARY KEY (conversation_id, place)
) STRICT, WITHOUT ROWID;
