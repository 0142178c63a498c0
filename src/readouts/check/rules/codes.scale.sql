-- error
-- Every stance has a scale, and no other code has one.
-- Fix: give the scale from -2 to 2, or empty the cell.
SELECT 'codes' AS table_name, row_key, 'scale' AS column_name, CASE WHEN scale IS NULL THEN 'the stance has no scale' ELSE 'only stances have a scale' END AS problem
FROM codes WHERE (codes.list = 'stance') <> (scale IS NOT NULL)
ORDER BY row_key
