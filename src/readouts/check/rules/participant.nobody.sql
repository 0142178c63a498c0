-- error
-- A row of event_participants names a body or a person.
-- Fix: fill in the organization or the person, or delete the row.
SELECT 'event_participants' AS table_name, row_key, 'organization_id' AS column_name, 'neither a body nor a person is named' AS problem
FROM event_participants WHERE organization_id IS NULL AND person_id IS NULL
ORDER BY row_key
