-- Which contacts do both sides acknowledge?
-- Every contact with the standing that the parties' own words give it. In a record this young "acknowledged by all" may be empty; what one side alone acknowledges, denies or leaves to the press is then the answer.
-- :standing =   acknowledged by all, acknowledged by one, disputed, denied by a party, reported only, announced, cancelled, plan denied, opinion only; leave it empty for all.
SELECT standing, date, event, russia, united_states, ukraine, europe, press, event_id, claim_id
FROM contact_standing
WHERE :standing = '' OR standing = :standing
ORDER BY CASE standing WHEN 'acknowledged by all' THEN 1 WHEN 'acknowledged by one' THEN 2 WHEN 'disputed' THEN 3 WHEN 'denied by a party' THEN 4 WHEN 'announced' THEN 5 WHEN 'cancelled' THEN 6 WHEN 'plan denied' THEN 7 WHEN 'reported only' THEN 8 ELSE 9 END, date
