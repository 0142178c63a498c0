-- What followed "no call is planned"?
-- Every denial of a plan, the time that the plan was meant for, and the next contact of the same people in the record. A denial "held" if no contact fell into the time meant; most were true when they were made.
SELECT date, speaker, words, meant_for, outcome, next_contact, next_contact_date, days_between, statement_id, claim_id, next_event_id
FROM plan_outcomes
ORDER BY date, statement_id
