-- error
-- A waiver names a rule, a table and a row that exist.
-- Fix: correct the rule, the table or the row, or delete the waiver.
SELECT 'waivers' AS table_name, row_key, 'rule' AS column_name, 'no rule is called "' || rule || '"' AS problem
FROM waivers WHERE rule NOT IN (SELECT rule FROM rules)
UNION ALL
SELECT 'waivers', row_key, 'table', 'no table is called "' || waivers.table || '"' FROM waivers WHERE waivers.table NOT IN (SELECT table_name FROM tables)
ORDER BY row_key
