-- error
-- Own text is the speaker's: he or his body published the source, or is its author, or it stands on a platform, or republishes such a text; what a news text says in its own name is an article.
-- Fix: make the form direct, fragment or indirect, as the words stand in somebody else's text; or name the author, the publisher, or the text that is republished.
WITH voiced AS (
    SELECT q.row_key, q.source_id, st.speaker_id, st.organization_id, st.medium, p.name, p.native_name,
           '; ' || p.other_names || '; ' AS other_names
    FROM quotations q JOIN statements st ON st.id = q.statement_id LEFT JOIN people p ON p.id = st.speaker_id
    WHERE q.form = 'own'
),
texts_of AS (
    SELECT id AS source_id, id AS written_id FROM sources
    UNION ALL
    SELECT source_id, cited_source_id FROM source_citations WHERE relation = 'republishes'
)
SELECT 'quotations' AS table_name, v.row_key, 'form' AS column_name,
       'the words are own text of "' || v.speaker_id || '", and "' || v.source_id || '" is neither his nor his body''s' AS problem
FROM voiced v
WHERE v.speaker_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM texts_of t JOIN sources so ON so.id = t.written_id LEFT JOIN organizations o ON o.id = so.publisher_id
                  WHERE t.source_id = v.source_id
                    AND (so.publisher_id = v.organization_id OR o.kind = 'platform' OR (so.publisher_id IS NULL AND so.genre = 'post')
                         OR contains(so.author, v.name) OR contains(so.author, v.native_name)
                         OR contains(v.other_names, '; ' || so.author || '; ')))
UNION ALL
SELECT 'quotations', v.row_key, 'form',
       'the words are own text of a source of the genre "' || so.genre || '", and the medium of the statement is "' || v.medium || '"'
FROM voiced v JOIN sources so ON so.id = v.source_id
WHERE v.speaker_id IS NULL AND v.medium <> 'article' AND so.genre IN ('report', 'agency-report', 'opinion')
ORDER BY 2
