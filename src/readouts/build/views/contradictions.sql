-- One row is a pair of statements on one claim: one says or allows that it is so, the other denies or doubts it.
-- What nobody named is said to have said (form unattributed) is left out, and so is what is not said plainly or was taken back; opinion stays in, and is flagged.
-- scope: "within one organization" where both stand in its name; "within one side" where both organizations are of one
-- side, or one person spoke both times; otherwise "between two sides", also where a speaker stands for no side.
-- A contradiction is shown at the most specific claim only: where one of two statements contradicts the other on a claim by logic,
-- what its words say of the wider matter contradicts it there and in no second row. by_logic: one of the two stances follows by logic.
-- No order in time is asserted: two statements of one voice may be a change of line (see shifts). A plan may change
-- without anybody contradicting himself: on a plan, two statements of one organization on different days are no pair.
WITH
spoken AS (
    SELECT * FROM claim_timeline WHERE stands = 1 AND form <> 'unattributed'
)
SELECT
    affirmed.claim,
    CASE
        WHEN affirmed.organization_id = denied.organization_id THEN 'within one organization'
        WHEN affirmed.side = denied.side AND affirmed.side <> 'none' THEN 'within one side'
        WHEN affirmed.speaker_id = denied.speaker_id THEN 'within one side'
        ELSE 'between two sides'
    END AS scope,
    affirmed.side AS affirmed_side,
    affirmed.speaker AS affirmed_by,
    affirmed.stance AS affirmed_stance,
    affirmed.words AS affirmed_words,
    affirmed.date AS affirmed_date,
    denied.side AS denied_side,
    denied.speaker AS denied_by,
    denied.stance AS denied_stance,
    denied.words AS denied_words,
    denied.date AS denied_date,
    max(affirmed.opinion, denied.opinion) AS opinion,
    affirmed.basis = 'logic' OR denied.basis = 'logic' AS by_logic,
    affirmed.event,
    affirmed.claim_kind,
    affirmed.topic,
    affirmed.claim_id,
    affirmed.statement_id AS affirmed_statement_id,
    denied.statement_id AS denied_statement_id,
    affirmed.event_id,
    affirmed.speaker_id AS affirmed_speaker_id,
    affirmed.organization_id AS affirmed_organization_id,
    denied.speaker_id AS denied_speaker_id,
    denied.organization_id AS denied_organization_id,
    affirmed.quotation_id AS affirmed_quotation_id,
    denied.quotation_id AS denied_quotation_id
FROM spoken AS affirmed
JOIN spoken AS denied ON denied.claim_id = affirmed.claim_id
WHERE affirmed.scale > 0 AND denied.scale < 0
  AND NOT (affirmed.claim_kind = 'plan' AND affirmed.organization_id IS NOT NULL
           AND affirmed.organization_id = denied.organization_id
           AND (affirmed.not_after < denied.not_before OR denied.not_after < affirmed.not_before))
  AND (affirmed.basis = 'logic' OR denied.basis = 'logic' OR NOT EXISTS (
      SELECT 1
      FROM spoken AS affirmed_part
      JOIN spoken AS denied_part ON denied_part.claim_id = affirmed_part.claim_id
      WHERE affirmed_part.statement_id = affirmed.statement_id AND denied_part.statement_id = denied.statement_id
        AND affirmed_part.scale * denied_part.scale < 0 AND (affirmed_part.basis = 'logic' OR denied_part.basis = 'logic')))
ORDER BY affirmed.claim_id, affirmed.place, denied.place
