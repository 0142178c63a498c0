-- What was expressly not discussed?
-- Every subject of a contact of which somebody says that it was not talked about, and whether anybody else says that it was.
SELECT event, claim, speaker, date, words, source,
       (SELECT count(*) FROM claim_timeline o WHERE o.claim_id = t.claim_id AND o.scale > 0 AND o.opinion = 0) AS statements_that_it_was, statement_id, claim_id, event_id
FROM claim_timeline t
WHERE claim_kind = 'content' AND stance = 'denies' AND event_id IN (SELECT id FROM events WHERE kind IN ('call', 'meeting', 'visit', 'contact'))
ORDER BY not_before, claim
