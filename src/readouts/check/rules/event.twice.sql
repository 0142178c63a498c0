-- warning
-- One contact is one row: no two events have one kind, one day and the same people, unless they are linked.
-- Fix: make one event of the two; or link them (same_as_id, part_of_id); or waive it with what tells them apart.
WITH took AS (
    SELECT event_id, string_agg(who, ' ' ORDER BY who) AS people
    FROM (SELECT DISTINCT event_id, coalesce(person_id, organization_id) AS who FROM event_participants) parts
    GROUP BY event_id
)
SELECT 'events' AS table_name, b.row_key, 'id' AS column_name,
       'the event "' || min(a.id) || '" is a ' || b.kind || ' of ' || b.date || ' with the same people' AS problem
FROM events a JOIN took first ON first.event_id = a.id
JOIN events b ON b.kind = a.kind AND b.date_earliest = a.date_earliest AND b.date_latest = a.date_latest AND a.id < b.id
JOIN took others ON others.event_id = b.id AND others.people = first.people
WHERE coalesce(a.same_as_id, a.part_of_id, '') <> b.id AND coalesce(b.same_as_id, b.part_of_id, '') <> a.id
GROUP BY b.row_key, b.kind, b.date
ORDER BY b.row_key
