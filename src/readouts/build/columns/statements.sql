-- One row is one statement, with names for its ids and a short text for links to it.
-- form: that of the strongest rendering.
-- The label shows words of the speaker's own on which a stance rests, else a claim: of several such renderings the strongest form, of equal forms the one
-- that bears most stances (by words, not by logic), then the first by id. It names the stances that rest on these words, by their
-- rank, and then, after "also", those that the statement takes only in other words.
-- A statement that is only reported as said by somebody unnamed has the speaker "unattributed", whatever organization
-- we read into it. A year or a month is that of every day that the date allows, else "several possible".
-- rests_on: how near the nearest of its renderings comes to the speaker. A page that republishes a text is a copy of that one, over however many hops,
-- and no nearer than it; a text is the speaker's own where it is official, or where its author and the speaker are one. A page that copies what is
-- neither the speaker's own nor an agency's, or that names no publisher, is a mirror.
-- sources: a copy counts with what it copies, where that is one text.
WITH RECURSIVE
copies (source_id, text_id) AS (
    SELECT id, id FROM sources
    UNION
    SELECT copies.source_id, source_citations.cited_source_id
    FROM copies
    JOIN source_citations ON source_citations.source_id = copies.text_id AND source_citations.relation = 'republishes'
),
originals AS (
    SELECT source_id, min(text_id) AS text_id
    FROM copies
    WHERE NOT EXISTS (SELECT 1 FROM source_citations AS further WHERE further.source_id = copies.text_id AND further.relation = 'republishes')
    GROUP BY source_id
    HAVING count(*) = 1
),
nearness AS (
    SELECT
        quotations.statement_id,
        min(CASE
            WHEN (texts_read.genre = 'official' OR texts_read.author = people.name) AND copies.text_id = quotations.source_id THEN 1
            WHEN texts_read.genre = 'official' OR texts_read.author = people.name THEN 2
            WHEN texts_read.genre = 'agency-report' THEN 3
            WHEN copies.text_id <> quotations.source_id OR texts_read.publisher_id IS NULL
                OR EXISTS (SELECT 1 FROM source_citations WHERE source_citations.source_id = quotations.source_id AND source_citations.relation = 'republishes') THEN 5
            ELSE 4
        END) AS rank,
        count(DISTINCT coalesce(originals.text_id, quotations.source_id)) AS sources
    FROM quotations
    JOIN statements ON statements.id = quotations.statement_id
    JOIN copies ON copies.source_id = quotations.source_id
    JOIN sources AS texts_read ON texts_read.id = copies.text_id
    LEFT JOIN originals ON originals.source_id = quotations.source_id
    LEFT JOIN people ON people.id = statements.speaker_id
    GROUP BY quotations.statement_id
),
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
        CASE nearness.rank WHEN 1 THEN 'own text' WHEN 2 THEN 'copy of it' WHEN 3 THEN 'agency' WHEN 4 THEN 'report' ELSE 'mirror alone' END AS rests_on,
        nearness.sources,
        stance_lists.words
    FROM statements
    JOIN nearness ON nearness.statement_id = statements.id
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
    rests_on,
    sources,
    year,
    month
FROM cut
ORDER BY id
