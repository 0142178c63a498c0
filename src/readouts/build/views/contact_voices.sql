-- One row is one contact and one stance on a claim about it, or about a leak of it, and whose voice it is there.
-- A party's voice is that of those who took part, or of the body in whose name they did, on that day. A side is more than the
-- party: another administration, a campaign, a ministry that had no part in it speak beside it.
-- The contact is that in which it is folded, where a text says that two are one.
-- voice, by the first of these that holds:
--   nobody         for no organization, by nobody who took part
--   took part      the words are those of a person who took part, in whoever's name he speaks
--   body           in the name of a body that took part, or of one in which a person who took part holds an office on the day of the words
--   state          a state took part, and a body of it that was there on the day of the contact speaks; or a body of a state took
--                  part that is still there on the day of the words, and they are put down to the state as a whole
--   side only      of the side of a party, and none of the above
--   another side   of no side that took part
-- Bodies of a state: those of its side and its country whose kind has the nature of a state. Dates that are not known rule nothing out.
-- side: the side for which it counts there: of a person who took part that for which he did, of others their own.
-- leak_id: the leak, if the claim is about it. A leak is one of the contact if somebody tells of both in one statement.
WITH
folded AS (
    SELECT
        id,
        CASE same_as_basis WHEN 'stated' THEN same_as_id ELSE id END AS event_id
    FROM events
    WHERE kind IN (SELECT code FROM codes WHERE list = 'event-kind' AND nature = 'contact')
),
leaks AS (
    SELECT DISTINCT folded.event_id, leak.event_id AS leak_id
    FROM claim_timeline AS told
    JOIN folded ON folded.id = told.event_id
    JOIN claim_timeline AS leak ON leak.statement_id = told.statement_id AND leak.scale > 0 AND leak.stands = 1
    JOIN events ON events.id = leak.event_id AND events.kind = 'leak'
    WHERE told.scale > 0 AND told.stands = 1
),
about AS (
    SELECT folded.event_id, folded.id AS told_of_id, NULL AS leak_id FROM folded
    UNION ALL
    SELECT event_id, leak_id, leak_id FROM leaks
),
sides AS (
    SELECT code AS side, nature, rank FROM codes WHERE list = 'side'
),
bodies AS (
    SELECT id, side, coalesce(country, '') AS country, kind, start_earliest, end_latest, kind = 'state' AS is_state,
        kind IN (SELECT code FROM codes WHERE list = 'organization-kind' AND nature = 'state') AS of_state
    FROM organizations
),
present AS (
    SELECT
        folded.event_id, event_participants.person_id, bodies.*, sides.rank,
        events.date_earliest AS day_earliest, events.date_latest AS day_latest
    FROM event_participants
    JOIN folded ON folded.id = event_participants.event_id
    JOIN events ON events.id = folded.id
    JOIN bodies ON bodies.id = event_participants.organization_id
    JOIN sides ON sides.side = bodies.side
    WHERE event_participants.part IN (SELECT code FROM codes WHERE list = 'part' AND nature = 'present') AND sides.nature <> 'reporter'
),
-- The side for which each person took part.
persons AS (
    SELECT event_id, person_id, side FROM (
        SELECT event_id, person_id, side, row_number() OVER (PARTITION BY event_id, person_id ORDER BY rank) AS place
        FROM present
        WHERE person_id IS NOT NULL
    ) WHERE place = 1
),
spoken AS (
    SELECT about.event_id, about.leak_id, claim_timeline.claim_id, claim_timeline.statement_id,
        claim_timeline.claim, claim_timeline.place, claim_timeline.speaker, claim_timeline.organization, claim_timeline.stance, claim_timeline.stance_label, claim_timeline.date,
        claim_timeline.side, claim_timeline.counts_for, claim_timeline.speaker_id, claim_timeline.organization_id, claim_timeline.quotation_id,
        statements.date_earliest, statements.date_latest
    FROM about
    JOIN claim_timeline ON claim_timeline.event_id = about.told_of_id
    JOIN statements ON statements.id = claim_timeline.statement_id
),
-- Bodies that speak for a party, one row a contact, body and, where it depends on it, statement.
speaking AS (
    SELECT DISTINCT spoken.event_id, spoken.claim_id, spoken.statement_id, 'body' AS voice
    FROM spoken
    JOIN present ON present.event_id = spoken.event_id AND present.id = spoken.organization_id
    UNION
    SELECT spoken.event_id, spoken.claim_id, spoken.statement_id, 'body'
    FROM spoken
    JOIN present ON present.event_id = spoken.event_id AND present.side = spoken.side
    JOIN roles ON roles.person_id = present.person_id AND roles.organization_id = spoken.organization_id
    WHERE coalesce(roles.start_earliest <= spoken.date_latest, 1) AND coalesce(roles.end_latest >= spoken.date_earliest, 1)
    UNION
    SELECT spoken.event_id, spoken.claim_id, spoken.statement_id, 'state'
    FROM spoken
    JOIN bodies ON bodies.id = spoken.organization_id
    JOIN present ON present.event_id = spoken.event_id AND present.side = bodies.side AND present.country = bodies.country
    WHERE (present.is_state AND bodies.of_state
           AND coalesce(bodies.start_earliest <= present.day_latest, 1) AND coalesce(bodies.end_latest >= present.day_earliest, 1))
       OR (bodies.is_state AND present.of_state
           AND coalesce(present.start_earliest <= spoken.date_latest, 1) AND coalesce(present.end_latest >= spoken.date_earliest, 1))
),
-- 'body' comes before 'state'.
first_voices AS (
    SELECT event_id, claim_id, statement_id, min(voice) AS voice FROM speaking GROUP BY event_id, claim_id, statement_id
),
parties AS (
    SELECT DISTINCT event_id, side FROM present
)
SELECT
    events.name AS event,
    spoken.claim,
    spoken.speaker,
    spoken.organization,
    CASE
        WHEN persons.side IS NOT NULL THEN 'took part'
        WHEN spoken.side = 'none' THEN 'nobody'
        WHEN first_voices.voice IS NOT NULL THEN first_voices.voice
        WHEN parties.side IS NOT NULL THEN 'side only'
        ELSE 'another side'
    END AS voice,
    coalesce(persons.side, spoken.side) AS side,
    spoken.stance,
    spoken.stance_label,
    spoken.date,
    spoken.event_id,
    spoken.leak_id,
    spoken.claim_id,
    spoken.statement_id,
    spoken.quotation_id
FROM spoken
JOIN events ON events.id = spoken.event_id
LEFT JOIN persons ON persons.event_id = spoken.event_id AND persons.person_id = spoken.speaker_id AND spoken.counts_for = 'person'
LEFT JOIN first_voices
  ON first_voices.event_id = spoken.event_id AND first_voices.claim_id = spoken.claim_id AND first_voices.statement_id = spoken.statement_id
LEFT JOIN parties ON parties.event_id = spoken.event_id AND parties.side = spoken.side
ORDER BY spoken.event_id, spoken.leak_id IS NOT NULL, spoken.claim_id, spoken.place
