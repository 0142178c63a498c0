-- What was expressly not discussed?
-- Every denial that something was said, discussed or agreed in a contact, beside the number of statements, opinion left out, that say that it was; an author's opinion is marked, and so is what only follows by logic, was not said plainly or was taken back.
-- In short: Every denial that something was said or agreed, and how many say that it was.
-- Shown: date, speaker, claim + opinion + how, words + publisher + address + statement_id, event, statements_that_it_was
SELECT t.claim, t.speaker, t.date, q.words, CASE WHEN q.words IS NULL THEN q.proof END AS proof, CASE WHEN coalesce(q.words, q.proof) IS NULL THEN q.passage END AS passage, t.event, CASE t.opinion WHEN 1 THEN 'opinion' ELSE '' END AS opinion, CASE WHEN t.register <> 'plain' THEN (SELECT label FROM codes WHERE list = 'register' AND code = t.register) || ': takes no position' WHEN t.taken_back THEN 'Taken back' WHEN t.basis <> 'words' THEN (SELECT label FROM codes WHERE list = 'stance-basis' AND code = t.basis) ELSE '' END AS how, t.source, t.publisher, evidence.link AS address,
       (SELECT count(*) FROM claim_timeline o WHERE o.claim_id = t.claim_id AND o.scale = 2 AND o.opinion = 0 AND o.stands = 1 AND o.basis <> 'logic') AS statements_that_it_was, t.statement_id, t.claim_id, t.event_id, t.source_id, t.speaker_id
FROM claim_timeline t
JOIN quotations q ON q.id = t.quotation_id
JOIN evidence ON evidence.quotation_id = t.quotation_id
WHERE t.claim_kind = 'content' AND t.scale = -2 AND t.event_id IN (SELECT id FROM events WHERE kind IN (SELECT code FROM codes WHERE list = 'event-kind' AND nature = 'contact'))
ORDER BY coalesce(t.not_before, t.not_after) IS NULL, coalesce(t.not_before, t.not_after), t.basis = 'logic' OR t.stands = 0, t.claim, t.place
