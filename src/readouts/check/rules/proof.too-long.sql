-- error
-- A proof has at most six words, since the texts belong to their publishers.
-- Fix: keep the six words or fewer that carry the stance; where they cannot keep negation, hedge and attribution, leave the proof empty and give no_proof.
WITH counted (row_key, word_count) AS (
    SELECT row_key, length(proof) - length(replace(proof, ' ', '')) + 1 FROM quotations
    UNION ALL
    -- What a blank does not divide can be several words: an anchor counts them as the text has them.
    SELECT quotation_id, word_count FROM anchors WHERE segment LIKE 'proof-%'
)
SELECT 'quotations' AS table_name, row_key, 'proof' AS column_name,
       'the proof has ' || CAST(max(word_count) AS VARCHAR) || ' words' AS problem
FROM counted
GROUP BY row_key
HAVING max(word_count) > 6
ORDER BY row_key
