-- error
-- A count says of what kind the contacts are, whose, with whom and in what time; no other claim says so, and nobody is counted with himself.
-- Fix: fill counted_kind, counted_person_id, counted_with_id and counted_period of a count; empty them for every other kind.
SELECT 'claims' AS table_name, row_key, 'counted_kind' AS column_name,
       CASE WHEN kind <> 'count' THEN 'the claim counts nothing, but says what is counted'
            WHEN counted_person_id = counted_with_id THEN 'both people are "' || counted_with_id || '"'
            ELSE 'the count does not say what is counted' END AS problem
FROM claims
WHERE (kind = 'count' AND (counted_kind IS NULL OR counted_person_id IS NULL OR counted_with_id IS NULL OR counted_period IS NULL OR counted_person_id = counted_with_id))
   OR (kind <> 'count' AND (counted_kind IS NOT NULL OR counted_person_id IS NOT NULL OR counted_with_id IS NOT NULL OR counted_period IS NOT NULL))
ORDER BY row_key
