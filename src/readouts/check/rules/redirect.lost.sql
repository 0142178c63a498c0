-- error
-- A redirect leads from an id that is gone to a row that is there.
-- Fix: correct the table or the ids; a row that is there needs no redirect.
SELECT 'redirects' AS table_name, r.row_key, 'old_id' AS column_name, 'the table "' || r.table || '" still has the row "' || r.old_id || '"' AS problem
FROM redirects r WHERE EXISTS (SELECT 1 FROM row_keys k WHERE k.table_name = r.table AND k.row_key = r.old_id)
UNION ALL
SELECT 'redirects', r.row_key, 'new_id', 'the table "' || r.table || '" has no row "' || r.new_id || '"'
FROM redirects r WHERE NOT EXISTS (SELECT 1 FROM row_keys k WHERE k.table_name = r.table AND k.row_key = r.new_id)
ORDER BY row_key, column_name
