-- error
-- Nothing in the record was said, published, looked up, fetched, lost or corrected, and no office or body began or ended, after the day on which it is checked.
-- Fix: correct the date; only an event that is planned may lie ahead. Of an office that is held leave the end empty.
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
UNION ALL
SELECT 'witnesses', row_key, 'day', CAST(witnesses.day AS VARCHAR) || ' lies after ' || CAST(today.day AS VARCHAR) FROM witnesses CROSS JOIN today WHERE witnesses.day > today.day
UNION ALL
SELECT 'texts', row_key, 'lost', CAST(lost AS VARCHAR) || ' lies after ' || CAST(day AS VARCHAR) FROM texts CROSS JOIN today WHERE lost > day
UNION ALL
SELECT 'corrections', row_key, 'date', CAST(date AS VARCHAR) || ' lies after ' || CAST(day AS VARCHAR) FROM corrections CROSS JOIN today WHERE date > day
UNION ALL
SELECT table_name, row_key, CASE WHEN start_earliest > day THEN 'start' ELSE 'end' END, CASE WHEN start_earliest > day THEN start ELSE "end" END || ' lies after ' || CAST(day AS VARCHAR)
FROM (SELECT 'roles' AS table_name, row_key, start, start_earliest, "end", end_earliest FROM roles
      UNION ALL SELECT 'organizations', row_key, start, start_earliest, "end", end_earliest FROM organizations) times
CROSS JOIN today WHERE start_earliest > day OR end_earliest > day
ORDER BY table_name, row_key
