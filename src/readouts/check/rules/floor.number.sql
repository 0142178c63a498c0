-- error
-- A floor is a number of rows or a number of a hundred, and not both.
-- Fix: fill least_rows or least_percent, and empty the other; two floors are two rows.
SELECT 'floors' AS table_name, row_key, 'least_rows' AS column_name,
       CASE WHEN least_rows IS NULL THEN 'the floor has no number' ELSE 'the floor has two numbers' END AS problem
FROM floors
WHERE (least_rows IS NULL) = (least_percent IS NULL)
ORDER BY row_key
