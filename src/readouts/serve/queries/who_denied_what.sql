-- Who denied what?
-- Every denial of one side, with the speaker's words or the words of the source that tell the denial; the latest first, by the first day on which it can have been made. To doubt is not to deny. What the sources put in nobody's mouth stands as "unattributed", and an author's opinion is marked, as is what only follows from the words by logic, was not said plainly or was taken back: it stands behind what the words of that day say.
-- In short: Every denial of one side, the latest first.
-- Shown: date, speaker, claim + opinion + how, words + publisher + address + statement_id, source
-- :side =   the side in whose name it was said; leave it empty for all sides.
-- :side one of SELECT code, label FROM codes WHERE list = 'side' UNION ALL SELECT 'none', 'Of no side'
SELECT t.date, t.speaker, t.claim, q.words, CASE WHEN q.words IS NULL THEN q.proof END AS proof, CASE WHEN coalesce(q.words, q.proof) IS NULL THEN q.passage END AS passage, t.form, CASE t.opinion WHEN 1 THEN 'opinion' ELSE '' END AS opinion, CASE WHEN t.register <> 'plain' THEN (SELECT label FROM codes WHERE list = 'register' AND code = t.register) || ': takes no position' WHEN t.taken_back THEN 'Taken back' WHEN t.basis <> 'words' THEN (SELECT label FROM codes WHERE list = 'stance-basis' AND code = t.basis) ELSE '' END AS how, t.source, t.publisher, evidence.link AS address, t.statement_id, t.claim_id, t.source_id, t.speaker_id
FROM claim_timeline t
JOIN quotations q ON q.id = t.quotation_id
JOIN evidence ON evidence.quotation_id = t.quotation_id
WHERE t.scale = -2 AND (trim(:side) = '' OR t.side = replace(lower(trim(:side)), ' ', '-'))
ORDER BY coalesce(t.not_before, t.not_after) IS NULL, coalesce(t.not_before, t.not_after) DESC, t.basis = 'logic' OR t.stands = 0, t.claim, t.place
