-- Of events that follow from another one, the position of that one; null is somebody's own act. What an entry implies (a reply
-- opens and takes a conversation) is an event without a sequence, found by its conversation when that is erased.
ALTER TABLE event_log ADD COLUMN cause INTEGER;
CREATE INDEX event_log_by_implied ON event_log (conversation_id) WHERE sequence IS NULL AND conversation_id IS NOT NULL;
