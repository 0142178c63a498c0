-- One row is one claim about a contact, and what each side says of it in the end: the subjects, lengths and initiatives
-- that both sides tell, that only one tells, and that one denies. Lengths of one contact that differ stand as rows of
-- their own, side by side.
-- The contact is that in which it is folded, where a text says that two are one; perhaps_with names what may be one with it.
-- Parties are the sides of those who took part, as host, guest or participant; the side that reports is never a party.
-- A party's account is what its voices say in the end (table contact_voices: those who took part, the body in whose name they did,
-- the state): the positions that nothing shows superseded or overtaken, without
-- opinion; what is narrated, or said by nobody named, counts for the body. Others of its side stand beside it. Words from a leaked record count as reported,
-- in the column of the side that reports, whoever's they are.
-- told, by the first of these that holds; "tells" is to assert or confirm, in words or
-- taken for granted, not by logic alone, and so is to deny:
--   disputed         a party tells it, and a party denies it; of a plan, not where all that the denial says of the contact is "not yet"
--                    (contact_standing)
--   by all parties   two parties or more took part, and every one tells it
--   by some parties  two parties or more tell it, not all
--   by one party     one party tells it
--   denied           a party denies it, and none tells it
--   by others only   somebody who is no party tells it or allows it, or a party allows it
--   opinion only     nobody but the author of an opinion piece tells it or allows it
--   by nobody        nobody does
-- The column of a side (one for each that `codes` has): its stances, by their rank; for a party of which the record
-- has words that take no position (in jest, a question, taken back) "speaks of it, takes no position"; for one of which the record
-- has no word on this, but one of somebody who took part on whether a leak of the contact is genuine, "leak:" and that; on whether it took
-- place, how long it lasted and what was said in it, for one of which the record has nothing on the contact but a refusal, "of other parts:" and that; for one of which the record
-- has no word on it "nothing found in the stored pages searched on" the day, where the months in which the contact may lie are
-- complete for it, else "not coded yet"; "not a party" for another side. A stance that only follows by logic is marked.
-- Where a text says that two contacts are one, who says of either that it took place says so of both.
WITH
contacts AS (
    SELECT told_of.id AS told_of_id, events.id AS event_id, events.name, events.date, events.date_earliest
    FROM events AS told_of
    JOIN events ON events.id = CASE told_of.same_as_basis WHEN 'stated' THEN told_of.same_as_id ELSE told_of.id END
    WHERE told_of.kind IN (SELECT code FROM codes WHERE list = 'event-kind' AND nature = 'contact')
),
claims_told AS (
    SELECT claims.id AS claim_id, claims.kind, contacts.event_id FROM claims JOIN contacts ON contacts.told_of_id = claims.event_id
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
    SELECT DISTINCT contacts.event_id, organizations.side
    FROM event_participants
    JOIN contacts ON contacts.told_of_id = event_participants.event_id
    JOIN organizations ON organizations.id = event_participants.organization_id
    WHERE event_participants.part IN (SELECT code FROM codes WHERE list = 'part' AND nature = 'present')
      AND organizations.side NOT IN (SELECT side FROM reporter)
      AND NOT (event_participants.part = 'host' AND organizations.side IN (SELECT side FROM sides WHERE nature = 'rest'))
),
last_words AS (
    SELECT claim_id, statement_id, voice AS speaker, stance, scale, basis, medium FROM positions WHERE overtaken = 0
    UNION ALL
    SELECT claim_id, statement_id, CASE form WHEN 'narrated' THEN speaker || ' (narrated)' ELSE speaker END, stance, scale, basis, medium
    FROM claim_timeline
    WHERE counts_for = 'nobody' AND opinion = 0 AND stands = 1
),
-- Each claim, and the claims whose words are on it: of occurrence, all of its contact.
shared AS (
    SELECT one.claim_id, other.claim_id AS told_on
    FROM claims_told AS one
    JOIN claims_told AS other
      ON other.event_id = one.event_id AND (other.claim_id = one.claim_id OR (one.kind = 'occurrence' AND other.kind = 'occurrence'))
),
-- Whose they are for the contact; "beside": of a party's side, and no voice of the party.
said AS (
    SELECT DISTINCT
        contact_voices.event_id,
        contact_voices.leak_id,
        coalesce(shared.claim_id, last_words.claim_id) AS claim_id,
        CASE WHEN medium = 'leaked-record' THEN (SELECT side FROM reporter)
             WHEN contact_voices.voice = 'side only' THEN 'beside'
             ELSE contact_voices.side END AS side,
        CASE WHEN medium = 'leaked-record' THEN NULL
             WHEN contact_voices.voice = 'side only' AND contact_voices.organization <> last_words.speaker THEN last_words.speaker || ', for ' || contact_voices.organization
             WHEN contact_voices.voice = 'side only' OR contact_voices.side = 'none' THEN last_words.speaker END AS speaker,
        contact_voices.voice,
        last_words.stance || CASE medium WHEN 'leaked-record' THEN ' (leaked record)' ELSE '' END AS stance,
        last_words.scale,
        last_words.basis,
        stance_codes.rank
    FROM last_words
    JOIN contact_voices ON contact_voices.claim_id = last_words.claim_id AND contact_voices.statement_id = last_words.statement_id
    LEFT JOIN shared ON shared.told_on = last_words.claim_id AND contact_voices.leak_id IS NULL
    JOIN stance_codes ON stance_codes.stance = last_words.stance
),
-- What those who took part say of whether a leak of the contact is genuine.
leak_words AS (
    SELECT event_id, side, 'leak: ' || group_concat(stance, ' / leak: ') AS words
    FROM (
        SELECT DISTINCT said.event_id, said.side, said.stance, said.rank
        FROM said
        JOIN claims ON claims.id = said.claim_id AND claims.kind = 'authenticity'
        WHERE said.leak_id IS NOT NULL AND said.voice = 'took part'
        ORDER BY said.event_id, said.side, said.rank
    )
    GROUP BY event_id, side
),
lines AS (
    SELECT said.claim_id, said.event_id, said.side, parties.side IS NOT NULL AS party, said.scale, said.basis
    FROM said
    LEFT JOIN parties ON parties.event_id = said.event_id AND parties.side = said.side
    WHERE said.leak_id IS NULL
),
-- Parties whose denial of a plan says that nothing is arranged so far.
not_yet AS (
    SELECT DISTINCT lines.event_id, lines.side
    FROM lines
    JOIN claims ON claims.id = lines.claim_id
    WHERE lines.party AND ((claims.kind IN ('position', 'forecast') AND lines.scale > 0) OR (claims.kind = 'initiative' AND lines.scale = -2))
),
-- Parties of which there is nothing on a contact but a refusal.
refusals AS (
    SELECT event_id, side, 'of other parts: ' || group_concat(stance, ' / ') AS words
    FROM (
        SELECT DISTINCT said.event_id, said.side, said.stance, said.rank
        FROM said
        WHERE said.leak_id IS NULL AND said.side NOT IN ('none', 'beside')
          AND NOT EXISTS (SELECT 1 FROM said AS other
                          WHERE other.event_id = said.event_id AND other.side = said.side AND other.leak_id IS NULL AND other.scale IS NOT NULL)
        ORDER BY said.event_id, said.side, said.rank
    )
    GROUP BY event_id, side
),
party_numbers AS (
    SELECT event_id, count(*) AS number FROM parties GROUP BY event_id
),
tellings AS (
    SELECT
        lines.claim_id,
        count(DISTINCT CASE WHEN party AND scale = 2 AND basis <> 'logic' THEN lines.side END) AS telling,
        max(party AND scale = -2 AND basis <> 'logic') AS denied,
        max(party AND scale = -2 AND basis <> 'logic' AND NOT (claims.kind = 'plan' AND not_yet.side IS NOT NULL)) AS disputed,
        max(scale > 0) AS told_or_allowed
    FROM lines
    JOIN claims ON claims.id = lines.claim_id
    LEFT JOIN not_yet ON not_yet.event_id = lines.event_id AND not_yet.side = lines.side
    GROUP BY lines.claim_id
),
opinions AS (
    SELECT DISTINCT claim_id FROM claim_timeline WHERE opinion = 1 AND stands = 1 AND scale > 0
),
side_lists AS (
    SELECT claim_id, side, group_concat(stance || CASE WHEN by_logic THEN ' (by logic)' ELSE '' END, ' / ') AS stances
    FROM (SELECT claim_id, side, stance, rank, min(basis = 'logic') AS by_logic FROM said WHERE side NOT IN ('none', 'beside') AND leak_id IS NULL
          GROUP BY claim_id, side, stance, rank ORDER BY claim_id, side, rank, stance)
    GROUP BY claim_id, side
),
speakers AS (
    SELECT claim_id, side, group_concat(speaker || ': ' || stance, '; ') AS words
    FROM (SELECT DISTINCT claim_id, side, speaker, stance FROM said WHERE speaker IS NOT NULL AND leak_id IS NULL ORDER BY claim_id, side, speaker, stance)
    GROUP BY claim_id, side
),
cells AS (
    SELECT
        claims_told.claim_id,
        sides.side,
        coalesce(
            side_lists.stances,
            CASE WHEN parties.side IS NULL THEN 'not a party'
                 WHEN EXISTS (SELECT 1 FROM contact_voices
                              JOIN claim_timeline AS told ON told.claim_id = contact_voices.claim_id AND told.statement_id = contact_voices.statement_id
                              WHERE contact_voices.claim_id = claims_told.claim_id AND contact_voices.side = sides.side
                                AND contact_voices.voice <> 'side only' AND told.stands = 0) THEN 'speaks of it, takes no position' END,
            leak_words.words,
            CASE WHEN parties.side IS NOT NULL AND claims_told.kind IN ('occurrence', 'duration', 'content') THEN refusals.words END,
            CASE WHEN covered.covered THEN 'nothing found in the stored pages searched on ' || covered.searched_on ELSE 'not coded yet' END
        ) AS words
    FROM claims_told
    CROSS JOIN sides
    LEFT JOIN side_lists ON side_lists.claim_id = claims_told.claim_id AND side_lists.side = sides.side
    LEFT JOIN parties ON parties.event_id = claims_told.event_id AND parties.side = sides.side
    LEFT JOIN leak_words ON leak_words.event_id = claims_told.event_id AND leak_words.side = sides.side
    LEFT JOIN refusals ON refusals.event_id = claims_told.event_id AND refusals.side = sides.side
    LEFT JOIN covered ON covered.event_id = claims_told.event_id AND covered.side = sides.side
),
columns AS (
    SELECT
        claim_id,
        [[side: max(CASE WHEN side = '{code}' THEN words END) AS "{column}"]]
    FROM cells
    GROUP BY claim_id
)
SELECT
    contacts.name AS event,
    contacts.date,
    claims.kind AS claim_kind,
    claims.text AS claim,
    claims.value,
    CASE
        WHEN tellings.telling > 0 AND tellings.disputed THEN 'disputed'
        WHEN tellings.telling > 1 AND tellings.telling = party_numbers.number THEN 'by all parties'
        WHEN tellings.telling > 1 THEN 'by some parties'
        WHEN tellings.telling = 1 THEN 'by one party'
        WHEN tellings.denied THEN 'denied'
        WHEN tellings.told_or_allowed THEN 'by others only'
         WHEN claims.id IN (SELECT claim_id FROM opinions) THEN 'opinion only'
        ELSE 'by nobody'
    END AS told,
    [[side: columns."{column}"]],
    coalesce(others.words, 'none') AS others_of_the_sides,
    coalesce(nobodys.words, 'none') AS in_nobodys_name,
    contact_standing.perhaps_with,
    claims.id AS claim_id,
    contacts.event_id,
    claims.topic_id
FROM contacts
JOIN claims ON claims.event_id = contacts.told_of_id
JOIN columns ON columns.claim_id = claims.id
LEFT JOIN tellings ON tellings.claim_id = claims.id
LEFT JOIN party_numbers ON party_numbers.event_id = contacts.event_id
LEFT JOIN speakers AS others ON others.claim_id = claims.id AND others.side = 'beside'
LEFT JOIN speakers AS nobodys ON nobodys.claim_id = claims.id AND nobodys.side = 'none'
JOIN contact_standing ON contact_standing.event_id = contacts.event_id
ORDER BY contacts.date_earliest IS NULL, contacts.date_earliest, contacts.event_id,
    CASE claims.kind
        WHEN 'occurrence' THEN 1 WHEN 'plan' THEN 2 WHEN 'initiative' THEN 3 WHEN 'duration' THEN 4 WHEN 'content' THEN 5 ELSE 6
    END,
    claims.value IS NULL,
    claims.value,
    claims.id
