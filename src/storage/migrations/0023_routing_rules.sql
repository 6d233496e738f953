-- Rules of the routing, in their order. What they ask for and what follows is JSON; what no longer reads is kept as it is.
CREATE TABLE routing_rules (
    id         INTEGER PRIMARY KEY,
    place      INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    enabled    INTEGER NOT NULL,
    stop       INTEGER NOT NULL,
    conditions TEXT    NOT NULL,
    effects    TEXT    NOT NULL
) STRICT;

-- How often the rules were replaced, so that two who edit them notice.
CREATE TABLE routing_rule_versions (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL
) STRICT;

-- What a conversation asks of the routing: the team that its customer chose, what the rules gave it, and the skills that follow.
CREATE TABLE routing_wants (
    conversation_id INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    chosen_team_id  INTEGER,
    ruled_team_id   INTEGER,
    ruled_priority  INTEGER,
    required        TEXT NOT NULL,
    preferred       TEXT NOT NULL
) STRICT;

-- Attributes of a person as the team wrote them. The page may write over what is shown; what rules go by stays.
CREATE TABLE vouched_attributes (
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    name       TEXT    NOT NULL,
    value      TEXT    NOT NULL,
    PRIMARY KEY (contact_id, name)
) STRICT, WITHOUT ROWID;
