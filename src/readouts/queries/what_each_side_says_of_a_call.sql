-- What does each side say of one call?
-- Every stance in the record on what is claimed of one contact: whether it took place, how long it lasted, who wanted it, what was and was not discussed, and whatever else is claimed of it; an author's opinion is marked.
-- :contact = 2025-07-03  the date of the contact as the record writes it, or words of its title.
SELECT side, speaker, stance_label AS stance, claim, words, CASE opinion WHEN 1 THEN 'opinion' ELSE '' END AS opinion, date, event, source, statement_id, claim_id, event_id
FROM claim_timeline
WHERE event_id IN (SELECT id FROM events WHERE kind IN ('call', 'meeting', 'visit', 'contact') AND (date = :contact OR title LIKE '%' || :contact || '%'))
ORDER BY event_id, CASE side WHEN 'russia' THEN 1 WHEN 'united-states' THEN 2 WHEN 'ukraine' THEN 3 WHEN 'europe' THEN 4 WHEN 'press' THEN 5 ELSE 6 END, claim, place
