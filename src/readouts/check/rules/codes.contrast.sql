-- error
-- The colour of a code can be read: as text, and under text, its contrast is 4.5 or more (WCAG 2.2, level AA).
-- Fix: take a darker colour for light paper, a lighter one for dark paper.
SELECT 'codes' AS table_name, list || '/' || code AS row_key, column_name,
       'the contrast ' || string_agg(meets || ' is ' || CAST(round(contrast, 2) AS VARCHAR), ', ' ORDER BY meets) || ', and must be 4.5' AS problem
FROM contrasts WHERE contrast < 4.5
GROUP BY list, code, column_name
ORDER BY row_key, column_name
