-- Until when a conversation is put off stands in its event, in milliseconds since 1970; until now it was words beside it.
UPDATE event_log
   SET subject_id = COALESCE((SELECT CAST(round(unixepoch(json_extract(d.detail, '$.until'), 'subsec') * 1000) AS INTEGER)
                                FROM entry_details d
                               WHERE d.log_position = event_log.log_position), 0)
 WHERE kind = 7 AND amount = 4;
-- What a customer waited when a conversation was closed, for whoever undoes that.
ALTER TABLE conversations ADD COLUMN waited_since INTEGER;
