-- How far each reader of the log has come that keeps something of its own; written in the transaction of its work. A position
-- counts in its epoch only.
CREATE TABLE followers (
    name      TEXT    NOT NULL PRIMARY KEY,
    log_epoch TEXT    NOT NULL,
    position  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
