-- warning
-- One utterance is one row: the same person does not take the same stance on the same claim twice, in the same medium on overlapping days.
-- Fix: make one statement of them with two quotations, or set after_id if the text puts one after the other.
SELECT 'statements' AS table_name, b.row_key, 'id' AS column_name,
       'the same stance on ' || sb.claim_id || ' as ' || a.id || ', by the same person in the same medium at the same time' AS problem
FROM statements a JOIN statements b ON a.speaker_id = b.speaker_id AND a.medium = b.medium AND a.id < b.id
JOIN stances sa ON sa.statement_id = a.id
JOIN stances sb ON sb.statement_id = b.id AND sb.claim_id = sa.claim_id AND sb.stance = sa.stance
WHERE (a.date_latest IS NULL OR b.date_earliest IS NULL OR a.date_latest >= b.date_earliest)
  AND (b.date_latest IS NULL OR a.date_earliest IS NULL OR b.date_latest >= a.date_earliest)
  AND coalesce(a.after_id, '') <> b.id AND coalesce(b.after_id, '') <> a.id
ORDER BY b.row_key, sb.claim_id
