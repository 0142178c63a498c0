-- error
-- A statement is part of a page, an account is part of a contact, and a page and a contact are part of nothing.
-- Fix: name the lead to which this one belongs, or correct its kind.
SELECT 'ledger' AS table_name, a.row_key, 'part_of_id' AS column_name,
       'the ' || a.kind || ' is part of ' || coalesce('the ' || b.kind || ' "' || b.id || '"', 'nothing') AS problem
FROM ledger a LEFT JOIN ledger b ON b.id = a.part_of_id
WHERE coalesce(b.kind, '') <> CASE a.kind WHEN 'statement' THEN 'page' WHEN 'account' THEN 'contact' ELSE '' END
ORDER BY a.row_key
