-- error
-- The address of a source leads to it, and not to a front page, where other texts stand tomorrow.
-- Fix: give the address of the text itself, or empty the cell and say in the note where it was found.
WITH addresses AS (
    SELECT row_key, 'url' AS column_name, url AS address FROM sources
    UNION ALL
    SELECT row_key, 'archive_url', archive_url FROM sources
)
SELECT 'sources' AS table_name, row_key, column_name, '"' || address || '" is the address of a front page' AS problem
FROM addresses
WHERE regexp_matches(address, '^https?://[^/?#]+/?(([a-z]{2}/)?(blog|news|home|index|latest|world|politics)(\.[a-z]+)?/?)?$')
ORDER BY row_key, column_name
