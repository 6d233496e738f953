-- Whom a contact was joined into when a visitor proved who they are: the way back to every id a person ever had. Ids only.
CREATE TABLE contact_lineage (
    became     INTEGER NOT NULL,
    contact_id INTEGER NOT NULL,
    PRIMARY KEY (became, contact_id)
) STRICT, WITHOUT ROWID;

-- Browsers and apps of people who were erased: a copy from before they were known has them under another contact.
CREATE TABLE erased_visitors (
    visitor_id INTEGER PRIMARY KEY,
    erased_at  INTEGER NOT NULL
) STRICT;

-- The log remembers those who were erased before this table was there (kind 25: a visitor ended, amount 2: by erasing).
INSERT OR IGNORE INTO erased_visitors (visitor_id, erased_at)
    SELECT subject_id, at FROM event_log WHERE kind = 25 AND amount = 2;
