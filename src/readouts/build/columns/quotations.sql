-- One row is one quotation, with names for its ids and a short text for links to it.
-- An unattributed rendering has the speaker "unattributed"; every other the speaker of its statement. The year is that
-- of the statement.
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
        coalesce(quotations.words, quotations.passage) AS words
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
    evidence
FROM cut
ORDER BY id
