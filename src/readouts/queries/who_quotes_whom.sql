-- Who quotes whom?
-- From each text the chain of sources that it carries or relies on, as far as the texts name them, hop by hop.
-- :publisher =   words of a title anywhere in the chain, or of the publisher of the source that is carried or relied on; leave it empty for all.
SELECT first_source, hop, citing, relation, cited, cited_publisher, citing_source_id, cited_source_id
FROM chains
WHERE :publisher = '' OR path LIKE '%' || :publisher || '%' OR cited_publisher LIKE '%' || :publisher || '%'
ORDER BY first_source, path, hop
