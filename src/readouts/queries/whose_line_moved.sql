-- Whose line moved?
-- Every change of position on one claim, by the same person or in the name of the same organization, where the dates or the texts show which came first; plans and opinion left out. Both words stand side by side, or the place in the source that tells them. Where a source names nobody or only judges the line, that it is this voice's is our reading, and reading says on what it rests.
SELECT voice, level, shift, claim, earlier_date, earlier_words, later_date, later_words, basis, reading, claim_id, earlier_statement_id, later_statement_id
FROM shifts
ORDER BY claim, earlier_date, earlier_statement_id
