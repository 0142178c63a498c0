-- Who quotes whom?
-- From each text the chain of sources that it carries or relies on, as far as the texts name them, hop by hop.
-- :publisher =   words of a title anywhere in the chain, or of the publisher of the source that is carried or relied on; leave it empty for all.
-- :publisher any of SELECT DISTINCT cited_publisher FROM chains ORDER BY cited_publisher
-- on sources: :publisher = name
SELECT c.first_source, c.hop, c.citing, c.relation, c.cited, c.cited_publisher, citing.publisher, coalesce(citing.url, citing.archive_url) AS address, c.first_source_id, c.citing_source_id, c.cited_source_id
FROM chains c
JOIN sources citing ON citing.id = c.citing_source_id
WHERE :publisher = '' OR c.path LIKE '%' || :publisher || '%' OR c.cited_publisher LIKE '%' || :publisher || '%'
ORDER BY c.first_source, c.path, c.hop
