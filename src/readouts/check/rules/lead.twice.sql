-- error
-- A page is one lead, a contact says what it is, and a page has an address.
-- Fix: keep one row for the page; give the contact its title, the page its address.
SELECT 'ledger' AS table_name, a.row_key, 'url' AS column_name, 'the page is also the lead "' || b.id || '"' AS problem
FROM ledger a JOIN ledger b ON b.url = a.url AND b.kind = a.kind AND b.id < a.id
WHERE a.kind = 'page'
UNION ALL
SELECT 'ledger', row_key, 'url', 'the page has no address' FROM ledger WHERE kind = 'page' AND url IS NULL
UNION ALL
SELECT 'ledger', row_key, 'title', CASE WHEN title IS NULL THEN 'the contact has no title' ELSE 'only a contact has a title of ours' END
FROM ledger WHERE (kind = 'contact') <> (title IS NOT NULL)
ORDER BY row_key, column_name
