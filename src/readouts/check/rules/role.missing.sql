-- error
-- A person speaks or takes part for an organization in which a role covers the date.
-- Fix: add the role, correct its start or end, or correct the organization.
WITH acts AS (
    SELECT 'statements' AS table_name, row_key, 'organization_id' AS column_name, speaker_id AS person_id, organization_id, date_earliest, date_latest
    FROM statements WHERE speaker_id IS NOT NULL AND organization_id IS NOT NULL
    UNION ALL
    SELECT 'event_participants', p.row_key, 'organization_id', p.person_id, p.organization_id, e.date_earliest, e.date_latest
    FROM event_participants p JOIN events e ON e.id = p.event_id WHERE p.person_id IS NOT NULL AND p.organization_id IS NOT NULL
)
SELECT table_name, row_key, column_name, 'no role of ' || person_id || ' in ' || organization_id || ' covers the date' AS problem
FROM acts
WHERE NOT EXISTS (
    SELECT 1 FROM roles r
    WHERE r.person_id = acts.person_id AND r.organization_id = acts.organization_id
      AND (r.start_earliest IS NULL OR acts.date_latest IS NULL OR r.start_earliest <= acts.date_latest)
      AND (r.end_latest IS NULL OR acts.date_earliest IS NULL OR acts.date_earliest <= r.end_latest))
ORDER BY table_name, row_key
