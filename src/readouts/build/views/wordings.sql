-- One row is one rendering of a statement that has two or more: what one speaker said once, as several places print it.
-- rendering: the renderings of a statement by the publication of the source (its first possible day; unknown days at
-- the end), then by id. wordings: in how many ways sources print the speaker's own words; the pieces that one source
-- prints are one wording, and two sources that print the same, letter by letter, as well.
WITH
counts AS (
    SELECT statement_id, count(*) AS renderings
    FROM quotations
    GROUP BY statement_id
    HAVING count(*) > 1
),
words_by_source AS (
    SELECT statement_id, source_id, group_concat(words, ' […] ') AS words
    FROM (SELECT statement_id, source_id, words FROM quotations WHERE words IS NOT NULL ORDER BY statement_id, source_id, id)
    GROUP BY statement_id, source_id
),
wording_counts AS (
    SELECT statement_id, count(DISTINCT words) AS wordings FROM words_by_source GROUP BY statement_id
)
SELECT
    statements.label AS statement,
    row_number() OVER (
        PARTITION BY quotations.statement_id
        ORDER BY sources.published_earliest IS NULL, sources.published_earliest, quotations.id
    ) AS rendering,
    counts.renderings,
    coalesce(wording_counts.wordings, 0) AS wordings,
    coalesce(quotations.words, quotations.proof, quotations.passage) AS words,
    quotations.form,
    statements.speaker,
    statements.side,
    statements.date,
    sources.name AS source,
    sources.publisher,
    coalesce(via.name, 'none') AS via,
    coalesce(sources.language, 'not stated') AS language,
    sources.published,
    quotations.evidence,
    statements.year,
    statements.month,
    quotations.id AS quotation_id,
    quotations.statement_id,
    quotations.source_id,
    quotations.via_id,
    statements.speaker_id,
    statements.organization_id
FROM quotations
JOIN counts ON counts.statement_id = quotations.statement_id
JOIN statements ON statements.id = quotations.statement_id
JOIN sources ON sources.id = quotations.source_id
LEFT JOIN wording_counts ON wording_counts.statement_id = quotations.statement_id
LEFT JOIN organizations AS via ON via.id = quotations.via_id
ORDER BY statements.date_earliest IS NULL, statements.date_earliest, quotations.statement_id, rendering
