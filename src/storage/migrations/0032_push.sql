-- Browsers of agents that take notices while no page of theirs is in sight. The address is a secret: whoever knows it may ring. One
-- that belongs to a sign-in goes with it.
CREATE TABLE push_subscriptions (
    id         INTEGER PRIMARY KEY,
    agent_id   INTEGER NOT NULL REFERENCES agents (id) ON DELETE CASCADE,
    session_id INTEGER REFERENCES agent_sessions (id) ON DELETE CASCADE,
    endpoint   TEXT    NOT NULL UNIQUE,
    p256dh     BLOB    NOT NULL,
    auth       BLOB    NOT NULL,
    device     TEXT    NOT NULL,
    time_zone  TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    -- When a notice last went out, and the status with which the service last refused one for good.
    sent_at    INTEGER,
    refused    INTEGER
) STRICT;
CREATE INDEX push_subscriptions_by_agent ON push_subscriptions (agent_id);
CREATE INDEX push_subscriptions_by_session ON push_subscriptions (session_id) WHERE session_id IS NOT NULL;

-- Notices that are to go out: of each conversation the newest. Ids and numbers, never words.
CREATE TABLE push_notices (
    id              INTEGER PRIMARY KEY,
    subscription_id INTEGER NOT NULL REFERENCES push_subscriptions (id) ON DELETE CASCADE,
    conversation_id INTEGER NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    kind            INTEGER NOT NULL,
    sequence        INTEGER NOT NULL,
    actor_id        INTEGER,
    at              INTEGER NOT NULL,
    due_at          INTEGER NOT NULL,
    tries           INTEGER NOT NULL DEFAULT 0,
    UNIQUE (subscription_id, conversation_id)
) STRICT;
CREATE INDEX push_notices_by_due ON push_notices (due_at, id);
CREATE INDEX push_notices_by_conversation ON push_notices (conversation_id);
