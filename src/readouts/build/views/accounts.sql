-- One row is one claim about a contact, and what each side says of it in the end: the subjects, lengths and initiatives
-- that both sides tell, that only one tells, and that one denies. Lengths of one contact that differ stand as rows of
-- their own, side by side.
-- Parties are the sides of those who took part, as host, guest or participant; the side that reports is never a party.
-- A side's account is what its voices say in the end: the positions that nothing shows superseded or overtaken, without
-- opinion; what is narrated, or said by nobody named, counts for its side. Words from a leaked record count as reported,
-- in the column of the side that reports, whoever's they are.
-- told, by the first of these that holds; "tells" is to assert or confirm, in words or
-- taken for granted, not by logic alone:
--   disputed         a party tells it, and a party denies it
--   by all parties   two parties or more took part, and every one tells it
--   by some parties  two parties or more tell it, not all
--   by one party     one party tells it
--   denied           a party denies it, and none tells it
--   by others only   somebody who is no party tells it or allows it, or a party allows it
--   in opinion only  the author of an opinion tells it or allows it, in words that take a position, and nobody else
--   by nobody        nobody does
-- The column of a side (one for each that `codes` has): its stances, by their rank; for a party of which the record
-- has words that take no position (in jest, a question, taken back) "speaks of it, takes no position"; for one of which the record
-- has no word on it "nothing found in the stored pages searched on" the day, where the months in which the contact may lie are
-- complete for it, else "not coded yet"; "not a party" for another side.
WITH
contacts AS (
    SELECT id AS event_id, title, date, date_earliest FROM events
    WHERE kind IN (SELECT code FROM codes WHERE list = 'event-kind' AND nature = 'contact')
),
sides AS (
    SELECT code AS side, nature FROM codes WHERE list = 'side'
),
reporter AS (
    SELECT side FROM sides WHERE nature = 'reporter'
),
stance_codes AS (
    SELECT code AS stance, rank FROM codes WHERE list = 'stance'
),
parties AS (
    SELECT DISTINCT event_participants.event_id, organizations.side
    FROM event_participants
    JOIN organizations ON organizations.id = event_participants.organization_id
    WHERE event_participants.part IN (SELECT code FROM codes WHERE list = 'part' AND nature = 'present')
      AND organizations.side NOT IN (SELECT side FROM reporter)
),
last_words AS (
    SELECT claim_id, side, voice AS speaker, stance, scale, basis, medium FROM positions WHERE overtaken = 0
    UNION ALL
    SELECT claim_id, side, CASE form WHEN 'narrated' THEN speaker || ' (narrated)' ELSE speaker END, stance, scale, basis, medium
    FROM claim_timeline
    WHERE counts_for = 'nobody' AND opinion = 0 AND stands = 1
),
said AS (
    SELECT DISTINCT
        claim_id,
        CASE medium WHEN 'leaked-record' THEN (SELECT side FROM reporter) ELSE side END AS side,
        CASE WHEN side = 'none' AND medium <> 'leaked-record' THEN speaker END AS speaker,
        stance || CASE medium WHEN 'leaked-record' THEN ' (leaked record)' ELSE '' END AS stance,
        scale,
        basis,
        stance_codes.rank
    FROM last_words
    JOIN stance_codes USING (stance)
),
lines AS (
    SELECT claims.id AS claim_id, claims.event_id, said.side, parties.side IS NOT NULL AS party, said.scale, said.basis
    FROM claims
    JOIN said ON said.claim_id = claims.id
    LEFT JOIN parties ON parties.event_id = claims.event_id AND parties.side = said.side
),
party_numbers AS (
    SELECT event_id, count(*) AS number FROM parties GROUP BY event_id
),
tellings AS (
    SELECT
        claim_id,
        count(DISTINCT CASE WHEN party AND scale = 2 AND basis <> 'logic' THEN side END) AS telling,
        max(party AND scale = -2) AS denied,
        max(scale > 0) AS told_or_allowed
    FROM lines
    GROUP BY claim_id
),
opinions AS (
    SELECT DISTINCT claim_id FROM claim_timeline WHERE opinion = 1 AND stands = 1 AND scale > 0
),
side_lists AS (
    SELECT claim_id, side, group_concat(stance, ' / ') AS stances
    FROM (SELECT DISTINCT claim_id, side, stance, rank FROM said WHERE side <> 'none' ORDER BY claim_id, side, rank, stance)
    GROUP BY claim_id, side
),
nobodys AS (
    SELECT claim_id, group_concat(speaker || ': ' || stance, '; ') AS words
    FROM (SELECT DISTINCT claim_id, speaker, stance FROM said WHERE side = 'none' AND speaker IS NOT NULL ORDER BY claim_id, speaker, stance)
    GROUP BY claim_id
),
cells AS (
    SELECT
        claims.id AS claim_id,
        sides.side,
        coalesce(
            side_lists.stances,
            CASE WHEN parties.side IS NULL THEN 'not a party'
                 WHEN EXISTS (SELECT 1 FROM claim_timeline AS told
                              WHERE told.claim_id = claims.id AND told.side = sides.side AND told.stands = 0) THEN 'speaks of it, takes no position'
                 WHEN covered.covered THEN 'nothing found in the stored pages searched on ' || covered.searched_on
                 ELSE 'not coded yet' END
        ) AS words
    FROM claims
    CROSS JOIN sides
    LEFT JOIN side_lists ON side_lists.claim_id = claims.id AND side_lists.side = sides.side
    LEFT JOIN parties ON parties.event_id = claims.event_id AND parties.side = sides.side
    LEFT JOIN covered ON covered.event_id = claims.event_id AND covered.side = sides.side
    WHERE claims.event_id IN (SELECT event_id FROM contacts)
),
columns AS (
    SELECT
        claim_id,
        [[side: max(CASE WHEN side = '{code}' THEN words END) AS "{column}"]]
    FROM cells
    GROUP BY claim_id
)
SELECT
    contacts.title AS event,
    contacts.date,
    claims.kind AS claim_kind,
    claims.text AS claim,
    claims.value,
    CASE
        WHEN tellings.telling > 0 AND tellings.denied THEN 'disputed'
        WHEN tellings.telling > 1 AND tellings.telling = party_numbers.number THEN 'by all parties'
        WHEN tellings.telling > 1 THEN 'by some parties'
        WHEN tellings.telling = 1 THEN 'by one party'
        WHEN tellings.denied THEN 'denied'
        WHEN tellings.told_or_allowed THEN 'by others only'
        WHEN claims.id IN (SELECT claim_id FROM opinions) THEN 'in opinion only'
        ELSE 'by nobody'
    END AS told,
    [[side: columns."{column}"]],
    coalesce(nobodys.words, 'none') AS in_nobodys_name,
    claims.id AS claim_id,
    contacts.event_id,
    claims.topic_id
FROM contacts
JOIN claims ON claims.event_id = contacts.event_id
JOIN columns ON columns.claim_id = claims.id
LEFT JOIN tellings ON tellings.claim_id = claims.id
LEFT JOIN party_numbers ON party_numbers.event_id = contacts.event_id
LEFT JOIN nobodys ON nobodys.claim_id = claims.id
ORDER BY contacts.date_earliest IS NULL, contacts.date_earliest, contacts.event_id,
    CASE claims.kind
        WHEN 'occurrence' THEN 1 WHEN 'plan' THEN 2 WHEN 'initiative' THEN 3 WHEN 'duration' THEN 4 WHEN 'content' THEN 5 ELSE 6
    END,
    claims.value IS NULL,
    claims.value,
    claims.id
