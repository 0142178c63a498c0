-- error
-- What a text says in its own name is its publisher's, or that of a text which it republishes.
-- Fix: name the publisher; or add the citation (republishes) of the text whose words they are; or correct the form.
SELECT 'statements' AS table_name, st.row_key, 'organization_id' AS column_name,
       'the words are own words of "' || min(so.id) || '", which "' || min(so.publisher_id) || '" published, and speak for "' || st.organization_id || '"' AS problem
FROM statements st
JOIN quotations q ON q.statement_id = st.id AND q.form = 'own'
JOIN sources so ON so.id = q.source_id
JOIN organizations p ON p.id = so.publisher_id AND p.kind <> 'platform'
WHERE st.speaker_id IS NULL AND so.publisher_id <> st.organization_id
  AND NOT EXISTS (SELECT 1 FROM source_citations c JOIN sources cited ON cited.id = c.cited_source_id
                  WHERE c.source_id = so.id AND c.relation = 'republishes' AND cited.publisher_id = st.organization_id)
GROUP BY st.row_key, st.organization_id
ORDER BY st.row_key
