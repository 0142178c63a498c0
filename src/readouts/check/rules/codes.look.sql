-- error
-- Every side, every stance and every standing has what pages and drawings show of it, every genre what its sources are called, and no other code has.
-- Fix: fill the cell as schemas/codes.json says, or empty it.
WITH cells AS (
    SELECT row_key, list, 'rank' AS column_name, CAST(rank AS VARCHAR) AS cell, list IN ('side', 'stance', 'form', 'standing') AS needed, TRUE AS anywhere FROM codes
    UNION ALL SELECT row_key, list, 'phrase', phrase, list IN ('side', 'stance', 'genre'), FALSE FROM codes
    UNION ALL SELECT row_key, list, 'mark', mark, list = 'stance' OR (list = 'standing' AND code <> 'so-far'), FALSE FROM codes
    UNION ALL SELECT row_key, list, 'colour_light', colour_light, list IN ('side', 'stance') OR (list = 'standing' AND code <> 'so-far'), FALSE FROM codes
    UNION ALL SELECT row_key, list, 'colour_dark', colour_dark, list IN ('side', 'stance') OR (list = 'standing' AND code <> 'so-far'), FALSE FROM codes
)
SELECT 'codes' AS table_name, row_key, column_name,
       CASE WHEN needed THEN 'the ' || list || ' has no ' || replace(column_name, '_', ', ') ELSE 'a ' || list || ' has none' END AS problem
FROM cells
WHERE (needed AND cell IS NULL) OR (cell IS NOT NULL AND NOT needed AND NOT anywhere)
ORDER BY row_key, column_name
