-- error
-- No two stances have one mark, no two standings either, and no two sides one colour.
-- Fix: give one of the two another: the marks stand in schemas/codes.json.
SELECT 'codes' AS table_name, codes.row_key, CASE WHEN codes.list IN ('stance', 'standing') THEN 'mark' WHEN codes.colour_light = first.colour_light THEN 'colour_light' ELSE 'colour_dark' END AS column_name,
       'it looks like "' || first.code || '"' AS problem
FROM codes JOIN codes first ON first.list = codes.list AND first.code < codes.code
WHERE (codes.list IN ('stance', 'standing') AND codes.mark = first.mark)
   OR (codes.list = 'side' AND (codes.colour_light = first.colour_light OR codes.colour_dark = first.colour_dark))
ORDER BY codes.row_key, problem
