-- In which wording does a word occur?
-- Every quotation of a speaker's own words that has the word, beside the number of renderings in which the record holds the statement and the speaker's words as other sources print them without it: one remark reported twice can have a word once.
-- Example: Who said “fake”, of what, and in which words?
-- :word = fake  one word or more, as printed, also inside a longer word; capitals do not matter in Latin letters.
SELECT w.words, w.date, w.speaker, w.form, w.source, w.publisher, w.address, w.via, w.renderings,
       (SELECT group_concat(o.words, ' | ') FROM quotations o WHERE o.statement_id = w.statement_id AND o.words IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM quotations p WHERE p.statement_id = o.statement_id AND p.source_id = o.source_id AND instr(lower(p.words), lower(:word)) > 0)) AS wordings_without_it,
       w.statement_id, w.quotation_id, w.source_id
FROM (
    SELECT coalesce(q.words, '') AS words, s.date, s.speaker, q.form, so.title AS source, so.publisher, e.link AS address, coalesce(v.name, '') AS via,
           (SELECT count(*) FROM quotations x WHERE x.statement_id = q.statement_id) AS renderings, q.statement_id, q.id AS quotation_id, q.source_id
    FROM quotations q
    JOIN statements s ON s.id = q.statement_id
    JOIN sources so ON so.id = q.source_id
    JOIN evidence e ON e.quotation_id = q.id
    LEFT JOIN organizations v ON v.id = q.via_id
) w
WHERE instr(lower(w.words), lower(:word)) > 0 AND :word <> ''
ORDER BY w.date, w.statement_id, w.quotation_id
