-- error
-- The question of a thread is one question: it begins with a capital letter, ends with a question mark, and has no other.
-- Fix: write it as one question that ends with "?".
SELECT 'threads' AS table_name, row_key, 'question' AS column_name,
       CASE WHEN question NOT LIKE '%?' THEN 'it does not end with a question mark'
            WHEN question LIKE '%?%?' THEN 'it has more than one question mark'
            ELSE 'it does not begin with a capital letter' END AS problem
FROM threads
WHERE question NOT LIKE '%?' OR question LIKE '%?%?' OR SUBSTR(question, 1, 1) = LOWER(SUBSTR(question, 1, 1))
ORDER BY row_key
