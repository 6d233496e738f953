-- Teams: each has a slot, so that a set of teams is a number.
CREATE TABLE teams (
    id            INTEGER PRIMARY KEY,
    slot          INTEGER NOT NULL UNIQUE CHECK (slot BETWEEN 0 AND 63),
    name          TEXT NOT NULL UNIQUE,
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
ALTER TABLE conversations ADD COLUMN team_id INTEGER REFERENCES teams (id);
