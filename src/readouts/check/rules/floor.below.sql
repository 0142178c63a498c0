-- error
-- What a floor names is in the record as often as the floor says, or in as many of a hundred rows.
-- Fix: put back what is gone; lower the floor only if what fell was wrong, and say in its why what it was.
SELECT 'floors' AS table_name, floors.row_key,
       CASE WHEN floors.least_rows IS NOT NULL THEN 'least_rows' ELSE 'least_percent' END AS column_name,
       floor_counts.rows || ' of ' || floor_counts.of_rows || ' rows' ||
       CASE WHEN floors.least_rows IS NOT NULL THEN ', and the floor is ' || floors.least_rows
            ELSE ', fewer than ' || floors.least_percent || ' of a hundred' END AS problem
FROM floors JOIN floor_counts ON floor_counts.floor_id = floors.id
WHERE floor_counts.wrong = ''
  AND (floor_counts.rows < floors.least_rows
       OR 100 * floor_counts.rows < floors.least_percent * floor_counts.of_rows
       OR (floors.least_percent > 0 AND floor_counts.of_rows = 0))
ORDER BY floors.row_key
