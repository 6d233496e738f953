-- Lists: what is not closed is little, and one index holds all that its views are chosen and sorted by; what is closed is much, and
-- is read by its last change. Both conditions have to stand to the letter in the queries that name them.
CREATE INDEX conversations_unclosed ON conversations (state, agent_id, waiting_since, updated_at) WHERE state <> 5;
CREATE INDEX conversations_closed ON conversations (updated_at, id) WHERE state = 5;
DROP INDEX conversations_by_state;
DROP INDEX conversations_by_wait;
