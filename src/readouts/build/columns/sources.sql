-- One row is one source, with the columns by which readers sort a list of sources.
-- Publisher and dates that the source does not state are the words "not stated", so that they count as values.
-- A year or a month is that of every day that the date allows, else "several possible".
SELECT
    sources.id,
    coalesce(publisher.name, 'not stated') AS publisher,
    CASE WHEN sources.published IS NULL THEN 'not stated' WHEN substr(sources.published_earliest, 1, 4) = substr(sources.published_latest, 1, 4) THEN substr(sources.published_earliest, 1, 4)
        ELSE 'several possible' END AS year,
    CASE WHEN sources.published IS NULL THEN 'not stated' WHEN substr(sources.published_earliest, 1, 7) = substr(sources.published_latest, 1, 7) THEN substr(sources.published_earliest, 1, 7)
        ELSE 'several possible' END AS month,
    (SELECT count(DISTINCT quotations.statement_id) FROM quotations WHERE quotations.source_id = sources.id) AS statements,
    (SELECT count(*) FROM source_citations WHERE source_citations.cited_source_id = sources.id) AS used_by
FROM sources
LEFT JOIN organizations AS publisher ON publisher.id = sources.publisher_id
ORDER BY sources.id
