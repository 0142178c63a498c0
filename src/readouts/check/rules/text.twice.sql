-- warning
-- One text is one source, and one row: no two of the texts that were held have the same words.
-- Fix: make one source of the two; or hold for each the text that it printed. A further copy with the same words has no row of its own.
SELECT 'texts' AS table_name, b.row_key, 'digest' AS column_name, 'the text is equal to that of ' || min(a.row_key) AS problem
FROM texts a JOIN texts b ON a.digest = b.digest AND a.row_key < b.row_key
GROUP BY b.row_key
ORDER BY b.row_key
