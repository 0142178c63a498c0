-- One row is what one side says in the end of one claim, or of one event as a whole, in its most telling words: a row a stance.
-- The one rule of which words lead a page. Of all words of a side that carry the stance, the first by these:
--   what stands before what was taken back or takes no position;
--   by basis and words: the speaker's own words, then a source's words (proof), then what is taken for granted, then what follows by logic;
--   of an event, the claim on the event itself before those on its parts, and its own before those of a contact that is folded into it;
--   own and direct words before a fragment, that before indirect speech, and so on (rank of the form);
--   the earliest, by the day before which it cannot have been said, then by its place in the claim's timeline, then by id.
-- Opinion is left out. A side's stances are those that nothing shows superseded or overtaken (table positions), and those of speakers for nobody;
-- a firm word that another firm word of the side to the same effect came after is not overtaken by it;
-- only where it has none of these, what it took back or said in no plain words. The words are never those of a voice that holds another stance
-- in the end.
-- about: claim, or event. Of a contact the side is that for which the words count there (table contact_voices); beside: of the side of a party,
-- and no voice of it; what a leaked record has stands with the side that reports. Of a claim, a leak and a decision it is the statement's own.
-- subject: of an event, what the stance is on, and only the first of these of which the side speaks: the event itself (that it took place, or
-- that a leak is genuine); its course, where it is firmly told; the plan of it; the event itself, by logic; anything else about it.
-- same: how many more statements of the side carry the stance, by logic not counted. since: the date of the earliest of them.
-- lead: 1 for the first of the side's rows on that claim or event, by the same rule; a firm stance before a weak one, and that before a refusal.
WITH
forms AS (
    SELECT code AS form, rank FROM codes WHERE list = 'form'
),
stance_codes AS (
    SELECT code AS stance, scale, rank FROM codes WHERE list = 'stance'
),
reporter AS (
    SELECT code AS side FROM codes WHERE list = 'side' AND nature = 'reporter'
),
last_words AS (
    SELECT claim_id, statement_id FROM positions WHERE overtaken = 0
    UNION
    SELECT first.claim_id, first.statement_id
    FROM positions AS first
    JOIN positions AS later ON later.claim_id = first.claim_id AND later.side = first.side AND later.scale = first.scale AND later.overtaken = 0
    WHERE first.overtaken = 1 AND abs(first.scale) = 2
    UNION
    SELECT claim_id, statement_id FROM claim_timeline WHERE counts_for = 'nobody' AND opinion = 0 AND stands = 1
),
-- A voice that holds another stance in the end lends this one no words.
moved AS (
    SELECT DISTINCT earlier.claim_id, earlier.statement_id
    FROM claim_timeline AS earlier
    JOIN claim_timeline AS later
      ON later.claim_id = earlier.claim_id AND later.stance <> earlier.stance AND later.counts_for = earlier.counts_for
     AND CASE later.counts_for WHEN 'person' THEN later.speaker_id = earlier.speaker_id
              WHEN 'organization' THEN later.organization_id = earlier.organization_id END
    JOIN last_words ON last_words.claim_id = later.claim_id AND last_words.statement_id = later.statement_id
    WHERE NOT EXISTS (
        SELECT 1 FROM last_words AS last WHERE last.claim_id = earlier.claim_id AND last.statement_id = earlier.statement_id
    )
),
told AS (
    SELECT
        claim_timeline.*,
        quotations.words IS NOT NULL AS own,
        forms.rank AS form_rank,
        stance_codes.rank AS stance_rank,
        last_words.claim_id IS NOT NULL AS in_the_end,
        moved.claim_id IS NOT NULL AS has_moved,
        CASE WHEN claim_timeline.basis = 'logic' THEN 3 WHEN claim_timeline.basis = 'presupposed' THEN 2 WHEN quotations.words IS NOT NULL THEN 0 ELSE 1 END AS distance,
        coalesce(claim_timeline.not_before, claim_timeline.not_after, '9') AS day
    FROM claim_timeline
    JOIN quotations ON quotations.id = claim_timeline.quotation_id
    JOIN forms ON forms.form = claim_timeline.form
    JOIN stance_codes ON stance_codes.stance = claim_timeline.stance
    LEFT JOIN last_words ON last_words.claim_id = claim_timeline.claim_id AND last_words.statement_id = claim_timeline.statement_id
    LEFT JOIN moved ON moved.claim_id = claim_timeline.claim_id AND moved.statement_id = claim_timeline.statement_id
    WHERE claim_timeline.opinion = 0
),
contacts AS (
    SELECT id, CASE same_as_basis WHEN 'stated' THEN same_as_id ELSE id END AS event_id
    FROM events
    WHERE kind IN (SELECT code FROM codes WHERE list = 'event-kind' AND nature = 'contact')
),
planned_only AS (
    SELECT contacts.event_id
    FROM claims
    JOIN contacts ON contacts.id = claims.event_id
    GROUP BY contacts.event_id
    HAVING max(claims.kind = 'plan') AND NOT max(claims.kind = 'occurrence')
),
voiced AS (
    SELECT 'claim' AS about, told.claim_id AS about_id, NULL AS of_event_id, told.side AS account_side, told.*
    FROM told
    UNION ALL
    SELECT
        'event', contact_voices.event_id, contact_voices.event_id,
        CASE WHEN told.medium = 'leaked-record' THEN (SELECT side FROM reporter)
             WHEN contact_voices.voice = 'side only' THEN 'beside'
             ELSE contact_voices.side END,
        told.*
    FROM contact_voices
    JOIN told ON told.claim_id = contact_voices.claim_id AND told.statement_id = contact_voices.statement_id
    WHERE contact_voices.leak_id IS NULL
    UNION ALL
    SELECT
        'event', told.event_id, told.event_id,
        CASE WHEN told.medium = 'leaked-record' THEN (SELECT side FROM reporter) ELSE told.side END,
        told.*
    FROM told
    WHERE told.event_id NOT IN (SELECT id FROM contacts)
),
on_subject AS (
    SELECT
        voiced.*,
        CASE
            WHEN about = 'claim' THEN 0
            WHEN itself AND basis <> 'logic' THEN 0
            WHEN claim_kind IN ('duration', 'content') AND scale = 2 AND basis <> 'logic' AND planned_only.event_id IS NULL THEN 1
            WHEN claim_kind = 'plan' AND basis <> 'logic' THEN 2
            WHEN itself OR claim_kind = 'plan' THEN 3
            ELSE 4
        END AS subject_rank
    FROM (SELECT *, claim_kind = 'occurrence' OR (claim_kind = 'authenticity' AND of_event_id NOT IN (SELECT id FROM contacts)) AS itself FROM voiced) AS voiced
    LEFT JOIN planned_only ON planned_only.event_id = voiced.of_event_id
),
-- A side's words in the end, else what it has besides: the better of the two, then the first subject of that.
ends AS (
    SELECT
        *,
        max(in_the_end) OVER (PARTITION BY about, about_id, account_side, subject_rank, stance) AS carried,
        max(in_the_end) OVER (PARTITION BY about, about_id, account_side) AS any_end
    FROM on_subject
),
kept AS (
    SELECT *, min(subject_rank) OVER (PARTITION BY about, about_id, account_side) AS first_subject
    FROM ends
    WHERE carried = any_end AND (NOT has_moved OR NOT any_end)
),
placed AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY about, about_id, account_side, stance
            ORDER BY stands DESC, coalesce(of_event_id, event_id) IS NOT event_id, distance, form_rank, day, place, claim_id, statement_id
        ) AS nth,
        first_value(date) OVER (
            PARTITION BY about, about_id, account_side, stance
            ORDER BY stands DESC, basis = 'logic', day, place, claim_id, statement_id
        ) AS first_date
    FROM kept
    WHERE subject_rank = first_subject
),
statements_so AS (
    SELECT about, about_id, account_side, stance, count(DISTINCT CASE WHEN stands AND basis <> 'logic' THEN statement_id END) AS statements
    FROM placed
    GROUP BY about, about_id, account_side, stance
)
SELECT
    placed.about,
    CASE placed.about WHEN 'claim' THEN placed.claim ELSE events.name END AS title,
    placed.account_side AS side,
    placed.stance,
    CASE placed.subject_rank
        WHEN 0 THEN placed.about WHEN 1 THEN 'course' WHEN 2 THEN 'plan' WHEN 3 THEN 'by logic' ELSE 'something else' END AS subject,
    placed.speaker,
    placed.date,
    placed.words,
    placed.own,
    placed.form,
    placed.basis,
    placed.stands,
    max(statements_so.statements - 1, 0) AS same,
    placed.first_date AS since,
    row_number() OVER (
        PARTITION BY placed.about, placed.about_id, placed.account_side
        ORDER BY placed.stands DESC, abs(placed.scale) IS NOT 2, placed.scale IS NULL, placed.distance, placed.form_rank, placed.stance_rank, placed.day, placed.statement_id
    ) = 1 AS lead,
    placed.about || '/' || placed.about_id || '/' || placed.account_side || '/' || placed.stance AS id,
    placed.claim_id,
    placed.of_event_id AS event_id,
    placed.statement_id,
    placed.quotation_id
FROM placed
JOIN statements_so USING (about, about_id, account_side, stance)
LEFT JOIN events ON events.id = placed.of_event_id
WHERE placed.nth = 1
ORDER BY placed.about, placed.about_id, placed.account_side, placed.stance_rank
