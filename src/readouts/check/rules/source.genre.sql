-- error
-- The genre of a source fits its publisher: what a state, its office or body publishes is official, or a post; no outlet is official; on a platform stand posts.
-- Fix: correct the genre or the publisher.
SELECT 'sources' AS table_name, s.row_key, 'genre' AS column_name,
       'the genre is "' || s.genre || '", and the publisher "' || o.id || '" is ' || CASE WHEN k.nature = 'state' THEN 'of a state' ELSE 'of the kind "' || o.kind || '"' END AS problem
FROM sources s
JOIN organizations o ON o.id = s.publisher_id
JOIN codes k ON k.list = 'organization-kind' AND k.code = o.kind
WHERE (s.genre = 'official' AND o.kind IN ('outlet', 'platform'))
   OR (k.nature = 'state' AND s.genre NOT IN ('official', 'post'))
   OR (o.kind = 'platform' AND s.genre <> 'post')
ORDER BY s.row_key
