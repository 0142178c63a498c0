-- One row is one event, with the standing of a contact, which is that of the contact into which it is folded where a text says
-- that the two are one; a leak or a decision has "no contact".
-- A year or a month is that of every day that the date allows, else "several possible".
SELECT
    events.id,
    coalesce(contact_standing.standing, 'no contact') AS standing,
    CASE WHEN events.date IS NULL THEN 'not stated' WHEN substr(events.date_earliest, 1, 4) = substr(events.date_latest, 1, 4) THEN substr(events.date_earliest, 1, 4)
        ELSE 'several possible' END AS year,
    CASE WHEN events.date IS NULL THEN 'not stated' WHEN substr(events.date_earliest, 1, 7) = substr(events.date_latest, 1, 7) THEN substr(events.date_earliest, 1, 7)
        ELSE 'several possible' END AS month
FROM events
LEFT JOIN contact_standing ON contact_standing.event_id = CASE events.same_as_basis WHEN 'stated' THEN events.same_as_id ELSE events.id END
ORDER BY events.id
