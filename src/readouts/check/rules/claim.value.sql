-- error
-- A duration has a duration in days, hours and minutes (ISO 8601) as its value, an initiative the id of an organization, a count a number, every other kind none.
-- Fix: write PT60M (PT60M~ for about an hour, PT60M/.. for an hour or more, PT3H/PT4H for between the two), or the organization's id, or the number (8/.. for eight or more, ../7 for seven at most), or empty the cell.
SELECT 'claims' AS table_name, row_key, 'value' AS column_name,
       CASE WHEN value IS NULL THEN 'the kind is "' || kind || '", but no value is given' ELSE '"' || value || '" is no value of a claim of the kind "' || kind || '"' END AS problem
FROM claims
WHERE (kind = 'duration' AND (value IS NULL OR (value NOT LIKE 'P%' AND value NOT LIKE '../P%')))
   OR (kind = 'initiative' AND (value IS NULL OR value NOT IN (SELECT id FROM organizations)))
   OR (kind = 'count' AND (value IS NULL OR length(replace(value, '../', '') ) = 0 OR length(translate(replace(replace(value, '../', ''), '/..', ''), '0123456789', '')) > 0))
   OR (kind NOT IN ('duration', 'initiative', 'count') AND value IS NOT NULL)
ORDER BY row_key
