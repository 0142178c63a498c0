-- One row is one contact of which a report or a leaked record tells before any side that took part does, and one side that is on record after it: its first reaction.
-- A report: a firm word of the side that reports, or the words of a leaked record, that the contact took place, how long it lasted or what
-- was said in it. No side that took part may have told of the contact before, or on the day of, the earliest report, as far as it is coded.
-- A reaction: the first words of a voice of a side that took part on the contact, or on a leak of it, that are not surely of a day before
-- the report; a refusal to say is one, what follows by logic is none. That it answers the report is not said.
-- beside: who reports it on the earliest day. Of several the one who tells it before one who confirms it; which of them was first is not known.
-- result: its stance, and on what. days: from the earliest report to it; empty where a day is not known, and where another body of
-- the side, which is no voice of it there (contact_voices, side only), may have spoken of the contact between the two.
WITH
reports AS (
    SELECT contact_voices.event_id, claim_timeline.statement_id, claim_timeline.speaker, claim_timeline.not_before, claim_timeline.not_after,
        row_number() OVER (PARTITION BY contact_voices.event_id ORDER BY coalesce(claim_timeline.not_after, '9999'), coalesce(claim_timeline.not_before, ''), stances.rank, claim_timeline.statement_id, claim_timeline.claim_id) AS place,
        min(claim_timeline.not_after) OVER (PARTITION BY contact_voices.event_id) AS latest,
        CASE WHEN count(*) OVER (PARTITION BY contact_voices.event_id) = count(claim_timeline.not_before) OVER (PARTITION BY contact_voices.event_id)
             THEN min(claim_timeline.not_before) OVER (PARTITION BY contact_voices.event_id) END AS earliest
    FROM contact_voices
    JOIN claim_timeline ON claim_timeline.claim_id = contact_voices.claim_id AND claim_timeline.statement_id = contact_voices.statement_id
    JOIN codes AS stances ON stances.list = 'stance' AND stances.code = claim_timeline.stance
    WHERE contact_voices.leak_id IS NULL AND claim_timeline.scale = 2 AND claim_timeline.stands = 1 AND claim_timeline.opinion = 0 AND claim_timeline.basis <> 'logic'
      AND claim_timeline.claim_kind IN ('occurrence', 'duration', 'content')
      AND (contact_voices.side IN (SELECT code FROM codes WHERE list = 'side' AND nature = 'reporter') OR claim_timeline.medium = 'leaked-record')
),
first_reports AS (
    SELECT * FROM reports WHERE place = 1 AND latest IS NOT NULL
),
others AS (
    SELECT contact_voices.event_id, contact_voices.side, claim_timeline.not_before, claim_timeline.not_after
    FROM contact_voices
    JOIN claim_timeline ON claim_timeline.claim_id = contact_voices.claim_id AND claim_timeline.statement_id = contact_voices.statement_id
    WHERE contact_voices.voice = 'side only' AND claim_timeline.stands = 1 AND claim_timeline.opinion = 0 AND claim_timeline.medium <> 'leaked-record'
),
open_reports AS (
    SELECT * FROM first_reports
    WHERE NOT EXISTS (
        SELECT 1 FROM party_words
        WHERE party_words.event_id = first_reports.event_id AND party_words.subject IN ('occurrence', 'course') AND party_words.scale = 2
          AND coalesce(party_words.not_before <= first_reports.latest, 1)
    )
),
reactions AS (
    SELECT party_words.*, open_reports.statement_id AS report_id, open_reports.speaker AS reporter, open_reports.earliest, open_reports.latest,
        row_number() OVER (PARTITION BY party_words.event_id, party_words.side
            ORDER BY coalesce(party_words.not_after, '9999'), coalesce(party_words.not_before, ''), party_words.subject <> 'occurrence', party_words.statement_id, party_words.claim_id) AS place,
        min(coalesce(party_words.not_before, '0000')) OVER (PARTITION BY party_words.event_id, party_words.side) AS may_begin
    FROM open_reports
    JOIN party_words ON party_words.event_id = open_reports.event_id
    WHERE party_words.subject IN ('occurrence', 'course', 'something else', 'leak')
      AND coalesce(party_words.not_after >= coalesce(open_reports.earliest, open_reports.latest), 0)
)
SELECT
    reactions.event_id || '.' || reactions.side AS case_key,
    sides.label AS part,
    lower(stances.label) || CASE reactions.subject WHEN 'occurrence' THEN '' WHEN 'leak' THEN ', of the leak' ELSE ', on another point of it' END AS result,
    'reported by ' || CASE reactions.reporter WHEN 'unattributed' THEN 'nobody named' ELSE reactions.reporter END
        || CASE WHEN EXISTS (SELECT 1 FROM reports WHERE reports.event_id = reactions.event_id AND reports.not_after = reactions.latest AND reports.speaker <> reactions.reporter)
           THEN ', and others on that day' ELSE '' END AS beside,
    CASE WHEN reactions.earliest = reactions.latest AND reactions.not_before = reactions.not_after AND reactions.may_begin >= reactions.not_after
              AND NOT EXISTS (
                  SELECT 1 FROM others
                  WHERE others.event_id = reactions.event_id AND others.side = reactions.side
                    AND coalesce(others.not_after >= reactions.earliest, 1) AND coalesce(others.not_before < reactions.not_after, 1)
              )
         THEN CAST(julianday(reactions.not_before) - julianday(reactions.earliest) AS INTEGER) END AS days,
    reactions.side,
    reactions.date,
    coalesce(covered.covered, 0) AS complete,
    reactions.event_id,
    reactions.claim_id,
    reactions.statement_id,
    reactions.report_id AS other_statement_id
FROM reactions
JOIN codes AS sides ON sides.list = 'side' AND sides.code = reactions.side
JOIN codes AS stances ON stances.list = 'stance' AND stances.code = reactions.stance
LEFT JOIN covered ON covered.event_id = reactions.event_id AND covered.side = reactions.side
WHERE reactions.place = 1
