-- error
-- A thread has two claims or more: what is said on one claim alone is read on the page of that claim.
-- Fix: put another claim under the question, or delete the thread.
SELECT 'threads' AS table_name, t.row_key, 'id' AS column_name,
       CASE WHEN COUNT(c.claim_id) = 0 THEN 'no claim stands under the question' ELSE 'only one claim stands under the question' END AS problem
FROM threads t LEFT JOIN thread_claims c ON c.thread_id = t.id
GROUP BY t.row_key
HAVING COUNT(c.claim_id) < 2
ORDER BY t.row_key
