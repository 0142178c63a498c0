-- error
-- What is left out, or merged from a page, says in its note why.
-- Fix: say in the note what was found and why it makes no row of its own.
SELECT 'ledger' AS table_name, row_key, 'note' AS column_name, 'the ' || kind || ' is "' || decision || '", and no note says why' AS problem
FROM ledger
WHERE note IS NULL AND (decision = 'left-out' OR (decision = 'merged' AND kind <> 'account'))
ORDER BY row_key
