-- error
-- A source is published no earlier than the statements that it quotes, and nobody read it, or looked it up, before.
-- Fix: correct the date of the statement, of the source, or of the day on which it was read.
SELECT 'quotations' AS table_name, q.row_key, 'source_id' AS column_name,
       'the source is of ' || so.published || ', the statement of ' || st.date AS problem
FROM quotations q JOIN sources so ON so.id = q.source_id JOIN statements st ON st.id = q.statement_id
WHERE so.published_latest < st.date_earliest
UNION ALL
SELECT 'sources', row_key, 'retrieved', 'read on ' || CAST(retrieved AS VARCHAR) || ', and published ' || published FROM sources WHERE retrieved < published_earliest
UNION ALL
SELECT 'ledger', row_key, 'looked_up', 'looked up on ' || CAST(looked_up AS VARCHAR) || ', and published ' || published FROM ledger WHERE looked_up < published_earliest
ORDER BY table_name, row_key
