-- error
-- What became of a lead can be opened: taken or merged, it names its one row of the record; left out, its reason; not yet, neither.
-- Fix: name the source of a page or account, the statement of a statement, the event of a contact; or give the reason; or correct the decision.
SELECT 'ledger' AS table_name, row_key, 'decision' AS column_name,
       'the ' || kind || ' is "' || decision || '", and it names ' ||
       CASE WHEN source_id IS NULL AND statement_id IS NULL AND event_id IS NULL THEN 'no row'
            ELSE concat_ws(' and ', CASE WHEN source_id IS NOT NULL THEN 'a source' END, CASE WHEN statement_id IS NOT NULL THEN 'a statement' END, CASE WHEN event_id IS NOT NULL THEN 'an event' END) END ||
       CASE WHEN reason IS NULL THEN ' and no reason' ELSE ' and a reason' END AS problem
FROM ledger
WHERE (reason IS NOT NULL) <> (decision = 'left-out')
   OR (source_id IS NOT NULL) <> (decision IN ('taken', 'merged') AND kind IN ('page', 'account'))
   OR (statement_id IS NOT NULL) <> (decision IN ('taken', 'merged') AND kind = 'statement')
   OR (event_id IS NOT NULL) <> (decision IN ('taken', 'merged') AND kind = 'contact')
ORDER BY row_key
