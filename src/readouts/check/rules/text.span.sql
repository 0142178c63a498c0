-- error
-- The counts of a held text fit one another: its body lies in it, is all of it where no ends are given, and holds every anchor.
-- Fix: run readouts anchor with the text at hand; no count is written by hand.
WITH reach AS (
    SELECT t.row_key, min(a.start_word) AS "first", max(a.start_word + a.word_count) AS "last"
    FROM anchors a JOIN quotations q ON q.id = a.quotation_id JOIN texts t ON t.source_id = q.source_id AND a.text_digest = 'text-' || substr(t.digest, 1, 16)
    GROUP BY t.row_key
)
SELECT 'texts' AS table_name, t.row_key, CASE WHEN t.body_start > 0 AND t.body IS NULL THEN 'body_start' ELSE 'body_count' END AS column_name,
       'the body has words ' || t.body_start || ' to ' || (t.body_start + t.body_count) || ' of ' || t.word_count ||
       CASE WHEN t.body_start + t.body_count > t.word_count THEN ', more than the text has'
            WHEN t.body IS NULL AND t.body_start + t.body_count <> t.word_count THEN ', and no body is named, so that it should be all of them'
            WHEN t.body IS NULL AND t.body_start > 0 THEN ', and no body is named, so that it should be all of them'
            ELSE ', and the anchors of its quotations words ' || reach."first" || ' to ' || reach."last" END AS problem
FROM texts t LEFT JOIN reach ON reach.row_key = t.row_key
WHERE t.body_start + t.body_count > t.word_count
   OR (t.body IS NULL AND (t.body_start > 0 OR t.body_count <> t.word_count))
   OR reach."first" < t.body_start OR reach."last" > t.body_start + t.body_count
ORDER BY t.row_key
