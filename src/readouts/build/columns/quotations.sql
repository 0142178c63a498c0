-- One row is one quotation, with names for its ids and a short text for links to it.
-- An unattributed rendering has the speaker "unattributed"; every other the speaker of its statement. The year is that
-- of the statement.
-- proof_state: what shows on which words a stance rests, where the quotation has none of the speaker's own.
WITH
named AS (
    SELECT
        quotations.id,
        CASE WHEN quotations.form = 'unattributed' THEN 'unattributed' ELSE statements.speaker END AS speaker,
        statements.side,
        sources.publisher,
        statements.year,
        evidence.state AS evidence,
        coalesce(statements.date, 'undated') AS day,
        quotations.form,
        -- A source's words are not the speaker's, and a label is quoted: the first claim on which a stance rests, in our words;
        -- where none rests here, on other words of the statement.
        coalesce(quotations.words,
            'claim: ' || (SELECT min(claims.text) FROM stances JOIN claims ON claims.id = stances.claim_id WHERE stances.quotation_id = quotations.id),
            'claim: ' || (SELECT min(claims.text) FROM stances JOIN claims ON claims.id = stances.claim_id WHERE stances.statement_id = quotations.statement_id),
            quotations.passage) AS words,
        CASE WHEN quotations.words IS NOT NULL OR NOT EXISTS (SELECT 1 FROM stances WHERE stances.quotation_id = quotations.id) THEN 'not asked'
             WHEN quotations.proof IS NOT NULL THEN 'words of the source'
             WHEN quotations.no_proof = 'cannot-keep' THEN 'six words cannot keep it'
             WHEN quotations.no_proof = 'not-held' THEN 'proof not held'
             ELSE 'not coded yet' END AS proof_state
    FROM quotations
    JOIN statements ON statements.id = quotations.statement_id
    JOIN sources ON sources.id = quotations.source_id
    JOIN evidence ON evidence.quotation_id = quotations.id
),
labelled AS (
    SELECT *, speaker || ', ' || day || ', ' || form || ': ' || words AS full_label FROM named
),
cut AS (
    SELECT *, substr(full_label, 1, 89) AS cut_label FROM labelled
)
SELECT
    id,
    -- A label that is too long ends with its last whole word: what follows the last space is trimmed away.
    CASE WHEN length(full_label) <= 90 THEN full_label
         ELSE rtrim(rtrim(cut_label, replace(cut_label, ' ', '')), ' ,;:—') || '…' END AS label,
    speaker,
    side,
    publisher,
    year,
    evidence,
    proof_state
FROM cut
ORDER BY id
