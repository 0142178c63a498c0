-- One row is one direction of a claim: all who affirm it (stances above 0), or all who deny it (below 0).
-- Opinion is counted apart, in opinion_statements, and in none of the other numbers.
-- voices: different people; for stances that count for no person different organizations; unnamed speakers for no
-- organization by how the source describes them. Where the rendering on which the stance rests is unattributed there is
-- no voice, only a statement: nobody is named, and a label or an organization beside it is our reading.
-- origins_at_most: how many places the words can have come from at most, once copies are folded. Every rendering has one
-- origin: the organization that the source credits for the words (via_id), or what that one's text in turn carries or
-- uses; or else, with nobody credited, one of the sources that it is, or that it carries or uses, however many hops away;
-- not one that was published before the words were said. Sources count
-- by their publisher, where it is known and is no mere platform, so that two articles of one newspaper are one origin,
-- and so are an agency's dispatch and a text that credits the agency.
-- Where a rendering can have come from several origins, it is counted with the one that most renderings on this side
-- share (of equal ones the first by name). What sources do not say about their origin cannot be folded: hence "at most".
WITH RECURSIVE
spoken AS (
    SELECT
        claim_timeline.claim_id,
        CASE WHEN claim_timeline.scale > 0 THEN 'affirms' ELSE 'denies' END AS direction,
        claim_timeline.opinion,
        claim_timeline.statement_id,
        claim_timeline.not_before,
        CASE
            WHEN claim_timeline.form = 'unattributed' THEN NULL
            WHEN claim_timeline.counts_for = 'person' THEN 'person ' || claim_timeline.speaker_id
            WHEN claim_timeline.counts_for = 'organization' THEN 'organization ' || claim_timeline.organization_id
            ELSE 'label ' || statements.speaker_label
        END AS voice
    FROM claim_timeline
    JOIN statements ON statements.id = claim_timeline.statement_id
    WHERE claim_timeline.scale <> 0 AND claim_timeline.stands = 1
),
renderings AS (
    SELECT spoken.claim_id, spoken.direction, spoken.not_before, quotations.id AS quotation_id, quotations.source_id, quotations.via_id
    FROM spoken
    JOIN quotations ON quotations.statement_id = spoken.statement_id
    WHERE spoken.opinion = 0
),
reached (source_id, origin_id) AS (
    SELECT id, id FROM sources
    UNION
    SELECT reached.source_id, source_citations.cited_source_id
    FROM reached
    JOIN source_citations ON source_citations.source_id = reached.origin_id
),
source_origins AS (
    SELECT
        reached.source_id,
        origin.published_latest,
        CASE WHEN publisher.kind <> 'platform' THEN 'organization ' || publisher.id ELSE 'source ' || origin.id END AS origin
    FROM reached
    JOIN sources AS origin ON origin.id = reached.origin_id
    LEFT JOIN organizations AS publisher ON publisher.id = origin.publisher_id
),
possible_origins AS (
    SELECT claim_id, direction, quotation_id, 'organization ' || via_id AS origin FROM renderings WHERE via_id IS NOT NULL
    UNION
    SELECT renderings.claim_id, renderings.direction, renderings.quotation_id, source_origins.origin
    FROM renderings
    JOIN reached ON reached.source_id = renderings.source_id
    JOIN sources AS credited ON credited.id = reached.origin_id AND credited.publisher_id = renderings.via_id
    JOIN source_origins ON source_origins.source_id = credited.id
    WHERE coalesce(source_origins.published_latest >= renderings.not_before, 1)
    UNION
    SELECT renderings.claim_id, renderings.direction, renderings.quotation_id, source_origins.origin
    FROM renderings
    JOIN source_origins ON source_origins.source_id = renderings.source_id
    WHERE renderings.via_id IS NULL AND coalesce(source_origins.published_latest >= renderings.not_before, 1)
),
sharing AS (
    SELECT claim_id, direction, origin, count(*) AS renderings FROM possible_origins GROUP BY claim_id, direction, origin
),
ranked_origins AS (
    SELECT
        possible_origins.*,
        row_number() OVER (
            PARTITION BY possible_origins.claim_id, possible_origins.direction, possible_origins.quotation_id
            ORDER BY sharing.renderings DESC, possible_origins.origin
        ) AS place
    FROM possible_origins
    JOIN sharing
      ON sharing.claim_id = possible_origins.claim_id AND sharing.direction = possible_origins.direction
     AND sharing.origin = possible_origins.origin
),
origin_counts AS (
    SELECT claim_id, direction, count(DISTINCT origin) AS origins FROM ranked_origins WHERE place = 1 GROUP BY claim_id, direction
),
source_counts AS (
    SELECT claim_id, direction, count(DISTINCT source_id) AS sources FROM renderings GROUP BY claim_id, direction
),
statement_counts AS (
    SELECT
        claim_id,
        direction,
        sum(opinion = 0) AS statements,
        count(DISTINCT CASE WHEN opinion = 0 THEN voice END) AS voices,
        sum(opinion = 1) AS opinion_statements
    FROM spoken
    GROUP BY claim_id, direction
)
SELECT
    claims.text AS claim,
    statement_counts.direction,
    statement_counts.statements,
    statement_counts.voices,
    coalesce(source_counts.sources, 0) AS sources,
    coalesce(origin_counts.origins, 0) AS origins_at_most,
    statement_counts.opinion_statements,
    events.title AS event,
    claims.kind AS claim_kind,
    topics.label AS topic,
    claims.id AS claim_id,
    claims.event_id,
    claims.topic_id
FROM statement_counts
JOIN claims ON claims.id = statement_counts.claim_id
JOIN topics ON topics.id = claims.topic_id
LEFT JOIN events ON events.id = claims.event_id
LEFT JOIN source_counts ON source_counts.claim_id = statement_counts.claim_id AND source_counts.direction = statement_counts.direction
LEFT JOIN origin_counts ON origin_counts.claim_id = statement_counts.claim_id AND origin_counts.direction = statement_counts.direction
ORDER BY claims.id, statement_counts.direction
