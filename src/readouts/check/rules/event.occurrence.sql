-- error
-- An event has at most one claim that it took place.
-- Fix: merge the claims, or make two events.
SELECT 'claims' AS table_name, b.row_key, 'event_id' AS column_name, a.id || ' claims the occurrence of ' || b.event_id || ' too' AS problem
FROM claims a JOIN claims b ON a.event_id = b.event_id AND a.kind = 'occurrence' AND b.kind = 'occurrence' AND a.id < b.id
ORDER BY b.row_key
