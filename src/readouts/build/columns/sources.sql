-- One row is one source, with the columns by which readers sort a list of sources.
-- Publisher and dates that the source does not state are the words "not stated", so that they count as values.
-- A year or a month is that of every day that the date allows, else "several possible".
-- name: the title as printed. Where none is printed or known (the title is a description of ours, in square brackets) it says
-- what the source is: kind, author of a post, publisher or else host, date; where two would be called alike, our description too.
WITH
called AS (
    SELECT
        sources.id,
        CASE WHEN sources.genre = 'post' AND sources.author IS NOT NULL
            THEN genres.label || ' by ' || sources.author || coalesce(' on ' || publisher.name, '')
        WHEN publisher.name IS NOT NULL
            THEN genres.phrase || ' '
                || CASE WHEN publisher.name LIKE 'The %' AND publisher.kind <> 'outlet' THEN 't' || substr(publisher.name, 2) ELSE publisher.name END
        ELSE genres.label || coalesce(' at ' || host.name, '')
        END || CASE WHEN sources.published IS NULL THEN ''
            WHEN sources.published LIKE '%/..' THEN ', not before ' || in_words(replace(sources.published, '/..', ''))
            ELSE ', ' || in_words(sources.published)
        END AS name
    FROM sources
    JOIN codes AS genres ON genres.list = 'genre' AND genres.code = sources.genre
    LEFT JOIN organizations AS publisher ON publisher.id = sources.publisher_id
    LEFT JOIN organizations AS host ON host.id = sources.host_id
    WHERE sources.title LIKE '[%]'
)
SELECT
    sources.id,
    CASE WHEN called.name IS NULL THEN sources.title
        WHEN count(*) OVER (PARTITION BY called.name) = 1 THEN called.name
        ELSE called.name || ' (' || substr(sources.title, 2, length(sources.title) - 2) || ')'
    END AS name,
    coalesce(publisher.name, 'not stated') AS publisher,
    CASE WHEN sources.published IS NULL THEN 'not stated' WHEN substr(sources.published_earliest, 1, 4) = substr(sources.published_latest, 1, 4) THEN substr(sources.published_earliest, 1, 4)
        ELSE 'several possible' END AS year,
    CASE WHEN sources.published IS NULL THEN 'not stated' WHEN substr(sources.published_earliest, 1, 7) = substr(sources.published_latest, 1, 7) THEN substr(sources.published_earliest, 1, 7)
        ELSE 'several possible' END AS month,
    (SELECT count(DISTINCT quotations.statement_id) FROM quotations WHERE quotations.source_id = sources.id) AS statements,
    (SELECT count(*) FROM source_citations WHERE source_citations.cited_source_id = sources.id) AS used_by
FROM sources
LEFT JOIN called ON called.id = sources.id
LEFT JOIN organizations AS publisher ON publisher.id = sources.publisher_id
ORDER BY sources.id
