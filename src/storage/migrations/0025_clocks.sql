-- Promises of time. A policy is kept as it was written, in the order in which policies are asked; each of its versions counts for
-- clocks that start behind its position in the log, and for those that run already where somebody said so. What is null was
-- removed.
CREATE TABLE sla_policies (
    id         INTEGER PRIMARY KEY,
    place      INTEGER NOT NULL,
    document   TEXT    NOT NULL,
    version    INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sla_policy_versions (
    policy_id    INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    at           INTEGER NOT NULL,
    place        INTEGER NOT NULL,
    document     TEXT,
    also_running INTEGER NOT NULL,
    PRIMARY KEY (policy_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX sla_policy_versions_for_running ON sla_policy_versions (position, at) WHERE also_running;

-- Each clock of a conversation in its last run, while something is or was promised. alarm_at is when the next warning or breach is
-- to be told.
CREATE TABLE clocks (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    kind            INTEGER NOT NULL,
    policy_id       INTEGER NOT NULL,
    policy_version  INTEGER NOT NULL,
    target_ms       INTEGER NOT NULL,
    spent_ms        INTEGER NOT NULL,
    began_at        INTEGER NOT NULL,
    running_since   INTEGER,
    due_at          INTEGER,
    alarm_at        INTEGER,
    warned_at       INTEGER,
    broken_at       INTEGER,
    ended_at        INTEGER,
    how             INTEGER,
    PRIMARY KEY (conversation_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX clocks_by_alarm ON clocks (alarm_at) WHERE alarm_at IS NOT NULL;

-- What the next entries of a conversation that is not closed mean for its clocks: its log, folded up to an entry.
CREATE TABLE clock_folds (
    conversation_id INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    fold            TEXT    NOT NULL
) STRICT;

-- While it has a row, conversations that are not closed are looked at anew, those behind the id first: a policy changed for clocks
-- that run, or hours did.
CREATE TABLE clocks_anew (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    after_id INTEGER NOT NULL
) STRICT;
