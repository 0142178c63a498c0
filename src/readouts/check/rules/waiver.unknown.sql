-- error
-- A waiver names a rule, a table and a row that exist.
-- Fix: correct the rule, the table or the row, or delete the waiver.
SELECT 'waivers' AS table_name, row_key, 'rule' AS column_name, 'no rule is called "' || rule || '"' AS problem
FROM waivers WHERE rule NOT IN (SELECT rule FROM rules)
UNION ALL
SELECT 'waivers', row_key, 'row_id', 'the table "' || waivers.table || '" has no row "' || row_id || '"'
FROM waivers WHERE NOT EXISTS (SELECT 1 FROM row_keys WHERE row_keys.table_name = waivers.table AND row_keys.row_key = waivers.row_id)
ORDER BY row_key
