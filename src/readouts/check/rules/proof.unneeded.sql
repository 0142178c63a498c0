-- error
-- A proof, or the reason why there is none, stands where a stance rests on a quotation without words of the speaker's own, and never both.
-- Fix: empty proof and no_proof where the speaker's words are quoted or no stance rests; keep one of the two.
SELECT 'quotations' AS table_name, q.row_key, CASE WHEN q.proof IS NULL THEN 'no_proof' ELSE 'proof' END AS column_name,
       CASE WHEN q.words IS NOT NULL THEN 'the quotation has words of the speaker''s own, which say it themselves'
            WHEN q.proof IS NOT NULL AND q.no_proof IS NOT NULL THEN 'there is a proof, and a reason why there is none'
            ELSE 'no stance rests on the quotation, so that there is nothing to prove' END AS problem
FROM quotations q
WHERE (q.proof IS NOT NULL OR q.no_proof IS NOT NULL)
  AND (q.words IS NOT NULL OR (q.proof IS NOT NULL AND q.no_proof IS NOT NULL)
       OR NOT EXISTS (SELECT 1 FROM stances WHERE stances.quotation_id = q.id))
ORDER BY q.row_key
