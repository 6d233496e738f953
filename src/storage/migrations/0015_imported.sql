-- Whether an event was brought in from elsewhere stands on its own row: a reader that begins in the middle sees it, too. Until now
-- an event of kind 27 said how many behind it were.
ALTER TABLE event_log ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
UPDATE event_log SET imported = 1
  FROM (SELECT log_position AS first, amount FROM event_log WHERE kind = 27) AS brought
 WHERE log_position > brought.first AND log_position <= brought.first + brought.amount;
