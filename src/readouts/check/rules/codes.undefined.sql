-- error
-- Every value that a schema allows is defined in the table codes.
-- Fix: add the code with its label and definition, or write the lists into the schemas again (readouts lists).
SELECT DISTINCT 'codes' AS table_name, fields.list || '/' || fields.code AS row_key, 'code' AS column_name,
       'the schema of ' || fields.table_name || ' allows "' || fields.code || '" in ' || fields.column_name || ', but the list "' || fields.list || '" does not define it' AS problem
FROM fields LEFT JOIN codes ON codes.list = fields.list AND codes.code = fields.code
WHERE codes.code IS NULL
ORDER BY row_key, problem
