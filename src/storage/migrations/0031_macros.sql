-- Macros: a reply and actions that are done together, of the team or of one agent. What one does is JSON; what a later version wrote
-- and this one cannot read is left as it is.
CREATE TABLE macros (
    id         INTEGER PRIMARY KEY,
    -- Null for the team's.
    agent_id   INTEGER REFERENCES agents (id),
    name       TEXT    NOT NULL,
    document   TEXT    NOT NULL,
    used       INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX macros_by_agent ON macros (agent_id, name);

-- Messages that go out later. One that cannot go out by itself any more, and that nobody can be given as a draft, is kept back.
CREATE TABLE scheduled_messages (
    id                INTEGER PRIMARY KEY,
    conversation_id   INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    agent_id          INTEGER NOT NULL REFERENCES agents (id),
    -- Under which the message goes out: at most one does.
    client_message_id TEXT    NOT NULL,
    content           TEXT    NOT NULL,
    send_at           INTEGER NOT NULL,
    created_at        INTEGER NOT NULL,
    kept_at           INTEGER,
    -- Where it stood before that one was merged into this.
    moved_from        INTEGER
) STRICT;
CREATE INDEX scheduled_messages_by_conversation ON scheduled_messages (conversation_id, send_at, id);
CREATE INDEX scheduled_messages_by_agent ON scheduled_messages (agent_id, send_at, id);
CREATE UNIQUE INDEX scheduled_messages_by_client_id ON scheduled_messages (agent_id, client_message_id);
CREATE INDEX scheduled_messages_due ON scheduled_messages (send_at) WHERE kept_at IS NULL;
