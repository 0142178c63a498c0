-- error
-- The host of a text whose publisher is not known is no speaker in it.
-- Fix: give the speaker as the text does (speaker_label, "the report") and empty organization_id, or give the source its publisher.
SELECT 'statements' AS table_name, st.row_key, 'organization_id' AS column_name,
       '"' || st.organization_id || '" is only the host of "' || min(so.id) || '", whose publisher is not known' AS problem
FROM statements st JOIN quotations q ON q.statement_id = st.id JOIN sources so ON so.id = q.source_id
WHERE so.host_id = st.organization_id AND q.form = 'own'
GROUP BY st.row_key, st.organization_id
ORDER BY st.row_key
