-- Whose line moved?
-- Every change of position on one claim, by the same person or in the name of the same organization, where the dates or the texts show which came first; plans and opinion left out. Both words stand side by side, or the words of the source that tells them, each with who said them: two people of one body are two voices, and nothing that differs from both words may lie between them. Where a source names nobody or only judges the line, that it is this voice's is our reading, and reading says on what it rests.
-- In short: Every change of position on one claim, with the words before and after.
-- Shown: who, shift, claim, earlier_date + earlier_stance, earlier_words + earlier_publisher + earlier_address + earlier_statement_id, later_date + later_stance, later_words + later_publisher + later_address + later_statement_id, reading
SELECT CASE WHEN s.earlier_speaker = s.voice AND s.later_speaker = s.voice THEN s.voice
            ELSE replace(replace(s.earlier_speaker || CASE WHEN s.later_speaker <> s.earlier_speaker THEN ', then ' || s.later_speaker ELSE '' END
                 || CASE WHEN s.voice IN (s.earlier_speaker, s.later_speaker) THEN '' ELSE ', for ' || s.voice END, ', for The ', ', for the '), 'unattributed', 'unattributed (our reading)') END AS who, s.shift, s.claim,
       s.earlier_date, CASE a.form WHEN 'unattributed' THEN 'unattributed: that it is ' || CASE WHEN s.voice LIKE 'The %' THEN 'the ' || substr(s.voice, 5) ELSE s.voice END || ' is our reading' WHEN 'narrated' THEN s.earlier_speaker || ', as the source judges it' ELSE s.earlier_speaker END AS earlier_said_by, s.earlier_stance, a.words AS earlier_words, CASE WHEN a.words IS NULL THEN a.proof END AS earlier_proof, CASE WHEN coalesce(a.words, a.proof) IS NULL THEN a.passage END AS earlier_passage, x.link AS earlier_address,
       s.later_date, CASE b.form WHEN 'unattributed' THEN 'unattributed: that it is ' || CASE WHEN s.voice LIKE 'The %' THEN 'the ' || substr(s.voice, 5) ELSE s.voice END || ' is our reading' WHEN 'narrated' THEN s.later_speaker || ', as the source judges it' ELSE s.later_speaker END AS later_said_by, s.later_stance, b.words AS later_words, CASE WHEN b.words IS NULL THEN b.proof END AS later_proof, CASE WHEN coalesce(b.words, b.proof) IS NULL THEN b.passage END AS later_passage, y.link AS later_address,
       s.reading, s.basis, s.voice, s.level, a.publisher AS earlier_publisher, b.publisher AS later_publisher, s.claim_id, s.earlier_statement_id, s.later_statement_id
FROM shifts s
JOIN quotations a ON a.id = s.earlier_quotation_id
JOIN quotations b ON b.id = s.later_quotation_id
JOIN evidence x ON x.quotation_id = a.id
JOIN evidence y ON y.quotation_id = b.id
ORDER BY s.claim, s.earlier_date, s.earlier_statement_id
