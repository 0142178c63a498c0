-- error
-- A witness has the words of a text of its source: the coder's where it says the same copy, else one that is not the coder's.
-- Fix: run readouts witness with the copy at hand; no digest is written by hand.
WITH copies AS (
    SELECT t.source_id, t.digest, max(CASE WHEN w.same_copy = 'no' THEN 1 ELSE 0 END) AS further
    FROM texts t LEFT JOIN witnesses w ON w.source_id = t.source_id AND w.digest = t.digest
    WHERE t.digest IS NOT NULL GROUP BY t.source_id, t.digest
),
firsts AS (
    SELECT source_id, min(further) AS further FROM copies GROUP BY source_id
),
told AS (
    SELECT w.row_key, w.same_copy, c.digest, c.further, f.further AS none
    FROM witnesses w
    LEFT JOIN copies c ON c.source_id = w.source_id AND c.digest = w.digest
    LEFT JOIN firsts f ON f.source_id = w.source_id
)
SELECT 'witnesses' AS table_name, row_key, CASE WHEN digest IS NULL THEN 'digest' ELSE 'same_copy' END AS column_name,
       CASE WHEN digest IS NULL THEN 'no text of the source has these words'
            WHEN none = 1 THEN 'every text of the source is a witness''s, and none its coder''s'
            ELSE 'another witness says that the copy with these words is not the coder''s' END AS problem
FROM told WHERE digest IS NULL OR none = 1 OR (same_copy = 'yes' AND further = 1)
ORDER BY row_key
