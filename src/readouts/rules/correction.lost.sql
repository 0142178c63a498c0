-- error
-- A correction is of a row that is there, or that redirects tell of, in a table of the package.
-- Fix: correct the table or the id; if the row was renamed, add it to redirects.
SELECT 'corrections' AS table_name, c.row_key, 'table' AS column_name, 'no table is called "' || c.table || '"' AS problem
FROM corrections c WHERE c.table NOT IN (SELECT table_name FROM tables)
UNION ALL
SELECT 'corrections', c.row_key, 'row_id', '"' || c.row_id || '" is no row of ' || c.table || ', and no redirect tells where it went'
FROM corrections c
LEFT JOIN row_keys k ON k.table_name = c.table AND k.row_key = c.row_id
LEFT JOIN redirects r ON r.table = c.table AND r.old_id = c.row_id
WHERE k.row_key IS NULL AND r.old_id IS NULL AND c.table IN (SELECT table_name FROM tables)
ORDER BY row_key, column_name
