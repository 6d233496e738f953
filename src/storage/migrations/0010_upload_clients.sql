-- Where an upload comes from, as a keyed digest: what an address has announced and not finished is bounded, and nobody can
-- read the address from it.
ALTER TABLE uploads ADD COLUMN client BLOB;
CREATE INDEX uploads_by_client ON uploads (client) WHERE file_id IS NULL;
