-- Whether an event was brought in from elsewhere stands on its own row: a reader that begins in the middle sees it, too. Until now
-- an event of kind 27 said how many behind it were. They come first in the join, so that each looks at its own stretch of the log.
ALTER TABLE event_log ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
UPDATE event_log SET imported = 1
 WHERE log_position IN (
           SELECT e.log_position
             FROM event_log brought
            CROSS JOIN event_log e
               ON e.log_position > brought.log_position AND e.log_position <= brought.log_position + brought.amount
            WHERE brought.kind = 27
       );
