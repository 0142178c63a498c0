-- error
-- A source cites no source that was published after it, save a book, which is read in advance copies, and never itself.
-- Fix: correct the dates, or swap the two sources.
SELECT 'source_citations' AS table_name, c.row_key, 'cited_source_id' AS column_name,
       CASE WHEN a.id = b.id THEN 'the source cites itself' ELSE 'the source is of ' || a.published || ', the cited one of ' || b.published END AS problem
FROM source_citations c JOIN sources a ON a.id = c.source_id JOIN sources b ON b.id = c.cited_source_id
WHERE a.id = b.id OR (a.published_latest < b.published_earliest AND b.genre <> 'book')
ORDER BY c.row_key
