-- One row is one subject (a claim on what was said in a contact) that at least one of the sides whose contacts the record is about
-- tells, of a contact of which both give an account: each says firmly that it took place, how long it lasted or what was said in it.
-- To tell: a firm word of a voice of the side that holds in the end (table positions); what follows by logic is none.
-- part: who tells it. result, where one alone does, what the record has of the other on this very subject:
--   the other denies it                a firm word against it
--   the other speaks to it otherwise   any other word on it, or a refusal: also what says so by logic alone, and what another body of that side says
--   nothing was found of the other     all months in which the contact may lie are complete for it
--   nothing of the other is coded yet  the rest: no silence
WITH
principals AS (
    SELECT code AS side, label, rank FROM codes WHERE list = 'side' AND nature = 'principal'
),
tellers AS (
    SELECT DISTINCT event_id, side FROM party_words WHERE subject IN ('occurrence', 'course') AND scale = 2
),
pairs AS (
    SELECT one.event_id, one.side AS one, first.label AS one_label, two.side AS two, second.label AS two_label
    FROM tellers AS one
    JOIN tellers AS two ON two.event_id = one.event_id
    JOIN principals AS first ON first.side = one.side
    JOIN principals AS second ON second.side = two.side AND second.rank > first.rank
),
lines AS (
    SELECT party_words.*,
        row_number() OVER (PARTITION BY party_words.claim_id, party_words.event_id, party_words.side, party_words.scale ORDER BY coalesce(party_words.not_after, '9999'), party_words.statement_id) AS place
    FROM party_words
    JOIN claims ON claims.id = party_words.claim_id AND claims.kind = 'content'
    WHERE party_words.claim_kind = 'content'
      AND EXISTS (SELECT 1 FROM positions WHERE positions.claim_id = party_words.claim_id AND positions.statement_id = party_words.statement_id AND positions.overtaken = 0)
),
told AS (
    SELECT event_id, claim_id, side, statement_id, date FROM lines WHERE scale = 2 AND place = 1
),
subjects AS (
    SELECT DISTINCT pairs.*, claims.id AS claim_id, topics.label AS topic
    FROM pairs
    JOIN told ON told.event_id = pairs.event_id AND told.side IN (pairs.one, pairs.two)
    JOIN claims ON claims.id = told.claim_id
    JOIN topics ON topics.id = claims.topic_id
),
compared AS (
    SELECT subjects.*, one.statement_id AS one_statement, two.statement_id AS two_statement, one.date AS one_date, two.date AS two_date,
        CASE WHEN two.statement_id IS NULL THEN subjects.one WHEN one.statement_id IS NULL THEN subjects.two END AS teller,
        CASE WHEN two.statement_id IS NULL THEN subjects.two WHEN one.statement_id IS NULL THEN subjects.one END AS other
    FROM subjects
    LEFT JOIN told AS one ON one.claim_id = subjects.claim_id AND one.event_id = subjects.event_id AND one.side = subjects.one
    LEFT JOIN told AS two ON two.claim_id = subjects.claim_id AND two.event_id = subjects.event_id AND two.side = subjects.two
),
words AS (
    SELECT claim_id, event_id, side, max(denies) AS denies
    FROM (
        SELECT claim_id, event_id, side, coalesce(scale = -2, 0) AS denies FROM lines
        UNION
        SELECT contact_voices.claim_id, contact_voices.event_id, contact_voices.side, 0
        FROM contact_voices
        JOIN claim_timeline ON claim_timeline.claim_id = contact_voices.claim_id AND claim_timeline.statement_id = contact_voices.statement_id
        WHERE claim_timeline.stands = 1 AND claim_timeline.opinion = 0 AND claim_timeline.medium <> 'leaked-record'
    )
    GROUP BY claim_id, event_id, side
)
SELECT
    compared.event_id || '.' || compared.claim_id || '.' || compared.one || '.' || compared.two AS case_key,
    CASE WHEN teller IS NULL THEN 'Both tell it' WHEN teller = one THEN one_label || ' alone' ELSE two_label || ' alone' END AS part,
    CASE
        WHEN teller IS NULL THEN 'told by both'
        WHEN words.denies THEN 'the other denies it'
        WHEN words.claim_id IS NOT NULL THEN 'the other speaks to it otherwise'
        WHEN covered.covered THEN 'nothing was found of the other'
        ELSE 'nothing of the other is coded yet'
    END AS result,
    topic AS beside,
    NULL AS days,
    teller AS side,
    CASE WHEN teller = two THEN two_date ELSE one_date END AS date,
    coalesce((SELECT min(covered.covered) FROM covered WHERE covered.event_id = compared.event_id), 0) AS complete,
    compared.event_id,
    compared.claim_id,
    CASE WHEN teller = two THEN two_statement ELSE one_statement END AS statement_id,
    CASE WHEN teller IS NULL THEN two_statement END AS other_statement_id
FROM compared
LEFT JOIN words ON words.claim_id = compared.claim_id AND words.event_id = compared.event_id AND words.side = other
LEFT JOIN covered ON covered.event_id = compared.event_id AND covered.side = other
