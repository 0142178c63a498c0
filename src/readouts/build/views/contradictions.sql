-- One row is a pair of statements on one claim: one says or allows that it is so, the other denies or doubts it, and one
-- of the two firmly: what may be and is unlikely is no contradiction.
-- What nobody named is said to have said (form unattributed) is left out, and so is what is not said plainly or was taken back; opinion stays in, and is flagged.
-- Plans are left out: a claim of kind plan holds what is meant, expected and agreed at once, so that "I will" and "not yet
-- arranged" are both true. Who announces a plan and who denies it is told by plan_outcomes and contact_standing.
-- scope: "within one organization" where both stand in its name; "with a voice of no side" where one of two speakers
-- stands for no side; "within one side" where both organizations are of one side, or one person spoke both times;
-- otherwise "between two sides". An outlet, and a body of any other side, speaks for itself: two of them are two sides.
-- A contradiction is shown at the most specific claim only. Logic leads from a part that is affirmed up to the whole, and
-- from a whole that is denied down to the part: where two statements meet on several claims through the same words, the
-- claim that these affirm by logic alone is left out beside one that they affirm outright, and the claim that they deny
-- outright beside one that they deny by logic. Where the words of both take up both claims, they contradict each other
-- on both. by_logic: one of the two stances follows by logic.
-- No order in time is asserted: two statements of one voice may be a change of line (see shifts).
WITH
spoken AS (
    SELECT claim_timeline.*, sides.nature IN ('principal', 'party') AS of_one_voice
    FROM claim_timeline
    LEFT JOIN codes AS sides ON sides.list = 'side' AND sides.code = claim_timeline.side
    WHERE claim_timeline.stands = 1 AND claim_timeline.form <> 'unattributed' AND claim_timeline.claim_kind <> 'plan'
),
pairs AS (
    SELECT
        affirmed.claim_id,
        affirmed.statement_id AS affirmed_id,
        denied.statement_id AS denied_id,
        affirmed.basis = 'logic' AS affirmed_by_logic,
        denied.basis = 'logic' AS denied_by_logic,
        affirmed.quotation_id AS affirming_words,
        denied.quotation_id AS denying_words
    FROM spoken AS affirmed
    JOIN spoken AS denied ON denied.claim_id = affirmed.claim_id
    WHERE affirmed.scale > 0 AND denied.scale < 0 AND 2 IN (affirmed.scale, -denied.scale)
),
most_specific AS (
    SELECT claim_id, affirmed_id, denied_id FROM pairs
    EXCEPT
    SELECT wider.claim_id, wider.affirmed_id, wider.denied_id
    FROM pairs AS wider
    JOIN pairs AS part ON part.affirmed_id = wider.affirmed_id AND part.denied_id = wider.denied_id
    WHERE (part.affirmed_by_logic < wider.affirmed_by_logic AND part.affirming_words = wider.affirming_words)
       OR (part.denied_by_logic > wider.denied_by_logic AND part.affirmed_by_logic <= wider.affirmed_by_logic
           AND part.denying_words = wider.denying_words)
)
SELECT
    affirmed.claim,
    CASE
        WHEN affirmed.organization_id = denied.organization_id THEN 'within one organization'
        WHEN affirmed.speaker_id = denied.speaker_id THEN 'within one side'
        WHEN 'none' IN (affirmed.side, denied.side) THEN 'with a voice of no side'
        WHEN affirmed.side = denied.side AND affirmed.of_one_voice THEN 'within one side'
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
FROM most_specific
JOIN spoken AS affirmed ON affirmed.claim_id = most_specific.claim_id AND affirmed.statement_id = most_specific.affirmed_id
JOIN spoken AS denied ON denied.claim_id = most_specific.claim_id AND denied.statement_id = most_specific.denied_id
ORDER BY affirmed.claim_id, affirmed.place, denied.place
