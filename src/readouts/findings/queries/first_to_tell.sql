-- One row is one contact between two of the sides whose contacts the record is about, of which at least one of them tells.
-- To tell: a firm word of a voice of the side that it took place, or of how long it lasted or what was said in it. A plan of it is none.
-- The first telling that is coded need not be the first that was made.
-- part: both tell of it, or one alone. result, where both do:
--   X first                           its earliest telling surely comes before every one of the other's
--   on one day                        the earliest of both are of one day
--   which came first is not known     the rest: the dates overlap
-- and where one alone does, what the record has of the other: that it denies the contact, speaks of it and does not tell it, that
-- nothing was found, or that nothing of it is coded yet, which is no silence.
-- days: from the earliest telling of the one to the earliest of the other; empty where a day is not known.
WITH
principals AS (
    SELECT code AS side, label, rank FROM codes WHERE list = 'side' AND nature = 'principal'
),
pairs AS (
    SELECT contact_standing.event_id, one.side AS one, one.label AS one_label, two.side AS two, two.label AS two_label
    FROM contact_standing
    JOIN principals AS one ON ', ' || contact_standing.parties || ', ' LIKE '%, ' || one.side || ', %'
    JOIN principals AS two ON ', ' || contact_standing.parties || ', ' LIKE '%, ' || two.side || ', %' AND two.rank > one.rank
),
tellings AS (
    SELECT *, row_number() OVER (PARTITION BY event_id, side ORDER BY coalesce(not_after, '9999'), coalesce(not_before, ''), statement_id, claim_id) AS place
    FROM party_words
    WHERE subject IN ('occurrence', 'course') AND scale = 2
),
-- A day is the first only if no other telling of the side may lie before it.
firsts AS (
    SELECT event_id, side,
        CASE WHEN count(*) = count(not_before) THEN min(not_before) END AS not_before,
        min(not_after) AS not_after,
        max(CASE place WHEN 1 THEN statement_id END) AS statement_id,
        max(CASE place WHEN 1 THEN claim_id END) AS claim_id,
        max(CASE place WHEN 1 THEN date END) AS date
    FROM tellings
    GROUP BY event_id, side
),
-- What is on record of a side that does not tell of it.
words AS (
    SELECT event_id, side, max(subject = 'occurrence' AND scale = -2) AS denies FROM party_words GROUP BY event_id, side
),
compared AS (
    SELECT pairs.*,
        one.statement_id AS one_statement, two.statement_id AS two_statement,
        one.claim_id AS one_claim, two.claim_id AS two_claim, one.date AS one_date, two.date AS two_date,
        CASE WHEN one.statement_id IS NULL THEN 'two' WHEN two.statement_id IS NULL THEN 'one'
             WHEN one.not_after < two.not_before THEN 'one' WHEN two.not_after < one.not_before THEN 'two' END AS first,
        CASE WHEN one.not_before = one.not_after AND two.not_before = two.not_after
             THEN CAST(abs(julianday(one.not_before) - julianday(two.not_before)) AS INTEGER) END AS days,
        one.statement_id IS NOT NULL AND two.statement_id IS NOT NULL AS both
    FROM pairs
    LEFT JOIN firsts AS one ON one.event_id = pairs.event_id AND one.side = pairs.one
    LEFT JOIN firsts AS two ON two.event_id = pairs.event_id AND two.side = pairs.two
    WHERE one.statement_id IS NOT NULL OR two.statement_id IS NOT NULL
)
SELECT
    compared.event_id || '.' || compared.one || '.' || compared.two AS case_key,
    CASE WHEN both THEN 'Both tell of it' ELSE CASE first WHEN 'one' THEN one_label ELSE two_label END || ' alone' END AS part,
    CASE
        WHEN both AND first IS NOT NULL THEN CASE first WHEN 'one' THEN one_label ELSE two_label END || ' first'
        WHEN both AND days = 0 THEN 'on one day'
        WHEN both THEN 'which came first is not known'
        WHEN words.denies THEN 'the other denies it'
        WHEN words.event_id IS NOT NULL THEN 'the other speaks of it, and does not tell it'
        WHEN covered.covered THEN 'nothing was found of the other'
        ELSE 'nothing of the other is coded yet'
    END AS result,
    (SELECT label FROM codes WHERE list = 'level' AND code = events."level") AS beside,
    days,
    CASE first WHEN 'one' THEN one WHEN 'two' THEN two END AS side,
    CASE WHEN first = 'two' THEN two_date ELSE one_date END AS date,
    coalesce((SELECT min(covered.covered) FROM covered WHERE covered.event_id = compared.event_id), 0) AS complete,
    compared.event_id,
    CASE WHEN first = 'two' THEN two_claim ELSE one_claim END AS claim_id,
    CASE WHEN first = 'two' THEN two_statement ELSE one_statement END AS statement_id,
    CASE WHEN first = 'two' THEN one_statement ELSE two_statement END AS other_statement_id
FROM compared
JOIN events ON events.id = compared.event_id
LEFT JOIN words ON NOT both AND words.event_id = compared.event_id AND words.side = CASE first WHEN 'one' THEN two ELSE one END
LEFT JOIN covered ON NOT both AND covered.event_id = compared.event_id AND covered.side = CASE first WHEN 'one' THEN two ELSE one END
