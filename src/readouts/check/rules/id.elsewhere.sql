-- error
-- An id names one thing: it stands in no second table, save for a claim, an event and a thread of one matter, and for a statement, its quotation and its source.
-- Fix: give the newer of the two rows an id of its own.
WITH ids AS (
    SELECT table_name, row_key, CASE WHEN table_name IN ('claims', 'events', 'threads') THEN 'matter' WHEN table_name IN ('statements', 'quotations', 'sources') THEN 'text' ELSE table_name END AS sort
    FROM row_keys WHERE table_name NOT IN ('texts', 'waivers', 'codes')
)
SELECT a.table_name, a.row_key, 'id' AS column_name, 'the table ' || min(b.table_name) || ' has a row of this id too' AS problem
FROM ids a JOIN ids b ON a.row_key = b.row_key AND a.sort <> b.sort AND a.table_name > b.table_name
GROUP BY a.table_name, a.row_key
ORDER BY a.table_name, a.row_key
