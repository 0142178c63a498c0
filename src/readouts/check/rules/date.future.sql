-- error
-- Nothing in the record was said, published or looked up after the day on which it is checked.
-- Fix: correct the date; only an event that is planned may lie ahead.
SELECT 'statements' AS table_name, row_key, 'date' AS column_name, date || ' lies after ' || CAST(day AS VARCHAR) AS problem
FROM statements CROSS JOIN today WHERE date_earliest > day
UNION ALL
SELECT 'sources', row_key, 'published', published || ' lies after ' || CAST(day AS VARCHAR) FROM sources CROSS JOIN today WHERE published_earliest > day
UNION ALL
SELECT 'sources', row_key, 'retrieved', CAST(retrieved AS VARCHAR) || ' lies after ' || CAST(day AS VARCHAR) FROM sources CROSS JOIN today WHERE retrieved > day
UNION ALL
SELECT 'ledger', row_key, 'looked_up', CAST(looked_up AS VARCHAR) || ' lies after ' || CAST(today.day AS VARCHAR) FROM ledger CROSS JOIN today WHERE looked_up > today.day
UNION ALL
SELECT 'searches', row_key, 'day', CAST(searches.day AS VARCHAR) || ' lies after ' || CAST(today.day AS VARCHAR) FROM searches CROSS JOIN today WHERE searches.day > today.day
ORDER BY table_name, row_key
