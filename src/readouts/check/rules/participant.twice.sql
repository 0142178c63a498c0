-- error
-- A body or a person takes part in an event once.
-- Fix: delete one of the two rows.
SELECT 'event_participants' AS table_name, b.row_key, 'person_id' AS column_name, 'the same participant as in ' || a.id AS problem
FROM event_participants a JOIN event_participants b
  ON a.event_id = b.event_id AND coalesce(a.organization_id, '') = coalesce(b.organization_id, '') AND coalesce(a.person_id, '') = coalesce(b.person_id, '') AND a.id < b.id
ORDER BY b.row_key
