-- error
-- A contact has a level, the rank of the lower of the two heads; a leak and a decision have none.
-- Fix: give the level of the contact, or empty the cell.
SELECT 'events' AS table_name, row_key, 'level' AS column_name,
       'the ' || kind || CASE WHEN "level" IS NULL THEN ' has no level' ELSE ' has a level' END AS problem
FROM events WHERE (kind IN ('call', 'meeting', 'visit', 'contact')) <> ("level" IS NOT NULL)
ORDER BY row_key
