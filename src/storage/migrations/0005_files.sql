-- Files while they arrive, in slices of one size. What has arrived is on disk before its row is here.
CREATE TABLE uploads (
    id           INTEGER PRIMARY KEY,
    owner_kind   INTEGER NOT NULL,
    owner_id     INTEGER NOT NULL,
    file_name    TEXT NOT NULL,
    byte_size    INTEGER NOT NULL,
    content_type TEXT NOT NULL,
    sha256       BLOB,
    file_id      INTEGER,
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX uploads_by_owner ON uploads (owner_id);
CREATE INDEX uploads_by_expiry ON uploads (expires_at);

CREATE TABLE upload_slices (
    upload_id INTEGER NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
    slice     INTEGER NOT NULL,
    sha256    BLOB NOT NULL,
    PRIMARY KEY (upload_id, slice)
) STRICT, WITHOUT ROWID;

-- Files that are whole. Their bytes, and those of their thumbnails, lie in the data folder under their digest.
CREATE TABLE files (
    id         INTEGER PRIMARY KEY,
    owner_kind INTEGER NOT NULL,
    owner_id   INTEGER NOT NULL,
    sha256     BLOB NOT NULL,
    thumbnail  BLOB,
    file_name  TEXT NOT NULL,
    media_type TEXT NOT NULL,
    byte_size  INTEGER NOT NULL,
    width      INTEGER,
    height     INTEGER,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX files_by_owner ON files (owner_id, byte_size);
CREATE INDEX files_by_sha256 ON files (sha256);
CREATE INDEX files_by_thumbnail ON files (thumbnail) WHERE thumbnail IS NOT NULL;
CREATE INDEX files_by_time ON files (created_at);

-- Which messages show a file: whoever may read one of them may read the file.
CREATE TABLE message_files (
    file_id         INTEGER NOT NULL REFERENCES files (id),
    conversation_id INTEGER NOT NULL,
    sequence        INTEGER NOT NULL,
    note            INTEGER NOT NULL,
    PRIMARY KEY (file_id, conversation_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_files_by_place ON message_files (conversation_id, sequence);

-- Digests of bytes that may lie in the data folder for nothing: looked at, and removed from the disk, after the commit.
CREATE TABLE blob_removals (
    sha256 BLOB PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
