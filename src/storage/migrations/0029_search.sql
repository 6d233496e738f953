-- What search finds by. The first index holds the words of messages under their position in the log, the second those of persons,
-- tickets and canned replies under their id; both hold words alone, and taking some out needs them again. secure-delete takes them out
-- where they stand, instead of noting that they are gone.
CREATE VIRTUAL TABLE search_docs
    USING fts5(words, content = '', columnsize = 0, detail = 'none', tokenize = 'ascii');
INSERT INTO search_docs (search_docs, rank) VALUES ('secure-delete', 1);
CREATE VIRTUAL TABLE search_words
    USING fts5(words, content = '', columnsize = 0, detail = 'none', tokenize = 'ascii');
INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1);
-- What stands in the first index, word by word.
CREATE VIRTUAL TABLE search_terms USING fts5vocab('search_docs', 'row');

-- What stands in the second index.
CREATE TABLE search_nouns (
    id    INTEGER PRIMARY KEY,
    -- 1 a contact, 2 a canned reply, 3 a ticket.
    kind  INTEGER NOT NULL,
    words TEXT    NOT NULL
) STRICT;

-- How far both are.
CREATE TABLE search_state (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    -- Version of the form of words.
    format   INTEGER NOT NULL,
    -- 0 both are emptied, 1 contacts are read, 2 canned replies, 3 tickets, 9 messages.
    stage    INTEGER NOT NULL,
    -- The id up to which the stage has come.
    after_id INTEGER NOT NULL,
    -- Messages up to here are in the first index, and none above.
    position INTEGER NOT NULL
) STRICT;
INSERT INTO search_state (one, format, stage, after_id, position) VALUES (1, 0, 0, 0, 0);
