-- Who said what about one claim, in time order?
-- All voices on one claim, by the first day on which each can have spoken, and as far as the texts show in which order; an opinion is marked, and so is what only follows by logic, was not said plainly or was taken back; what nobody is named for stands as "unattributed".
-- In short: All voices on one claim, first to last, each with its words.
-- Shown: place, date, side, speaker, stance + opinion + how, words + publisher + address + statement_id, source, claim
-- :claim =   the claim's id, or words of it.
-- :claim any of SELECT text FROM claims ORDER BY text
-- on claims: :claim = id
SELECT t.place, t.date, t.side, t.speaker, t.stance, q.words, CASE WHEN q.words IS NULL THEN q.proof END AS proof, CASE WHEN coalesce(q.words, q.proof) IS NULL THEN q.passage END AS passage, t.form, CASE t.opinion WHEN 1 THEN 'opinion' ELSE '' END AS opinion, CASE WHEN t.register <> 'plain' THEN (SELECT label FROM codes WHERE list = 'register' AND code = t.register) || ': takes no position' WHEN t.taken_back THEN 'Taken back' WHEN t.basis <> 'words' THEN (SELECT label FROM codes WHERE list = 'stance-basis' AND code = t.basis) ELSE '' END AS how, t.source, t.publisher, evidence.link AS address, t.claim, t.statement_id, t.claim_id, t.source_id, t.speaker_id
FROM claim_timeline t
JOIN quotations q ON q.id = t.quotation_id
JOIN evidence ON evidence.quotation_id = t.quotation_id
WHERE t.claim_id = :claim OR (:claim <> '' AND t.claim LIKE '%' || :claim || '%' AND :claim NOT IN (SELECT id FROM claims))
ORDER BY t.claim_id, t.place
