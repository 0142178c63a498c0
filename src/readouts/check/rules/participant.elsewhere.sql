-- error
-- The text in which a participant is read speaks of the event: one of its quotations belongs to a statement about it.
-- Fix: name a quotation or source of a statement that takes a stance on a claim about the event.
WITH about AS (
    SELECT DISTINCT quotations.source_id, claims.event_id
    FROM quotations
    JOIN stances ON stances.statement_id = quotations.statement_id
    JOIN claims ON claims.id = stances.claim_id
)
SELECT 'event_participants' AS table_name, p.row_key,
       CASE WHEN p.quotation_id IS NULL THEN 'source_id' ELSE 'quotation_id' END AS column_name,
       'nothing in "' || coalesce(quotations.source_id, p.source_id) || '" is about the event "' || p.event_id || '"' AS problem
FROM event_participants p
LEFT JOIN quotations ON quotations.id = p.quotation_id
WHERE coalesce(quotations.source_id, p.source_id) IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM about WHERE about.source_id = coalesce(quotations.source_id, p.source_id) AND about.event_id = p.event_id)
ORDER BY p.row_key
