-- Roles that the desk made itself, as rights by name; the built-in ones are in the code. An agent without one has that of `role`.
CREATE TABLE roles (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    rights     TEXT NOT NULL,
    reading    INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
ALTER TABLE agents ADD COLUMN role_id INTEGER;
CREATE INDEX agents_by_role ON agents (role_id) WHERE role_id IS NOT NULL;

-- What agents speak and know.
ALTER TABLE agents ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
CREATE TABLE agent_skills (
    agent_id INTEGER NOT NULL REFERENCES agents (id),
    skill    TEXT NOT NULL,
    PRIMARY KEY (agent_id, skill)
) STRICT, WITHOUT ROWID;

