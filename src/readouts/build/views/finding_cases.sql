-- One row is one case of a finding: a contact, a statement, a subject or a claim, as the question of the finding counts them.
-- Each finding has a query of its own in src/readouts/findings/queries, which says what a case is and what its columns mean there; all stand below, one after another.
-- Nothing is concluded from a hole: what is not coded is not silence, and "complete" says where the months in question are coded
-- completely. A share or a middle value is given of five cases or more, and of complete ones alone (src/readouts/findings/rates.py).
[[findings]]
ORDER BY finding, part, result, date, case_key
