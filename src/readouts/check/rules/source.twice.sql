-- error
-- One text is one source: no address stands in two.
-- Fix: make one source of the two, or give each text the address at which it stands.
WITH addresses AS (
    SELECT row_key, 'url' AS column_name, url AS address FROM sources WHERE url IS NOT NULL
    UNION ALL
    SELECT row_key, 'archive_url', archive_url FROM sources WHERE archive_url IS NOT NULL
),
plain AS (
    SELECT *, regexp_replace(address, '^https?://(www[.])?|/?(#.*)?$', '', 'g') AS page FROM addresses
)
SELECT 'sources' AS table_name, b.row_key, b.column_name, 'the address is also that of "' || min(a.row_key) || '"' AS problem
FROM plain a JOIN plain b ON a.page = b.page AND a.row_key < b.row_key
GROUP BY b.row_key, b.column_name
ORDER BY b.row_key
