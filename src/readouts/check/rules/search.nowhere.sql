-- error
-- A search says at what levels and for which sides it looked: without a scope it covers nothing.
-- Fix: add a row to search_scopes for each level and side that its words can find.
SELECT 'searches' AS table_name, row_key, 'id' AS column_name, 'no scope says what was looked for' AS problem
FROM searches WHERE id NOT IN (SELECT search_id FROM search_scopes)
ORDER BY row_key
