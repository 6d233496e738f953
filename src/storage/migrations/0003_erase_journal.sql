-- Who was erased and when, without a word about the person, so that a restored backup forgets them again.
CREATE TABLE erase_journal (
    contact_id INTEGER PRIMARY KEY,
    erased_at  INTEGER NOT NULL
) STRICT;

-- Visitors who never wrote are forgotten after a while; those who did stay out of this index's way by a look-up.
CREATE INDEX visitors_by_last_seen ON visitors (last_seen_at) WHERE verified = 0;
