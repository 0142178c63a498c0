-- error
-- The name with which the id of a statement begins, after its date, is that of its speaker: of the person, or of the body where nobody is named.
-- Fix: correct the speaker; or rename the statement, with a line in redirects.
WITH named AS (
    SELECT *, regexp_replace(id, '^[0-9]{4}(-[0-9]{2}){0,2}-', '') AS rest FROM statements
),
names AS (
    -- The family name stands last in an id, or first, as in that of a Chinese.
    SELECT regexp_extract(id, '[^-]+$') AS name FROM people UNION SELECT regexp_extract(id, '^[^-]+') FROM people
),
wrong AS (
    SELECT s.row_key, 'speaker_id' AS column_name, p.name, coalesce(s.speaker_id, s.speaker_label, s.organization_id) AS speaker
    FROM named s JOIN names p ON p.name = split_part(s.rest, '-', 1)
    WHERE p.name NOT IN (regexp_extract(coalesce(s.speaker_id, ''), '^[^-]+'), regexp_extract(coalesce(s.speaker_id, ''), '[^-]+$'))
      AND NOT contains(lower(coalesce(s.speaker_label, '')), p.name)
      AND (s.speaker_id IS NOT NULL OR NOT starts_with(coalesce(s.organization_id, ''), p.name))
    UNION ALL
    SELECT s.row_key, 'organization_id', o.id, s.organization_id
    FROM named s JOIN organizations o ON starts_with(s.rest || '-', o.id || '-')
    WHERE s.speaker_id IS NULL AND s.speaker_label IS NULL AND NOT starts_with(s.organization_id, o.id) AND NOT starts_with(s.rest || '-', s.organization_id || '-')
)
SELECT 'statements' AS table_name, row_key, column_name,
       'the id begins with "' || min(name) || '", and the speaker is ' || coalesce('"' || speaker || '"', 'nobody') AS problem
FROM wrong
GROUP BY row_key, column_name, speaker
ORDER BY row_key
