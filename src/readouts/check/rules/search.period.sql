-- error
-- A search looks at a time that ends no earlier than it begins, and no later than the day on which it was made.
-- Fix: correct the first or the last day.
SELECT 'searches' AS table_name, row_key, 'last' AS column_name,
       CASE WHEN "last" < "first" THEN 'the last day comes before the first' ELSE 'the last day comes after the search was made' END AS problem
FROM searches WHERE "last" < "first" OR "last" > day
ORDER BY row_key
