-- One row is a change of line: two stances of one voice on one claim, next to each other in known order, which differ.
-- Known order: every day that the first date allows lies before every day of the second, or a text says which came
-- first. Overlapping dates give no shift. Next to each other: no third stance of the voice is known to lie between.
-- Plans are left out (they may change without anybody changing his account), and so are opinion, what is not said plainly and what only follows by
-- logic: words that name another matter move nobody's line on this one.
-- shift, by the first of these that holds:
--   fell silent  a stance, then a refusal to say
--   spoke up     a refusal to say (polarity silent), then a stance for or against
--   reversal     for turns into against or the other way round, and the strength does not fall
--   softening    the strength (the scale without its sign) falls
--   hardening    the strength grows
-- Asserting and then confirming is no shift, nor is calling a thing harmless after a refusal to say.
-- level: "person" compares the stances that count for one person, "organization" all stances in its name; a pair of the
-- same person's own stances is shown at the level of the person alone.
-- reading: where a source names nobody for one of the two (unattributed), or only judges the line (narrated), that the
-- stance is this voice's is our reading, and the note of the statement stands here.
WITH
spoken AS (
    SELECT
        claim_timeline.*,
        codes.polarity,
        CASE WHEN claim_timeline.form IN ('unattributed', 'narrated') THEN coalesce(statements.note, 'no note') END AS reading
    FROM claim_timeline
    JOIN statements ON statements.id = claim_timeline.statement_id
    JOIN codes ON codes.list = 'stance' AND codes.code = claim_timeline.stance
    WHERE claim_timeline.claim_kind <> 'plan' AND claim_timeline.opinion = 0 AND claim_timeline.basis <> 'logic'
      AND claim_timeline.register = 'plain'
),
voices AS (
    SELECT 'person' AS level, speaker_id AS voice_id, claim_id, statement_id, not_before, not_after
    FROM spoken WHERE counts_for = 'person'
    UNION ALL
    SELECT 'organization', organization_id, claim_id, statement_id, not_before, not_after
    FROM spoken WHERE organization_id IS NOT NULL
),
ordered AS (
    SELECT earlier.level, earlier.voice_id, earlier.claim_id, earlier.statement_id AS earlier_id, later.statement_id AS later_id
    FROM voices AS earlier
    JOIN voices AS later
      ON later.level = earlier.level AND later.voice_id = earlier.voice_id AND later.claim_id = earlier.claim_id
    WHERE earlier.not_after < later.not_before
       OR EXISTS (SELECT 1 FROM known_order
                  WHERE known_order.earlier_statement_id = earlier.statement_id
                    AND known_order.later_statement_id = later.statement_id)
),
neighbours AS (
    SELECT level, voice_id, claim_id, earlier_id, later_id FROM ordered
    EXCEPT
    SELECT first.level, first.voice_id, first.claim_id, first.earlier_id, second.later_id
    FROM ordered AS first
    JOIN ordered AS second
      ON second.level = first.level AND second.voice_id = first.voice_id AND second.claim_id = first.claim_id
     AND second.earlier_id = first.later_id
),
compared AS (
    SELECT
        neighbours.level,
        CASE
            WHEN later.stance = earlier.stance THEN NULL
            WHEN later.polarity = 'silent' THEN CASE WHEN earlier.polarity <> 'silent' THEN 'fell silent' END
            WHEN earlier.polarity = 'silent' THEN CASE WHEN later.scale <> 0 THEN 'spoke up' END
            WHEN earlier.scale * later.scale < 0 AND abs(later.scale) >= abs(earlier.scale) THEN 'reversal'
            WHEN abs(later.scale) < abs(earlier.scale) THEN 'softening'
            WHEN abs(later.scale) > abs(earlier.scale) THEN 'hardening'
        END AS shift,
        earlier.statement_id AS earlier_statement_id,
        later.statement_id AS later_statement_id,
        neighbours.claim_id
    FROM neighbours
    JOIN spoken AS earlier ON earlier.claim_id = neighbours.claim_id AND earlier.statement_id = neighbours.earlier_id
    JOIN spoken AS later ON later.claim_id = neighbours.claim_id AND later.statement_id = neighbours.later_id
    WHERE neighbours.level = 'person'
       OR NOT (earlier.counts_for = 'person' AND later.counts_for = 'person' AND earlier.speaker_id = later.speaker_id)
)
SELECT
    later.claim,
    compared.shift,
    CASE compared.level WHEN 'person' THEN later.speaker ELSE later.organization END AS voice,
    compared.level,
    later.side,
    earlier.date AS earlier_date,
    earlier.stance AS earlier_stance,
    earlier.words AS earlier_words,
    later.date AS later_date,
    later.stance AS later_stance,
    later.words AS later_words,
    earlier.form || ' -> ' || later.form AS basis,
    nullif(ltrim(coalesce('earlier: ' || earlier.reading, '') || coalesce(' later: ' || later.reading, '')), '') AS reading,
    CASE WHEN earlier.not_before = earlier.not_after AND later.not_before = later.not_after
         THEN CAST(julianday(later.not_before) - julianday(earlier.not_before) AS INTEGER) END AS days_between,
    earlier.speaker AS earlier_speaker,
    later.speaker AS later_speaker,
    later.event,
    later.claim_kind,
    later.topic,
    later.year,
    later.month,
    compared.claim_id,
    compared.earlier_statement_id,
    compared.later_statement_id,
    later.event_id,
    CASE WHEN compared.level = 'person' THEN later.speaker_id END AS speaker_id,
    later.organization_id,
    earlier.quotation_id AS earlier_quotation_id,
    later.quotation_id AS later_quotation_id
FROM compared
JOIN spoken AS earlier ON earlier.claim_id = compared.claim_id AND earlier.statement_id = compared.earlier_statement_id
JOIN spoken AS later ON later.claim_id = compared.claim_id AND later.statement_id = compared.later_statement_id
WHERE compared.shift IS NOT NULL
ORDER BY compared.claim_id, later.place, compared.later_statement_id, earlier.place, compared.earlier_statement_id
