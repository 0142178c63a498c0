-- error
-- A side fits the kind of the body and its country: outlets, and they alone, stand on the side that reports; bodies of one state stand on one side, and a principal side has one country.
-- Fix: correct the side, the kind or the country.
WITH bodies AS (
    SELECT o.row_key, o.kind, o.country, o.side, s.nature AS of_side, coalesce(k.nature, '') AS of_kind
    FROM organizations o
    JOIN codes s ON s.list = 'side' AND s.code = o.side
    JOIN codes k ON k.list = 'organization-kind' AND k.code = o.kind
),
counted AS (
    SELECT country, side, count(*) AS number FROM bodies
    WHERE country IS NOT NULL AND (of_kind = 'state' OR of_side IN ('principal', 'party'))
    GROUP BY country, side
)
SELECT 'organizations' AS table_name, row_key, 'side' AS column_name,
       CASE WHEN kind = 'outlet' THEN 'an outlet stands on the side "' || side || '", which does not report'
            ELSE 'a body of the kind "' || kind || '" stands on the side "' || side || '", which is for outlets' END AS problem
FROM bodies WHERE (kind = 'outlet') <> (of_side = 'reporter')
UNION ALL
SELECT 'organizations', b.row_key, 'side', 'the country is "' || b.country || '" and the side "' || b.side || '", while most bodies of ' ||
       min(CASE WHEN other.country = b.country THEN 'the country stand on the side "' || other.side || '"' ELSE 'the side are of "' || other.country || '"' END)
FROM bodies b
JOIN counted mine ON mine.country = b.country AND mine.side = b.side
JOIN counted other ON other.number > mine.number
  AND ((other.country = b.country AND other.side <> b.side) OR (other.side = b.side AND other.country <> b.country AND b.of_side = 'principal'))
WHERE b.kind <> 'outlet' AND (b.of_kind = 'state' OR b.of_side IN ('principal', 'party'))
GROUP BY b.row_key, b.country, b.side
ORDER BY row_key
