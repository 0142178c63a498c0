-- One row is one statement's stance on one claim; the other derived tables read it.
-- place: order in time within a claim, by the earliest day on which the statement can have been made (with an open
-- start, its latest day; with no day at all, at the end), then by what the texts say came first, then by id. A statement
-- that a text puts after another never stands before it. Neighbours in place need not be known to follow each other:
-- that is known only if not_after of the first lies before not_before of the second, or known_order holds the pair.
-- stands: the statement takes a position and holds to it. Only plain words do (register), and not those that the same speaker has
-- taken back (taken_back). What does not stand is shown here, and counts in no other derived table but one: to take back is a
-- change of line (shifts).
-- not_before, not_after: the days that the date allows, narrowed by the dates of the statements that the texts put
-- before and after this one.
WITH
earliest_days AS (
    SELECT id AS statement_id, date_earliest AS day FROM statements
    UNION ALL
    SELECT known_order.later_statement_id, earlier.date_earliest
    FROM known_order
    JOIN statements AS earlier ON earlier.id = known_order.earlier_statement_id
),
latest_days AS (
    SELECT id AS statement_id, date_latest AS day FROM statements
    UNION ALL
    SELECT known_order.earlier_statement_id, later.date_latest
    FROM known_order
    JOIN statements AS later ON later.id = known_order.later_statement_id
),
first_days AS (SELECT statement_id, max(day) AS not_before FROM earliest_days GROUP BY statement_id),
last_days AS (SELECT statement_id, min(day) AS not_after FROM latest_days GROUP BY statement_id),
bounds AS (
    SELECT first_days.statement_id, first_days.not_before, last_days.not_after, coalesce(first_days.not_before, last_days.not_after) AS day
    FROM first_days
    JOIN last_days ON last_days.statement_id = first_days.statement_id
),
days_so_far AS (
    SELECT statement_id, day FROM bounds
    UNION ALL
    SELECT known_order.later_statement_id, bounds.day
    FROM known_order
    JOIN bounds ON bounds.statement_id = known_order.earlier_statement_id
),
order_in_time AS (
    SELECT statement_id, max(day) AS day, count(*) AS number_in_chain FROM days_so_far GROUP BY statement_id
)
SELECT
    claims.text AS claim,
    row_number() OVER (
        PARTITION BY claims.id
        ORDER BY order_in_time.day IS NULL, order_in_time.day, order_in_time.number_in_chain, statements.id
    ) AS place,
    statements.date,
    statements.side,
    CASE WHEN quotations.form = 'unattributed' THEN 'unattributed' ELSE statements.speaker END AS speaker,
    coalesce(organizations.name, 'none') AS organization,
    stances.stance,
    codes.label AS stance_label,
    codes.scale,
    stances.basis,
    statements.register,
    backed.statement_id IS NOT NULL AS taken_back,
    statements.register = 'plain' AND backed.statement_id IS NULL AS stands,
    coalesce(quotations.words, quotations.proof, quotations.passage) AS words,
    quotations.form,
    CASE WHEN quotations.form = 'own' AND sources.genre = 'opinion' THEN 1 ELSE 0 END AS opinion,
    -- The narrator guard: what is only narrated, or said by nobody named, counts for no person.
    CASE WHEN statements.speaker_id IS NOT NULL AND quotations.form IN ('own', 'direct', 'fragment', 'indirect') THEN 'person'
         WHEN statements.organization_id IS NOT NULL THEN 'organization'
         ELSE 'nobody' END AS counts_for,
    events.name AS event,
    claims.kind AS claim_kind,
    topics.label AS topic,
    sources.name AS source,
    sources.publisher,
    statements.medium,
    quotations.evidence,
    stances.note AS stance_note,
    statements.year,
    statements.month,
    bounds.not_before,
    bounds.not_after,
    claims.id AS claim_id,
    statements.id AS statement_id,
    claims.event_id,
    claims.topic_id,
    quotations.source_id,
    statements.speaker_id,
    statements.organization_id,
    stances.quotation_id
FROM stances
JOIN claims ON claims.id = stances.claim_id
JOIN topics ON topics.id = claims.topic_id
JOIN statements ON statements.id = stances.statement_id
JOIN quotations ON quotations.id = stances.quotation_id
JOIN sources ON sources.id = quotations.source_id
JOIN codes ON codes.list = 'stance' AND codes.code = stances.stance
JOIN bounds ON bounds.statement_id = statements.id
JOIN order_in_time ON order_in_time.statement_id = statements.id
LEFT JOIN (SELECT DISTINCT takes_back_id AS statement_id FROM statements) AS backed ON backed.statement_id = statements.id
LEFT JOIN events ON events.id = claims.event_id
LEFT JOIN organizations ON organizations.id = statements.organization_id
ORDER BY claims.id, place
