-- error
-- A correction is of a row that is there, or that redirects tell of.
-- Fix: correct the table or the id; if the row was renamed, add it to redirects.
SELECT 'corrections' AS table_name, c.row_key, 'row_id' AS column_name,
       'the table "' || c.table || '" has no row "' || c.row_id || '", and no redirect tells where it went' AS problem
FROM corrections c
WHERE NOT EXISTS (SELECT 1 FROM row_keys k WHERE k.table_name = c.table AND k.row_key = c.row_id)
  AND NOT EXISTS (SELECT 1 FROM redirects r WHERE r.table = c.table AND r.old_id = c.row_id)
ORDER BY c.row_key
