-- What did one person say?
-- Every statement of one person in time order, with the stance on each claim and the words.
-- :name = Peskov  a name or a part of it.
SELECT date, speaker, stance_label AS stance, claim, words, form, medium, source, statement_id, claim_id
FROM claim_timeline
WHERE speaker_id IN (SELECT id FROM people WHERE name LIKE '%' || :name || '%' OR other_names LIKE '%' || :name || '%')
ORDER BY not_before, statement_id, claim
