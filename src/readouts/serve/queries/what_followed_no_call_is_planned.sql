-- What followed "no call is planned"?
-- Every denial of a plan, opinion left out, the time that the plan was meant for, and the first later contact of the same people and kind on record that somebody says took place and no party denies, with its standing. Where months to it are not coded, others may lie between: the days are an upper bound. "denial held": all months of the time meant are complete, and the record has no such contact in it; it does not say that nothing happened, or that a plan was or was not made.
-- In short: Every denial of a plan, and the next contact of the same people.
-- Shown: date, speaker, words + publisher + address + statement_id, meant_for, outcome, next_event_id + next_contact_date + next_contact_standing, days_at_most, next_is_sure
SELECT o.date, o.speaker, q.words, CASE WHEN q.words IS NULL THEN q.proof END AS proof, CASE WHEN coalesce(q.words, q.proof) IS NULL THEN q.passage END AS passage, o.meant_for, o.outcome, o.next_contact, o.next_contact_date, o.next_contact_standing, o.days_at_most, o.next_is_sure, o.source, sources.publisher, evidence.link AS address, o.statement_id, o.claim_id, o.next_event_id, o.source_id
FROM plan_outcomes o
JOIN quotations q ON q.id = o.quotation_id
JOIN sources ON sources.id = o.source_id
JOIN evidence ON evidence.quotation_id = o.quotation_id
WHERE o.said = 'denied'
ORDER BY o.date, o.statement_id
