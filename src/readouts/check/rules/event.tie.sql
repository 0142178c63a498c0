-- error
-- An event that is the same as another, or a part of it, says how that is known; never of itself, and no such link leads on to a third.
-- Fix: give the basis, stated or inferred; or lead the link to the last event of the chain; or empty both cells.
WITH ties AS (
    SELECT row_key, id, 'same_as_id' AS column_name, same_as_id AS other_id, same_as_basis AS basis FROM events
    UNION ALL
    SELECT row_key, id, 'part_of_id', part_of_id, part_of_basis FROM events
)
SELECT 'events' AS table_name, row_key, column_name,
       CASE WHEN other_id IS NULL THEN 'a basis, but no event'
            WHEN basis IS NULL THEN 'no basis says how it is known'
            WHEN other_id = id THEN 'the event itself'
            ELSE '"' || other_id || '" leads on to another event' END AS problem
FROM ties
WHERE (other_id IS NULL) <> (basis IS NULL) OR other_id = id
   OR EXISTS (SELECT 1 FROM ties AS onward WHERE onward.id = ties.other_id AND onward.column_name = ties.column_name AND onward.other_id IS NOT NULL)
ORDER BY row_key, column_name
