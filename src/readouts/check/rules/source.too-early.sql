-- error
-- A source is published no earlier than the statements that it quotes.
-- Fix: correct the date of the statement or of the source.
SELECT 'quotations' AS table_name, q.row_key, 'source_id' AS column_name,
       'the source is of ' || so.published || ', the statement of ' || st.date AS problem
FROM quotations q JOIN sources so ON so.id = q.source_id JOIN statements st ON st.id = q.statement_id
WHERE so.published_latest < st.date_earliest
ORDER BY q.row_key
