"""What the event page asks: the contact with all that a text says is one with it, its claims, statements and leaks.

In: the id of an event. Out: SQL by name, of which event.py shapes the answers.
"""

from readouts.site.pages import coverage_and_ties, coverage_strip, first_answer
from readouts.site.pages.card import COLUMNS, JOINS
from readouts.site.pages.coverage_and_ties import AS_ONE, WHOLE
from readouts.site.pages.in_threads import OF_EVENT
from readouts.vocabulary import QUESTION

# What those who took part say of a leak of the contact.
_OF_LEAK = f"contact_voices.event_id = {WHOLE} AND leak_id IS NOT NULL AND voice = 'took part'"

QUESTIONS = {
    "codes": QUESTION,
    "telling": first_answer.question(f"about = 'event' AND most_telling.event_id = {WHOLE}"),
    "standing": f"SELECT * FROM contact_standing WHERE event_id = {WHOLE}",
    "event": f"""SELECT events.*, sources.name AS source, contact_standing.leaked, contact_standing.parties
FROM events JOIN sources ON sources.id = events.source_id
LEFT JOIN contact_standing ON contact_standing.event_id = {WHOLE} WHERE events.id = :id""",
    "participants": """SELECT event_participants.part, event_participants.person_id, people.name AS person,
event_participants.organization_id, organizations.name AS organization, organizations.side,
(SELECT group_concat(title, '; ') FROM (SELECT DISTINCT roles.title FROM roles
    WHERE roles.person_id = event_participants.person_id
      AND roles.organization_id = event_participants.organization_id
      AND coalesce(roles.start_earliest <= events.date_latest, 1)
      AND coalesce(roles.end_latest >= events.date_earliest, 1) ORDER BY roles.title)) AS office
FROM event_participants JOIN events ON events.id = event_participants.event_id
LEFT JOIN people ON people.id = event_participants.person_id
LEFT JOIN organizations ON organizations.id = event_participants.organization_id
WHERE event_participants.event_id = :id
ORDER BY event_participants.part = 'subject', organizations.side, event_participants.id""",
    "claims": f"""SELECT claims.id, claims.text, claims.kind, claims.value, accounts.*,
coalesce(organizations.name, people.name) AS value_name
FROM claims LEFT JOIN accounts ON accounts.claim_id = claims.id
LEFT JOIN organizations ON organizations.id = claims.value LEFT JOIN people ON people.id = claims.value
WHERE claims.event_id IN {AS_ONE} ORDER BY claims.text""",
    "threads": OF_EVENT,
    **coverage_and_ties.QUESTIONS,
    "months": coverage_strip.question("""EXISTS (SELECT 1 FROM events WHERE id = :id AND events.level = coverage.level
AND coverage.month >= coalesce(substr(date_earliest, 1, 7), '0')
AND coverage.month <= coalesce(substr(date_latest, 1, 7), '9'))"""),
    "levels": coverage_strip.LEVELS,
    "timeline": f"""SELECT claim_timeline.*, sources.language, sources.genre,
contact_voices.voice, contact_voices.side AS voice_side
FROM claim_timeline JOIN sources ON sources.id = claim_timeline.source_id
LEFT JOIN contact_voices ON contact_voices.claim_id = claim_timeline.claim_id
AND contact_voices.statement_id = claim_timeline.statement_id AND contact_voices.leak_id IS NULL
WHERE claim_timeline.event_id IN {AS_ONE} ORDER BY claim_timeline.claim_id, claim_timeline.place""",
    "leaks": f"""SELECT claim_timeline.*, sources.language, sources.genre,
contact_voices.voice, contact_voices.side AS voice_side
FROM contact_voices JOIN claim_timeline USING (claim_id, statement_id)
JOIN sources ON sources.id = claim_timeline.source_id
WHERE {_OF_LEAK} ORDER BY claim_timeline.claim_id, claim_timeline.place""",
    "cards": f"""SELECT {COLUMNS} FROM quotations {JOINS}
WHERE quotations.statement_id IN (SELECT statement_id FROM claim_timeline WHERE event_id IN {AS_ONE}
    UNION SELECT statement_id FROM contact_voices WHERE {_OF_LEAK})
ORDER BY coalesce((SELECT max(coalesce(not_before, not_after)) FROM claim_timeline AS told
    WHERE told.statement_id = statements.id OR told.statement_id IN (
        SELECT earlier_statement_id FROM known_order WHERE later_statement_id = statements.id)), '9'),
    (SELECT count(*) FROM known_order WHERE later_statement_id = statements.id), statements.id,
    sources.published_earliest IS NULL, sources.published_earliest, sources.id, quotations.id""",
}
