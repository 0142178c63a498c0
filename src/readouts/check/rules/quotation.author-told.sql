-- error
-- An opinion author's own sentence is nobody's indirect speech: a place that lies in words quoted as the author's own is at most narrated of another.
-- Fix: make the form narrated, or cut the author's quotation to what is the author's.
SELECT 'quotations' AS table_name, q.row_key, 'form' AS column_name,
       'the place begins inside ' || own.id || ', which quotes it as own words' AS problem
FROM quotations q
JOIN sources so ON so.id = q.source_id AND so.genre = 'opinion'
JOIN quotations own ON own.source_id = q.source_id AND own.form = 'own' AND own.statement_id <> q.statement_id
WHERE q.form = 'indirect' AND contains(own.words, trim(split_part(q.passage, '[…]', 1)))
ORDER BY q.row_key, own.id
