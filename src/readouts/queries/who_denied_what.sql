-- Who denied what?
-- Every denial of one side, newest first, with the speaker's words or the passage in which the denial is told. Denials that the sources put in nobody's mouth stand as "unattributed".
-- :side = russia  russia, united-states, ukraine, europe, press, other, or none for speakers in nobody's name; leave it empty for all sides.
SELECT date, speaker, claim, words, form, source, statement_id, claim_id
FROM claim_timeline
WHERE stance = 'denies' AND (:side = '' OR side = :side)
ORDER BY not_before DESC, claim, place
