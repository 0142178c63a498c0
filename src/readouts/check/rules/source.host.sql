-- error
-- A host stands where the publisher is not known, and with the address at which the text was read.
-- Fix: empty host_id or publisher_id, or give the address.
SELECT 'sources' AS table_name, row_key, 'host_id' AS column_name,
       CASE WHEN publisher_id IS NOT NULL THEN 'the publisher is known, so that it needs no host' ELSE 'a host has an address, and none is given' END AS problem
FROM sources
WHERE host_id IS NOT NULL AND (publisher_id IS NOT NULL OR (url IS NULL AND archive_url IS NULL))
ORDER BY row_key
