-- What the bot is asked. `asked_since` and `handed_over_at` follow from the log. `bot_from` is the sequence of the first word that is
-- not dealt with, `bot_due_at` when it shall be, `bot_tries` how often that was tried: the queue of the bot.
ALTER TABLE conversations ADD COLUMN asked_since INTEGER;
ALTER TABLE conversations ADD COLUMN handed_over_at INTEGER;
ALTER TABLE conversations ADD COLUMN bot_from INTEGER;
ALTER TABLE conversations ADD COLUMN bot_due_at INTEGER;
ALTER TABLE conversations ADD COLUMN bot_tries INTEGER NOT NULL DEFAULT 0;
CREATE INDEX conversations_by_bot_due ON conversations (bot_due_at) WHERE bot_due_at IS NOT NULL;
CREATE INDEX conversations_with_bot ON conversations (updated_at) WHERE state = 1;

-- From when the first answer of a person was waited for: the opening, or where the bot answered first the hand-over.
ALTER TABLE conversations ADD COLUMN first_asked_at INTEGER;

-- Where the bot takes what begins; kept by a worker, read in the unit that opens. A channel without a row has no bot.
CREATE TABLE bot_duty (
    channel TEXT    PRIMARY KEY NOT NULL,
    on_duty INTEGER NOT NULL,
    mode    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

-- What the shop says of its bot: one document.
CREATE TABLE bot_settings (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    document TEXT    NOT NULL,
    version  INTEGER NOT NULL
) STRICT;

-- What the bot did with which words. `p` in thousandths; `others` a list of pairs of an entry and its p; `fields` what a task has
-- been told so far.
CREATE TABLE bot_turns (
    id               INTEGER PRIMARY KEY,
    conversation_id  INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    from_sequence    INTEGER NOT NULL,
    through_sequence INTEGER NOT NULL,
    -- The first message or entry that came of it; NULL where none did.
    sequence         INTEGER,
    at               INTEGER NOT NULL,
    outcome          INTEGER NOT NULL,
    reason           INTEGER,
    entry_id         INTEGER,
    p                INTEGER,
    others           TEXT    NOT NULL DEFAULT '[]',
    language         TEXT    NOT NULL,
    known            INTEGER,
    fields           TEXT
) STRICT;
CREATE INDEX bot_turns_by_conversation ON bot_turns (conversation_id, through_sequence);
CREATE INDEX bot_turns_by_entry ON bot_turns (entry_id, at) WHERE entry_id IS NOT NULL;

-- What was handed over and waits for somebody, until somebody answers.
CREATE TABLE bot_hand_overs (
    conversation_id INTEGER PRIMARY KEY REFERENCES conversations (id) ON DELETE CASCADE,
    at              INTEGER NOT NULL,
    reason          INTEGER NOT NULL,
    notices         INTEGER NOT NULL DEFAULT 0,
    -- When to look again whether somebody came; NULL once everything was said.
    due_at          INTEGER,
    -- The form that asks how to reach the customer, and whether it was answered.
    form            INTEGER,
    answered        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX bot_hand_overs_by_due ON bot_hand_overs (due_at) WHERE due_at IS NOT NULL;
