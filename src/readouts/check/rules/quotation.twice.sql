-- error
-- One place of a source is quoted once for a statement, and once for a voice.
-- Fix: delete one of the two quotations; if it belongs to another statement of the voice, make one of the two.
WITH voiced AS (
    SELECT q.*, concat_ws('/', s.speaker_id, s.speaker_label, s.organization_id) AS voice FROM quotations q JOIN statements s ON s.id = q.statement_id
)
SELECT 'quotations' AS table_name, b.row_key, 'passage' AS column_name,
       'the same place of the same source as ' || min(a.id) || CASE WHEN min(a.statement_id) = b.statement_id THEN '' ELSE ', of the same voice' END AS problem
FROM voiced a JOIN voiced b
  ON (a.statement_id = b.statement_id OR a.voice = b.voice) AND a.source_id = b.source_id AND a.passage = b.passage AND coalesce(a.words, '') = coalesce(b.words, '') AND coalesce(a.proof, '') = coalesce(b.proof, '') AND a.id < b.id
GROUP BY b.row_key, b.statement_id
ORDER BY b.row_key
