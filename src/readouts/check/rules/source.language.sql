-- error
-- What is quoted of a source, and its title as printed, is in the alphabet of its language.
-- Fix: correct the language of the source, or move the quotation to the source in which it stands.
WITH scripts (language, script) AS (
    VALUES ('ru', 'Cyrillic'), ('uk', 'Cyrillic'), ('be', 'Cyrillic'), ('bg', 'Cyrillic'), ('mk', 'Cyrillic'),
           ('ar', 'Arabic'), ('fa', 'Arabic'), ('ur', 'Arabic'), ('he', 'Hebrew'), ('el', 'Greek'), ('ka', 'Georgian'), ('hy', 'Armenian'),
           ('hi', 'Devanagari'), ('zh', 'Han'), ('ja', 'Han'), ('ko', 'Hangul'), ('th', 'Thai')
),
either (language) AS (
    -- Languages that are written in two alphabets: nothing is known of a text in them.
    VALUES ('sr'), ('kk'), ('uz'), ('az'), ('mn'), ('ky'), ('tg'), ('ro'), ('bs'), ('pa'), ('ku')
),
printed AS (
    SELECT source_id, 'what "' || id || '" quotes' AS place, passage || coalesce(words, '') AS said FROM quotations
    UNION ALL
    SELECT id, 'its title', title FROM sources WHERE title NOT LIKE '[%'
),
judged AS (
    SELECT so.row_key, so.language, coalesce(sc.script, 'Latin') AS script, p.place, regexp_matches(p.said, '\pL') AS written,
           regexp_matches(p.said, '\p{' || coalesce(sc.script, 'Latin') || '}') AS fits
    FROM printed p JOIN sources so ON so.id = p.source_id LEFT JOIN scripts sc ON sc.language = split_part(so.language, '-', 1)
    WHERE so.language IS NOT NULL AND split_part(so.language, '-', 1) NOT IN (SELECT language FROM either)
)
SELECT 'sources' AS table_name, row_key, 'language' AS column_name,
       'the language is "' || language || '", and ' || min(place) || ' has no ' || script || ' letter' AS problem
FROM judged WHERE written AND NOT fits
GROUP BY row_key, language, script
ORDER BY row_key
