-- error
-- Every statement has a quotation and takes a stance.
-- Fix: add the row to quotations or stances, or delete the statement.
SELECT 'statements' AS table_name, row_key, 'id' AS column_name, 'no quotation shows where the statement is read' AS problem
FROM statements WHERE NOT EXISTS (SELECT 1 FROM quotations q WHERE q.statement_id = statements.id)
UNION ALL
SELECT 'statements', row_key, 'id', 'the statement takes a stance on no claim'
FROM statements WHERE NOT EXISTS (SELECT 1 FROM stances s WHERE s.statement_id = statements.id)
ORDER BY row_key, problem
