-- error
-- A claim of occurrence, plan, content, duration or initiative names its event.
-- Fix: name the event, or correct the kind.
SELECT 'claims' AS table_name, row_key, 'event_id' AS column_name, 'the kind is "' || kind || '", but no event is named' AS problem
FROM claims WHERE event_id IS NULL AND kind IN ('occurrence', 'plan', 'content', 'duration', 'initiative')
ORDER BY row_key
