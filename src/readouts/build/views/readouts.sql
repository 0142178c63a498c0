-- One row is one stance of one statement on one claim: the flat table, names for ids, fit for counting. Beside it stand the words on
-- which the stance is read; whatever other sources print of the same statement is in the table readouts_wordings.
-- most_telling marks the words that pages lead with for that side and stance on the claim.
-- Rows stand in the order of the claim's timeline. What is not known, or is nobody's, is empty here; pages say it in words.
-- office: each title, once, of every role that the speaker held in the organization of the statement and that its dates do not
-- rule out for the day (an open start or end rules nothing out).
-- date_first, date_last: the days that the date allows, so that programs need not read EDTF; of an open end there is none.
WITH
offices AS (
    SELECT DISTINCT statements.id AS statement_id, roles.title
    FROM statements
    JOIN roles ON roles.person_id = statements.speaker_id AND roles.organization_id = statements.organization_id
    WHERE coalesce(roles.start_earliest <= statements.date_latest, 1)
      AND coalesce(roles.end_latest >= statements.date_earliest, 1)
    ORDER BY statements.id, roles.title
),
office_lists AS (
    SELECT statement_id, group_concat(title, '; ') AS titles FROM offices GROUP BY statement_id
)
SELECT
    quotations.speaker,
    CASE WHEN quotations.form <> 'unattributed' THEN people.name END AS person,
    organizations.name AS organization,
    CASE WHEN quotations.form <> 'unattributed' THEN statements.speaker_label END AS speaker_label,
    office_lists.titles AS office,
    nullif(claim_timeline.side, 'none') AS side,
    claim_timeline.date,
    statements.date_earliest AS date_first,
    statements.date_latest AS date_last,
    claim_timeline.stance,
    claim_timeline.claim,
    quotations.words,
    quotations.proof,
    claim_timeline.event,
    claim_timeline.basis,
    claim_timeline.register,
    claim_timeline.taken_back,
    leading.quotation_id IS NOT NULL AS most_telling,
    claim_timeline.stance_note,
    quotations.form,
    claim_timeline.opinion,
    sources.name AS source,
    publishers.name AS publisher,
    via.name AS via,
    coalesce(sources.url, sources.archive_url) AS address,
    quotations.passage,
    evidence.link AS place_address,
    quotations.evidence,
    quotations.proof_state,
    '/readouts/quotations/' || quotations.id AS permanent_address,
    (SELECT count(*) FROM quotations AS every WHERE every.statement_id = statements.id) AS renderings,
    statements.note AS statement_note,
    claim_timeline.claim_kind,
    claim_timeline.topic,
    nullif(claim_timeline.medium, 'not-stated') AS medium,
    CASE WHEN substr(statements.date_earliest, 1, 4) = substr(statements.date_latest, 1, 4) THEN substr(statements.date_earliest, 1, 4) END AS year,
    CASE WHEN substr(statements.date_earliest, 1, 7) = substr(statements.date_latest, 1, 7) THEN substr(statements.date_earliest, 1, 7) END AS month,
    claim_timeline.claim_id,
    claim_timeline.statement_id,
    claim_timeline.event_id,
    quotations.source_id,
    claim_timeline.speaker_id,
    claim_timeline.organization_id,
    quotations.id AS quotation_id
FROM claim_timeline
JOIN statements ON statements.id = claim_timeline.statement_id
JOIN quotations ON quotations.id = claim_timeline.quotation_id
JOIN sources ON sources.id = quotations.source_id
JOIN evidence ON evidence.quotation_id = quotations.id
LEFT JOIN people ON people.id = statements.speaker_id
LEFT JOIN organizations ON organizations.id = statements.organization_id
LEFT JOIN organizations AS publishers ON publishers.id = sources.publisher_id
LEFT JOIN organizations AS via ON via.id = quotations.via_id
LEFT JOIN (SELECT claim_id, statement_id, quotation_id FROM most_telling WHERE about = 'claim') AS leading
  ON leading.claim_id = claim_timeline.claim_id AND leading.statement_id = claim_timeline.statement_id AND leading.quotation_id = quotations.id
LEFT JOIN office_lists ON office_lists.statement_id = claim_timeline.statement_id
ORDER BY claim_timeline.claim_id, claim_timeline.place
