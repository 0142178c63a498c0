-- error
-- The medium fits who speaks: an article is an outlet's, or its author's in his own name; a briefing, a press conference, a press statement, an audio message and a readout are no outlet's, and a readout is somebody's.
-- Fix: correct the medium, or the body in whose name it was said.
SELECT 'statements' AS table_name, s.row_key, 'medium' AS column_name,
       'the medium is "' || s.medium || '", and ' || coalesce('"' || o.id || '" is of the kind "' || o.kind || '"', 'no body speaks') AS problem
FROM statements s LEFT JOIN organizations o ON o.id = s.organization_id
WHERE (s.medium = 'article' AND o.kind <> 'outlet')
   OR (s.medium IN ('briefing', 'press-conference', 'press-statement', 'audio-message', 'readout') AND o.kind = 'outlet')
   OR (s.medium = 'readout' AND o.id IS NULL)
ORDER BY s.row_key
