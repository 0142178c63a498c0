-- error
-- Of a text the record gives away at most 15 of 100 words, beside what it quotes as a speaker's own: ends of passages, proofs, own words of the source's author or publisher.
-- Fix: shorten the ends of passages (readouts shorten, with a text at hand) or own words; what cannot come under it is waived, with the reason.
WITH RECURSIVE steps (n) AS (
    SELECT 0 UNION ALL SELECT n + 1 FROM steps WHERE n < 99
),
by_the_source AS (
    SELECT q.id
    FROM quotations q
    JOIN statements st ON st.id = q.statement_id
    JOIN sources so ON so.id = q.source_id
    LEFT JOIN people p ON p.id = st.speaker_id
    WHERE q.form = 'own'
      AND (st.speaker_id IS NULL OR so.publisher_id = st.organization_id OR contains(so.author, p.name) OR contains(so.author, p.native_name)
           OR contains('; ' || p.other_names || '; ', '; ' || so.author || '; '))
),
given_away AS (
    SELECT t.row_key, t.body_count, t.extent, a.start_word + steps.n AS word,
           max(CASE WHEN a.segment LIKE 'words-%' AND s.id IS NULL THEN 1 ELSE 0 END) AS speakers
    FROM texts t
    JOIN anchors a ON a.text_digest = 'text-' || substring(t.digest, 1, 16)
    JOIN quotations q ON q.id = a.quotation_id AND q.source_id = t.source_id
    JOIN steps ON steps.n < a.word_count
    LEFT JOIN by_the_source s ON s.id = a.quotation_id
    GROUP BY t.row_key, t.body_count, t.extent, a.start_word + steps.n
)
SELECT 'texts' AS table_name, row_key, 'body_count' AS column_name,
       count(*) || ' of ' || body_count || ' words of the ' || CASE extent WHEN 'whole' THEN 'text' ELSE 'excerpt' END
       || ' are given away outside the words of speakers, ' || CAST(round(100.0 * count(*) / body_count, 1) AS VARCHAR) || ' of 100' AS problem
FROM given_away
WHERE speakers = 0
GROUP BY row_key, body_count, extent
HAVING count(*) * 100 > body_count * 15
ORDER BY row_key
