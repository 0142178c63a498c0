-- error
-- A waiver switches off a finding that is there.
-- Fix: delete the waiver.
SELECT 'waivers' AS table_name, waivers.row_key, 'row_id' AS column_name, 'the rule finds nothing to waive on this row' AS problem
FROM waivers LEFT JOIN found ON found.rule = waivers.rule AND found.table_name = waivers.table AND found.row_id = waivers.row_id
WHERE found.rule IS NULL AND waivers.rule IN (SELECT rule FROM rules)
ORDER BY waivers.row_key
