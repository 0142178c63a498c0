-- Which contacts do both sides acknowledge, and which only one?
-- Every contact with its standing, what each side says of it in the end, and the first place at which words tell of it. The parties' own words come first; only where no party says or denies that a contact took place or was planned do reports decide, and the columns of the sides, of others of these sides and of speakers of no side show whose. "So far" stands behind a label that rests on the silence of a party whose accounts of that time are not coded yet. Where "acknowledged by all" finds nothing, what one side alone acknowledges, denies or leaves to reports is the answer.
-- In short: Every contact, and what each side says of it in the end.
-- Example: Which contacts do both sides acknowledge, and which only one?
-- :standing =   all, or one; each brings also those that stand so only so far.
-- :standing one of SELECT DISTINCT replace(standing, ' so far', '') FROM contact_standing ORDER BY 1
-- :side =   a side that says that it took place, or all.
-- :side one of SELECT code, label FROM codes WHERE list = 'side' AND nature IN ('principal', 'party', 'rest') ORDER BY rank
SELECT c.standing, c.date, c.event, [[side: c."{column}"]], c.others_of_the_sides, c.in_nobodys_name, t.source, t.publisher, evidence.link AS address, c.event_id, c.claim_id, t.source_id
FROM contact_standing c
LEFT JOIN claim_timeline t ON t.claim_id = c.claim_id AND t.place = (SELECT min(place) FROM claim_timeline WHERE claim_id = c.claim_id AND stands = 1 AND basis <> 'logic')
LEFT JOIN evidence ON evidence.quotation_id = t.quotation_id
WHERE (trim(:standing) = '' OR lower(trim(:standing)) IN (c.standing, replace(c.standing, ' so far', '')))
  AND (trim(:side) = '' OR EXISTS (
      SELECT 1 FROM most_telling m JOIN codes ON codes.list = 'stance' AND codes.code = m.stance
      WHERE m.about = 'event' AND m.event_id = c.event_id AND m.side = replace(lower(trim(:side)), ' ', '-') AND m.stands AND codes.scale = 2 AND m.subject IN ('event', 'course')))
ORDER BY CASE c.standing WHEN 'acknowledged by all' THEN 1 WHEN 'acknowledged by some' THEN 2 WHEN 'acknowledged by some so far' THEN 3 WHEN 'acknowledged by one' THEN 4 WHEN 'acknowledged by one so far' THEN 5 WHEN 'disputed' THEN 6 WHEN 'denied by a party' THEN 7 WHEN 'announced' THEN 8 WHEN 'cancelled' THEN 9 WHEN 'plan disputed' THEN 10 WHEN 'plan denied' THEN 11 WHEN 'reported only' THEN 12 WHEN 'reported only so far' THEN 13 WHEN 'plan reported' THEN 14 WHEN 'held possible' THEN 15 WHEN 'opinion only' THEN 16 WHEN 'opinion only so far' THEN 17 WHEN 'none' THEN 18 WHEN 'none so far' THEN 19 END, c.date
