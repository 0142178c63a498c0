-- warning
-- One host, one publisher: what stands at one host was published by one body.
-- Fix: give the publisher that the other texts at this host have, or correct the address; waive it where one host serves two outlets.
WITH hosted AS (
    SELECT row_key, CASE WHEN publisher_id IS NULL THEN 'host_id' ELSE 'publisher_id' END AS column_name, coalesce(publisher_id, host_id) AS publisher,
           regexp_extract(url, '^https?://(www[.])?([^/:?#]+)', 2) AS host
    FROM sources WHERE url IS NOT NULL AND coalesce(publisher_id, host_id) IS NOT NULL
),
counted AS (
    SELECT host, publisher, count(*) AS number FROM hosted GROUP BY host, publisher
)
SELECT 'sources' AS table_name, h.row_key, h.column_name,
       'at "' || h.host || '" publishes "' || min(usual.publisher) || '" by the other rows, and here "' || h.publisher || '"' AS problem
FROM hosted h
JOIN counted mine ON mine.host = h.host AND mine.publisher = h.publisher
JOIN counted usual ON usual.host = h.host AND (usual.number > mine.number OR (usual.number = mine.number AND usual.publisher < mine.publisher))
GROUP BY h.row_key, h.column_name, h.host, h.publisher
ORDER BY h.row_key
