-- Who denied what?
-- Every denial of one side, with the speaker's words or the place in the source that tells the denial; the latest first, by the first day on which it can have been made. To doubt is not to deny. What the sources put in nobody's mouth stands as "unattributed", and an author's opinion is marked.
-- :side = russia  russia, united-states, ukraine, europe, press, other, or none for speakers in nobody's name; leave it empty for all sides.
SELECT date, speaker, claim, words, form, CASE opinion WHEN 1 THEN 'opinion' ELSE '' END AS opinion, source, statement_id, claim_id
FROM claim_timeline
WHERE stance = 'denies' AND (:side = '' OR side = :side)
ORDER BY coalesce(not_before, not_after) IS NULL, coalesce(not_before, not_after) DESC, claim, place
