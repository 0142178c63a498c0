-- One row is one hop on a way through the sources: from the text in hand, over what it carries or uses, and what that
-- carries or uses, hop by hop. Every source that cites another starts ways of its own.
-- A way that branches has a row for each branch; a way never returns to a source on it, so circles end. Dates play no
-- part. The id is the way itself: the ids of its sources, joined by slashes.
WITH RECURSIVE
ways (id, path, first_source_id, hop, citing_source_id, cited_source_id, relation) AS (
    SELECT
        citations.source_id || '/' || citations.cited_source_id,
        citing.name || ' → ' || cited.name,
        citations.source_id,
        1,
        citations.source_id,
        citations.cited_source_id,
        citations.relation
    FROM source_citations AS citations
    JOIN sources AS citing ON citing.id = citations.source_id
    JOIN sources AS cited ON cited.id = citations.cited_source_id
    WHERE citations.source_id <> citations.cited_source_id
    UNION ALL
    SELECT
        ways.id || '/' || citations.cited_source_id,
        ways.path || ' → ' || cited.name,
        ways.first_source_id,
        ways.hop + 1,
        citations.source_id,
        citations.cited_source_id,
        citations.relation
    FROM ways
    JOIN source_citations AS citations ON citations.source_id = ways.cited_source_id
    JOIN sources AS cited ON cited.id = citations.cited_source_id
    WHERE instr('/' || ways.id || '/', '/' || citations.cited_source_id || '/') = 0
)
SELECT
    first_source.name AS first_source,
    ways.hop,
    citing.name AS citing,
    ways.relation,
    cited.name AS cited,
    cited.publisher AS cited_publisher,
    ways.path,
    ways.id,
    ways.first_source_id,
    ways.citing_source_id,
    ways.cited_source_id
FROM ways
JOIN sources AS first_source ON first_source.id = ways.first_source_id
JOIN sources AS citing ON citing.id = ways.citing_source_id
JOIN sources AS cited ON cited.id = ways.cited_source_id
ORDER BY ways.id
