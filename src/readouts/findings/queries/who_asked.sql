-- One row is one contact, or one that was only asked for, one side that took part in it, and whom that side says to have asked for it, or not to have.
-- That is a firm stance of a voice of the side on a claim of the kind initiative, whose value is the body that asked; its side is named.
-- part: who says so. result: which side asked, as it says.
-- beside, of the sides whose contacts the record is about: what the other says.
--   the other says the same          it names the same side
--   the other says otherwise         it names another, or denies that this one asked, or names one that this one denies
--   nothing of the other is coded    it says nothing on it that is coded: no silence
WITH
told AS (
    SELECT party_words.event_id, party_words.side, asked.side AS asked, party_words.scale, party_words.claim_id, party_words.statement_id, party_words.date,
        row_number() OVER (PARTITION BY party_words.event_id, party_words.side, asked.side, party_words.scale
            ORDER BY coalesce(party_words.not_after, '9999'), party_words.statement_id, party_words.claim_id) AS place
    FROM party_words
    JOIN claims ON claims.id = party_words.claim_id AND claims.kind = 'initiative'
    JOIN organizations AS asked ON asked.id = claims.value
    WHERE party_words.scale IN (2, -2)
),
others AS (
    SELECT one.event_id, one.side, one.asked, one.scale,
        max(two.asked = one.asked AND two.scale = one.scale) AS same,
        max((two.asked = one.asked AND two.scale <> one.scale) OR (two.asked <> one.asked AND two.scale = 2 AND one.scale = 2)) AS otherwise
    FROM told AS one
    JOIN told AS two ON two.event_id = one.event_id AND two.side <> one.side
    WHERE two.side IN (SELECT code FROM codes WHERE list = 'side' AND nature = 'principal')
    GROUP BY one.event_id, one.side, one.asked, one.scale
)
SELECT
    told.event_id || '.' || told.side || '.' || told.asked || CASE told.scale WHEN -2 THEN '.not' ELSE '' END AS case_key,
    sides.label AS part,
    CASE told.scale WHEN 2 THEN asked.label || ' asked' ELSE asked.label || ' did not ask' END AS result,
    CASE WHEN others.otherwise THEN 'the other says otherwise' WHEN others.same THEN 'the other says the same' ELSE 'nothing of the other is coded' END AS beside,
    NULL AS days,
    told.side,
    told.date,
    coalesce((SELECT min(covered.covered) FROM covered WHERE covered.event_id = told.event_id), 0) AS complete,
    told.event_id,
    told.claim_id,
    told.statement_id,
    NULL AS other_statement_id
FROM told
JOIN codes AS sides ON sides.list = 'side' AND sides.code = told.side
JOIN codes AS asked ON asked.list = 'side' AND asked.code = told.asked
LEFT JOIN others ON others.event_id = told.event_id AND others.side = told.side AND others.asked = told.asked AND others.scale = told.scale
WHERE told.place = 1
