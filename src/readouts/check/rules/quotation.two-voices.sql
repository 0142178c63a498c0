-- error
-- A place without quoted words is one voice's: no other voice has the same place of the same source without words of its own.
-- Fix: cut each of the two places to the words that tell of its own voice.
WITH told AS (
    SELECT q.*, coalesce(s.speaker_id, s.speaker_label, s.organization_id) AS voice
    FROM quotations q JOIN statements s ON s.id = q.statement_id
    WHERE q.words IS NULL
)
SELECT 'quotations' AS table_name, b.row_key, 'passage' AS column_name,
       'the same place, without quoted words, is told of ' || a.voice || ' in ' || a.id || ' and of ' || b.voice || ' here' AS problem
FROM told a JOIN told b ON a.source_id = b.source_id AND a.passage = b.passage AND a.voice <> b.voice AND a.id < b.id
ORDER BY b.row_key
