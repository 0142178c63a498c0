-- error
-- Of a source's text, the fullest one that was held, the record gives away at most 15 of 100 words, beside what it quotes as a speaker's own: ends of passages, proofs, own words of the source's author or publisher.
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
fullest AS (
    -- A copy that holds less of the same article is no second disclosure: each run is counted in the fullest that has it.
    SELECT *, row_number() OVER (PARTITION BY source_id ORDER BY body_count DESC NULLS LAST, row_key) AS place FROM texts
),
runs AS (
    SELECT t.source_id, t.place, a.quotation_id, a.segment, a.start_word, a.word_count,
           min(t.place) OVER (PARTITION BY a.quotation_id, a.segment) AS counted_in
    FROM fullest t
    JOIN anchors a ON a.text_digest = 'text-' || substring(t.digest, 1, 16)
    JOIN quotations q ON q.id = a.quotation_id AND q.source_id = t.source_id
),
given_away AS (
    SELECT r.source_id, r.place, r.start_word + steps.n AS word
    FROM runs r
    JOIN steps ON steps.n < r.word_count
    LEFT JOIN by_the_source s ON s.id = r.quotation_id
    GROUP BY r.source_id, r.place, r.start_word + steps.n
    HAVING max(CASE WHEN r.segment LIKE 'words-%' AND s.id IS NULL THEN 1 ELSE 0 END) = 0 AND min(r.counted_in) = r.place
)
SELECT 'texts' AS table_name, t.row_key, 'body_count' AS column_name,
       count(*) || ' of ' || t.body_count || ' words of the ' || CASE t.extent WHEN 'whole' THEN 'text' ELSE 'excerpt' END
       || ' are given away outside the words of speakers, ' || CAST(round(100.0 * count(*) / t.body_count, 1) AS VARCHAR) || ' of 100' AS problem
FROM given_away g
JOIN fullest t ON t.source_id = g.source_id AND t.place = 1
GROUP BY t.row_key, t.body_count, t.extent
HAVING count(*) * 100 > t.body_count * 15
ORDER BY t.row_key
