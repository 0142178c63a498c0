-- error
-- Who took part is somebody's claim: each participant names the quotation, or the source, in which it is read; one of the two.
-- Fix: give the quotation in which they are named; only where none holds the names, the source.
SELECT 'event_participants' AS table_name, row_key, 'quotation_id' AS column_name,
       CASE WHEN quotation_id IS NULL THEN 'nothing says where it is read that they took part' ELSE 'both a quotation and a source' END AS problem
FROM event_participants WHERE (quotation_id IS NULL) = (source_id IS NULL)
ORDER BY row_key
