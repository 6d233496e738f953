-- Saved views: lists that agents chose by a filter, each for its own agent or for everybody. The filter is JSON; one that a later
-- version wrote and this one cannot read is left as it is.
CREATE TABLE views (
    id         INTEGER PRIMARY KEY,
    agent_id   INTEGER NOT NULL REFERENCES agents (id),
    shared     INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    filter     TEXT    NOT NULL,
    sort       TEXT    NOT NULL,
    place      INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX views_by_agent ON views (agent_id);

-- A filter may ask for verified customers: the index of what is not closed tells whose each conversation is.
DROP INDEX conversations_unclosed;
CREATE INDEX conversations_unclosed
    ON conversations (state, agent_id, team_id, priority, channel, kind, waiting_since, due_at, updated_at, opened_at, origin,
                      contact_id)
 WHERE state <> 5;
