-- What followed "no call is planned"?
-- Every denial of a plan, opinion left out, the time that the plan was meant for, and the next contact of the same people in the record that somebody says took place and no party denies, with its standing. "held": the record has no such contact in the time meant, acknowledged or alleged; it does not say that nothing happened, or that a plan was or was not made.
SELECT date, speaker, words, meant_for, outcome, next_contact, next_contact_date, next_contact_standing, days_between, statement_id, claim_id, next_event_id
FROM plan_outcomes
ORDER BY date, statement_id
