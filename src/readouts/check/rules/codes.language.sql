-- error
-- Only a side has a language of its own.
-- Fix: empty the cell.
SELECT 'codes' AS table_name, row_key, 'language' AS column_name, 'only a side has a language' AS problem
FROM codes WHERE codes.list <> 'side' AND codes.language IS NOT NULL
ORDER BY row_key
