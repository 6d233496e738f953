-- Which agents are there, and what stands beside the availability that they chose.
CREATE TABLE agent_stays (
    agent_id INTEGER PRIMARY KEY REFERENCES agents (id),
    since    INTEGER NOT NULL,
    -- Written once a minute while they are there: a crash loses no more of it.
    seen_at  INTEGER NOT NULL
) STRICT;

-- The team's words for being away. Built-in ones have no name until somebody gives them one.
CREATE TABLE availability_reasons (
    id       TEXT    PRIMARY KEY,
    name     TEXT,
    name_key TEXT    UNIQUE,
    place    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO availability_reasons (id, place) VALUES ('break', 1), ('meal', 2), ('meeting', 3), ('training', 4);

CREATE TABLE agent_standings (
    agent_id INTEGER PRIMARY KEY REFERENCES agents (id),
    -- Since when the availability holds.
    since    INTEGER NOT NULL,
    reason   TEXT    REFERENCES availability_reasons (id) ON DELETE SET NULL,
    -- When the desk takes them back.
    until    INTEGER,
    -- 0 a person, 1 the desk, because nothing was touched for a while, 2 the desk, because what they were given was not taken.
    set_by   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a day brought, hour by hour, without looking at the conversations themselves.
CREATE INDEX conversations_by_opening ON conversations (opened_at, first_answered_at);
