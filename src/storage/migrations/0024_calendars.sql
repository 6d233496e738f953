-- Calendars: when somebody answers. What one says is a document per version, since an edit does not change what was open before it.
-- `version` grows with each change, so that two editors notice one another; `set_at` is when somebody first said its hours.
CREATE TABLE calendars (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    set_at INTEGER
) STRICT;

CREATE TABLE calendar_versions (
    calendar_id INTEGER NOT NULL REFERENCES calendars (id) ON DELETE CASCADE,
    valid_from INTEGER NOT NULL,
    plan TEXT NOT NULL,
    PRIMARY KEY (calendar_id, valid_from)
) STRICT, WITHOUT ROWID;

-- The hours set before are calendar 1, the shop's own. Hours that cannot be read counted as open always, and still do.
INSERT INTO calendars (id, name, version, set_at)
VALUES (1, '', 1, (SELECT 0 FROM settings WHERE name = 'hours'));

WITH hours (json) AS (
    SELECT coalesce((SELECT value FROM settings WHERE name = 'hours' AND json_valid(value)), '{}')
)
INSERT INTO calendar_versions (calendar_id, valid_from, plan)
SELECT 1, 0, json_object(
    'time_zone', coalesce((SELECT value FROM settings WHERE name = 'time_zone'), 'Asia/Shanghai'),
    'always', json(CASE coalesce(json_extract(hours.json, '$.always'), 1) WHEN 0 THEN 'false' ELSE 'true' END),
    'week', json(coalesce(json_extract(hours.json, '$.week'), '[]')),
    'special_days', (
        SELECT json_group_array(json_object(
            'date', json_extract(day.value, '$.date'),
            'name', coalesce(json_extract(day.value, '$.name'), ''),
            'ranges', CASE
                WHEN json_extract(day.value, '$.opens') IS NULL THEN json('[]')
                ELSE json_array(json_object(
                    'opens', json_extract(day.value, '$.opens'), 'closes', json_extract(day.value, '$.closes')
                ))
            END,
            'like', NULL
        ))
        FROM json_each(hours.json, '$.holidays') AS day
    )
)
FROM hours;

DELETE FROM settings WHERE name = 'hours';
