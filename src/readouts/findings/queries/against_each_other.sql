-- One row is one claim about a contact and two sides that took part in it, of which one says or allows that it is so, the other denies or doubts it, and one of the two firmly.
-- It is a pair of the table contradictions, which leaves out plans, what is not said plainly, and what nobody named said; opinion is
-- left out here as well, and so are voices of a side that had no part in the contact, and what only follows by logic. Of several
-- pairs of the two sides on one claim the first stands here.
-- That two sides contradict each other says nothing of which of them is right, and nothing of whether either has since moved.
-- part: who affirms and who denies. result: the kind of the claim. beside: the claim.
WITH
party_voices AS (
    SELECT DISTINCT contact_voices.event_id, contact_voices.claim_id, contact_voices.statement_id, contact_voices.side
    FROM contact_voices
    JOIN contact_standing ON contact_standing.event_id = contact_voices.event_id
    WHERE contact_voices.voice IN ('took part', 'body', 'state') AND contact_voices.leak_id IS NULL
      AND ', ' || contact_standing.parties || ', ' LIKE '%, ' || contact_voices.side || ', %'
),
pairs AS (
    SELECT contradictions.*, one.event_id AS contact_id, one.side AS one, two.side AS two,
        row_number() OVER (PARTITION BY contradictions.claim_id, one.event_id, one.side, two.side
            ORDER BY contradictions.affirmed_date, contradictions.affirmed_statement_id, contradictions.denied_date, contradictions.denied_statement_id) AS place
    FROM contradictions
    JOIN party_voices AS one ON one.claim_id = contradictions.claim_id AND one.statement_id = contradictions.affirmed_statement_id
    JOIN party_voices AS two ON two.claim_id = contradictions.claim_id AND two.statement_id = contradictions.denied_statement_id AND two.event_id = one.event_id
    WHERE contradictions.opinion = 0 AND contradictions.by_logic = 0 AND one.side <> two.side
)
SELECT
    pairs.contact_id || '.' || pairs.claim_id || '.' || pairs.one || '.' || pairs.two AS case_key,
    first.label || ' for it, ' || second.label || ' against' AS part,
    lower((SELECT label FROM codes WHERE list = 'claim-kind' AND code = pairs.claim_kind)) AS result,
    pairs.claim AS beside,
    NULL AS days,
    pairs.one AS side,
    pairs.denied_date AS date,
    coalesce((SELECT min(covered.covered) FROM covered WHERE covered.event_id = pairs.contact_id), 0) AS complete,
    pairs.contact_id AS event_id,
    pairs.claim_id,
    pairs.affirmed_statement_id AS statement_id,
    pairs.denied_statement_id AS other_statement_id
FROM pairs
JOIN codes AS first ON first.list = 'side' AND first.code = pairs.one
JOIN codes AS second ON second.list = 'side' AND second.code = pairs.two
WHERE pairs.place = 1
