-- One row is one stance of one side's voice on a claim about a contact in which that side took part, or about a leak of it, as it was said: what the findings count.
-- A voice of a side is somebody who took part, the body in whose name he did, or the state (table contact_voices); others of the side are none.
-- Left out is what does not stand (not said plainly, or taken back), opinion, what only follows by logic, and the words of a leaked
-- record. What was superseded later stays: it was said.
-- What a source only narrates, or puts in nobody's mouth, counts for the body for which we read it. A day that is in doubt counts as that day.
-- The contact is that in which it is folded, where a text says that two are one.
-- subject, by the first of these that holds:
--   leak             the claim is about a leak of the contact
--   occurrence       whether the contact took place
--   plan             whether it was planned
--   course           how long it lasted or what was said in it, firmly told, which presupposes it; of a contact that was only planned it is none
--   something else   anything else about it
WITH
contacts AS (
    SELECT
        events.id AS told_of_id,
        CASE events.same_as_basis WHEN 'stated' THEN events.same_as_id ELSE events.id END AS event_id
    FROM events
    WHERE events.kind IN (SELECT code FROM codes WHERE list = 'event-kind' AND nature = 'contact')
),
planned_alone AS (
    SELECT contacts.event_id
    FROM contacts
    JOIN claims ON claims.event_id = contacts.told_of_id
    GROUP BY contacts.event_id
    HAVING max(claims.kind = 'plan') AND NOT max(claims.kind = 'occurrence')
)
SELECT
    contact_voices.event,
    contact_voices.side,
    CASE
        WHEN contact_voices.leak_id IS NOT NULL THEN 'leak'
        WHEN claim_timeline.claim_kind = 'occurrence' THEN 'occurrence'
        WHEN claim_timeline.claim_kind = 'plan' THEN 'plan'
        WHEN claim_timeline.claim_kind IN ('duration', 'content') AND claim_timeline.scale = 2 AND planned_alone.event_id IS NULL THEN 'course'
        ELSE 'something else'
    END AS subject,
    claim_timeline.claim,
    claim_timeline.claim_kind,
    claim_timeline.speaker,
    claim_timeline.stance,
    claim_timeline.scale,
    claim_timeline.date,
    claim_timeline.not_before,
    claim_timeline.not_after,
    contact_voices.event_id,
    claim_timeline.claim_id,
    claim_timeline.statement_id
FROM contact_voices
JOIN claim_timeline ON claim_timeline.claim_id = contact_voices.claim_id AND claim_timeline.statement_id = contact_voices.statement_id
JOIN contact_standing ON contact_standing.event_id = contact_voices.event_id
LEFT JOIN planned_alone ON planned_alone.event_id = contact_voices.event_id
WHERE contact_voices.voice IN ('took part', 'body', 'state')
  AND ', ' || contact_standing.parties || ', ' LIKE '%, ' || contact_voices.side || ', %'
  AND claim_timeline.stands = 1 AND claim_timeline.opinion = 0 AND claim_timeline.basis <> 'logic' AND claim_timeline.medium <> 'leaked-record'
ORDER BY contact_voices.event_id, claim_timeline.claim_id, contact_voices.side, claim_timeline.place
