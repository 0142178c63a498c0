-- One row is a change of line: two stances of one voice on one claim, next to each other in known order, which differ.
-- Known order: every day that the first date allows lies before every day of the second, or a text says which came
-- first. Overlapping dates give no shift. Next to each other: nothing of the voice is known to lie between, and nothing
-- that may lie between is of another strength than both, so that it is open what moved into what.
-- Plans are left out (they may change without anybody changing his account), and so are opinion, what is not said plainly and what only follows by
-- logic: words that name another matter move nobody's line on this one.
-- shift, by the first of these that holds:
--   fell silent  a stance, then a refusal to say
--   spoke up     a refusal to say (polarity silent), then a stance for or against
--   reversal     for turns into against or the other way round, and the strength does not fall
--   softening    the strength (the scale without its sign) falls
--   hardening    the strength grows
-- What was taken back stands no more: it is the earlier of a pair only with the words that take it back, and the later of none.
-- Asserting and then confirming is no shift, nor is calling a thing harmless after a refusal to say.
-- level: "person" compares the stances that count for one person, "organization" all stances in its name; a pair of the
-- same person's own stances is shown at the level of the person alone. Two people of one body are two voices of one
-- house: what one says after the other moves nobody's line (see contradictions). Nor does somebody whom no text names.
-- Between a body's own words and those of one of its people its line may move, but who refuses to say does so for himself,
-- and lies between no two words of the body.
-- reading: where a source names nobody for one of the two (unattributed), or only judges the line (narrated), that the
-- stance is this voice's is our reading, and the note of the statement stands here.
WITH
spoken AS (
    SELECT
        claim_timeline.*,
        codes.polarity,
        CASE WHEN claim_timeline.form IN ('unattributed', 'narrated') THEN coalesce(statements.note, 'no note') END AS reading,
        statements.speaker_label IS NOT NULL AS unnamed,
        statements.takes_back_id
    FROM claim_timeline
    JOIN statements ON statements.id = claim_timeline.statement_id
    JOIN codes ON codes.list = 'stance' AND codes.code = claim_timeline.stance
    WHERE claim_timeline.claim_kind <> 'plan' AND claim_timeline.opinion = 0 AND claim_timeline.basis <> 'logic'
      AND claim_timeline.register = 'plain'
),
-- What a source only judges (narrated) counts for no person, yet may lie between two stances of the person named.
voices AS (
    SELECT 'person' AS level, speaker_id AS voice_id, claim_id, statement_id, scale, counts_for = 'person' AS counts, not_before, not_after, 0 AS for_himself
    FROM spoken WHERE speaker_id IS NOT NULL
    UNION ALL
    SELECT 'organization', organization_id, claim_id, statement_id, scale, 1, not_before, not_after, counts_for = 'person' AND polarity = 'silent'
    FROM spoken WHERE organization_id IS NOT NULL
),
pairs AS (
    SELECT
        earlier.level, earlier.voice_id, earlier.claim_id, earlier.statement_id AS earlier_id, later.statement_id AS later_id,
        earlier.scale AS earlier_scale, earlier.not_before AS earlier_from, earlier.not_after AS earlier_to,
        later.scale AS later_scale, later.not_before AS later_from, later.not_after AS later_to
    FROM voices AS earlier
    JOIN voices AS later
      ON later.level = earlier.level AND later.voice_id = earlier.voice_id AND later.claim_id = earlier.claim_id
    WHERE earlier.counts AND later.counts AND earlier.scale IS NOT later.scale
      AND (earlier.not_after < later.not_before
           OR EXISTS (SELECT 1 FROM known_order WHERE earlier_statement_id = earlier.statement_id AND later_statement_id = later.statement_id))
),
neighbours AS (
    SELECT level, voice_id, claim_id, earlier_id, later_id
    FROM pairs
    WHERE NOT EXISTS (
        SELECT 1
        FROM voices AS third
        WHERE third.level = pairs.level AND third.voice_id = pairs.voice_id AND third.claim_id = pairs.claim_id
          AND third.statement_id NOT IN (pairs.earlier_id, pairs.later_id) AND NOT third.for_himself
          -- It is not known to come before the first, nor behind the second.
          AND (third.not_after < pairs.earlier_from) IS NOT 1 AND (pairs.later_to < third.not_before) IS NOT 1
          AND NOT EXISTS (SELECT 1 FROM known_order WHERE earlier_statement_id = third.statement_id AND later_statement_id = pairs.earlier_id)
          AND NOT EXISTS (SELECT 1 FROM known_order WHERE earlier_statement_id = pairs.later_id AND later_statement_id = third.statement_id)
          AND (
              (third.scale IS NOT pairs.earlier_scale AND third.scale IS NOT pairs.later_scale)
              -- What is of the strength of one of them takes its place only where it is known to come between.
              OR ((pairs.earlier_to < third.not_before
                   OR EXISTS (SELECT 1 FROM known_order WHERE earlier_statement_id = pairs.earlier_id AND later_statement_id = third.statement_id))
                  AND (third.not_after < pairs.later_from
                       OR EXISTS (SELECT 1 FROM known_order WHERE earlier_statement_id = third.statement_id AND later_statement_id = pairs.later_id)))))
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
    WHERE NOT later.taken_back AND (NOT earlier.taken_back OR later.takes_back_id = earlier.statement_id)
      AND (neighbours.level = 'person'
       OR (NOT (earlier.counts_for = 'person' AND later.counts_for = 'person')
           AND NOT (earlier.unnamed OR later.unnamed)
           AND (earlier.speaker_id IS later.speaker_id OR ((earlier.speaker_id IS NULL OR later.speaker_id IS NULL)
                AND earlier.polarity <> 'silent' AND later.polarity <> 'silent'))))
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
