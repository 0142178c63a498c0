-- error
-- Somebody speaks: a statement names a person, a label or an organization, and never a person and a label.
-- Fix: fill in whom the source names for these words, and keep the label for unnamed speakers.
SELECT 'statements' AS table_name, row_key, CASE WHEN speaker_id IS NULL THEN 'speaker_id' ELSE 'speaker_label' END AS column_name,
       CASE WHEN speaker_id IS NULL THEN 'neither a person nor a label nor an organization speaks' ELSE 'both a person and a label are given' END AS problem
FROM statements
WHERE (speaker_id IS NULL AND speaker_label IS NULL AND organization_id IS NULL) OR (speaker_id IS NOT NULL AND speaker_label IS NOT NULL)
ORDER BY row_key
