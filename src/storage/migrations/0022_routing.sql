-- Who gets which conversation. What stands here follows from the log, but for what was read and what was set.

-- Conversations that wait for somebody.
CREATE TABLE routing_queue (
    conversation_id INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    contact_id      INTEGER NOT NULL,
    -- 0 for everybody.
    team_id         INTEGER NOT NULL,
    priority        INTEGER NOT NULL,
    since           INTEGER NOT NULL,
    -- Since when it waits, less the head start of its priority.
    key             INTEGER NOT NULL
) STRICT;
CREATE INDEX routing_queue_by_key ON routing_queue (team_id, key, conversation_id);

-- Who was given a conversation and did nothing yet that shows they saw it.
CREATE TABLE routing_given (
    conversation_id INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    agent_id        INTEGER NOT NULL,
    given_at        INTEGER NOT NULL
) STRICT;

-- Who did not take a conversation in this wait, or gave it up.
CREATE TABLE routing_missed (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    agent_id        INTEGER NOT NULL,
    at              INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, agent_id)
) STRICT, WITHOUT ROWID;

-- Imported and invented conversations in which somebody has written since.
CREATE TABLE routing_live (
    conversation_id INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE
) STRICT;

-- Who answered a customer last.
CREATE TABLE routing_answered (
    contact_id INTEGER PRIMARY KEY REFERENCES contacts (id) ON DELETE CASCADE,
    agent_id   INTEGER NOT NULL,
    at         INTEGER NOT NULL
) STRICT;

CREATE TABLE routing_agents (
    agent_id           INTEGER PRIMARY KEY REFERENCES agents (id),
    availability_since INTEGER,
    -- When they last came, went online or gave up a place.
    free_since         INTEGER,
    given_at           INTEGER,
    -- When they were last heard of, while they are gone.
    left_at            INTEGER,
    -- How many in a row they did not take.
    missed             INTEGER NOT NULL DEFAULT 0
) STRICT;

-- When conversations of a team were last assigned out of the queue.
CREATE TABLE routing_paces (
    team_id         INTEGER NOT NULL,
    at              INTEGER NOT NULL,
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    PRIMARY KEY (team_id, at, conversation_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX routing_paces_by_conversation ON routing_paces (conversation_id);

CREATE TABLE routing_settings (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    document TEXT    NOT NULL,
    version  INTEGER NOT NULL
) STRICT;

-- Load counts conversations that happen here: where they come from stands in the index, too.
DROP INDEX conversations_unclosed;
CREATE INDEX conversations_unclosed
    ON conversations (state, agent_id, team_id, priority, channel, kind, waiting_since, due_at, updated_at, opened_at, origin)
 WHERE state <> 5;
