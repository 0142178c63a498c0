-- One row is one quotation, and what proves that its words stand in the source.
-- waiver: every rule that is switched off for this quotation or its statement, with the reason, in order of the rule.
-- Dates play no part.
WITH
waived AS (
    SELECT quotations.id AS quotation_id, waivers.rule || ': ' || waivers.reason AS reason
    FROM quotations
    JOIN waivers
      ON (waivers."table" = 'quotations' AND waivers.row_id = quotations.id)
      OR (waivers."table" = 'statements' AND waivers.row_id = quotations.statement_id)
    ORDER BY quotations.id, waivers.rule, waivers."table"
),
waiver_lists AS (
    SELECT quotation_id, group_concat(reason, '; ') AS reasons FROM waived GROUP BY quotation_id
)
SELECT
    quotations.label AS quotation,
    evidence.state,
    coalesce(quotations.words, quotations.passage) AS words,
    quotations.form,
    sources.title AS source,
    evidence.link AS place_address,
    sources.publisher,
    quotations.speaker,
    quotations.side,
    evidence.start_word,
    evidence.word_count,
    evidence.reason,
    waiver_lists.reasons AS waiver,
    quotations.id AS quotation_id,
    quotations.statement_id,
    quotations.source_id
FROM quotations
JOIN evidence ON evidence.quotation_id = quotations.id
JOIN sources ON sources.id = quotations.source_id
LEFT JOIN waiver_lists ON waiver_lists.quotation_id = quotations.id
ORDER BY quotations.id
