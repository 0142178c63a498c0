-- error
-- Every code is a value that a schema allows; the list standing is of a derived table.
-- Fix: write the lists into the schemas (readouts lists), or delete the code.
SELECT 'codes' AS table_name, row_key, 'code' AS column_name, 'no schema allows "' || code || '" in a column with the list "' || list || '"' AS problem
FROM codes WHERE list <> 'standing' AND NOT EXISTS (SELECT 1 FROM fields WHERE fields.list = codes.list AND fields.code = codes.code)
ORDER BY row_key
