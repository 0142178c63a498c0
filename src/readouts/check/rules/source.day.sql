-- warning
-- The day in the address of a source is one on which it may have been published.
-- Fix: correct the day or the address; waive it where the text prints another day than its address.
WITH addressed AS (
    SELECT row_key, published, published_earliest, published_latest,
           -- Eight digits: the year before or behind its month and day.
           translate(regexp_extract(url, '/(20[0-9]{2}[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12][0-9]|3[01]))([^0-9]|$)', 1), '/-', '') AS forth,
           regexp_extract(url, '/((0[1-9]|[12][0-9]|3[01])/(0[1-9]|1[0-2])/20[0-9]{2})(/|$)', 1) AS back
    FROM sources WHERE url IS NOT NULL
),
dated AS (
    SELECT *, TRY_CAST(CASE WHEN forth <> '' THEN substr(forth, 1, 4) || '-' || substr(forth, 5, 2) || '-' || substr(forth, 7, 2)
                            ELSE substr(back, 7, 4) || '-' || substr(back, 4, 2) || '-' || substr(back, 1, 2) END AS DATE) AS day
    FROM addressed WHERE forth <> '' OR back <> ''
)
SELECT 'sources' AS table_name, row_key, 'published' AS column_name,
       'the address says ' || CAST(day AS VARCHAR) || ', and the day published is ' || coalesce(published, 'empty') AS problem
FROM dated
WHERE day IS NOT NULL AND (published IS NULL OR day < published_earliest OR day > published_latest)
ORDER BY row_key
