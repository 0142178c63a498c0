-- error
-- No side is called as derived tables call something else: nobody, or a column of theirs.
-- Fix: give the side another code.
WITH taken (name) AS (
    VALUES ('none'),
    ('claim'), ('claim_id'), ('claim_kind'), ('date'), ('event'), ('event_id'), ('in_nobodys_name'), ('kind'), ('others_of_the_sides'),
    ('leaked'), ('month'), ('participants'), ('parties'), ('perhaps_with'), ('standing'), ('told'), ('topic_id'), ('value'),
    ('year')
)
SELECT 'codes' AS table_name, row_key, 'code' AS column_name, 'derived tables mean something else by "' || taken.name || '"' AS problem
FROM codes JOIN taken ON taken.name = replace(codes.code, '-', '_')
WHERE codes.list = 'side'
ORDER BY row_key
