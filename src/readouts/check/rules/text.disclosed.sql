-- error
-- Of a source's text the record gives away at most 15 of 100 words, beside what it quotes as a speaker's own: ends of passages, proofs, own words of the source's author or publisher.
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
longest AS (
    -- Of several texts of one source the one with the most words is what is given away; the others repeat it or a part of it.
    SELECT t.*, 'text-' || substring(t.digest, 1, 16) AS name,
           row_number() OVER (PARTITION BY t.source_id ORDER BY t.body_count DESC, t.file) AS place
    FROM texts t WHERE t.body_count IS NOT NULL
),
segments AS (
    SELECT t.row_key, t.name, a.quotation_id, a.segment, a.start_word, a.word_count, a.text_digest,
           CASE WHEN a.segment LIKE 'words-%' AND s.id IS NULL THEN 1 ELSE 0 END AS speakers
    FROM longest t
    JOIN quotations q ON q.source_id = t.source_id
    JOIN anchors a ON a.quotation_id = q.id
    LEFT JOIN by_the_source s ON s.id = a.quotation_id
    WHERE t.place = 1
),
given_away AS (
    SELECT row_key, start_word + steps.n AS word, max(speakers) AS speakers
    FROM segments JOIN steps ON steps.n < word_count
    WHERE text_digest = name
    GROUP BY row_key, start_word + steps.n
),
elsewhere AS (
    -- A part that another text alone has is counted whole: where it would stand in this one nobody knows.
    SELECT row_key, quotation_id, segment, max(word_count) AS word_count
    FROM segments
    WHERE speakers = 0
      AND NOT EXISTS (SELECT 1 FROM anchors here WHERE here.quotation_id = segments.quotation_id AND here.segment = segments.segment AND here.text_digest = segments.name)
    GROUP BY row_key, quotation_id, segment
),
counted AS (
    SELECT row_key, count(*) AS words FROM given_away WHERE speakers = 0 GROUP BY row_key
    UNION ALL
    SELECT row_key, sum(word_count) FROM elsewhere GROUP BY row_key
)
SELECT 'texts' AS table_name, t.row_key, 'body_count' AS column_name,
       CAST(sum(c.words) AS INTEGER) || ' of ' || t.body_count || ' words of the ' || CASE t.extent WHEN 'whole' THEN 'text' ELSE 'excerpt' END
       || ' are given away outside the words of speakers, ' || CAST(round(100.0 * sum(c.words) / t.body_count, 1) AS VARCHAR) || ' of 100' AS problem
FROM counted c JOIN longest t ON t.row_key = c.row_key
GROUP BY t.row_key, t.body_count, t.extent
HAVING sum(c.words) * 100 > t.body_count * 15
ORDER BY t.row_key
