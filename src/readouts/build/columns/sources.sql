-- One row is one source, with the columns by which readers sort a list of sources.
-- Publisher and dates that the source does not state are the words "not stated", so that they count as values.
-- The month is left open where the date begins with a mere year.
SELECT
    sources.id,
    coalesce(publisher.name, 'not stated') AS publisher,
    coalesce(substr(sources.published_earliest, 1, 4), 'not stated') AS year,
    CASE WHEN substr(sources.published, 5, 1) = '-' THEN substr(sources.published, 1, 7) ELSE 'not stated' END AS month,
    (SELECT count(DISTINCT quotations.statement_id) FROM quotations WHERE quotations.source_id = sources.id) AS statements,
    (SELECT count(*) FROM source_citations WHERE source_citations.cited_source_id = sources.id) AS used_by
FROM sources
LEFT JOIN organizations AS publisher ON publisher.id = sources.publisher_id
ORDER BY sources.id
