-- error
-- A date is empty if and only if its basis is "unknown", and one that is stated is a day, a month or a year, without a doubt and without a span.
-- Fix: fill the date in, or code the basis as unknown; of a date with "?", "~" or a span say by what it was bounded, or inferred.
WITH dated AS (
    SELECT 'statements' AS table_name, row_key, 'date' AS column_name, date, date_basis AS basis FROM statements
    UNION ALL
    SELECT 'events', row_key, 'date', date, date_basis FROM events
    UNION ALL
    SELECT 'sources', row_key, 'published', published, published_basis FROM sources
)
SELECT table_name, row_key, column_name,
       CASE WHEN date IS NULL THEN 'the date is empty, but its basis is "' || basis || '"'
            WHEN basis = 'stated' THEN 'the date is ' || date || ', which no source states'
            ELSE 'the date is ' || date || ', but its basis is "unknown"' END AS problem
FROM dated
WHERE (date IS NULL AND basis <> 'unknown') OR (date IS NOT NULL AND basis = 'unknown') OR (basis = 'stated' AND regexp_matches(date, '[?~%/]'))
ORDER BY table_name, row_key
