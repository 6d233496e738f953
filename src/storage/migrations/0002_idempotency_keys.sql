-- First answers to writes that carried an Idempotency-Key, kept for a day and committed with the write itself.
CREATE TABLE idempotency_keys (
    principal TEXT NOT NULL,
    route     TEXT NOT NULL,
    key       TEXT NOT NULL,
    digest    BLOB NOT NULL,
    status    INTEGER NOT NULL,
    body      TEXT NOT NULL,
    kept_at   INTEGER NOT NULL,
    PRIMARY KEY (principal, route, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_by_age ON idempotency_keys (kept_at);
