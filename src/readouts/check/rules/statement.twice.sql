-- warning
-- One utterance is one row: the same voice, a person, a body or a label in one text, does not take the same stance on the same claim twice, in the same medium on overlapping days.
-- Fix: make one statement of them with two quotations, or set after_id if the text puts one after the other.
WITH read_in AS (
    SELECT statement_id, min(source_id) AS first_source FROM quotations GROUP BY statement_id
),
taken AS (
    SELECT s.*, stances.claim_id, stances.stance,
           -- What one text calls "the report" is not what another calls so; a label of a body is, wherever it stands.
           coalesce(s.speaker_id, concat_ws('/', s.speaker_label, s.organization_id, CASE WHEN s.organization_id IS NULL THEN first_source END)) AS voice
    FROM stances JOIN statements s ON s.id = stances.statement_id LEFT JOIN read_in ON read_in.statement_id = s.id
)
SELECT 'statements' AS table_name, b.row_key, 'id' AS column_name,
       'the same stance on ' || b.claim_id || ' as ' || a.id || ', by the same voice in the same medium at the same time' AS problem
FROM taken a JOIN taken b
  ON a.claim_id = b.claim_id AND a.stance = b.stance AND a.voice = b.voice AND a.medium = b.medium AND a.id < b.id
WHERE (a.date_latest IS NULL OR b.date_earliest IS NULL OR a.date_latest >= b.date_earliest)
  AND (b.date_latest IS NULL OR a.date_earliest IS NULL OR b.date_latest >= a.date_earliest)
  AND coalesce(a.after_id, '') <> b.id AND coalesce(b.after_id, '') <> a.id
ORDER BY b.row_key, b.claim_id
