-- Who quotes whom?
-- Every source that carries another or relies on it, as far as the texts name them, each pair once, in the order in which they were published. Of one source the answer has every way that leads over it, down to where the words come from, and its page has them as a tree.
-- In short: Which text has its words from which, down to the first.
-- Shown: published, citing_source + publisher + address, relation, cited_source + cited_publisher + cited_published
-- :publisher =   words of a title anywhere on the way, or of the publisher of the source that is carried or relied on; leave it empty for all.
-- :publisher any of SELECT DISTINCT cited_publisher FROM chains ORDER BY cited_publisher
-- on sources: :publisher = name
SELECT citing.published, c.citing AS citing_source, citing.publisher, c.relation, c.cited AS cited_source, c.cited_publisher, cited.published AS cited_published, coalesce(citing.url, citing.archive_url) AS address, c.citing_source_id, c.cited_source_id
FROM chains c
JOIN sources citing ON citing.id = c.citing_source_id
JOIN sources cited ON cited.id = c.cited_source_id
WHERE :publisher = '' OR c.path LIKE '%' || :publisher || '%' OR c.cited_publisher LIKE '%' || :publisher || '%'
GROUP BY c.citing_source_id, c.cited_source_id
ORDER BY citing.published_earliest IS NULL, citing.published_earliest, c.citing_source_id, c.cited_source_id
