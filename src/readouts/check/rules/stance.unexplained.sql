-- error
-- A stance that the words do not say themselves, by logic or taken for granted, says in its note why.
-- Fix: write in the note what follows from which words, or where they take it for granted; or give the basis words.
SELECT 'stances' AS table_name, row_key, 'note' AS column_name,
       'the basis is "' || basis || '", and no note says why' AS problem
FROM stances
WHERE basis <> 'words' AND note IS NULL
ORDER BY row_key
