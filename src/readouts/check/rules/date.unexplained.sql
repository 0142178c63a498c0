-- error
-- A resolved date names the words that it was counted from, and an inferred one says in the note what it rests on.
-- Fix: give the source's words in date_words, or say in the note which knowledge from outside the date needs.
SELECT 'statements' AS table_name, row_key, 'date_words' AS column_name, 'the date was counted from words that are not given' AS problem
FROM statements WHERE date_basis = 'resolved' AND date_words IS NULL
UNION ALL
SELECT 'events', row_key, 'date_words', 'the date was counted from words that are not given'
FROM events WHERE date_basis = 'resolved' AND date_words IS NULL
UNION ALL
SELECT 'statements', row_key, 'note', 'the date is inferred, and no note says from what' FROM statements WHERE date_basis = 'inferred' AND note IS NULL
UNION ALL
SELECT 'events', row_key, 'note', 'the date is inferred, and no note says from what' FROM events WHERE date_basis = 'inferred' AND note IS NULL
UNION ALL
SELECT 'sources', row_key, 'note', 'the date is inferred, and no note says from what' FROM sources WHERE published_basis = 'inferred' AND note IS NULL
ORDER BY table_name, row_key
