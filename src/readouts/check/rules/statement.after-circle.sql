-- error
-- No statement comes after itself, over however many others.
-- Fix: take one after_id of the circle out.
WITH RECURSIVE reached (id, later_id) AS (
    SELECT after_id, id FROM statements WHERE after_id IS NOT NULL
    UNION
    SELECT statements.after_id, reached.later_id
    FROM reached JOIN statements ON statements.id = reached.id
    WHERE statements.after_id IS NOT NULL
)
SELECT 'statements' AS table_name, later_id AS row_key, 'after_id' AS column_name, 'the statement comes after itself' AS problem
FROM reached WHERE id = later_id
ORDER BY later_id
