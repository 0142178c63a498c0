-- warning
-- A claim is put positively: who says that it is not so, denies it.
-- Fix: say what is or was so, and let the stances deny it; waive it where the negation is part of the thing itself.
WITH said AS (
    SELECT row_key, regexp_extract(lower(text), '(^|[^a-z])(not|no|never|nor|neither|none|nothing|nobody|cannot|without|[a-z]+n[''’]t)([^a-z]|$)', 2) AS negation FROM claims
)
SELECT 'claims' AS table_name, row_key, 'text' AS column_name, '"' || negation || '" denies something, and that is for a stance' AS problem
FROM said WHERE negation <> ''
ORDER BY row_key
