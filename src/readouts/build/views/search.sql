-- One row is one thing that a reader may look for: a statement, claim, event, person, organization or source.
-- The text holds the words under which it should be found, names beside ids, so that a speaker and a word of his find
-- his statement together. The ids link to what belongs to it; of several claims of a statement the first with an event,
-- then by id; of several sources that of the strongest rendering. Rows stand by kind, date (unknown at the end) and id.
WITH
statement_claims AS (
    SELECT
        claim_timeline.*,
        row_number() OVER (PARTITION BY statement_id ORDER BY event_id IS NULL, claim_id) AS number
    FROM claim_timeline
),
statement_sources AS (
    SELECT
        quotations.statement_id,
        quotations.source_id,
        row_number() OVER (PARTITION BY quotations.statement_id ORDER BY quotations.id) AS number
    FROM quotations
    JOIN statements ON statements.id = quotations.statement_id AND statements.form = quotations.form
),
statement_words AS (
    SELECT statement_id, group_concat(words, ' / ') AS words
    FROM (SELECT statement_id, coalesce(words, proof || ' / ' || passage, passage) AS words FROM quotations ORDER BY statement_id, id)
    GROUP BY statement_id
),
statement_publishers AS (
    SELECT statement_id, group_concat(name, ', ') AS names
    FROM (
        SELECT quotations.statement_id, organizations.name
        FROM quotations
        JOIN sources ON sources.id = quotations.source_id
        JOIN organizations ON organizations.id IN (sources.publisher_id, quotations.via_id)
        GROUP BY quotations.statement_id, organizations.name
        ORDER BY quotations.statement_id, organizations.name
    )
    GROUP BY statement_id
),
statement_stances AS (
    SELECT statement_id, group_concat(stance_label || ': ' || claim, ' / ') AS stances
    FROM (SELECT statement_id, stance_label, claim FROM claim_timeline ORDER BY statement_id, claim_id)
    GROUP BY statement_id
),
statement_events AS (
    SELECT statement_id, group_concat(event, ' / ') AS events
    FROM (SELECT DISTINCT statement_id, event FROM claim_timeline ORDER BY statement_id, event)
    GROUP BY statement_id
),
person_sides AS (
    SELECT roles.person_id, min(organizations.side) AS side
    FROM roles
    JOIN organizations ON organizations.id = roles.organization_id
    GROUP BY roles.person_id
    HAVING count(DISTINCT organizations.side) = 1
),
person_offices AS (
    SELECT person_id, group_concat(office, '; ') AS offices
    FROM (
        SELECT DISTINCT roles.person_id, roles.title || ', ' || organizations.name AS office
        FROM roles
        JOIN organizations ON organizations.id = roles.organization_id
        ORDER BY roles.person_id, office
    )
    GROUP BY person_id
),
statement_texts AS (
    SELECT
        statements.id AS statement_id,
        statement_words.words
            || ' / ' || statements.speaker
            || coalesce(', ' || organizations.name, '') || ', ' || statements.side
            || coalesce(', ' || statements.date, '')
            || ' / ' || statement_stances.stances
            || coalesce(' / ' || statement_events.events, '')
            || coalesce(' / ' || statement_publishers.names, '')
            || coalesce(' / ' || statements.speaker_label, '')
            || coalesce(' / ' || people.native_name, '')
            || coalesce(' / ' || people.other_names, '')
            || coalesce(' / ' || statements.summary, '') AS text
    FROM statements
    JOIN statement_words ON statement_words.statement_id = statements.id
    JOIN statement_stances ON statement_stances.statement_id = statements.id
    LEFT JOIN statement_events ON statement_events.statement_id = statements.id
    LEFT JOIN statement_publishers ON statement_publishers.statement_id = statements.id
    LEFT JOIN organizations ON organizations.id = statements.organization_id
    LEFT JOIN people ON people.id = statements.speaker_id
),
found AS (
    SELECT
        'statement/' || statements.id AS id,
        'statement' AS kind,
        statements.label AS title,
        statements.date,
        statements.date_earliest,
        statements.year,
        statement_texts.text,
        statements.side,
        statements.id AS statement_id,
        statement_claims.claim_id,
        statement_claims.event_id,
        statements.speaker_id AS person_id,
        statements.organization_id,
        statement_sources.source_id
    FROM statements
    JOIN statement_claims ON statement_claims.statement_id = statements.id AND statement_claims.number = 1
    JOIN statement_sources ON statement_sources.statement_id = statements.id AND statement_sources.number = 1
    JOIN statement_texts ON statement_texts.statement_id = statements.id
    UNION ALL
    SELECT
        'claim/' || claims.id, 'claim', claims.text, events.date, events.date_earliest,
        coalesce(events.year, 'not stated'),
        claims.text || ' / ' || claims.kind || ', ' || topics.label || coalesce(' / ' || events.name, '') || coalesce(' / ' || claims.note, ''),
        'none', NULL, claims.id, claims.event_id, NULL, NULL, NULL
    FROM claims
    JOIN topics ON topics.id = claims.topic_id
    LEFT JOIN events ON events.id = claims.event_id
    UNION ALL
    SELECT
        'event/' || events.id, 'event', events.name, events.date, events.date_earliest,
        events.year,
        events.name || ' / ' || events.kind || coalesce(', ' || events.date, '') || coalesce(', ' || events.place, '')
            || coalesce(' / ' || contact_standing.participants, '') || coalesce(' / ' || contact_standing.standing, '')
            || coalesce(' / ' || events.note, ''),
        'none', NULL, contact_standing.claim_id, events.id, NULL, NULL, events.source_id
    FROM events
    LEFT JOIN contact_standing ON contact_standing.event_id = events.id
    UNION ALL
    SELECT
        'person/' || people.id, 'person', people.name, NULL, NULL, 'not stated',
        people.name || coalesce(', ' || people.native_name, '') || coalesce(', ' || people.other_names, '')
            || coalesce(' / ' || person_offices.offices, '') || coalesce(' / ' || people.note, ''),
        coalesce(person_sides.side, 'none'), NULL, NULL, NULL, people.id, NULL, NULL
    FROM people
    LEFT JOIN person_sides ON person_sides.person_id = people.id
    LEFT JOIN person_offices ON person_offices.person_id = people.id
    UNION ALL
    SELECT
        'organization/' || organizations.id, 'organization', organizations.name, NULL, NULL, 'not stated',
        organizations.name || coalesce(', ' || organizations.native_name, '') || coalesce(', ' || organizations.other_names, '')
            || ' / ' || organizations.kind || ', ' || organizations.side || coalesce(' / ' || organizations.note, ''),
        organizations.side, NULL, NULL, NULL, NULL, organizations.id, NULL
    FROM organizations
    UNION ALL
    SELECT
        'source/' || sources.id, 'source', sources.name, sources.published, sources.published_earliest, sources.year,
        CASE WHEN sources.name = sources.title THEN sources.title ELSE substr(sources.title, 2, length(sources.title) - 2) END || ' / ' || sources.genre || ', ' || sources.publisher || coalesce(', at ' || hosts.name, '') || coalesce(', ' || sources.author, '')
            || coalesce(', ' || sources.published, '') || coalesce(' / ' || sources.note, ''),
        coalesce(organizations.side, 'none'), NULL, NULL, NULL, NULL, sources.publisher_id, sources.id
    FROM sources
    LEFT JOIN organizations ON organizations.id = sources.publisher_id
    LEFT JOIN organizations AS hosts ON hosts.id = sources.host_id
)
SELECT kind, title, date, side, text, year, id, statement_id, claim_id, event_id, person_id, organization_id, source_id
FROM found
ORDER BY kind, date_earliest IS NULL, date_earliest, id
