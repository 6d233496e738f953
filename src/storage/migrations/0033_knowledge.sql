-- The FAQ. An entry has versions: what it says stands in rows that hold from one version to before another, and what it is (state,
-- category, where and when it holds) stands in the row itself and, of every version, in faq_versions as JSON.
CREATE TABLE faq_entries (
    id          INTEGER PRIMARY KEY,
    -- Its id in the file that it came from; its own where somebody wrote it here.
    key         TEXT    NOT NULL UNIQUE,
    -- 1 answer, 2 task.
    kind        INTEGER NOT NULL,
    -- 1 draft, 2 published, 3 gone.
    state       INTEGER NOT NULL,
    category    TEXT    NOT NULL DEFAULT '',
    -- Names as JSON; null for every channel.
    channels    TEXT,
    valid_from  INTEGER,
    valid_until INTEGER,
    -- Whether visitors find it by themselves, and whether the bot answers with it.
    public      INTEGER NOT NULL,
    bot         INTEGER NOT NULL,
    -- Fields that are asked for, as JSON.
    task        TEXT,
    version     INTEGER NOT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    -- Who changed it last; null for the desk.
    agent_id    INTEGER
) STRICT;
CREATE INDEX faq_entries_by_state ON faq_entries (state, updated_at, id);

-- Question and answer in a language; with a channel, its own answer there. The newest row has no removed.
CREATE TABLE faq_texts (
    id       INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES faq_entries (id) ON DELETE CASCADE,
    locale   TEXT    NOT NULL,
    channel  TEXT,
    question TEXT    NOT NULL,
    -- The question as it is compared; empty with a channel.
    norm     TEXT    NOT NULL,
    answer   TEXT    NOT NULL,
    buttons  TEXT    NOT NULL DEFAULT '[]',
    picture  TEXT,
    added    INTEGER NOT NULL,
    removed  INTEGER
) STRICT;
CREATE INDEX faq_texts_by_entry ON faq_texts (entry_id, added);
CREATE INDEX faq_texts_by_norm ON faq_texts (norm) WHERE removed IS NULL;
CREATE INDEX faq_texts_by_picture ON faq_texts (picture) WHERE picture IS NOT NULL;

-- Other words for the question. One that a customer said names where; it goes with them.
CREATE TABLE faq_phrasings (
    id              INTEGER PRIMARY KEY,
    entry_id        INTEGER NOT NULL REFERENCES faq_entries (id) ON DELETE CASCADE,
    locale          TEXT    NOT NULL,
    text            TEXT    NOT NULL,
    norm            TEXT    NOT NULL,
    added           INTEGER NOT NULL,
    removed         INTEGER,
    conversation_id INTEGER,
    sequence        INTEGER
) STRICT;
CREATE INDEX faq_phrasings_by_entry ON faq_phrasings (entry_id, added);
CREATE INDEX faq_phrasings_by_norm ON faq_phrasings (norm) WHERE removed IS NULL;
CREATE INDEX faq_phrasings_by_conversation ON faq_phrasings (conversation_id) WHERE conversation_id IS NOT NULL;

-- Changes that were made together, and are undone together: an import.
CREATE TABLE faq_sets (
    id         INTEGER PRIMARY KEY,
    -- 1 import.
    kind       INTEGER NOT NULL,
    -- 1 running, 2 done, 3 stopped, 4 being undone, 5 undone.
    state      INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    agent_id   INTEGER,
    -- Counts, and what was refused, as JSON.
    report     TEXT    NOT NULL,
    undone_at  INTEGER
) STRICT;

CREATE TABLE faq_versions (
    entry_id INTEGER NOT NULL REFERENCES faq_entries (id) ON DELETE CASCADE,
    version  INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    agent_id INTEGER,
    -- The set it belongs to, and whether it takes one back.
    set_id   INTEGER REFERENCES faq_sets (id) ON DELETE SET NULL,
    undoes   INTEGER NOT NULL DEFAULT 0,
    -- State, category and so on, as JSON.
    fields   TEXT    NOT NULL,
    PRIMARY KEY (entry_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX faq_versions_by_set ON faq_versions (set_id, undoes, entry_id) WHERE set_id IS NOT NULL;

-- Entries that are offered after another one.
CREATE TABLE faq_links (
    entry_id INTEGER NOT NULL REFERENCES faq_entries (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    PRIMARY KEY (entry_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX faq_links_by_other ON faq_links (other_id);

-- Words that mean the same to this shop.
CREATE TABLE faq_synonyms (
    id    INTEGER PRIMARY KEY,
    words TEXT    NOT NULL
) STRICT;

-- What became of questions, counted. Entry 0 for those that none answered.
CREATE TABLE faq_daily (
    -- Days since 1970, in the shop's time zone.
    day       INTEGER NOT NULL,
    entry_id  INTEGER NOT NULL,
    channel   TEXT    NOT NULL,
    locale    TEXT    NOT NULL,
    answered  INTEGER NOT NULL DEFAULT 0,
    suggested INTEGER NOT NULL DEFAULT 0,
    helpful   INTEGER NOT NULL DEFAULT 0,
    unhelpful INTEGER NOT NULL DEFAULT 0,
    handed    INTEGER NOT NULL DEFAULT 0,
    asked     INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (day, entry_id, channel, locale)
) STRICT, WITHOUT ROWID;
CREATE INDEX faq_daily_by_entry ON faq_daily (entry_id, day);

-- Settings of the help pages, as JSON.
CREATE TABLE faq_settings (
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
