-- Who may not write to the shop: a visitor, a person with all their visitors, or a range of addresses.
CREATE TABLE blocks (
    id         INTEGER PRIMARY KEY,
    visitor_id INTEGER UNIQUE REFERENCES visitors (id) ON DELETE CASCADE,
    contact_id INTEGER UNIQUE REFERENCES contacts (id) ON DELETE CASCADE,
    network    TEXT UNIQUE,
    reason     TEXT,
    blocked_by INTEGER REFERENCES agents (id),
    blocked_at INTEGER NOT NULL,
    until      INTEGER,
    CHECK ((visitor_id IS NOT NULL) + (contact_id IS NOT NULL) + (network IS NOT NULL) = 1)
) STRICT;

-- Where a visitor's browser came from last, so that the team can block the address too.
ALTER TABLE visitors ADD COLUMN last_address TEXT;
