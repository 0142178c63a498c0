-- Whose line moved?
-- Every change of position on one claim, by the same person or in the name of the same organization, where the dates or the texts show which came first; plans and opinion left out. Both words stand side by side, or the place in the source that tells them. Where a source names nobody or only judges the line, that it is this voice's is our reading, and reading says on what it rests.
SELECT s.voice, s.level, s.shift, s.claim, s.earlier_date, a.words AS earlier_words, CASE WHEN a.words IS NULL THEN a.passage END AS earlier_passage, s.later_date, b.words AS later_words, CASE WHEN b.words IS NULL THEN b.passage END AS later_passage, s.basis, s.reading,
       a.publisher AS earlier_publisher, x.link AS earlier_address, b.publisher AS later_publisher, y.link AS later_address, s.claim_id, s.earlier_statement_id, s.later_statement_id
FROM shifts s
JOIN quotations a ON a.id = s.earlier_quotation_id
JOIN quotations b ON b.id = s.later_quotation_id
JOIN evidence x ON x.quotation_id = a.id
JOIN evidence y ON y.quotation_id = b.id
ORDER BY s.claim, s.earlier_date, s.earlier_statement_id
