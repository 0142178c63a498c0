-- One row is one statement of a side on a plan of a contact of its own: that there is one, or that there is none.
-- It is a row of the table plan_outcomes whose side took part in the contact, or was to; what "held" and "the same people" mean is said there.
-- part: what is said of the plan. result: what became of it, as plan_outcomes has it: held, denial did not hold, postponed, not held, denial
-- held; or why nothing can be said: its time has no last day, its months are not coded completely, others alone tell of it, which came first is not known.
-- days, after "no plan" alone: to the next contact of the same people and kind that a party acknowledges and none denies; at most so
-- many, since others may lie between where the months to it are not complete. Empty where a day is not known, or where nobody but
-- reports tells of the next contact.
-- complete: of "no plan", all months to the next contact are complete; of "a plan", all months in which the planned contact may lie.
SELECT
    plan_outcomes.claim_id || '.' || plan_outcomes.statement_id AS case_key,
    CASE plan_outcomes.said WHEN 'denied' THEN 'No plan' ELSE 'A plan' END AS part,
    CASE plan_outcomes.outcome
        WHEN 'no time meant' THEN 'its time has no last day'
        WHEN 'not coded' THEN 'its months are not coded completely'
        WHEN 'only alleged' THEN 'others alone tell of it'
        WHEN 'not known' THEN 'which came first is not known'
        ELSE plan_outcomes.outcome
    END AS result,
    coalesce('next: ' || plan_outcomes.next_contact || ', ' || plan_outcomes.next_contact_standing, 'no later contact of the same people is on record') AS beside,
    CASE WHEN plan_outcomes.said = 'denied' AND plan_outcomes.next_contact_standing LIKE 'acknowledged%' THEN plan_outcomes.days_at_most END AS days,
    plan_outcomes.side,
    plan_outcomes.date,
    CASE plan_outcomes.said
        WHEN 'denied' THEN plan_outcomes.next_is_sure
        ELSE coalesce((SELECT min(covered.covered) FROM covered WHERE covered.event_id = plan_outcomes.event_id), 0)
    END AS complete,
    plan_outcomes.event_id,
    plan_outcomes.claim_id,
    plan_outcomes.statement_id,
    NULL AS other_statement_id
FROM plan_outcomes
JOIN events ON events.id = plan_outcomes.event_id
JOIN contact_standing ON contact_standing.event_id = CASE events.same_as_basis WHEN 'stated' THEN events.same_as_id ELSE events.id END
WHERE ', ' || contact_standing.parties || ', ' LIKE '%, ' || plan_outcomes.side || ', %'
