-- Which contacts do both sides acknowledge?
-- Every contact with its standing, and what each side says of it in the end. The parties' own words come first; only where no party says or denies that a contact took place or was planned do reports decide, and the columns of the sides and of speakers in nobody's name show whose. Where "acknowledged by all" finds nothing, what one side alone acknowledges, denies or leaves to the press is the answer.
-- :standing =   acknowledged by all, acknowledged by some, acknowledged by one, disputed, denied by a party, announced, cancelled, plan disputed, plan denied, reported only, opinion only, none; leave it empty for all.
SELECT standing, date, event, russia, united_states, ukraine, europe, press, other, in_nobodys_name, event_id, claim_id
FROM contact_standing
WHERE :standing = '' OR standing = :standing
ORDER BY CASE standing WHEN 'acknowledged by all' THEN 1 WHEN 'acknowledged by some' THEN 2 WHEN 'acknowledged by one' THEN 3 WHEN 'disputed' THEN 4 WHEN 'denied by a party' THEN 5 WHEN 'announced' THEN 6 WHEN 'cancelled' THEN 7 WHEN 'plan disputed' THEN 8 WHEN 'plan denied' THEN 9 WHEN 'reported only' THEN 10 WHEN 'opinion only' THEN 11 WHEN 'none' THEN 12 END, date
