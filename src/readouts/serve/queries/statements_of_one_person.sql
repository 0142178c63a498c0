-- What did one person say?
-- Every stance of one person's statements, by the first day on which the statement can have been made, with the speaker's words or the words of the source that tells them; what only follows by logic, was not said plainly or was taken back is marked.
-- In short: All that somebody said, day by day, with the words.
-- Shown: date, speaker, stance + how, claim, words + publisher + address + statement_id, medium
-- :name =   a name or a part of it, or an id; a part that fits several people finds them all.
-- :name any of SELECT name FROM people ORDER BY name
-- on people: :name = id
SELECT t.date, t.speaker, t.stance, CASE WHEN t.register <> 'plain' THEN (SELECT label FROM codes WHERE list = 'register' AND code = t.register) || ': takes no position' WHEN t.taken_back THEN 'Taken back' WHEN t.basis <> 'words' THEN (SELECT label FROM codes WHERE list = 'stance-basis' AND code = t.basis) ELSE '' END AS how, t.claim, q.words, CASE WHEN q.words IS NULL THEN q.proof END AS proof, CASE WHEN coalesce(q.words, q.proof) IS NULL THEN q.passage END AS passage, t.form, t.medium, t.source, t.publisher, evidence.link AS address, t.statement_id, t.claim_id, t.source_id, t.speaker_id
FROM claim_timeline t
JOIN quotations q ON q.id = t.quotation_id
JOIN evidence ON evidence.quotation_id = t.quotation_id
WHERE t.speaker_id = :name OR (:name NOT IN (SELECT id FROM people) AND t.speaker_id IN (
    SELECT id FROM people WHERE name LIKE '%' || :name || '%' OR other_names LIKE '%' || :name || '%' OR native_name LIKE '%' || :name || '%'))
ORDER BY coalesce(t.not_before, t.not_after) IS NULL, coalesce(t.not_before, t.not_after), t.statement_id, t.basis = 'logic', t.claim
