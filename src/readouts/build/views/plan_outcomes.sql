-- One row is a denial that a contact is planned, and what the record holds after it. Opinion is left out.
-- The time meant is the date of the planned contact; with an open start it begins with the statement.
-- The same people: everybody named for the planned contact took part; for an organization of which nobody is named,
-- anybody who took part for it.
-- The next contact is the first, by its latest day, then by its earliest and by id, of those that took place by anybody's
-- account and that no party denies (acknowledged by all, some or one, or reported only), and whose date cannot lie before
-- the statement's; the planned contact itself counts. By the latest day, because contacts told of for a span of months
-- ("other calls") are no answer to what came next. On the day of the denial itself the order may not be known: such a
-- contact is shown, with 0 days between, and settles no outcome. Its standing is shown: a report alone does not settle that it was held.
-- To assert or confirm its course (length, content) is an account that it took place; to allow it, or to plan it, is not.
-- outcome, by the first of these that holds:
--   denial did not hold  a contact that a party acknowledges lies wholly within the time meant, or is the planned one itself
--   not known            the time meant has no end; or a contact of the same people, acknowledged or only alleged, may lie
--                 within it; or the record ends before it does
--   denial held          the record goes on beyond the time meant, and has no such contact in the time meant, alleged or not
-- Held says what the record has, not that nothing happened.
WITH
denials AS (
    SELECT
        claim_timeline.*,
        events.date AS meant_for,
        coalesce(events.date_earliest, claim_timeline.not_before) AS meant_earliest,
        events.date_latest AS meant_latest
    FROM claim_timeline
    JOIN events ON events.id = claim_timeline.event_id
    WHERE claim_timeline.claim_kind = 'plan' AND claim_timeline.scale = -2 AND claim_timeline.opinion = 0
      AND events.kind IN (SELECT code FROM codes WHERE list = 'event-kind' AND nature = 'contact')
),
took_part AS (
    SELECT event_id, organization_id, person_id FROM event_participants WHERE part IN (SELECT code FROM codes WHERE list = 'part' AND nature = 'present')
),
contacts AS (
    SELECT contact_standing.event_id, contact_standing.standing, events.title, events.date, events.date_earliest, events.date_latest
    FROM contact_standing
    JOIN events ON events.id = contact_standing.event_id
    WHERE contact_standing.standing IN ('acknowledged by all', 'acknowledged by some', 'acknowledged by one',
                                        'disputed', 'denied by a party', 'reported only')
      -- What was only planned, and never said to have happened, is no contact that the people had.
      AND (EXISTS (SELECT 1 FROM claims WHERE claims.event_id = events.id AND claims.kind = 'occurrence')
           OR NOT EXISTS (SELECT 1 FROM claims WHERE claims.event_id = events.id AND claims.kind = 'plan'))
),
-- Contacts that took place by somebody's account as it stands in the end, opinion left out.
told_contacts AS (
    SELECT event_id
    FROM positions
    WHERE overtaken = 0 AND scale = 2 AND claim_kind IN ('occurrence', 'duration', 'content')
    UNION
    SELECT event_id
    FROM claim_timeline
    WHERE counts_for = 'nobody' AND opinion = 0 AND scale = 2 AND claim_kind IN ('occurrence', 'duration', 'content')
),
wanted AS (
    SELECT DISTINCT event_id, CASE WHEN person_id IS NULL THEN 'organization ' || organization_id ELSE 'person ' || person_id END AS who
    FROM took_part
    WHERE event_id IN (SELECT event_id FROM denials)
),
present AS (
    SELECT event_id, 'person ' || person_id AS who FROM took_part WHERE person_id IS NOT NULL
    UNION
    SELECT event_id, 'organization ' || organization_id FROM took_part
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
        denials.claim_id,
        denials.statement_id,
        denials.event_id AS planned_event_id,
        denials.not_before,
        denials.not_after,
        denials.meant_earliest,
        denials.meant_latest,
        contacts.*
    FROM denials
    JOIN meetings_of_all ON meetings_of_all.planned_event_id = denials.event_id
    JOIN contacts ON contacts.event_id = meetings_of_all.event_id
),
later_contacts AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY claim_id, statement_id
            ORDER BY date_latest IS NULL, date_latest, date_earliest, event_id
        ) AS place
    FROM same_people
    WHERE (standing LIKE 'acknowledged by %' OR standing = 'reported only')
      AND event_id IN (SELECT event_id FROM told_contacts)
      AND (date_earliest >= not_after OR event_id = planned_event_id)
),
kept_anyway AS (
    SELECT claim_id, statement_id
    FROM later_contacts
    WHERE standing LIKE 'acknowledged by %'
      AND (event_id = planned_event_id
           OR (date_earliest > not_after AND date_earliest >= meant_earliest AND date_latest <= meant_latest))
),
possible_contacts AS (
    SELECT claim_id, statement_id
    FROM same_people
    WHERE coalesce(date_latest >= meant_earliest, 1) AND coalesce(date_earliest <= meant_latest, 1)
      AND coalesce(date_latest >= not_before, 1)
),
next_contacts AS MATERIALIZED (
    SELECT * FROM later_contacts WHERE place = 1
),
record_end AS (
    SELECT max(day) AS day FROM (SELECT max(date_earliest) AS day FROM statements UNION ALL SELECT max(date_earliest) FROM events)
)
SELECT
    denials.claim,
    denials.speaker,
    denials.side,
    denials.date,
    denials.words,
    denials.meant_for,
    CASE
        WHEN (denials.claim_id, denials.statement_id) IN (SELECT claim_id, statement_id FROM kept_anyway) THEN 'denial did not hold'
        WHEN denials.meant_latest IS NULL THEN 'not known'
        WHEN (denials.claim_id, denials.statement_id) IN (SELECT claim_id, statement_id FROM possible_contacts) THEN 'not known'
        WHEN record_end.day > denials.meant_latest THEN 'denial held'
        ELSE 'not known'
    END AS outcome,
    next_contact.title AS next_contact,
    next_contact.date AS next_contact_date,
    next_contact.standing AS next_contact_standing,
    CASE WHEN denials.not_before = denials.not_after AND next_contact.date_earliest = next_contact.date_latest
         THEN CAST(julianday(next_contact.date_earliest) - julianday(denials.not_before) AS INTEGER) END AS days_between,
    denials.event,
    denials.form,
    denials.source,
    denials.year,
    denials.month,
    denials.claim_id,
    denials.statement_id,
    denials.event_id,
    next_contact.event_id AS next_event_id,
    denials.source_id,
    denials.speaker_id,
    denials.organization_id,
    denials.quotation_id
FROM denials
CROSS JOIN record_end
LEFT JOIN next_contacts AS next_contact
  ON next_contact.claim_id = denials.claim_id AND next_contact.statement_id = denials.statement_id
ORDER BY denials.claim_id, denials.place
