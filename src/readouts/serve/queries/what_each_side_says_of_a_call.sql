-- What does each side say of one call?
-- Every stance in the record on what is claimed of one contact: whether it took place, how long it lasted, who wanted it, what was and was not discussed, and whatever else is claimed of it; an author's opinion is marked, and so is what only follows by logic, was not said plainly or was taken back: it stands behind what the side's words say. Voice tells who speaks for a party: somebody who took part, the body in whose name he did, the state; "side only" is of its side, and no voice of the party.
-- In short: Whether a contact took place, how long it lasted, what was spoken of: side by side.
-- Shown: date, side, voice, speaker, stance + opinion + how, claim, words + publisher + address + statement_id, event
-- :contact =   a contact of the list, its day in words or figures, or words of its title.
-- :contact any of SELECT id, title, date FROM events WHERE kind IN (SELECT code FROM codes WHERE list = 'event-kind' AND nature = 'contact') ORDER BY coalesce(date_earliest, date_latest) IS NULL, coalesce(date_earliest, date_latest), title
-- on events: :contact = id
SELECT t.side, v.voice, t.speaker, t.stance, t.claim, q.words, CASE WHEN q.words IS NULL THEN q.proof END AS proof, CASE WHEN coalesce(q.words, q.proof) IS NULL THEN q.passage END AS passage, CASE t.opinion WHEN 1 THEN 'opinion' ELSE '' END AS opinion, CASE WHEN t.register <> 'plain' THEN (SELECT label FROM codes WHERE list = 'register' AND code = t.register) || ': takes no position' WHEN t.taken_back THEN 'Taken back' WHEN t.basis <> 'words' THEN (SELECT label FROM codes WHERE list = 'stance-basis' AND code = t.basis) ELSE '' END AS how, t.date, t.event, t.source, t.publisher, evidence.link AS address, t.statement_id, t.claim_id, t.event_id, t.source_id, t.speaker_id
FROM claim_timeline t
JOIN quotations q ON q.id = t.quotation_id
JOIN evidence ON evidence.quotation_id = t.quotation_id
LEFT JOIN contact_voices v ON v.claim_id = t.claim_id AND v.statement_id = t.statement_id AND v.leak_id IS NULL
LEFT JOIN codes sides ON sides.list = 'side' AND sides.code = t.side
WHERE t.event_id IN (SELECT id FROM events WHERE id = :contact OR (:contact <> '' AND kind IN (SELECT code FROM codes WHERE list = 'event-kind' AND nature = 'contact') AND (date = :contact OR title LIKE '%' || :contact || '%')))
ORDER BY t.event_id, sides.rank IS NULL, sides.rank, CASE t.claim_kind WHEN 'occurrence' THEN 1 WHEN 'duration' THEN 2 WHEN 'initiative' THEN 3 WHEN 'content' THEN 4 ELSE 5 END, t.claim, t.basis = 'logic' OR t.stands = 0, t.place
