-- error
-- A quotation has fewer than 60 words, since the texts belong to their publishers.
-- Fix: quote only the words that carry the point; cut with […].
SELECT 'quotations' AS table_name, row_key, 'words' AS column_name,
       'the quotation has ' || CAST(length(words) - length(replace(words, ' ', '')) + 1 AS VARCHAR) || ' words' AS problem
FROM quotations
WHERE length(words) - length(replace(words, ' ', '')) + 1 >= 60
ORDER BY row_key
