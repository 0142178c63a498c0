-- Who said what about one claim, in time order?
-- All voices on one claim, by the first day on which each can have spoken, and as far as the texts show in which order; an opinion is marked, and what nobody is named for stands as "unattributed".
-- :claim = spoke by telephone in the days after the US election  the claim's id, or words of it.
SELECT place, date, side, speaker, stance_label AS stance, words, form, CASE opinion WHEN 1 THEN 'opinion' ELSE '' END AS opinion, source, claim, statement_id, claim_id
FROM claim_timeline
WHERE claim_id = :claim OR claim LIKE '%' || :claim || '%'
ORDER BY claim_id, place
