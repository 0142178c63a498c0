-- error
-- A redirect leads from an id that is gone to a row that is there, in a table of the package.
-- Fix: correct the table or the ids; a row that is there needs no redirect.
SELECT 'redirects' AS table_name, r.row_key, 'table' AS column_name, 'no table is called "' || r.table || '"' AS problem
FROM redirects r WHERE r.table NOT IN (SELECT table_name FROM tables)
UNION ALL
SELECT 'redirects', r.row_key, 'old_id', '"' || r.old_id || '" is still a row of ' || r.table
FROM redirects r JOIN row_keys k ON k.table_name = r.table AND k.row_key = r.old_id
UNION ALL
SELECT 'redirects', r.row_key, 'new_id', '"' || r.new_id || '" is no row of ' || r.table
FROM redirects r LEFT JOIN row_keys k ON k.table_name = r.table AND k.row_key = r.new_id
WHERE k.row_key IS NULL AND r.table IN (SELECT table_name FROM tables)
ORDER BY row_key, column_name
