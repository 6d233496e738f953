-- Histories that are brought in from another desk. A file arrives in slices, or lies where somebody named it.
CREATE TABLE imports (
    id          INTEGER PRIMARY KEY,
    agent_id    INTEGER,
    file_name   TEXT    NOT NULL,
    byte_size   INTEGER NOT NULL,
    -- Whether ids of people in it are the shop's own.
    user_ids    INTEGER NOT NULL,
    -- 0 arriving, 1 ready, 2 running, 3 done, 4 stopped, 5 failed.
    state       INTEGER NOT NULL,
    -- Bytes of the file whose lines are in; moves in the transaction of these lines.
    read_bytes  INTEGER NOT NULL DEFAULT 0,
    -- Counts, and the first lines that were refused, as JSON.
    report      TEXT    NOT NULL DEFAULT '{}',
    created_at  INTEGER NOT NULL,
    started_at  INTEGER,
    ended_at    INTEGER
) STRICT;

CREATE TABLE import_slices (
    import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    slice     INTEGER NOT NULL,
    sha256    BLOB    NOT NULL,
    PRIMARY KEY (import_id, slice)
) STRICT, WITHOUT ROWID;

-- What was brought in, by keyed digests of the ids that the other desk gave it: people, conversations, entries. Without a row behind
-- them they were erased, and do not come again.
CREATE TABLE imported_contacts (
    digest     BLOB    PRIMARY KEY NOT NULL,
    contact_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_contacts_by_contact ON imported_contacts (contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE imported_conversations (
    digest          BLOB    PRIMARY KEY NOT NULL,
    conversation_id INTEGER REFERENCES conversations (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_conversations_by_conversation ON imported_conversations (conversation_id)
 WHERE conversation_id IS NOT NULL;

CREATE TABLE imported_entries (
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    digest          BLOB    NOT NULL,
    PRIMARY KEY (conversation_id, digest)
) STRICT, WITHOUT ROWID;
