-- One row is one claim, with who takes which stance on it, so that its text never stands alone: it is a proposition of
-- ours, and nobody may be taken to say it who does not.
-- Every stance ever taken counts: whoever changed the line stands on both sides of it. Names stand behind their side, up
-- to three, the earliest first; a speaker for no side stands alone. What nobody named is said to have said, what a source
-- only judges (narrated) and what a leaked record has are told apart, and so is opinion.
-- affirmed_by, denied_by: who asserts or confirms it, who denies it. said_by: the same in one line, with all stances,
-- the strongest affirmation first.
WITH
sides (side, label, rank) AS (
    VALUES ('russia', 'Russia', 1), ('united-states', 'the United States', 2), ('ukraine', 'Ukraine', 3),
           ('europe', 'Europe', 4), ('press', 'the press', 5)
),
verbs (stance, verb, opinion_verb, rank) AS (
    VALUES ('asserts', 'asserted by', 'asserted', 1), ('confirms', 'confirmed by', 'confirmed', 2),
           ('allows', 'held possible by', 'held possible', 3), ('downplays', 'played down by', 'played down', 4),
           ('declines', 'comment declined by', 'comment declined', 5), ('doubts', 'doubted by', 'doubted', 6),
           ('denies', 'denied by', 'denied', 7)
),
spoken AS (
    SELECT
        told.claim_id,
        told.place,
        told.stance,
        told.opinion,
        CASE
            WHEN told.medium = 'leaked-record' THEN 8
            WHEN told.form = 'unattributed' THEN 7
            ELSE coalesce(sides.rank, 6)
        END AS group_rank,
        CASE
            WHEN told.medium = 'leaked-record' THEN 'a leaked record'
            WHEN told.form = 'unattributed'
                THEN 'somebody unnamed' || coalesce(' (' || sides.label || ' by our reading)', '')
            WHEN sides.side IS NOT NULL THEN sides.label
            ELSE told.speaker || CASE told.form WHEN 'narrated' THEN ' as a source tells it' ELSE '' END
        END AS heading,
        CASE WHEN told.medium <> 'leaked-record' AND told.form <> 'unattributed' AND sides.side IS NOT NULL
             THEN told.speaker || CASE told.form WHEN 'narrated' THEN ' as a source tells it' ELSE '' END END AS name
    FROM claim_timeline AS told
    LEFT JOIN sides ON sides.side = told.side
),
-- By stance, and once more by direction: who asserts it and who confirms it stand together in affirmed_by.
directions (stance, direction) AS (VALUES ('asserts', 'affirmed'), ('confirms', 'affirmed'), ('denies', 'denied')),
keyed AS (
    SELECT stance AS key, * FROM spoken
    UNION ALL
    SELECT directions.direction, spoken.* FROM spoken JOIN directions ON directions.stance = spoken.stance
),
names AS (
    SELECT
        claim_id, key, group_rank, heading, name,
        row_number() OVER (PARTITION BY claim_id, key, heading ORDER BY min(place), name) AS number,
        count(*) OVER (PARTITION BY claim_id, key, heading) AS names
    FROM keyed
    WHERE opinion = 0
    GROUP BY claim_id, key, group_rank, heading, name
),
headings AS (
    SELECT
        claim_id, key, group_rank, heading,
        heading || coalesce(
            ' (' || group_concat(CASE WHEN number <= 3 THEN name END, ', ')
            || CASE WHEN max(names) > 3 THEN ' and ' || (max(names) - 3) || ' more' ELSE '' END || ')', ''
        ) AS words
    FROM (SELECT * FROM names ORDER BY claim_id, key, group_rank, heading, number)
    GROUP BY claim_id, key, group_rank, heading
),
voices AS (
    SELECT claim_id, key, group_concat(words, ', ') AS words
    FROM (SELECT * FROM headings ORDER BY claim_id, key, group_rank, heading)
    GROUP BY claim_id, key
),
opinions AS (
    SELECT DISTINCT claim_id, key FROM keyed WHERE opinion = 1
),
parts AS (
    SELECT voices.claim_id, 0 AS opinion, verbs.rank, verbs.verb || ' ' || voices.words AS words
    FROM voices
    JOIN verbs ON verbs.stance = voices.key
    UNION ALL
    SELECT opinions.claim_id, 1, verbs.rank, verbs.opinion_verb || ' in opinion alone'
    FROM opinions
    JOIN verbs ON verbs.stance = opinions.key
    WHERE NOT EXISTS (SELECT 1 FROM voices WHERE voices.claim_id = opinions.claim_id AND voices.key = opinions.key)
),
lines AS (
    SELECT claim_id, group_concat(words, '; ') AS words
    FROM (SELECT * FROM parts ORDER BY claim_id, opinion, rank)
    GROUP BY claim_id
),
ends AS (
    SELECT claim_id, key, words FROM voices WHERE key IN ('affirmed', 'denied')
    UNION ALL
    SELECT opinions.claim_id, opinions.key, 'in opinion alone'
    FROM opinions
    WHERE opinions.key IN ('affirmed', 'denied')
      AND NOT EXISTS (SELECT 1 FROM voices WHERE voices.claim_id = opinions.claim_id AND voices.key = opinions.key)
)
SELECT
    claims.id,
    coalesce(affirmed.words, 'nobody') AS affirmed_by,
    coalesce(denied.words, 'nobody') AS denied_by,
    coalesce(lines.words, 'nobody takes a stance on it') AS said_by
FROM claims
LEFT JOIN ends AS affirmed ON affirmed.claim_id = claims.id AND affirmed.key = 'affirmed'
LEFT JOIN ends AS denied ON denied.claim_id = claims.id AND denied.key = 'denied'
LEFT JOIN lines ON lines.claim_id = claims.id
ORDER BY claims.id
