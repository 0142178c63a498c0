-- error
-- The forms own, direct and fragment show the speaker's words; indirect and narrated have none.
-- Fix: give the words as the source prints them, or correct the form.
SELECT 'quotations' AS table_name, row_key, 'words' AS column_name,
       CASE WHEN words IS NULL THEN 'the form is "' || form || '", but no words are given' ELSE 'the form is "' || form || '", but words are given' END AS problem
FROM quotations
WHERE (words IS NULL AND form IN ('own', 'direct', 'fragment')) OR (words IS NOT NULL AND form IN ('indirect', 'narrated'))
ORDER BY row_key
