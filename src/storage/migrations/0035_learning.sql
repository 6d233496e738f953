-- Groups of customers' questions that somebody looks at: ids and numbers, never words. An undecided one is made anew at night; what
-- a person decided stays.
CREATE TABLE faq_gaps (
    id          INTEGER PRIMARY KEY,
    -- 1 unanswered, 2 new phrasing, 3 conflict, 4 weak answer.
    kind        INTEGER NOT NULL,
    -- 1 open, 2 done, 3 dismissed, 4 later, 5 merged into another one.
    state       INTEGER NOT NULL,
    -- The entry it is about, or that it became.
    entry_id    INTEGER,
    merged_into INTEGER,
    -- What a decision did, by which it is undone: ids alone, as JSON.
    undo        TEXT,
    later_until INTEGER,
    decided_at  INTEGER,
    agent_id    INTEGER REFERENCES agents (id),
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX faq_gaps_by_state ON faq_gaps (state, kind, id);
CREATE INDEX faq_gaps_by_entry ON faq_gaps (entry_id) WHERE entry_id IS NOT NULL;
CREATE INDEX faq_gaps_by_merge ON faq_gaps (merged_into) WHERE merged_into IS NOT NULL;

-- Every question that was asked lately, what became of it, and in which group it stands. Its words are those of the messages.
CREATE TABLE faq_gap_examples (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    sequence        INTEGER NOT NULL,
    at              INTEGER NOT NULL,
    -- 1 known, 2 undecided, 3 unanswered, 4 new phrasing, 5 conflict.
    outcome         INTEGER NOT NULL,
    entry_id        INTEGER,
    p               REAL    NOT NULL,
    gap_id          INTEGER REFERENCES faq_gaps (id) ON DELETE SET NULL,
    -- First and last message of the answer, and how long the person took from the first word of the wait.
    answer_sequence INTEGER,
    answer_last     INTEGER,
    PRIMARY KEY (conversation_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX faq_gap_examples_by_time ON faq_gap_examples (at, conversation_id, sequence);
CREATE INDEX faq_gap_examples_by_gap ON faq_gap_examples (gap_id, at) WHERE gap_id IS NOT NULL;

-- From whose words a phrasing or a question of an entry came, so that it goes with the last of them.
CREATE TABLE faq_sources (
    entry_id        INTEGER NOT NULL,
    norm            TEXT    NOT NULL,
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    sequence        INTEGER NOT NULL,
    PRIMARY KEY (entry_id, norm, conversation_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX faq_sources_by_conversation ON faq_sources (conversation_id);

-- What an agent did with an answer that was suggested: 1 taken, 2 edited, 3 ignored.
CREATE TABLE suggestion_uses (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    sequence        INTEGER NOT NULL,
    entry_id        INTEGER NOT NULL,
    agent_id        INTEGER NOT NULL REFERENCES agents (id),
    used            INTEGER NOT NULL,
    at              INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, sequence, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX suggestion_uses_by_entry ON suggestion_uses (entry_id, at);
CREATE INDEX suggestion_uses_by_agent ON suggestion_uses (agent_id);

-- When all of it was last made anew.
CREATE TABLE learning_state (
    one          INTEGER PRIMARY KEY CHECK (one = 1),
    freshened_at INTEGER NOT NULL
) STRICT;
INSERT INTO learning_state (one, freshened_at) VALUES (1, 0);
