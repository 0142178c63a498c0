-- error
-- An opinion author's own sentence is nobody's indirect speech: a place that lies in words quoted as the author's own is at most narrated of another.
-- Fix: make the form narrated, or cut the author's quotation to what is the author's.
SELECT 'quotations' AS table_name, q.row_key, 'form' AS column_name,
       'the place begins inside ' || own.id || ', which quotes it as own words' AS problem
FROM quotations q
JOIN sources so ON so.id = q.source_id AND so.genre = 'opinion'
JOIN quotations own ON own.source_id = q.source_id AND own.form = 'own' AND own.statement_id <> q.statement_id
LEFT JOIN anchors place ON place.quotation_id = q.id AND place.segment = 'passage-1'
LEFT JOIN (SELECT quotation_id, min(start_word) AS start, max(start_word + word_count) AS behind FROM anchors WHERE segment LIKE 'words-%' GROUP BY quotation_id) said
  ON said.quotation_id = own.id
  -- Two words that begin a place can stand in other words too; where both are anchored it is known where they stand.
WHERE q.form = 'indirect' AND contains(own.words, trim(split_part(q.passage, '[…]', 1)))
  AND (place.start_word IS NULL OR said.start IS NULL OR (place.start_word >= said.start AND place.start_word < said.behind))
ORDER BY q.row_key, own.id
