-- One row is one claim and one quotation of a statement that takes a stance on it: every wording, names for ids.
-- A statement with two renderings has two rows for a claim, so that nothing is to be counted here: that is what the table readouts is for.
-- rests_here marks the one on which the stance is read, most_telling the words that pages lead with for that side and stance on the claim.
-- Rows stand in the order of the claim's timeline, the renderings of a statement by id.
-- office is that of the flat table: one speaker on one day.
SELECT
    quotations.speaker,
    readouts.office,
    claim_timeline.organization,
    claim_timeline.side,
    claim_timeline.date,
    claim_timeline.stance,
    claim_timeline.claim,
    quotations.words,
    quotations.proof,
    claim_timeline.event,
    claim_timeline.basis,
    claim_timeline.register,
    claim_timeline.taken_back,
    quotations.id = claim_timeline.quotation_id AS rests_here,
    leading.quotation_id IS NOT NULL AS most_telling,
    claim_timeline.stance_note,
    quotations.form,
    claim_timeline.opinion,
    sources.name AS source,
    sources.publisher,
    coalesce(via.name, 'none') AS via,
    coalesce(sources.url, sources.archive_url) AS address,
    quotations.passage,
    evidence.link AS place_address,
    quotations.evidence,
    quotations.proof_state,
    '/readouts/quotations/' || quotations.id AS permanent_address,
    statements.note AS statement_note,
    claim_timeline.claim_kind,
    claim_timeline.topic,
    claim_timeline.medium,
    claim_timeline.year,
    claim_timeline.month,
    claim_timeline.claim_id,
    claim_timeline.statement_id,
    claim_timeline.event_id,
    quotations.source_id,
    claim_timeline.speaker_id,
    claim_timeline.organization_id,
    quotations.id AS quotation_id
FROM claim_timeline
JOIN statements ON statements.id = claim_timeline.statement_id
JOIN quotations ON quotations.statement_id = claim_timeline.statement_id
JOIN sources ON sources.id = quotations.source_id
JOIN evidence ON evidence.quotation_id = quotations.id
LEFT JOIN organizations AS via ON via.id = quotations.via_id
LEFT JOIN (SELECT claim_id, statement_id, quotation_id FROM most_telling WHERE about = 'claim') AS leading
  ON leading.claim_id = claim_timeline.claim_id AND leading.statement_id = claim_timeline.statement_id AND leading.quotation_id = quotations.id
JOIN readouts ON readouts.claim_id = claim_timeline.claim_id AND readouts.statement_id = claim_timeline.statement_id
ORDER BY claim_timeline.claim_id, claim_timeline.place, quotations.id
