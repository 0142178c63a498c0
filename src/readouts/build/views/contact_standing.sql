-- One row is one contact (a call, a meeting, a visit, a contact of no named kind), between sides or within one, that took
-- place, was planned or is only alleged, and how the accounts of it stand.
-- Only what stands counts: plain words that nobody took back.
-- Parties are the sides of those who took part, as host, guest or participant; the side that reports is never a party, nor is a host
-- of none of the sides that have an account of their own (nature rest): he lends the place.
-- A party's account is what its voices say in the end (table contact_voices: those who took part, the body in whose name they
-- did, the state): the positions that nothing shows superseded or overtaken, without
-- opinion. Others of its side stand beside it. What is narrated, or said by nobody named, counts for the body, not for a person. Words from a leaked record
-- are not an account given to the public: whoever's they are, they count as reported, in the column
-- of the side that reports.
-- A side affirms a contact if it asserts or confirms that it took place, or asserts or confirms how long it lasted or
-- what was said in it, which presupposes the contact; not if it says who proposed it, since a proposal may come to
-- nothing. It denies a contact only by a firm word against it (scale -2); whatever is weaker, open or silent is neither. What only
-- follows by logic from other words neither affirms nor denies a contact or a plan of it, and is marked in the column of the side: a denial of the whole
-- reaches no farther than its own day.
-- A contact that has a plan claim and none of occurrence was only planned: what was to be said in it affirms nothing.
-- Not yet: a party that denies the plan, and of the same contact wants it or holds it open (a position or a forecast above zero) or says that
-- nobody has asked for it (an initiative, scale -2), says that nothing is arranged so far. "I expect" and "not yet" are both true (decision 0013),
-- so that its denial disputes no announcement. Who says no more than that none is planned denies the plan.
-- Contacts that a text says are one (same_as, stated) are one row, that of the contact to which the others lead.
-- A party is silent if the record has no word of it on whether the contact took place, and no refusal. Its silence is one only where
-- the months in which the contact may lie are complete for it (table covered); else its accounts are not coded yet, and every label
-- that would rest on its silence says "so far".
-- standing, by the first of these that holds:
--   disputed             a party affirms the contact, and a party denies it
--   acknowledged by all  two parties or more took part, and every one affirms it
--   acknowledged by some two parties or more affirm it, not all
--   acknowledged by one  one party affirms it, also where no other took part
--   denied by a party    a party denies it
--   reported only        somebody else says that it took place
--   cancelled            a party announced it, denied the plan later in known order, and holds to that
--   plan disputed        a party says that it was planned, and a party denies that, and not only "not yet"
--   plan denied          a party denies that it was planned
--   announced            a party says that it was planned
--   plan reported        somebody else says that it was planned
--   held possible        nobody says so, and somebody will not rule out that it took place or was planned
--   opinion only         nobody but the author of an opinion piece says so
--   none                 nobody says so
-- with "so far" behind acknowledged by some, acknowledged by one, reported only, opinion only and none, where a party is silent and
-- its accounts are not coded.
-- The column of a side, by the first of these that holds:
--   its stances on whether the contact took place, by their rank (what only follows by logic is marked), and "describes it" if it affirms it only
--   by telling of its course; "plan:" and its stances on the plan; its refusal if it refuses to speak of anything
--   about the contact; "speaks of it, not of whether it took place" if it takes any other stance on a claim about it; for a party
--   whose words take no position (in jest, a question, taken back) "speaks of it, takes no position"; for one
--   without a word on it "nothing found in the stored pages searched on" the day, or "not coded yet"; "not a party" for another side.
--   What a leaked record says stands behind it, marked.
--   Behind it, "leak:" and what those who took part say in the end of whether the leak of the contact is genuine; where they speak of
--   the leak alone, and not of that, "speaks of the leak alone".
-- others_of_the_sides: who speaks for another body of a party's side, each with the body, in the same words.
-- perhaps_with: contacts that may be the same, or a part of this one or it of them, or with it tied to a third, as read from day, place and people.
-- in_nobodys_name: the same for each speaker who stands for no organization, from what he says in the end; who is not
-- identified (a description, "unattributed", a line that is only narrated) withdraws nothing.
-- leaked: somebody tells of the contact and of a leak in one statement, or the words that tell of it stand in a leaked
-- record.
-- Uncertain dates: where the order of two statements of one voice is not known, both count.
WITH
sides AS (
    SELECT code AS side, nature FROM codes WHERE list = 'side'
),
reporter AS (
    SELECT side FROM sides WHERE nature = 'reporter'
),
stance_codes AS (
    SELECT code AS stance, polarity, rank FROM codes WHERE list = 'stance'
),
-- Each contact, and the row in which it stands.
folded AS (
    SELECT id, CASE same_as_basis WHEN 'stated' THEN same_as_id ELSE id END AS event_id
    FROM events
    WHERE kind IN (SELECT code FROM codes WHERE list = 'event-kind' AND nature = 'contact')
),
contacts AS (
    SELECT
        folded.event_id,
        coalesce(min(CASE WHEN claims.kind = 'occurrence' AND folded.id = folded.event_id THEN claims.id END),
                 min(CASE claims.kind WHEN 'occurrence' THEN claims.id END)) AS occurrence_claim_id,
        min(CASE claims.kind WHEN 'plan' THEN claims.id END) AS plan_claim_id
    FROM folded
    LEFT JOIN claims ON claims.event_id = folded.id
    GROUP BY folded.event_id
),
participations AS (
    SELECT folded.event_id, organizations.side, coalesce(people.name, organizations.name) AS name, people.id IS NOT NULL AS named,
        event_participants.part = 'host' AND organizations.side IN (SELECT side FROM sides WHERE nature = 'rest') AS lends_the_place
    FROM event_participants
    JOIN folded ON folded.id = event_participants.event_id
    JOIN organizations ON organizations.id = event_participants.organization_id
    LEFT JOIN people ON people.id = event_participants.person_id
    WHERE event_participants.part IN (SELECT code FROM codes WHERE list = 'part' AND nature = 'present')
),
parties AS (
    SELECT DISTINCT event_id, side FROM participations WHERE side NOT IN (SELECT side FROM reporter) AND NOT lends_the_place
),
-- What a claim is about: that the contact took place, its course, the plan of it, or something else about it.
subjects AS (
    SELECT
        claims.id AS claim_id,
        contacts.event_id,
        CASE
            WHEN claims.kind = 'occurrence' THEN 'occurrence'
            WHEN claims.kind = 'plan' THEN 'plan'
            WHEN claims.kind IN ('duration', 'content')
                AND (contacts.plan_claim_id IS NULL OR contacts.occurrence_claim_id IS NOT NULL) THEN 'course'
            ELSE 'something else'
        END AS subject
    FROM claims
    JOIN folded ON folded.id = claims.event_id
    JOIN contacts ON contacts.event_id = folded.event_id
),
-- What everybody says in the end, the side that reports, sides that are no parties and speakers for nobody included.
last_words AS (
    SELECT claim_id, statement_id, voice AS speaker, stance, scale, basis, medium
    FROM positions
    WHERE overtaken = 0
    UNION ALL
    SELECT
        claim_id, statement_id,
        CASE form WHEN 'narrated' THEN speaker || ' (narrated)' ELSE speaker END,
        stance, scale, basis, medium
    FROM claim_timeline
    WHERE counts_for = 'nobody' AND opinion = 0 AND stands = 1
),
-- Whose they are for the contact; "beside": of a party's side, and no voice of the party.
voiced AS (
    SELECT
        contact_voices.event_id,
        contact_voices.leak_id,
        CASE WHEN last_words.medium = 'leaked-record' THEN (SELECT side FROM reporter)
             WHEN contact_voices.voice = 'side only' THEN 'beside'
             ELSE contact_voices.side END AS account_side,
        last_words.speaker || CASE WHEN contact_voices.voice = 'side only' AND contact_voices.organization <> last_words.speaker
            THEN ', for ' || contact_voices.organization ELSE '' END AS named,
        contact_voices.voice,
        last_words.*
    FROM last_words
    JOIN contact_voices ON contact_voices.claim_id = last_words.claim_id AND contact_voices.statement_id = last_words.statement_id
),
accounts AS (
    SELECT
        subjects.event_id,
        -- Of a claim about its course only a firm stance above zero is about the contact itself.
        CASE WHEN subjects.subject = 'course' AND (voiced.scale IS NOT 2 OR voiced.basis = 'logic') THEN 'something else' ELSE subjects.subject END AS subject,
        voiced.account_side AS side,
        CASE WHEN voiced.account_side IN ('none', 'beside') THEN voiced.named ELSE 'the side' END AS speaker,
        voiced.medium = 'leaked-record' AS leaked,
        voiced.stance,
        voiced.scale,
        voiced.basis,
        stance_codes.polarity,
        stance_codes.rank,
        voiced.claim_id,
        voiced.statement_id
    FROM voiced
    JOIN subjects ON subjects.claim_id = voiced.claim_id
    JOIN stance_codes ON stance_codes.stance = voiced.stance
    WHERE voiced.leak_id IS NULL
),
-- What those who took part say of a leak of the contact.
leak_words AS (
    SELECT
        event_id,
        account_side AS side,
        'leak: ' || group_concat(CASE kind WHEN 'authenticity' THEN stance END, ' / leak: ') AS on_authenticity
    FROM (
        SELECT DISTINCT voiced.event_id, voiced.account_side, claims.kind, voiced.stance, stance_codes.rank
        FROM voiced
        JOIN claims ON claims.id = voiced.claim_id
        JOIN stance_codes ON stance_codes.stance = voiced.stance
        WHERE voiced.leak_id IS NOT NULL AND voiced.voice = 'took part' AND voiced.medium <> 'leaked-record'
        ORDER BY voiced.event_id, voiced.account_side, stance_codes.rank
    )
    GROUP BY event_id, account_side
),
party_accounts AS (
    SELECT accounts.*
    FROM accounts
    JOIN parties ON parties.event_id = accounts.event_id AND parties.side = accounts.side
),
party_lines AS (
    SELECT
        party_accounts.event_id,
        party_accounts.side,
        max(subject = 'course' OR (subject = 'occurrence' AND scale = 2 AND basis <> 'logic')) AS affirms,
        max(subject = 'occurrence' AND scale = -2 AND basis <> 'logic') AS denies,
        max(subject = 'plan' AND scale = 2 AND basis <> 'logic') AS announces,
        max(subject = 'plan' AND scale = -2 AND basis <> 'logic') AS denies_plan,
        max((claims.kind IN ('position', 'forecast') AND party_accounts.scale > 0) OR (claims.kind = 'initiative' AND party_accounts.scale = -2)) AS not_yet
    FROM party_accounts
    JOIN claims ON claims.id = party_accounts.claim_id
    GROUP BY party_accounts.event_id, party_accounts.side
),
party_counts AS (
    SELECT
        parties.event_id,
        count(*) AS parties,
        coalesce(sum(party_lines.affirms), 0) AS affirming,
        coalesce(sum(party_lines.denies), 0) AS denying,
        coalesce(sum(party_lines.announces), 0) AS announcing,
        coalesce(sum(party_lines.denies_plan), 0) AS denying_plan,
        coalesce(sum(party_lines.denies_plan AND (party_lines.announces OR NOT party_lines.not_yet)), 0) AS disputing_plan
    FROM parties
    LEFT JOIN party_lines ON party_lines.event_id = parties.event_id AND party_lines.side = parties.side
    GROUP BY parties.event_id
),
withdrawn_plans AS (
    SELECT DISTINCT party_accounts.event_id
    FROM party_accounts
    JOIN claim_timeline AS denial
      ON denial.claim_id = party_accounts.claim_id AND denial.statement_id = party_accounts.statement_id
    JOIN claim_timeline AS announcement ON announcement.claim_id = denial.claim_id
    JOIN contact_voices AS announcing
      ON announcing.event_id = party_accounts.event_id AND announcing.claim_id = announcement.claim_id AND announcing.statement_id = announcement.statement_id
    WHERE announcing.side = party_accounts.side AND announcing.voice <> 'side only' AND party_accounts.subject = 'plan' AND denial.scale = -2 AND announcement.scale = 2 AND announcement.opinion = 0 AND announcement.stands = 1
      AND announcement.medium <> 'leaked-record'
      AND (announcement.not_after < denial.not_before
           OR EXISTS (SELECT 1 FROM known_order
                      WHERE known_order.earlier_statement_id = announcement.statement_id
                        AND known_order.later_statement_id = denial.statement_id))
),
tellings AS (
    SELECT
        event_id,
        max(subject IN ('occurrence', 'course') AND scale = 2 AND basis <> 'logic') AS contact_told,
        max(subject = 'plan' AND scale = 2 AND basis <> 'logic') AS plan_told,
        max(subject IN ('occurrence', 'plan')) AS held_possible
    FROM accounts
    WHERE scale > 0
    GROUP BY event_id
),
opinions AS (
    SELECT DISTINCT subjects.event_id
    FROM claim_timeline
    JOIN subjects ON subjects.claim_id = claim_timeline.claim_id
    WHERE claim_timeline.opinion = 1 AND claim_timeline.stands = 1
      AND ((subjects.subject IN ('occurrence', 'plan') AND claim_timeline.scale > 0)
           OR (subjects.subject = 'course' AND claim_timeline.scale = 2))
),
leaked_contacts AS (
    SELECT DISTINCT subjects.event_id
    FROM claim_timeline AS told
    JOIN subjects ON subjects.claim_id = told.claim_id
    LEFT JOIN (
        SELECT claim_timeline.statement_id
        FROM claim_timeline
        JOIN events ON events.id = claim_timeline.event_id
        WHERE events.kind = 'leak' AND claim_timeline.scale > 0 AND claim_timeline.stands = 1
    ) AS leak ON leak.statement_id = told.statement_id
    WHERE told.scale > 0 AND told.stands = 1 AND (told.medium = 'leaked-record' OR leak.statement_id IS NOT NULL)
),
stance_lists AS (
    SELECT event_id, side, speaker, leaked, subject, group_concat(stance || CASE WHEN by_logic THEN ' (by logic)' ELSE '' END, ' / ') AS stances, max(scale) AS strongest
    FROM (
        SELECT event_id, side, speaker, leaked, subject, stance, scale, rank, min(basis = 'logic') AS by_logic
        FROM accounts
        GROUP BY event_id, side, speaker, leaked, subject, stance, scale, rank
        ORDER BY event_id, side, speaker, leaked, subject, rank, stance
    )
    GROUP BY event_id, side, speaker, leaked, subject
),
stances_by_subject AS (
    SELECT
        event_id,
        side,
        speaker,
        leaked,
        max(CASE WHEN subject = 'occurrence' THEN stances END) AS on_occurrence,
        coalesce(max(CASE WHEN subject = 'occurrence' THEN strongest END), 0) AS strongest,
        max(subject = 'course') AS describes,
        max(CASE WHEN subject = 'plan' THEN stances END) AS on_plan
    FROM stance_lists
    GROUP BY event_id, side, speaker, leaked
),
refusals AS (
    SELECT event_id, side, speaker, leaked, group_concat(stance, ' / ') AS stances
    FROM (
        SELECT DISTINCT event_id, side, speaker, leaked, stance, rank
        FROM accounts
        WHERE polarity = 'silent'
        ORDER BY event_id, side, speaker, leaked, rank, stance
    )
    GROUP BY event_id, side, speaker, leaked
),
words AS (
    SELECT
        said.event_id,
        said.side,
        said.speaker,
        said.leaked,
        CASE
            WHEN said.describes AND said.strongest < 2 THEN coalesce(said.on_occurrence || ' / ', '') || 'describes it'
            WHEN said.on_occurrence IS NOT NULL THEN said.on_occurrence
            WHEN said.on_plan IS NOT NULL THEN 'plan: ' || said.on_plan
            WHEN refusals.event_id IS NOT NULL THEN refusals.stances
            ELSE 'speaks of it, not of whether it took place'
        END || CASE WHEN said.leaked THEN ' (leaked record)' ELSE '' END AS words
    FROM stances_by_subject AS said
    LEFT JOIN refusals
      ON refusals.event_id = said.event_id AND refusals.side = said.side
     AND refusals.speaker = said.speaker AND refusals.leaked = said.leaked
),
side_words AS (
    SELECT event_id, side, group_concat(words, ' / ') AS words
    FROM (SELECT event_id, side, words FROM words WHERE side NOT IN ('none', 'beside') ORDER BY event_id, side, leaked)
    GROUP BY event_id, side
),
speakers AS (
    SELECT event_id, side, group_concat(speaker || ': ' || words, '; ') AS words
    FROM (SELECT event_id, side, speaker, words FROM words WHERE side IN ('none', 'beside') ORDER BY event_id, side, speaker)
    GROUP BY event_id, side
),
side_cells AS (
    SELECT
        contacts.event_id,
        sides.side,
        coalesce(
            side_words.words || coalesce(' / ' || leak_words.on_authenticity, ''),
            leak_words.on_authenticity,
            CASE WHEN leak_words.event_id IS NOT NULL THEN 'speaks of the leak alone'
                 WHEN parties.side IS NULL THEN 'not a party'
                 WHEN EXISTS (SELECT 1 FROM contact_voices
                              JOIN claim_timeline AS told ON told.claim_id = contact_voices.claim_id AND told.statement_id = contact_voices.statement_id
                              WHERE contact_voices.event_id = contacts.event_id AND contact_voices.leak_id IS NULL
                                AND contact_voices.side = sides.side AND contact_voices.voice <> 'side only' AND told.stands = 0) THEN 'speaks of it, takes no position'
                 WHEN covered.covered THEN 'nothing found in the stored pages searched on ' || covered.searched_on
                 ELSE 'not coded yet' END
        ) AS words,
        parties.side IS NOT NULL AND NOT coalesce(covered.covered, 0)
            AND NOT EXISTS (
                SELECT 1 FROM accounts
                WHERE accounts.event_id = contacts.event_id AND accounts.side = sides.side AND NOT accounts.leaked
                  AND (accounts.subject IN ('occurrence', 'course') OR accounts.polarity = 'silent')
            ) AS open
    FROM contacts
    CROSS JOIN sides
    LEFT JOIN covered ON covered.event_id = contacts.event_id AND covered.side = sides.side
    LEFT JOIN parties ON parties.event_id = contacts.event_id AND parties.side = sides.side
    LEFT JOIN side_words ON side_words.event_id = contacts.event_id AND side_words.side = sides.side
    LEFT JOIN leak_words ON leak_words.event_id = contacts.event_id AND leak_words.side = sides.side
),
side_columns AS (
    SELECT
        event_id,
        max(open) AS open,
        [[side: max(CASE WHEN side = '{code}' THEN words END) AS "{column}"]]
    FROM side_cells
    GROUP BY event_id
),
party_lists AS (
    SELECT event_id, group_concat(side, ', ') AS parties
    FROM (SELECT event_id, side FROM parties ORDER BY event_id, side)
    GROUP BY event_id
),
standings AS (
    SELECT
        contacts.event_id,
        CASE
            WHEN party_counts.affirming > 0 AND party_counts.denying > 0 THEN 'disputed'
            WHEN party_counts.affirming > 1 AND party_counts.affirming = party_counts.parties THEN 'acknowledged by all'
            WHEN party_counts.affirming > 1 THEN 'acknowledged by some'
            WHEN party_counts.affirming = 1 THEN 'acknowledged by one'
            WHEN party_counts.denying > 0 THEN 'denied by a party'
            WHEN tellings.contact_told THEN 'reported only'
            WHEN withdrawn_plans.event_id IS NOT NULL THEN 'cancelled'
            WHEN party_counts.announcing > 0 AND party_counts.disputing_plan > 0 THEN 'plan disputed'
            WHEN party_counts.announcing > 0 THEN 'announced'
            WHEN party_counts.denying_plan > 0 THEN 'plan denied'
            WHEN tellings.plan_told THEN 'plan reported'
            WHEN tellings.held_possible THEN 'held possible'
            WHEN opinions.event_id IS NOT NULL THEN 'opinion only'
            ELSE 'none'
        END AS standing
    FROM contacts
    LEFT JOIN party_counts ON party_counts.event_id = contacts.event_id
    LEFT JOIN tellings ON tellings.event_id = contacts.event_id
    LEFT JOIN withdrawn_plans ON withdrawn_plans.event_id = contacts.event_id
    LEFT JOIN opinions ON opinions.event_id = contacts.event_id
),
ties AS (
    SELECT id AS event_id, same_as_id AS other_id FROM events WHERE same_as_basis = 'inferred'
    UNION SELECT id, part_of_id FROM events WHERE part_of_id IS NOT NULL
    UNION SELECT same_as_id, id FROM events WHERE same_as_basis = 'inferred'
    UNION SELECT part_of_id, id FROM events WHERE part_of_id IS NOT NULL
),
-- Two that are tied to one third are tied to each other: parts of one journey.
all_ties AS (
    SELECT event_id, other_id FROM ties
    UNION
    SELECT one.event_id, other.other_id FROM ties AS one JOIN ties AS other ON other.event_id = one.other_id AND other.other_id <> one.event_id
),
tie_lists AS (
    SELECT event_id, group_concat(name, '; ') AS titles
    FROM (SELECT all_ties.event_id, events.id, events.name FROM all_ties JOIN events ON events.id = all_ties.other_id ORDER BY all_ties.event_id, events.id)
    GROUP BY event_id
),
participant_lists AS (
    SELECT event_id, group_concat(name, ', ') AS participants
    FROM (
        SELECT DISTINCT event_id, name FROM participations
        WHERE named OR NOT EXISTS (SELECT 1 FROM participations AS person
                                   WHERE person.event_id = participations.event_id AND person.side = participations.side AND person.named)
        ORDER BY event_id, name
    )
    GROUP BY event_id
)
SELECT
    events.name AS event,
    events.date,
    events.kind,
    standings.standing || CASE
        WHEN side_columns.open
             AND standings.standing IN ('acknowledged by some', 'acknowledged by one', 'reported only', 'opinion only', 'none')
        THEN ' so far' ELSE '' END AS standing,
    participant_lists.participants,
    party_lists.parties,
    [[side: side_columns."{column}"]],
    coalesce(others.words, 'none') AS others_of_the_sides,
    coalesce(nobodys.words, 'none') AS in_nobodys_name,
    coalesce(tie_lists.titles, 'none') AS perhaps_with,
    leaked_contacts.event_id IS NOT NULL AS leaked,
    CASE WHEN events.date IS NULL THEN 'not stated' WHEN substr(events.date_earliest, 1, 4) = substr(events.date_latest, 1, 4) THEN substr(events.date_earliest, 1, 4)
        ELSE 'several possible' END AS year,
    CASE WHEN events.date IS NULL THEN 'not stated' WHEN substr(events.date_earliest, 1, 7) = substr(events.date_latest, 1, 7) THEN substr(events.date_earliest, 1, 7)
        ELSE 'several possible' END AS month,
    events.id AS event_id,
    coalesce(contacts.occurrence_claim_id, contacts.plan_claim_id) AS claim_id
FROM contacts
JOIN events ON events.id = contacts.event_id
JOIN side_columns ON side_columns.event_id = contacts.event_id
JOIN standings ON standings.event_id = contacts.event_id
LEFT JOIN tie_lists ON tie_lists.event_id = contacts.event_id
LEFT JOIN party_lists ON party_lists.event_id = contacts.event_id
LEFT JOIN participant_lists ON participant_lists.event_id = contacts.event_id
LEFT JOIN speakers AS others ON others.event_id = contacts.event_id AND others.side = 'beside'
LEFT JOIN speakers AS nobodys ON nobodys.event_id = contacts.event_id AND nobodys.side = 'none'
LEFT JOIN leaked_contacts ON leaked_contacts.event_id = contacts.event_id
ORDER BY events.date_earliest IS NULL, events.date_earliest, events.id
