-- Whose line moved?
-- Every change of position on one claim, by the same person or in the name of the same organization, where the sources leave no doubt about which came first; both wordings side by side.
SELECT voice, level, shift, claim, earlier_date, earlier_words, later_date, later_words, basis, claim_id, earlier_statement_id, later_statement_id
FROM shifts
ORDER BY claim, earlier_date, earlier_statement_id
