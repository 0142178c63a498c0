-- In which wording does a word occur?
-- Everything in the record that was said with the word, of what, and whose word it is. First what speakers said in words of their own, rendering by rendering; the latest first; then the statements for which only a source has the word where it tells of them: that is no word of the speaker's. Other wordings: how many other sources print the same statement in the speaker's words without it, so that one remark reported twice can have a word once; the whole statement has them side by side.
-- In short: Who used a word, and which sources print it otherwise.
-- Shown: date, speaker, whose_word, of_what, words + publisher + via + address + statement_id, form, renderings, other_wordings
-- :word =   one word or more, as printed, also inside a longer word; capitals do not matter in Latin letters.
WITH asked AS (SELECT lower(:word) AS word),
own AS (
    SELECT id AS quotation_id, statement_id FROM quotations, asked WHERE word <> '' AND instr(lower(words), word) > 0
),
told AS (
    SELECT q.id AS quotation_id, q.statement_id, '' AS middle FROM quotations q, asked
    WHERE word <> '' AND instr(lower(coalesce(q.proof || ' / ', '') || q.passage), word) > 0 AND q.statement_id NOT IN (SELECT statement_id FROM own)
),
dated AS (
    SELECT min(q.id) AS quotation_id, s.id AS statement_id, s.date_words AS middle
    FROM statements s JOIN quotations q ON q.statement_id = s.id AND q.words IS NULL, asked
    WHERE word <> '' AND instr(lower(s.date_words), word) > 0
      AND s.id NOT IN (SELECT statement_id FROM own UNION SELECT statement_id FROM told)
    GROUP BY s.id
),
found AS (
    SELECT 1 AS rank, quotation_id, statement_id, 'the speaker’s own' AS whose_word FROM own
    UNION ALL SELECT 2, quotation_id, statement_id, 'the source’s' FROM told
    UNION ALL SELECT 2, quotation_id, statement_id, 'the source’s, where the passage is cut: “' || middle || '”' FROM dated
)
SELECT s.date, q.speaker, f.whose_word,
       (SELECT group_concat(stance_label || ': “' || claim || '”', ' / ') FROM
           (SELECT t.stance_label, t.claim FROM claim_timeline t WHERE t.statement_id = f.statement_id
            AND (t.quotation_id = f.quotation_id OR f.quotation_id NOT IN (SELECT quotation_id FROM stances)) ORDER BY coalesce(t.scale, 0), t.claim)) AS of_what,
       CASE f.rank WHEN 1 THEN q.words END AS words, CASE WHEN f.rank = 2 AND (instr(lower(q.proof), lower(:word)) > 0 OR instr(lower(q.passage), lower(:word)) = 0) THEN q.proof END AS proof,
       CASE WHEN f.rank = 2 AND (q.proof IS NULL OR (instr(lower(q.proof), lower(:word)) = 0 AND instr(lower(q.passage), lower(:word)) > 0)) THEN q.passage END AS passage,
       so.publisher, e.link AS address, f.statement_id, q.form, so.name AS source, coalesce(v.name, '') AS via,
       (SELECT count(*) FROM quotations x WHERE x.statement_id = f.statement_id) AS renderings,
       (SELECT count(DISTINCT o.source_id) FROM quotations o WHERE o.statement_id = f.statement_id AND o.words IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM quotations p, asked WHERE p.statement_id = o.statement_id AND p.source_id = o.source_id
                AND instr(lower(p.words), word) > 0)) AS other_wordings,
       f.quotation_id, q.source_id
FROM found f
JOIN quotations q ON q.id = f.quotation_id
JOIN statements s ON s.id = f.statement_id
JOIN sources so ON so.id = q.source_id
JOIN evidence e ON e.quotation_id = q.id
LEFT JOIN organizations v ON v.id = q.via_id
ORDER BY f.rank, s.date_earliest IS NULL, s.date_earliest DESC, f.statement_id, f.quotation_id
