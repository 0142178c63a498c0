-- error
-- A statement that is not plain says in its note what shows it.
-- Fix: write in the note why the words are read as a jest, a question, a supposition or a figure of speech; or give the register plain.
SELECT 'statements' AS table_name, row_key, 'note' AS column_name,
       'the register is "' || register || '", and no note says what shows it' AS problem
FROM statements
WHERE register <> 'plain' AND note IS NULL
ORDER BY row_key
