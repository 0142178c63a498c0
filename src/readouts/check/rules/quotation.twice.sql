-- error
-- One place of a source is quoted once for a statement.
-- Fix: delete one of the two quotations.
SELECT 'quotations' AS table_name, b.row_key, 'passage' AS column_name, 'the same place of the same source as ' || a.id AS problem
FROM quotations a JOIN quotations b
  ON a.statement_id = b.statement_id AND a.source_id = b.source_id AND a.passage = b.passage AND coalesce(a.words, '') = coalesce(b.words, '') AND a.id < b.id
ORDER BY b.row_key
