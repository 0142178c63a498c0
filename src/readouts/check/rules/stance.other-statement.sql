-- error
-- A stance rests on a quotation of its own statement.
-- Fix: name a quotation of this statement.
SELECT 'stances' AS table_name, s.row_key, 'quotation_id' AS column_name, q.id || ' renders ' || q.statement_id AS problem
FROM stances s JOIN quotations q ON q.id = s.quotation_id
WHERE q.statement_id <> s.statement_id
ORDER BY s.row_key
