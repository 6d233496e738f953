-- What takes longer. A ticket is a conversation of kind 1 with a row of its own. Its number comes from a counter and is never
-- used twice.
CREATE TABLE ticket_statuses (
    id        INTEGER PRIMARY KEY,
    place     INTEGER NOT NULL,
    -- Null for those that every desk has: their names stand in its language.
    name      TEXT,
    public_zh TEXT,
    public_en TEXT,
    -- 1 new, 2 open, 3 pending, 4 on hold, 5 solved, 6 closed.
    category  INTEGER NOT NULL
) STRICT;
INSERT INTO ticket_statuses (id, place, category) VALUES (1, 0, 1), (2, 1, 2), (3, 2, 3), (4, 3, 4), (5, 4, 5), (6, 5, 6);

CREATE TABLE ticket_types (
    id     INTEGER PRIMARY KEY,
    place  INTEGER NOT NULL,
    name   TEXT    NOT NULL,
    -- Whether customers are offered it.
    public INTEGER NOT NULL,
    -- JSON: what is asked for.
    fields TEXT    NOT NULL
) STRICT;

-- The version of each of the two documents above: the position at which it was last saved.
CREATE TABLE ticket_documents (
    name    TEXT    PRIMARY KEY CHECK (name IN ('statuses', 'types')),
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO ticket_documents VALUES ('statuses', 0), ('types', 0);

CREATE TABLE ticket_counter (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    last   INTEGER NOT NULL,
    -- What stands before a number where somebody reads it; as the configuration says.
    prefix TEXT    NOT NULL
) STRICT;
INSERT INTO ticket_counter VALUES (1, 0, 'T-');

CREATE TABLE tickets (
    conversation_id        INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    number                 INTEGER NOT NULL UNIQUE,
    title                  TEXT    NOT NULL,
    status_id              INTEGER NOT NULL REFERENCES ticket_statuses (id),
    type_id                INTEGER REFERENCES ticket_types (id),
    -- A flat JSON object.
    fields                 TEXT    NOT NULL,
    due_at                 INTEGER,
    -- The part of another conversation that it came from.
    source_conversation_id INTEGER,
    source_from            INTEGER,
    source_to              INTEGER,
    external_id            TEXT UNIQUE,
    created_at             INTEGER NOT NULL,
    solved_at              INTEGER
) STRICT;
CREATE INDEX tickets_by_status ON tickets (status_id);
CREATE INDEX tickets_by_type ON tickets (type_id) WHERE type_id IS NOT NULL;
CREATE INDEX tickets_by_source ON tickets (source_conversation_id) WHERE source_conversation_id IS NOT NULL;

-- What changed with an entry, the first values with the entry that made it a ticket. Values are JSON; null where there was none.
CREATE TABLE ticket_changes (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    sequence        INTEGER NOT NULL,
    field           TEXT    NOT NULL,
    before          TEXT,
    after           TEXT,
    PRIMARY KEY (conversation_id, sequence, field)
) STRICT, WITHOUT ROWID;

-- One row for both: of a parent and its child the parent stands first.
CREATE TABLE ticket_links (
    one   INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    other INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    -- 1 related, 2 duplicate, 3 parent and child.
    kind  INTEGER NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_links_by_other ON ticket_links (other, one);

CREATE TABLE ticket_followers (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    agent_id        INTEGER NOT NULL REFERENCES agents (id),
    PRIMARY KEY (conversation_id, agent_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_followers_by_agent ON ticket_followers (agent_id, conversation_id);

ALTER TABLE conversations ADD COLUMN merged_into INTEGER;
CREATE INDEX conversations_merged ON conversations (merged_into) WHERE merged_into IS NOT NULL;
-- What lists of tickets are chosen and sorted by, as it stands in their own row.
ALTER TABLE conversations ADD COLUMN ticket_number INTEGER;
ALTER TABLE conversations ADD COLUMN ticket_category INTEGER;
ALTER TABLE conversations ADD COLUMN ticket_status_id INTEGER;
ALTER TABLE conversations ADD COLUMN ticket_type_id INTEGER;
ALTER TABLE conversations ADD COLUMN ticket_due_at INTEGER;
CREATE INDEX conversations_tickets
    ON conversations (ticket_status_id, state, agent_id, team_id, priority, channel, kind, waiting_since, due_at, updated_at,
                      opened_at, origin, contact_id, ticket_number, ticket_category, ticket_type_id, ticket_due_at)
 WHERE kind = 1 AND state <> 5;
CREATE INDEX conversations_tickets_done
    ON conversations (updated_at, id, ticket_status_id, ticket_category, ticket_number, priority)
 WHERE kind = 1 AND state = 5;
CREATE INDEX conversations_tickets_by_update ON conversations (updated_at, id, ticket_status_id) WHERE kind = 1;
CREATE INDEX conversations_tickets_by_number ON conversations (ticket_number, ticket_status_id) WHERE kind = 1;

-- The inbox shows chats: how much lies between two of them is told by the index alone.
DROP INDEX conversations_closed;
CREATE INDEX conversations_closed ON conversations (updated_at, id, kind) WHERE state = 5;
DROP INDEX conversations_by_update;
CREATE INDEX conversations_by_update ON conversations (updated_at, id, kind);
