-- One row is one quotation, and what proves that its words stand in the source.
-- witnesses: every further fetch of the source in which the words stand, by its day.
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
),
anchored AS (
    SELECT DISTINCT quotations.id AS quotation_id, quotations.source_id, anchors.text_digest
    FROM anchors
    JOIN quotations ON quotations.id = anchors.quotation_id
),
seen AS (
    SELECT anchored.quotation_id,
           witnesses.day || ': ' || CASE witnesses.same_copy WHEN 'yes' THEN 'the same copy' ELSE 'another copy' END
           || CASE witnesses.same_team WHEN 'yes' THEN ', fetched by one of us' ELSE ', fetched by somebody else' END AS told
    FROM anchored
    JOIN witnesses
      ON witnesses.source_id = anchored.source_id AND 'text-' || substr(witnesses.digest, 1, 16) = anchored.text_digest
    ORDER BY anchored.quotation_id, witnesses.day, witnesses.digest
),
witness_lists AS (
    SELECT quotation_id, group_concat(told, '; ') AS told FROM seen GROUP BY quotation_id
)
SELECT
    quotations.label AS quotation,
    evidence.state,
    coalesce(quotations.words, quotations.proof, quotations.passage) AS words,
    quotations.form,
    quotations.proof_state,
    sources.name AS source,
    evidence.link AS place_address,
    sources.publisher,
    quotations.speaker,
    quotations.side,
    evidence.start_word,
    evidence.word_count,
    evidence.fetches,
    witness_lists.told AS witnesses,
    evidence.reason,
    waiver_lists.reasons AS waiver,
    quotations.id AS quotation_id,
    quotations.statement_id,
    quotations.source_id
FROM quotations
JOIN evidence ON evidence.quotation_id = quotations.id
JOIN sources ON sources.id = quotations.source_id
LEFT JOIN witness_lists ON witness_lists.quotation_id = quotations.id
LEFT JOIN waiver_lists ON waiver_lists.quotation_id = quotations.id
ORDER BY quotations.id
