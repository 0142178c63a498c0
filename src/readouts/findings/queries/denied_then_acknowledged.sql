-- One row is one contact and one side that took part in it and once denied it outright.
-- A denial: the firm word of a voice of that side against the contact itself; what only follows by logic is none, nor is a denial of a plan of it.
-- Where only another body of the side denies it, which is no voice of it there (contact_voices, side only), that stands apart.
-- An acknowledgement: a firm word of a voice of that side that it took place, or of how long it lasted or what was said in it.
-- part: the side; apart from it, another body of the side.
-- result, by the first of these that holds:
--   acknowledged by the side later  only another body of the side denies it, and a voice of the side acknowledges it later
--   not acknowledged by the side so far  only another body of the side denies it, and no later acknowledgement is coded
--   acknowledged later              one of its acknowledgements surely comes after its first denial, by date or by what the texts say
--   acknowledged, order not known   it acknowledges the contact, and which of the two came first is not known
--   acknowledged before alone       it acknowledged the contact before it first denied it, and never after
--   not acknowledged                nothing was found, and all months in which the contact may lie are complete for that side
--   not acknowledged so far         no acknowledgement is coded; those months are not complete, so that there may be one
-- days: from the first denial to the first acknowledgement that surely comes after it; empty where one of the two has no known day.
WITH
said AS (
    SELECT event_id, side, claim_id, statement_id, date, not_before, not_after, NULL AS beside
    FROM party_words
    WHERE subject = 'occurrence' AND scale = -2
    UNION ALL
    SELECT contact_voices.event_id, contact_voices.side, contact_voices.claim_id, contact_voices.statement_id, claim_timeline.date,
        claim_timeline.not_before, claim_timeline.not_after, contact_voices.organization
    FROM contact_voices
    JOIN claim_timeline ON claim_timeline.claim_id = contact_voices.claim_id AND claim_timeline.statement_id = contact_voices.statement_id
    WHERE contact_voices.voice = 'side only' AND contact_voices.leak_id IS NULL AND claim_timeline.claim_kind = 'occurrence' AND claim_timeline.scale = -2
      AND claim_timeline.stands = 1 AND claim_timeline.opinion = 0 AND claim_timeline.basis <> 'logic' AND claim_timeline.medium <> 'leaked-record'
),
denials AS (
    SELECT *,
        row_number() OVER (PARTITION BY event_id, side
            ORDER BY beside IS NOT NULL, coalesce(not_after, not_before, '9999'), coalesce(not_before, ''), statement_id, claim_id) AS place,
        count(*) OVER (PARTITION BY event_id, side, beside IS NULL) AS number
    FROM said
),
acknowledgements AS (
    SELECT * FROM party_words WHERE subject IN ('occurrence', 'course') AND scale = 2
),
later AS (
    SELECT acknowledgements.event_id, acknowledgements.side, acknowledgements.not_before, acknowledgements.not_after, acknowledgements.statement_id,
        row_number() OVER (PARTITION BY denials.event_id, denials.side
            ORDER BY coalesce(acknowledgements.not_after, '9999'), acknowledgements.statement_id, acknowledgements.claim_id) AS turn
    FROM denials
    JOIN acknowledgements ON acknowledgements.event_id = denials.event_id AND acknowledgements.side = denials.side
    WHERE denials.place = 1
      AND (acknowledgements.not_before > denials.not_after
           OR EXISTS (SELECT 1 FROM known_order WHERE earlier_statement_id = denials.statement_id AND later_statement_id = acknowledgements.statement_id))
),
other AS (
    SELECT denials.event_id, denials.side,
        min(coalesce(acknowledgements.not_after < denials.not_before, 0)) AS before
    FROM denials
    JOIN acknowledgements ON acknowledgements.event_id = denials.event_id AND acknowledgements.side = denials.side
    WHERE denials.place = 1
    GROUP BY denials.event_id, denials.side
)
SELECT
    denials.event_id || '.' || denials.side AS case_key,
    sides.label || CASE WHEN denials.beside IS NULL THEN '' ELSE ', another body' END AS part,
    CASE
        WHEN denials.beside IS NOT NULL THEN CASE WHEN later.statement_id IS NOT NULL THEN 'acknowledged by the side later' ELSE 'not acknowledged by the side so far' END
        WHEN later.statement_id IS NOT NULL THEN 'acknowledged later'
        WHEN other.before = 0 THEN 'acknowledged, order not known'
        WHEN other.before = 1 THEN 'acknowledged before alone'
        WHEN coalesce(covered.covered, 0) THEN 'not acknowledged'
        ELSE 'not acknowledged so far'
    END AS result,
    CASE denials.number WHEN 1 THEN 'denied once' ELSE 'denied ' || denials.number || ' times' END || coalesce(', by ' || denials.beside, '') AS beside,
    CASE WHEN denials.not_before = denials.not_after AND later.not_before = later.not_after
         THEN CAST(julianday(later.not_before) - julianday(denials.not_before) AS INTEGER) END AS days,
    denials.side,
    denials.date,
    coalesce(covered.covered, 0) AS complete,
    denials.event_id,
    denials.claim_id,
    denials.statement_id,
    later.statement_id AS other_statement_id
FROM denials
JOIN codes AS sides ON sides.list = 'side' AND sides.code = denials.side
LEFT JOIN later ON later.event_id = denials.event_id AND later.side = denials.side AND later.turn = 1
LEFT JOIN other ON other.event_id = denials.event_id AND other.side = denials.side
LEFT JOIN covered ON covered.event_id = denials.event_id AND covered.side = denials.side
WHERE denials.place = 1
