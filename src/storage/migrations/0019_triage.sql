-- What a conversation is sorted by before somebody answers: its team, its priority, when it is due. A team has a slot, a number
-- below 64, so that a set of teams is one number.
CREATE TABLE teams (
    id            INTEGER PRIMARY KEY,
    slot          INTEGER NOT NULL UNIQUE CHECK (slot BETWEEN 0 AND 63),
    name          TEXT    NOT NULL,
    name_key      TEXT    NOT NULL UNIQUE,
    calendar_id   INTEGER,
    offered       INTEGER NOT NULL DEFAULT 0,
    only_in_hours INTEGER NOT NULL DEFAULT 0,
    created_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE team_members (
    team_id  INTEGER NOT NULL REFERENCES teams (id),
    agent_id INTEGER NOT NULL REFERENCES agents (id),
    PRIMARY KEY (team_id, agent_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX team_members_by_agent ON team_members (agent_id, team_id);

ALTER TABLE conversations ADD COLUMN team_id INTEGER REFERENCES teams (id);
ALTER TABLE conversations ADD COLUMN priority INTEGER NOT NULL DEFAULT 3;
-- 0 chat, 1 ticket, 2 call.
ALTER TABLE conversations ADD COLUMN kind INTEGER NOT NULL DEFAULT 0;
-- 0 live, 1 imported, 2 demo.
ALTER TABLE conversations ADD COLUMN origin INTEGER NOT NULL DEFAULT 0;
-- When the routing gave it to its agent, until they say something in it.
ALTER TABLE conversations ADD COLUMN given_at INTEGER;
-- When the earliest of its running clocks is due.
ALTER TABLE conversations ADD COLUMN due_at INTEGER;

DROP INDEX conversations_unclosed;
CREATE INDEX conversations_unclosed
    ON conversations (state, agent_id, team_id, priority, channel, kind, waiting_since, due_at, updated_at, opened_at)
 WHERE state <> 5;
CREATE INDEX conversations_by_team ON conversations (team_id) WHERE team_id IS NOT NULL;
