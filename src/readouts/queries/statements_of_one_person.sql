-- What did one person say?
-- Every stance of one person's statements, by the first day on which the statement can have been made, with the speaker's words or the place in the source that tells them.
-- :name = Peskov  a name or a part of it; a part that fits several people finds them all.
SELECT date, speaker, stance_label AS stance, claim, words, form, medium, source, statement_id, claim_id
FROM claim_timeline
WHERE speaker_id IN (SELECT id FROM people WHERE name LIKE '%' || :name || '%' OR other_names LIKE '%' || :name || '%')
ORDER BY coalesce(not_before, not_after) IS NULL, coalesce(not_before, not_after), statement_id, claim
