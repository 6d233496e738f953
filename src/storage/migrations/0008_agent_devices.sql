-- Browsers in which an agent signed in before. A token proves that and nothing else; only its digest is kept.
CREATE TABLE agent_devices (
    id           INTEGER PRIMARY KEY,
    agent_id     INTEGER NOT NULL REFERENCES agents (id),
    token_digest BLOB NOT NULL,
    last_used_at INTEGER NOT NULL,
    UNIQUE (agent_id, token_digest)
) STRICT;
CREATE INDEX agent_devices_by_digest ON agent_devices (token_digest);
