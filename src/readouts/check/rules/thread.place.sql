-- error
-- The places of a thread's claims run from 1 without a hole.
-- Fix: number the claims 1, 2, 3 and so on, each number once.
SELECT 'thread_claims' AS table_name, row_key, 'place' AS column_name,
       'the place is ' || CAST(place AS VARCHAR) || ', and ' || CAST(due AS VARCHAR) || ' is next' AS problem
FROM (SELECT row_key, thread_id, place, ROW_NUMBER() OVER (PARTITION BY thread_id ORDER BY place, claim_id) AS due FROM thread_claims) numbered
WHERE place <> due
ORDER BY thread_id, due
