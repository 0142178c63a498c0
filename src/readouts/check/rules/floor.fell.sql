-- warning
-- What a floor counts is not less than in the earlier state: not fewer rows; of a rate, not a hundredth less.
-- Fix: put back what is gone, or waive the rule for this floor and say why it is less.
SELECT 'floors' AS table_name, floors.row_key,
       CASE WHEN floors.least_rows IS NOT NULL THEN 'least_rows' ELSE 'least_percent' END AS column_name,
       'now ' || floor_counts.rows || ' of ' || floor_counts.of_rows || ' rows, in the earlier state ' ||
       earlier_floors.rows || ' of ' || earlier_floors.of_rows AS problem
FROM earlier_floors
JOIN floors ON floors.id = earlier_floors.floor_id
JOIN floor_counts ON floor_counts.floor_id = floors.id
WHERE floor_counts.wrong = ''
  AND ((floors.least_rows IS NOT NULL AND floor_counts.rows < earlier_floors.rows)
       OR (floors.least_percent IS NOT NULL AND earlier_floors.of_rows > 0
           AND floor(100.0 * floor_counts.rows / greatest(floor_counts.of_rows, 1)) < floor(100.0 * earlier_floors.rows / earlier_floors.of_rows)))
ORDER BY floors.row_key
