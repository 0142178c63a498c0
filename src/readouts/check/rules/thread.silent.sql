-- error
-- Somebody takes a stance on every claim of a thread: a claim without a stance makes no step.
-- Fix: take the claim out of the thread, or code who speaks on it.
SELECT 'thread_claims' AS table_name, row_key, 'claim_id' AS column_name, 'no statement takes a stance on it' AS problem
FROM thread_claims
WHERE claim_id NOT IN (SELECT claim_id FROM stances)
ORDER BY row_key
