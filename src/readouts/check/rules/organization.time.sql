-- error
-- Nobody speaks, takes part or holds an office for a body on a day on which it was not there.
-- Fix: name the body of that day, or correct its start or end; a body that outlives an administration is two.
WITH acts AS (
    SELECT 'statements' AS table_name, row_key, organization_id, date_earliest, date_latest FROM statements
    UNION ALL
    SELECT 'event_participants', p.row_key, p.organization_id, e.date_earliest, e.date_latest
    FROM event_participants p JOIN events e ON e.id = p.event_id
    UNION ALL
    SELECT 'roles', row_key, organization_id, start_earliest, end_latest FROM roles
)
SELECT acts.table_name, acts.row_key, 'organization_id' AS column_name,
       '"' || o.id || '" was there ' || CASE WHEN o.end_latest < acts.date_earliest THEN 'to ' || o.end ELSE 'from ' || o.start || ' on' END AS problem
FROM acts JOIN organizations o ON o.id = acts.organization_id
WHERE o.end_latest < acts.date_earliest OR acts.date_latest < o.start_earliest
ORDER BY acts.table_name, acts.row_key
