-- error
-- No decision on a page rests on the lead alone: it says when the page was looked up, whether it was found, and, if elsewhere, where.
-- Fix: look the page up and say so, or set the decision back to not-yet.
SELECT 'ledger' AS table_name, row_key, 'looked_up' AS column_name, 'the ' || kind || ' is "' || decision || '", but nobody says that the page was looked up' AS problem
FROM ledger WHERE decision <> 'not-yet' AND kind <> 'contact' AND (looked_up IS NULL OR found IS NULL)
UNION ALL
SELECT 'ledger', row_key, 'found_url', CASE WHEN found_url IS NULL THEN 'found at another address, which is not given' ELSE 'another address is given, but the page was not found at another' END
FROM ledger WHERE (found_url IS NOT NULL) <> (coalesce(found, '') = 'other-address')
ORDER BY row_key, column_name
