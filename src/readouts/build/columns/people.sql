-- One row is one person, with the offices held, and what they say in the record: how often, and between which days.
-- offices: titles in the order of their first day; those without one stand first.
WITH
titles AS (
    SELECT person_id, title, min(coalesce(start_earliest, '')) AS first_day FROM roles GROUP BY person_id, title
),
office_lists AS (
    SELECT person_id, group_concat(title, '; ') AS offices
    FROM (SELECT * FROM titles ORDER BY person_id, first_day, title)
    GROUP BY person_id
),
said AS (
    SELECT speaker_id, count(*) AS statements, min(date_earliest) AS first_said, max(date_latest) AS last_said
    FROM statements
    GROUP BY speaker_id
)
SELECT
    people.id,
    office_lists.offices,
    coalesce(said.statements, 0) AS statements,
    said.first_said,
    said.last_said
FROM people
LEFT JOIN office_lists ON office_lists.person_id = people.id
LEFT JOIN said ON said.speaker_id = people.id
ORDER BY people.id
