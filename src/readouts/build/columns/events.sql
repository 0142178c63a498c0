-- One row is one event, with the standing of a contact, which is that of the contact into which it is folded where a text says
-- that the two are one; a leak or a decision has "no contact".
-- The month is left open where the date begins with a mere year.
SELECT
    events.id,
    coalesce(contact_standing.standing, 'no contact') AS standing,
    coalesce(substr(events.date_earliest, 1, 4), 'not stated') AS year,
    CASE WHEN substr(events.date, 5, 1) = '-' THEN substr(events.date, 1, 7) ELSE 'not stated' END AS month
FROM events
LEFT JOIN contact_standing ON contact_standing.event_id = CASE events.same_as_basis WHEN 'stated' THEN events.same_as_id ELSE events.id END
ORDER BY events.id
