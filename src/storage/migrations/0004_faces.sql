-- Looks, words and forms of a widget, as one checked JSON document; what is left out has its default.
ALTER TABLE widgets ADD COLUMN settings TEXT NOT NULL DEFAULT '{}';

-- Small pictures that everybody may see: logos, header pictures, faces of agents. Named after the digest of their bytes.
CREATE TABLE pictures (
    id         INTEGER PRIMARY KEY,
    digest     TEXT NOT NULL UNIQUE,
    media_type TEXT NOT NULL,
    bytes      BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- An agent's own settings (notifications, keys, quiet hours) as JSON, and their picture.
ALTER TABLE agents ADD COLUMN preferences TEXT NOT NULL DEFAULT '{}';
ALTER TABLE agents ADD COLUMN picture TEXT;

-- Which browser it is, so that people can tell their own from a stranger's.
ALTER TABLE agent_sessions ADD COLUMN user_agent TEXT;
ALTER TABLE agent_sessions ADD COLUMN address TEXT;
ALTER TABLE api_tokens ADD COLUMN last_used_at INTEGER;

-- Colleagues who were asked to join; only the digest of the link's token is kept.
CREATE TABLE invitations (
    id           INTEGER PRIMARY KEY,
    email        TEXT NOT NULL,
    email_key    TEXT NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    role         TEXT NOT NULL CHECK (role IN ('admin', 'agent')),
    token_digest BLOB NOT NULL UNIQUE,
    invited_by   INTEGER NOT NULL REFERENCES agents (id),
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL
) STRICT;

-- Answers kept for the next time; agent_id is empty where the whole team has them.
CREATE TABLE canned_replies (
    id         INTEGER PRIMARY KEY,
    agent_id   INTEGER REFERENCES agents (id),
    shortcut   TEXT NOT NULL,
    title      TEXT NOT NULL,
    text       TEXT NOT NULL,
    used       INTEGER NOT NULL DEFAULT 0,
    updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX canned_replies_by_shortcut ON canned_replies (COALESCE(agent_id, 0), shortcut);

-- Labels that the team chose, with their colour (1 to 6, never 5). Conversations hold names; a name need not stand here.
CREATE TABLE labels (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    colour     INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX conversation_labels_by_label ON conversation_labels (label);

-- What an agent has begun to write, per conversation and kind.
CREATE TABLE drafts (
    agent_id        INTEGER NOT NULL REFERENCES agents (id),
    conversation_id INTEGER NOT NULL REFERENCES conversations (id),
    note            INTEGER NOT NULL,
    text            TEXT NOT NULL,
    updated_at      INTEGER NOT NULL,
    PRIMARY KEY (agent_id, conversation_id, note)
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_by_conversation ON drafts (conversation_id);

-- What the team knows of a person beyond the profile, and what the shop's page or a form said (a flat JSON object).
ALTER TABLE contacts ADD COLUMN city TEXT;
ALTER TABLE contacts ADD COLUMN note TEXT;
ALTER TABLE contacts ADD COLUMN attributes TEXT NOT NULL DEFAULT '{}';
-- 1 marks demo data, which goes again without a trace.
ALTER TABLE contacts ADD COLUMN seeded INTEGER NOT NULL DEFAULT 0;
CREATE INDEX contacts_seeded ON contacts (id) WHERE seeded = 1;

-- What the browser said of itself.
ALTER TABLE visitors ADD COLUMN time_zone TEXT;
ALTER TABLE visitors ADD COLUMN user_agent TEXT;

-- What the shop's page said of the conversation, and when the customer was first answered by a person.
ALTER TABLE conversations ADD COLUMN attributes TEXT NOT NULL DEFAULT '{}';
ALTER TABLE conversations ADD COLUMN first_answered_at INTEGER;
CREATE INDEX conversations_by_first_answer ON conversations (first_answered_at) WHERE first_answered_at IS NOT NULL;

-- What visitors did on the shop's pages, as its scripts told; the newest of each are kept, and go with the visitor.
CREATE TABLE visitor_events (
    id         INTEGER PRIMARY KEY,
    visitor_id INTEGER NOT NULL REFERENCES visitors (id) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    properties TEXT NOT NULL,
    at         INTEGER NOT NULL
) STRICT;
CREATE INDEX visitor_events_by_visitor ON visitor_events (visitor_id, id);
