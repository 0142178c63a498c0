-- error
-- A body begins before it ends.
-- Fix: swap or correct start and end.
SELECT 'organizations' AS table_name, row_key, 'end' AS column_name, 'the body ends before it begins on ' || start AS problem
FROM organizations WHERE end_latest < start_earliest
ORDER BY row_key
