-- Whom notes name: the note's sequence, and the sequence of the entry that named them, which an edit may have been.
CREATE TABLE mentions (
    agent_id        INTEGER NOT NULL REFERENCES agents (id),
    conversation_id INTEGER NOT NULL REFERENCES conversations (id),
    message         INTEGER NOT NULL,
    sequence        INTEGER NOT NULL,
    PRIMARY KEY (agent_id, conversation_id, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_conversation ON mentions (conversation_id, message);

-- Those that stand above what the agent has read.
CREATE VIEW unread_mentions AS
SELECT m.agent_id, m.conversation_id, m.message, m.sequence
  FROM mentions m LEFT JOIN progress p ON p.conversation_id = m.conversation_id AND p.member_id = m.agent_id
 WHERE m.sequence > COALESCE(p.read, 0);

-- Notes from before: their JSON names agents by public id, "a_" and thirteen characters of Crockford's base 32.
INSERT OR IGNORE INTO mentions (agent_id, conversation_id, message, sequence)
WITH RECURSIVE
    named (conversation_id, message, sender_id, id) AS (
        SELECT m.conversation_id, m.sequence, m.sender_id, SUBSTR(one.value, 3)
          FROM messages m, json_each(m.content, '$.mentions') one
         WHERE m.note = 1 AND m.content LIKE '%"mentions"%'
    ),
    read (conversation_id, message, sender_id, id, place, number) AS (
        SELECT conversation_id, message, sender_id, id, 0, 0 FROM named
        UNION ALL
        SELECT conversation_id, message, sender_id, id, place + 1,
               number * 32 + INSTR('0123456789abcdefghjkmnpqrstvwxyz', SUBSTR(id, place + 1, 1)) - 1
          FROM read
         WHERE place < 13
    )
SELECT a.id, r.conversation_id, r.message, r.message
  FROM read r JOIN agents a ON a.id = r.number JOIN conversations c ON c.id = r.conversation_id
 WHERE r.place = 13 AND r.sender_id <> a.id;
