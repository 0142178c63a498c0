-- error
-- A source of the place stands only beside a place, and only where it is another than the source of the date.
-- Fix: give the place, or empty the cell.
SELECT 'events' AS table_name, row_key, 'place_source_id' AS column_name,
       CASE WHEN place IS NULL THEN 'a source of the place, but no place' ELSE 'the same source as that of the date' END AS problem
FROM events WHERE place_source_id IS NOT NULL AND (place IS NULL OR place_source_id = source_id)
ORDER BY row_key
