-- One row is one statement's stance on one claim that a curator put under the question of a thread.
-- step: order in time within a thread, by the rules of place in claim_timeline, but over all its claims: what one statement says on
-- several of them is one step. No stance is worked out here, and no change of line: two steps are as a rule on two claims.
-- order_open_with: the steps of which it is not known whether they came before or after. Known is the order of two statements only if
-- the last day that one allows lies before the first of the other, or if the texts tell it (known_order).
WITH
stances_of_threads AS (
    SELECT thread_claims.thread_id, thread_claims.place AS claim_place, claim_timeline.*
    FROM thread_claims
    JOIN claim_timeline ON claim_timeline.claim_id = thread_claims.claim_id
),
statement_days AS (
    SELECT DISTINCT statement_id, coalesce(not_before, not_after) AS day FROM claim_timeline
),
said AS (
    SELECT DISTINCT thread_id, statement_id, not_before, not_after FROM stances_of_threads
),
-- Whoever spoke after another stands by the later of the two days, should the earlier one's span reach further.
days_so_far AS (
    SELECT statement_id, day FROM statement_days
    UNION ALL
    SELECT known_order.later_statement_id, statement_days.day
    FROM known_order
    JOIN statement_days ON statement_days.statement_id = known_order.earlier_statement_id
),
order_in_time AS (
    SELECT statement_id, max(day) AS day, count(*) AS number_in_chain FROM days_so_far GROUP BY statement_id
),
steps AS (
    SELECT
        said.*,
        row_number() OVER (
            PARTITION BY said.thread_id
            ORDER BY order_in_time.day IS NULL, order_in_time.day, order_in_time.number_in_chain, said.statement_id
        ) AS step
    FROM said
    JOIN order_in_time ON order_in_time.statement_id = said.statement_id
),
-- Each pair once, the step that stands first on the left.
open_pairs AS (
    SELECT a.thread_id, a.step AS one, b.step AS other
    FROM steps AS a
    JOIN steps AS b ON b.thread_id = a.thread_id AND b.step > a.step
    LEFT JOIN known_order ON known_order.earlier_statement_id = a.statement_id AND known_order.later_statement_id = b.statement_id
    WHERE known_order.earlier_statement_id IS NULL AND NOT coalesce(a.not_after < b.not_before, 0)
),
open_steps AS (
    SELECT thread_id, step, group_concat(other, ', ') AS others
    FROM (
        SELECT thread_id, one AS step, other FROM open_pairs
        UNION ALL
        SELECT thread_id, other, one FROM open_pairs
        ORDER BY 1, 2, 3
    )
    GROUP BY thread_id, step
)
SELECT
    threads.question,
    steps.step,
    told.date,
    told.side,
    told.speaker,
    told.organization,
    told.stance,
    told.stance_label,
    told.claim,
    told.basis,
    told.register,
    told.taken_back,
    told.stands,
    told.words,
    told.form,
    told.opinion,
    coalesce(open_steps.others, 'none') AS order_open_with,
    told.source,
    told.publisher,
    told.medium,
    told.evidence,
    told.stance_note,
    told.claim_kind,
    told.claim_place,
    told.year,
    told.month,
    told.not_before,
    told.not_after,
    told.thread_id,
    told.claim_id,
    told.statement_id,
    told.event_id,
    told.source_id,
    told.speaker_id,
    told.organization_id,
    told.quotation_id
FROM stances_of_threads AS told
JOIN threads ON threads.id = told.thread_id
JOIN steps ON steps.thread_id = told.thread_id AND steps.statement_id = told.statement_id
LEFT JOIN open_steps ON open_steps.thread_id = steps.thread_id AND open_steps.step = steps.step
ORDER BY told.thread_id, steps.step, told.claim_place
