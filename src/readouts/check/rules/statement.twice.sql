-- warning
-- One utterance is one row: the same person does not take the same stance on the same claim twice, in the same medium on overlapping days.
-- Fix: make one statement of them with two quotations, or set after_id if the text puts one after the other.
WITH taken AS (
    SELECT s.*, stances.claim_id, stances.stance FROM stances JOIN statements s ON s.id = stances.statement_id
)
SELECT 'statements' AS table_name, b.row_key, 'id' AS column_name,
       'the same stance on ' || b.claim_id || ' as ' || a.id || ', by the same person in the same medium at the same time' AS problem
FROM taken a JOIN taken b
  ON a.claim_id = b.claim_id AND a.stance = b.stance AND a.speaker_id = b.speaker_id AND a.medium = b.medium AND a.id < b.id
WHERE (a.date_latest IS NULL OR b.date_earliest IS NULL OR a.date_latest >= b.date_earliest)
  AND (b.date_latest IS NULL OR a.date_earliest IS NULL OR b.date_latest >= a.date_earliest)
  AND coalesce(a.after_id, '') <> b.id AND coalesce(b.after_id, '') <> a.id
ORDER BY b.row_key, b.claim_id
