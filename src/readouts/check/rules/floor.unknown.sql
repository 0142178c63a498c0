-- error
-- What a floor counts is a table of the record, a column of it, and values that the column can have.
-- Fix: correct table, column or value; a floor on what is gone would hold nothing.
SELECT 'floors' AS table_name, floors.row_key, floor_counts.wrong_column AS column_name, floor_counts.wrong AS problem
FROM floors JOIN floor_counts ON floor_counts.floor_id = floors.id
WHERE floor_counts.wrong <> ''
ORDER BY floors.row_key
