-- One row is one count of contacts as one side tells it, beside what the record has: the source counts N, the record has M.
-- A count is a claim of the kind "count", told by whoever asserts or confirms it; a count that a side only allows, or denies,
-- is compared with nothing. What is said in no organization's name, and what an outlet counts, stands beside what any party tells.
-- The record has a contact that counts if it is of the kind counted, both people took part, its day is known (or the night between
-- two days) and lies within the time counted, and it is affirmed (by whoever asserts or confirms that it took place, how long it lasted or what was said in it):
-- by the side that tells the count or, where that is no party to it, by any party. Contacts that a text says are one count once. A longer span in which
-- "other calls" were held is no contact that counts: nobody knows how many.
-- result, by the first of these that holds:
--   record has fewer  the count is above what the record has: that time is not wholly coded
--   record has more   the count is below what the record has
--   agrees            neither
-- It is a claim, never the truth: it says where to look.
WITH
counts AS (
    SELECT
        claims.*,
        CASE WHEN value LIKE '../%' THEN 0 ELSE CAST(replace(value, '/..', '') AS INTEGER) END AS at_least,
        CASE WHEN value LIKE '%/..' THEN NULL ELSE CAST(replace(value, '../', '') AS INTEGER) END AS at_most
    FROM claims
    WHERE kind = 'count'
),
told AS (
    SELECT counts.id AS claim_id, claim_timeline.side, claim_timeline.statement_id, claim_timeline.speaker, claim_timeline.place
    FROM counts
    JOIN claim_timeline ON claim_timeline.claim_id = counts.id
    WHERE claim_timeline.scale = 2 AND claim_timeline.opinion = 0 AND claim_timeline.stands = 1
),
tellers AS (
    SELECT claim_id, side, group_concat(speaker, '; ') AS told_by, min(statement_id) AS statement_id
    FROM (SELECT DISTINCT claim_id, side, speaker, statement_id FROM told ORDER BY claim_id, side, statement_id)
    GROUP BY claim_id, side
),
parties AS (
    SELECT DISTINCT event_participants.event_id, organizations.side, event_participants.person_id
    FROM event_participants
    JOIN organizations ON organizations.id = event_participants.organization_id
    WHERE event_participants.part IN (SELECT code FROM codes WHERE list = 'part' AND nature = 'present')
),
affirmed AS (
    SELECT DISTINCT positions.event_id, positions.side, parties.side IS NOT NULL AS party
    FROM positions
    LEFT JOIN parties ON parties.event_id = positions.event_id AND parties.side = positions.side
    WHERE positions.overtaken = 0 AND positions.scale = 2 AND positions.basis <> 'logic' AND positions.claim_kind IN ('occurrence', 'duration', 'content')
      AND positions.medium <> 'leaked-record'
),
candidates AS (
    SELECT
        tellers.claim_id,
        tellers.side,
        coalesce(CASE events.same_as_basis WHEN 'stated' THEN events.same_as_id END, events.id) AS contact_id
    FROM tellers
    JOIN counts ON counts.id = tellers.claim_id
    JOIN events ON events.kind = counts.counted_kind AND julianday(events.date_latest) - julianday(events.date_earliest) <= 1
    WHERE events.date_earliest >= coalesce(counts.counted_period_earliest, events.date_earliest)
      AND events.date_latest <= coalesce(counts.counted_period_latest, events.date_latest)
      AND EXISTS (SELECT 1 FROM parties WHERE parties.event_id = events.id AND parties.person_id = counts.counted_person_id)
      AND EXISTS (SELECT 1 FROM parties WHERE parties.event_id = events.id AND parties.person_id = counts.counted_with_id)
      AND EXISTS (
          SELECT 1 FROM affirmed
          WHERE affirmed.event_id = events.id
            AND (affirmed.side = tellers.side
                 OR (affirmed.party
                     AND NOT EXISTS (SELECT 1 FROM parties WHERE parties.event_id = events.id AND parties.side = tellers.side)))
      )
),
found AS (
    SELECT claim_id, side, count(*) AS number, group_concat(date, ', ') AS days
    FROM (
        SELECT DISTINCT candidates.claim_id, candidates.side, events.id, events.date, events.date_earliest
        FROM candidates
        JOIN events ON events.id = candidates.contact_id
        ORDER BY events.date_earliest, events.id
    )
    GROUP BY claim_id, side
)
SELECT
    counts.text AS claim,
    tellers.told_by,
    tellers.side,
    counts.value AS source_counts,
    coalesce(found.number, 0) AS record_has,
    CASE
        WHEN counts.at_least > coalesce(found.number, 0) THEN 'record has fewer'
        WHEN counts.at_most < coalesce(found.number, 0) THEN 'record has more'
        ELSE 'agrees'
    END AS result,
    coalesce(found.days, 'none') AS days_of_the_record,
    counts.counted_kind,
    counts.counted_period,
    counts.id AS claim_id,
    tellers.statement_id,
    counts.counted_person_id,
    counts.counted_with_id
FROM tellers
JOIN counts ON counts.id = tellers.claim_id
LEFT JOIN found ON found.claim_id = tellers.claim_id AND found.side = tellers.side
ORDER BY counts.counted_period_earliest IS NULL, counts.counted_period_earliest, counts.id, tellers.side
