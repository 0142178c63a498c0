-- error
-- What is quoted of a source, and its title as printed, is in the alphabet of its language.
-- Fix: correct the language of the source, or move the quotation to the source in which it stands.
WITH scripts (language, script) AS (
    VALUES ('ru', 'Cyrillic'), ('uk', 'Cyrillic'), ('be', 'Cyrillic'), ('bg', 'Cyrillic'), ('mk', 'Cyrillic'),
           ('ar', 'Arabic'), ('fa', 'Arabic'), ('ur', 'Arabic'), ('he', 'Hebrew'), ('el', 'Greek'), ('zh', 'Han'), ('ja', 'Han')
),
either (language) AS (
    -- Written in two alphabets, or in one of which nothing is asked here.
    VALUES ('ka'), ('hy'), ('hi'), ('ko'), ('th'), ('sr'), ('kk'), ('uz'), ('az'), ('mn'), ('ky'), ('tg'), ('ro'), ('bs'), ('pa'), ('ku')
),
spoken AS (
    SELECT so.row_key, so.id, so.title, so.language, coalesce(sc.script, 'Latin') AS script
    FROM sources so LEFT JOIN scripts sc ON sc.language = split_part(so.language, '-', 1)
    WHERE so.language IS NOT NULL AND split_part(so.language, '-', 1) NOT IN (SELECT language FROM either)
),
printed AS (
    SELECT s.*, 'what "' || q.id || '" quotes' AS place, q.passage || coalesce(q.words, '') AS said FROM spoken s JOIN quotations q ON q.source_id = s.id
    UNION ALL
    SELECT s.*, 'its title', title FROM spoken s WHERE title NOT LIKE '[%'
)
SELECT 'sources' AS table_name, row_key, 'language' AS column_name,
       'the language is "' || language || '", and ' || min(place) || ' has no ' || script || ' letter' AS problem
FROM printed
WHERE regexp_matches(said, '\pL')
  AND NOT CASE script WHEN 'Latin' THEN regexp_matches(said, '\p{Latin}') WHEN 'Cyrillic' THEN regexp_matches(said, '\p{Cyrillic}')
                      WHEN 'Arabic' THEN regexp_matches(said, '\p{Arabic}') WHEN 'Greek' THEN regexp_matches(said, '\p{Greek}')
                      WHEN 'Hebrew' THEN regexp_matches(said, '\p{Hebrew}') WHEN 'Han' THEN regexp_matches(said, '\p{Han}') ELSE TRUE END
GROUP BY row_key, language, script
ORDER BY row_key
