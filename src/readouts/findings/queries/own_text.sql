-- One row is one statement of a voice of a side on a contact in which that side took part, and how near the nearest of its renderings comes to the speaker.
-- result is what the statements have as rests_on: the side's own text, a copy of it, an agency's report, another report, or a copy of such a report alone (a mirror).
-- Sides that have no account of their own (nature rest) are left out.
-- It says of which texts the record holds the words, and not which texts there are. The contact is the first of those that it speaks of, by id.
-- complete: all months in which that contact may lie are complete for the side.
WITH
spoken AS (
    SELECT statement_id, side, min(event_id) AS event_id FROM party_words GROUP BY statement_id, side
)
SELECT
    spoken.statement_id || '.' || spoken.side AS case_key,
    sides.label AS part,
    CASE statements.rests_on
        WHEN 'own text' THEN 'its own text'
        WHEN 'copy of it' THEN 'a copy of its own text'
        WHEN 'agency' THEN 'an agency report'
        WHEN 'report' THEN 'another report'
        ELSE 'a mirror alone'
    END AS result,
    (SELECT label FROM codes WHERE list = 'medium' AND code = statements.medium) AS beside,
    NULL AS days,
    spoken.side,
    statements.date,
    coalesce(covered.covered, 0) AS complete,
    spoken.event_id,
    (SELECT min(claim_id) FROM party_words WHERE party_words.statement_id = spoken.statement_id AND party_words.side = spoken.side AND party_words.event_id = spoken.event_id) AS claim_id,
    spoken.statement_id,
    NULL AS other_statement_id
FROM spoken
JOIN statements ON statements.id = spoken.statement_id
JOIN codes AS sides ON sides.list = 'side' AND sides.code = spoken.side AND sides.nature IN ('principal', 'party')
LEFT JOIN covered ON covered.event_id = spoken.event_id AND covered.side = spoken.side
