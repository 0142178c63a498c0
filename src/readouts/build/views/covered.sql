-- One row is one contact and one of the sides whose contacts the record is about: whether all months in which the contact may lie
-- are complete for that side at its level, so that its silence is one; and when the last search was made.
-- A contact without a date may lie in any month; one with an open end in all to the last; one that may lie before the first
-- month of the table coverage is never covered.
SELECT
    codes.code AS side,
    coalesce(min(coverage.state = 'complete'), 0)
        AND (events.date IS NULL OR coalesce(substr(events.date_earliest, 1, 7) >= (SELECT min(month) FROM coverage), 0)) AS covered,
    max(coverage.searched_on) AS searched_on,
    events.id AS event_id
FROM events
JOIN codes ON codes.list = 'side' AND codes.nature = 'principal'
LEFT JOIN coverage
  ON coverage."level" = events."level" AND coverage.side = codes.code
 AND coverage.month BETWEEN coalesce(substr(events.date_earliest, 1, 7), '0000') AND coalesce(substr(events.date_latest, 1, 7), '9999')
WHERE events.kind IN (SELECT code FROM codes WHERE list = 'event-kind' AND nature = 'contact')
GROUP BY events.id, codes.code
ORDER BY events.id, codes.code
