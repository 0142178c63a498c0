-- error
-- A contact has at least two participants, hosts or guests.
-- Fix: add who took part, or is said to have, to event_participants.
SELECT 'events' AS table_name, row_key, 'id' AS column_name, 'the ' || kind || ' has fewer than two participants' AS problem
FROM events
WHERE kind IN (SELECT code FROM codes WHERE list = 'event-kind' AND nature = 'contact')
  AND (SELECT count(*) FROM event_participants p WHERE p.event_id = events.id AND p.part <> 'subject') < 2
ORDER BY row_key
