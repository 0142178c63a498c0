-- warning
-- No floor is lower than it was in the earlier state.
-- Fix: raise it again, or waive the rule for this floor and say why it may be lower.
SELECT 'floors' AS table_name, floors.row_key,
       CASE WHEN earlier_floors.least_rows IS NOT NULL THEN 'least_rows' ELSE 'least_percent' END AS column_name,
       'the floor was ' || coalesce(earlier_floors.least_rows || ' rows', earlier_floors.least_percent || ' of a hundred') AS problem
FROM earlier_floors
JOIN floors ON floors.id = earlier_floors.floor_id
WHERE coalesce(floors.least_rows, -1) < earlier_floors.least_rows
   OR coalesce(floors.least_percent, -1) < earlier_floors.least_percent
ORDER BY floors.row_key
