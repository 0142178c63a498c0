-- error
-- An office begins before it ends.
-- Fix: swap or correct start and end.
SELECT 'roles' AS table_name, row_key, 'end' AS column_name, 'the office ends before it begins on ' || start AS problem
FROM roles WHERE end_latest < start_earliest
ORDER BY row_key
