-- One row is a denial that a contact is planned, and what the record holds after it. Opinion is left out.
-- The time meant is the date of the planned contact; with an open start it begins with the statement.
-- The same people: everybody named for the planned contact took part; for an organization of which nobody is named,
-- anybody who took part for it.
-- The next contact is the first, by its earliest day and then by id, of those that took place by the account of a party
-- (acknowledged by all, some or one) and whose date cannot lie before the statement's; the planned contact itself counts.
-- outcome, by the first of these that holds:
--   did not hold  such a contact lies wholly within the time meant, or the planned contact itself took place
--   not known     the time meant has no end; or a contact of the same people, acknowledged or only alleged, may lie
--                 within it; or the record ends before it does
--   held          the record goes on beyond the time meant, and has no such contact in it
-- Held says what the record shows, not that nothing happened.
WITH
denials AS (
    SELECT
        claim_timeline.*,
        events.date AS meant_for,
        coalesce(events.date_earliest, claim_timeline.not_before) AS meant_earliest,
        events.date_latest AS meant_latest
    FROM claim_timeline
    JOIN events ON events.id = claim_timeline.event_id
    WHERE claim_timeline.claim_kind = 'plan' AND claim_timeline.stance = 'denies' AND claim_timeline.opinion = 0
      AND events.kind IN ('call', 'meeting', 'visit', 'contact')
),
took_part AS (
    SELECT event_id, organization_id, person_id FROM event_participants WHERE part IN ('participant', 'host', 'guest')
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
same_people AS (
    SELECT denials.claim_id, denials.statement_id, contacts.*
    FROM denials
    JOIN contacts
      ON EXISTS (SELECT 1 FROM took_part WHERE took_part.event_id = denials.event_id)
     AND NOT EXISTS (
        SELECT 1 FROM took_part AS meant
        WHERE meant.event_id = denials.event_id
          AND NOT EXISTS (
            SELECT 1 FROM took_part AS present
            WHERE present.event_id = contacts.event_id
              AND (present.person_id = meant.person_id
                   OR (meant.person_id IS NULL AND present.organization_id = meant.organization_id))))
),
later_contacts AS (
    SELECT
        same_people.*,
        row_number() OVER (
            PARTITION BY same_people.claim_id, same_people.statement_id
            ORDER BY same_people.date_earliest IS NULL, same_people.date_earliest, same_people.event_id
        ) AS place
    FROM same_people
    JOIN denials ON denials.claim_id = same_people.claim_id AND denials.statement_id = same_people.statement_id
    WHERE same_people.standing LIKE 'acknowledged by %'
      AND (same_people.date_earliest > denials.not_after OR same_people.event_id = denials.event_id)
),
kept_anyway AS (
    SELECT DISTINCT later_contacts.claim_id, later_contacts.statement_id
    FROM later_contacts
    JOIN denials ON denials.claim_id = later_contacts.claim_id AND denials.statement_id = later_contacts.statement_id
    WHERE later_contacts.event_id = denials.event_id
       OR (later_contacts.date_earliest >= denials.meant_earliest AND later_contacts.date_latest <= denials.meant_latest)
),
possible_contacts AS (
    SELECT DISTINCT same_people.claim_id, same_people.statement_id
    FROM same_people
    JOIN denials ON denials.claim_id = same_people.claim_id AND denials.statement_id = same_people.statement_id
    WHERE coalesce(same_people.date_latest >= denials.meant_earliest, 1)
      AND coalesce(same_people.date_earliest <= denials.meant_latest, 1)
      AND coalesce(same_people.date_latest >= denials.not_before, 1)
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
        WHEN kept_anyway.statement_id IS NOT NULL THEN 'did not hold'
        WHEN denials.meant_latest IS NULL OR possible_contacts.statement_id IS NOT NULL THEN 'not known'
        WHEN record_end.day > denials.meant_latest THEN 'held'
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
LEFT JOIN later_contacts AS next_contact
  ON next_contact.claim_id = denials.claim_id AND next_contact.statement_id = denials.statement_id AND next_contact.place = 1
LEFT JOIN kept_anyway ON kept_anyway.claim_id = denials.claim_id AND kept_anyway.statement_id = denials.statement_id
LEFT JOIN possible_contacts ON possible_contacts.claim_id = denials.claim_id AND possible_contacts.statement_id = denials.statement_id
ORDER BY denials.claim_id, denials.place
