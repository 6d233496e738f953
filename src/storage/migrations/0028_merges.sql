-- What went on in another conversation, as it was before: enough to undo it. The row goes with the undoing.
CREATE TABLE merges (
    source_id     INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    target_id     INTEGER NOT NULL,
    state         INTEGER NOT NULL,
    snoozed_until INTEGER,
    -- The end of the target's log right after.
    target_end    INTEGER NOT NULL,
    -- Since when the target's customer waits because the source's did.
    waits_since   INTEGER,
    merged_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX merges_by_target ON merges (target_id);

-- What the target got with it: 1 an agent's draft of a reply, 2 of a note (number is the agent, text what was written), 3 a follower,
-- 4 a link (number is the other end, text its kind), 5 a label of the team.
CREATE TABLE merge_moves (
    source_id INTEGER NOT NULL REFERENCES merges (source_id) ON DELETE CASCADE,
    what      INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    text      TEXT    NOT NULL,
    PRIMARY KEY (source_id, what, number, text)
) STRICT, WITHOUT ROWID;

-- What was split off another conversation of the same visitor, whose messages stay where they were said and are shown in both.
CREATE TABLE splits (
    conversation_id INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    source_id       INTEGER NOT NULL,
    -- JSON: sequences of the source, ascending.
    sequences       TEXT    NOT NULL
) STRICT;
CREATE INDEX splits_by_source ON splits (source_id);
