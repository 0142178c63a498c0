-- error
-- The day in the id of a statement, an event or a source is the coded one, and so are its month and its year.
-- Fix: correct the date; or rename the row after its date, with a line in redirects.
WITH dated AS (
    SELECT 'statements' AS table_name, row_key, 'date' AS column_name, date, date_earliest AS earliest, date_latest AS latest FROM statements
    UNION ALL
    SELECT 'events', row_key, 'date', date, date_earliest, date_latest FROM events
    UNION ALL
    SELECT 'sources', row_key, 'published', published, published_earliest, published_latest FROM sources
),
stamped AS (
    SELECT *, regexp_extract(row_key, '^((19|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)-', 1) AS stamp FROM dated
)
SELECT table_name, row_key, column_name,
       'the id says ' || stamp || ', and the date ' || coalesce('is ' || date, 'is empty') AS problem
FROM stamped
WHERE stamp <> ''
  AND CASE WHEN date IS NULL THEN TRUE
           WHEN length(stamp) = 10 THEN NOT contains(date, stamp)
           ELSE substr(CAST(earliest AS VARCHAR), 1, length(stamp)) > stamp OR substr(CAST(latest AS VARCHAR), 1, length(stamp)) < stamp END
ORDER BY table_name, row_key
