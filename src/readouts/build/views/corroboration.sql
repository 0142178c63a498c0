-- One row is one direction of a claim: all who affirm it (2 on the scale), who allow it (1), who doubt it (-1), who deny
-- it (-2). Who will not rule a thing out does not say that it is so.
-- Opinion is counted apart, in opinion_statements, and so is what only follows by logic from other words, in logic_statements: they are in
-- none of the other numbers.
-- sources: all pages that carry any part of these statements; which part each prints is not looked at. sources_at_least: the pages of the
-- quotations on which the stances rest; one a statement.
-- voices: different people; for stances that count for no person different organizations; unnamed speakers for no
-- organization by how the source describes them. Where the rendering on which the stance rests is unattributed there is
-- no voice, only a statement: nobody is named, and a label or an organization beside it is our reading.
-- origins_at_most: from how many places the words can have reached us at most. Only what surely has one origin is
-- folded; what sources do not say about their origin cannot be: hence "at most". A rendering comes, by the first of
-- these that holds,
--   from the outlet that itself alleges it, whoever carries its report, and whatever that report uses besides;
--   from the one text or the one outlet that has the statement first (nature single of its medium): a text that we read
--   itself stands for its source (of a single outlet: where every text credits it or is its own), one that a single outlet is credited for stands for that outlet; what stands in a book, whoever says it
--   there, is from that book, where the pages that carry it lead over their citations to one book alone;
--   from the organization that the source credits for the words (via_id), whatever else the source uses; where it credits
--   one alone for a statement, what it tells of that statement in no words of the speaker's is from there too, such as a
--   heading (words in marks that are credited to nobody are not);
--   from the outlet whose own text it is, where that outlet alleges it in the same text;
--   from the text of which the source is a copy (republishes), over however many hops, unless that was published before
--   the words were said, or the source copies several; and from that text's publisher, where others credit it for the
--   same statement.
-- A source that uses another (relies-on) can have words of its own, and two articles of one newspaper can have two origins.
WITH RECURSIVE
spoken AS (
    SELECT
        claim_timeline.claim_id,
        CASE claim_timeline.scale WHEN 2 THEN 'affirms' WHEN 1 THEN 'holds possible' WHEN -1 THEN 'holds unlikely' ELSE 'denies' END AS direction,
        claim_timeline.opinion,
        claim_timeline.basis = 'logic' AND claim_timeline.opinion = 0 AS by_logic,
        claim_timeline.statement_id,
        claim_timeline.source_id,
        claim_timeline.not_before,
        CASE
            WHEN claim_timeline.form = 'unattributed' THEN NULL
            WHEN claim_timeline.counts_for = 'person' THEN 'person ' || claim_timeline.speaker_id
            WHEN claim_timeline.counts_for = 'organization' THEN 'organization ' || claim_timeline.organization_id
            ELSE 'label ' || statements.speaker_label
        END AS voice,
        CASE organizations.kind WHEN 'outlet' THEN organizations.id END AS outlet_id,
        media.nature = 'single' AS single,
        statements.medium = 'book' AS in_book
    FROM claim_timeline
    JOIN statements ON statements.id = claim_timeline.statement_id
    JOIN codes AS media ON media.list = 'medium' AND media.code = statements.medium
    LEFT JOIN organizations ON organizations.id = statements.organization_id
    WHERE claim_timeline.scale <> 0 AND claim_timeline.stands = 1
),
copies AS (
    SELECT source_id, min(cited_source_id) AS original_id
    FROM source_citations
    WHERE relation = 'republishes' AND source_id <> cited_source_id
    GROUP BY source_id
    HAVING count(*) = 1
),
carried (source_id, text_id) AS (
    SELECT id, id FROM sources
    UNION
    SELECT carried.source_id, copies.original_id FROM carried JOIN copies ON copies.source_id = carried.text_id
),
-- The text that itself copies no one text; of texts that copy each other in a circle the first by id.
originals AS (
    SELECT carried.source_id, coalesce(max(CASE WHEN copies.source_id IS NULL THEN carried.text_id END), min(carried.text_id)) AS text_id
    FROM carried
    LEFT JOIN copies ON copies.source_id = carried.text_id
    GROUP BY carried.source_id
),
page_credits AS (
    SELECT statement_id, source_id, min(via_id) AS via_id FROM quotations GROUP BY statement_id, source_id HAVING count(DISTINCT via_id) = 1
),
renderings AS (
    SELECT
        spoken.claim_id,
        spoken.direction,
        spoken.statement_id,
        quotations.id AS quotation_id,
        quotations.source_id,
        coalesce(quotations.via_id, CASE WHEN quotations.words IS NULL THEN page_credits.via_id END) AS via_id,
        CASE WHEN quotations.form <> 'unattributed' THEN spoken.outlet_id END AS outlet_id,
        spoken.single AND quotations.form <> 'unattributed' AS single,
        quotations.form = 'own' AS own,
        spoken.in_book AND quotations.form <> 'unattributed' AS in_book,
        CASE WHEN original.published_latest < spoken.not_before THEN quotations.source_id ELSE original.id END AS text_id
    FROM spoken
    JOIN quotations ON quotations.statement_id = spoken.statement_id
    LEFT JOIN page_credits ON page_credits.statement_id = quotations.statement_id AND page_credits.source_id = quotations.source_id
    JOIN originals ON originals.source_id = quotations.source_id
    JOIN sources AS original ON original.id = originals.text_id
    WHERE spoken.opinion = 0 AND spoken.by_logic = 0
),
-- The book to which the citations of all pages of a statement lead, over however many hops, if it is one.
reached (source_id, cited_id) AS (
    SELECT source_id, source_id FROM quotations
    UNION
    SELECT reached.source_id, source_citations.cited_source_id
    FROM reached
    JOIN source_citations ON source_citations.source_id = reached.cited_id
),
books AS (
    SELECT renderings.statement_id, min(sources.id) AS book_id
    FROM renderings
    JOIN reached ON reached.source_id = renderings.source_id
    JOIN sources ON sources.id = reached.cited_id AND sources.genre = 'book'
    WHERE renderings.in_book
    GROUP BY renderings.statement_id
    HAVING count(DISTINCT sources.id) = 1
),
-- Texts of an outlet in which it alleges the claim itself.
own_outlets AS (
    SELECT claim_id, direction, text_id, min(outlet_id) AS outlet_id
    FROM renderings
    WHERE own AND outlet_id IS NOT NULL
    GROUP BY claim_id, direction, text_id
),
credits AS (
    SELECT statement_id, count(DISTINCT via_id) AS outlets, min(via_id) AS via_id FROM quotations WHERE via_id IS NOT NULL GROUP BY statement_id
),
-- Statements of which some text neither credits that outlet nor is its own: it may have them from elsewhere.
uncredited AS (
    SELECT quotations.statement_id
    FROM quotations
    JOIN credits ON credits.statement_id = quotations.statement_id
    JOIN originals ON originals.source_id = quotations.source_id
    JOIN sources AS original ON original.id = originals.text_id
    GROUP BY quotations.statement_id, originals.text_id
    HAVING max(coalesce(quotations.via_id = credits.via_id, 0)) = 0 AND max(coalesce(original.publisher_id = credits.via_id, 0)) = 0
),
own_texts AS (
    SELECT claim_id, direction, statement_id, min('source ' || text_id) AS origin FROM renderings WHERE own GROUP BY claim_id, direction, statement_id
),
origins AS (
    SELECT
        renderings.claim_id,
        renderings.direction,
        CASE
            WHEN renderings.outlet_id IS NOT NULL THEN 'organization ' || renderings.outlet_id
            WHEN renderings.single THEN coalesce(
                own_texts.origin,
                'source ' || books.book_id,
                CASE WHEN credits.outlets = 1 AND renderings.statement_id NOT IN (SELECT statement_id FROM uncredited) THEN 'organization ' || credits.via_id END,
                'statement ' || renderings.statement_id)
            WHEN renderings.via_id IS NOT NULL THEN 'organization ' || renderings.via_id
            WHEN own_outlets.outlet_id IS NOT NULL THEN 'organization ' || own_outlets.outlet_id
            WHEN EXISTS (SELECT 1 FROM quotations AS other
                         WHERE other.statement_id = renderings.statement_id AND other.via_id = texts.publisher_id)
                THEN 'organization ' || texts.publisher_id
            ELSE 'source ' || renderings.text_id
        END AS origin
    FROM renderings
    JOIN sources AS texts ON texts.id = renderings.text_id
    LEFT JOIN credits ON credits.statement_id = renderings.statement_id
    LEFT JOIN books ON books.statement_id = renderings.statement_id AND renderings.in_book
    LEFT JOIN own_outlets
      ON own_outlets.claim_id = renderings.claim_id AND own_outlets.direction = renderings.direction AND own_outlets.text_id = renderings.text_id
    LEFT JOIN own_texts
      ON own_texts.claim_id = renderings.claim_id AND own_texts.direction = renderings.direction
     AND own_texts.statement_id = renderings.statement_id
),
origin_counts AS (
    SELECT claim_id, direction, count(DISTINCT origin) AS origins FROM origins GROUP BY claim_id, direction
),
source_counts AS (
    SELECT claim_id, direction, count(DISTINCT source_id) AS sources FROM renderings GROUP BY claim_id, direction
),
statement_counts AS (
    SELECT
        claim_id,
        direction,
        sum(opinion = 0 AND by_logic = 0) AS statements,
        count(DISTINCT CASE WHEN opinion = 0 AND by_logic = 0 THEN voice END) AS voices,
        count(DISTINCT CASE WHEN opinion = 0 AND by_logic = 0 THEN source_id END) AS sources_at_least,
        sum(by_logic) AS logic_statements,
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
    statement_counts.sources_at_least,
    statement_counts.logic_statements,
    statement_counts.opinion_statements,
    events.name AS event,
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
