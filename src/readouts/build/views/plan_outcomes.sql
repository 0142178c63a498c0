-- One row is a plan of a contact that somebody announces or denies, and what became of the contact. Opinion is left out.
-- Contacts, calls and meetings are kept apart: a plan of a call is answered by a call, one of a meeting or a journey by a meeting or
-- a journey, one of contacts of no named kind by any contact.
-- The time meant is the date of the planned contact; with an open start it begins with the statement.
-- The same people: everybody named for the planned contact took part; for an organization of which nobody is named,
-- anybody who took part for it, and for a state anybody of its side. Of a call, meeting or journey for which states alone are
-- named, a contact of another level ("delegations are to meet again", and an envoy sees the president) is not of the same people.
-- A contact answers if it took place by somebody's firm account, its days lie wholly in the time meant and not before the statement,
-- or if it is the planned one itself. A span of days that only overlaps the time meant ("other calls") settles nothing and blocks
-- nothing: it is named (spans). So is a span in a time meant without a last day,
-- unless the first later contact surely comes before it.
-- outcome, by the first of these that holds; it is of the contact, not of what else was planned for it:
--   held, denial did not hold  a party affirms a contact that answers
--   only alleged               a contact that answers is told of, and no party affirms it
--   not known                  a party affirms one of the day of the statement, and which came first is not known
--   no time meant              the plan has no last day
--   not coded                  the months of the time meant are not complete for all sides that the plan names
--   postponed                  announced, not held, and a party announced another contact of the same people for a later time
--   not held, denial held      the rest: nothing was found in the stored pages
-- The first later contact on record is the first, by its latest day, then by its earliest and by id, of the same people and kind that
-- took place by somebody's firm account and that no party denies, and whose date cannot lie before the statement's. Others may lie
-- between unless all months to it are complete (next_is_sure), so days_at_most is an upper bound. On the day of the statement itself
-- the order may not be known: such a contact is shown, with 0 days, and settles no outcome. A contact of which the statement itself
-- says that it took place came before it, and neither answers nor follows.
WITH
contact_kinds AS (
    SELECT code AS kind FROM codes WHERE list = 'event-kind' AND nature = 'contact'
),
plans AS (
    SELECT
        claim_timeline.*,
        CASE claim_timeline.scale WHEN 2 THEN 'announced' ELSE 'denied' END AS said,
        events.kind,
        events."level",
        events.date AS meant_for,
        coalesce(events.date_earliest, claim_timeline.not_before) AS meant_earliest,
        events.date_latest AS meant_latest,
        events.kind <> 'contact' AND NOT EXISTS (
            SELECT 1 FROM event_participants AS named
            LEFT JOIN organizations ON organizations.id = named.organization_id
            WHERE named.event_id = events.id AND (named.person_id IS NOT NULL OR organizations.kind <> 'state')
        ) AS of_states
    FROM claim_timeline
    JOIN events ON events.id = claim_timeline.event_id
    WHERE claim_timeline.claim_kind = 'plan' AND claim_timeline.scale IN (2, -2) AND claim_timeline.opinion = 0 AND claim_timeline.stands = 1
      AND claim_timeline.basis <> 'logic' AND events.kind IN (SELECT kind FROM contact_kinds)
),
took_part AS (
    SELECT event_participants.event_id, event_participants.organization_id, event_participants.person_id, organizations.side, organizations.kind = 'state' AS state
    FROM event_participants
    LEFT JOIN organizations ON organizations.id = event_participants.organization_id
    WHERE event_participants.part IN (SELECT code FROM codes WHERE list = 'part' AND nature = 'present')
),
-- Contacts that took place by somebody's account as it stands in the end, opinion left out.
told_contacts AS (
    SELECT event_id
    FROM positions
    WHERE overtaken = 0 AND scale = 2 AND claim_kind IN ('occurrence', 'duration', 'content')
    UNION
    SELECT event_id
    FROM claim_timeline
    WHERE counts_for = 'nobody' AND opinion = 0 AND stands = 1 AND scale = 2 AND claim_kind IN ('occurrence', 'duration', 'content')
),
told_in AS (
    SELECT DISTINCT statement_id, event_id
    FROM claim_timeline
    WHERE scale = 2 AND claim_kind IN ('occurrence', 'duration', 'content')
),
contacts AS (
    SELECT events.id AS event_id, events.kind, events."level" AS rank, events.name AS title, events.date, events.date_earliest, events.date_latest, contact_standing.standing,
        contact_standing.standing LIKE 'acknowledged by %' AS affirmed
    FROM events
    JOIN contact_standing ON contact_standing.event_id = CASE events.same_as_basis WHEN 'stated' THEN events.same_as_id ELSE events.id END
    WHERE events.id IN (SELECT event_id FROM told_contacts)
      -- What was only planned, and never said to have happened, is no contact that the people had.
      AND (EXISTS (SELECT 1 FROM claims WHERE claims.event_id = events.id AND claims.kind = 'occurrence')
           OR NOT EXISTS (SELECT 1 FROM claims WHERE claims.event_id = events.id AND claims.kind = 'plan'))
),
wanted AS (
    SELECT DISTINCT
        event_id,
        CASE WHEN person_id IS NOT NULL THEN 'person ' || person_id WHEN state THEN 'side ' || side ELSE 'organization ' || organization_id END AS who
    FROM took_part
    WHERE event_id IN (SELECT event_id FROM plans)
),
present AS (
    SELECT event_id, 'person ' || person_id AS who FROM took_part WHERE person_id IS NOT NULL
    UNION
    SELECT event_id, 'organization ' || organization_id FROM took_part
    UNION
    SELECT event_id, 'side ' || side FROM took_part WHERE side IS NOT NULL
),
wanted_counts AS (
    SELECT event_id, count(*) AS number FROM wanted GROUP BY event_id
),
meetings_of_all AS (
    SELECT wanted.event_id AS planned_event_id, present.event_id
    FROM wanted
    JOIN present ON present.who = wanted.who
    JOIN wanted_counts ON wanted_counts.event_id = wanted.event_id
    GROUP BY wanted.event_id, present.event_id
    HAVING count(*) = max(wanted_counts.number)
),
same_people AS (
    SELECT
        plans.claim_id,
        plans.statement_id,
        plans.event_id AS planned_event_id,
        plans.not_before,
        plans.not_after,
        plans.meant_earliest,
        plans.meant_latest,
        contacts.*
    FROM plans
    JOIN meetings_of_all ON meetings_of_all.planned_event_id = plans.event_id
    JOIN contacts
      ON contacts.event_id = meetings_of_all.event_id
     AND (plans.kind = contacts.kind OR plans.kind = 'contact' OR (plans.kind IN ('meeting', 'visit') AND contacts.kind IN ('meeting', 'visit')))
     AND (NOT plans.of_states OR contacts.rank = plans."level" OR contacts.event_id = plans.event_id)
    LEFT JOIN told_in
      ON told_in.statement_id = plans.statement_id AND told_in.event_id = contacts.event_id AND contacts.event_id <> plans.event_id
    WHERE told_in.event_id IS NULL
),
answers AS (
    SELECT claim_id, statement_id, max(affirmed) AS affirmed
    FROM same_people
    WHERE event_id = planned_event_id
       OR (date_earliest > not_after AND date_earliest >= meant_earliest AND date_latest <= meant_latest)
       OR (NOT affirmed AND date_earliest >= not_before AND date_earliest >= meant_earliest AND date_latest <= meant_latest)
    GROUP BY claim_id, statement_id
),
same_days AS (
    SELECT DISTINCT claim_id, statement_id
    FROM same_people
    WHERE affirmed AND event_id <> planned_event_id AND date_earliest <= not_after AND date_latest >= not_before
      AND date_earliest >= meant_earliest AND date_latest <= meant_latest
),
spans AS (
    SELECT claim_id, statement_id, group_concat(title, '; ') AS titles
    FROM (
        SELECT claim_id, statement_id, title, event_id
        FROM same_people
        WHERE event_id <> planned_event_id
          AND coalesce(date_latest >= meant_earliest, 1) AND coalesce(date_earliest <= meant_latest, 1) AND coalesce(date_latest >= not_before, 1)
          AND NOT coalesce(date_earliest >= meant_earliest AND date_latest <= coalesce(meant_latest, date_latest), 0)
        UNION
        -- Where the time meant has no last day nothing answers: a span in it is named, unless the first later contact surely comes before.
        SELECT same_people.claim_id, same_people.statement_id, same_people.title, same_people.event_id
        FROM same_people
        LEFT JOIN next_contacts ON next_contacts.claim_id = same_people.claim_id AND next_contacts.statement_id = same_people.statement_id
        WHERE same_people.meant_latest IS NULL AND same_people.event_id <> same_people.planned_event_id
          AND same_people.date_earliest >= same_people.meant_earliest AND same_people.date_earliest < same_people.date_latest
          AND same_people.date_latest >= same_people.not_before
          AND coalesce(same_people.event_id <> next_contacts.event_id AND same_people.date_earliest <= next_contacts.date_latest, 1)
        ORDER BY 1, 2, 4
    )
    GROUP BY claim_id, statement_id
),
later_contacts AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY claim_id, statement_id
            ORDER BY date_latest IS NULL, date_latest, date_earliest, event_id
        ) AS place
    FROM same_people
    WHERE (affirmed OR standing LIKE 'reported only%') AND (date_earliest >= not_after OR event_id = planned_event_id)
),
next_contacts AS MATERIALIZED (
    SELECT * FROM later_contacts WHERE place = 1
),
plan_sides AS (
    SELECT DISTINCT took_part.event_id, took_part.side
    FROM took_part
    JOIN codes ON codes.list = 'side' AND codes.code = took_part.side AND codes.nature <> 'reporter'
),
-- Each plan, and the months that must be complete: of the time meant from the statement on, and to the first later contact.
reaches AS (
    SELECT claim_id, statement_id, event_id, "level", 'meant' AS what,
        CASE WHEN not_before > meant_latest THEN meant_earliest ELSE max(not_before, meant_earliest) END AS first_day, meant_latest AS last_day FROM plans
    UNION ALL
    SELECT plans.claim_id, plans.statement_id, plans.event_id, plans."level", 'next', plans.not_before, next_contacts.date_latest
    FROM plans
    JOIN next_contacts ON next_contacts.claim_id = plans.claim_id AND next_contacts.statement_id = plans.statement_id
),
covered_reaches AS (
    SELECT reaches.claim_id, reaches.statement_id, reaches.what,
        min(coalesce(coverage.state = 'complete', 0)) AND substr(min(reaches.first_day), 1, 7) >= (SELECT min(month) FROM coverage)
            AND substr(max(reaches.last_day), 1, 7) <= (SELECT max(month) FROM coverage) AS covered
    FROM reaches
    JOIN plan_sides ON plan_sides.event_id = reaches.event_id
    LEFT JOIN coverage
      ON coverage."level" = reaches."level" AND coverage.side = plan_sides.side
     AND coverage.month BETWEEN substr(reaches.first_day, 1, 7) AND substr(reaches.last_day, 1, 7)
    WHERE reaches.first_day IS NOT NULL AND reaches.last_day IS NOT NULL
    GROUP BY reaches.claim_id, reaches.statement_id, reaches.what
),
later_plans AS (
    SELECT DISTINCT plans.claim_id, plans.statement_id
    FROM plans
    JOIN plans AS other ON other.said = 'announced' AND other.kind = plans.kind AND other.event_id <> plans.event_id AND other.meant_earliest > plans.meant_latest
    WHERE NOT EXISTS (
        SELECT 1 FROM wanted
        WHERE wanted.event_id = plans.event_id AND wanted.who NOT IN (SELECT who FROM wanted AS others WHERE others.event_id = other.event_id)
    )
)
SELECT
    plans.claim,
    plans.said,
    plans.kind AS what,
    plans.speaker,
    plans.side,
    plans.date,
    plans.words,
    plans.meant_for,
    CASE
        WHEN answers.affirmed THEN CASE plans.said WHEN 'announced' THEN 'held' ELSE 'denial did not hold' END
        WHEN answers.claim_id IS NOT NULL THEN 'only alleged'
        WHEN same_days.claim_id IS NOT NULL THEN 'not known'
        WHEN plans.meant_latest IS NULL THEN 'no time meant'
        WHEN NOT coalesce(meant.covered, 0) THEN 'not coded'
        WHEN plans.said = 'denied' THEN 'denial held'
        WHEN later_plans.claim_id IS NOT NULL THEN 'postponed'
        ELSE 'not held'
    END AS outcome,
    next_contact.title AS next_contact,
    next_contact.date AS next_contact_date,
    next_contact.standing AS next_contact_standing,
    CASE WHEN plans.not_before = plans.not_after AND next_contact.date_earliest = next_contact.date_latest
         THEN CAST(julianday(next_contact.date_earliest) - julianday(plans.not_before) AS INTEGER) END AS days_at_most,
    coalesce(reach.covered, 0) AS next_is_sure,
    coalesce(spans.titles, 'none') AS spans,
    plans.event,
    plans.form,
    plans.source,
    plans.year,
    plans.month,
    plans.claim_id,
    plans.statement_id,
    plans.event_id,
    next_contact.event_id AS next_event_id,
    plans.source_id,
    plans.speaker_id,
    plans.organization_id,
    plans.quotation_id
FROM plans
LEFT JOIN answers ON answers.claim_id = plans.claim_id AND answers.statement_id = plans.statement_id
LEFT JOIN same_days ON same_days.claim_id = plans.claim_id AND same_days.statement_id = plans.statement_id
LEFT JOIN spans ON spans.claim_id = plans.claim_id AND spans.statement_id = plans.statement_id
LEFT JOIN covered_reaches AS meant ON meant.claim_id = plans.claim_id AND meant.statement_id = plans.statement_id AND meant.what = 'meant'
LEFT JOIN covered_reaches AS reach ON reach.claim_id = plans.claim_id AND reach.statement_id = plans.statement_id AND reach.what = 'next'
LEFT JOIN later_plans ON later_plans.claim_id = plans.claim_id AND later_plans.statement_id = plans.statement_id
LEFT JOIN next_contacts AS next_contact
  ON next_contact.claim_id = plans.claim_id AND next_contact.statement_id = plans.statement_id
ORDER BY plans.claim_id, plans.place
