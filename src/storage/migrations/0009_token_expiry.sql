-- API tokens end. Those that were made without an end hold for a year from when they were made.
ALTER TABLE api_tokens ADD COLUMN expires_at INTEGER NOT NULL DEFAULT 0;
UPDATE api_tokens SET expires_at = created_at + 365 * 86400000;
