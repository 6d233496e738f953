-- Who was erased and when, without a word about the person, so that a restored backup forgets them again.
CREATE TABLE erase_journal (
    contact_id INTEGER PRIMARY KEY,
    erased_at  INTEGER NOT NULL
) STRICT;
