-- One row is one claim, with who takes which stance on it, so that its text never stands alone: it is a proposition of
-- ours, and nobody may be taken to say it who does not.
-- Every stance ever taken counts: whoever changed the line stands on both sides of it. Names stand behind their side, up
-- to three, the earliest first; a speaker for no side stands alone. What nobody named is said to have said, what a source
-- only judges (narrated) and what a leaked record has are told apart, and so is opinion. Whose words only by logic say it stands
-- behind those who say it, and is marked, unless other words of his say it; so is what was taken back. What is not said plainly takes no position and is left out.
-- affirmed_by, denied_by: who asserts or confirms it, who denies it. said_by: the same in one line, with all stances,
-- by their rank. affirmed_by takes what is firmly for it, denied_by what is firmly against it (2 and -2 on the scale).
WITH
sides AS (
    SELECT code AS side, phrase AS label, rank FROM codes WHERE list = 'side' AND nature <> 'rest'
),
verbs AS (
    SELECT code AS stance, phrase AS verb, rank FROM codes WHERE list = 'stance'
),
-- Behind the sides stand speakers one by one, then those whom nobody names, then leaked records.
behind AS (
    SELECT max(rank) AS rank FROM sides
),
spoken AS (
    SELECT
        told.claim_id,
        told.place,
        told.stance,
        told.opinion,
        told.speaker,
        CASE
            WHEN told.medium = 'leaked-record' THEN behind.rank + 3
            WHEN told.form = 'unattributed' THEN behind.rank + 2
            ELSE coalesce(sides.rank, behind.rank + 1)
        END AS group_rank,
        CASE
            WHEN told.medium = 'leaked-record' THEN 'a leaked record'
            WHEN told.form = 'unattributed'
                THEN 'somebody unnamed' || coalesce(' (' || sides.label || ' by our reading)', '')
            WHEN sides.side IS NOT NULL THEN sides.label
            ELSE told.speaker || CASE told.form WHEN 'narrated' THEN ' as a source tells it' ELSE '' END
                || CASE told.basis WHEN 'logic' THEN ' by logic' ELSE '' END
                || CASE told.taken_back WHEN 1 THEN ', taken back' ELSE '' END
        END AS heading,
        CASE WHEN told.medium <> 'leaked-record' AND told.form <> 'unattributed' AND sides.side IS NOT NULL
             THEN told.speaker || CASE told.form WHEN 'narrated' THEN ' as a source tells it' ELSE '' END
                 || CASE told.basis WHEN 'logic' THEN ' by logic' ELSE '' END
                || CASE told.taken_back WHEN 1 THEN ', taken back' ELSE '' END END AS name,
        told.basis = 'logic' OR told.taken_back AS not_first
    FROM claim_timeline AS told
    CROSS JOIN behind
    LEFT JOIN sides ON sides.side = told.side
    WHERE told.register = 'plain'
),
-- By stance, and once more by direction: all who are firmly for it stand together in affirmed_by.
directions AS (
    SELECT code AS stance, CASE scale WHEN 2 THEN 'affirmed' ELSE 'denied' END AS direction
    FROM codes
    WHERE list = 'stance' AND scale IN (2, -2)
),
keyed AS (
    SELECT stance AS key, * FROM spoken
    UNION ALL
    SELECT directions.direction, spoken.* FROM spoken JOIN directions ON directions.stance = spoken.stance
),
names AS (
    SELECT
        claim_id, key, group_rank, heading, name,
        row_number() OVER (PARTITION BY claim_id, key, heading ORDER BY min(not_first), min(place), name) AS number,
        count(*) OVER (PARTITION BY claim_id, key, heading) AS names
    FROM keyed
    WHERE opinion = 0
      AND NOT (not_first AND EXISTS (
          SELECT 1 FROM keyed AS plain
          WHERE plain.claim_id = keyed.claim_id AND plain.key = keyed.key AND plain.speaker = keyed.speaker AND NOT plain.not_first))
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
    SELECT voices.claim_id, 0 AS opinion, verbs.rank, verbs.verb || ' by ' || voices.words AS words
    FROM voices
    JOIN verbs ON verbs.stance = voices.key
    UNION ALL
    SELECT opinions.claim_id, 1, verbs.rank, verbs.verb || ' in opinion alone'
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
    coalesce(lines.words, 'nobody takes a position on it in plain words') AS said_by
FROM claims
LEFT JOIN ends AS affirmed ON affirmed.claim_id = claims.id AND affirmed.key = 'affirmed'
LEFT JOIN ends AS denied ON denied.claim_id = claims.id AND denied.key = 'denied'
LEFT JOIN lines ON lines.claim_id = claims.id
ORDER BY claims.id
