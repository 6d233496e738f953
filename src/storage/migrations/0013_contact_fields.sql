-- What is known of a person, by field and by who says so: 1 a proof that the shop signed, 2 the team, 3 the person or the page.
CREATE TABLE contact_fields (
    contact_id INTEGER NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    field      TEXT NOT NULL CHECK (field IN ('name', 'email', 'phone')),
    source     INTEGER NOT NULL CHECK (source IN (1, 2, 3)),
    value      TEXT NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (contact_id, field, source)
) STRICT, WITHOUT ROWID;

-- Columns of contacts are what is shown: of each field the value of its lowest source, and which that is.
ALTER TABLE contacts ADD COLUMN name_source INTEGER;
ALTER TABLE contacts ADD COLUMN email_source INTEGER;
ALTER TABLE contacts ADD COLUMN phone_source INTEGER;

-- Who said what stands here is not known: it counts as said until it is proven anew. Demo data was made up with its proof.
UPDATE contacts SET name_source  = CASE WHEN seeded AND verified THEN 1 ELSE 3 END WHERE name  IS NOT NULL;
UPDATE contacts SET email_source = CASE WHEN seeded AND verified THEN 1 ELSE 3 END WHERE email IS NOT NULL;
UPDATE contacts SET phone_source = CASE WHEN seeded AND verified THEN 1 ELSE 3 END WHERE phone IS NOT NULL;
INSERT INTO contact_fields SELECT id, 'name',  name_source,  name,  last_seen_at FROM contacts WHERE name  IS NOT NULL;
INSERT INTO contact_fields SELECT id, 'email', email_source, email, last_seen_at FROM contacts WHERE email IS NOT NULL;
INSERT INTO contact_fields SELECT id, 'phone', phone_source, phone, last_seen_at FROM contacts WHERE phone IS NOT NULL;
