-- What was expressly not discussed?
-- Every denial that something was said, discussed or agreed in a contact, beside the number of statements, opinion left out, that say that it was; an author's opinion is marked.
SELECT event, claim, speaker, date, words, CASE opinion WHEN 1 THEN 'opinion' ELSE '' END AS opinion, source,
       (SELECT count(*) FROM claim_timeline o WHERE o.claim_id = t.claim_id AND o.scale = 2 AND o.opinion = 0) AS statements_that_it_was, statement_id, claim_id, event_id
FROM claim_timeline t
WHERE claim_kind = 'content' AND stance = 'denies' AND event_id IN (SELECT id FROM events WHERE kind IN ('call', 'meeting', 'visit', 'contact'))
ORDER BY coalesce(not_before, not_after) IS NULL, coalesce(not_before, not_after), claim, place
