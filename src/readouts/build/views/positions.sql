-- One row is a stance that nothing shows superseded: the last word of a voice on a claim, as far as the record goes.
-- A voice is the person, where the stance counts for a person; otherwise the organization in whose name it stands.
-- What is not said plainly, or was taken back, is left out. Stances that count for nobody (an unnamed speaker for no organization) and opinion are left out.
-- Superseded: the same voice takes a stance on the same claim later in known order (the dates cannot overlap, or a text
-- says so). An organization is also superseded by the named people who speak for it. A refusal to say supersedes nothing
-- but another refusal (polarity silent), and what only follows by logic nothing but what does so too. Where the order is uncertain, both stances stay.
-- overtaken: somebody else has since spoken on the claim in the name of the same organization; a firm word (2 or -2 on the
-- scale) is overtaken by a firm one only.
-- side_is_split: the positions of one side, those overtaken and the refusals left out, do not all point in one direction
-- (polarity for, open, against), and this is between different organizations or different named people.
WITH
spoken AS (
    SELECT claim_timeline.*, codes.polarity, abs(codes.scale) IS 2 AS firm
    FROM claim_timeline
    JOIN codes ON codes.list = 'stance' AND codes.code = claim_timeline.stance
    WHERE claim_timeline.stands = 1 AND claim_timeline.opinion = 0 AND claim_timeline.counts_for <> 'nobody'
),
voices AS (
    SELECT 'person' AS level, speaker_id AS voice_id, claim_id, statement_id, polarity, firm, basis, counts_for, not_before, not_after
    FROM spoken WHERE counts_for = 'person'
    UNION ALL
    SELECT 'organization', organization_id, claim_id, statement_id, polarity, firm, basis, counts_for, not_before, not_after
    FROM spoken WHERE organization_id IS NOT NULL
),
followed AS (
    SELECT
        earlier.claim_id,
        earlier.statement_id,
        earlier.level = 'person' OR earlier.counts_for = 'organization' AS by_the_same_voice,
        later.firm OR NOT earlier.firm AS counts
    FROM voices AS earlier
    JOIN voices AS later
      ON later.level = earlier.level AND later.voice_id = earlier.voice_id AND later.claim_id = earlier.claim_id
    WHERE (later.polarity <> 'silent' OR earlier.polarity = 'silent')
      AND (later.basis <> 'logic' OR earlier.basis = 'logic')
      AND (earlier.not_after < later.not_before
           OR EXISTS (SELECT 1 FROM known_order
                      WHERE known_order.earlier_statement_id = earlier.statement_id
                        AND known_order.later_statement_id = later.statement_id))
),
fates AS (
    SELECT claim_id, statement_id, max(fate) AS fate
    FROM (
        SELECT claim_id, statement_id, 0 AS fate FROM spoken
        UNION ALL
        SELECT claim_id, statement_id, CASE WHEN by_the_same_voice THEN 2 ELSE 1 END FROM followed WHERE by_the_same_voice OR counts
    )
    GROUP BY claim_id, statement_id
),
last_words AS (
    SELECT spoken.*, fates.fate = 1 AS overtaken
    FROM fates
    JOIN spoken ON spoken.claim_id = fates.claim_id AND spoken.statement_id = fates.statement_id
    WHERE fates.fate < 2
),
lines AS (
    SELECT
        claim_id,
        side,
        organization_id,
        CASE WHEN counts_for = 'person' THEN speaker_id END AS person_id,
        polarity AS direction
    FROM last_words
    WHERE overtaken = 0 AND polarity <> 'silent' AND side <> 'none'
),
split_sides AS (
    SELECT DISTINCT one.claim_id, one.side
    FROM lines AS one
    JOIN lines AS other ON other.claim_id = one.claim_id AND other.side = one.side
    WHERE one.direction <> other.direction
      AND (one.person_id <> other.person_id
           OR (one.organization_id <> other.organization_id AND (one.person_id IS NULL OR other.person_id IS NULL)))
)
SELECT
    last_words.claim,
    last_words.side,
    CASE last_words.counts_for WHEN 'person' THEN last_words.speaker ELSE last_words.organization END AS voice,
    last_words.counts_for AS voice_kind,
    last_words.stance,
    last_words.scale,
    last_words.basis,
    last_words.date,
    last_words.words,
    last_words.form,
    split_sides.side IS NOT NULL AS side_is_split,
    last_words.overtaken,
    last_words.organization,
    last_words.event,
    last_words.claim_kind,
    last_words.topic,
    last_words.source,
    last_words.medium,
    last_words.year,
    last_words.month,
    last_words.claim_id,
    last_words.statement_id,
    last_words.event_id,
    last_words.source_id,
    last_words.speaker_id,
    last_words.organization_id,
    last_words.quotation_id
FROM last_words
LEFT JOIN split_sides ON split_sides.claim_id = last_words.claim_id AND split_sides.side = last_words.side
ORDER BY last_words.claim_id, last_words.side, last_words.place
