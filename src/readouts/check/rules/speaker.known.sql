-- error
-- A label describes a speaker whom the source does not name: it is no name of a person or a body of the record.
-- Fix: empty the label, and name the person in speaker_id or the body in organization_id.
WITH names (name, id) AS (
    SELECT name, id FROM people UNION ALL SELECT native_name, id FROM people
    UNION ALL SELECT regexp_extract(name, '[^ ]+$'), id FROM people
    UNION ALL SELECT unnest(string_split(other_names, '; ')), id FROM people
    UNION ALL SELECT name, id FROM organizations UNION ALL SELECT native_name, id FROM organizations
    UNION ALL SELECT unnest(string_split(other_names, '; ')), id FROM organizations
)
SELECT 'statements' AS table_name, s.row_key, 'speaker_label' AS column_name,
       '"' || s.speaker_label || '" is a name of "' || min(n.id) || '"' AS problem
FROM statements s JOIN names n ON regexp_replace(lower(s.speaker_label), '^the ', '') = regexp_replace(lower(n.name), '^the ', '')
GROUP BY s.row_key, s.speaker_label
ORDER BY s.row_key
