-- error
-- A weekday in the words that a date was counted from is the weekday of the coded date.
-- Fix: correct the date or its words; count the day again from a date that the source gives.
WITH weekdays (name) AS (
    VALUES ('Monday'), ('Tuesday'), ('Wednesday'), ('Thursday'), ('Friday'), ('Saturday'), ('Sunday')
),
dated AS (
    SELECT 'statements' AS table_name, row_key, date_words, date, date_earliest_weekday AS first_day, date_latest_weekday AS last_day FROM statements
    UNION ALL
    SELECT 'events', row_key, date_words, date, date_earliest_weekday, date_latest_weekday FROM events
)
SELECT table_name, row_key, 'date' AS column_name,
       '"' || date_words || '" names ' || name || ', but ' || date || ' is a ' || coalesce(first_day, last_day) AS problem
FROM dated
JOIN weekdays ON lower(date_words) LIKE '%' || lower(name) || '%'
WHERE coalesce(first_day, last_day) IS NOT NULL
  AND name <> coalesce(first_day, last_day) AND name <> coalesce(last_day, first_day)
ORDER BY table_name, row_key, name
