-- error
-- A weekday in the words that a date was counted from is one that the coded date allows.
-- Fix: correct the date or its words; count the day again from a date that the source gives.
WITH weekdays (name) AS (
    VALUES ('Monday'), ('Tuesday'), ('Wednesday'), ('Thursday'), ('Friday'), ('Saturday'), ('Sunday')
),
dated AS (
    SELECT 'statements' AS table_name, row_key, date_words, date, date_weekdays AS allowed FROM statements
    UNION ALL
    SELECT 'events', row_key, date_words, date, date_weekdays FROM events
)
SELECT table_name, row_key, 'date' AS column_name,
       '"' || date_words || '" names ' || name || ', but ' || date
       || CASE WHEN allowed LIKE '% %' THEN ' allows only ' ELSE ' is a ' END || allowed AS problem
FROM dated
JOIN weekdays ON lower(date_words) LIKE '%' || lower(name) || '%'
WHERE allowed NOT LIKE '%' || name || '%'
ORDER BY table_name, row_key, name
