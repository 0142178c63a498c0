-- One row is one statement, with names for its ids and a short text for links to it.
-- form: that of the strongest rendering.
-- The label shows words of the speaker's own on which a stance rests, else a claim: of several such renderings the strongest form, of equal forms the one
-- that bears most stances (by words, not by logic), then the first by id. It names the stances that rest on these words, by their
-- rank, and then, after "also", those that the statement takes only in other words.
-- A statement that is only reported as said by somebody unnamed has the speaker "unattributed", whatever organization
-- we read into it. A year or a month is that of every day that the date allows, else "several possible".
WITH
forms AS (
    SELECT code AS form, rank FROM codes WHERE list = 'form'
),
renderings AS (
    SELECT
        quotations.statement_id,
        quotations.form,
        row_number() OVER (PARTITION BY quotations.statement_id ORDER BY forms.rank, quotations.id) AS place
    FROM quotations
    JOIN forms ON forms.form = quotations.form
),
stance_counts AS (
    SELECT quotation_id, sum(basis <> 'logic') AS stances FROM stances GROUP BY quotation_id
),
bearing_renderings AS (
    SELECT
        quotations.statement_id,
        quotations.id AS quotation_id,
        -- A source's words are not the speaker's, and a label is quoted: the first claim on which a stance rests, in our words.
        coalesce(quotations.words,
            'claim: ' || (SELECT min(claims.text) FROM stances JOIN claims ON claims.id = stances.claim_id WHERE stances.quotation_id = quotations.id)) AS words,
        row_number() OVER (
            PARTITION BY quotations.statement_id
            ORDER BY forms.rank, stance_counts.stances DESC, quotations.id
        ) AS place
    FROM quotations
    JOIN stance_counts ON stance_counts.quotation_id = quotations.id
    JOIN forms ON forms.form = quotations.form
),
stances_taken AS (
    SELECT
        stances.statement_id,
        stances.stance,
        codes.rank,
        bearing_renderings.words,
        max(stances.quotation_id = bearing_renderings.quotation_id) AS in_these_words
    FROM stances
    JOIN codes ON codes.list = 'stance' AND codes.code = stances.stance
    JOIN bearing_renderings ON bearing_renderings.statement_id = stances.statement_id AND bearing_renderings.place = 1
    GROUP BY stances.statement_id, stances.stance, codes.rank, bearing_renderings.words
),
stance_lists AS (
    SELECT
        statement_id,
        words,
        group_concat(CASE WHEN in_these_words THEN stance END, ' / ') AS in_these_words,
        group_concat(CASE WHEN NOT in_these_words THEN stance END, ' / ') AS in_other_words
    FROM (SELECT * FROM stances_taken ORDER BY statement_id, words, rank, stance)
    GROUP BY statement_id, words
),
named AS (
    SELECT
        statements.id,
        CASE WHEN renderings.form = 'unattributed' THEN 'unattributed'
             ELSE coalesce(people.name, statements.speaker_label, organizations.name, 'unattributed') END AS speaker,
        coalesce(organizations.side, 'none') AS side,
        renderings.form,
        CASE WHEN statements.date IS NULL THEN 'not stated' WHEN substr(statements.date_earliest, 1, 4) = substr(statements.date_latest, 1, 4) THEN substr(statements.date_earliest, 1, 4)
            ELSE 'several possible' END AS year,
        CASE WHEN statements.date IS NULL THEN 'not stated' WHEN substr(statements.date_earliest, 1, 7) = substr(statements.date_latest, 1, 7) THEN substr(statements.date_earliest, 1, 7)
            ELSE 'several possible' END AS month,
        coalesce(statements.date, 'undated') AS day,
        stance_lists.in_these_words || coalesce(' (also ' || stance_lists.in_other_words || ')', '') AS stances,
        stance_lists.words
    FROM statements
    JOIN renderings ON renderings.statement_id = statements.id AND renderings.place = 1
    JOIN stance_lists ON stance_lists.statement_id = statements.id
    LEFT JOIN people ON people.id = statements.speaker_id
    LEFT JOIN organizations ON organizations.id = statements.organization_id
),
labelled AS (
    SELECT *, speaker || ', ' || day || ': ' || stances || ' — ' || words AS full_label FROM named
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
    form,
    year,
    month
FROM cut
ORDER BY id
