-- error
-- Nothing dangles: every person, organization, source, event, claim and topic is used, or says in its note why it is kept.
-- Fix: use the row, say in its note why it is kept, or delete it.
WITH used (table_name, id) AS (
    SELECT 'people', person_id FROM roles UNION SELECT 'people', person_id FROM event_participants UNION SELECT 'people', speaker_id FROM statements
    UNION SELECT 'organizations', publisher_id FROM sources UNION SELECT 'organizations', host_id FROM sources
    UNION SELECT 'organizations', organization_id FROM roles
    UNION SELECT 'organizations', organization_id FROM event_participants UNION SELECT 'organizations', organization_id FROM statements
    UNION SELECT 'organizations', via_id FROM quotations UNION SELECT 'organizations', value FROM claims WHERE kind = 'initiative'
    UNION SELECT 'sources', source_id FROM quotations UNION SELECT 'sources', source_id FROM events UNION SELECT 'sources', source_id FROM roles
    UNION SELECT 'sources', source_id FROM source_citations UNION SELECT 'sources', cited_source_id FROM source_citations
    UNION SELECT 'events', event_id FROM claims
    UNION SELECT 'claims', claim_id FROM stances
    UNION SELECT 'topics', topic_id FROM claims
),
kept (table_name, id, note) AS (
    SELECT 'people', id, note FROM people UNION ALL SELECT 'organizations', id, note FROM organizations UNION ALL SELECT 'sources', id, note FROM sources
    UNION ALL SELECT 'events', id, note FROM events UNION ALL SELECT 'claims', id, note FROM claims UNION ALL SELECT 'topics', id, note FROM topics
)
SELECT kept.table_name, kept.id AS row_key, 'id' AS column_name, 'no other row uses it, and no note says why it is kept' AS problem
FROM kept LEFT JOIN used ON used.table_name = kept.table_name AND used.id = kept.id
WHERE used.id IS NULL AND kept.note IS NULL
ORDER BY kept.table_name, kept.id
